package io.mubiao.scorecard;

import io.mubiao.assess.Assessments;
import io.mubiao.lookup.Lookup;
import io.mubiao.lookup.LookupList;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.text.internal.Characters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The scores of a register on a day (考核结果): its items, in the order of the rule and then of the register, and the nodes they roll
 * up into, view by view. Immutable.
 *
 * <pre>{@code
 * Register register = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
 * ObservationLog log = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", register).orThrow();
 * ScorecardRule rule = Mubiao.readScorecard("seeds/jinan-2024/scorecard.yaml");
 * Scorecard card = Mubiao.score(rule, Mubiao.assess(register, log, LocalDate.of(2024, 9, 30)));
 * System.out.println(card.get("P03")); // prints P03 7 of 10 黄
 * System.out.println(card.nodes("owner").get("区发改委").grade().orElseThrow()); // prints 良
 * }</pre>
 */
public final class Scorecard implements Lookup<ItemScore> {
    private final ScorecardRule rule;
    private final Assessments assessments;
    private final LookupList<ItemScore> items;
    private final Map<String, NodeScore> roots;
    private final Map<String, LookupList<NodeScore>> nodes = new ConcurrentHashMap<>();

    Scorecard(ScorecardRule rule, Assessments assessments, List<ItemScore> items, Map<String, NodeScore> roots) {
        this.rule = rule;
        this.assessments = assessments;
        this.items = LookupList.of("scorecard '" + rule.id() + "'", "item", items, ItemScore::id);
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

    @Override
    public ItemScore get(String itemId) {
        return items.get(itemId);
    }

    @Override
    public Optional<ItemScore> find(String itemId) {
        return items.find(itemId);
    }

    @Override
    public Stream<ItemScore> stream() {
        return items.stream();
    }

    @Override
    public int size() {
        return items.size();
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
            throw NoSuchIdException.of("scorecard '" + rule.id() + "'", "view", view, roots.keySet());
        }
        return root;
    }

    /** The root of the first view. */
    public NodeScore root() {
        return roots.values().iterator().next();
    }

    /**
     * All nodes of a view, each before those below it; the root has the id "".
     *
     * @throws NoSuchIdException if there is no such view
     */
    public LookupList<NodeScore> nodes(String view) {
        NodeScore root = root(view);
        return nodes.computeIfAbsent(view, name -> {
            List<NodeScore> all = new ArrayList<>();
            collect(root, all);
            return LookupList.of("view '" + view + "'", "node", all, NodeScore::id);
        });
    }

    private static void collect(NodeScore node, List<NodeScore> into) {
        into.add(node);
        node.nodes().forEach(child -> collect(child, into));
    }

    @Override
    public String toString() {
        return Characters.shown(rule.id() + " " + assessments.question() + ": " + roots.values());
    }
}
