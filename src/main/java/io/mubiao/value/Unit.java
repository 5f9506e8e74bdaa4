package io.mubiao.value;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A unit of measurement (计量单位) as written: 亩, 万亩, 公顷, 万元/亩, %, 百分点, or a measure word such as 个.
 *
 * <p>Two units convert into each other exactly when their dimensions are equal. Every measure word is a dimension of
 * its own, and so are percentage points: 个 never becomes 所, and 7 % is never 7 个. Immutable; equal by symbol and
 * meaning. Units come from {@link Units}.
 */
public final class Unit {
    /** What the dimension of a measure word begins with. */
    static final String WORD = "word ";
    static final String PERSONS = "persons";
    /** Measure words that registers declare for what is no separate thing. */
    private static final ImmutableSet<String> MEASURES = ImmutableSet.of("分", "两", "里", "尺", "立方", "方", "℃",
            "吨公里", "人公里", "焦耳");

    /** The unit of a plain number: a ratio, points, a count without a measure word. */
    public static final Unit NONE = new Unit("", Map.of(), Rational.ONE);

    private final String symbol;
    private final ImmutableSortedMap<String, Integer> dimension;
    private final Rational factor;

    private Unit(String symbol, Map<String, Integer> dimension, Rational factor) {
        this.symbol = requireNonNull(symbol, "symbol");
        this.dimension = ImmutableSortedMap.copyOf(dimension);
        this.factor = factor;
    }

    static Unit of(String symbol, String dimension, Rational factor) {
        return new Unit(symbol, dimension.isEmpty() ? Map.of() : Map.of(dimension, 1), factor);
    }

    static Unit scaled(String symbol, Unit base, Rational by) {
        return new Unit(symbol, base.dimension, base.factor.times(by));
    }

    static Unit quotient(String symbol, Unit above, Unit below) {
        Map<String, Integer> dimension = new TreeMap<>(above.dimension);
        below.dimension.forEach((name, power) -> {
            int sum = dimension.getOrDefault(name, 0) - power;
            if (sum == 0) {
                dimension.remove(name);
            } else {
                dimension.put(name, sum);
            }
        });
        return new Unit(symbol, dimension, above.factor.dividedBy(below.factor));
    }

    /** The symbol as written. */
    public String symbol() {
        return symbol;
    }

    /** Whether amounts in the two units can be compared and added. */
    public boolean isCompatibleWith(Unit other) {
        return dimension.equals(other.dimension);
    }

    /** The unit of an amount in this unit divided by one in the other: 万元/亩. */
    public Unit per(Unit other) {
        if (other.equals(NONE)) {
            return this;
        }
        return quotient(compound(symbol) + "/" + compound(other.symbol), this, other);
    }

    /** The unit of an amount in this unit multiplied by one in the other; 元/kWh times kWh is a sum of money. */
    public Unit times(Unit other) {
        if (equals(NONE) || other.equals(NONE)) {
            return equals(NONE) ? other : this;
        }
        Unit inverse = quotient("", NONE, other);
        return quotient(symbol + "·" + other.symbol, this, inverse);
    }

    private static String compound(String symbol) {
        return symbol.isEmpty() ? "1" : symbol.indexOf('/') >= 0 || symbol.indexOf('·') >= 0 ? "(" + symbol + ")" : symbol;
    }

    /**
     * How many of the other unit one of this unit is, exactly: 10000 for 万元 in 元.
     *
     * @throws UnitMismatchException if the units do not convert; names both
     */
    public Rational in(Unit other) {
        if (!isCompatibleWith(other)) {
            throw new UnitMismatchException(
                    "unit '" + symbol + "' and unit '" + other.symbol + "' do not convert into each other", symbol, other.symbol);
        }
        return factor.dividedBy(other.factor);
    }

    /** Whether this is a plain share of one: %, or a quotient whose units cancel. */
    public boolean isShare() {
        return dimension.isEmpty();
    }

    /** The measure words it is made of: 个 for 万个, 个 and 户 for 个/户, none for 万亩. */
    public Set<String> measureWords() {
        return dimension.keySet().stream().filter(name -> name.startsWith(WORD))
                .map(name -> name.substring(WORD.length())).collect(ImmutableSet.toImmutableSet());
    }

    /**
     * Whether it counts separate things or persons, however it is written: 个, 万个 and 人, but no lengths, money, shares
     * or quotients, nor a declared measure word that is itself a measure, such as 千瓦 or 天.
     */
    public boolean isCount() {
        return isSimple() && (dimension.containsKey(PERSONS) || measureWords().stream().anyMatch(word -> !MEASURES.contains(word)));
    }

    /** The unit of one thing or person of those that it counts: 个 for 万个; of any other unit itself. */
    public Unit one() {
        if (!isSimple() || (measureWords().isEmpty() && !dimension.containsKey(PERSONS))) {
            return this;
        }
        String word = measureWords().stream().findFirst().orElse("人");
        return new Unit(word, dimension, Rational.ONE);
    }

    private boolean isSimple() {
        return dimension.size() == 1 && dimension.containsValue(1);
    }

    /** How many of the dimension's base units one of this unit is: 10000 for 万元, 2000/3 for 亩. */
    Rational factor() {
        return factor;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Unit that
                        && symbol.equals(that.symbol)
                        && dimension.equals(that.dimension)
                        && factor.equals(that.factor));
    }

    @Override
    public int hashCode() {
        return symbol.hashCode();
    }

    @Override
    public String toString() {
        return symbol;
    }
}
