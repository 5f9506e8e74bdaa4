package service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanPostProcessor;
import service.Running.Answer;

/** Memory and database say the same: beside other writers, over a restart, and after a commit that failed. */
class StateTest {
    private static final String REPORTER = "reporter-token";

    private static String row(String id, int value) {
        return "指标编号,编号,日期,数值\nP03," + id + ",2024-09-30," + value + "个\n";
    }

    private static Answer post(Running service, String id, int value) {
        return service.post("/observations", REPORTER, "text/csv", row(id, value));
    }

    private static List<String> said(Running service) {
        return List.of(service.get("/scorecard", REPORTER).text(), service.get("/assessments", REPORTER).text());
    }

    @Test
    void twoWritersAndAReaderAndARestartInTheMiddle(@TempDir Path folder) throws Exception {
        List<String> before;
        int first;
        try (Running service = Running.on(folder)) {
            first = service.bean(LogTable.class).size();
            write(service, "a", "b");
            before = said(service);
        }
        try (Running service = Running.on(folder)) {
            assertEquals(before, said(service));
            write(service, "c", "d");
            assertEquals("409", post(service, "a3", 1).refusal().substring(0, 3));
            List<String> lines = service.bean(LogTable.class).lines();
            assertEquals(first + 40, lines.size());
            for (String writer : List.of("a", "b", "c", "d")) {
                List<String> own = lines.stream().filter(it -> it.matches(".*\"id\":\"" + writer + "\\d\".*"))
                        .map(it -> it.replaceFirst(".*\"id\":\"" + writer + "(\\d)\".*", "$1")).toList();
                assertEquals(IntStream.range(0, 10).mapToObj(String::valueOf).toList(), own);
            }
            before = said(service);
        }
        try (Running service = Running.on(folder)) {
            assertEquals(before, said(service));
        }
    }

    private static void write(Running service, String... writers) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Future<?>> all = new ArrayList<>();
        for (String writer : writers) {
            all.add(threads.submit(() -> IntStream.range(0, 10).forEach(i ->
                    assertEquals(201, post(service, writer + i, 5 + i).status()))));
        }
        all.add(threads.submit(() -> IntStream.range(0, 20).forEach(i -> assertEquals(200, service.get("/scorecard", REPORTER).status()))));
        for (Future<?> each : all) {
            each.get();
        }
        threads.shutdown();
    }

    @Test
    void aCommitThatFailedOrWhoseAnswerWasLostLeavesMemoryAsTheDatabase(@TempDir Path folder) {
        List<String> before;
        try (Running service = Running.on(folder, Breaking.class)) {
            before = said(service);
            int size = service.bean(LogTable.class).size();
            Breaking breaking = service.bean(Breaking.class);
            breaking.breaks = "before";
            assertEquals("503 NO_DATABASE", post(service, "x", 9).refusal().substring(0, 15));
            assertEquals(size, service.bean(LogTable.class).size());
            assertEquals(before, said(service));
            breaking.breaks = "behind";
            assertEquals("503 NO_DATABASE", post(service, "x", 9).refusal().substring(0, 15));
            assertEquals(size + 1, service.bean(LogTable.class).size());
            assertTrue(service.get("/assessments/P03", REPORTER).json().path("actual").toString().contains("9"));
            assertEquals("409", post(service, "x", 9).refusal().substring(0, 3));
            assertEquals(201, post(service, "y", 8).status());
            before = said(service);
        }
        try (Running service = Running.on(folder)) {
            assertEquals(before, said(service));
        }
    }

    @Test
    void whatAnotherProcessWroteIsReadBeforeTheNextIsWritten(@TempDir Path folder) {
        try (Running service = Running.on(folder)) {
            LogTable table = service.bean(LogTable.class);
            assertEquals(201, post(service, "mine", 8).status());
            String line = table.lines().get(table.size() - 1).replace("mine", "theirs").replace("8 个", "9 个");
            table.add(table.size(), List.of(line));
            assertEquals("409", post(service, "theirs", 9).refusal().substring(0, 3));
            assertTrue(service.get("/assessments/P03", REPORTER).json().path("actual").toString().contains("9"));
        }
    }

    /** A database whose next commit breaks, before or behind what it does. */
    static final class Breaking implements BeanPostProcessor {
        volatile String breaks = "";

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource source ? proxy(DataSource.class, source, false) : bean;
        }

        private Object proxy(Class<?> type, Object of, boolean connection) {
            return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                String now = connection && method.getName().equals("commit") ? breaks : "";
                breaks = now.isEmpty() ? breaks : "";
                if (now.equals("before")) {
                    throw new SQLException("the line is cut");
                }
                try {
                    Object result = method.invoke(of, arguments);
                    if (now.equals("behind")) {
                        throw new SQLException("the answer is lost");
                    }
                    return result instanceof Connection it ? proxy(Connection.class, it, true) : result;
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
        }
    }
}
