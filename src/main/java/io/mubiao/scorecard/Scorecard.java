package io.mubiao.scorecard;

import io.mubiao.assess.Assessments;
import io.mubiao.outcome.NoSuchIdException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scores of a register on a day (考核结果). Immutable. */
public final class Scorecard {
    private final ScorecardRule rule;
    private final Assessments assessments;
    private final List<ItemScore> items;
    private final Map<String, Integer> numbers;
    private final Map<String, NodeScore> roots;

    Scorecard(ScorecardRule rule, Assessments assessments, List<ItemScore> items, Map<String, Integer> numbers,
            Map<String, NodeScore> roots) {
        this.rule = rule;
        this.assessments = assessments;
        this.items = items;
        this.numbers = numbers;
        this.roots = Collections.unmodifiableMap(new LinkedHashMap<>(roots));
    }

    /** The rule it follows. */
    public ScorecardRule rule() {
        return rule;
    }

    /** The assessments it scores. */
    public Assessments assessments() {
        return assessments;
    }

    /** The scores of all items, in order. */
    public List<ItemScore> items() {
        return items;
    }

    /**
     * The score of one item.
     *
     * @throws NoSuchIdException if there is no such item
     */
    public ItemScore get(String itemId) {
        Integer number = numbers.get(itemId);
        if (number == null) {
            throw new NoSuchIdException("scorecard '" + rule.id() + "' has no item '" + itemId + "'");
        }
        return items.get(number);
    }

    /** The names of the views, in order. */
    public List<String> views() {
        return List.copyOf(roots.keySet());
    }

    /**
     * The root of a view.
     *
     * @throws NoSuchIdException if there is no such view
     */
    public NodeScore root(String view) {
        NodeScore root = roots.get(view);
        if (root == null) {
            throw new NoSuchIdException("scorecard '" + rule.id() + "' has no view '" + view + "'; it has "
                    + roots.keySet());
        }
        return root;
    }

    /** The root of the first view. */
    public NodeScore root() {
        return roots.values().iterator().next();
    }

    /**
     * A node of a view.
     *
     * @throws NoSuchIdException if there is no such view or node
     */
    public NodeScore node(String view, String id) {
        return nodes(view).stream().filter(node -> node.id().equals(id)).findFirst()
                .orElseThrow(() -> new NoSuchIdException("view '" + view + "' has no node '" + id + "'; it has "
                        + nodes(view).stream().map(NodeScore::id).filter(name -> !name.isEmpty()).toList()));
    }

    /** All nodes of a view, each before those below it. */
    public List<NodeScore> nodes(String view) {
        List<NodeScore> nodes = new ArrayList<>();
        collect(root(view), nodes);
        return nodes;
    }

    private static void collect(NodeScore node, List<NodeScore> into) {
        into.add(node);
        node.nodes().forEach(child -> collect(child, into));
    }

    @Override
    public String toString() {
        return rule.id() + " " + assessments.question() + ": " + roots.values();
    }
}
