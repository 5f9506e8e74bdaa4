package io.mubiao.bench.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Whether two files hold the same lines, in any order, whatever their line ends. */
final class FileCheck {
    private FileCheck() {}

    static void equal(Path ours, Path theirs) throws IOException {
        String[] one = sorted(ours);
        String[] other = sorted(theirs);
        int different = Math.abs(one.length - other.length);
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            if (!one[i].equals(other[i])) {
                different++;
                if (different < 5) {
                    System.out.println(one[i] + " | " + other[i]);
                }
            }
        }
        if (different > 0) {
            throw new IllegalStateException(different + " lines of " + one.length + " differ: " + ours + ", " + theirs);
        }
    }

    private static String[] sorted(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] sorted = lines.subList(1, lines.size()).toArray(String[]::new);
        Arrays.sort(sorted);
        return sorted;
    }
}
