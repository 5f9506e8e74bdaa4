package io.mubiao.land.internal;

import io.mubiao.formula.Symbol;
import io.mubiao.land.ClassRule;
import io.mubiao.land.Column;
import io.mubiao.land.Consequence;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Exclusion;
import io.mubiao.land.RankingRule;
import io.mubiao.rule.Cite;
import io.mubiao.value.Unit;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Classes that somebody else gave (外来的等级): of earlier years, or of this one where a rule has none of its own. */
public final class GivenClass {
    /** The column of a roll that holds them; no column of a rule may be called so. */
    public static final String ID = "class";

    /** Its header. */
    public static final String TITLE = "等级";

    /** What tables write behind a class: A类, B档. */
    private static final List<String> BEHIND = List.of("类企业", "类", "级", "档", "等");

    private GivenClass() {}

    /** The column of a roll, where something follows from a class and the rule has none of its own. */
    public static Optional<Column> column(EvaluationRule rule) {
        boolean follows = rule.consequences().stream().anyMatch(it -> !it.rates().isEmpty());
        return rule.classes().isPresent() || !follows ? Optional.empty() : Optional.of(new Column(ID, TITLE, Symbol.Kind.TEXT, Unit.NONE, 0,
                Optional.empty(), Optional.empty(), List.of(), "", Cite.NONE));
    }

    /** The columns of a roll for a rule: its own, and that of classes that are given. */
    public static List<Column> columns(EvaluationRule rule) {
        return column(rule).map(it -> Stream.concat(rule.columns().stream(), Stream.of(it)).toList()).orElseGet(() -> rule.columns().stream().toList());
    }

    /** The names of classes, and of what stands in place of one, that a rule knows. */
    public static Set<String> known(EvaluationRule rule) {
        Set<String> known = new LinkedHashSet<>(rule.classes().map(ClassRule::classes).orElse(List.of()));
        rule.consequences().stream().map(Consequence::rates).forEach(rates -> known.addAll(rates.keySet()));
        rule.consequences().stream().map(Consequence::fractions).forEach(all -> known.addAll(all.keySet()));
        rule.exclusions().stream().map(Exclusion::label).filter(it -> !it.isEmpty()).forEach(known::add);
        rule.ranking().flatMap(RankingRule::smallGroups).map(RankingRule.SmallGroups::label).filter(it -> !it.isEmpty()).ifPresent(known::add);
        return known;
    }

    /** The class that a text means: A类 and a are A, where there is an A; else the text as it is. */
    public static String meant(Set<String> known, String text) {
        if (known.contains(text)) {
            return text;
        }
        String half = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String plain = BEHIND.stream().filter(half::endsWith).findFirst().map(it -> half.substring(0, half.length() - it.length())).orElse(half);
        List<String> same = known.stream().filter(it -> it.toLowerCase(Locale.ROOT).equals(plain.toLowerCase(Locale.ROOT))).toList();
        return same.size() == 1 ? same.get(0) : text;
    }
}
