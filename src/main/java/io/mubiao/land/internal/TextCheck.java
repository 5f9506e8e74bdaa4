package io.mubiao.land.internal;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Symbol;
import io.mubiao.formula.internal.Test;
import io.mubiao.land.ClassRule;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Exclusion;
import io.mubiao.land.Group;
import io.mubiao.land.Label;
import io.mubiao.land.RankingRule;
import io.mubiao.land.Table;
import io.mubiao.problem.Problems;
import io.mubiao.text.internal.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks that every text a rule writes can be there: a value of its column, a label, a class, a group. */
public final class TextCheck {
    private static final int MOST_SHOWN = 20;

    /** What a text can be: its name for people, and all its values in order. */
    private record Texts(String name, String title, Set<String> all) {
        String words() {
            return title.equals(name) ? "'" + name + "'" : "'" + name + "' (" + title + ")";
        }
    }

    private final EvaluationRule rule;
    private final Map<String, Texts> known = new LinkedHashMap<>();
    private final Set<List<String>> told = new HashSet<>();
    private final Problems problems;

    private TextCheck(EvaluationRule rule, Problems problems) {
        this.rule = rule;
        this.problems = problems;
        rule.columns().stream().filter(it -> it.kind() == Symbol.Kind.TEXT && !it.values().isEmpty())
                .forEach(it -> know(it.id(), it.title(), it.values()));
        rule.labels().forEach(it -> know(it.id(), it.title(), it.choices().stream().map(Label.Choice::label).toList()));
        know("group", "group it is in", rule.groups().stream().map(Group::id).toList());
        rule.classes().ifPresent(it -> {
            know("class", "class of this year", it.classes());
            know("prior_class", "class of the year before", Stream.of(it.classes().stream(), instead(),
                    Stream.of(rule.noPriorClass()).filter(text -> !text.isEmpty())).flatMap(texts -> texts).toList());
        });
    }

    /** What stands in place of a class. */
    private Stream<String> instead() {
        return Stream.concat(rule.exclusions().stream().map(Exclusion::label),
                rule.ranking().flatMap(RankingRule::smallGroups).map(RankingRule.SmallGroups::label).stream())
                .filter(label -> !label.isEmpty());
    }

    private void know(String name, String title, Collection<String> all) {
        known.put(name, new Texts(name, title, new LinkedHashSet<>(all)));
    }

    static void check(EvaluationRule rule, Problems problems) {
        TextCheck check = new TextCheck(rule, problems);
        RuleFormulas.each(rule, (path, formula) -> check.walk(path, formula.expr()));
        rule.tables().forEach(check::table);
        rule.classes().filter(it -> !it.cutsBy().isEmpty()).ifPresent(check::cuts);
        rule.ranking().ifPresent(check::smallGroups);
    }

    /** The texts that a rule compares each of its free text columns with, those without a list of values. */
    public static Map<String, Set<String>> compared(EvaluationRule rule) {
        Map<String, Set<String>> compared = new LinkedHashMap<>();
        rule.columns().stream().filter(it -> it.kind() == Symbol.Kind.TEXT && it.values().isEmpty())
                .forEach(it -> compared.put(it.id(), new LinkedHashSet<>()));
        RuleFormulas.each(rule, (path, formula) -> compared(formula.expr(), compared));
        rule.tables().forEach(it -> compared.getOrDefault(it.by(), new LinkedHashSet<>()).addAll(it.values().keySet()));
        rule.classes().ifPresent(it -> compared.getOrDefault(it.cutsBy(), new LinkedHashSet<>()).addAll(it.cuts().keySet()));
        compared.values().removeIf(Set::isEmpty);
        return compared;
    }

    private static void compared(Expr expr, Map<String, Set<String>> into) {
        if (expr instanceof Expr.In in) {
            in.ranges().stream().filter(it -> it.from().equals(it.through()))
                    .forEach(it -> compared(in.value(), new Expr.Text(it.from()), into));
        } else if (expr instanceof Expr.Call call) {
            if (call.operands().size() == 2 && (call.function().equals("==") || call.function().equals("!="))) {
                compared(call.operands().get(0), call.operands().get(1), into);
                compared(call.operands().get(1), call.operands().get(0), into);
            }
            call.operands().forEach(operand -> compared(operand, into));
        }
    }

    private static void compared(Expr left, Expr right, Map<String, Set<String>> into) {
        Set<String> texts = left instanceof Expr.Name name ? into.get(name.name()) : null;
        if (texts != null && right instanceof Expr.Text text) {
            texts.add(text.text());
        }
    }

    private void walk(String path, Expr expr) {
        if (expr instanceof Expr.In in) {
            texts(in.value()).ifPresent(texts -> in.ranges().forEach(range -> range(path, in, texts, range)));
        } else if (expr instanceof Expr.Call call) {
            if ((call.function().equals("==") || call.function().equals("!=")) && call.operands().size() == 2) {
                same(path, call, call.operands().get(0), call.operands().get(1));
            } else if (call.function().equals("consecutive") && call.operands().size() == 1
                    && call.operands().get(0) instanceof Expr.Text text) {
                texts(new Expr.Name("prior_class")).ifPresent(texts -> literal(path, call, texts, text.text()));
            }
            call.operands().forEach(operand -> walk(path, operand));
        }
    }

