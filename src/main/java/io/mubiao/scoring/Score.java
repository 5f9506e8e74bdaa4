package io.mubiao.scoring;

import io.mubiao.trace.Trace;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a scoring rule makes of its inputs (计分结果). Immutable; numbers are exact. Only a rule makes scores. */
public interface Score {
    /** The rule. */
    ScoringRule rule();

    /** The full points of the item (标准分). */
    Rational full();

    /** The points (得分); empty where an input is missing or a divisor is zero: missing is never zero. */
    Optional<Rational> points();

    /** The points without caps and floors (未封顶得分), beside {@link #points()}. */
    Optional<Rational> raw();

    /** The points of each part by its id, after its limits, in the order worked out. */
    Map<String, Rational> parts();

    /** Why there are no points: {@code MISSING(attainment)}, {@code ZERO_DIVISOR(x)}; empty where there are. */
    String absence();

    /** Why the missing input is missing, in words; may be empty. */
    String why();

    /** The vetoes that hold (一票否决). */
    List<Claim> vetoes();

    /** The duties that hold (说明责任). */
    List<Claim> duties();

    /** Vetoes and duties that nobody can decide because an input is missing. */
    List<Claim> undecided();

    /** How the points came about, part by part; replays to the same number. Empty where there are none. */
    Optional<Trace.Worked> trace();

    /** What the rule read and was given, in the order first used. */
    List<Trace.Leaf> inputs();
}
