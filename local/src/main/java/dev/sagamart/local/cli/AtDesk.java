package dev.sagamart.local.cli;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What an operator does at the desk: a question to the API, and something to read. */
abstract class AtDesk implements Runnable {
    @Mixin
    final Desk desk = new Desk();

    /** Null only before the command line has been parsed. */
    @Spec
    private @Nullable CommandSpec spec;

    PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
