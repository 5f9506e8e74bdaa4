package io.mubiao.target.internal;

import io.mubiao.observe.Observation;
import io.mubiao.observe.Observation.Dated;
import io.mubiao.observe.Observation.Increment;
import io.mubiao.observe.Observation.Level;
import io.mubiao.observe.Observation.StageChange;
import io.mubiao.problem.Problem.Severity;
import io.mubiao.target.Scale;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds what hardly can be from one day to the next: a stage that falls, and figures that leap where no target says how large they are. */
final class OddSeries {
    private static final Rational THOUSAND = Rational.of(1_000);

    private final ZoneId zone;
    private final Map<String, Scale> scales = new HashMap<>();

    OddSeries(ZoneId zone) {
        this.zone = zone;
    }

    void stages(String stream, Scale scale) {
        scales.putIfAbsent(stream, scale);
    }

    /**
     * The odd ones, each the later in the list of two.
     *
     * @param leaps the streams of which figures are compared with each other
     * @param known how many of the first are looked at beside the others alone
     */
    List<Clash> find(List<? extends Observation> all, Predicate<String> leaps, int known) {
        Map<List<@Nullable Object>, List<Integer>> series = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Observation it = all.get(i);
            String stream = it.entry().stream();
            Object of = it instanceof StageChange change && scales.containsKey(stream) ? change.item() : null;
            if (of != null || (it.figure().isPresent() && leaps.test(stream))) {
                series.computeIfAbsent(Arrays.asList(stream, it.getClass(), it.entry().basis(), of != null ? of : Clashes.about(it)),
                        key -> new ArrayList<>(1)).add(i);
            }
        }
        List<Clash> found = new ArrayList<>();
        series.values().forEach(rows -> {
            rows.sort(Comparator.comparing((Integer row) -> day(all.get(row))).thenComparing(row -> all.get(row).entry().recordedAt())
                    .thenComparing(row -> row));
            int before = rows.get(0);
            for (int row : rows.subList(1, rows.size())) {
                Optional<Clash> odd = odd(all, before, row).filter(it -> it.one() >= known);
                odd.ifPresent(found::add);
                boolean falls = all.get(row) instanceof StageChange change && step(change) < step((StageChange) all.get(before));
                before = falls ? before : row;
            }
        });
        return found;
    }

    private LocalDate day(Observation it) {
        return it instanceof Increment increment ? increment.span().last() : ((Dated) it).on().dateIn(zone);
    }

    private int step(StageChange change) {
        Scale scale = scales.get(change.entry().stream());
        return scale == null ? -1 : scale.steps().indexOf(change.stage());
    }

    private Optional<Clash> odd(List<? extends Observation> all, int before, int row) {
        Observation earlier = all.get(before);
        Observation later = all.get(row);
        int one = Math.max(before, row);
        int other = Math.min(before, row);
        if (earlier instanceof StageChange first && later instanceof StageChange next) {
            return stages(first, next).map(message -> new Clash(one, other, Severity.WARNING, "FALLING_STAGE", message));
        }
        return meant(earlier.figure().orElseThrow(), later.figure().orElseThrow(), later instanceof Level)
                .map(meant -> new Clash(one, other, Severity.WARNING, "FAR_OFF", later.figure().orElseThrow() + " of " + day(later)
                        + " is far from the " + earlier.figure().orElseThrow() + " of " + day(earlier) + "; " + meant + " was probably meant"));
    }

    private Optional<String> stages(StageChange earlier, StageChange later) {
        LocalDate from = day(earlier);
        LocalDate to = day(later);
        if (from.equals(to)) {
            return step(earlier) == step(later) ? Optional.empty() : Optional.of("two stages of " + to + ": '" + earlier.stage() + "' and '"
                    + later.stage() + "'; the furthest counts");
        }
        return step(later) >= step(earlier) ? Optional.empty() : Optional.of("stage '" + later.stage() + "' of " + to + " is before '"
                + earlier.stage() + "' of " + from + ", and a stage does not fall; the furthest counts");
    }

    private static Optional<Quantity> meant(Quantity earlier, Quantity later, boolean level) {
        if (!earlier.unit().isCompatibleWith(later.unit()) || earlier.amount().signum() <= 0 || later.amount().signum() <= 0) {
            return Optional.empty();
        }
        Rational ratio = later.ratioTo(earlier);
        boolean isThousandfold = ratio.compareTo(THOUSAND) >= 0 || ratio.times(THOUSAND).compareTo(Rational.ONE) <= 0;
        if (!earlier.unit().equals(later.unit()) && isThousandfold && Plausibility.isNear(later.amount().dividedBy(earlier.amount()))) {
            return Optional.of(Quantity.of(later.amount(), earlier.unit()));
        }
        if (!level) {
            return Optional.empty();
        }
        Rational few = Rational.of(later.unit().isShare() ? 100 : 1_000, 3);
        Rational up = ratio.compareTo(Rational.ONE) >= 0 ? ratio : Rational.ONE.dividedBy(ratio);
        Rational factor = Plausibility.powerOfTen(up);
        return up.compareTo(few) < 0 ? Optional.empty()
                : Optional.of(later.times(ratio.compareTo(Rational.ONE) >= 0 ? Rational.ONE.dividedBy(factor) : factor));
    }
}
