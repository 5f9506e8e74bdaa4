package io.mubiao.land.internal;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.Bonus;
import io.mubiao.land.ClassRule;
import io.mubiao.land.Column;
import io.mubiao.land.Consequence;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Exclusion;
import io.mubiao.land.Group;
import io.mubiao.land.Indicator;
import io.mubiao.land.Item;
import io.mubiao.land.PostRule;
import io.mubiao.land.RankingRule;
import io.mubiao.land.Refill;
import io.mubiao.problem.Problems;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Source;
import io.mubiao.shape.Shape;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks that the parts of a rule fit together by name, before any formula is compiled. */
final class RuleCheck {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Set<String> TAKEN = Set.of("and", "or", "not", "in", "x", "w", "base", "low", "high", "target",
            "group", "subtotal", "total", "class", "prior_class", "year_end");

    private static final int MOST_GROUPS = 10_000;

    private final EvaluationRule rule;
    private final Problems problems;

    private RuleCheck(EvaluationRule rule, Problems problems) {
        this.rule = rule;
        this.problems = problems;
    }

    static void check(EvaluationRule rule, Problems problems) {
        RuleCheck check = new RuleCheck(rule, problems);
        check.names();
        check.headers();
        check.cites();
        check.baselines();
        check.namedTexts();
        check.groups();
        check.classes();
        check.exports();
        check.stages();
        TextCheck.check(rule, problems);
        SlipCheck.check(rule, problems);
    }

    private void names() {
        Set<String> seen = new HashSet<>();
        rule.parameters().forEach(it -> name("parameters." + it.id(), it.id(), seen));
        rule.columns().forEach(it -> name("columns." + it.id(), it.id(), seen));
        rule.tables().forEach(it -> name("tables." + it.id(), it.id(), seen));
        rule.derived().forEach(it -> name("derived." + it.id(), it.id(), seen));
        rule.indicators().forEach(it -> name("indicators." + it.id(), it.id(), seen));
        rule.labels().forEach(it -> name("labels." + it.id(), it.id(), seen));
        rule.baselines().forEach(it -> name("baselines." + it.id(), it.id(), seen));
        RuleFormulas.again(rule).forEach(it -> name(RuleFormulas.AGAIN + it.id(), it.id(), seen));
        problems.unique("groups", rule.groups().stream().map(Group::id).toList());
        problems.unique("bonuses", rule.bonuses().stream().map(Bonus::id).toList());
        problems.unique("overrides", rule.overrides().stream().map(PostRule::id).toList());
        problems.unique("consequences", rule.consequences().stream().map(Consequence::id).toList());
        rule.groups().forEach(group -> problems.unique("groups." + group.id() + ".items",
                group.items().stream().map(Item::id).toList()));
    }

    private void name(String path, String name, Set<String> seen) {
        if (!NAME.matcher(name).matches() || TAKEN.contains(name) || name.startsWith(SlotTable.SCORE)) {
            problems.error("BAD_NAME", path, "'" + name + "' cannot be a name; expected letters, digits and _, and none of "
                    + TAKEN.stream().sorted().toList() + " or score_…");
        } else if (!seen.add(name)) {
            problems.error("DUPLICATE", path, "the name '" + name + "' stands for two things");
        }
    }

    /** Two columns that one header would mean could never be read from a file. */
    private void headers() {
        Map<String, Column> byHeader = new HashMap<>();
        for (Column column : rule.columns()) {
            Set<String> own = new LinkedHashSet<>(List.of(header(column.title()), header(column.id())));
            own.stream().map(it -> byHeader.putIfAbsent(it, column)).filter(Objects::nonNull).findFirst().ifPresent(other ->
                    problems.error("DUPLICATE", "columns." + column.id(), "the columns '" + other.id() + "' (" + other.title()
                            + ") and '" + column.id() + "' (" + column.title() + ") have one header; give one of them another "
                            + "title"));
            if (!column.otherwise().isEmpty()) {
                problems.attempt("BAD_VALUE", "columns." + column.id() + ".if-empty",
                        () -> CellValue.read(column, column.otherwise()));
            }
        }
    }

