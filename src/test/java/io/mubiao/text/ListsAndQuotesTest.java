package io.mubiao.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.text.internal.Translation;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is appended to a sentence stands behind it in Chinese too, and what is quoted stays as it is. */
class ListsAndQuotesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
        "unknown indicator 'tmp'; expected one of [tpm, tax_pc]; did you mean 'tpm'? # 未知指标“tmp”；应为 [tpm, tax_pc] 之一；是否应为“tpm”？",
        "unknown class 'E'; expected one of [A, B] # 未知等级“E”；应为 [A, B] 之一",
        "formula 'if(a > 0, 0, if(a > 1, 1, …' # 公式“if(a > 0, 0, if(a > 1, 1, …”",
        "found '1/2', expected a plain decimal in % # 现为“1/2”，应为以 % 计的普通小数",
    })
    void isTold(String english, String chinese) {
        assertEquals(chinese, Translation.translate(english, Locale.CHINESE));
    }
}
