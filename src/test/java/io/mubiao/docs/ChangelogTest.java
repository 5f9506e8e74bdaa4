package io.mubiao.docs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The changelog's table of what moved leads to what is there. */
class ChangelogTest {
    private static final Path MAIN = Path.of("src/main/java/io/mubiao");
    private static final Pattern TYPE = Pattern.compile("(?<![\\w(])[A-Z]\\w+");
    private static final Pattern QUALIFIED = Pattern.compile("`((?:[a-z]+\\.)+)([A-Z]\\w+)");
    private static final Pattern MEMBER = Pattern.compile("\\b([A-Z]\\w+)\\.(\\w+)\\(");
    private static final Pattern PACKAGES = Pattern.compile("`((?:[a-z]+\\.)+)`");
    private static final Pattern NAMES = Pattern.compile("`(?:[a-z]+\\.)+`? ?([A-Z]\\w+(?:, [A-Z]\\w+)*)");
    private static final Set<String> OF_JAVA = Set.of("Optional");

    private record Row(String before, String now) {
        List<String> packages() {
            return PACKAGES.matcher(now).results().map(it -> it.group(1)).toList();
        }
    }

    private static List<Row> rows() throws IOException {
        String text = Files.readString(Path.of("CHANGELOG.md"));
        String table = text.substring(text.indexOf("| --- | --- |\n"), text.indexOf("## 0.1.0"));
        return table.lines().skip(1).filter(it -> it.startsWith("| ")).map(it -> it.substring(2, it.length() - 2).split(" \\| ", -1))
                .map(it -> new Row(it[0], it[1])).toList();
    }

    /** The texts that declare each type. */
    private static Map<String, String> types() throws IOException {
        Pattern declared = Pattern.compile("\\b(?:class|interface|enum|record) (\\w+)");
        Map<String, String> types = new TreeMap<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                declared.matcher(text).results().forEach(it -> types.merge(it.group(1), text, String::concat));
            }
        }
        return types;
    }

    private static Path file(String packageName, String type) {
        return MAIN.resolve(packageName.replace('.', '/')).resolve(type + ".java");
    }

    @Test
    void noNameLeadsToTwo() throws IOException {
        Map<String, List<Row>> twice = rows().stream().collect(groupingBy(Row::before));
        assertTrue(twice.size() > 20);
        assertEquals(Set.of(), twice.keySet().stream().filter(it -> twice.get(it).size() > 1).collect(toSet()));
    }

    @Test
    void everyTypeOnTheRightIsThere() throws IOException {
        Map<String, String> types = types();
        List<String> absent = new ArrayList<>();
        for (Row row : rows()) {
            TYPE.matcher(row.now()).results().map(MatchResult::group).filter(it -> !types.containsKey(it) && !OF_JAVA.contains(it)).forEach(absent::add);
            QUALIFIED.matcher(row.now()).results().filter(it -> !Files.exists(file(it.group(1), it.group(2)))).map(MatchResult::group).forEach(absent::add);
            MEMBER.matcher(row.now()).results().filter(it -> !types.getOrDefault(it.group(1), "").contains(" " + it.group(2) + "("))
                    .map(MatchResult::group).forEach(absent::add);
        }
        assertEquals(List.of(), absent);
    }

    /** Of a row of many names, each is in the package that stands for it, or in one of those. */
    @Test
    void whatMovedIsWhereTheRowSays() throws IOException {
        List<String> absent = new ArrayList<>();
        for (Row row : rows()) {
            String side = NAMES.matcher(row.now()).find() ? row.now() : row.before();
            NAMES.matcher(side).results().flatMap(it -> Stream.of(it.group(1).split(", ", -1)))
                    .filter(it -> !row.packages().isEmpty() && row.packages().stream().noneMatch(at -> Files.exists(file(at, it))))
                    .forEach(it -> absent.add(row.packages() + it));
        }
        assertEquals(List.of(), absent);
    }
}
