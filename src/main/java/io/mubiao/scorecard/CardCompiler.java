package io.mubiao.scorecard;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.mubiao.problem.Problems;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.ItemRule;
import io.mubiao.scoring.internal.CompiledItem;
import io.mubiao.scoring.internal.Probe;
import io.mubiao.scoring.internal.Program;
import io.mubiao.scoring.internal.ProgramCompiler;
import io.mubiao.target.Owner;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a scorecard rule ready for a register, or says everything that does not fit. */
final class CardCompiler {
    private final ScorecardRule rule;
    private final Register register;
    private final Problems problems;
    private final Map<String, Program> programs = new HashMap<>();
    private final List<CompiledItem> items = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    private CardCompiler(ScorecardRule rule, Register register, Problems problems) {
        this.rule = rule;
        this.register = register;
        this.problems = problems;
        register.targets().forEach(target -> numbers.put(target.id(), numbers.size()));
    }

    static CompiledCard compile(ScorecardRule rule, Register register, Problems problems) {
        return new CardCompiler(rule, register, problems).compile();
    }

    private CompiledCard compile() {
        RuleCheck.check(rule, problems);
        rule.rules().forEach((name, scoring) -> attempt("rules." + name, () -> programs.put(name, ProgramCompiler.of(scoring))));
        items();
        Map<String, List<Integer>> ofTarget = new HashMap<>();
        Map<String, List<Integer>> peers = new LinkedHashMap<>();
        for (CompiledItem item : items) {
            Sets.union(item.rule().reads(), ImmutableSet.copyOf(item.set())).forEach(target -> ofTarget.computeIfAbsent(target, id -> new ArrayList<>(1)).add(item.index()));
            if (!item.rule().peers().isEmpty()) {
                peers.computeIfAbsent(item.rule().peers(), group -> new ArrayList<>()).add(item.index());
            }
        }
        peers.forEach(this::checkPeers);
        peers.forEach((group, members) -> CardCheck.peerUnits(group, members.stream().map(items::get).toList(), problems));
        boolean sound = problems.isEmpty();
        Lights lights = sound ? rule.lights().flatMap(it -> attempt("lights", () -> new Lights(it, register.units()))).orElse(null)
                : null;
        Probe probe = new Probe(register.units(), true);
        List<Program.CompiledClaim> claims = new ArrayList<>();
        for (Claim claim : sound ? rule.claims() : List.<Claim>of()) {
            attempt("claims." + claim.id(), () -> probe.test(claim.when()))
                    .ifPresent(test -> claims.add(new Program.CompiledClaim(claim, test)));
        }
        checkNamed();
        List<CompiledView> views = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (View view : rule.views()) {
            if (!names.add(view.id())) {
                problem("views." + view.id(), "there are two views of this name");
            }
            views.add(new ViewCompiler(rule, view, items, problems).compile());
        }
        if (views.isEmpty()) {
            problem("views", "a scorecard needs at least one view");
        }
        checkDecisions(views);
        CardCheck.texts(rule, register, problems);
        Map<String, Integer> itemNumbers = new HashMap<>();
        items.forEach(item -> itemNumbers.put(item.id(), item.index()));
        return new CompiledCard(register, numbers, List.copyOf(items), itemNumbers,
                ofTarget, peers, lights, claims, probe, views);
    }

    private void items() {
        Set<String> written = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (ItemRule item : rule.items()) {
            if (!ids.add(item.id())) {
                problem("items." + item.id(), "there are two items of this name");
            }
            written.add(item.target());
            item(item, "items." + item.id());
        }
        Probe probe = new Probe(register.units());
        List<io.mubiao.formula.internal.@Nullable Test> tests = new ArrayList<>();
        for (int i = 0; i < rule.assigns().size(); i++) {
            Optional<io.mubiao.formula.Formula> when = rule.assigns().get(i).when();
            String path = "assign[" + i + "]";
            tests.add(when.flatMap(it -> attempt(path, () -> probe.test(it))).orElse(null));
        }
        if (!problems.isEmpty()) {
            return;
        }
        for (Target target : register.targets()) {
            if (!written.contains(target.id())) {
                Assign assign = this.<Assign>attempt("assign", () -> assigned(target, tests, probe)).orElse(null);
                if (assign != null && !assign.rule().isEmpty() && !ids.add(target.id())) {
                    problem("items." + target.id(), "there are two items of this name: '" + target.id()
                            + "' is also a target that is assigned a rule");
                } else if (assign != null && !assign.rule().isEmpty()) {
                    item(new ItemRule(target.id(), "", assign.rule(), assign.points(), target.id(), Map.of(), Map.of(), ""),
                            "assign");
                }
            }
        }
    }

