package io.mubiao.land.assess;

import io.mubiao.formula.Formula;
import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Num;
import io.mubiao.formula.internal.Truth;
import io.mubiao.land.Bonus;
import io.mubiao.land.Consequence;
import io.mubiao.land.Exclusion;
import io.mubiao.land.Group;
import io.mubiao.land.Policy;
import io.mubiao.land.RankingRule;
import io.mubiao.land.Requirement;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.internal.Cohort;
import io.mubiao.land.internal.Lack;
import io.mubiao.land.assess.internal.RowFrame;
import io.mubiao.land.assess.internal.Scoring;
import io.mubiao.land.assess.internal.Titles;
import io.mubiao.land.internal.Arithmetic;
import io.mubiao.land.internal.CompiledRule.CompiledBonus;
import io.mubiao.land.internal.CompiledRule.CompiledGroup;
import io.mubiao.land.internal.CompiledRule.CompiledItem;
import io.mubiao.land.internal.CompiledRule.Role;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.land.internal.FiledCell;
import io.mubiao.land.internal.GivenClass;
import io.mubiao.rule.Cite;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the explanation of one row with the exact evaluator. Not thread-safe. */
final class ExplanationMaker {
    private static final Set<Trace.Origin> FILED = Set.of(Trace.Origin.COLUMN, Trace.Origin.COLUMN_OR_RULE, Trace.Origin.BY_RULE);

    private final Cohort cohort;
    private final CompiledRule rule;
    private final int row;
    private final RowFrame frame;
    private final Scoring scoring;
    private final Titles titles;
    private final SlotTraces slots;

    ExplanationMaker(Cohort cohort, int row) {
        this.cohort = cohort;
        this.rule = cohort.rule;
        this.row = row;
        this.frame = cohort.frame(row);
        this.scoring = new Scoring(frame);
        this.titles = new Titles(rule);
        this.slots = new SlotTraces(frame, this::subtotal);
    }

    /**
     * @param unit the same under the id of its unit
     * @param members the roll before merging
     */
    Explanation make(EnterpriseResult result, EnterpriseResult unit, List<String> sharing, Roll members, List<Charge> charges) {
        List<Explanation.Line> items = new ArrayList<>();
        List<Explanation.BonusLine> bonuses = new ArrayList<>();
        Optional<Trace.Worked> total = Optional.empty();
        CompiledGroup group = result.standing().isScored() || cohort.totals.has(row)
                || cohort.scope.standing(row).isScored() ? scoring.group() : null;
        if (group != null && !cohort.totals.has(row)) {
            group.items().forEach(item -> items.add(line(group, item)));
            untold(group);
        } else if (group != null) {
            group.items().forEach(item -> items.add(line(group, item)));
            if (group.rankOn() < 0) {
                rule.bonuses().forEach(bonus -> line(bonus).ifPresent(bonuses::add));
            }
            total = Optional.of(total(group, items, bonuses.stream().filter(Explanation.BonusLine::given).toList()));
        } else if (group == null && result.standing() == Standing.COLLECTED) {
            rule.slots().stream().filter(slot -> slot.role() == Role.INDICATOR)
                    .forEach(slot -> slots.trace(slot.symbol().slot()));
        }
        Optional<Explanation.GroupUsed> groupUsed = Optional.ofNullable(group).map(this::groupUsed);
        OutcomeLines outcome = new OutcomeLines(cohort, row, frame, slots);
        List<Explanation.ScopeLine> scope = scope(result, outcome);
        List<Explanation.ClassStep> way = outcome.way(result);
        List<Explanation.OverrideLine> overrides = outcome.overrides(result);
        Optional<Explanation.Placing> placing = outcome.placing();
        rule.rule().requirements().forEach(it -> testOperands(it.when()));
        rule.rule().exclusions().forEach(it -> testOperands(it.when()));
        List<Charge.Ground> chargeGrounds = outcome.grounds(unit);
        List<Trace.Worked> bases = bases(charges);
        List<Trace.Leaf> mergedBy = mergedBy();
        List<Explanation.MemberFigures> figures = sharing.size() < 2 ? List.of()
                : sharing.stream().map(id -> figures(members, id)).toList();
        return new Explanation(result, rule.rule().trial(), sharing, mergedBy, figures, groupUsed, scope, slots.inputs(), slots.looked(), slots.baselines(),
                items, bonuses, total, placing, way, overrides, charges, chargeGrounds, bases, rule.rule().sources());
    }

