package io.mubiao.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a console of China what is printed and typed is GBK; in files and pipes it is UTF-8. */
class EncodingsTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final Charset BIG5 = Charset.forName("Big5");

    @TempDir
    private Path folder;

    @Test
    void aConsoleDecides() {
        assertEquals(new Encodings(GBK, GBK, GBK), Encodings.of(GBK, name -> null));
        assertEquals(new Encodings(GBK, GBK, GBK), Encodings.of(GBK, Map.of("native.encoding", "GBK", "stdout.encoding", "GBK", "stdin.encoding", "GBK")::get));
        assertEquals(new Encodings(BIG5, UTF_8, GBK), Encodings.of(GBK, Map.of("stdout.encoding", "Big5", "sun.stderr.encoding", "UTF-8")::get));
    }

    @Test
    void filesAndPipesAreUtf8UnlessSomebodySaysOtherwise() {
        assertEquals(new Encodings(UTF_8, UTF_8, UTF_8), Encodings.of(null, name -> null));
        assertEquals(new Encodings(UTF_8, GBK, UTF_8), Encodings.of(null, Map.of("native.encoding", "GBK", "stdout.encoding", "GBK",
                "stderr.encoding", "GBK", "stdin.encoding", "GBK")::get));
        assertEquals(new Encodings(GBK, UTF_8, GBK), Encodings.of(null, Map.of("native.encoding", "UTF-8", "stdout.encoding", "GBK", "stdin.encoding", "GBK")::get));
        assertEquals(new Encodings(GBK, UTF_8, UTF_8), Encodings.of(null, Map.of("sun.stdout.encoding", "GBK")::get));
    }

    @Test
    void anEncodingWithoutChineseOrOfNoNameIsNotTaken() {
        for (Charset poor : List.of(StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1, Charset.forName("windows-1252"))) {
            assertEquals(new Encodings(UTF_8, UTF_8, UTF_8), Encodings.of(poor, name -> null));
        }
        assertEquals(new Encodings(GBK, GBK, GBK), Encodings.of(GBK, Map.of("stdout.encoding", "nonsense")::get));
    }

    @Test
    void everyLineIsInTheEncodingOfTheStream() {
        for (String[] args : List.of(new String[] {"--help"}, new String[] {"rule", "--help"}, new String[] {"a.yaml"}, new String[] {"schema", "--help"})) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            PrintStream to = new PrintStream(said, true, GBK);
            Main.run(List.of(args), to, to);
            assertTrue(said.toString(GBK).contains("用法：") && !said.toString(GBK).contains("\uFFFD"), said.toString(GBK));
        }
    }

    @Test
    void aProcessSpeaksAndHearsAsItIsTold() throws IOException, InterruptedException {
        Path answers = Files.write(folder.resolve("answers"), ("r1\n甲县办法\n" + "\n".repeat(Question.ALL.size())).getBytes(GBK));
        Path said = folder.resolve("said");
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        for (String stream : List.of("stdin", "stdout", "stderr")) {
            line.add("-D" + stream + ".encoding=GBK");
        }
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "rule", "new"));
        ProcessBuilder process = new ProcessBuilder(line).redirectInput(answers.toFile()).redirectErrorStream(true).redirectOutput(said.toFile());
        process.environment().put("LC_ALL", "C");
        assertEquals(0, process.start().waitFor());
        String text = Files.readString(said, GBK);
        assertTrue(text.contains("办法名称") && text.contains("甲县办法"), text);
    }
}
