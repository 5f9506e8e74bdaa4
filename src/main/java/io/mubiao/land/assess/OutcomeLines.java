package io.mubiao.land.assess;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Truth;
import io.mubiao.land.ClassRule;
import io.mubiao.land.Consequence;
import io.mubiao.land.Exclusion;
import io.mubiao.land.RankingRule;
import io.mubiao.land.assess.internal.Classer;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.assess.internal.RankTable;
import io.mubiao.land.assess.internal.Ranks;
import io.mubiao.land.assess.internal.Reasons;
import io.mubiao.land.assess.internal.RowFrame;
import io.mubiao.land.assess.internal.Scope;
import io.mubiao.land.assess.internal.Titles;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.land.internal.CompiledRule.CompiledAgain;
import io.mubiao.land.internal.CompiledRule.CompiledConsequence;
import io.mubiao.rule.Cite;
import io.mubiao.shape.Cut;
import io.mubiao.shape.Quota;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What an explanation says of the place and of what changed the class. */
final class OutcomeLines {
    private final Cohort cohort;
    private final CompiledRule rule;
    private final int row;
    private final RowFrame frame;
    private final SlotTraces slots;
    private final Titles titles;

    OutcomeLines(Cohort cohort, int row, RowFrame frame, SlotTraces slots) {
        this.cohort = cohort;
        this.rule = cohort.rule;
        this.row = row;
        this.frame = frame;
        this.slots = slots;
        this.titles = new Titles(rule);
    }

    Optional<Explanation.Placing> placing() {
        RankTable table = cohort.table(row);
        if (table == null || cohort.ranks == null) {
            return Optional.empty();
        }
        List<Explanation.CutOff> cuts = new ArrayList<>();
        List<Long> ends = table.ends();
        int own = cohort.scope.rankings.code(row);
        int code = cohort.ranks.joined(own);
        RankingRule ranking = rule.rule().ranking().orElseThrow();
        List<Cut> shares = ends.isEmpty() ? List.of() : cuts(ranking, cohort.scope.rankings.key(code));
        List<String> written = ends.isEmpty() ? List.of() : written(ranking, cohort.scope.rankings.key(code));
        int direction = Scope.direction(rule, cohort.scope.group(row));
        int before = -1;
        for (int k = 0; k < ends.size(); k++) {
            if (!rule.rule().classes().orElseThrow().isFound(k)) {
                continue;
            }
            int last = table.lastIndex(ends.get(k));
            cuts.add(new Explanation.CutOff(rule.rule().classes().orElseThrow().classes().get(k), shares.get(k), written.get(k), ends.get(k),
                    last > before ? Optional.of(table.total(last).times(direction)) : Optional.empty()));
            before = Math.max(before, last);
        }
        ranking.by().forEach(name -> slots.trace(rule.slot(name)));
        int index = table.find(cohort.key(frame, Objects.requireNonNull(cohort.totals.value(row))));
        RankOrder order = new OrderLines(cohort, table, ranking, direction).of(index);
        if (order.sameTotal() > 1) {
            ranking.breakTies().forEach(name -> slots.trace(rule.slot(name)));
        }
        return Optional.of(new Explanation.Placing(titles.texts(ranking.by(), cohort.scope.rankings.key(code)), cohort.ranks.place(row),
                index < 0 ? 1 : table.equal(index), table.ranked(), ungraded(code),
                rule.rule().classes().filter(ClassRule::baseIsPopulation).isPresent() ? table.population() : table.ranked(),
                rule.rule().classes().flatMap(OutcomeLines::quota), cuts, order, own == code ? Optional.empty() : Optional.of(smallGroup(ranking, own)),
                rule.again().stream().map(this::again).toList(), ranking.cite()));
    }

    private Explanation.PlacedAgain again(CompiledAgain it) {
        Optional<Formula> test = it.ranking().when().map(slots::known);
        Formula on = slots.known(it.ranking().on());
        Truth concerned = it.when().map(frame::decided).orElse(Truth.TRUE);
        Value place = frame.number(rule.slot(Expr.Call.ofTexts("place", List.of(it.ranking().id())).toString()));
        Value ranked = frame.number(rule.slot(Expr.Call.ofTexts("ranked", List.of(it.ranking().id())).toString()));
        Optional<Trace.Worked> worked = place.isNumber() ? Optional.of(new Trace.Worked(it.ranking().id(), it.ranking().title(), on,
                Quantity.of(it.on().value(frame).number().nearest(), it.unit()), slots.operands(on))) : Optional.empty();
        Optional<Why> why = concerned == Truth.TRUE && !place.isNumber() ? lacking(it, on) : Optional.empty();
        return new Explanation.PlacedAgain(it.ranking().title(), test, test.map(slots::operands).orElse(List.of()),
                concerned == Truth.UNKNOWN ? Optional.empty() : Optional.of(concerned == Truth.TRUE), worked,
                place.isNumber() ? OptionalLong.of(whole(place)) : OptionalLong.empty(),
                place.isNumber() && cohort.again() != null ? cohort.again().equal(rule.again().indexOf(it), row, cohort) : OptionalLong.empty(), whole(ranked), why, it.ranking().cite());
    }

