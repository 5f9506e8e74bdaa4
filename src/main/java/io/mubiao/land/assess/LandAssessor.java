package io.mubiao.land.assess;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.PostRule;
import io.mubiao.land.ResolvedRule;
import io.mubiao.land.Roll;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates rolls of enterprises under one rule (亩均效益综合评价). Immutable and thread-safe; every setting gives a new one.
 *
 * <p>Scores, ranks and classes are those of exact arithmetic with the rule's rounding, for any order of rows and any
 * number of threads.
 */
public final class LandAssessor {
    private final ResolvedRule rule;
    private final int threads;
    private final Progress progress;
    private final @Nullable Roll prior;
    private final ClassHistory history;
    private final ImmutableMap<String, ManualChange> manual;
    private final @Nullable Baselines frozen;
    private final LocalDate day;
    private final boolean fast;

    private LandAssessor(ResolvedRule rule, int threads, Progress progress, @Nullable Roll prior, ClassHistory history,
            Map<String, ManualChange> manual, @Nullable Baselines frozen, LocalDate day, boolean fast) {
        this.rule = rule;
        this.threads = threads;
        this.progress = progress;
        this.prior = prior;
        this.history = history;
        this.manual = ImmutableMap.copyOf(manual);
        this.frozen = frozen;
        this.day = day;
        this.fast = fast;
    }

    /**
     * An assessor for a rule, on one thread. Consequences are those in force at the end of the rule's year, unless
     * {@link #on} says another day.
     *
     * @throws io.mubiao.outcome.InvalidDefinitionException if the rule has open parameters; lists them all
     */
    public static LandAssessor of(EvaluationRule rule) {
        LocalDate end = LocalDate.of(Math.max(1, rule.year()), 12, 31);
        return new LandAssessor(ResolvedRule.of(rule), 1, Progress.NONE, null, ClassHistory.NONE, Map.of(), null, end, true);
    }

    /** With so many threads, from 1; changes no answer. */
    public LandAssessor threads(int count) {
        checkArgument(count >= 1 && count <= 1024, "threads must be from 1 to 1024, got %s", count);
        return new LandAssessor(rule, count, progress, prior, history, manual, frozen, day, fast);
    }

    /** With somebody who hears how far the work is. */
    public LandAssessor progress(Progress listener) {
        return new LandAssessor(rule, threads, requireNonNull(listener, "listener"), prior, history, manual, frozen, day,
                fast);
    }

    /** With last year's roll, for growth and for baselines of the prior year. */
    public LandAssessor prior(Roll lastYear) {
        return new LandAssessor(rule, threads, progress, requireNonNull(lastYear, "lastYear"), history, manual, frozen, day,
                fast);
    }

    /** With the classes of earlier years. */
    public LandAssessor history(ClassHistory earlier) {
        return new LandAssessor(rule, threads, progress, prior, requireNonNull(earlier, "earlier"), manual, frozen, day,
                fast);
    }

    /**
     * With classes given by persons.
     *
     * @throws IllegalArgumentException if the rule allows none, a class is unknown, or an enterprise is there twice
     */
    public LandAssessor manual(ManualChange... changes) {
        ImmutableMap.Builder<String, ManualChange> byId = ImmutableMap.builder();
        checkArgument(rule.rule().overrides().stream().anyMatch(it -> it.effect() == PostRule.Effect.MANUAL),
                "rule '%s' has no manual override", rule.rule().id());
        List<String> classes = rule.rule().classes().orElseThrow().classes();
        for (ManualChange change : changes) {
            checkArgument(classes.contains(change.to()), "unknown class '%s'; the rule has %s", change.to(), classes);
            byId.put(change.enterprise(), change);
        }
        return new LandAssessor(rule, threads, progress, prior, history, byId.buildOrThrow(), frozen, day, fast);
    }

    /** With baselines that were formed before, which are not formed again (基准值冻结). */
    public LandAssessor frozen(Baselines baselines) {
        return new LandAssessor(rule, threads, progress, prior, history, manual, requireNonNull(baselines, "baselines"),
                day, fast);
    }

    /** With the day on which consequences are asked for. */
    public LandAssessor on(LocalDate asked) {
        return new LandAssessor(rule, threads, progress, prior, history, manual, frozen, requireNonNull(asked, "asked"),
                fast);
    }

    /** Without the columnar fast path, by the exact evaluator alone; gives the same answer, slower. */
    public LandAssessor exactOnly() {
        return new LandAssessor(rule, threads, progress, prior, history, manual, frozen, day, false);
    }

    LandAssessor thawed() {
        return new LandAssessor(rule, threads, progress, prior, history, manual, null, day, fast);
    }

    /** The rule. */
    public EvaluationRule rule() {
        return rule.rule();
    }

    ResolvedRule resolved() {
        return rule;
    }

    @Nullable Roll prior() {
        return prior;
    }

    ClassHistory history() {
        return history;
    }

    Map<String, ManualChange> manual() {
        return manual;
    }

    @Nullable Baselines frozen() {
        return frozen;
    }

    LocalDate day() {
        return day;
    }

    boolean isFast() {
        return fast;
    }

    Workers workers() {
        return new Workers(threads, progress);
    }

    /**
     * Evaluates a roll.
     *
     * @throws ArithmeticException if a rounding or an order is still open at 2,560 digits
     */
    public Evaluation evaluate(Roll roll) {
        if (rule.rule().merge().isEmpty()) {
            return new Evaluation(new Pipeline(this, roll).run(), this, null, null);
        }
        Merging merging = Merging.of(rule, roll, history);
        Evaluation independent = rule.rule().merge().get().alsoIndependent()
                ? new Evaluation(new Pipeline(this, roll).run(), this, null, null) : null;
        return new Evaluation(new Pipeline(this, merging.roll()).run(), this, merging, independent);
    }

    @Override
    public String toString() {
        return "LandAssessor[" + rule.rule().id() + ", " + threads + (threads == 1 ? " thread]" : " threads]");
    }
}
