package io.mubiao.lint;

import io.mubiao.observe.Observation;
import io.mubiao.observe.Observation.Total;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.Problem;
import io.mubiao.problem.Problems;
import io.mubiao.target.Bound;
import io.mubiao.target.Goal;
import io.mubiao.target.Measure;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.target.internal.StreamCatalog;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Doubts about the observations of a register (观测数据检查). Codes: those of {@link StreamCatalog}, and
 * DENOMINATOR_DRIFT: the percentage that a source published is neither the rounded nor the truncated quotient of its own
 * parts (145 of 170 published as 87.9 % is 145 of 165).
 */
public final class ObservationLint {
    private ObservationLint() {}

    /** Every doubt, one by one in log order, then those between two. */
    public static List<Problem> check(Register register, ObservationLog log) {
        StreamCatalog catalog = StreamCatalog.of(register);
        Problems problems = new Problems();
        log.stream().forEach(observation -> {
            problems.addAll(catalog.check(observation));
            drift(register, observation).ifPresent(
                    message -> problems.warning("DENOMINATOR_DRIFT", observation.entry().id(), message));
        });
        log.streams().forEach(stream -> {
            List<Observation> all = log.view(register.zone()).stream(stream).toList();
            catalog.clashes(all, 0).forEach(clash -> problems.add(clash.severity(), clash.code(), all.get(clash.one()).entry().id(),
                    clash.message() + "; the other is '" + all.get(clash.other()).entry().id() + "'"));
        });
        return problems.found();
    }

    private static Optional<String> drift(Register register, Observation observation) {
        if (!(observation instanceof Total total) || total.publishedPercent().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal published = total.publishedPercent().get();
        return register.targets().stream()
                .filter(target -> stream(target).equals(observation.entry().stream()))
                .flatMap(target -> required(target).stream())
                .filter(required -> required.amount().signum() > 0
                        && required.unit().isCompatibleWith(total.amount().unit()))
                .filter(required -> !agrees(published, total.amount().ratioTo(required)))
                .map(required -> message(published, total.amount(), required))
                .findFirst();
    }

    private static boolean agrees(BigDecimal published, Rational share) {
        Rational percent = share.times(Rational.HUNDRED);
        int digits = published.scale();
        return percent.round(Rounding.halfUp(digits)).compareTo(published) == 0
                || percent.round(new Rounding(digits, RoundingMode.DOWN)).compareTo(published) == 0;
    }

    private static String message(BigDecimal published, Quantity actual, Quantity required) {
        String recomputed = actual.ratioTo(required).times(Rational.HUNDRED).round(Rounding.halfUp(2)).toPlainString();
        String implied = published.signum() == 0 ? "" : "; " + published.toPlainString() + " % fits a denominator of about "
                + actual.amount().times(100).dividedBy(Rational.of(published)).round(Rounding.halfUp(0)) + " "
                + actual.unit();
        return "published " + published.toPlainString() + " %, but " + actual + " of " + required + " is " + recomputed
                + " %" + implied;
    }

    private static String stream(Target target) {
        return target.goal() instanceof Goal.Amount amount && amount.measure() instanceof Measure.Total total
                && !total.stream().isEmpty() ? total.stream() : target.id();
    }

    private static Optional<Quantity> required(Target target) {
        return target.goal() instanceof Goal.Amount amount
                ? Optional.of(amount.require()).flatMap(Bound::reference)
                : Optional.empty();
    }
}