    private static String header(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private void cites() {
        List<String> sources = rule.sources().stream().map(Source::id).toList();
        rule.columns().forEach(it -> cite("columns." + it.id(), it.cite(), sources));
        rule.indicators().forEach(it -> cite("indicators." + it.id(), it.cite(), sources));
        rule.baselines().forEach(it -> cite("baselines." + it.id(), it.cite(), sources));
        rule.parameters().forEach(it -> cite("parameters." + it.id(), it.cite(), sources));
        rule.groups().forEach(group -> {
            cite("groups." + group.id(), group.cite(), sources);
            group.items().forEach(it -> cite("groups." + group.id() + ".items." + it.id(), it.cite(), sources));
        });
        rule.bonuses().forEach(it -> cite("bonuses." + it.id(), it.cite(), sources));
        rule.exclusions().forEach(it -> cite("scope.exclude." + it.id(), it.cite(), sources));
        rule.requirements().forEach(it -> cite("scope.require." + it.id(), it.cite(), sources));
        rule.overrides().forEach(it -> cite("overrides." + it.id(), it.cite(), sources));
        rule.consequences().forEach(it -> cite("consequences." + it.id(), it.cite(), sources));
        rule.labels().forEach(it -> cite("labels." + it.id(), it.cite(), sources));
        rule.tables().forEach(it -> cite("tables." + it.id(), it.cite(), sources));
        rule.derived().forEach(it -> cite("derived." + it.id(), it.cite(), sources));
        rule.merge().ifPresent(it -> cite("merge", it.cite(), sources));
        cite("total", rule.total().cite(), sources);
        rule.classes().ifPresent(it -> cite("classes", it.cite(), sources));
        rule.ranking().ifPresent(it -> cite("ranking", it.cite(), sources));
        RuleFormulas.again(rule).forEach(it -> cite(RuleFormulas.AGAIN + it.id(), it.cite(), sources));
    }

    private void cite(String path, Cite cite, List<String> sources) {
        if (!cite.source().isEmpty()) {
            known(path, "source", cite.source(), sources);
        }
    }

    private void baselines() {
        List<String> indicators = rule.indicators().stream().map(Indicator::id).toList();
        for (BaselineRule it : rule.baselines()) {
            String path = "baselines." + it.id();
            known(path, "indicator", it.indicator(), indicators);
            if (it.kind() == BaselineRule.Kind.PERCENTILE && it.percentile().isEmpty()) {
                problems.error("UNDECIDED", path, "the rule must decide the percentile and its method");
            }
            if ((it.kind() == BaselineRule.Kind.CONSTANT) != it.constant().isPresent()) {
                problems.error("BAD_VALUE", path, "a constant has a number, and nothing else has");
            }
        }
    }

    /** The names that stand for texts. */
    private List<String> texts() {
        List<String> texts = new ArrayList<>(List.of("group", "prior_class"));
        rule.columns().stream().filter(it -> it.kind() == Symbol.Kind.TEXT).forEach(it -> texts.add(it.id()));
        rule.labels().forEach(it -> texts.add(it.id()));
        return texts;
    }

    private void namedTexts() {
        List<String> texts = texts();
        rule.ranking().ifPresent(it -> it.by().forEach(name -> known("ranking.by", "text column or label", name, texts)));
        rule.merge().ifPresent(it -> known("merge.by", "text column or label", it.by(), texts));
        rule.baselines().forEach(it -> it.by().forEach(name ->
                known("baselines." + it.id(), "text column or label", name, texts)));
        rule.tables().forEach(it -> known("tables." + it.id(), "text column or label", it.by(), texts));
        List<String> columns = rule.columns().stream().map(Column::id).toList();
        rule.merge().ifPresent(it -> it.sums().forEach(name -> known("merge.sums", "column", name, columns)));
        rule.ranking().ifPresent(ranking -> ranking.breakTies().forEach(name ->
                known("ranking.break-by", "indicator", name, rule.indicators().stream().map(Indicator::id).toList())));
        List<String> categories = rule.bonuses().stream().map(Bonus::category).toList();
        rule.categoryLimits().keySet().forEach(name -> known("category-limits." + name, "category", name, categories));
        if (rule.groups().size() > MOST_GROUPS) {
            problems.error("BAD_VALUE", "groups", "expected at most " + MOST_GROUPS + " groups, got " + rule.groups().size());
        }
    }

    private void groups() {
        List<String> indicators = rule.indicators().stream().map(Indicator::id).toList();
        for (Group group : rule.groups()) {
            String path = "groups." + group.id();
            if (group.items().isEmpty() == group.rankOn().isEmpty()) {
                problems.error("BAD_VALUE", path, "a group has items, or the one indicator it ranks on");
            }
            if (!group.items().isEmpty() && group.weightsTotal().isEmpty()) {
                problems.error("UNDECIDED", path, "the rule must decide weights-total: what the weights sum to");
            }
            group.rankOn().ifPresent(it -> known(path, "indicator", it, indicators));
            for (Item item : group.items()) {
                String at = path + ".items." + item.id();
                if (item.shape() instanceof Shape.Words) {
                    known(at, "text column or label", item.indicator(), texts());
                } else {
                    known(at, "indicator", item.indicator(), indicators);
                }
                references(at, item, item.references());
                item.instead().ifPresent(other -> {
                    known(at, "indicator", other.indicator(), indicators);
                    references(at + ".or", item, other.references());
                });
            }
        }
    }

    private void references(String at, Item item, Map<String, Formula> given) {
        List<String> needed = item.shape().references();
        needed.stream().filter(role -> !given.containsKey(role)).forEach(role ->
                problems.error("MISSING_FIELD", at, "its score needs '" + role + "'"));
        given.keySet().stream().filter(role -> !needed.contains(role)).forEach(role ->
                problems.error("BAD_VALUE", at, "its score does not use '" + role + "'"));
    }

    private void classes() {
        if (rule.classes().isEmpty()) {
            if (!rule.overrides().isEmpty()) {
                problems.error("BAD_VALUE", "overrides", "overrides need classes");
            }
            return;
        }
        ClassRule it = rule.classes().get();
        if (it.classes().size() > 30) {
            problems.error("BAD_VALUE", "classes.order", "expected at most 30 classes, got " + it.classes().size());
        }
        problems.unique("classes.order", it.classes());
        if (it.method() == ClassRule.Method.RANK && rule.ranking().isEmpty()) {
            problems.error("MISSING_FIELD", "classes", "classes by rank need a ranking");
        }
        it.least().keySet().forEach(name -> known("classes.at-least", "class", name, it.classes()));
        it.tests().keySet().forEach(name -> known("classes.tests", "class", name, it.classes()));
        it.requires().keySet().forEach(name -> known("classes.require", "class", name, it.classes()));
        it.bounds().forEach(bound -> known("classes.bounds", "class", bound.of(), it.classes()));
        if (rule.refill() != Refill.NONE && it.method() != ClassRule.Method.RANK) {
            problems.error("BAD_VALUE", "refill", "places are refilled where classes go by rank; these go by "
                    + it.method().name().toLowerCase(java.util.Locale.ROOT));
        }
        for (PostRule post : rule.overrides()) {
            if (!post.to().isEmpty()) {
                known("overrides." + post.id(), "class", post.to(), it.classes());
            }
        }
        if (!it.cutsBy().isEmpty()) {
            known("classes.cuts-by", "text of the ranking", it.cutsBy(),
                    rule.ranking().map(RankingRule::by).orElse(List.of()));
        }
        if (it.method() == ClassRule.Method.SCORE) {
            complete("classes.at-least", it, it.least().keySet());
        }
        if (it.method() == ClassRule.Method.TESTS) {
            complete("classes.tests", it, it.tests().keySet());
        }
        rule.exclusions().stream().filter(out -> out.effect() == Exclusion.Effect.TREATED_AS && out.classOf().isEmpty())
                .forEach(out -> treatedAs("scope.exclude." + out.id(), out.label(), it.classes()));
        rule.exclusions().stream().filter(out -> out.place() != Exclusion.Kept.NONE && out.effect() != Exclusion.Effect.UNGRADED
                && out.effect() != Exclusion.Effect.TREATED_AS).forEach(out -> problems.error("BAD_VALUE", "scope.exclude." + out.id(),
                        "'keeps-place' belongs to effect: ungraded or treated-as"));
        List<String> outside = rule.exclusions().stream().map(Exclusion::label).toList();
        for (Consequence consequence : rule.consequences()) {
            if (!consequence.cases().isEmpty() && !(consequence.rates().isEmpty() && consequence.fractions().isEmpty())) {
                problems.error("BAD_VALUE", "consequences." + consequence.id(), "rates go either by class or by tests, not both");
            }
            Stream.concat(consequence.rates().keySet().stream(), consequence.fractions().keySet().stream())
                    .filter(name -> !outside.contains(name)).forEach(name ->
                            known("consequences." + consequence.id(), "class", name, it.classes()));
        }
    }

    private void treatedAs(String path, String label, List<String> classes) {
        if (label.isEmpty()) {
            problems.error("MISSING_FIELD", path, "effect: treated-as needs 'label', the class, one of " + classes);
        } else {
            known(path, "class", label, classes);
        }
    }

    /** What comes before the scores must not use what comes after it. */
    private void stages() {
        Set<String> later = new HashSet<>(Set.of("subtotal", "total", "class"));
        Set<String> places = new HashSet<>(Set.of(SlotTable.PLACE, SlotTable.RANKED));
        RuleFormulas.names(rule).forEach(places::remove);
        later.addAll(places);
        RuleFormulas.again(rule).forEach(it -> {
            early(RuleFormulas.AGAIN + it.id(), it.on(), Set.of("class"));
            it.when().ifPresent(when -> early(RuleFormulas.AGAIN + it.id(), when, Set.of("class")));
        });
        Set<String> after = new HashSet<>(Set.of("total", "class"));
        after.addAll(places);
        if (rule.ranking().isEmpty()) {
            RuleFormulas.each(rule, (path, formula) -> formula.names().stream().filter(places::contains).findFirst().ifPresent(name ->
                    problems.error("MISSING_FIELD", path, "'" + name + "' needs a ranking")));
        }
        rule.groups().forEach(group -> group.items().forEach(item -> later.add(SlotTable.SCORE + item.id())));
        rule.bonuses().forEach(it -> Stream.concat(Stream.of(it.amount()), it.when().stream()).forEach(formula ->
                early("bonuses." + it.id(), formula, after)));
        rule.groups().forEach(group -> group.items().forEach(item ->
                early("groups." + group.id() + ".items." + item.id(), item.formula(true), later)));
        rule.baselines().forEach(it -> later.add(it.id()));
        later.add("group");
        rule.labels().forEach(label -> label.choices().forEach(choice -> choice.when().ifPresent(when ->
                early("labels." + label.id(), when, later))));
        rule.derived().forEach(it -> early("derived." + it.id(), it.formula(), later));
        rule.indicators().forEach(it -> early("indicators." + it.id(), it.formula(), later));
        rule.requirements().forEach(it -> early("scope.require." + it.id(), it.when(), later));
        rule.groups().forEach(it -> it.when().ifPresent(when -> early("groups." + it.id(), when, later)));
        later.remove("group");
        rule.exclusions().forEach(it -> early("scope.exclude." + it.id(), it.when(), later));
        rule.baselines().forEach(it -> later.remove(it.id()));
        rule.baselines().forEach(it -> it.when().ifPresent(when -> early("baselines." + it.id(), when, later)));
        baselinesOfOthers();
        placesWithin();
    }

    /** A baseline may wait for others, but not in a circle, and last year's not for those of this year. */
    private void baselinesOfOthers() {
        for (BaselineRule it : rule.baselines()) {
            Set<String> reached = new LinkedHashSet<>();
            List<BaselineRule> open = new ArrayList<>(List.of(it));
            while (!open.isEmpty()) {
                others(open.remove(open.size() - 1)).filter(other -> reached.add(other.id())).forEach(open::add);
            }
            if (reached.contains(it.id())) {
                problems.error("CIRCLE", "baselines." + it.id(), "'" + it.id() + "' is formed of itself, by way of '"
                        + reached.iterator().next() + "'");
            }
            if (it.priorYear()) {
                others(it).filter(other -> !other.priorYear() && other.kind() != BaselineRule.Kind.CONSTANT).forEach(other ->
                        problems.error("TOO_EARLY", "baselines." + it.id(), "'" + it.id() + "' is of the prior year and cannot use '"
                                + other.id() + "', which is of this year"));
            }
        }
    }

    private Stream<BaselineRule> others(BaselineRule of) {
        return of.when().stream().flatMap(when -> when.names().stream()).distinct().flatMap(name -> rule.baselines().find(name).stream());
    }

    /** Places within a group are known where scores are. */
    private void placesWithin() {
        RuleFormulas.each(rule, (path, formula) -> {
            boolean early = Stream.of("labels.", "tables.", "derived.", "merge", "scope.", "indicators.", "baselines.").anyMatch(path::startsWith)
                    || rule.groups().stream().anyMatch(group -> path.equals("groups." + group.id()));
            Stream.of(SlotTable.PLACE, SlotTable.PEERS).filter(it -> early && calls(formula.expr(), it)).forEach(it ->
                    problems.error("TOO_EARLY", path, "'" + it + "' is not known yet where '" + formula + "' is worked out"));
            boolean later = path.startsWith("classes") || path.startsWith("overrides.") || path.startsWith("consequences.");
            List<String> unknown = new ArrayList<>();
            RuleFormulas.again(rule).map(RankingRule.Again::id).forEach(id -> {
                if (path.equals(RuleFormulas.AGAIN + id) || !unknown.isEmpty() || !(later || path.startsWith(RuleFormulas.AGAIN))) {
                    unknown.add(id);
                }
            });
            unknown.stream().filter(id -> Stream.of(SlotTable.PLACE, SlotTable.RANKED).anyMatch(function -> calls(formula.expr(),
                    Expr.Call.ofTexts(function, List.of(id))))).findFirst().ifPresent(id -> problems.error("TOO_EARLY", path,
                            "who is ranked in '" + id + "' is not known yet where '" + formula + "' is worked out"));
        });
    }

    private static boolean calls(Expr expr, Expr wanted) {
        return expr.equals(wanted) || (expr instanceof Expr.Call call && call.operands().stream().anyMatch(it -> calls(it, wanted)));
    }

    private static boolean calls(Expr expr, String function) {
        return expr instanceof Expr.Call call && (call.function().equals(function) || call.operands().stream().anyMatch(it -> calls(it, function)));
    }

    private void early(String path, Formula formula, Set<String> later) {
        formula.names().stream().filter(later::contains).forEach(name ->
                problems.error("TOO_EARLY", path, "'" + name + "' is not known yet where '" + formula + "' is worked out"));
    }

    private void complete(String path, ClassRule of, Set<String> given) {
        of.classes().subList(0, of.rest()).stream().filter(name -> !given.contains(name) && !of.byOverride().contains(name)).forEach(name ->
                problems.error("UNDECIDED", path, "the rule must decide what class '" + name + "' needs"));
    }

    private void exports() {
        List<String> columns = new ArrayList<>(List.of("id", "name", "status", "group", "total", "rank", "places",
                "initial_class", "class", "label", "reason"));
        rule.columns().forEach(it -> columns.add(it.id()));
        rule.labels().forEach(it -> columns.add(it.id()));
        rule.derived().forEach(it -> columns.add(it.id()));
        rule.indicators().forEach(it -> columns.add(it.id()));
        rule.groups().forEach(group -> group.items().forEach(item -> columns.add(SlotTable.SCORE + item.id())));
        columns.addAll(ChargeColumn.all(rule));
        rule.exports().forEach((profile, names) -> names.forEach(name ->
                known("exports." + profile, "column", name, columns)));
    }

    private void known(String path, String what, String name, List<String> known) {
        problems.known("UNKNOWN_NAME", path, what, name, known);
    }
}