    /** What one who is concerned lacks to be ranked once more. */
    private Optional<Why> lacking(CompiledAgain it, Formula on) {
        slots.operands(on);
        Value by = it.on().value(frame);
        return by.isNumber() ? Optional.empty() : Optional.of(Reasons.of(Why.Kind.NO_AMOUNT, Why.Named.NOTHING, Reasons.deepest(frame, by), titles));
    }

    private static long whole(Value number) {
        return number.number().low().numerator().longValueExact();
    }

    /** How shares became places, of the classes that places give. */
    private static Optional<Quota> quota(ClassRule of) {
        return of.quota().map(it -> it.cumulative() ? it : new Quota(false, it.mode(),
                (int) IntStream.range(0, it.remainder()).filter(of::isFound).count()));
    }

    /** What the rule gives each class in a ranking. */
    private List<Cut> cuts(RankingRule ranking, List<String> key) {
        CompiledRule.CompiledClasses classes = rule.classes().orElseThrow();
        return Objects.requireNonNull(classes.cuts().get(cutsKey(ranking, key)));
    }

    private List<String> written(RankingRule ranking, List<String> key) {
        return Objects.requireNonNull(rule.rule().classes().orElseThrow().cuts().get(cutsKey(ranking, key))).stream()
                .map(cut -> slots.known(cut).toString()).toList();
    }

    private String cutsKey(RankingRule ranking, List<String> key) {
        String by = rule.rule().classes().orElseThrow().cutsBy();
        return by.isEmpty() ? "" : key.get(ranking.by().indexOf(by));
    }

    /** The places of those who are not graded and count in a ranking. */
    private Optional<List<Long>> ungraded(int ranking) {
        Ranks ranks = Objects.requireNonNull(cohort.ranks);
        boolean counts = rule.rule().exclusions().stream().anyMatch(it -> it.place() == Exclusion.Kept.COUNTED);
        if (!counts || ranks.whole() != null) {
            return counts ? Optional.of(List.of()) : Optional.empty();
        }
        List<Long> places = IntStream.range(0, cohort.roll.size()).filter(it -> cohort.scope.kept(it) == Exclusion.Kept.COUNTED
                && ranks.place(it) > 0 && ranks.joined(cohort.scope.rankings.code(it)) == ranking).mapToObj(it -> (long) ranks.place(it)).sorted().toList();
        return Optional.of(places).filter(found -> !found.isEmpty());
    }

    /** The group whose few are not graded. */
    Explanation.SmallGroup smallGroup() {
        return smallGroup(rule.rule().ranking().orElseThrow(), cohort.scope.rankings.code(row));
    }

    private Explanation.SmallGroup smallGroup(RankingRule ranking, int own) {
        Ranks.Whole whole = Objects.requireNonNull(cohort.ranks).whole();
        long ranked = whole != null ? whole.ranked(cohort.scope.rankings.key(own)) : IntStream.range(0, cohort.roll.size()).filter(it -> cohort.scope.rankings.code(it) == own
                && cohort.scope.isRanked(it) && cohort.totals.has(it)).count();
        return new Explanation.SmallGroup(titles.texts(ranking.by(), cohort.scope.rankings.key(own)), ranked,
                ranking.smallGroups().orElseThrow().minimum());
    }

    /** How the class before overrides was found, and where a place that was vacated or taken changed it. */
    List<Explanation.ClassStep> way(EnterpriseResult result) {
        Classer classer = cohort.classer;
        int byPlace = cohort.byPlace(row);
        boolean scored = cohort.rule.groups().isEmpty() || cohort.totals.has(row);
        if (classer == null || cohort.scope.standing(row) != Standing.GRADED || !scored || cohort.isExempt(row)
                || (cohort.goesByRank() && byPlace < 0)) {
            return List.of();
        }
        List<Explanation.ClassStep> steps = new ArrayList<>();
        classer.way(frame, byPlace).forEach(look -> steps.add(step(look, classer.names())));
        int found = result.finalClass().isEmpty() ? cohort.initial[row] : cohort.found(classer)[row];
        if (found >= 0 && found != cohort.initial[row]) {
            steps.add(new Explanation.ClassStep(found < cohort.initial[row] ? Explanation.Ground.REFILL
                    : Explanation.Ground.DISPLACED, classer.names().get(found), Optional.of(true), "", Optional.empty(), List.of(),
                    Optional.of(cohort.vacancy(classer, row, found < cohort.initial[row] ? found : found - 1)), Cite.NONE));
        }
        return steps;
    }

