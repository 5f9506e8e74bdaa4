package io.mubiao.forecast;

import io.mubiao.assess.Assessments;
import io.mubiao.outcome.NoSuchIdException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The forecasts of a whole register, in register order. Immutable. */
public final class Forecasts {
    private final Assessments assessments;
    private final Map<String, Forecast> byId;

    Forecasts(Assessments assessments, Map<String, Forecast> byId) {
        this.assessments = assessments;
        this.byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    }

    /** The assessments they start from. */
    public Assessments assessments() {
        return assessments;
    }

    /**
     * The forecast of one target.
     *
     * @throws NoSuchIdException if the register has no such target
     */
    public Forecast get(String targetId) {
        Forecast forecast = byId.get(targetId);
        if (forecast == null) {
            throw new NoSuchIdException(
                    "register '" + assessments.register().id() + "' has no target '" + targetId + "'");
        }
        return forecast;
    }

    /** All forecasts by target. */
    public Map<String, Forecast> byId() {
        return byId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Forecasts that && assessments.equals(that.assessments) && byId.equals(that.byId);
    }

    @Override
    public int hashCode() {
        return byId.hashCode();
    }

    /** So many of each kind. */
    @Override
    public String toString() {
        long unsayable = byId.values().stream().filter(forecast -> forecast.cannotSay().isPresent()).count();
        return byId.size() + " forecasts, " + unsayable + " of them cannot say";
    }
}
