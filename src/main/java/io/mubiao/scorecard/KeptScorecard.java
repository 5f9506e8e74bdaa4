package io.mubiao.scorecard;

import com.google.common.collect.Iterables;
import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.internal.Turns;
import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Truth;
import io.mubiao.lookup.Lookup;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.Score;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.scoring.internal.CompiledItem;
import io.mubiao.scoring.internal.ItemInputs;
import io.mubiao.scoring.internal.PeerNumbers;
import io.mubiao.scoring.internal.Program;
import io.mubiao.value.Rational;
import io.mubiao.work.Threads;
import io.mubiao.work.internal.Checkpoint;
import io.mubiao.work.internal.Crew;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard that takes changed assessments one at a time and works out only the items that read them, their peers, and
 * the nodes on the way up. Always equal to a fresh one, and in the order of {@link Scorecard}.
 *
 * <p>Any number of threads may read it at once while none updates; one thread at a time may update, while none reads. What
 * breaks that is refused at once with a {@link java.util.ConcurrentModificationException} and changes nothing.
 */
public final class KeptScorecard implements Lookup<ItemScore> {
    private final ScorecardRule rule;
    private final CompiledCard card;
    private final Assessments first;
    private final List<Assessments> history;
    /** The present assessments by the number of their target. */
    private final @Nullable Assessment[] now;
    private final Decisions decisions;
    private final ItemScore[] items;
    private final Scratch scratch;
    private final Turns turns = new Turns("this scorecard");

    /** What one thread reads into, one item after another. */
    private static final class Scratch {
        final Program.@Nullable Run light;
        private final IdentityHashMap<Program, Program.Run> runs = new IdentityHashMap<>();
        private @Nullable Program last;
        private Program.@Nullable Run lastRun;

        Scratch(CompiledCard card) {
            light = card.lights() == null ? null : card.lights().run();
        }

        Program.Run of(Program program) {
            Program.Run run = isSame(program, last) ? lastRun : null;
            if (run == null) {
                run = runs.computeIfAbsent(program, it -> new Program.Run(it.slots()));
                last = program;
                lastRun = run;
            }
            return run;
        }

        @SuppressWarnings("ReferenceEquality") // as the map goes by identity
        private static boolean isSame(Program a, @Nullable Program b) {
            return a == b;
        }
    }

    private final Map<String, Roller> rollers = new LinkedHashMap<>();
    private final Map<String, NodeScore[]> nodes = new LinkedHashMap<>();

    KeptScorecard(ScorecardRule rule, CompiledCard card, Assessments now, List<Assessments> history, Threads threads) {
        this.rule = rule;
        this.card = card;
        this.first = now;
        this.history = history;
        this.now = card.byNumber(now);
        LocalDate day = now.question().date();
        decisions = new Decisions(rule, day);
        scratch = new Scratch(card);
        items = new ItemScore[card.items().size()];
        Map<String, Map<String, PeerNumbers>> peers = new HashMap<>();
        card.peers().keySet().forEach(group -> peers.put(group, peerNumbers(group)));
        Crew.stretches(threads, items.length, Roller.FEWEST, (from, end) -> {
            Scratch own = new Scratch(card);
            for (CompiledItem item : card.items().subList(from, end)) {
                Checkpoint.pass("item", item.id());
                items[item.index()] = score(item, peers.isEmpty() ? Map.of() : peers.getOrDefault(item.rule().peers(), Map.of()), own);
            }
            return true;
        });
        for (CompiledView view : card.views()) {
            Roller roller = new Roller(view, decisions, rule);
            rollers.put(view.view().id(), roller);
            nodes.put(view.view().id(), roller.all(items, threads));
        }
    }

    /**
     * Takes a changed assessment.
     *
     * @return the items that were worked out anew
     * @throws IllegalArgumentException if the register has no such target, or it is of another day
     */
    public List<ItemScore> update(Assessment changed) {
        return turns.change(() -> take(changed));
    }

