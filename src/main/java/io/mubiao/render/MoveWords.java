package io.mubiao.render;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Indicator;
import io.mubiao.land.assess.EnterpriseResult;
import io.mubiao.land.assess.Followed;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.question.Move;
import io.mubiao.trace.Trace;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A result, and what of it moved, in a line. */
final class MoveWords {
    /**
     * What ranks an enterprise: its total, or an indicator where nothing is scored (单指标排序).
     *
     * @param unit empty where it has none or it is not known
     * @param isTotal whether it is the total
     */
    record Basis(String title, String unit, boolean isTotal) {
        /** What ranks those of a group of items, by its id. */
        static Basis of(Words words, EvaluationRule rule, String group) {
            return on(rule, group).map(it -> new Basis(it.title(), it.unit().symbol(), false)).orElseGet(() -> total(words));
        }

        /** What a total is made of. */
        static Basis of(Words words, Trace.Worked total) {
            return total.operands().get(0) instanceof Trace.Worked it && !it.name().equals("subtotal")
                    ? new Basis(it.title(), it.unit().symbol(), false) : total(words);
        }

        private static Optional<Indicator> on(EvaluationRule rule, String group) {
            return rule.groups().stream().filter(it -> it.id().equals(group)).flatMap(it -> it.rankOn().stream()).findFirst()
                    .flatMap(rule.indicators()::find);
        }

        static Basis total(Words words) {
            return new Basis(words.either("总分", "total"), "", true);
        }

        /** What ranks all of a ranking; where groups differ in that and the ranking does not tell them apart, no name of theirs. */
        static Basis ofRanking(Words words, EvaluationRule rule, List<String> ranking) {
            int at = rule.ranking().map(it -> it.by().indexOf("group")).orElse(-1);
            Set<Basis> all = at >= 0 && at < ranking.size() ? Set.of(of(words, rule, ranking.get(at)))
                    : rule.groups().stream().map(it -> of(words, rule, it.id())).collect(Collectors.toSet());
            return all.size() == 1 ? all.iterator().next() : all.isEmpty() ? total(words) : unnamed(words);
        }

        private static Basis unnamed(Words words) {
            return new Basis(words.either("排序依据", "what ranks it"), "", false);
        }

        /** One of the numbers in its unit. */
        String number(PlainNumber totals, Rational total) {
            return unit.isEmpty() ? totals.text(total) : totals.text(total) + " " + unit;
        }

        String said(PlainNumber totals, Rational total) {
            return title + " " + number(totals, total);
        }
    }

    private final Words words;
    private final EvaluationRule before;
    private final @Nullable EvaluationRule after;

    MoveWords(Words words, EvaluationRule rule) {
        this(words, rule, rule);
    }

    /** @param after the rule of results after a move; null where that is not known */
    MoveWords(Words words, EvaluationRule before, @Nullable EvaluationRule after) {
        this.words = words;
        this.before = before;
        this.after = after;
    }

    static String name(EnterpriseResult it, Words words) {
        return it.name() + (it.name().equals(it.id()) ? "" : words.either("（" + it.id() + "）", " (" + it.id() + ")"));
    }

    String result(EnterpriseResult it) {
        return result(it, PlainNumber.ALONE);
    }

    /** @param totals those it stands beside */
    String result(EnterpriseResult it, PlainNumber totals) {
        List<String> parts = new ArrayList<>();
        it.total().ifPresent(total -> parts.add(basis(after, it).said(totals, total)));
        if (it.place().isPresent()) {
            parts.add(words.either("第 " + it.place().getAsLong() + " 名，共 " + it.places().orElse(0) + " 家",
                    "place " + it.place().getAsLong() + " of " + it.places().orElse(0)));
        }
        parts.add(grade(it));
        return String.join(words.either("，", ", "), parts);
    }

    /** The classes, or what stands in their place. */
    String grade(EnterpriseResult it) {
        if (it.standing() != Standing.GRADED) {
            return isTreated(it) ? treated(it, words)
                    : words.of(it.standing()) + (it.label().isEmpty() ? "" : words.either("（" + it.label() + "）", " (" + it.label() + ")"));
        }
        String last = it.finalClass().orElse("—");
        return it.finalClass().isEmpty() && it.initialClass().isEmpty() ? words.either("参评", "evaluated")
                : it.initialClass().isEmpty() ? words.either("等级为 " + last + " 类", "class " + last)
                : it.initialClass().equals(it.finalClass()) ? words.either("评为 " + last + " 类", "class " + last)
                : words.either("初评 " + it.initialClass().orElse("—") + " 类，最终评为 " + last + " 类",
                        "initially " + it.initialClass().orElse("—") + ", finally " + last);
    }