    /** Hears what one without a total has of what would rank it and decide on its class. */
    private void untold(CompiledGroup group) {
        if (group.rankOn() >= 0) {
            slots.trace(group.rankOn());
        } else {
            rule.rule().bonuses().forEach(it -> it.when().ifPresent(this::testOperands));
        }
        rule.classes().ifPresent(classes -> classes.rule().tests().values().forEach(this::testOperands));
    }

    /** What charges were worked on; hears what their tests use too. */
    private List<Trace.Worked> bases(List<Charge> charges) {
        List<Trace.Worked> bases = new ArrayList<>();
        for (Charge it : charges) {
            Consequence consequence = it.consequence();
            consequence.cases().forEach(one -> one.when().ifPresent(this::testOperands));
            Formula base = slots.known(consequence.base());
            List<Trace> operands = slots.operands(base);
            it.base().ifPresent(value -> bases.add(new Trace.Worked(consequence.id(), consequence.title(), base, value, operands)));
        }
        return bases;
    }

    /** What decides whether a row is merged with others: the text it goes by, and what the exception uses. */
    private List<Trace.Leaf> mergedBy() {
        Set<Trace.Leaf> facts = new LinkedHashSet<>();
        rule.rule().merge().ifPresent(merge -> {
            facts.add((Trace.Leaf) slots.trace(rule.slot(merge.by())));
            merge.except().ifPresent(except -> testOperands(except).forEach(operand -> {
                if (operand instanceof Trace.Leaf leaf && !facts.contains(leaf)) {
                    facts.add(leaf);
                }
            }));
        });
        return List.copyOf(facts);
    }

    /** The own figures and texts of a member for all that were read of its unit. */
    private Explanation.MemberFigures figures(Roll members, String id) {
        int at = members.get(id).index();
        List<Trace.Leaf> own = new ArrayList<>();
        for (Trace.Leaf leaf : slots.inputs()) {
            if (FILED.contains(leaf.origin())) {
                GivenClass.columns(rule.rule()).stream().filter(column -> column.id().equals(leaf.name()))
                        .forEach(column -> own.add(FiledCell.of(members, at, column)));
            }
        }
        return new Explanation.MemberFigures(id, members.name(at), own, frame.binding.history.last(id));
    }

    /** Which group, and the test that puts it there; of a group for the rest that none before it applies. */
    private Explanation.GroupUsed groupUsed(CompiledGroup group) {
        Group it = group.group();
        List<Group> before = rule.rule().groups().subList(0, rule.rule().groups().indexOf(it));
        Optional<Formula> test = it.when().or(() -> before.stream().flatMap(other -> other.when().stream())
                .map(when -> Formula.call("not", when)).reduce((one, other) -> Formula.call("and", one, other))).map(slots::known);
        return new Explanation.GroupUsed(it.id(), it.title(), test, test.map(slots::operands).orElse(List.of()), it.cite());
    }