    private List<ItemScore> take(Assessment changed) {
        String target = changed.target().id();
        Integer number = card.numbers().get(target);
        if (number == null || now[number] == null) {
            throw NoSuchIdException.of("register '" + first.register().id() + "'", "target", target, card.numbers().keySet());
        }
        if (!changed.asOf().equals(first.question().date())) {
            throw new IllegalArgumentException("this scorecard is as of " + first.question().date() + ", the assessment of '"
                    + target + "' is as of " + changed.asOf());
        }
        now[number] = changed;
        Set<Integer> dirty = new TreeSet<>(card.itemsOfTarget().getOrDefault(target, List.of()));
        for (int item : List.copyOf(dirty)) {
            dirty.addAll(card.peers().getOrDefault(card.items().get(item).rule().peers(), List.of()));
        }
        Map<String, Map<String, PeerNumbers>> peers = new HashMap<>();
        List<ItemScore> fresh = new ArrayList<>();
        for (int each : dirty) {
            CompiledItem item = card.items().get(each);
            items[each] = score(item, item.rule().peers().isEmpty() ? Map.of()
                    : peers.computeIfAbsent(item.rule().peers(), this::peerNumbers), scratch);
            fresh.add(items[each]);
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
                Value value = inputs(member, Map.of()).self(input);
                if (value.isNumber()) {
                    all.add(value.number().low());
                }
            }
            ScoringRule scoring = members.get(0).program().rule();
            numbers.put(PeerNumbers.key(input), new PeerNumbers(all, input.higherIsBetter(), scoring.ties().orElse(null)));
        });
        return numbers;
    }

    private @Nullable Assessment at(int number) {
        return number < 0 ? null : now[number];
    }

    private ItemInputs inputs(CompiledItem item, Map<String, PeerNumbers> peers) {
        Map<String, Assessment> others = Map.of();
        if (!item.rule().targets().isEmpty() || !item.set().isEmpty()) {
            others = new HashMap<>();
            for (String target : Iterables.concat(item.rule().targets().values(), item.set())) {
                Assessment other = at(card.numbers().getOrDefault(target, -1));
                if (other != null) {
                    others.put(target, other);
                }
            }
        }
        return new ItemInputs(item, at(item.number()), others, history, peers);
    }

    private ItemScore score(CompiledItem item, Map<String, PeerNumbers> peers, Scratch own) {
        Program program = item.program();
        Score score = program.score(item.full(), inputs(item, peers),
                own.of(program));
        Assessment assessment = at(item.number());
        Optional<String> light = Optional.empty();
        List<Claim> claims = List.of();
        Supplier<Optional<LightReason>> why = Optional::empty;
        if (assessment != null) {
            List<Assessment> periods = periods(item, assessment);
            Lights lights = card.lights();
            if (lights != null) {
                light = lights.of(periods, item.chapter(), item.owner(), Objects.requireNonNull(own.light));
                why = () -> lights.why(periods, item.chapter(), item.owner());
            }
            claims = claims(periods, item);
        }
        return new ItemScore(item, assessment, score, light, why, claims, decisions.of("", item.id()),
                decisions.judgements("", item.id()));
    }

    /** The periods that lights and claims look back on, at most down to the last in which the target did not exist yet. */
    private List<Assessment> periods(CompiledItem item, Assessment present) {
        if (history.isEmpty() || !looksBack()) {
            return List.of(present);
        }
        List<Assessment> periods = new ArrayList<>();
        for (Assessments then : history) {
            if (then.find(item.rule().target()).isPresent()) {
                periods.add(then.get(item.rule().target()));
            } else {
                periods.clear();
            }
        }
        periods.add(present);
        return periods;
    }

    private boolean looksBack() {
        return (card.lights() != null && card.lights().readsHistory()) || card.probe().readsHistory();
    }

    private List<Claim> claims(List<Assessment> periods, CompiledItem item) {
        List<Claim> claims = List.of();
        if (!card.claims().isEmpty()) {
            Program.Run run = card.probe().of(periods, item.chapter(), item.owner());
            for (Program.CompiledClaim compiled : card.claims()) {
                if (compiled.test().holds(run) == Truth.TRUE) {
                    claims = new ArrayList<>(claims);
                    claims.add(compiled.claim());
                }
            }
        }
        return claims;
    }

    @Override
    public ItemScore get(String itemId) {
        return find(itemId).orElseThrow(() ->
                NoSuchIdException.of("scorecard '" + rule.id() + "'", "item", itemId, card.itemNumbers().keySet()));
    }

    @Override
    public Optional<ItemScore> find(String itemId) {
        Integer index = card.itemNumbers().get(Objects.requireNonNull(itemId, "itemId"));
        return index == null ? Optional.empty() : Optional.of(turns.read(() -> items[index]));
    }

    /** All items as they stand now, in order. */
    @Override
    public Stream<ItemScore> stream() {
        return turns.read(() -> List.of(items)).stream();
    }

    @Override
    public int size() {
        return items.length;
    }

    /** The root of a view as it stands. */
    public NodeScore root(String view) {
        NodeScore[] scores = nodes.get(view);
        if (scores == null) {
            throw NoSuchIdException.of("scorecard '" + rule.id() + "'", "view", view, nodes.keySet());
        }
        return turns.read(() -> scores[0]);
    }

    /**
     * A node of it, to be asked what it would come to with some items at their full points.
     *
     * @throws NoSuchIdException if there is no such view
     */
    public NodeTrial trial(String view, NodeScore node) {
        NodeScore[] scores = nodes.get(view);
        Roller roller = rollers.get(view);
        if (scores == null || roller == null) {
            throw NoSuchIdException.of("scorecard '" + rule.id() + "'", "view", view, nodes.keySet());
        }
        return turns.read(() -> new NodeTrial(roller, node.node(), items.clone(), scores.clone()));
    }

    /** The scorecard as it stands; its assessments are those it began with, its items hold the changed ones. */
    public Scorecard scorecard() {
        return turns.read(() -> {
            Map<String, NodeScore> roots = new LinkedHashMap<>();
            nodes.forEach((view, scores) -> roots.put(view, scores[0]));
            return new Scorecard(rule, first, List.of(items), roots);
        });
    }
}