    /** Whether a class that is not its own is in force, or would be if whom it follows had one. */
    static boolean isTreated(EnterpriseResult it) {
        return it.standing() == Standing.TREATED_AS || (it.standing() == Standing.COLLECTED && it.followed().isPresent());
    }

    static String treated(EnterpriseResult it, Words words) {
        String standing = it.standing() == Standing.COLLECTED ? words.of(it.standing()) : words.either("参评不定级", "evaluated");
        return standing + (it.classInForce().isEmpty() ? words.either("，所跟随的企业没有等级", ", whom it follows has no class")
                : words.either("，按 " + it.label() + " 类对待", ", treated as " + it.label()));
    }

    /** Whose class it takes; empty where it follows nobody, or why nobody can tell says it. */
    static String followed(EnterpriseResult it, Words words) {
        return it.followed().filter(whom -> !whom.state().isOpen()).map(whom -> {
            String path = whom.path().stream().map(firm -> name(firm, words))
                    .collect(Collectors.joining(words.either("，其又跟随 ", ", who takes that of ")));
            return words.either("等级跟随" + whom.by().title() + " " + path + "：",
                    "takes the class of the " + whom.by().title() + " " + path + ": ")
                    + whom.className().map(found -> words.either(found + " 类", found)).orElse(words.either("没有等级", "no class"));
        }).orElse("");
    }

    private static String name(Followed.Firm it, Words words) {
        return it.name() + (it.name().equals(it.id()) ? "" : words.either("（" + it.id() + "）", " (" + it.id() + ")"));
    }

    /** What moved: total, place, class, amounts; empty if nothing did. */
    String what(Move it) {
        List<String> parts = new ArrayList<>();
        if (it.inScore()) {
            PlainNumber totals = PlainNumber.beside(Stream.of(it.before(), it.after()).flatMap(one -> one.total().stream()));
            Basis then = basis(before, it.before());
            Basis now = basis(after, it.after());
            boolean isSame = then.equals(now) || it.before().total().isEmpty() || it.after().total().isEmpty();
            Basis both = it.before().total().isEmpty() ? now : then;
            parts.add(isSame ? both.title() + " " + it.before().total().map(total -> both.number(totals, total)).orElse("—") + arrow()
                            + it.after().total().map(total -> both.number(totals, total)).orElse("—")
                    : then.said(totals, it.before().total().orElseThrow()) + arrow() + now.said(totals, it.after().total().orElseThrow()));
        }
        if (it.inOtherRanking()) {
            parts.add(words.either("改入另一排名", "in another ranking"));
        }
        if (it.inRank()) {
            parts.add(words.either("名次 ", "place ") + place(it.before()) + arrow() + place(it.after()));
        }
        if (it.inClass()) {
            parts.add(grade(it.before()) + arrow() + grade(it.after()));
        }
        it.charges().forEach(charge -> parts.add(new ChargeWords(words).moved(charge)));
        return String.join(words.either("，", ", "), parts);
    }

    /** What ranks an enterprise; where its rule is not known and that of the other result ranks on an indicator, no name of it. */
    private Basis basis(@Nullable EvaluationRule rule, EnterpriseResult it) {
        if (after == null && before.groups().stream().anyMatch(group -> group.rankOn().isPresent())) {
            return Basis.unnamed(words);
        }
        return rule == null ? Basis.total(words) : Basis.of(words, rule, it.group());
    }

    /** Who moved, and what. */
    String line(Move it) {
        String what = what(it);
        return name(it.after(), words) + words.either("：", ": ") + (what.isEmpty() ? words.either("不变", "unchanged") : what);
    }

    private String arrow() {
        return words.either(" → ", " -> ");
    }

    private static String place(EnterpriseResult it) {
        return it.place().isPresent() ? Long.toString(it.place().getAsLong()) : "—";
    }
}
