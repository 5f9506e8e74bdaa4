package io.mubiao.rule;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.text.internal.Characters;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Figures and what a rule must make of them (算例). Immutable. All texts are as in the file: numbers with units, 是 or 否,
 * words. {@code io.mubiao.example.ExampleCheck} works it.
 *
 * @param title what it shows
 * @param worked where the expected numbers come from
 * @param parameters the numbers of open parameters
 * @param day the day asked about; empty for the end of the rule's year
 * @param rows the figures by who they belong to, then by name; who stands beside each other is ranked together
 * @param earlier figures and classes of the year or period before, in the same way
 * @param gives what must come out, by who and by name; an exact number, {@code ≈} and the digits written, a word, or
 *     {@code missing}
 * @param cite where it stands
 */
public record Example(String title, Worked worked, Map<String, String> parameters, Optional<LocalDate> day,
        Map<String, Map<String, String>> rows, Map<String, Map<String, String>> earlier,
        Map<String, Map<String, String>> gives, Cite cite) {
    /** Where expected numbers come from. */
    public enum Worked {
        /** The document itself works them (来源自带). */
        SOURCE,
        /** Somebody worked them beside the library (手工核算). */
        BY_HAND
    }

    public Example {
        requireNonNull(title, "title");
        requireNonNull(worked, "worked");
        parameters = ImmutableMap.copyOf(parameters);
        requireNonNull(day, "day");
        rows = copy(rows);
        earlier = copy(earlier);
        gives = copy(gives);
        requireNonNull(cite, "cite");
    }

    @Override
    public String toString() {
        return Characters.shown(this);
    }

    private static Map<String, Map<String, String>> copy(Map<String, Map<String, String>> rows) {
        ImmutableMap.Builder<String, Map<String, String>> copies = ImmutableMap.builder();
        rows.forEach((name, values) -> copies.put(name, ImmutableMap.copyOf(values)));
        return copies.build();
    }
}
