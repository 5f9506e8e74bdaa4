package service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service over HTTP, on the database of a folder. */
final class Running implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String BORDER = "border-between-parts";

    private final ConfigurableApplicationContext context;
    private final String address;

    private Running(ConfigurableApplicationContext context) {
        this.context = context;
        address = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    static Running on(Path folder, Class<?>... more) {
        SpringApplication application = new SpringApplication(Service.class);
        for (Class<?> each : more) {
            application.addPrimarySources(Set.of(each));
        }
        return new Running(application.run("--server.port=0", "--spring.main.banner-mode=off", "--logging.level.root=error",
                "--logging.level.service.Refusals=off",
                "--spring.datasource.url=" + database(folder)));
    }

    /** H2, or with -Dtest.database=jdbc:postgresql://… a schema of that one, which it makes of a folder. */
    private static String database(Path folder) {
        String other = System.getProperty("test.database", "");
        if (other.isEmpty()) {
            return "jdbc:h2:" + folder.resolve("mubiao").toAbsolutePath();
        }
        String schema = "s" + Integer.toHexString(folder.hashCode());
        try (Connection connection = DriverManager.getConnection(other)) {
            connection.createStatement().execute("create schema if not exists " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return other + (other.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Answer get(String path, String token, String... headers) {
        return ask(request(path, token, headers).GET());
    }

    Answer post(String path, String token, String type, String body, String... headers) {
        return ask(request(path, token, headers).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** @param files their bytes by the name of the part, a slash, and the name of the file */
    Answer upload(String path, String token, Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String[] names = file.getKey().split("/");
            body.write(("--" + BORDER + "\r\nContent-Disposition: form-data; name=\"" + names[0] + "\"; filename=\"" + names[1]
                    + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            body.write(file.getValue());
            body.write("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.write(("--" + BORDER + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return ask(request(path, token).header("Content-Type", "multipart/form-data; boundary=" + BORDER)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** What comes of a line that no client would send. */
    String raw(String line) {
        URI to = URI.create(address);
        try (Socket socket = new Socket(to.getHost(), to.getPort())) {
            socket.getOutputStream().write((line + "\r\nHost: localhost\r\nAuthorization: Bearer office-token\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path, String token, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Answer ask(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String type() {
            return response.headers().firstValue("Content-Type").orElse("");
        }

        String text() {
            return response.body();
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(text());
            } catch (IOException e) {
                throw new UncheckedIOException(text(), e);
            }
        }

        /** Status, code, place and Chinese of the first thing that is wrong. */
        String refusal() {
            if (!type().startsWith("application/problem+json")) {
                throw new AssertionError(status() + " " + type() + " " + text());
            }
            JsonNode first = json().path("problems").path(0);
            return status() + " " + first.path("code").asText() + first.path("place") + " " + first.path("message").path("zh").asText();
        }
    }
}
