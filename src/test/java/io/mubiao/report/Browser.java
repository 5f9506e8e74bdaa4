package io.mubiao.report;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A headless Chromium, driven by its own protocol; {@code -Dmubiao.chromium=} says where it is if not on the path. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern SOCKET = Pattern.compile("\"webSocketDebuggerUrl\": *\"(ws:[^\"]*/page/[^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("\"value\":\"((?:[^\"\\\\]++|\\\\.)*+)\"");

    private static final Pattern CODE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");

    private final Process process;
    private final WebSocket socket;
    private final LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final List<String> complaints = new ArrayList<>();
    private int last;

    Browser(Path folder, int width, int height) throws Exception {
        Path profile = Files.createDirectories(folder.resolve("profile"));
        process = new ProcessBuilder(System.getProperty("mubiao.chromium", "chromium"), "--headless", "--no-sandbox", "--disable-gpu",
                "--remote-debugging-port=0", "--user-data-dir=" + profile, "--window-size=" + width + "," + height, "about:blank")
                .redirectErrorStream(true).redirectOutput(folder.resolve("browser.log").toFile()).start();
        Path port = profile.resolve("DevToolsActivePort");
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(port) || Files.readAllLines(port).isEmpty()) {
            if (System.nanoTime() > until || !process.isAlive()) {
                throw new IllegalStateException("no browser: " + Files.readString(folder.resolve("browser.log")));
            }
            Thread.sleep(50);
        }
        HttpClient client = HttpClient.newHttpClient();
        String list = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Files.readAllLines(port).get(0) + "/json/list")).build(),
                HttpResponse.BodyHandlers.ofString()).body();
        Matcher found = SOCKET.matcher(list);
        if (!found.find()) {
            throw new IllegalStateException("no page: " + list);
        }
        socket = client.newWebSocketBuilder().buildAsync(URI.create(found.group(1)), new WebSocket.Listener() {
            private final StringBuilder whole = new StringBuilder();

            @Override
            public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
                whole.append(part);
                if (isLast) {
                    messages.add(whole.toString());
                    whole.setLength(0);
                }
                from.request(1);
                return null;
            }
        }).get(60, TimeUnit.SECONDS);
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            send(domain + ".enable", "");
        }
        send("Network.emulateNetworkConditions", "\"offline\":true,\"latency\":0,\"downloadThroughput\":0,\"uploadThroughput\":0");
        if (width < 600) {
            send("Emulation.setDeviceMetricsOverride", "\"width\":" + width + ",\"height\":" + height + ",\"deviceScaleFactor\":1,\"mobile\":true");
        }
    }

    /** Opens a file and waits until its script has run to the end. */
    void open(Path file, String hash) throws Exception {
        send("Page.navigate", "\"url\":\"" + file.toUri() + hash + "\"");
        until("location.pathname.endsWith('" + file.getFileName() + "') && document.querySelector('html[data-ready=yes]') !== null");
    }

    /** What an expression is, as text. */
    String value(String expression) throws Exception {
        String text = send("Runtime.evaluate", "\"returnByValue\":true,\"expression\":" + quoted("String(" + expression + ")"));
        Matcher value = VALUE.matcher(text);
        if (!value.find()) {
            throw new IllegalStateException(expression + " gives " + text);
        }
        String plain = CODE.matcher(value.group(1)).replaceAll(it -> Matcher.quoteReplacement(
                Character.toString((char) Integer.parseInt(it.group(1), 16))));
        return plain.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
    }

    void until(String condition) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!value(condition).equals("true")) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("never " + condition + "; " + complaints);
            }
            Thread.sleep(50);
        }
    }

    /** Presses the mouse in the middle of an element. */
    void click(String selector) throws Exception {
        String of = "document.querySelector(" + quoted(selector) + ")";
        value(of + ".scrollIntoView({block: 'center'})");
        String box = of + ".getBoundingClientRect()";
        String at = "\"x\":" + value(box + ".x + " + box + ".width / 2") + ",\"y\":" + value(box + ".y + " + box + ".height / 2")
                + ",\"button\":\"left\",\"clickCount\":1";
        send("Input.dispatchMouseEvent", "\"type\":\"mousePressed\"," + at);
        send("Input.dispatchMouseEvent", "\"type\":\"mouseReleased\"," + at);
    }

    void press(String key, int code) throws Exception {
        String of = "\"key\":" + quoted(key) + ",\"code\":" + quoted(key) + ",\"windowsVirtualKeyCode\":" + code;
        send("Input.dispatchKeyEvent", "\"type\":\"keyDown\"," + of + (key.equals("Enter") ? ",\"text\":\"\\r\"" : ""));
        send("Input.dispatchKeyEvent", "\"type\":\"keyUp\"," + of);
    }

    void type(String text) throws Exception {
        send("Input.insertText", "\"text\":" + quoted(text));
    }

    void picture(Path file) throws Exception {
        Files.write(file, data(send("Page.captureScreenshot", "\"format\":\"png\"")));
    }

    byte[] paper() throws Exception {
        return data(send("Page.printToPDF", "\"preferCSSPageSize\":true,\"printBackground\":true"));
    }

    private static byte[] data(String answer) {
        int from = answer.indexOf("\"data\":\"") + "\"data\":\"".length();
        return Base64.getDecoder().decode(answer.substring(from, answer.indexOf('"', from)));
    }

    /** Errors of the console and whatever was asked of a network. */
    List<String> complaints() {
        return complaints;
    }

    private String send(String method, String parameters) throws Exception {
        last++;
        socket.sendText("{\"id\":" + last + ",\"method\":\"" + method + "\",\"params\":{" + parameters + "}}", true).get(60, TimeUnit.SECONDS);
        while (true) {
            String message = messages.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (message == null) {
                throw new IOException("no answer to " + method);
            }
            if (message.startsWith("{\"id\":" + last + ",")) {
                return message;
            }
            boolean asked = message.contains("\"Network.requestWillBeSent\"") && message.contains("\"url\":\"http");
            boolean error = message.contains("\"Runtime.exceptionThrown\"") || message.contains("\"level\":\"error\"")
                    || (message.contains("\"Runtime.consoleAPICalled\"") && (message.contains("\"type\":\"error\"") || message.contains("\"type\":\"warning\"")));
            if (asked || error) {
                complaints.add(message);
            }
        }
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            process.destroyForcibly();
        }
    }
}
