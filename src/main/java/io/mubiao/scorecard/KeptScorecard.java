package io.mubiao.scorecard;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.formula.Truth;
import io.mubiao.formula.Value;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A scorecard that takes changed assessments one at a time and works out only the items that read them, their peers, and
 * the nodes on the way up. Always equal to a fresh one. Not thread-safe.
 */
public final class KeptScorecard {
    private final ScorecardRule rule;
    private final CompiledCard card;
    private final Assessments first;
    private final List<Assessments> history;
    private final Map<String, Assessment> now;
    private final Decisions decisions;
    private final ItemScore[] items;
    private final Map<String, Roller> rollers = new LinkedHashMap<>();
    private final Map<String, NodeScore[]> nodes = new LinkedHashMap<>();

    KeptScorecard(ScorecardRule rule, CompiledCard card, Assessments now, List<Assessments> history) {
        this.rule = rule;
        this.card = card;
        this.first = now;
        this.history = history;
        this.now = Scorer.byTarget(now);
        LocalDate day = now.question().date();
        decisions = new Decisions(rule, day);
        items = new ItemScore[card.items().size()];
        Map<String, Map<String, PeerNumbers>> peers = new HashMap<>();
        card.peers().keySet().forEach(group -> peers.put(group, peerNumbers(group)));
        for (CompiledItem item : card.items()) {
            items[item.index()] = score(item, peers.getOrDefault(item.rule().peers(), Map.of()));
        }
        for (CompiledView view : card.views()) {
            Roller roller = new Roller(view, decisions, rule);
            rollers.put(view.view().id(), roller);
            nodes.put(view.view().id(), roller.all(items));
        }
    }

    /**
     * Takes a changed assessment.
     *
     * @return the items that were worked out anew
     * @throws IllegalArgumentException if the register has no such target, or it is of another day
     */
    public List<ItemScore> update(Assessment changed) {
        String target = changed.target().id();
        if (!now.containsKey(target)) {
            throw new IllegalArgumentException("register '" + first.register().id() + "' has no target '" + target + "'");
        }
        if (!changed.asOf().equals(first.question().date())) {
            throw new IllegalArgumentException("this scorecard is as of " + first.question().date() + ", the assessment of '"
                    + target + "' is as of " + changed.asOf());
        }
        now.put(target, changed);
        Set<Integer> dirty = new TreeSet<>(card.itemsOfTarget().getOrDefault(target, List.of()));
        for (int item : List.copyOf(dirty)) {
            dirty.addAll(card.peers().getOrDefault(card.items().get(item).rule().peers(), List.of()));
        }
        Map<String, Map<String, PeerNumbers>> peers = new HashMap<>();
        List<ItemScore> fresh = new ArrayList<>();
        for (int number : dirty) {
            CompiledItem item = card.items().get(number);
            items[number] = score(item, item.rule().peers().isEmpty() ? Map.of()
                    : peers.computeIfAbsent(item.rule().peers(), this::peerNumbers));
            fresh.add(items[number]);
        }
        for (CompiledView view : card.views()) {
            climb(view, dirty);
        }
        return fresh;
    }

    private void climb(CompiledView view, Set<Integer> dirty) {
        Set<Integer> path = new TreeSet<>(Comparator.reverseOrder());
        for (int item : dirty) {
            for (int node : view.nodesOfItem().get(item)) {
                int at = node;
                while (at >= 0 && path.add(at)) {
                    at = view.nodes().get(at).parent();
                }
            }
        }
        NodeScore[] scores = nodes.get(view.view().id());
        Roller roller = rollers.get(view.view().id());
        if (scores != null && roller != null) {
            roller.again(path, scores, items);
        }
    }

    private Map<String, PeerNumbers> peerNumbers(String group) {
        List<CompiledItem> members = card.peers().getOrDefault(group, List.of()).stream().map(card.items()::get).toList();
        Map<String, PeerNumbers> numbers = new HashMap<>();
        members.stream().flatMap(item -> item.peerInputs().stream()).distinct().forEach(input -> {
            List<Rational> all = new ArrayList<>();
            for (CompiledItem member : members) {
                Value value = new ItemInputs(member, now, history, Map.of())
                        .self(input, now.get(member.targetOf(input)));
                if (value.isNumber()) {
                    all.add(value.number().low());
                }
            }
            ScoringRule scoring = members.get(0).program().rule();
            numbers.put(input.id(), new PeerNumbers(all, input.higherIsBetter(), scoring.ties().orElse(null)));
        });
        return numbers;
    }

    private ItemScore score(CompiledItem item, Map<String, PeerNumbers> peers) {
        Score score = Program.score(item.program(), item.full(), new ItemInputs(item, now, history, peers));
        Assessment assessment = item.target() == null ? null : now.get(item.target().id());
        Optional<String> light = Optional.empty();
        List<Claim> claims = List.of();
        if (assessment != null) {
            if (card.lights() != null) {
                light = card.lights().of(periods(item, assessment), item.chapter(), item.owner());
            }
            claims = claims(assessment, item);
        }
        return new ItemScore(item, assessment, score, light, claims, decisions.of("", item.id()),
                decisions.judgements("", item.id()));
    }

    /** The periods that a memory looks back on, at most down to the last in which the target did not exist yet. */
    private List<Assessment> periods(CompiledItem item, Assessment present) {
        if (history.isEmpty() || rule.lights().map(lights -> lights.memory().isEmpty()).orElse(true)) {
            return List.of(present);
        }
        List<Assessment> periods = new ArrayList<>();
        for (Assessments then : history) {
            if (then.register().byId().containsKey(item.rule().target())) {
                periods.add(then.get(item.rule().target()));
            } else {
                periods.clear();
            }
        }
        periods.add(present);
        return periods;
    }

    private List<Claim> claims(Assessment assessment, CompiledItem item) {
        List<Claim> claims = List.of();
        if (!card.claims().isEmpty()) {
            Program.Run run = card.probe().of(assessment, item.chapter(), item.owner());
            for (Program.CompiledClaim compiled : card.claims()) {
                if (compiled.test().holds(run) == Truth.TRUE) {
                    claims = new ArrayList<>(claims);
                    claims.add(compiled.claim());
                }
            }
        }
        return claims;
    }

    ItemScore get(int index) {
        return items[index];
    }

    /** The score of one item as it stands. */
    public ItemScore get(String itemId) {
        for (ItemScore item : items) {
            if (item.id().equals(itemId)) {
                return item;
            }
        }
        throw new IllegalArgumentException("scorecard '" + rule.id() + "' has no item '" + itemId + "'");
    }

    /** The root of a view as it stands. */
    public NodeScore root(String view) {
        NodeScore[] scores = nodes.get(view);
        if (scores == null) {
            throw new IllegalArgumentException("scorecard '" + rule.id() + "' has no view '" + view + "'");
        }
        return scores[0];
    }

    /** The scorecard as it stands; its assessments are those it began with, its items hold the changed ones. */
    public Scorecard scorecard() {
        return Scorer.scorecard(rule, first, items, nodes);
    }
}
