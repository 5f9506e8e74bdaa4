package io.mubiao.assess;

import io.mubiao.assess.internal.Facts;
import io.mubiao.observe.Observation.Judgement;
import io.mubiao.target.Extension;
import io.mubiao.target.Goal;
import io.mubiao.target.Hole;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** Which evaluator assesses which kind of goal, and what every assessment carries besides. */
final class Evaluators {
    private Evaluators() {}

    static Assessment assess(Case assessed) {
        Finding finding = assessed.goal.holes().isEmpty() ? evaluate(assessed) : unmeasurable(assessed);
        if (assessed.goal.holes().isEmpty()) {
            assessed.beside().ifPresent(other -> standBeside(finding, evaluate(other)));
        }
        deadlines(assessed, finding);
        return new Assessment(assessed, finding, opinions(assessed));
    }

    /** What the other basis says stands beside: its number, and its verdict where that is another firm one. */
    private static void standBeside(Finding finding, Finding other) {
        finding.otherActual = other.actual;
        boolean firm = other.verdict == Verdict.MET || other.verdict == Verdict.MISSED
                || other.verdict == Verdict.BREACHED;
        if (firm && other.verdict != finding.verdict) {
            finding.note(Note.Kind.OTHER_BASIS, other.verdict.name());
        }
    }

    private static Finding evaluate(Case assessed) {
        return assessed.goal.match(new Goal.Cases<Finding>(
                amount -> AmountEvaluator.evaluate(assessed, amount),
                milestone -> MilestoneEvaluator.evaluate(assessed, milestone),
                count -> StageCountEvaluator.evaluate(assessed, count),
                quota -> QuotaEvaluator.evaluate(assessed, quota),
                coverage -> CoverageEvaluator.evaluate(assessed, coverage),
                change -> ChangeEvaluator.evaluate(assessed, change),
                redLine -> RedLineEvaluator.evaluate(assessed, redLine),
                maintain -> MaintainEvaluator.evaluate(assessed, maintain),
                judged -> JudgedEvaluator.evaluate(assessed, judged)));
    }

    private static Finding unmeasurable(Case assessed) {
        Finding finding = new Finding();
        List<Hole> holes = assessed.goal.holes();
        if (assessed.goal instanceof Goal.Amount amount && !assessed.isBeforeStart()) {
            finding.actual = new MeasureReader(assessed, assessed.basis(), Optional.empty())
                    .read(amount.measure(), assessed.window()).figure().value().orElse(null);
        }
        holes.forEach(hole -> finding.tell(new Trace.Fact(Term.HOLE, hole.toString())));
        return finding.cannotSay(Verdict.UNMEASURABLE, Reason.HOLE,
                holes.stream().map(Hole::toString).collect(Collectors.joining(", ")));
    }

    private static void deadlines(Case assessed, Finding finding) {
        List<Extension> extensions = assessed.target.deadline().extensions();
        if (extensions.isEmpty()) {
            return;
        }
        LocalDate asOf = assessed.decidedBy;
        List<Extension> approved = assessed.target.deadline().approvedBy(asOf);
        for (Extension late : assessed.target.deadline().approvedLate(asOf)) {
            finding.note(Note.Kind.APPROVED_LATE, "to " + late.to() + ", approved " + late.approved().orElseThrow());
        }
        for (Extension extension : extensions) {
            if (!extension.requested().isAfter(asOf) && !approved.contains(extension)) {
                finding.note(Note.Kind.EXTENSION_PENDING, "to " + extension.to() + ", requested "
                        + extension.requested());
            }
        }
    }

    private static List<Opinion> opinions(Case assessed) {
        List<Judgement> judgements = assessed.view.all(assessed.target.id(), Judgement.class);
        if (judgements.isEmpty()) {
            return List.of();
        }
        TreeMap<String, Judgement> latest = new TreeMap<>();
        for (Judgement judgement : judgements) {
            if (!assessed.view.date(judgement.on()).isAfter(assessed.asOf)) {
                latest.merge(judgement.assessor(), judgement, BinaryOperator.maxBy(Facts.order(assessed.view)));
            }
        }
        return latest.values().stream()
                .map(judgement -> new Opinion(judgement.assessor(), judgement.band(),
                        assessed.view.date(judgement.on()), judgement.comment()))
                .toList();
    }
}
