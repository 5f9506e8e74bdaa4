package io.mubiao.io.register;

import io.mubiao.io.internal.Fields;
import io.mubiao.io.internal.ReadPart;
import io.mubiao.target.Bound;
import io.mubiao.value.Quantity;
import io.mubiao.value.Units;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The units of a register. Where a measure word was refused, a unit that nobody knows is no problem again. */
final class DeclaredUnits {
    private static final Pattern LAST_WORD = Pattern.compile("[^\\s0-9.+\\-<>=~±,，、\\[\\]()%]+$");

    private Units units = Units.builtIn();
    private boolean anyRefused;
    private final Map<String, Bound> bounds = new HashMap<>();

    void read(Fields register) {
        int before = register.problems.errors();
        register.list("units", item -> register.convert(item, word -> {
            units = units.with(word);
            return word;
        }));
        anyRefused = register.problems.errors() > before || (!register.has("units") && register.isMeant("units"));
    }

    Units units() {
        return units;
    }

    Quantity quantity(String text) {
        return read(text, known -> Quantity.parseTyped(text, known));
    }

    Bound bound(String text) {
        return bounds.computeIfAbsent(text, it -> read(it, known -> Bound.parse(it, known)));
    }

    private <T> T read(String text, Function<Units, T> parse) {
        try {
            return parse.apply(units);
        } catch (IllegalArgumentException e) {
            if (anyRefused && isReadableWithItsWord(text, parse)) {
                throw new ReadPart.Refused();
            }
            throw e;
        }
    }

    private <T> boolean isReadableWithItsWord(String text, Function<Units, T> parse) {
        Matcher word = LAST_WORD.matcher(text.replaceAll("\\s*(及以上|以上|及以下|以下|以内|左右|之间)$", ""));
        if (!word.find()) {
            return false;
        }
        try {
            return parse.apply(units.with(word.group())) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
