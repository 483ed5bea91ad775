package dev.sagamart.local.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Commands for one process of a running suite; each returns when it is done. */
final class ProcessCommands {
    static final String NAMES =
            "gateway, point, product, order, coupon, ranking, charge-log, postgres, redis or kafka.";

    private ProcessCommands() {}

    abstract static class ForOne implements Runnable {
        @Mixin
        private Where where = new Where();

        @Parameters(paramLabel = "NAME", description = NAMES)
        private String name = "";

        private final String action;

        ForOne(String action) {
            this.action = action;
        }

        @Override
        public void run() {
            where.running().process(action, name);
        }
    }

    @Command(
            name = "start",
            mixinStandardHelpOptions = true,
            description = "Starts one process again; returns when it is ready.")
    static final class Start extends ForOne {
        Start() {
            super("start");
        }
    }

    @Command(
            name = "restart",
            mixinStandardHelpOptions = true,
            description = "Stops one process in order and starts it again.")
    static final class Restart extends ForOne {
        Restart() {
            super("restart");
        }
    }

    @Command(name = "kill", mixinStandardHelpOptions = true, description = "Ends one process with kill -9.")
    static final class Kill extends ForOne {
        Kill() {
            super("kill");
        }
    }
}
