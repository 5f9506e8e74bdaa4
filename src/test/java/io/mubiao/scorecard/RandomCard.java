package io.mubiao.scorecard;

import io.mubiao.shape.Limits;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Random items with given points, and random trees over them, from a seed. */
final class RandomCard {
    final Random random;
    final List<String> items = new ArrayList<>();
    private int nodes;

    RandomCard(long seed) {
        random = new Random(seed);
    }

    /** So many items of 1 to 20 full points; of {@code missing} in ten nothing is known, of {@code faulty} in ten a veto. */
    RandomCard items(int count, int missing, int faulty) {
        for (int i = 0; i < count; i++) {
            int full = 1 + random.nextInt(20);
            String points = random.nextInt(10) < missing ? "-" : random.nextInt(full * 12) + "/10";
            items.add("i" + i + "=" + (points.equals("-") ? points : decimal(points)) + "/" + full
                    + (random.nextInt(10) < faulty ? "!" : ""));
        }
        return this;
    }

    /** A few more items that only add or deduct: no full points. */
    RandomCard bonuses() {
        for (int i = 0; i < random.nextInt(4); i++) {
            items.add("b" + i + "=" + (random.nextInt(9) - 4) + "/0");
        }
        return this;
    }

    private static String decimal(String tenths) {
        return Rational.of(Long.parseLong(tenths.substring(0, tenths.indexOf('/'))), 10).toString();
    }

    /** A tree over all items whose node rules come from the supplier; each item stands below exactly one node. */
    View view(NodeRule root, Supplier<NodeRule> rules) {
        List<String> names = GivenCard.names(items.toArray(String[]::new));
        java.util.Collections.shuffle(names, random);
        nodes = 0;
        return GivenCard.tree(root, split(names, rules, 0).toArray(View.Branch[]::new));
    }

    private List<View.Branch> split(List<String> names, Supplier<NodeRule> rules, int depth) {
        List<View.Branch> branches = new ArrayList<>();
        int at = 0;
        while (at < names.size()) {
            int end = Math.min(names.size(), at + 1 + random.nextInt(4));
            List<String> part = names.subList(at, end);
            int own = depth > 2 ? part.size() : random.nextInt(part.size() + 1);
            String id = "n" + nodes++;
            List<View.Branch> below = own < part.size() ? split(part.subList(own, part.size()), rules, depth + 1) : List.of();
            branches.add(GivenCard.branch(id, rules.get(), part.subList(0, own), below.toArray(View.Branch[]::new)));
            at = end;
        }
        return branches;
    }

    /** Any roll-up, any policy, any limits; no named weights. */
    NodeRule anyRule() {
        NodeRule rule = rule();
        boolean some = rule.rollup() == Rollup.WEIGHTED_SUM && rule.missing() != Missing.REWEIGHT && random.nextInt(3) == 0;
        return some ? rule.best(1 + random.nextInt(3)) : rule;
    }

    private NodeRule rule() {
        return new NodeRule(pick(Rollup.values()), Map.of(), Optional.empty(), maybe(Rational.of(1 + random.nextInt(100))),
                pick(Missing.values()), random.nextInt(4) == 0 ? Rational.of(random.nextInt(5), 4) : Rational.ZERO,
                new Limits<>(maybe(Rational.of(1 + random.nextInt(60))), maybe(Rational.of(random.nextInt(6) - 5)),
                        maybe(Rounding.halfUp(random.nextInt(3) - 1))), true).graded(random.nextInt(4) > 0);
    }

    /** The same view with weights named in some of its nodes. */
    View weighted(View view) {
        return new View(view.id(), view.title(), view.root(), List.of(), view.tree().stream().map(this::weighted).toList(),
                view.credit(), view.ranking());
    }

    private View.Branch weighted(View.Branch branch) {
        List<View.Branch> below = branch.branches().stream().map(this::weighted).toList();
        NodeRule rule = branch.node();
        boolean can = rule.rollup() == Rollup.WEIGHTED_SUM && rule.best().isEmpty() && branch.items().stream().noneMatch(this::withoutFullPoints);
        if (can && random.nextBoolean()) {
            Map<String, Rational> weights = new LinkedHashMap<>();
            branch.items().forEach(item -> weights.put(item, Rational.of(random.nextInt(50))));
            below.forEach(node -> weights.put(node.id(), Rational.of(random.nextInt(50))));
            rule = rule.weights(weights, weights.values().stream().reduce(Rational.ZERO, Rational::plus));
        }
        return new View.Branch(branch.id(), branch.title(), rule, below, branch.items());
    }

    private boolean withoutFullPoints(String item) {
        return items.stream().anyMatch(text -> text.replace("!", "").startsWith(item + "=") && text.replace("!", "").endsWith("/0"));
    }

    /** Overrides of a few random nodes and items. */
    List<ManualOverride> overrides(View view) {
        List<String> ids = new ArrayList<>();
        view.tree().forEach(branch -> collect(branch, ids));
        List<ManualOverride> overrides = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            overrides.add(new ManualOverride("v", ids.get(random.nextInt(ids.size())),
                    random.nextBoolean() ? Optional.of(Rational.of(random.nextInt(100))) : Optional.empty(),
                    Optional.of(pick("优", "良", "中", "差")), Optional.empty(), "王", "议定", GivenCard.DAY, GivenCard.DAY));
        }
        if (random.nextBoolean()) {
            overrides.add(new ManualOverride("", "i0", Optional.of(Rational.of(random.nextInt(30))), Optional.empty(),
                    Optional.empty(), "王", "议定", GivenCard.DAY, GivenCard.DAY));
        }
        return overrides;
    }

    private static void collect(View.Branch branch, List<String> into) {
        into.add(branch.id());
        branch.branches().forEach(child -> collect(child, into));
    }

    ScorecardRule.Builder card(View view) {
        return GivenCard.card(items.toArray(String[]::new)).views(List.of(view));
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextInt(3) == 0 ? Optional.of(value) : Optional.empty();
    }

    @SafeVarargs
    final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
