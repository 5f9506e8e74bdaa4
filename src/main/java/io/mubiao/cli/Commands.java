package io.mubiao.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a verb: tells which there are. */
@Command(name = "mubiao")
final class Commands extends Work {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    Commands(Session session) {
        super(session);
    }

    @Override
    void run() {
        spec.commandLine().usage(out);
    }

    /** {@code rule} without a verb. */
    @Command(name = "rule")
    static final class OfRules extends Work {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        OfRules(Session session) {
            super(session);
        }

        @Override
        void run() {
            spec.commandLine().usage(out);
        }
    }
}
