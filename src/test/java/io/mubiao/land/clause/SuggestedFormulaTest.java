package io.mubiao.land.clause;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.mubiao.land.assess.Made;
import io.mubiao.problem.InvalidDefinitionException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** A form that a message proposes can be pasted into the rule, in every language of the message. */
class SuggestedFormulaTest {
    private static final Pattern FORM = Pattern.compile("\\{formula: [^}]*}");
    private static final String RULE = """
            id: t
            year: 2024
            columns: {land: {unit: 亩}, tax: {unit: 万元}}
            indicators: {i: {formula: tax / land, unit: 万元/亩}}
            groups: [{id: all, weights-total: 100, items: {i: {weight: 100, score: SCORE, floor: 0, missing: refuse, zero-divisor: refuse}}}]
            """;

    @Test
    void fullPointsLessADeduction() {
        InvalidDefinitionException refused = assertThrows(InvalidDefinitionException.class,
                () -> Made.rule(RULE.replace("SCORE", "{deduction: {below: 10 万元/亩, each: 2 万元/亩, points: 1}}")));
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            Matcher form = FORM.matcher(refused.message(locale));
            Assertions.assertTrue(form.find(), refused.message(locale));
            Made.rule(RULE.replace("SCORE", form.group()));
        }
    }
}
