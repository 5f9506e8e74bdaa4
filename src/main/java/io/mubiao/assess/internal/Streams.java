package io.mubiao.assess.internal;

import io.mubiao.target.Measure;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.target.Version;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
        Set<String> streams = new LinkedHashSet<>();
        streams.add(target.id());
        Stream.concat(Stream.of(target.goal()), target.versions().stream().map(Version::goal))
                .flatMap(goal -> goal.reads().stream()).forEach(measure -> streams.addAll(all(target, measure)));
        return streams;
    }

    /** The streams of a measure, those of a ratio's numerator first. */
    public static List<String> all(Target target, Measure measure) {
        return measure instanceof Measure.Ratio ratio
                ? Stream.concat(all(target, ratio.numerator()).stream(), all(target, ratio.denominator()).stream()).toList()
                : List.of(of(target, measure));
    }

    /** The stream of a measure that is no ratio. */
    public static String of(Target target, Measure measure) {
        String named = measure instanceof Measure.Total total ? total.stream()
                : measure instanceof Measure.Level level ? level.stream()
                : measure instanceof Measure.Count count ? count.stream()
                : measure instanceof Measure.Sum sum ? sum.stream() : "";
        return named.isEmpty() ? target.id() : named;
    }
}
