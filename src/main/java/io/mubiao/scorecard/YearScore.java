package io.mubiao.scorecard;

import io.mubiao.formula.Formula;
import io.mubiao.formula.Symbol;
import io.mubiao.lookup.LookupList;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.text.internal.Characters;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A year made of its periods, each with its weight (按季度加权的年度得分): 15 %, 25 %, 25 % and 35 % of the scorecards of the first
 * quarter, the half-year, three quarters and the year. Immutable. A period that is lacking leaves the year open.
 */
public final class YearScore {
    private final ScorecardRule rule;
    private final Map<String, Scorecard> cards;

    /**
     * The year of one node.
     *
     * @param view its view
     * @param id its id; empty for the root
     * @param points the points; empty while a period is lacking
     * @param full the full points of the periods there are, by weight
     * @param soFar the points of the periods there are, by weight; less than the year's
     * @param weight the weight of the periods there are, 1 when none is lacking
     * @param lacking the periods without points of this node, in order
     * @param trace how the points so far came about; replays to them; empty while there are none
     */
    public record Node(String view, String id, Optional<Rational> points, Rational full, Rational soFar, Rational weight,
            List<String> lacking, Optional<Trace.Worked> trace) {
        public Node {
            lacking = List.copyOf(lacking);
        }
    }

    private YearScore(ScorecardRule rule, Map<String, Scorecard> cards) {
        this.rule = rule;
        this.cards = cards;
    }

    /**
     * The year of a rule that weighs periods, from the scorecards there are, by the rule's names of the periods.
     *
     * @throws IllegalArgumentException if the rule weighs no periods or has no such period, a scorecard follows another
     *     rule, or days do not rise in the order of the periods
     */
    public static YearScore of(ScorecardRule rule, Map<String, Scorecard> periods) {
        if (rule.periods().isEmpty()) {
            throw new IllegalArgumentException("scorecard '" + rule.id() + "' weighs no periods");
        }
        Map<String, Scorecard> cards = new LinkedHashMap<>();
        rule.periods().keySet().stream().filter(periods::containsKey)
                .forEach(name -> cards.put(name, java.util.Objects.requireNonNull(periods.get(name))));
        periods.keySet().stream().filter(name -> !rule.periods().containsKey(name)).findFirst().ifPresent(name -> {
            throw NoSuchIdException.of("scorecard '" + rule.id() + "'", "period", name, rule.periods().keySet());
        });
        Scorecard last = null;
        for (Map.Entry<String, Scorecard> each : cards.entrySet()) {
            Scorecard card = each.getValue();
            if (!card.rule().id().equals(rule.id())) {
                throw new IllegalArgumentException("the scorecard of '" + each.getKey() + "' follows '" + card.rule().id()
                        + "', expected '" + rule.id() + "'");
            }
            if (last != null && !last.assessments().question().date().isBefore(card.assessments().question().date())) {
                throw new IllegalArgumentException("periods must rise in time; '" + each.getKey() + "' is "
                        + card.assessments().question() + " after " + last.assessments().question());
            }
            last = card;
        }
        return new YearScore(rule, cards);
    }

    /** The rule. */
    public ScorecardRule rule() {
        return rule;
    }

    /** The scorecards there are, by period. */
    public Map<String, Scorecard> periods() {
        return Collections.unmodifiableMap(cards);
    }

    /**
     * The year of the root of a view.
     *
     * @throws NoSuchIdException if no period has such a view
     */
    public Node root(String view) {
        return nodes(view).get("");
    }

    private Node node(String view, String id) {
        List<String> lacking = new ArrayList<>();
        List<Trace> operands = new ArrayList<>();
        List<Formula> terms = new ArrayList<>();
        Rational soFar = Rational.ZERO;
        Rational full = Rational.ZERO;
        Rational weight = Rational.ZERO;
        for (Map.Entry<String, Rational> period : rule.periods().entrySet()) {
            Optional<NodeScore> node = Optional.ofNullable(cards.get(period.getKey()))
                    .filter(card -> card.views().contains(view))
                    .flatMap(card -> card.nodes(view).find(id));
            Optional<Rational> points = node.flatMap(NodeScore::points);
            if (points.isEmpty()) {
                lacking.add(period.getKey());
                continue;
            }
            Rational share = period.getValue();
            soFar = soFar.plus(points.get().times(share));
            full = full.plus(node.orElseThrow().full().times(share));
            weight = weight.plus(share);
            operands.add(new Trace.Leaf(period.getKey(), period.getKey(), Symbol.Kind.NUMBER, Unit.NONE,
                    Optional.of(Quantity.of(points.get(), Unit.NONE)), "", Trace.Origin.HISTORY));
            terms.add(Formula.call("*", Formula.name(period.getKey()), Formula.of(share)));
        }
        Optional<Trace.Worked> trace = terms.isEmpty() ? Optional.empty()
                : Optional.of(new Trace.Worked("year", rule.title(), Formula.chain("+", terms),
                Quantity.of(soFar, Unit.NONE), operands));
        return new Node(view, id, lacking.isEmpty() ? Optional.of(soFar) : Optional.empty(), full, soFar, weight, lacking,
                trace);
    }

    /**
     * The year of every node of a view that any period has, in the order of the latest; the root has the id "".
     *
     * @throws NoSuchIdException if there are periods and none has such a view
     */
    public LookupList<Node> nodes(String view) {
        Set<String> views = new TreeSet<>();
        cards.values().forEach(card -> views.addAll(card.views()));
        if (!cards.isEmpty() && !views.contains(view)) {
            throw NoSuchIdException.of("scorecard '" + rule.id() + "'", "view", view, views);
        }
        Set<String> ids = new LinkedHashSet<>(Set.of(""));
        List<Scorecard> latestFirst = new ArrayList<>(cards.values());
        Collections.reverse(latestFirst);
        latestFirst.stream().filter(card -> card.views().contains(view))
                .forEach(card -> card.nodes(view).forEach(node -> ids.add(node.id())));
        return LookupList.of("view '" + view + "'", "node", ids.stream().map(id -> node(view, id)).toList(), Node::id);
    }

    @Override
    public String toString() {
        return Characters.shown(rule.id() + " " + cards.keySet() + " of " + rule.periods().keySet());
    }
}
