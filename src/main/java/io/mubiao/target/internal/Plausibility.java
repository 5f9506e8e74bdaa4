package io.mubiao.target.internal;

import io.mubiao.observe.Entry;
import io.mubiao.observe.Observation;
import io.mubiao.observe.Observation.Complete;
import io.mubiao.observe.Observation.Dated;
import io.mubiao.observe.Observation.Increment;
import io.mubiao.observe.Observation.Level;
import io.mubiao.observe.Observation.Total;
import io.mubiao.problem.Problems;
import io.mubiao.target.Bound;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What cannot be, or hardly can, about one observation, with what was probably meant. */
public final class Plausibility {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final Rational THOUSAND = Rational.of(1_000);
    private static final Rational TWENTY = Rational.of(20);

    private static final Rational THREE = Rational.of(3);
    private static final Rational TEN = Rational.of(10);
    /** A figure many times as large is far off; of few things not yet. */
    private static final Rational FAR = Rational.of(100, 3);
    private static final Rational FAR_OF_FEW = Rational.of(1_000, 3);
    /** More than any figure is. */
    private static final Rational ENDLESS = TEN.power(60);
    private static final Pattern GROWTH = Pattern.compile("增|减|升|降|变化|[Gg]rowth|[Cc]hange|[Ii]ncrease|[Rr]eduction");

    private final ZoneId zone;
    private final Set<String> growing;
    /** The years that a slip of the pen may have meant. */
    private final int fromYear;
    private final int toYear;

    public Plausibility(Register register) {
        zone = register.zone();
        growing = register.targets().stream().filter(it -> GROWTH.matcher(it.title()).find()).map(Target::id).collect(Collectors.toSet());
        fromYear = register.targets().stream().mapToInt(it -> it.period().first().getYear()).min().orElse(FIRST_YEAR) - 1;
        toYear = register.targets().stream().mapToInt(it -> it.period().last().getYear()).max().orElse(LAST_YEAR) + 1;
    }

    /**
     * Adds what is implausible in an observation.
     *
     * @param required what targets require of its figure, by target
     */
    public void check(Observation observation, List<Required> required, Problems problems) {
        year(observation).or(() -> endsBeforeItBegins(observation)).or(() -> beforeItWas(observation))
                .ifPresent(message -> problems.error("IMPOSSIBLE_DATE", "", message));
        belowZero(observation).or(() -> turnedSign(observation, required)).ifPresent(message -> problems.warning("NEGATIVE", "", message));
        observation.figure().filter(it -> observation instanceof Dated || observation instanceof Increment)
                .flatMap(figure -> required.stream().flatMap(it -> slip(figure, it, observation instanceof Increment).stream()).findFirst())
                .ifPresent(message -> problems.warning("FAR_OFF", "", message));
    }

    /** What a target compares a figure with: what it requires, or else a base. */
    public record Required(String target, Optional<Bound> bound, Quantity reference) {}

    private Optional<String> year(Observation observation) {
        LocalDate recorded = LocalDate.ofInstant(observation.entry().recordedAt(), zone);
        List<LocalDate> days = days(observation);
        return Stream.concat(days.stream(), observation.entry().assumed() ? Stream.of() : Stream.of(recorded)).filter(Plausibility::isOdd).findFirst()
                .map(day -> (days.contains(day) ? "" : "recorded on ") + odd(day));
    }

    private static boolean isOdd(LocalDate day) {
        return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR;
    }

    private String odd(LocalDate day) {
        return day + " cannot be, its year is " + day.getYear()
                + meant(day.getYear()).map(year -> "; " + day.withYear(year) + " was probably meant").orElse("");
    }

    /** What is told of an instant at which nothing can have become known. */
    Optional<String> recorded(Instant at) {
        return Optional.of(LocalDate.ofInstant(at, zone)).filter(Plausibility::isOdd).map(day -> "recorded on " + odd(day));
    }

