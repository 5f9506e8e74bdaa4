package io.mubiao.land.assess;

import static java.util.Objects.requireNonNull;

import io.mubiao.land.assess.internal.Shown;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Rational;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an evaluation says of one enterprise (评价结果). Immutable.
 *
 * @param id its id
 * @param name its name
 * @param standing where it stands
 * @param group the id of its group of items; empty if it has none
 * @param total the total, rounded as declared, else to 40 digits where it is no short fraction; empty without one
 * @param place the place in its ranking; empty if it is not ranked
 * @param places how many are ranked there
 * @param initialClass the class before overrides (初评等级)
 * @param finalClass the class after them (最终等级)
 * @param label what stands in place of a class: T, 不定级, or the class it is treated as
 * @param followed whose class it takes; empty where it follows nobody
 * @param why why nobody can tell, where it is undecided; else empty
 */
public record EnterpriseResult(String id, String name, Standing standing, String group, Optional<Rational> total,
        OptionalLong place, OptionalLong places, Optional<String> initialClass, Optional<String> finalClass, String label,
        Optional<Followed> followed, Optional<Why> why) {
    public EnterpriseResult {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(standing, "standing");
        requireNonNull(group, "group");
        requireNonNull(total, "total");
        requireNonNull(place, "place");
        requireNonNull(places, "places");
        requireNonNull(initialClass, "initialClass");
        requireNonNull(finalClass, "finalClass");
        requireNonNull(label, "label");
        requireNonNull(followed, "followed");
        requireNonNull(why, "why");
    }

    /** Why nobody can tell, in English; empty where somebody can. */
    public String reason() {
        return why.map(Why::toString).orElse("");
    }

    /** The class that consequences follow: the final one, the one it is treated as, or that of the enterprise it follows. */
    public Optional<String> classInForce() {
        return followed.isPresent() ? followed.get().className() : standing == Standing.TREATED_AS ? Optional.of(label) : finalClass;
    }

    @Override
    public String toString() {
        String change = initialClass.equals(finalClass) ? finalClass.orElse("")
                : initialClass.orElse("—") + " -> " + finalClass.orElse("—");
        return Characters.shown(id + (name.equals(id) ? "" : " " + name) + ": " + standing + (label.isEmpty() ? "" : " " + label)
                + (change.isEmpty() ? "" : ", class " + change) + total.map(it -> ", total " + Shown.number(it)).orElse("")
                + (place.isEmpty() ? "" : ", place " + place.getAsLong() + " of " + places.orElse(0))
                + why.map(it -> ", " + it).orElse(""));
    }
}
