package io.mubiao.compare;

import static java.util.Objects.requireNonNull;

import io.mubiao.assess.Assessment;
import io.mubiao.lookup.LookupList;
import io.mubiao.observe.ObservationLog;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scoring.Claim;
import io.mubiao.text.internal.Characters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What differs between two scorecards: of two days, under two rules, or with further observations (考核结果对比). Immutable.
 *
 * @param items the items in both that differ, in order
 * @param nodes the nodes in both that differ, view by view
 * @param added what only the later one has: items by id, nodes as {@code view/id}
 * @param removed what only the earlier one has
 */
public record ScorecardDiff(LookupList<ItemChange> items, List<NodeChange> nodes, List<String> added, List<String> removed) {
    /** What of an item or node differs. */
    public enum What {
        /** The points, the full points, or whether there are any. */
        POINTS,
        /** The word for verdict and pace. */
        STATUS,
        /** The light. */
        LIGHT,
        /** The grade. */
        GRADE,
        /** The place. */
        PLACE,
        /** Vetoes and duties. */
        CLAIMS
    }

    /**
     * An item that differs.
     *
     * @param before what it was
     * @param after what it is
     * @param what what differs
     * @param causes what changed it; empty where no log was given
     */
    public record ItemChange(ItemScore before, ItemScore after, Set<What> what, List<Cause> causes) {
        public ItemChange {
            what = java.util.Collections.unmodifiableSet(EnumSet.copyOf(what));
            causes = List.copyOf(causes);
        }

        /** Its id. */
        public String id() {
            return after.id();
        }
    }

    /**
     * A node that differs.
     *
     * @param view its view
     * @param before what it was
     * @param after what it is
     * @param what what differs
     */
    public record NodeChange(String view, NodeScore before, NodeScore after, Set<What> what) {
        public NodeChange {
            what = java.util.Collections.unmodifiableSet(EnumSet.copyOf(what));
        }

        @Override
        public String toString() {
            return Characters.shown(this);
        }
    }

    public ScorecardDiff {
        requireNonNull(items, "items");
        nodes = List.copyOf(nodes);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /** What differs, without causes. */
    public static ScorecardDiff of(Scorecard before, Scorecard after) {
        return make(before, after, (from, to) -> List.of());
    }

    /** What differs, and what of the log caused it. */
    public static ScorecardDiff of(Scorecard before, Scorecard after, ObservationLog log) {
        return of(before, log, after, log);
    }

    static ScorecardDiff of(Scorecard before, ObservationLog then, Scorecard after, ObservationLog now) {
        Causes causes = new Causes(before, then, after, now);
        return make(before, after, causes::of);
    }

    private static ScorecardDiff make(Scorecard before, Scorecard after,
            java.util.function.BiFunction<ItemScore, ItemScore, List<Cause>> causes) {
        List<ItemChange> items = new ArrayList<>();
        after.forEach(item -> before.find(item.id()).ifPresent(was -> {
            Set<What> what = differs(was, item);
            if (!what.isEmpty()) {
                items.add(new ItemChange(was, item, what, causes.apply(was, item)));
            }
        }));
        Map<String, NodeScore> nodesThen = nodes(before);
        Map<String, NodeScore> nodesNow = nodes(after);
        List<NodeChange> nodes = new ArrayList<>();
        nodesNow.forEach((path, node) -> {
            NodeScore was = nodesThen.get(path);
            Set<What> what = was == null ? Set.of() : differs(was, node);
            if (was != null && !what.isEmpty()) {
                nodes.add(new NodeChange(path.substring(0, path.indexOf('/')), was, node, what));
            }
        });
        return new ScorecardDiff(LookupList.of("the difference", "changed item", items, ItemChange::id), nodes,
                beyond(after, before, nodesNow, nodesThen), beyond(before, after, nodesThen, nodesNow));
    }

    private static List<String> beyond(Scorecard card, Scorecard other, Map<String, ?> nodes, Map<String, ?> otherNodes) {
        return Stream.concat(card.stream().map(ItemScore::id).filter(id -> other.find(id).isEmpty()),
                nodes.keySet().stream().filter(path -> !otherNodes.containsKey(path))).toList();
    }

    private static Map<String, NodeScore> nodes(Scorecard card) {
        Map<String, NodeScore> nodes = new LinkedHashMap<>();
        card.views().forEach(view -> card.nodes(view).forEach(node -> nodes.put(view + "/" + node.id(), node)));
        return nodes;
    }

    private static Set<What> differs(ItemScore before, ItemScore after) {
        Set<What> what = EnumSet.noneOf(What.class);
        add(what, What.POINTS, before, after, item -> List.of(item.points(), item.full()));
        add(what, What.STATUS, before, after, item -> item.assessment().map(Assessment::status));
        add(what, What.LIGHT, before, after, ItemScore::light);
        add(what, What.CLAIMS, before, after, item -> List.of(ids(item.vetoes()), ids(item.duties())));
        return what;
    }

    private static List<String> ids(List<Claim> claims) {
        return claims.stream().map(Claim::id).toList();
    }

    private static Set<What> differs(NodeScore before, NodeScore after) {
        Set<What> what = EnumSet.noneOf(What.class);
        add(what, What.POINTS, before, after, node -> List.of(node.points(), node.full()));
        add(what, What.LIGHT, before, after, NodeScore::light);
        add(what, What.GRADE, before, after, NodeScore::grade);
        add(what, What.PLACE, before, after, NodeScore::place);
        add(what, What.CLAIMS, before, after,
                node -> node.vetoes().stream().map(veto -> veto.claim().id() + "/" + veto.item()).toList());
        return what;
    }

    private static <T> void add(Set<What> what, What one, T before, T after, Function<T, Object> part) {
        if (!part.apply(before).equals(part.apply(after))) {
            what.add(one);
        }
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return items.isEmpty() && nodes.isEmpty() && added.isEmpty() && removed.isEmpty();
    }
}
