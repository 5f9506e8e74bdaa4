package io.mubiao.target;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is measured (计量口径). Immutable. A stream left empty means the target's own id.
 */
public sealed interface Measure {
    /** A cumulative amount (累计): increments summed, or the latest running total. */
    record Total(String stream) implements Measure {
        public Total {
            requireNonNull(stream, "stream");
        }
    }

    /** The latest level (时点), which is also how a published rate is observed. */
    record Level(String stream) implements Measure {
        public Level {
            requireNonNull(stream, "stream");
        }
    }

    /** How many events the stream holds (件数); within a tier, only those of its size. */
    record Count(String stream) implements Measure {
        public Count {
            requireNonNull(stream, "stream");
        }
    }

    /** The sum of an attribute over the events of a stream (合计): the investment of the projects signed. */
    record Sum(String stream, String attribute) implements Measure {
        public Sum {
            requireNonNull(stream, "stream");
            requireNonNull(attribute, "attribute");
            if (attribute.isBlank()) {
                throw new IllegalArgumentException("a sum needs the attribute of events that it adds up");
            }
        }
    }

    /** A rate: numerator ÷ denominator, each a total, level, count or sum of its own stream. */
    record Ratio(Measure numerator, Measure denominator) implements Measure {
        public Ratio {
            requireNonNull(numerator, "numerator");
            requireNonNull(denominator, "denominator");
            if (numerator instanceof Ratio || denominator instanceof Ratio) {
                throw new IllegalArgumentException("numerator and denominator must not be ratios themselves");
            }
        }
    }

    /** A cumulative amount in the target's own stream. */
    static Measure total() {
        return new Total("");
    }

    /** A cumulative amount in a named stream. */
    static Measure total(String stream) {
        return new Total(stream);
    }

    /** A level in the target's own stream. */
    static Measure level() {
        return new Level("");
    }

    /** A level in a named stream. */
    static Measure level(String stream) {
        return new Level(stream);
    }

    /** The number of events in the target's own stream. */
    static Measure count() {
        return new Count("");
    }

    /** The number of events in a named stream. */
    static Measure count(String stream) {
        return new Count(stream);
    }

    /** The sum of an attribute over the events in the target's own stream. */
    static Measure sum(String attribute) {
        return new Sum("", attribute);
    }

    /** The sum of an attribute over the events in a named stream. */
    static Measure sum(String stream, String attribute) {
        return new Sum(stream, attribute);
    }

    /** Whether it grows over the period, so that a share of what is required is owed by now. */
    default boolean isCumulative() {
        return this instanceof Total || this instanceof Count || this instanceof Sum;
    }

    /** The streams that it reads, those of a numerator first; {@code own} where it names none. */
    default List<String> streams(String own) {
        if (this instanceof Ratio ratio) {
            return Stream.concat(ratio.numerator.streams(own).stream(), ratio.denominator.streams(own).stream()).toList();
        }
        String named = this instanceof Total total ? total.stream
                : this instanceof Level level ? level.stream
                : this instanceof Count count ? count.stream
                : this instanceof Sum sum ? sum.stream : "";
        return List.of(named.isEmpty() ? own : named);
    }

    /** A rate of two measures. */
    static Measure ratio(Measure numerator, Measure denominator) {
        return new Ratio(numerator, denominator);
    }
}
