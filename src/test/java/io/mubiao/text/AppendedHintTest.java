package io.mubiao.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.text.internal.Translation;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is appended to a sentence stands behind it in Chinese too, never in the middle. */
class AppendedHintTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "unknown category '创 新'; expected one of [创新, 绿色]; did you mean '创新'? | 未知类别“创 新”；应为 [创新, 绿色] 之一；是否应为“创新”？",
        "unknown target 'P1'; expected one of [P01, P02]; did you mean 'P01'? | 未知目标“P1”；应为 [P01, P02] 之一；是否应为“P01”？",
        "stage '开 工' is not one of [谋划, 开工, 建成]; did you mean '开工'? | 阶段“开 工”不在 [谋划, 开工, 建成] 之列；是否应为“开工”？",
        "'e' is not one of [a, b, c, d] | “e”不在 [a, b, c, d] 之列"})
    void itIsSaidBehindTheSentence(String english, String chinese) {
        assertEquals(chinese, Translation.translate(english, Locale.CHINESE));
    }
}
