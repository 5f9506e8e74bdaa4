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
 * <p>Built in: money 元, and 美元, 欧元, 港元, 日元, which do not convert; area 亩 (mu, 市亩), 公顷 (ha), 平方公里 (平方千米, km²,
 * km2), 平方米 (平米, m², m2); length 米, 公里 (千米, km), 厘米 (cm), 毫米 (mm); volume 立方米 (m³, m3), 升 (L), 毫升 (mL); shares %
 * and ‰; 百分点 (个百分点, pp), 基点; mass t (吨), 千克 (公斤, kg), 斤 (half of it), 克 (g), 毫克 (mg), 微克 (μg); coal equivalent tce
 * (吨标煤, 吨标准煤), kgce (千克标准煤, 公斤标准煤), 克标准煤; tCO2 (吨二氧化碳) and tCO2e (吨二氧化碳当量), which do not convert; energy
 * kWh (千瓦时, 度), MWh (兆瓦时), GWh (吉瓦时), MJ (兆焦), GJ (吉焦), TJ (太焦); power 瓦 (W), 千瓦 (kW), 兆瓦 (MW), 吉瓦 (GW), and
 * 千伏安; time 天 (日), 周, 小时, 分钟, 秒, and 个月 (月), 年, which do not convert into days; persons 人. The prefixes 百, 千, 万, 十万,
 * 百万, 千万, 亿, 十亿, 百亿, 千亿 and 万亿 go before any unit but shares (万元, 千元, 万亩, 万人), and {@code a/b} is the quotient
 * of two units (万元/亩). Signs that stand for several, and full-width ones, are read as what they stand for (㎡, 万㎡, ％).
 * One 亩 is exactly 2000/3 m², that is 1/15 公顷.
 *
 * <pre>{@code
 * Units units = Units.builtIn().with("个");
 * System.out.println(Quantity.parse("62 个", units)); // prints 62 个
 * System.out.println(Quantity.parse("3 亿元", units).in(units.get("万元"))); // prints 30000 万元
 * System.out.println(units.get("亩").isCompatibleWith(units.get("元"))); // prints false
 * }</pre>
 */
public final class Units {
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
     * 0.2 (立方米, 公里, 千元, 千瓦, 天) may still be declared; they are the built-in ones.
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
            if (find(word, symbol -> simple(symbol, BuiltInUnits.FIRST, Map.of(), FIRST_PREFIXES)) != null) {
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
                + UnitSpelling.hint(symbol, this)
                + "; expected a built-in unit or one of the declared measure words: "
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
        return simple(symbol, BuiltInUnits.ALL, words, PREFIXES);
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
        return UnitSpelling.near(symbol, this, it -> true, BuiltInUnits.ALL.keySet(), PREFIXES.keySet());
    }

    /** As {@link #near(String)}, among the units that convert to another. */
    public Optional<String> near(String symbol, Unit other) {
        return UnitSpelling.near(symbol, this, other::isCompatibleWith, BuiltInUnits.ALL.keySet(), PREFIXES.keySet());
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
