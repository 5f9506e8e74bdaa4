package io.mubiao.forecast;

import io.mubiao.assess.Assessments;
import io.mubiao.lookup.Lookup;
import io.mubiao.lookup.LookupList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The forecasts of a whole register, by target, in register order: that of {@link #assessments()}. Immutable. */
public final class Forecasts implements Lookup<Forecast> {
    private final Assessments assessments;
    private final LookupList<OfTarget> all;

    record OfTarget(String id, Forecast forecast) {}

    Forecasts(Assessments assessments, List<OfTarget> all) {
        this.assessments = assessments;
        this.all = LookupList.of("register '" + assessments.register().id() + "'", "target", all, OfTarget::id);
    }

    /** The assessments they start from. */
    public Assessments assessments() {
        return assessments;
    }

    @Override
    public Forecast get(String targetId) {
        return all.get(targetId).forecast();
    }

    @Override
    public Optional<Forecast> find(String targetId) {
        return all.find(targetId).map(OfTarget::forecast);
    }

    @Override
    public Stream<Forecast> stream() {
        return all.stream().map(OfTarget::forecast);
    }

    @Override
    public int size() {
        return all.size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Forecasts that && assessments.equals(that.assessments) && all.equals(that.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    /** So many of each kind. */
    @Override
    public String toString() {
        long unsayable = stream().filter(forecast -> forecast.cannotSay().isPresent()).count();
        return size() + " forecasts, " + unsayable + " of them cannot say";
    }
}
