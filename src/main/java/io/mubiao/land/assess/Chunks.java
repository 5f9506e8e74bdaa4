package io.mubiao.land.assess;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.internal.Binding;
import io.mubiao.land.assess.internal.RankCodes;
import io.mubiao.land.assess.internal.Settings;
import io.mubiao.land.assess.internal.column.AllRows;
import io.mubiao.land.assess.internal.part.Content;
import io.mubiao.land.assess.internal.part.Envelope;
import io.mubiao.land.assess.internal.part.Known;
import io.mubiao.land.assess.internal.part.Parcel;
import io.mubiao.land.assess.internal.part.State;
import io.mubiao.land.assess.internal.part.Tally;
import io.mubiao.land.assess.internal.part.Track;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.NumberWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a roll in chunks, from a file larger than memory or on many machines, with the results of the whole roll evaluated at
 * once (分部评价). Every rule goes the same way; how many passes there are is the rule's and the data's affair:
 * <pre>{@code
 * Chunks chunks = Chunks.of(LandAssessor.of(rule));         // on every machine, of the same rule text
 * Whole whole = chunks.begin();
 * while (!whole.isComplete()) {
 *     ChunkPart merged = chunks.none(whole);                // then merged with chunks.part(rows, whole) of every chunk
 *     ...
 *     whole = chunks.next(whole, merged);                   // in one place; then given to every machine
 * }
 * Evaluation some = chunks.results(rows, whole);            // of every chunk
 * }</pre>
 *
 * <p>Where the rule merges, rows that are evaluated as one must be in one chunk in every pass ({@link #keys}). Where there are more
 * different unrounded totals than a part may keep ({@link #atMost}), the later passes and the results need all rows of a
 * range of totals in one chunk: {@link Whole#moves} says when, {@link #ranges} which, {@link #places} what they
 * take along. What earlier years say comes with the rows ({@link Chunk}) or with the assessor.
 *
 * <p>Three things need every different number in one place, and are refused beyond the number that a part may keep: places of an
 * indicator within a group, the filling of vacated places by many different totals, and units ranked by many different totals beside
 * their members on their own. Totals are many where they are unrounded, or rounded with ties broken by indicators. Immutable and thread-safe.
 */
public final class Chunks {
    /** So many different numbers a part keeps, of rounded totals 16 times as many, if nobody says otherwise. */
    public static final int DIFFERENT = 16_384;

    private final LandAssessor assessor;
    private final CompiledRule rule;
    private final byte[] held;
    private final byte[] work;
    private final List<Track> tracks;
    private final int atMost;

    /** @param held the digest of the rule, its settings and what the assessor holds of earlier years */
    private Chunks(LandAssessor assessor, byte[] held, int most) {
        this.assessor = assessor;
        this.held = held;
        this.rule = assessor.compiled();
        this.work = Envelope.digest(new NumberWriter().addBytes(held).addCount(most).toBytes());
        boolean both = rule.rule().merge().filter(it -> it.alsoIndependent()).isPresent();
        Track track = new Track(rule, assessor.settings().frozen(), most, !both);
        this.atMost = most;
        this.tracks = both ? List.of(track, track) : List.of(track);
    }

    /** Evaluation in chunks with the settings of an assessor. */
    public static Chunks of(LandAssessor assessor) {
        requireNonNull(assessor, "assessor");
        if (assessor.rule().exclusions().stream().anyMatch(it -> !it.classOf().isEmpty())) {
            throw new PartException(PartException.Fault.NOT_IN_PARTS, "who takes the class of another (class-of) may be in another part"
                    + " than he: evaluate the whole roll at once");
        }
        return new Chunks(assessor, HeldDigest.of(assessor), DIFFERENT);
    }

    /**
     * With parts that keep so many different numbers, of rounded totals 16 times as many: of more, samples and counts by range stand in their place. Changes no answer.
     *
     * @param different from 1
     */
    public Chunks atMost(int different) {
        checkArgument(different >= 1, "a part must keep a number, got %s", different);
        return new Chunks(assessor, held, different);
    }

    /** The digest of the rule, of the settings that change an answer and of the earlier years that the assessor holds: where it is the same, parts merge. */
    public String digest() {
        return HexFormat.of().formatHex(work);
    }

    /** The rule. */
    public EvaluationRule rule() {
        return rule.rule();
    }

    /** The year that is evaluated. */
    public int year() {
        return assessor.settings().year();
    }

    /** Nothing is known yet. */
    public Whole begin() {
        return new Whole(work, 0, tracks.stream().map(Track::begin).toList());
    }

    /** The part of no rows. */
    public ChunkPart none(Whole soFar) {
        check(soFar);
        List<Content> contents = new ArrayList<>();
        for (int i = 0; i < tracks.size(); i++) {
            contents.add(tracks.get(i).none(soFar.states().get(i)));
        }
        return part(soFar, contents);
    }

    private ChunkPart part(Whole soFar, List<Content> contents) {
        return new ChunkPart(new Parcel(work, soFar.under(), soFar.passes(), contents));
    }

    private void check(Whole soFar) {
        Parcel.checkWork(work, soFar.work());
        if (soFar.states().size() != tracks.size()) {
            throw new PartException(PartException.Fault.DAMAGED, "what is known of the whole does not fit the rule");
        }
    }

    private Known known(Whole soFar, int track) {
        return (Known) soFar.derived(track, () -> tracks.get(track).known(soFar.states().get(track)));
    }

    /** What a chunk gives in the next pass; as {@link #part(Chunk, Whole)}. */
    public ChunkPart part(Roll rows, Whole soFar) {
        return part(Chunk.of(rows), soFar);
    }

    /**
     * What a chunk gives in the next pass: the same whenever and wherever it is made.
     *
     * @throws PartException if what is known is of another rule or settings, or rows that must be together are not
     */
    public ChunkPart part(Chunk rows, Whole soFar) {
        check(soFar);
        return part(soFar, Refused.asPart(() -> contents(rows, soFar)));
    }

    private List<Content> contents(Chunk rows, Whole soFar) {
        Parts parts = new Parts(rows);
        List<Content> contents = new ArrayList<>();
        for (int i = 0; i < tracks.size(); i++) {
            State state = soFar.states().get(i);
            contents.add(state.step() == State.Step.DONE ? tracks.get(i).none(state) : tracks.get(i).part(parts.rows(i), known(soFar, i)));
        }
        return contents;
    }

    /**
     * What is known after a pass.
     *
     * @param merged the parts of all chunks
     * @throws PartException if it is a part of another rule, settings or pass, or the rule needs more than parts may keep
     */
    public Whole next(Whole soFar, ChunkPart merged) {
        check(soFar);
        Parcel parcel = none(soFar).merge(merged).parcel();
        if (assessor.settings().prior() != null) {
            parcel = parcel.merge(part(lastYear(), soFar).parcel());
        }
        List<Content> contents = parcel.contents();
        List<State> states = new ArrayList<>();
        try {
            for (int i = 0; i < tracks.size(); i++) {
                int track = i;
                State state = soFar.states().get(i);
                states.add(state.step() == State.Step.DONE ? state
                        : Refused.asPart(() -> tracks.get(track).next(known(soFar, track), contents.get(track))));
            }
        } catch (PartException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new PartException(PartException.Fault.DAMAGED, "the part does not fit the rule", e);
        }
        return new Whole(work, soFar.passes() + 1, states);
    }

    /** Last year's enterprises as the assessor has them, who form baselines of the prior year. */
    private Chunk lastYear() {
        return Chunk.of(Roll.builder(rule.rule()).build()).before(requireNonNull(assessor.settings().prior()));
    }

    /** The results of a chunk; as {@link #results(Chunk, Whole)}. */
    public Evaluation results(Roll rows, Whole whole) {
        return results(Chunk.of(rows), whole);
    }

    /**
     * The results of a chunk, among all. What it says of single enterprises holds (results, explanations, charges, problems of rows);
     * its counts are of the chunk, see {@link #summary(Evaluation, String...)}.
     *
     * @throws PartException if not all is known yet, it is of another rule or settings, or rows that must be together are not
     */
    public Evaluation results(Chunk rows, Whole whole) {
        check(whole);
        if (!whole.isComplete()) {
            throw new PartException(PartException.Fault.OTHER_PASS, "not all passes are done: the next one gathers " + whole.pass());
        }
        Parts parts = new Parts(rows);
        return Refused.asPart(() -> {
            Evaluation independent = tracks.size() == 1 ? null : evaluation(parts, 1, whole, null, null);
            return evaluation(parts, 0, whole, parts.merging, independent);
        });
    }

    private Evaluation evaluation(Parts parts, int track, Whole whole, @Nullable Merging merging, @Nullable Evaluation independent) {
        Known known = known(whole, track);
        return Evaluation.ofChunk(tracks.get(track).results(parts.rows(track), known), parts.assessor.frozen(new Baselines(known.baselines())),
                merging, independent);
    }

    /**
     * The range of each row, of totals or of what it is ranked by once more, when {@link Whole#moves} has grown: rows of one range must be in one
     * chunk from then on, until it grows again.
     *
     * @return below 0 for rows that may be in any chunk; the same for all members of a unit
     */
    public int[] ranges(Chunk rows, Whole whole) {
        check(whole);
        Parts parts = new Parts(rows);
        int[] ranges = Refused.asPart(() -> tracks.get(0).ranges(parts.rows(0), known(whole, 0)));
        Merging merging = parts.merging;
        if (merging == null) {
            return ranges;
        }
        int[] members = new int[rows.roll().size()];
        for (int row = 0; row < members.length; row++) {
            members[row] = ranges[merging.unitOf(rows.roll().id(row))];
        }
        return members;
    }

    /**
     * What must travel with each row that moves by {@link #ranges}, to be given as {@link Chunk#places} where it comes to: ask for it where the
     * row is before it moves.
     *
     * @return empty texts where nothing must, as in a first move
     */
    public List<String> places(Chunk rows, Whole whole) {
        check(whole);
        Parts parts = new Parts(rows);
        List<String> places = Refused.asPart(() -> tracks.get(0).places(parts.rows(0), known(whole, 0)));
        Merging merging = parts.merging;
        return merging == null ? places : rows.roll().stream().map(row -> places.get(merging.unitOf(row.id()))).toList();
    }

    /** Whether some rows are evaluated as one. */
    public boolean isMerging() {
        return rule.rule().merge().isPresent();
    }

    /** By which key each row travels: rows with the same must be in one chunk. Where the rule does not merge, the ids. */
    public List<String> keys(Chunk rows) {
        return keys(rows.roll(), rows.history().orElse(assessor.settings().history()), assessor.settings().year());
    }

    /** The same of rows of last year that are given as {@link Chunk#before}. */
    public List<String> keysOfLastYear(Roll rows) {
        return keys(rows, ClassHistory.NONE, assessor.settings().year() - 1);
    }

    private List<String> keys(Roll roll, ClassHistory history, int year) {
        if (!isMerging()) {
            return roll.stream().map(Roll.Row::id).toList();
        }
        Binding binding = new Binding(rule, roll, null, history, year);
        RankCodes lots = AllRows.texts(binding, rule.slot(rule.rule().merge().orElseThrow().by()), assessor.settings().fast());
        BitSet alone = AllRows.holding(binding, rule.mergeExcept(), assessor.settings().fast());
        List<String> keys = new ArrayList<>(roll.size());
        for (int row = 0; row < roll.size(); row++) {
            int lot = alone.get(row) ? -1 : lots.code(row);
            keys.add(lot < 0 ? roll.id(row) : lots.key(lot).get(0));
        }
        return keys;
    }

    /**
     * What the results of a chunk add to those of all; merge these too, then {@link #summary(ChunkPart, Whole)}.
     *
     * @param by names of texts that aggregates are grouped by, as in {@link Aggregates#of}; none for one group of all; the same for every chunk
     * @throws PartException if the results are of another rule
     */
    public ChunkPart summary(Evaluation chunk, String... by) {
        String theirs = chunk.rule().digest();
        if (!theirs.equals(rule().digest())) {
            throw new PartException(PartException.Fault.OTHER_RULE, "the evaluation is of another rule: found '" + chunk.rule().id() + "' (" + theirs.substring(0, 12)
                    + "…), expected '" + rule().id() + "' (" + rule().digest().substring(0, 12) + "…)");
        }
        Tally tally = Tally.of(Arrays.asList(by));
        ChunkSummary.count(chunk, tally);
        Aggregates.gather(chunk, by).forEach(tally.groups()::put);
        return new ChunkPart(new Parcel(work, new byte[Envelope.DIGEST], 0, List.of(tally)));
    }

    /**
     * What holds of all rows together.
     *
     * @throws PartException if it is no summary, or one of another rule or settings
     */
    public ChunkSummary summary(ChunkPart merged, Whole whole) {
        check(whole);
        Parcel.checkWork(work, merged.parcel().work());
        if (!(merged.parcel().contents().get(0) instanceof Tally tally)) {
            throw new PartException(PartException.Fault.OTHER_PASS, "the part is of a pass, expected a summary");
        }
        return new ChunkSummary(assessor, tally, known(whole, 0));
    }

    /**
     * Evaluates all chunks of a source that can be read again, in this process. It keeps the different totals of all.
     *
     * @param chunks gives the same chunks each time it is iterated; an id must be in one chunk only
     * @param results hears the evaluation of each chunk, in order
     */
    public void evaluate(Iterable<Roll> chunks, Consumer<Evaluation> results) {
        Chunks all = atMost(Integer.MAX_VALUE);
        Whole whole = all.begin();
        while (!whole.isComplete()) {
            ChunkPart merged = all.none(whole);
            for (Roll chunk : chunks) {
                merged = merged.merge(all.part(chunk, whole));
            }
            whole = all.next(whole, merged);
        }
        for (Roll chunk : chunks) {
            results.accept(all.results(chunk, whole));
        }
    }

    /** A chunk made ready: merged, with the settings that came with it. */
    private final class Parts {
        private final LandAssessor assessor;
        private final @Nullable Merging merging;
        private final Track.Rows merged;
        private final Track.Rows independent;

        Parts(Chunk chunk) {
            chunk.roll().checkFits(rule.rule());
            LandAssessor with = Chunks.this.assessor;
            Settings all = with.settings();
            checkArgument(all.prior() == null || !chunk.prior().containsKey(1),
                    "last year's figures come with the assessor or with each chunk, got both");
            for (var it : chunk.prior().entrySet()) {
                with = with.prior(it.getKey(), it.getValue());
            }
            with = chunk.history().isPresent() ? with.history(chunk.history().get()) : with;
            assessor = with;
            Settings is = with.settings();
            Roll cohort = chunk.before().orElse(null);
            Map<String, String> places = chunk.places().orElse(null);
            independent = new Track.Rows(is, chunk.roll(), is.prior(), cohort, isMerging() ? null : found(places, chunk.roll()));
            if (!isMerging()) {
                merging = null;
                merged = independent;
                return;
            }
            Merging units = Merging.of(rule, chunk.roll(), is.history(), is.year(), is.fast());
            merging = units;
            Roll prior = is.prior();
            merged = new Track.Rows(with.of(units), units.roll(), prior == null ? null : units.lastYear(rule, prior),
                    cohort == null ? null : Merging.of(rule, cohort, ClassHistory.NONE, is.year() - 1, is.fast()).roll(), found(places, units.roll()));
        }

        private static @Nullable List<String> found(@Nullable Map<String, String> places, Roll roll) {
            return places == null ? null : roll.stream().map(row -> places.getOrDefault(row.id(), "")).toList();
        }

        Track.Rows rows(int track) {
            return track == 0 ? merged : independent;
        }
    }

    @Override
    public String toString() {
        return Characters.shown("Chunks[" + rule.rule().id() + ", " + digest().substring(0, 12) + ", at most " + atMost + "]");
    }
}
