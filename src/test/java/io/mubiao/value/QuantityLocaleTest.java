package io.mubiao.value;

import static io.mubiao.testing.TestUnits.q;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.testing.Locales;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuantityLocaleTest {
    @ParameterizedTest
    @MethodSource("io.mubiao.testing.Locales#troublesome")
    void textFormsDoNotDependOnTheDefaultLocale(Locale locale) {
        Locales.under(locale, () -> {
            assertEquals("1234567.50 万亩", q("1234567.50万亩").toString());
            assertEquals("-1/3 kWh", Quantity.of(Rational.of(-1, 3), Units.builtIn().get("kWh")).toString());
            assertEquals("12.34", Rational.of(1234, 100).toString());
            assertEquals("HALF_UP(2)", Rounding.halfUp(2).toString());
            assertThrows(IllegalArgumentException.class, () -> q("1.234,5 万亩"));
            assertThrows(IllegalArgumentException.class, () -> q("١٢ 个"));
        });
    }
}
