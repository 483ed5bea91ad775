package dev.sagamart.local.cli;

import picocli.CommandLine.Command;

@Command(name = "gateway", description = "The gateway against a bare one; its own --help lists the options.")
final class GatewayBenchCommand extends LoadTest {
    GatewayBenchCommand() {
        super("gateway", "gateway");
    }
}
