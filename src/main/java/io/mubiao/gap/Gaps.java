package io.mubiao.gap;

import static java.util.Objects.requireNonNull;

import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.internal.Facts;
import io.mubiao.assess.internal.Streams;
import io.mubiao.lookup.Lookup;
import io.mubiao.observe.ObservationLog;
import io.mubiao.scorecard.LightRule;
import io.mubiao.scorecard.Missing;
import io.mubiao.scorecard.NodeRule;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scorecard.Scorer;
import io.mubiao.scorecard.View;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Shape;
import io.mubiao.target.Register;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What would turn an item, a node or a unit green, or bring it to any other aim (差距分析): the least change and by when, or
 * why there is none. Every answer is found by asking the assessor and the scorer about hypothetical observations; the log
 * is never touched. Keeps what it worked out, so it must not be used by several threads at once.
 *
 * <p>By item, in the order of {@link #scorecard()}: what would turn it green, which is its best light, and without lights its
 * full points. Each gap is worked out when it is asked for.
 */
public final class Gaps implements Lookup<Gap> {
    private final Scorer scorer;
    private final ObservationLog log;
    /** What is asked about: the log, with sums of what is long. */
    private final ObservationLog condensed;
    /** Today's facts alone, for later days. */
    private final ObservationLog facts;
    private final AsOf question;
    private final List<Assessments> history;
    private final boolean plain;
    private final Streams readers;
    private final Map<LocalDate, Desk> desks = new HashMap<>();

    private Gaps(Scorer scorer, ObservationLog log, AsOf question, List<Assessments> history, boolean plain) {
        this.scorer = requireNonNull(scorer, "scorer");
        this.log = requireNonNull(log, "log");
        this.question = requireNonNull(question, "question");
        this.history = List.copyOf(history);
        this.plain = plain;
        condensed = question.view(log, scorer.register().zone()).condensed(Hypothesis.SOURCE);
        facts = Facts.until(condensed, question, scorer.register().zone());
        readers = new Streams(scorer.register());
    }

    /** The gaps of a scored register as of a day, with everything that is in the log. */
    public static Gaps of(Scorer scorer, ObservationLog log, LocalDate asOf) {
        return of(scorer, log, AsOf.of(asOf));
    }

    /** The gaps of a scored register. */
    public static Gaps of(Scorer scorer, ObservationLog log, AsOf question) {
        return new Gaps(scorer, log, question, List.of(), false);
    }

    /** The gaps of the targets of a register without any scoring rule: what would make each met or on pace. */
    public static Gaps of(Register register, ObservationLog log, AsOf question) {
        Part done = Part.of("done", new Shape.Ratio(), "orelse(capped_attainment, if(met, 1, 0))").with("base", "1");
        ScorecardRule rule = ScorecardRule.builder("targets").scoreAll(ScoringRule.of("attainment", 1, done))
                .views(List.of(View.by("chapter", NodeRule.PLAIN.missing(Missing.SKIP), NodeRule.PLAIN.missing(Missing.SKIP))))
                .build();
        return new Gaps(Scorer.of(rule, register), log, question, List.of(), true);
    }

    /** The same with the assessments of earlier periods, oldest first, for lights with memory. */
    public Gaps history(List<Assessments> earlier) {
        return new Gaps(scorer, log, question, earlier, plain);
    }

    /** The scorecard that the gaps start from. */
    public Scorecard scorecard() {
        return desk(question.date()).kept().scorecard();
    }

    @Override
    public Gap get(String itemId) {
        return get(itemId, greenOfItems());
    }

    @Override
    public Optional<Gap> find(String itemId) {
        return scorecard().find(itemId).map(item -> get(item.id()));
    }

    @Override
    public Stream<Gap> stream() {
        return scorecard().stream().map(item -> get(item.id()));
    }

    @Override
    public int size() {
        return scorecard().size();
    }

    /**
     * What would bring an item to an aim.
     *
     * @throws IllegalArgumentException if there is no such item, or items know no such aim
     */
    public Gap get(String itemId, Aim aim) {
        return finder(itemId, aim).gap(true);
    }

    /** What would bring a node to its next grade; where it has none to its next light, or else to its full points. */
    public NodeGap node(String view, String id) {
        return NodeGaps.of(this, view, id, null);
    }

    /**
     * What would bring a node to an aim; the root has the id "".
     *
     * @throws IllegalArgumentException if there is no such view or node, or nodes know no such aim
     */
    public NodeGap node(String view, String id, Aim aim) {
        return NodeGaps.of(this, view, id, requireNonNull(aim, "aim"));
    }

    /** Whether some achievement as of the day, or a later one, could still bring an item to its full points. */
    boolean canBeFull(String item) {
        Gap gap = finder(item, Aim.full()).gap(false);
        return gap.obstacle().map(why -> !why.isFinal() && why != Obstacle.NO_PATH && why != Obstacle.OVERRIDDEN).orElse(true);
    }

    private GapFinder finder(String item, Aim aim) {
        return new GapFinder(item, AimCheck.ofItem(aim, scorer.rule()), this);
    }

    private Aim greenOfItems() {
        if (plain) {
            return Aim.onPace();
        }
        return scorer.rule().lights().map(Gaps::best).map(Aim::light).orElse(Aim.full());
    }

    /** The first light in order that a test or a band gives. */
    private static String best(LightRule lights) {
        List<String> given = Stream.concat(lights.tests().keySet().stream(),
                lights.grades().bands().bands().stream().map(band -> band.label())).toList();
        return lights.grades().order().stream().filter(given::contains).findFirst().orElse(lights.grades().order().get(0));
    }

    Scorer scorer() {
        return scorer;
    }

    AsOf question() {
        return question;
    }

    List<Assessments> history() {
        return history;
    }

    GapSearch search(String item, String target, AimCheck aim) {
        return new GapSearch(item, target, aim, this::desk, readers, condensed, facts, question);
    }

    Desk today() {
        return desk(question.date());
    }

    private Desk desk(LocalDate day) {
        Desk known = desks.get(day);
        if (known != null) {
            return known;
        }
        boolean later = day.isAfter(question.date());
        List<Assessments> before = later
                ? Stream.concat(history.stream(), Stream.of(desk(question.date()).assessments())).toList() : history;
        Desk made = new Desk(scorer, later ? facts : log, question.date(day), before);
        desks.put(day, made);
        return made;
    }
}
