package io.mubiao.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.target.Goal;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Items that are put together by the kind of their goals stand under a Chinese heading in Chinese. */
class NodeTitleTest {
    private static final Pattern ENGLISH = Pattern.compile("[a-z]{2}");

    @Test
    void everyKindOfGoalHasAChineseTitle() {
        Words chinese = new Words(Locale.CHINESE);
        assertEquals(0, Arrays.stream(Goal.class.getPermittedSubclasses()).map(it -> it.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT)).filter(it -> ENGLISH.matcher(chinese.node(it)).find()).count());
        assertEquals("约束性", chinese.node("binding"));
        assertEquals("预期性", chinese.node("expected"));
    }

    @Test
    void whatIsNoWordOfTheLibraryStaysAsItIs() {
        assertEquals("区财政局", new Words(Locale.CHINESE).node("区财政局"));
        assertEquals("red-line", new Words(Locale.ENGLISH).node("red-line"));
    }
}
