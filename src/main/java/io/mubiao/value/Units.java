package io.mubiao.value;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.mubiao.text.internal.Characters;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The units a register may use: the built-in ones and the measure words it declares. Immutable.
 *
 * <p>Built in: money 元; area 亩 (mu), 公顷 (ha), 平方公里 (平方千米, km², km2), 平方米 (平米, m², m2); length 米, 公里 (千米,
 * km); volume 立方米 (m³, m3); shares % and ‰; 百分点 (个百分点, pp); mass t (吨), 千克 (公斤, kg), 克; coal equivalent tce
 * (吨标煤, 吨标准煤), kgce (千克标准煤, 公斤标准煤); energy kWh (千瓦时), MWh (兆瓦时); persons 人. The prefixes 百, 千, 万, 十万,
 * 百万, 千万, 亿, 十亿, 百亿, 千亿 and 万亿 go before any unit but shares (万元, 千元, 万亩, 万人), and {@code a/b} is the quotient
 * of two units (万元/亩). Signs that stand for several, and full-width ones, are read as what they stand for (㎡, 万㎡, ％).
 * One 亩 is exactly 2000/3 m², that is 1/15 公顷.
 */
public final class Units {
    /** What was built in first; a register that declares it as a measure word is wrong, not old. */
    private static final ImmutableMap<String, Unit> FIRST = firstUnits();
    private static final ImmutableMap<String, Unit> BUILT_IN = builtInUnits();
    private static final ImmutableMap<String, Rational> FIRST_PREFIXES = ImmutableMap.of(
            "万亿", Rational.of(1_000_000_000_000L),
            "百万", Rational.of(1_000_000),
            "千万", Rational.of(10_000_000),
            "万", Rational.of(10_000),
            "亿", Rational.of(100_000_000));
    private static final ImmutableMap<String, Rational> PREFIXES = ImmutableMap.<String, Rational>builder()
            .putAll(FIRST_PREFIXES)
            .put("十万", Rational.of(100_000))
            .put("十亿", Rational.of(1_000_000_000))
            .put("百亿", Rational.of(10_000_000_000L))
            .put("千亿", Rational.of(100_000_000_000L))
            .put("百", Rational.of(100))
            .put("千", Rational.of(1_000))
            .build();
    private static final Units PLAIN = new Units(ImmutableMap.of());

    private static final Pattern WORD = Pattern.compile("[^\\s0-9.+\\-?<>=~±,，、：“”\\[\\]()][^\\s?<>=~±,，、：“”\\[\\]()]*");
    private static final Pattern BOUND_WORD = Pattern.compile(".*(以上|以下|以内|左右)");

    private final ImmutableMap<String, Unit> words;

    private Units(ImmutableMap<String, Unit> words) {
        this.words = words;
    }

    /** The built-in units alone. */
    public static Units builtIn() {
        return PLAIN;
    }

    /** These units and the given measure words, none convertible to another. */
    public Units with(String... measureWords) {
        return with(List.of(measureWords));
    }

    /**
     * These units and the given measure words, none convertible to another. Units that were not built in before version
     * 0.2 (立方米, 公里, 千元) may still be declared; they are the built-in ones.
     *
     * @throws IllegalArgumentException if a word is blank, has white space or a digit in front, or is built in
     */
    public Units with(Collection<String> measureWords) {
        Map<String, Unit> all = new LinkedHashMap<>(words);
        for (String word : measureWords) {
            if (!WORD.matcher(word).matches() || BOUND_WORD.matcher(word).matches()) {
                throw new IllegalArgumentException("measure word must be a word without white space, digits in front, "
                        + "signs of comparison, and words such as 以上, got '" + word + "'");
            }
            if (find(word, symbol -> simple(symbol, FIRST, Map.of(), FIRST_PREFIXES)) != null) {
                throw new IllegalArgumentException("measure word '" + word + "' is a built-in unit");
            }
            all.put(word, PLAIN.find(word).orElseGet(() -> Unit.of(word, Unit.WORD + word, Rational.ONE)));
        }
        return new Units(ImmutableMap.copyOf(all));
    }

    /** The declared measure words, in the order declared. */
    public Set<String> measureWords() {
        return ImmutableSet.copyOf(words.keySet());
    }

    /**
     * The unit with this symbol.
     *
     * @throws IllegalArgumentException if there is none; names a known one that may be meant
     */
    public Unit get(String symbol) {
        return find(symbol).orElseThrow(() -> new IllegalArgumentException("unknown unit '" + Characters.shown(symbol) + "'"
                + near(symbol).map(it -> "; did you mean '" + it + "'?").orElse("")
                + "; expected a built-in unit or a measure word declared by the register: "
                + (words.isEmpty() ? "(none declared)" : String.join(" ", words.keySet()))));
    }

    /** The unit with this symbol, if it is known. */
    public Optional<Unit> find(String symbol) {
        return Optional.ofNullable(lookUp(requireNonNull(symbol, "symbol")));
    }

