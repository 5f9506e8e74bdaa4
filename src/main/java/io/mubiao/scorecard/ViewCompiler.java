package io.mubiao.scorecard;

import io.mubiao.problem.Problems;
import io.mubiao.scoring.internal.CompiledItem;
import io.mubiao.scoring.internal.Kinds;
import io.mubiao.target.Bindingness;
import io.mubiao.target.Owner;
import io.mubiao.target.Target;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Lays out the nodes of one view, or says what does not fit. */
final class ViewCompiler {
    static final List<String> KEYS = List.of("chapter", "owner", "official", "kind", "strength", "binding");

    private final ScorecardRule rule;
    private final View view;
    private final List<CompiledItem> items;
    private final Problems problems;
    private final List<Draft> drafts = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    /** A node whose children are still being collected. */
    private static final class Draft {
        final int index;
        final int parent;
        final String id;
        /** Its name below its parent: 发改委 of 三/发改委. */
        final String name;
        final String title;
        final NodeRule rule;
        final List<Integer> nodes = new ArrayList<>();
        final Map<Integer, Rational> items = new LinkedHashMap<>();

        Draft(int index, int parent, String id, String name, String title, NodeRule rule) {
            this.index = index;
            this.parent = parent;
            this.id = id;
            this.name = name;
            this.title = title;
            this.rule = rule;
        }
    }

    /** An item and the share of it that counts here. */
    private record Part(CompiledItem item, Rational share) {}

    ViewCompiler(ScorecardRule rule, View view, List<CompiledItem> items, Problems problems) {
        this.rule = rule;
        this.view = view;
        this.items = items;
        this.problems = problems;
    }

    CompiledView compile() {
        Draft root = draft(-1, "", "", view.title(), view.root());
        if (!view.tree().isEmpty()) {
            branches(root, view.tree());
            checkOnce();
        } else {
            generate(root, items.stream().map(item -> new Part(item, Rational.ONE)).toList(), 0);
        }
        List<CompiledView.Node> nodes = new ArrayList<>();
        drafts.forEach(draft -> nodes.add(compiled(draft)));
        List<List<Integer>> above = new ArrayList<>();
        items.forEach(item -> above.add(new ArrayList<>(1)));
        drafts.forEach(draft -> draft.items.keySet().forEach(item -> above.get(item).add(draft.index)));
        return new CompiledView(view, nodes, above.stream().map(List::copyOf).toList());
    }

    private Draft draft(int parent, String id, String name, String title, NodeRule node) {
        Draft draft = new Draft(drafts.size(), parent, id, name, title, node);
        if (!ids.add(id)) {
            problem("tree." + id, "there are two nodes of this name");
        }
        drafts.add(draft);
        if (parent >= 0) {
            drafts.get(parent).nodes.add(draft.index);
        }
        return draft;
    }

    /** An item below two nodes would count twice. */
    private void checkOnce() {
        Map<Integer, String> above = new HashMap<>();
        for (Draft draft : drafts) {
            for (int item : draft.items.keySet()) {
                String before = above.putIfAbsent(item, draft.id);
                if (before != null) {
                    problem("tree." + draft.id, "item '" + items.get(item).id() + "' stands below '" + before
                            + "' and below '" + draft.id + "' and would count twice");
                }
            }
        }
    }

    private void branches(Draft parent, List<View.Branch> branches) {
        Map<String, CompiledItem> byId = new HashMap<>();
        items.forEach(item -> byId.put(item.id(), item));
        for (View.Branch branch : branches) {
            Draft draft = draft(parent.index, branch.id(), branch.id(), branch.title(), branch.node());
            for (String name : branch.items()) {
                CompiledItem item = byId.get(name);
                if (item == null) {
                    problem("tree." + branch.id(), "there is no item '" + name + "'");
                } else if (draft.items.put(item.index(), Rational.ONE) != null) {
                    problem("tree." + branch.id(), "item '" + name + "' is named twice");
                }
            }
            branches(draft, branch.branches());
        }
    }

