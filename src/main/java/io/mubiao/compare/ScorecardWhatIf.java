package io.mubiao.compare;

import static java.util.Objects.requireNonNull;

import io.mubiao.assess.Addition;
import io.mubiao.assess.AsOf;
import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.InvalidDataException;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.Scorer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks what further observations would move (模拟测算). Immutable: {@code ScorecardWhatIf.of(scorer, log, day).with(total).run()}.
 * The log itself is never touched. An observation that does not say when it became known became known after everything else.
 * One dated after the day of the question, or recorded after what it knows, moves nothing, as in life; {@link ScorecardImpact} tells.
 */
public final class ScorecardWhatIf {
    private final Scorer scorer;
    private final ObservationLog log;
    private final AsOf question;
    private final List<Assessments> history;
    private final List<Observation> further;
    private final boolean despiteProblems;

    private ScorecardWhatIf(Scorer scorer, ObservationLog log, AsOf question, List<Assessments> history, List<Observation> further,
            boolean despiteProblems) {
        this.scorer = requireNonNull(scorer, "scorer");
        this.log = requireNonNull(log, "log");
        this.question = requireNonNull(question, "question");
        this.history = List.copyOf(history);
        this.further = List.copyOf(further);
        this.despiteProblems = despiteProblems;
    }

    /** What would move as of a day, with everything that is in the log. */
    public static ScorecardWhatIf of(Scorer scorer, ObservationLog log, LocalDate asOf) {
        return of(scorer, log, AsOf.of(asOf));
    }

    /** What would move under a question. */
    public static ScorecardWhatIf of(Scorer scorer, ObservationLog log, AsOf question) {
        return new ScorecardWhatIf(scorer, log, question, List.of(), List.of(), false);
    }

    /** The same with the assessments of earlier periods, oldest first. */
    public ScorecardWhatIf history(List<Assessments> earlier) {
        return new ScorecardWhatIf(scorer, log, question, earlier, further, despiteProblems);
    }

    /** The same with further observations. */
    public ScorecardWhatIf with(Observation... observations) {
        return with(List.of(observations));
    }

    /** The same with further observations, such as those of a {@link io.mubiao.gap.Need}. */
    public ScorecardWhatIf with(List<Observation> observations) {
        return new ScorecardWhatIf(scorer, log, question, history, Stream.concat(further.stream(), observations.stream()).toList(),
                despiteProblems);
    }

    /** The same, also with observations that do not fit the register; their problems are in the impact. */
    public ScorecardWhatIf despiteProblems() {
        return new ScorecardWhatIf(scorer, log, question, history, further, true);
    }

    /**
     * What moves.
     *
     * @throws InvalidDataException if an observation does not fit the register, such as a stream that no target reads
     * @throws IllegalArgumentException if the log would refuse an observation
     */
    public ScorecardImpact run() {
        Scorecard before = scorer.score(Assessor.assess(scorer.register(), log, question), history);
        ObservationLog then = log.copy();
        Assessor assessor = Assessor.of(scorer.register(), then, question);
        List<Addition> additions = further.stream()
                .map(each -> despiteProblems ? assessor.addDespiteProblems(each) : assessor.add(each)).toList();
        Scorecard after = scorer.score(assessor.assessments(), history);
        return new ScorecardImpact(before, after, ScorecardDiff.of(before, log, after, then), additions);
    }
}
