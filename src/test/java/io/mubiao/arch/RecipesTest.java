package io.mubiao.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.shape.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever carries on finds the way of the data and the recipes in the root package. */
class RecipesTest {
    private static final Path MAIN = Path.of("src/main/java/io/mubiao");
    private static final int MOST_LINES = 10;
    private static final Pattern FILE = Pattern.compile("\\{@code ([\\w./-]+\\.\\w+)}");

    private static String text() throws IOException {
        return Files.readString(MAIN.resolve("package-info.java"));
    }

    private static List<String> recipes() throws IOException {
        return Stream.of(text().split("<h3>", -1)).skip(1).map(it -> it.substring(0, it.indexOf("</ol>"))).toList();
    }

    @Test
    void thereAreSixOfAtMostTenLines() throws IOException {
        assertEquals(List.of("A new kind of goal", "A scoring shape", "A stage of a land rule", "A method of another body",
                "A file format", "A language"), recipes().stream().map(it -> it.substring(0, it.indexOf('<'))).toList());
        recipes().forEach(recipe -> assertTrue(recipe.lines().count() - 3 <= MOST_LINES, recipe));
    }

    @Test
    void everyFileTheyNameIsThere() throws IOException {
        for (String recipe : recipes()) {
            Matcher file = FILE.matcher(recipe);
            int found = 0;
            while (file.find()) {
                assertTrue(Files.exists(MAIN.resolve(file.group(1))) || Files.exists(Path.of(file.group(1))), file.group(1));
                found++;
            }
            assertTrue(found >= 5, recipe);
        }
    }

    /** What looks at the kind of a shape names every one, or has nothing to say of it. */
    @Test
    void aNewShapeIsThoughtOf() throws IOException {
        Map<String, Set<String>> nothing = Map.of(
                "io/rule/ShapeTree.java", Set.of(),
                "render/law/ShapeText.java", Set.of("Custom"),
                "shape/internal/Marks.java", Set.of("Ratio", "Efficacy", "InverseMean", "RankPoints", "Progress", "PerUnit", "Words", "Custom"),
                "lint/Slope.java", Set.of("Ratio", "Efficacy", "RankPoints", "Words", "Custom"),
                "land/internal/ItemCheck.java", Set.of("PerUnit"),
                "scoring/internal/ShareMarks.java", Set.of("Ratio", "Efficacy", "InverseMean", "RankPoints", "Progress", "PerUnit", "Words"));
        Map<String, Set<String>> found = new HashMap<>();
        for (String file : nothing.keySet()) {
            String source = Files.readString(MAIN.resolve(file));
            found.put(file, Stream.of(Shape.class.getPermittedSubclasses()).map(Class::getSimpleName)
                    .filter(shape -> !Pattern.compile("Shape\\." + shape + "\\b").matcher(source).find()).collect(Collectors.toSet()));
        }
        assertEquals(nothing, found);
    }

    @Test
    void everyExportedPackageStandsInThePicture() throws IOException {
        String text = text();
        String picture = text.substring(text.indexOf("<pre>"), text.indexOf("</pre>"));
        List<String> words = List.of(picture.split("[^\\w.]+", -1));
        assertEquals(List.of(), Files.readAllLines(MAIN.resolveSibling("..").resolve("module-info.java")).stream()
                .map(String::strip).filter(it -> it.startsWith("exports io.mubiao."))
                .map(it -> it.substring("exports io.mubiao.".length(), it.length() - 1))
                .filter(it -> !words.contains(it)).collect(Collectors.toList()));
    }

    /** The picture of the design knows the rooms of the house, below none of which it goes. */
    @Test
    void everyRoomStandsInThePictureOfTheDesign() throws IOException {
        Set<String> rooms = Files.readAllLines(MAIN.resolveSibling("..").resolve("module-info.java")).stream().map(String::strip)
                .filter(it -> it.startsWith("exports io.mubiao.")).map(it -> it.split("[.;]", -1)[2]).collect(Collectors.toSet());
        for (String page : List.of("design.md", "zh/design.md")) {
            String picture = Files.readString(Path.of("src/site/markdown", page)).split("```text", -1)[1].split("```", -1)[0];
            List<String> drawn = List.of(picture.split("[^a-z]+", -1));
            assertEquals(Set.of(), rooms.stream().filter(it -> !drawn.contains(it)).collect(Collectors.toSet()), page);
            assertFalse(drawn.contains("text"), page);
        }
    }
}
