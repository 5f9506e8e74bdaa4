package io.mubiao.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.text.internal.Spelling;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A word is only meant by another that is near to it. */
class SpellingTest {
    @ParameterizedTest
    @CsvSource({"nope,", "nowhere,", "land,", "shandong,shandong-power-2022", "huaian-2024,huaian-2024-by-county", "shandongpower2022,shandong-power-2022",
        "hauian-2024-by-county,huaian-2024-by-county", "规上,规模以上工业企业", "power,shandong-power-2022", "ab,"})
    void onlyNearWordsAreMeant(String text, String meant) {
        assertEquals(meant == null ? "" : "; did you mean '" + meant + "'?",
                Spelling.hint(text, List.of("shandong-power-2022", "huaian-2024-by-county", "规模以上工业企业")));
    }
}
