package io.mubiao.land.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check character of GB 32100-2015 finds every single wrong character. */
class CreditCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91110000710925462X", "914403001922038216", "91110000802100433B"})
    void publishedCodesAreRight(String code) {
        assertTrue(CreditCode.isLike(code));
        assertEquals("", CreditCode.flaw(code));
        for (int i = 0; i < code.length(); i++) {
            String wrong = code.substring(0, i) + (code.charAt(i) == '7' ? '8' : '7') + code.substring(i + 1);
            assertFalse(CreditCode.flaw(wrong).isEmpty(), wrong);
        }
    }

    @Test
    void onlyWhatHasTheFormOfACodeIsChecked() {
        assertFalse(CreditCode.isLike("91350100M000100Y4"));
        assertFalse(CreditCode.isLike("ENTERPRISE-0000001"));
        assertFalse(CreditCode.isLike("ENTERPRISE00000001"));
    }
}