    private Optional<Texts> texts(Expr expr) {
        boolean prior = expr instanceof Expr.Call call && call.function().equals("prior") && call.operands().size() == 1;
        Expr of = prior ? ((Expr.Call) expr).operands().get(0) : expr;
        String name = of instanceof Expr.Name it ? it.name() : prior && of instanceof Expr.Text it ? it.text() : "";
        return Optional.ofNullable(known.get(name)).filter(it -> !it.all().isEmpty());
    }

    private void same(String path, Expr.Call call, Expr left, Expr right) {
        if (left instanceof Expr.Text) {
            same(path, call, right, left);
            return;
        }
        Optional<Texts> texts = texts(left);
        if (texts.isPresent() && right instanceof Expr.Text text) {
            literal(path, call, texts.get(), text.text());
        } else if (texts.isPresent() && texts(right).isPresent()
                && texts(right).get().all().stream().noneMatch(texts.get().all()::contains)) {
            Texts other = texts(right).get();
            error(path, "'" + call + "': " + texts.get().words() + " and " + other.words() + " have no text in common: "
                    + shown(texts.get()) + "; " + shown(other));
        }
    }

    private void range(String path, Expr.In in, Texts texts, Expr.Range range) {
        if (range.from().equals(range.through())) {
            literal(path, in, texts, range.from());
        } else if (texts.all().stream().noneMatch(text -> new Test.TextIn(0, texts.name(), List.of(range)).accepts(text))) {
            error(path, "'" + in + "': no value of " + texts.words() + " lies in " + range + "; it can be " + shown(texts));
        }
    }

    private void literal(String path, Expr where, Texts texts, String text) {
        if (!texts.all().contains(text)) {
            error(path, "'" + where + "': " + never(texts, text));
        }
    }

    private void table(Table table) {
        Optional<Texts> texts = texts(new Expr.Name(table.by()));
        texts.ifPresent(it -> keys("tables." + table.id(), it, table.values().keySet(), table.otherwise().isPresent()));
    }

    /** Every text needs its cuts, so the texts of the column must be known. */
    private void cuts(ClassRule classes) {
        texts(new Expr.Name(classes.cutsBy())).ifPresentOrElse(
                it -> keys("classes.cuts", it, classes.cuts().keySet(), false),
                () -> rule.columns().stream().filter(it -> it.kind() == Symbol.Kind.TEXT && it.id().equals(classes.cutsBy()))
                        .findFirst().ifPresent(this::unlisted));
    }

    private void unlisted(Column column) {
        error("classes.cuts-by", new Texts(column.id(), column.title(), Set.of()).words()
                + " can be any text, and one without its cuts would have no class: list its texts in 'values' of the column");
    }

    /** Every key is a value, and every value has a key where nothing holds for all others. */
    private void keys(String path, Texts texts, Set<String> keys, boolean othersHold) {
        keys.stream().filter(key -> !texts.all().contains(key)).forEach(key -> error(path, never(texts, key)));
        List<String> without = texts.all().stream().filter(value -> !keys.contains(value)).toList();
        if (!othersHold && !without.isEmpty()) {
            error(path, "nothing is given for " + quoted(without) + " of " + texts.words() + "; it has "
                    + quoted(keys));
        }
    }

    private void smallGroups(RankingRule ranking) {
        if (!ranking.by().isEmpty()) {
            Optional<Texts> last = texts(new Expr.Name(ranking.by().get(ranking.by().size() - 1)));
            ranking.smallGroups().flatMap(RankingRule.SmallGroups::into).ifPresent(into -> last.filter(it ->
                    !it.all().contains(into)).ifPresent(it -> error("ranking.small-groups", never(it, into))));
        }
    }

    private String never(Texts texts, String text) {
        return texts.words() + " is never '" + text + "'; it can be " + shown(texts) + ofTitle(texts, text).orElseGet(() -> Spelling.hint(text, texts.all()));
    }

    /** Groups go by their ids; who writes a title, or nearly one, means the group. */
    private Optional<String> ofTitle(Texts texts, String text) {
        return texts.name().equals("group") ? Spelling.near(text, rule.groups().stream().map(Group::title).toList())
                .flatMap(title -> rule.groups().stream().filter(it -> it.title().equals(title)).findFirst())
                .map(group -> "; did you mean '" + group.id() + "'?") : Optional.empty();
    }

    private static String shown(Texts texts) {
        return quoted(texts.all());
    }

    private static String quoted(Collection<String> texts) {
        List<String> shown = new ArrayList<>();
        texts.stream().limit(MOST_SHOWN).forEach(text -> shown.add("'" + text + "'"));
        return String.join(", ", shown) + (texts.size() > MOST_SHOWN ? " …" : "");
    }

    private void error(String path, String message) {
        if (told.add(List.of(path, message))) {
            problems.error("UNKNOWN_TEXT", path, message);
        }
    }
}
