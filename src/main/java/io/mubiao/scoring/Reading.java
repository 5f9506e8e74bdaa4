package io.mubiao.scoring;

import static java.util.Objects.requireNonNull;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Pace;
import io.mubiao.assess.Verdict;
import io.mubiao.formula.Symbol;
import io.mubiao.formula.Value;
import io.mubiao.scoring.internal.Kinds;
import io.mubiao.target.Bindingness;
import io.mubiao.target.Commitment;
import io.mubiao.target.Target;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a rule can read of an assessment; its {@link #word} is its name in formulas. */
public enum Reading {
    /** Raw attainment (完成率), a share; where less is better required ÷ actual. */
    ATTAINMENT(Symbol.Kind.NUMBER),
    /** Attainment held between 0 and 1. */
    CAPPED_ATTAINMENT(Symbol.Kind.NUMBER),
    /** The share owed by now (序时进度), a share. */
    EXPECTED_SHARE(Symbol.Kind.NUMBER),
    /** Actual ÷ owed by now, a share. */
    OF_EXPECTED(Symbol.Kind.NUMBER),
    /** Percentage points ahead of pace, a plain number; negative behind. */
    POINTS_AHEAD(Symbol.Kind.NUMBER),
    /** Percentage points behind pace, a plain number; negative ahead. */
    POINTS_BEHIND(Symbol.Kind.NUMBER),
    /** 1 − actual ÷ owed by now: how far below pace relative to it; a share, negative above. */
    BEHIND_SHARE(Symbol.Kind.NUMBER),
    /** Days ahead of pace or deadline; negative behind. */
    DAYS_AHEAD(Symbol.Kind.NUMBER),
    /** Days behind pace or deadline; negative ahead. */
    DAYS_LATE(Symbol.Kind.NUMBER),
    /** What was achieved. */
    ACTUAL(Symbol.Kind.NUMBER),
    /** What is required. */
    REQUIRED(Symbol.Kind.NUMBER),
    /** Required − actual; negative where exceeded. */
    SHORTFALL(Symbol.Kind.NUMBER),
    /** Strength of the commitment, 1 to 5. */
    STRENGTH(Symbol.Kind.NUMBER),
    /** The month of the assessment, 1 to 12. */
    MONTH(Symbol.Kind.NUMBER),
    /** The day of the assessment. */
    AS_OF(Symbol.Kind.DAY),
    /** The deadline that counts, included. */
    DEADLINE(Symbol.Kind.DAY),
    /** The day on which what is required was reached. */
    REACHED_ON(Symbol.Kind.DAY),
    /** What is required holds. */
    MET(Symbol.Kind.FLAG),
    /** The deadline has passed without. */
    MISSED(Symbol.Kind.FLAG),
    /** A red line was crossed. */
    BREACHED(Symbol.Kind.FLAG),
    /** Later facts can no longer change whether what is required holds. */
    SETTLED(Symbol.Kind.FLAG),
    /** Enough is done by now. */
    ON_PACE(Symbol.Kind.FLAG),
    /** Not enough is done by now. */
    BEHIND(Symbol.Kind.FLAG),
    /** Binding (约束性). */
    BINDING(Symbol.Kind.FLAG),
    /** The one word for verdict and pace, such as BEHIND. */
    STATUS(Symbol.Kind.TEXT),
    /** The band a person gave last (评定等次). */
    BAND(Symbol.Kind.TEXT),
    /** The target's id. */
    ID(Symbol.Kind.TEXT),
    /** The kind of goal: amount, milestone, stage-count, quota, coverage, change, red-line, maintain, judged. */
    KIND(Symbol.Kind.TEXT),
    /** The chapter of its clause. */
    CHAPTER(Symbol.Kind.TEXT),
    /** The lead unit. */
    OWNER(Symbol.Kind.TEXT);

    private final Symbol.Kind kind;

    Reading(Symbol.Kind kind) {
        this.kind = kind;
    }

    /** Its name in formulas: {@code points_behind}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is. */
    public Symbol.Kind kind() {
        return kind;
    }

    /** The reading with this name in formulas, if there is one. */
    public static Optional<Reading> find(String word) {
        for (Reading reading : values()) {
            if (reading.word().equals(word)) {
                return Optional.of(reading);
            }
        }
        return Optional.empty();
    }

    /** Whether it is an amount in the target's own unit. */
    public boolean hasUnit() {
        return this == ACTUAL || this == REQUIRED || this == SHORTFALL;
    }

    /** Whether it is a share, written as percents. */
    public boolean isShare() {
        return switch (this) {
            case ATTAINMENT, CAPPED_ATTAINMENT, EXPECTED_SHARE, OF_EXPECTED, BEHIND_SHARE -> true;
            default -> false;
        };
    }

    /** The number, flag or day; of an amount in the unit of the requirement. */
    public Value number(Assessment of) {
        return read(of, null);
    }

    /** The number, flag or day; of an amount in the given unit. */
    public Value number(Assessment of, Unit unit) {
        return read(of, requireNonNull(unit, "unit"));
    }

    private Value read(Assessment of, @Nullable Unit unit) {
        return switch (this) {
            case ATTAINMENT -> value(of.attainment());
            case CAPPED_ATTAINMENT -> value(of.cappedAttainment());
            case EXPECTED_SHARE -> value(of.expectedShare());
            case OF_EXPECTED -> value(of.ofExpected());
            case POINTS_AHEAD -> value(of.pointsAhead());
            case POINTS_BEHIND -> value(of.pointsAhead().map(Rational::negate));
            case BEHIND_SHARE -> value(of.ofExpected().map(share -> Rational.ONE.minus(share)));
            case DAYS_AHEAD -> days(of.daysAhead(), 1);
            case DAYS_LATE -> days(of.daysAhead(), -1);
            case ACTUAL -> amount(of, of.actual(), unit);
            case REQUIRED -> amount(of, of.required(), unit);
            case SHORTFALL -> shortfall(of, unit);
            case STRENGTH, BINDING -> ofTarget(of.target());
            case MONTH -> Value.of(Rational.of(of.asOf().getMonthValue()));
            case AS_OF -> Value.of(Rational.of(of.asOf().toEpochDay()));
            case DEADLINE -> Value.of(Rational.of(of.due().toEpochDay()));
            case REACHED_ON -> value(of.reachedOn().map(day -> Rational.of(day.toEpochDay())));
            case MET -> verdict(of, Verdict.MET);
            case MISSED -> verdict(of, Verdict.MISSED);
            case BREACHED -> verdict(of, Verdict.BREACHED);
            case SETTLED -> Value.of(flag(of.settled()));
            case ON_PACE -> pace(of, Pace.ON_PACE);
            case BEHIND -> pace(of, Pace.BEHIND);
            default -> throw new IllegalStateException(this + " is a text");
        };
    }

    /** What is known of a target without any observation: strength and bindingness. */
    public Value ofTarget(Target target) {
        return switch (this) {
            case STRENGTH -> value(target.commitment().map(Commitment::strength)
                    .map(strength -> Rational.of(strength.level())));
            case BINDING -> value(target.bindingness().map(binding -> flag(binding == Bindingness.BINDING)));
            default -> throw new IllegalArgumentException("'" + word() + "' is known only after an assessment");
        };
    }

    /** The text, where there is one. */
    public Optional<String> text(Assessment of, String chapter, String owner) {
        return switch (this) {
            case STATUS -> Optional.of(of.status().name());
            case BAND -> of.opinions().isEmpty() ? Optional.empty()
                    : Optional.of(of.opinions().get(of.opinions().size() - 1).band());
            default -> textOf(of.target(), chapter, owner);
        };
    }

    /** The text that is known without any observation, where there is one. */
    public Optional<String> textOf(Target target, String chapter, String owner) {
        return switch (this) {
            case ID -> Optional.of(target.id());
            case KIND -> Optional.of(Kinds.word(target.goal()));
            case CHAPTER -> Optional.of(chapter).filter(it -> !it.isEmpty());
            case OWNER -> Optional.of(owner).filter(it -> !it.isEmpty());
            default -> throw new IllegalArgumentException("'" + word() + "' is known only after an assessment");
        };
    }

    private Value value(Optional<Rational> number) {
        return number.isPresent() ? Value.of(number.get()) : Value.missing(word());
    }

    private Value days(OptionalLong days, int sign) {
        return days.isPresent() ? Value.of(Rational.of(sign * days.getAsLong())) : Value.missing(word());
    }

    private static Rational flag(boolean holds) {
        return holds ? Rational.ONE : Rational.ZERO;
    }

    private Value verdict(Assessment of, Verdict asked) {
        return switch (of.verdict()) {
            case MET, NOT_MET, MISSED, BREACHED -> Value.of(flag(of.verdict() == asked));
            default -> Value.missing(word());
        };
    }

    private Value pace(Assessment of, Pace asked) {
        return of.pace() == Pace.ON_PACE || of.pace() == Pace.BEHIND
                ? Value.of(flag(of.pace() == asked))
                : Value.missing(word());
    }

    private Value shortfall(Assessment of, @Nullable Unit unit) {
        Value required = amount(of, of.required(), unit);
        Value actual = amount(of, of.actual(), unit);
        return required.isNumber() && actual.isNumber()
                ? Value.of(required.number().minus(actual.number()))
                : Value.missing(word());
    }

    private Value amount(Assessment of, Optional<Quantity> amount, @Nullable Unit unit) {
        Unit in = unit != null ? unit : of.required().or(() -> amount).map(Quantity::unit).orElse(Unit.NONE);
        if (amount.isEmpty() || !amount.get().unit().isCompatibleWith(in)) {
            return Value.missing(word());
        }
        return Value.of(amount.get().in(in).amount());
    }
}