    private void generate(Draft parent, List<Part> parts, int level) {
        if (level == view.levels().size()) {
            parts.forEach(part -> parent.items.merge(part.item().index(), part.share(), Rational::plus));
            return;
        }
        View.Level by = view.levels().get(level);
        Map<String, List<Part>> groups = new LinkedHashMap<>();
        for (Part part : parts) {
            shares(by.by(), part.item()).forEach((key, share) -> groups.computeIfAbsent(key, name -> new ArrayList<>())
                    .add(new Part(part.item(), part.share().times(share))));
        }
        groups.forEach((key, members) -> {
            String name = parent.id.isEmpty() ? key : parent.id + "/" + key;
            generate(draft(parent.index, name, key, key, by.node()), members, level + 1);
        });
    }

    /** Under which keys an item counts, with what share; those without a key count under 未列明. */
    private Map<String, Rational> shares(String key, CompiledItem item) {
        Target target = item.target();
        Owner owner = target == null ? Owner.NONE : rule.owners().getOrDefault(target.id(), target.owner());
        if (key.equals("owner")) {
            Map<String, Rational> shares = view.credit().shares(item.rule().target(), owner);
            return shares.isEmpty() ? Map.of(UNNAMED, Rational.ONE) : shares;
        }
        String text = target == null ? "" : switch (key) {
            case "chapter" -> item.chapter();
            case "official" -> owner.leadOfficial();
            case "kind" -> Kinds.word(target.goal());
            case "strength" -> target.commitment().map(it -> Integer.toString(it.strength().level())).orElse("");
            case "binding" -> target.bindingness().map(Bindingness::name).orElse("").toLowerCase(Locale.ROOT);
            default -> rule.labels().getOrDefault(key, Map.of()).getOrDefault(item.rule().target(), "");
        };
        String label = rule.labels().getOrDefault(key, Map.of()).getOrDefault(item.id(), text);
        return Map.of(label.isEmpty() ? UNNAMED : label, Rational.ONE);
    }

    /** Where items are put that a level says nothing of. */
    static final String UNNAMED = "未列明";

    private CompiledView.Node compiled(Draft draft) {
        Map<String, Rational> weights = draft.rule.weights();
        Set<String> children = new HashSet<>();
        draft.nodes.forEach(node -> children.add(drafts.get(node).name));
        String path = "views." + view.id() + (draft.id.isEmpty() ? ".root" : "." + draft.id);
        draft.items.keySet().stream().map(items::get).filter(item -> !children.add(item.id())).forEach(item ->
                problems.error("BAD_SCORECARD", path, "a node and an item below it are both named '" + item.id() + "'"));
        if (!weights.isEmpty() && !children.equals(weights.keySet())) {
            Set<String> lacking = new java.util.TreeSet<>(children);
            lacking.removeAll(weights.keySet());
            Set<String> unknown = new java.util.TreeSet<>(weights.keySet());
            unknown.removeAll(children);
            problems.error("BAD_SCORECARD", path, "weights are named, one a child:"
                    + (lacking.isEmpty() ? "" : " no weight for " + lacking)
                    + (unknown.isEmpty() ? "" : " no child " + unknown));
        }
        boolean weighted = !weights.isEmpty();
        draft.items.keySet().stream().map(items::get).filter(item -> weighted && item.full().signum() == 0).forEach(item ->
                problems.error("BAD_SCORECARD", path, "item '" + item.id() + "' has a weight but no full points to take a share of"));
        return new CompiledView.Node(draft.index, draft.parent, draft.id, draft.title, draft.rule, List.copyOf(draft.nodes),
                List.copyOf(draft.items.keySet()), List.copyOf(draft.items.values()),
                weighted ? draft.nodes.stream().map(node -> weight(weights, drafts.get(node).name)).toList() : List.of(),
                weighted ? draft.items.keySet().stream().map(item -> weight(weights, items.get(item).id())).toList()
                        : List.of());
    }

    private static Rational weight(Map<String, Rational> weights, String child) {
        return weights.getOrDefault(child, Rational.ZERO);
    }

    private void problem(String path, String message) {
        problems.error("BAD_SCORECARD", "views." + view.id() + "." + path, message);
    }
}
