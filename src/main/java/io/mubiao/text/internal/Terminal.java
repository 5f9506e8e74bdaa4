package io.mubiao.text.internal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How wide the terminal is (终端宽度): what {@code COLUMNS} says, else what {@code stty} says, else as told. */
public final class Terminal {
    private static final int NARROWEST = 20;
    private static final int WIDEST = 1_000;
    private static final Pattern SIZE = Pattern.compile("\\s*[0-9]+ ([0-9]{1,6})\\s*");
    private static final Pattern COLUMNS = Pattern.compile("\\s*([0-9]{1,6})\\s*");

    private Terminal() {}

    /**
     * How many columns there are.
     *
     * @param usual how wide it is taken to be where there is no terminal
     */
    public static int width(int usual) {
        return width(System.getenv(), Terminal::stty, usual);
    }

    static int width(Map<String, String> environment, Supplier<String> stty, int usual) {
        int said = number(COLUMNS, environment.getOrDefault("COLUMNS", ""));
        int width = said > 0 ? said : number(SIZE, stty.get());
        return width <= 0 ? usual : Math.max(NARROWEST, Math.min(WIDEST, width));
    }

    private static int number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** What the terminal of this process says of its size; empty where there is none, or no such command. */
    private static String stty() {
        try {
            Process asked = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return asked.waitFor(1, TimeUnit.SECONDS) && asked.exitValue() == 0 ? said : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
