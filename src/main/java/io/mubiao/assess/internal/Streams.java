package io.mubiao.assess.internal;

import io.mubiao.target.Measure;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which streams targets read, under any version of their goals. */
public final class Streams {
    private final Map<String, Set<String>> targetsOf = new HashMap<>();

    public Streams(Register register) {
        for (Target target : register.targets()) {
            of(target).forEach(stream -> targetsOf.computeIfAbsent(stream, name -> new LinkedHashSet<>()).add(target.id()));
        }
    }

    /** The targets that read a stream. */
    public Set<String> targetsOf(String stream) {
        return targetsOf.getOrDefault(stream, Set.of());
    }

    /** The streams that a target reads, its own first. */
    public static Set<String> of(Target target) {
        return target.streams();
    }

    /** The streams of a measure, those of a ratio's numerator first. */
    public static List<String> all(Target target, Measure measure) {
        return measure.streams(target.id());
    }

    /** The stream of a measure that is no ratio. */
    public static String of(Target target, Measure measure) {
        return measure.streams(target.id()).get(0);
    }
}