    /** Why it is not graded like the others. */
    private List<Explanation.ScopeLine> scope(EnterpriseResult result, OutcomeLines outcome) {
        List<Explanation.ScopeLine> lines = new ArrayList<>();
        if (result.standing() == Standing.OUT) {
            for (int i = 0; i < rule.requirements().size(); i++) {
                Requirement it = rule.rule().requirements().get(i);
                if (rule.requirements().get(i).holds(frame) == Truth.FALSE) {
                    lines.add(new Explanation.ScopeLine(Explanation.Aside.REQUIREMENT, it.id(), "",
                            Optional.of(slots.known(it.when())), testOperands(it.when()), Optional.empty(), it.cite()));
                }
            }
        }
        boolean isAside = result.followed().isPresent()
                || (result.standing() != Standing.GRADED && result.standing() != Standing.UNDECIDED);
        int exclusion = isAside ? frame.exclusion() : -1;
        if (exclusion >= 0 && lines.isEmpty()) {
            Exclusion it = rule.rule().exclusions().get(exclusion);
            result.followed().ifPresent(whom -> slots.trace(rule.slot(whom.by().name())));
            lines.add(new Explanation.ScopeLine(aside(it.place()), it.id(), it.title(),
                    Optional.of(slots.known(it.when())), testOperands(it.when()), Optional.empty(), it.cite()));
        }
        if (lines.isEmpty() && result.standing() == Standing.OUT) {
            lines.add(aside(Explanation.Aside.NO_GROUP, Optional.empty(), Cite.NONE));
        } else if (lines.isEmpty() && result.standing() == Standing.UNGRADED) {
            RankingRule ranking = rule.rule().ranking().orElseThrow();
            ranking.by().forEach(name -> slots.trace(rule.slot(name)));
            lines.add(aside(Explanation.Aside.SMALL_GROUP, Optional.of(outcome.smallGroup()), ranking.cite()));
        }
        return lines;
    }

    private static Explanation.Aside aside(Exclusion.Kept place) {
        return switch (place) {
            case NONE -> Explanation.Aside.EXCLUSION;
            case COUNTED -> Explanation.Aside.PLACE_COUNTED;
            case UNCOUNTED -> Explanation.Aside.PLACE_UNCOUNTED;
        };
    }

    private static Explanation.ScopeLine aside(Explanation.Aside kind, Optional<Explanation.SmallGroup> small, Cite cite) {
        return new Explanation.ScopeLine(kind, "", "", Optional.empty(), List.of(), small, cite);
    }

    private List<Trace> testOperands(Formula test) {
        return slots.operands(slots.known(test));
    }

    private Explanation.Line line(CompiledGroup group, CompiledItem listed) {
        CompiledItem item = scoring.chosen(listed);
        Optional<String> instead = item.equals(listed) ? Optional.empty() : Optional.of(itemTitle(listed));
        if (instead.isPresent()) {
            rule.slots().get(listed.indicator()).formula().ifPresent(slots::operands);
        }
        List<Explanation.Mark> marks = new ArrayList<>();
        Value plain = scoring.plainScore(item);
        Optional<Trace> indicator = frame.scored(item.indicator()).isNumber()
                ? Optional.of(slots.trace(item.indicator())) : Optional.empty();
        Optional<Trace> score;
        if (plain.isNumber()) {
            marks(item, marks);
            score = Optional.of(slots.worked(item.slot(), item.formula(), plain));
        } else {
            Value x = frame.scored(item.indicator());
            rule.slots().get(item.indicator()).formula().ifPresent(slots::operands);
            marks.add(number(item.weight()).isEmpty() ? Explanation.Mark.NO_WEIGHT
                    : x.isMissing() ? Lack.of(x.about()).isUncomputable() ? Explanation.Mark.NO_FIGURE : Explanation.Mark.MISSING
                    : x.is(Value.Absence.ZERO_DIVISOR) ? Explanation.Mark.ZERO_DIVISOR
                    : x.is(Value.Absence.UNDEFINED) && Lack.of(x.about()).isUncomputable() ? Explanation.Mark.NO_FIGURE
                    : x.is(Value.Absence.UNDEFINED) || plain.is(Value.Absence.UNDEFINED) ? Explanation.Mark.NOT_GIVEN
                    : plain.isMissing() ? Explanation.Mark.NO_BASE
                    : plain.about().equals(rule.slots().get(item.indicator()).symbol().name()) ? Explanation.Mark.ZERO_INDICATOR
                    : Explanation.Mark.DEGENERATE);
            if (x.isNumber()) {
                slots.operands(item.formula());
            }
            score = policyScore(group, item, marks);
        }
        score.ifPresent(trace -> slots.known(item.slot(), trace));
        return new Explanation.Line(item.item().id(), itemTitle(item), number(item.weight()).orElse(Rational.ZERO), instead, indicator, score, marks, item.item().cite());
    }