    /** The one year of the register, or next to it, that differs by a left-out century, a swapped pair or one digit. */
    private Optional<Integer> meant(int year) {
        List<Integer> near = IntStream.rangeClosed(fromYear, toYear).filter(it -> it % 100 == year || isSwapped(it, year))
                .boxed().toList();
        if (near.isEmpty()) {
            near = IntStream.rangeClosed(fromYear, toYear).filter(it -> differing(it, year) == 1).boxed().toList();
        }
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    private static boolean isSwapped(int one, int other) {
        String a = String.valueOf(one);
        String b = String.valueOf(other);
        return differing(one, other) == 2
                && a.chars().sorted().boxed().toList().equals(b.chars().sorted().boxed().toList());
    }

    private static int differing(int one, int other) {
        String a = String.valueOf(one);
        String b = String.valueOf(other);
        return a.length() != b.length() ? a.length()
                : (int) IntStream.range(0, a.length()).filter(i -> a.charAt(i) != b.charAt(i)).count();
    }

    private Optional<String> endsBeforeItBegins(Observation observation) {
        return observation instanceof Total total ? total.since().filter(total.on().dateIn(zone)::isBefore)
                .map(since -> "counted since " + since + ", after " + total.on().dateIn(zone) + ", its own day; a running total begins before it ends")
                : Optional.empty();
    }

    private Optional<String> beforeItWas(Observation observation) {
        Entry entry = observation.entry();
        LocalDate recorded = LocalDate.ofInstant(entry.recordedAt(), zone);
        return entry.assumed() ? Optional.empty() : days(observation).stream().filter(day -> day.isAfter(recorded)).findFirst()
                .map(day -> "dated " + day + ", but recorded on " + recorded + ", when that was still to come");
    }

    /** The days that it is about. */
    private List<LocalDate> days(Observation it) {
        if (it instanceof Increment increment) {
            return List.of(increment.span().first(), increment.span().last());
        } else if (it instanceof Complete complete) {
            return List.of(complete.span().first(), complete.span().last());
        } else if (it instanceof Total total && total.since().isPresent()) {
            return List.of(total.since().get(), total.on().dateIn(zone));
        }
        return it instanceof Dated dated ? List.of(dated.on().dateIn(zone)) : List.of();
    }

    private static Optional<String> belowZero(Observation observation) {
        return observation.figure().filter(it -> observation instanceof Total || it.unit().isCount() || !it.unit().measureWords().isEmpty())
                .filter(it -> it.amount().signum() < 0).map(it -> (observation instanceof Total ? "a running total of "
                : "a count of ") + it + " is below zero; " + it.times(Rational.of(-1)) + " was probably meant");
    }

    /** A share below zero that would be a usual one without its sign, and is no growth. */
    private Optional<String> turnedSign(Observation observation, List<Required> required) {
        Quantity level = observation instanceof Level it ? it.value() : null;
        if (level == null || level.amount().signum() >= 0 || !level.unit().isShare()) {
            return Optional.empty();
        }
        Quantity turned = level.times(Rational.of(-1));
        return required.stream().filter(it -> it.reference.unit().isShare() && it.reference.amount().signum() > 0 && !growing.contains(it.target)
                && isNear(turned.ratioTo(it.reference))).findFirst().map(it -> "a share of " + level + " is below zero; " + turned
                        + " was probably meant");
    }

    /** A figure that a factor brings near what is required, and that is far from it without. */
    private static Optional<String> slip(Quantity figure, Required required, boolean part) {
        Quantity reference = required.reference;
        if (!figure.unit().isCompatibleWith(reference.unit()) || figure.amount().signum() <= 0
                || reference.amount().signum() <= 0) {
            return Optional.empty();
        }
        Rational ratio = figure.ratioTo(reference);
        if (reference.unit().equals(Unit.NONE) && !figure.unit().equals(Unit.NONE) && isNear(ratio.times(Rational.HUNDRED))) {
            return Optional.of(figure + " is far from " + reference + ", a plain number that target '" + required.target + "' requires; '"
                    + reference + " " + figure.unit() + "' was probably meant there");
        }
        Optional<Quantity> meant = figure.unit().isShare() ? share(figure, reference, ratio, part)
                : isFar(ratio, reference) ? Optional.of(figure.times(Rational.ONE.dividedBy(powerOfTen(ratio))).in(reference.unit()))
                : otherUnit(figure, reference, ratio);
        return meant.map(it -> required.bound.map(bound -> figure + " is far from " + bound + ", which target '" + required.target
                + "' requires; " + it + " was probably meant").orElseGet(() -> figure + " is far from " + reference
                        + ", the base of target '" + required.target + "'; " + it + " was probably meant"));
    }

    private static Optional<Quantity> share(Quantity figure, Quantity reference, Rational ratio, boolean part) {
        if (!part && isNear(ratio.times(Rational.HUNDRED))) {
            return Optional.of(figure.times(Rational.HUNDRED));
        }
        boolean other = !figure.unit().equals(reference.unit()) && !isNear(ratio) && isNear(figure.amount().dividedBy(reference.amount()));
        if (other && !figure.unit().equals(Unit.NONE) && !reference.unit().equals(Unit.NONE)) {
            return Optional.of(Quantity.of(figure.amount(), reference.unit()));
        }
        if (isNear(ratio.dividedBy(Rational.HUNDRED))) {
            return Optional.of(figure.times(Rational.of(1, 100)));
        }
        boolean whole = figure.asShare().compareTo(Rational.ONE) > 0 && reference.asShare().compareTo(Rational.ONE) <= 0;
        return whole && isNear(ratio.dividedBy(TEN)) ? Optional.of(figure.times(Rational.of(1, 10))) : Optional.empty();
    }

    private static boolean isFar(Rational ratio, Quantity reference) {
        return ratio.compareTo(far(reference)) >= 0;
    }

    /** Of a few things some dozens may be. */
    private static Rational far(Quantity reference) {
        return reference.unit().isCount() && reference.in(reference.unit().one()).amount().compareTo(TEN) < 0 ? FAR_OF_FEW : FAR;
    }

    /** The power of ten that brings a ratio near one, from 100 on. */
    static Rational powerOfTen(Rational ratio) {
        Rational power = Rational.HUNDRED;
        while (ratio.compareTo(power.times(TEN).dividedBy(Rational.of(3))) >= 0) {
            power = power.times(TEN);
        }
        return power;
    }

    /** A figure that is next to nothing and would be a usual one in the unit of what is required. */
    private static Optional<Quantity> otherUnit(Quantity figure, Quantity reference, Rational ratio) {
        Rational number = figure.amount().dividedBy(reference.amount());
        boolean meant = !figure.unit().equals(reference.unit()) && ratio.times(THOUSAND).compareTo(Rational.ONE) <= 0
                && number.times(TWENTY).compareTo(Rational.ONE) >= 0 && number.compareTo(Rational.of(3)) <= 0;
        return meant ? Optional.of(Quantity.of(figure.amount(), reference.unit())) : Optional.empty();
    }

    /** Amounts from one to another, both a little further out than they need be. */
    record Stretch(BigDecimal from, BigDecimal to) {
        private static final int DIGITS = 20;

        static Stretch of(Rational from, Rational to) {
            return new Stretch(decimal(from, RoundingMode.FLOOR), decimal(to, RoundingMode.CEILING));
        }

        private static BigDecimal decimal(Rational of, RoundingMode mode) {
            return new BigDecimal(of.numerator()).divide(new BigDecimal(of.denominator()), new MathContext(DIGITS, mode));
        }

        /** The least whole number of 10^-scale in it, or the largest long. */
        long least(int scale) {
            return capped(from.movePointRight(scale).setScale(0, RoundingMode.CEILING));
        }

        /** The largest whole number of 10^-scale in it, or the largest long. */
        long most(int scale) {
            return capped(to.movePointRight(scale).setScale(0, RoundingMode.FLOOR));
        }

        private static long capped(BigDecimal whole) {
            return whole.toBigInteger().min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
        }
    }

    /** In which stretches an increment of so many units may be far off; outside of them {@link #check} finds none. */
    static List<Stretch> stretches(Unit unit, List<Required> required) {
        List<Stretch> far = new ArrayList<>();
        for (Required it : required) {
            Quantity reference = it.reference;
            if (unit.isCompatibleWith(reference.unit()) && reference.amount().signum() > 0) {
                Rational one = Rational.ONE.dividedBy(Quantity.of(Rational.ONE, unit).ratioTo(reference));
                far.add(unit.isShare() ? Stretch.of(one.times(TEN).dividedBy(THREE), one.times(Rational.HUNDRED).times(THREE))
                        : Stretch.of(one.times(far(reference)), one.times(ENDLESS)));
                if (!unit.equals(reference.unit())) {
                    far.add(near(one.dividedBy(Rational.HUNDRED)));
                    far.add(near(reference.amount()));
                    far.add(Stretch.of(reference.amount().dividedBy(TWENTY), reference.amount().times(Rational.of(3)).min(one.dividedBy(THOUSAND))));
                }
            }
        }
        return far;
    }

    private static Stretch near(Rational middle) {
        return Stretch.of(middle.dividedBy(THREE), middle.times(THREE));
    }

    static boolean isNear(Rational ratio) {
        return ratio.compareTo(Rational.of(1, 3)) >= 0 && ratio.compareTo(THREE) <= 0;
    }
}
