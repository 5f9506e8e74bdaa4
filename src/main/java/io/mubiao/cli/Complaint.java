package io.mubiao.cli;

import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with arguments, in sentences of ours that have their Chinese. */
final class Complaint {
    private Complaint() {}

    /** @throws IllegalArgumentException always, saying what is wrong */
    static void refuse(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            if (unmatched.isUnknownOption()) {
                throw new IllegalArgumentException("unknown option '" + first + "'", e);
            }
            throw new IllegalArgumentException("unknown argument '" + first + "'", e);
        }
        if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
            ArgSpec first = missing.getMissing().get(0);
            if (first instanceof OptionSpec option) {
                throw new IllegalArgumentException("option " + option.longestName() + " needs a value", e);
            }
            throw new IllegalArgumentException("argument " + first.paramLabel() + " is missing", e);
        }
        if (e instanceof OverwrittenOptionException twice && twice.getOverwritten() instanceof OptionSpec option) {
            throw new IllegalArgumentException("option " + option.longestName() + " is given twice", e);
        }
        if (e.getArgSpec() instanceof OptionSpec option) {
            throw new IllegalArgumentException("option " + option.longestName() + " has a value that does not fit: '" + e.getValue() + "'", e);
        }
        throw new IllegalArgumentException("these arguments make no sense: " + e.getMessage(), e);
    }
}
