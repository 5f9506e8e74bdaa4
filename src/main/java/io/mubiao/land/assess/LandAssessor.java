package io.mubiao.land.assess;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.PostRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.internal.BaselineTable;
import io.mubiao.land.assess.internal.Pipeline;
import io.mubiao.land.assess.internal.Settings;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.text.internal.Characters;
import io.mubiao.work.Threads;
import io.mubiao.work.TooCostlyException;
import io.mubiao.work.internal.Checkpoint;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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
    private final CompiledRule rule;
    private final Settings is;

    private LandAssessor(CompiledRule rule, Settings settings) {
        this.rule = rule;
        this.is = settings;
    }

    /**
     * An assessor for a rule, on one thread. Consequences are those in force at the end of the year, unless {@link #withDay}
     * says another day.
     *
     * @throws io.mubiao.problem.InvalidDefinitionException if the rule has open parameters; lists them all
     */
    public static LandAssessor of(EvaluationRule rule) {
        requireNonNull(rule, "rule");
        return new LandAssessor(CompiledRule.of(rule), new Settings(Threads.ONE, Progress.NONE, null, ClassHistory.NONE,
                ImmutableMap.of(), null, Math.max(1, rule.year()), null, true, ImmutableMap.of()));
    }

    /**
     * With so many threads; changes no answer.
     *
     * @throws IllegalArgumentException if the number is not from 1 to {@value Threads#MOST}
     */
    public LandAssessor threads(int count) {
        return threads(Threads.of(count));
    }

    /** With these threads; changes no answer. */
    public LandAssessor threads(Threads these) {
        return with(new Settings(requireNonNull(these, "threads"), is.progress(), is.prior(), is.history(), is.manual(), is.frozen(), is.year(),
                is.asked(), is.fast(), is.earlier()));
    }

    /** With somebody who hears how far the work is. */
    public LandAssessor progress(Progress listener) {
        requireNonNull(listener, "listener");
        return with(new Settings(is.threads(), listener, is.prior(), is.history(), is.manual(), is.frozen(), is.year(),
                is.asked(), is.fast(), is.earlier()));
    }

    /**
     * With last year's roll, for growth and for baselines of the prior year.
     *
     * @throws IllegalArgumentException if it was made for a rule with other units, kinds or limits and does not fit
     */
    public LandAssessor prior(Roll lastYear) {
        requireNonNull(lastYear, "lastYear");
        lastYear.checkFits(rule.rule());
        return with(new Settings(is.threads(), is.progress(), lastYear, is.history(), is.manual(), is.frozen(), is.year(),
                is.asked(), is.fast(), is.earlier()));
    }

    /**
     * With the roll of an earlier year, for figures such as {@code prior("tax", 2)}.
     *
     * @param yearsAgo how many years before the year evaluated; 1 is last year
     * @throws IllegalArgumentException as {@link #prior(Roll)}, or if the number is not from 1 to 30
     */
    public LandAssessor prior(int yearsAgo, Roll earlier) {
        checkArgument(yearsAgo >= 1 && yearsAgo <= 30, "years ago must be from 1 to 30, got %s", yearsAgo);
        if (yearsAgo == 1) {
            return prior(earlier);
        }
        requireNonNull(earlier, "earlier");
        earlier.checkFits(rule.rule());
        Map<Integer, Roll> all = new LinkedHashMap<>(is.earlier());
        all.put(yearsAgo, earlier);
        return with(new Settings(is.threads(), is.progress(), is.prior(), is.history(), is.manual(), is.frozen(), is.year(),
                is.asked(), is.fast(), ImmutableMap.copyOf(all)));
    }

    /** With the classes of earlier years. */
    public LandAssessor history(ClassHistory earlier) {
        requireNonNull(earlier, "earlier");
        return with(new Settings(is.threads(), is.progress(), is.prior(), earlier, is.manual(), is.frozen(), is.year(),
                is.asked(), is.fast(), is.earlier()));
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
        return with(new Settings(is.threads(), is.progress(), is.prior(), is.history(), byId.build(), is.frozen(), is.year(),
                is.asked(), is.fast(), is.earlier()));
    }

    /** With baselines that were formed before, which are not formed again (基准值冻结). */
    public LandAssessor frozen(Baselines baselines) {
        return frozenAs(requireNonNull(baselines, "baselines").table());
    }

    private LandAssessor frozenAs(@Nullable BaselineTable baselines) {
        return with(new Settings(is.threads(), is.progress(), is.prior(), is.history(), is.manual(), baselines, is.year(),
                is.asked(), is.fast(), is.earlier()));
    }

    /** With the figures of another year than the rule's: last year's rule on this year's data. */
    public LandAssessor year(int evaluated) {
        checkArgument(evaluated >= 1 && evaluated <= 9999, "year must be from 1 to 9999, got %s", evaluated);
        return with(new Settings(is.threads(), is.progress(), is.prior(), is.history(), is.manual(), is.frozen(), evaluated,
                is.asked(), is.fast(), is.earlier()));
    }

    /** With the day on which consequences are asked for. */
    public LandAssessor withDay(LocalDate asked) {
        requireNonNull(asked, "asked");
        return with(new Settings(is.threads(), is.progress(), is.prior(), is.history(), is.manual(), is.frozen(), is.year(),
                asked, is.fast(), is.earlier()));
    }

    /** Without the columnar fast path, by the exact evaluator alone; gives the same answer, slower. */
    public LandAssessor exactOnly() {
        return with(new Settings(is.threads(), is.progress(), is.prior(), is.history(), is.manual(), is.frozen(), is.year(),
                is.asked(), false, is.earlier()));
    }

    private LandAssessor with(Settings settings) {
        return new LandAssessor(rule, settings);
    }

    LandAssessor thawed() {
        return frozenAs(null);
    }

    /** The rule. */
    public EvaluationRule rule() {
        return rule.rule();
    }

    CompiledRule compiled() {
        return rule;
    }

    Settings settings() {
        return is;
    }

    /**
     * Evaluates a roll.
     *
     * @throws IllegalArgumentException if the roll was made for a rule with other units, kinds or limits and does not fit
     * @throws TooCostlyException if it costs more than the budget in force
     * @throws io.mubiao.work.WorkInterruptedException if the thread is interrupted
     */
    public Evaluation evaluate(Roll roll) {
        requireNonNull(roll, "roll");
        roll.checkFits(rule.rule());
        long most = Checkpoint.budget().rows();
        if (roll.size() > most) {
            throw new TooCostlyException(TooCostlyException.Cost.ROWS, "the roll", roll.size(), most);
        }
        if (rule.rule().merge().isEmpty()) {
            return new Evaluation(new Pipeline(rule, is, roll).run(), this, null, null);
        }
        Merging merging = Merging.of(rule, roll, is.history(), is.year(), is.fast());
        Evaluation independent = rule.rule().merge().get().alsoIndependent()
                ? new Evaluation(new Pipeline(rule, is, roll).run(), this, null, null) : null;
        Roll prior = usesLastYear() ? is.prior() : null;
        Settings units = of(merging);
        Pipeline pipeline = prior == null ? new Pipeline(rule, units, merging.roll())
                : new Pipeline(rule, units, merging.roll(), merging.lastYear(rule, prior),
                        Merging.of(rule, prior, ClassHistory.NONE, is.year() - 1, is.fast()).roll());
        return new Evaluation(pipeline.run().ofUnits(merging::unit), this, merging, independent);
    }

    /** The settings for merged units. */
    Settings of(Merging merging) {
        return new Settings(is.threads(), is.progress(), is.prior(), is.history(), byUnit(merging), is.frozen(), is.year(), is.asked(),
                is.fast(), merging.earlier(rule, is.earlier()));
    }

    private boolean usesLastYear() {
        return rule.rule().baselines().stream().anyMatch(BaselineRule::priorYear)
                || rule.slots().stream().anyMatch(slot -> slot.role() == CompiledRule.Role.PRIOR_COLUMN && slot.of() == 1);
    }

    /** Manual changes of members are those of their units. */
    private Map<String, ManualChange> byUnit(Merging merging) {
        Map<String, ManualChange> units = new LinkedHashMap<>();
        is.manual().values().forEach(change -> {
            ManualChange other = units.put(merging.unit(change.enterprise()), change);
            checkArgument(other == null || other.to().equals(change.to()),
                    "'%s' and '%s' are evaluated as one and cannot both be changed by hand to different classes",
                    change.enterprise(), other == null ? "" : other.enterprise());
        });
        return units;
    }

    @Override
    public String toString() {
        return Characters.shown("LandAssessor[" + rule.rule().id() + ", " + is.threads() + "]");
    }
}