    private String itemTitle(CompiledItem item) {
        return titles.of(rule.slots().get(item.indicator()));
    }

    private void marks(CompiledItem item, List<Explanation.Mark> marks) {
        Rational x = frame.scored(item.indicator()).number().low();
        Value shape = item.shape().value(frame);
        if (x.signum() < 0) {
            marks.add(Explanation.Mark.NEGATIVE);
        }
        boolean byShape = shape.isNumber() && (x.signum() >= 0 || item.item().negative().points().isEmpty());
        if (x.signum() == 0 && item.item().zero().points().isPresent()) {
            marks.add(Explanation.Mark.ZERO);
            return;
        }
        Optional<Rational> cap = item.limits().cap().flatMap(this::number);
        Optional<Rational> floor = item.limits().floor().flatMap(this::number);
        if (byShape && cap.isPresent() && shape.number().low().compareTo(cap.get()) > 0) {
            marks.add(Explanation.Mark.CAPPED);
        }
        if (byShape && floor.isPresent() && shape.number().high().compareTo(floor.get()) < 0) {
            marks.add(Explanation.Mark.FLOORED);
        }
    }

    private Optional<Rational> number(Num of) {
        Value value = of.value(frame);
        return value.isNumber() ? Optional.of(value.number().nearest()) : Optional.empty();
    }

    private Optional<Trace> policyScore(CompiledGroup group, CompiledItem item, List<Explanation.Mark> marks) {
        Policy policy = scoring.policy(item);
        Value score = frame.number(item.slot());
        if (policy.kind() == Policy.Kind.REWEIGHT || !score.isNumber()) {
            marks.add(policy.kind() == Policy.Kind.REWEIGHT ? Explanation.Mark.LEFT_OUT : Explanation.Mark.NOT_SCORED);
            return Optional.empty();
        }
        if (policy.kind() == Policy.Kind.MEAN_SCORE) {
            String name = "mean_" + item.item().id();
            Value mean = frame.baselines().meanScore(group.group().id(), item.item().id());
            Trace leaf = SlotTraces.leaf(name, itemTitle(item), Unit.NONE, mean, Trace.Origin.MEAN_SCORE);
            slots.meanScore(item.slot(), new Explanation.BaselineUsed(name, itemTitle(item),
                    List.of(titles.group(group.group().id())), Quantity.of(mean.number().nearest(), Unit.NONE),
                    frame.baselines().meanCount(group.group().id(), item.item().id()), 0, Optional.empty(), List.of(),
                    item.item().cite()));
            Formula formula = item.limits().rounding().map(Formula.name(name)::rounded).orElse(Formula.name(name));
            return Optional.of(new Trace.Worked(slots.name(item.slot()), itemTitle(item), formula,
                    Quantity.of(score.number().nearest(), Unit.NONE), List.of(leaf)));
        }
        policy.points().ifPresent(points -> slots.operands(slots.known(points.with(Map.of("w", item.item().weight())))));
        return Optional.of(SlotTraces.leaf(slots.name(item.slot()), itemTitle(item), Unit.NONE, score, Trace.Origin.POLICY));
    }

