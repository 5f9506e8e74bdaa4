package io.mubiao.scorecard;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What a node comes to with some items at their full points; the roll-up itself is asked. */
public final class NodeTrial {
    private static final String SOURCE = "what-if";

    private final CompiledView view;
    private final CompiledView.Node node;
    private final Roller roller;
    private final ItemScore[] items;
    private final NodeScore[] nodes;

    NodeTrial(Roller roller, CompiledView.Node node, ItemScore[] items, NodeScore[] nodes) {
        this.roller = roller;
        this.node = node;
        this.items = items;
        this.nodes = nodes;
        view = roller.view();
    }

    /** An item as it stands, by number. */
    public ItemScore item(int number) {
        return items[number];
    }

    /** The items below the node, by number, in order. */
    public List<Integer> below() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < items.length; i++) {
            numbers.put(items[i].id(), i);
        }
        return nodes[node.index()].allItems().map(item -> numbers.getOrDefault(item.id(), -1)).toList();
    }

    /** Whether points only add up from the items to the node; its own cap, floor and rounding come after that. */
    public boolean isSum() {
        return !hasQuota() && isSum(nodes[node.index()], true);
    }

    /** Whether its grade depends on the units beside it. */
    private boolean hasQuota() {
        return node.parent() == 0 && view.view().quota().isPresent();
    }

    private static boolean isSum(NodeScore score, boolean top) {
        NodeRule rule = score.rule();
        boolean plain = top || rule.limits().isNone();
        return plain && rule.rollup() == Rollup.WEIGHTED_SUM && rule.best().isEmpty() && score.nodes().stream().allMatch(child -> isSum(child, false));
    }

    /** The node with these items at their full points. */
    public NodeScore score(Collection<Integer> full) {
        ItemScore[] lifted = items.clone();
        TreeSet<Integer> path = new TreeSet<>(Comparator.reverseOrder());
        for (int number : full) {
            lifted[number] = full(items[number]);
            for (int above : view.nodesOfItem().get(number)) {
                int at = above;
                while (at >= node.index() && path.add(at)) {
                    at = view.nodes().get(at).parent();
                }
            }
        }
        NodeScore[] scores = nodes.clone();
        roller.again(path, scores, lifted);
        if (!hasQuota()) {
            return scores[node.index()];
        }
        roller.again(List.of(0), scores, lifted);
        return scores[0].nodes().stream().filter(unit -> unit.id().equals(node.id())).findFirst().orElseThrow();
    }

    private static ItemScore full(ItemScore item) {
        ManualOverride before = item.override().orElse(null);
        ManualOverride full = new ManualOverride("", item.id(), Optional.of(item.full()), Optional.empty(),
                before == null ? Optional.empty() : before.light(), SOURCE, SOURCE,
                java.time.LocalDate.MIN, java.time.LocalDate.MAX);
        return item.with(full);
    }
}