    private @Nullable Assign assigned(Target target, List<io.mubiao.formula.internal.@Nullable Test> tests, Probe probe) {
        Program.Run run = probe.of(target, register.chapterOf(target.id()), owner(target).leadUnit());
        for (int i = 0; i < tests.size(); i++) {
            io.mubiao.formula.internal.Test test = tests.get(i);
            if (test == null || Boolean.TRUE.equals(Probe.holds(test, run))) {
                return rule.assigns().get(i);
            }
        }
        return null;
    }

    private Owner owner(Target target) {
        return rule.owners().getOrDefault(target.id(), target.owner());
    }

    private void item(ItemRule item, String path) {
        Program program = programs.get(item.rule());
        if (program == null) {
            return;
        }
        Map<String, String> read = new LinkedHashMap<>(item.targets());
        read.put("target", item.target());
        item.set().targets().forEach(id -> checkTarget(path + ".set", id));
        read.values().stream().filter(id -> !id.isEmpty()).forEach(id -> checkTarget(path, id));
        Target target = register.find(item.target()).orElse(null);
        String title = !item.title().isEmpty() ? item.title() : target == null ? item.id() : target.title();
        items.add(new CompiledItem(items.size(), item, title, program, item.points().orElse(program.rule().points()), target,
                numbers.getOrDefault(item.target(), -1), target == null ? "" : register.chapterOf(target.id()), target == null ? "" : owner(target).leadUnit(), set(item, program, path)));
    }

    /** The targets of an item's set, in register order. */
    private List<String> set(ItemRule item, Program program, String path) {
        boolean asked = program.rule().inputs().stream()
                .anyMatch(input -> input.over().isPresent() && !item.given().containsKey(input.id()));
        if (asked == item.set().isNone()) {
            problem(path, asked ? "scoring rule '" + item.rule() + "' has inputs of a set of targets; the item needs 'set': ids, or {when: …}"
                    : "scoring rule '" + item.rule() + "' has no input of a set of targets, so 'set' says nothing");
        }
        if (item.set().isNone()) {
            return List.of();
        }
        Probe probe = new Probe(register.units());
        Optional<io.mubiao.formula.internal.Test> test = item.set().when().flatMap(when -> attempt(path + ".set", () -> probe.test(when)));
        List<String> set = attempt(path + ".set", () -> register.stream().filter(target -> item.set().targets().contains(target.id())
                || test.filter(it -> Boolean.TRUE.equals(Probe.holds(it, probe.of(target, register.chapterOf(target.id()),
                        owner(target).leadUnit())))).isPresent()).map(Target::id).toList()).orElse(List.of());
        if (item.set().when().isPresent() && set.isEmpty()) {
            problem(path + ".set", "no target of the register is in the set");
        }
        return set;
    }

    private void checkPeers(String group, List<Integer> members) {
        Set<String> scoring = new HashSet<>();
        members.forEach(member -> scoring.add(items.get(member).rule().rule()));
        if (scoring.size() > 1) {
            problem("items", "the peers '" + group + "' are scored by different rules: " + scoring);
        }
    }

    /** Targets that owners, labels and credit shares name must exist; labels may name items too. */
    private void checkNamed() {
        rule.owners().keySet().forEach(target -> checkTarget("owners", target));
        Set<String> ids = new HashSet<>();
        items.forEach(item -> ids.add(item.id()));
        rule.labels().forEach((label, texts) -> texts.keySet().stream().filter(id -> !ids.contains(id))
                .forEach(id -> checkTarget("labels." + label, id)));
        rule.views().forEach(view -> view.credit().byTarget().keySet()
                .forEach(target -> checkTarget("views." + view.id() + ".credit.targets", target)));
    }

    private void checkTarget(String path, String target) {
        if (register.find(target).isEmpty()) {
            problems.known("BAD_SCORECARD", path, "target", target, register.stream().map(Target::id).toList());
        }
    }

    private void checkDecisions(List<CompiledView> views) {
        for (ManualOverride each : rule.overrides()) {
            checkDecision("overrides", each.view(), each.of(), views);
        }
        rule.judgements().forEach(each -> checkDecision("judgements", each.view(), each.of(), views));
    }

    private void checkDecision(String path, String view, String of, List<CompiledView> views) {
        boolean known = view.isEmpty()
                ? items.stream().anyMatch(item -> item.id().equals(of))
                : views.stream().filter(each -> each.view().id().equals(view))
                        .anyMatch(each -> each.nodes().stream().anyMatch(node -> node.id().equals(of)));
        if (!known) {
            problem(path, view.isEmpty() ? "there is no item '" + of + "'"
                    : "there is no node '" + of + "' in a view '" + view + "'");
        }
    }

    private void problem(String path, String message) {
        problems.error("BAD_SCORECARD", path, message);
    }

    private <T> Optional<T> attempt(String path, Supplier<? extends @Nullable T> make) {
        return problems.attempt("BAD_SCORECARD", path, make);
    }
}