    private Optional<Explanation.BonusLine> line(CompiledBonus bonus) {
        Value points = scoring.bonus(bonus);
        if (!points.isNumber()) {
            return Optional.empty();
        }
        Bonus it = bonus.bonus();
        Optional<Formula> test = it.when().map(slots::known);
        List<Trace> facts = test.map(slots::operands).orElse(List.of());
        boolean given = bonus.when().isEmpty() || bonus.when().get().holds(frame) == Truth.TRUE;
        if (!given || !bonus.amount().value(frame).isNumber()) {
            Formula asked = given ? slots.known(bonus.formula()) : test.orElseThrow();
            Trace none = SlotTraces.leaf("bonus_" + it.id(), it.title(), Unit.NONE, points, Trace.Origin.POLICY);
            return Optional.of(new Explanation.BonusLine(it.id(), it.title(), false, none, false, Optional.of(asked), given ? slots.operands(asked) : facts, it.cite()));
        }
        Formula formula = it.ofSubtotal() ? Formula.call("*", bonus.formula(), Formula.name("subtotal")) : bonus.formula();
        if (bonus.limit().isPresent()) {
            formula = Formula.call("clamp", formula, Formula.of(bonus.limit().get().negate()), Formula.of(bonus.limit().get()));
        }
        Trace trace = new Trace.Worked("bonus_" + it.id(), it.title(), formula,
                Quantity.of(points.number().nearest(), Unit.NONE), slots.operands(formula));
        Value free = bonus.amount().value(frame);
        Rational asked = it.ofSubtotal()
                ? free.number().nearest().times(frame.number(rule.slot("subtotal")).number().nearest()) : free.number().nearest();
        boolean limited = bonus.limit().isPresent() && asked.abs().compareTo(bonus.limit().get()) > 0;
        return Optional.of(new Explanation.BonusLine(it.id(), it.title(), true, trace, limited, test, facts, it.cite()));
    }

    /** Items and bonuses, categories held at their limits, held between floor and cap, rounded: as one formula. */
    private Trace.Worked total(CompiledGroup group, List<Explanation.Line> items, List<Explanation.BonusLine> bonuses) {
        List<Trace> operands = new ArrayList<>(List.of(subtotal(group, items)));
        Formula formula = Formula.name(group.rankOn() >= 0 ? slots.name(group.rankOn()) : "subtotal");
        bonuses.forEach(line -> operands.add(line.points()));
        if (group.rankOn() < 0) {
            formula = rule.total(formula, bonuses.stream().collect(Collectors.toMap(Explanation.BonusLine::id,
                    line -> Formula.name("bonus_" + line.id()))), Arithmetic.FORMULAS);
        }
        formula = rule.limits().rounding().map(formula::rounded).orElse(formula);
        Value total = scoring.total();
        Unit unit = group.rankOn() >= 0 ? rule.slots().get(group.rankOn()).symbol().unit() : Unit.NONE;
        return new Trace.Worked("total", "total", formula, Quantity.of(total.number().nearest(), unit), operands);
    }

    private Optional<Trace> subtotal() {
        CompiledGroup group = scoring.group();
        return group == null ? Optional.empty()
                : Optional.of(subtotal(group, group.items().stream().map(item -> line(group, item)).toList()));
    }

    private Trace subtotal(CompiledGroup group, List<Explanation.Line> items) {
        if (group.rankOn() >= 0) {
            return slots.trace(group.rankOn());
        }
        List<Formula> scores = new ArrayList<>();
        Rational weight = Rational.ZERO;
        Rational present = Rational.ZERO;
        List<Trace> operands = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            weight = weight.plus(items.get(i).weight());
            if (items.get(i).score().isPresent()) {
                scores.add(Formula.name(slots.name(group.items().get(i).slot())));
                operands.add(items.get(i).score().get());
                present = present.plus(items.get(i).weight());
            }
        }
        Formula sum = scores.isEmpty() ? Formula.of(Rational.ZERO) : Formula.chain("+", scores);
        if (!present.equals(weight)) {
            sum = Formula.call("/", Formula.call("*", sum, Formula.of(weight)), Formula.of(present));
        }
        Value subtotal = frame.number(rule.slot("subtotal"));
        return new Trace.Worked("subtotal", "subtotal", sum, Quantity.of(subtotal.number().nearest(), Unit.NONE), operands);
    }
}
