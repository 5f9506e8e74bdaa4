package io.mubiao.scoring.internal;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.formula.internal.Expansion;
import io.mubiao.formula.internal.FormulaCompiler;
import io.mubiao.formula.internal.Growth;
import io.mubiao.formula.internal.Num;
import io.mubiao.formula.internal.Typed;
import io.mubiao.problem.Problems;
import io.mubiao.rule.Derived;
import io.mubiao.rule.Parameter;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.Reading;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Limits;
import io.mubiao.shape.Shape;
import io.mubiao.shape.internal.Marks;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles a scoring rule, or says everything that is wrong with it. */
public final class ProgramCompiler {
    private final ScoringRule rule;
    private final Problems problems;
    private final Map<String, Formula> parameters = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final RuleNames names;
    private final FormulaCompiler compiler;

    private ProgramCompiler(ScoringRule rule, Problems problems) {
        this.rule = rule;
        this.problems = problems;
        rule.parameterValues().forEach((id, value) -> parameters.put(id,
                Formula.of(new Expr.Literal(value.amount(), value.unit().symbol()))));
        names = new RuleNames(rule.inputs());
        compiler = new FormulaCompiler(names, rule.units(), !rule.openParameters().isEmpty());
    }

    /** The program; null if there are problems. */
    public static @Nullable Program compile(ScoringRule rule, Problems problems) {
        return new ProgramCompiler(rule, problems).compile();
    }

    /**
     * The program of a rule.
     *
     * @throws IllegalArgumentException if a parameter of the rule is open
     */
    public static Program of(ScoringRule rule) {
        requireClosed(rule);
        return requireNonNull(compile(rule, new Problems()), "program");
    }

