package io.mubiao.scorecard;

import static java.util.Objects.requireNonNull;

import io.mubiao.assess.Assessment;
import io.mubiao.assess.Assessments;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.problem.Problem;
import io.mubiao.problem.Problems;
import io.mubiao.scoring.internal.CompiledItem;
import io.mubiao.target.Register;
import io.mubiao.work.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scores registers (计分器). Immutable and thread-safe; {@link #keep} gives a scorecard that takes single changes. */
public final class Scorer {
    /** From so many items on, threads are worth it. */
    private static final int MANY = 10_000;

    private final ScorecardRule rule;
    private final Register register;
    private final CompiledCard card;
    private final Threads threads;

    private Scorer(ScorecardRule rule, Register register, CompiledCard card, Threads threads) {
        this.rule = rule;
        this.register = register;
        this.card = card;
        this.threads = threads;
    }

    /**
     * The same on so many threads; the scorecard does not depend on it. Without this, all processors are used where there
     * are at least {@value #MANY} items, and else the caller's thread alone.
     *
     * @throws IllegalArgumentException if the number is not from 1 to {@value Threads#MOST}
     */
    public Scorer threads(int number) {
        return threads(Threads.of(number));
    }

    /** As {@link #threads(int)}, on these threads. */
    public Scorer threads(Threads these) {
        return new Scorer(rule, register, card, requireNonNull(these, "threads"));
    }

    /**
     * A scorer of a register.
     *
     * @throws InvalidDefinitionException listing everything of the rule that does not fit the register or itself: rules,
     *     targets, children and grades that do not exist, open parameters, weights without a child
     */
    public static Scorer of(ScorecardRule rule, Register register) {
        Problems problems = new Problems();
        CompiledCard card = CardCompiler.compile(requireNonNull(rule, "rule"), requireNonNull(register, "register"), problems);
        problems.refuse("scorecard '" + rule.id() + "' of register '" + register.id() + "'");
        Threads threads = card.items().size() < MANY ? Threads.ONE
                : Threads.of(Math.min(Threads.MOST, Runtime.getRuntime().availableProcessors()));
        return new Scorer(rule, register, card, threads);
    }

    /** Every reason why a rule cannot score a register. */
    public static List<Problem> problems(ScorecardRule rule, Register register) {
        Problems problems = new Problems();
        CardCompiler.compile(rule, register, problems);
        return problems.found();
    }

    /** The scorecard of assessments. */
    public Scorecard score(Assessments now) {
        return score(now, List.of());
    }

    /**
     * The scorecard of assessments with those of earlier periods, oldest first, for lights with memory and rules that ask
     * what was before.
     *
     * @throws IllegalArgumentException if the periods are of another register or do not rise in time
     */
    public Scorecard score(Assessments now, List<Assessments> history) {
        return keep(now, history).scorecard();
    }

    /** A scorecard that is kept and takes single changes; not thread-safe. */
    public KeptScorecard keep(Assessments now) {
        return keep(now, List.of());
    }

    /** As {@link #keep(Assessments)}, with earlier periods. */
    public KeptScorecard keep(Assessments now, List<Assessments> history) {
        List<Assessments> periods = new ArrayList<>(history);
        periods.add(now);
        for (int i = 0; i < periods.size(); i++) {
            requireRegister(periods.get(i));
            if (i > 0 && !periods.get(i - 1).question().date().isBefore(periods.get(i).question().date())) {
                throw new IllegalArgumentException("periods must rise in time, got " + periods.get(i - 1).question()
                        + " before " + periods.get(i).question());
            }
        }
        return new KeptScorecard(rule, card, now, List.copyOf(history), threads);
    }

    private void requireRegister(Assessments assessments) {
        if (!assessments.register().id().equals(register.id())) {
            throw new IllegalArgumentException("this scorer is of register '" + register.id() + "', the assessments are of '"
                    + assessments.register().id() + "'");
        }
    }

    /** The rule. */
    public ScorecardRule rule() {
        return rule;
    }

    /** The register. */
    public Register register() {
        return register;
    }

    /**
     * The light that an assessment gives an item without memory; empty where nobody can tell or there is no light rule.
     *
     * @throws NoSuchIdException if there is no such item
     */
    public Optional<String> plainLight(String itemId, Assessment assessment) {
        Integer index = card.itemNumbers().get(itemId);
        if (index == null) {
            throw NoSuchIdException.of("scorecard '" + rule.id() + "'", "item", itemId, card.itemNumbers().keySet());
        }
        CompiledItem item = card.items().get(index);
        return card.lights() == null ? Optional.empty() : card.lights().plain(assessment, item.chapter(), item.owner());
    }
}