    private @Nullable Unit lookUp(String symbol) {
        Unit found = find(symbol, this::simple);
        if (found != null || symbol.isEmpty()) {
            return found;
        }
        String plain = Normalizer.normalize(symbol, Normalizer.Form.NFKC);
        return plain.equals(symbol) || plain.isBlank() ? null : find(plain, this::simple);
    }

    private static @Nullable Unit find(String symbol, Function<String, @Nullable Unit> simple) {
        Unit whole = simple.apply(symbol);
        if (whole != null) {
            return whole;
        }
        int slash = symbol.indexOf('/');
        if (slash <= 0 || symbol.indexOf('/', slash + 1) >= 0) {
            return null;
        }
        Unit above = simple.apply(symbol.substring(0, slash));
        Unit below = simple.apply(symbol.substring(slash + 1));
        return above == null || below == null ? null : Unit.quotient(symbol, above, below);
    }

    private @Nullable Unit simple(String symbol) {
        return simple(symbol, BUILT_IN, words, PREFIXES);
    }

    private static @Nullable Unit simple(String symbol, Map<String, Unit> builtIn, Map<String, Unit> words,
            Map<String, Rational> prefixes) {
        Unit declared = words.getOrDefault(symbol, builtIn.get(symbol));
        if (declared != null) {
            return declared;
        }
        for (Map.Entry<String, Rational> prefix : prefixes.entrySet()) {
            if (symbol.startsWith(prefix.getKey())) {
                String rest = symbol.substring(prefix.getKey().length());
                Unit base = words.getOrDefault(rest, builtIn.get(rest));
                if (base != null && !base.isShare()) {
                    return Unit.scaled(symbol, base, prefix.getValue());
                }
            }
        }
        return null;
    }

    /** A known unit that may be meant by an unknown one (可能的单位): 万元 for 万圆. */
    public Optional<String> near(String symbol) {
        return UnitSpelling.near(symbol, this, it -> true, BUILT_IN.keySet(), PREFIXES.keySet());
    }

    /** As {@link #near(String)}, among the units that convert to another. */
    public Optional<String> near(String symbol, Unit other) {
        return UnitSpelling.near(symbol, this, other::isCompatibleWith, BUILT_IN.keySet(), PREFIXES.keySet());
    }

    private static ImmutableMap<String, Unit> firstUnits() {
        ImmutableMap.Builder<String, Unit> units = ImmutableMap.builder();
        add(units, "money", Rational.ONE, "元");
        add(units, "area", Rational.ONE, "平方米", "m²", "m2");
        add(units, "area", Rational.of(2000, 3), "亩", "mu");
        add(units, "area", Rational.of(10_000), "公顷", "ha");
        add(units, "area", Rational.of(1_000_000), "平方公里", "km²", "km2");
        add(units, "", Rational.of(1, 100), "%");
        add(units, "percentage point", Rational.ONE, "百分点", "个百分点", "pp");
        add(units, "mass", Rational.ONE, "t", "吨");
        add(units, "coal equivalent", Rational.ONE, "tce", "吨标煤", "吨标准煤");
        add(units, "energy", Rational.ONE, "kWh", "千瓦时");
        add(units, Unit.PERSONS, Rational.ONE, "人");
        return units.build();
    }

    private static ImmutableMap<String, Unit> builtInUnits() {
        ImmutableMap.Builder<String, Unit> units = ImmutableMap.<String, Unit>builder().putAll(FIRST);
        add(units, "area", Rational.ONE, "平米");
        add(units, "area", Rational.of(1_000_000), "平方千米");
        add(units, "length", Rational.ONE, "米");
        add(units, "length", Rational.of(1_000), "公里", "千米", "km");
        add(units, "volume", Rational.ONE, "立方米", "m³", "m3");
        add(units, "", Rational.of(1, 1_000), "‰");
        add(units, "mass", Rational.of(1, 1_000), "千克", "公斤", "kg", "KG");
        add(units, "mass", Rational.of(1, 1_000_000), "克");
        add(units, "coal equivalent", Rational.of(1, 1_000), "kgce", "千克标煤", "千克标准煤", "公斤标煤", "公斤标准煤");
        add(units, "energy", Rational.ONE, "kwh", "KWH", "KWh", "kW·h", "千瓦·时", "千瓦小时");
        add(units, "energy", Rational.of(1_000), "MWh", "兆瓦时");
        return units.build();
    }

    private static void add(ImmutableMap.Builder<String, Unit> to, String dimension, Rational factor, String... names) {
        for (String name : names) {
            to.put(name, Unit.of(name, dimension, factor));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Units that && words.keySet().equals(that.words.keySet());
    }

    @Override
    public int hashCode() {
        return words.keySet().hashCode();
    }

    @Override
    public String toString() {
        return "Units" + words.keySet();
    }
}