    private Explanation.ClassStep step(Classer.Look look, List<String> names) {
        String name = names.get(look.index());
        ClassRule classes = rule.rule().classes().orElseThrow();
        Optional<Formula> test = switch (look.ground()) {
            case THRESHOLD -> Optional.ofNullable(classes.least().get(name))
                    .map(least -> Formula.call(">=", Formula.name("total"), least));
            case TEST -> Optional.ofNullable(classes.tests().get(name));
            case REQUIREMENT -> Optional.ofNullable(classes.requires().get(name));
            default -> Optional.empty();
        };
        Optional<Formula> known = test.map(slots::known);
        boolean fails = look.ground() == Explanation.Ground.REQUIREMENT && look.holds() == Truth.FALSE;
        return new Explanation.ClassStep(look.ground(), name,
                look.holds() == Truth.UNKNOWN ? Optional.empty() : Optional.of(look.holds() == Truth.TRUE),
                fails ? names.get(classes.next(look.index())) : "", known, known.map(slots::operands).orElse(List.of()),
                Optional.empty(), classes.cite());
    }

    List<Explanation.OverrideLine> overrides(EnterpriseResult result) {
        Classer classer = cohort.classer;
        if (classer == null || cohort.initial[row] < 0 || result.standing() == Standing.UNGRADED) {
            return List.of();
        }
        List<Explanation.OverrideLine> lines = new ArrayList<>();
        classer.steps(frame, cohort.found(classer)[row]).forEach(step -> lines.add(line(step, classer.names())));
        return lines;
    }

    /** Whether what follows from a class is applied, and what its rates come of. */
    List<Charge.Ground> grounds(EnterpriseResult unit) {
        Optional<String> followed = Consequences.followed(cohort, unit);
        if (followed.isEmpty()) {
            return List.of();
        }
        String className = followed.get();
        frame.withClass(className.isEmpty() ? null : className);
        int years = Consequences.years(cohort, unit, className);
        return rule.consequences().stream().filter(it -> Consequences.hasRate(frame, it, className))
                .map(it -> ground(it, unit.id(), className, years)).toList();
    }

    private Charge.Ground ground(CompiledConsequence it, String id, String className, int years) {
        Consequence of = it.consequence();
        Truth concerned = Consequences.concerns(frame, it);
        boolean none = concerned == Truth.TRUE && Consequences.holdsNone(frame, it);
        Optional<Formula> tests = none ? any(of.cases()) : Optional.empty();
        Optional<Formula> test = Stream.concat(of.when().stream(), tests.stream()).reduce((one, other) -> Formula.call("and", one, other)).map(slots::known);
        boolean isApplied = concerned == Truth.TRUE && !none;
        Optional<Formula> rest = isApplied && Consequences.isRest(frame, it) ? any(of.cases()).map(slots::known) : Optional.empty();
        Optional<Trace.Worked> other = it.otherRate().filter(rate -> isApplied).map(rate -> otherRate(of, rate.value(frame)));
        Optional<Charge.Fraction> fraction = Optional.ofNullable(of.fractions().get(className)).map(part -> new Charge.Fraction(
                slots.known(part.share()), part.of(), Quantity.of(Consequences.rate(it, part.of(), years), of.rateUnit())));
        boolean byYears = it.rates().containsKey(className) && new HashSet<>(Objects.requireNonNull(it.rates().get(className))).size() > 1;
        return new Charge.Ground(of, className, concerned == Truth.UNKNOWN ? Optional.empty() : Optional.of(isApplied), test, rest,
                Stream.concat(test.stream(), rest.stream()).flatMap(asked -> slots.operands(asked, className).stream()).distinct().toList(), fraction, other,
                byYears ? Optional.of(cohort.binding.history.until(id, className)) : Optional.empty());
    }

    private static Optional<Formula> any(List<Consequence.Case> cases) {
        return cases.stream().flatMap(one -> one.when().stream()).reduce((one, other) -> Formula.call("or", one, other));
    }

    private Trace.Worked otherRate(Consequence of, Value rate) {
        Formula formula = slots.known(of.stacking().orElseThrow().otherRate());
        Optional<Quantity> number = rate.isNumber() ? Optional.of(Quantity.of(rate.number().low(), of.rateUnit())) : Optional.empty();
        return new Trace.Worked(of.id(), of.title(), formula, of.rateUnit(), number, slots.operands(formula));
    }

    private Explanation.OverrideLine line(Classer.Step step, List<String> names) {
        Optional<Formula> test = step.override().when().map(slots::known);
        return new Explanation.OverrideLine(step.override().id(), step.override().title(),
                step.holds() == Truth.UNKNOWN ? Optional.empty() : Optional.of(step.holds() == Truth.TRUE),
                names.get(step.before()), names.get(step.after()), test,
                test.map(it -> slots.operands(it, names.get(step.before()))).orElse(List.of()), step.manual(),
                step.override().cite());
    }
}