    /**
     * Refuses a rule with open parameters.
     *
     * @throws IllegalArgumentException if a parameter of the rule is open
     */
    public static void requireClosed(ScoringRule rule) {
        List<Parameter> open = rule.openParameters();
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("scoring rule '" + rule.id() + "' has open parameters: "
                    + open.stream().map(each -> each.id() + " (" + each.title() + ")").toList()
                    + "; give them with with(\"" + open.get(0).id() + "\", …)");
        }
    }

    private @Nullable Program compile() {
        if (rule.parts().isEmpty()) {
            problem("parts", "a scoring rule needs at least one part");
            return null;
        }
        if (rule.points().signum() < 0) {
            problem("points", "points must be at least 0, got " + rule.points());
        }
        checkNames();
        List<Program.Step> derived = derived();
        List<Program.Step> bounded = steps(true);
        List<Program.Step> free = problems.isEmpty() ? steps(false) : List.of();
        List<Program.CompiledClaim> claims = new ArrayList<>();
        for (Claim claim : rule.claims()) {
            attempt("claims." + claim.id(), () -> compiler.test(known(filled(claim.when()))))
                    .ifPresent(test -> claims.add(new Program.CompiledClaim(claim, test)));
        }
        Map<String, SetFold> sets = new LinkedHashMap<>();
        rule.inputs().stream().filter(input -> input.over().isPresent()).forEach(input ->
                attempt("inputs." + input.id(), () -> new SetFold(input, rule.units())).ifPresent(fold -> sets.put(input.id(), fold)));
        boolean places = names.wants().stream().anyMatch(want -> want.about() == Want.About.PLACE);
        if (places && rule.ties().isEmpty()) {
            problem("ties", "the rule must decide ties: the place of equals among peers (best-place, worst-place or dense)");
        }
        return problems.isEmpty()
                ? new Program(rule, List.copyOf(names.wants()), names.slots(), both(derived, bounded),
                        both(derived, free), claims, sets)
                : null;
    }

    private void checkNames() {
        Set<String> used = new HashSet<>();
        rule.inputs().forEach(input -> unique(used, "inputs." + input.id(), input.id(), false));
        rule.parameters().forEach(parameter -> unique(used, "parameters." + parameter.id(), parameter.id(), true));
        rule.derived().forEach(derived -> unique(used, "derived." + derived.id(), derived.id(), true));
    }

    /** An input may stand in for a reading of its name; nothing else may. */
    private void unique(Set<String> used, String path, String id, boolean noReading) {
        if (!used.add(id) || isOurs(id) || (noReading && Reading.find(id).isPresent())) {
            problem(path, "the name '" + id + "' is taken");
        }
    }

    /** What is worked out before the parts, the same with and without caps. */
    private List<Program.Step> derived() {
        List<Program.Step> steps = new ArrayList<>();
        Map<String, Formula> formulas = new HashMap<>();
        Set<String> comparing = new HashSet<>();
        Map<Integer, Num> nums = new HashMap<>();
        Expansion expansion = new Expansion(it -> Optional.ofNullable(nums.get(it)).map(Expansion.Definition::of).orElse(Expansion.Definition.NONE));
        boolean grown = false;
        for (Derived derived : rule.derived()) {
            Formula formula = filled(derived.formula());
            formulas.put(derived.id(), formula);
            boolean small = !grown && attempt("derived." + derived.id(), () -> {
                new Growth(formulas).check(derived.id());
                return true;
            }).isPresent();
            grown |= !small;
            Optional<Num> num = small ? attempt("derived." + derived.id(), () -> compiler.number(known(formula), derived.unit()))
                    : Optional.empty();
            boolean compares = usesPeers(formula, comparing);
            if (compares) {
                comparing.add(derived.id());
            }
            int slot = names.addDerived(derived.id(), derived.title(), derived.unit(), compares).slot();
            num.ifPresent(it -> {
                nums.put(slot, it);
                steps.add(new Program.Step(slot, derived.id(), derived.title(), derived.unit(), false, formula, it));
            });
            grown |= !grown && attempt("derived." + derived.id(), () -> {
                expansion.check(slot, derived.id());
                return true;
            }).isEmpty();
        }
        return steps;
    }

    /** Whether a formula asks for peers, or uses a derived quantity that does. */
    private static boolean usesPeers(Formula formula, Set<String> comparing) {
        return formula.names().stream().anyMatch(comparing::contains)
                || Want.About.ofPeersFunctions().stream().anyMatch(function -> formula.toString().contains(function + "(\""));
    }

    private static List<Program.Step> both(List<Program.Step> first, List<Program.Step> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private List<Program.Step> steps(boolean bounded) {
        List<Program.Step> steps = new ArrayList<>();
        ids.clear();
        rule.parts().forEach(part -> part(part, "parts.", bounded, steps));
        Formula sum = Part.sumOf(rule.parts());
        limited("points", "points", sum, rule.total(), bounded, "total", true, steps,
                plain -> Limits.held(bounded ? rule.total() : rule.total().withoutBounds(), plain, Map.of()));
        return steps;
    }

    /** Names that a program gives by itself. */
    private static boolean isOurs(String id) {
        return id.equals(RuleNames.FULL) || id.equals("points") || id.endsWith("_uncapped");
    }

    private void part(Part part, String path, boolean bounded, List<Program.Step> steps) {
        String place = path + part.id();
        if (!ids.add(part.id()) || isOurs(part.id())
                || rule.inputs().find(part.id()).isPresent()
                || rule.derived().find(part.id()).isPresent()
                || parameters.containsKey(part.id()) || Reading.find(part.id()).isPresent()) {
            problem(place, "the name '" + part.id() + "' is taken");
            return;
        }
        part.parts().forEach(inner -> part(inner, place + ".parts.", bounded, steps));
        if (bounded && part.shape().isPresent() && !fits(part, part.shape().get(), place)) {
            names.add(part.id(), Unit.NONE);
            return;
        }
        limited(part.id(), part.title(), part.plain(), part.limits(), bounded, place, false, steps,
                plain -> part.limited(plain, bounded));
    }

    /** Whether a shape has all that it needs, in the unit of what is scored. */
    private boolean fits(Part part, Shape shape, String place) {
        List<String> lacking = shape.references().stream().filter(role -> !part.references().containsKey(role)
                && !parameters.containsKey(role) && names.find(role).isEmpty()).toList();
        lacking.forEach(role -> problems.error("MISSING_FIELD", place, "its score needs '" + role + "'"));
        Map<String, List<Formula>> marks = lacking.isEmpty() ? Marks.of(shape) : Map.of();
        if (marks.isEmpty()) {
            return lacking.isEmpty();
        }
        return attempt(place, () -> {
            Unit unit = compiler.number(known(filled(part.of()))).unit();
            marks.forEach((what, all) -> all.forEach(mark -> {
                Typed found = compiler.number(known(filled(mark)));
                if (!found.isZero()) {
                    Marks.unit(what, mark, found.unit(), unit, "'" + part.of() + "'");
                }
            }));
            return true;
        }).isPresent();
    }

    private void limited(String id, String title, Formula plain, Limits<Formula> limits, boolean bounded, String place,
            boolean total, List<Program.Step> steps, UnaryOperator<Formula> limit) {
        String prefix = bounded ? "" : RuleNames.FREE;
        if (bounded && Stream.concat(limits.cap().stream(), limits.floor().stream()).allMatch(this::isFixed)) {
            attempt(place, () -> limits.with(this::fixed)).flatMap(Limits::clash).ifPresent(message -> problem(place, message));
        }
        boolean held = bounded ? !limits.isNone() : limits.rounding().isPresent();
        if (!held) {
            step(prefix + id, id, title, plain, place, bounded, !total, steps);
            return;
        }
        String inner = id + "_uncapped";
        step(prefix + inner, inner, title, plain, place, bounded, false, steps);
        step(prefix + id, id, title, limit.apply(Formula.name(inner)), place, bounded, !total, steps);
    }

    /** Whether a limit is the same for every item. */
    private boolean isFixed(Formula limit) {
        return rule.openParameters().isEmpty() && filled(limit).names().isEmpty();
    }

    private Rational fixed(Formula limit) {
        return ((Num.Const) compiler.number(filled(limit), Unit.NONE)).number();
    }

    private void step(String slotName, String name, String title, Formula formula, String place, boolean bounded,
            boolean part, List<Program.Step> steps) {
        Formula filled = filled(formula);
        Formula own = bounded ? filled : filled.with(freeNames(steps));
        Optional<Num> num = attempt(place, () -> compiler.number(known(own), Unit.NONE));
        int slot = names.add(slotName, Unit.NONE).slot();
        num.ifPresent(it -> steps.add(new Program.Step(slot, name, title, Unit.NONE, part, filled, it)));
    }

    /** In the run without caps, parts mean their own uncapped selves. */
    private static Map<String, Formula> freeNames(List<Program.Step> steps) {
        Map<String, Formula> meanings = new LinkedHashMap<>();
        steps.forEach(step -> meanings.put(step.name(), Formula.name(RuleNames.FREE + step.name())));
        return meanings;
    }

    private Formula known(Formula formula) {
        return KnownTexts.check(formula, rule.inputs()::find);
    }

    private Formula filled(Formula formula) {
        return formula.with(parameters);
    }

    private void problem(String path, String message) {
        problems.error("BAD_RULE", path, message);
    }

    private <T> Optional<T> attempt(String path, Supplier<T> make) {
        return problems.attempt("BAD_RULE", path, make);
    }
}
