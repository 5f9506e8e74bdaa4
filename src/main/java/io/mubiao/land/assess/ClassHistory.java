package io.mubiao.land.assess;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The classes of earlier years by enterprise (历年等级). Immutable. */
public final class ClassHistory {
    /** No earlier year is known. */
    public static final ClassHistory NONE = new ClassHistory(Map.of());

    private final ImmutableMap<String, List<String>> classes;

    private ClassHistory(Map<String, List<String>> classes) {
        this.classes = ImmutableMap.copyOf(classes);
    }

    /** The classes of each enterprise up to last year, the latest last; a year without a class is an empty text. */
    public static ClassHistory of(Map<String, List<String>> classes) {
        ImmutableMap.Builder<String, List<String>> copies = ImmutableMap.builder();
        classes.forEach((id, years) -> copies.put(id, List.copyOf(years)));
        return new ClassHistory(copies.build());
    }

    /** This history with the final classes of one more year at its end. */
    public ClassHistory with(Evaluation year) {
        Map<String, List<String>> more = new LinkedHashMap<>();
        for (String id : year.ids()) {
            List<String> years = new ArrayList<>(classes.getOrDefault(id, List.of()));
            years.add(year.get(id).classInForce().orElse(""));
            more.put(id, years);
        }
        classes.forEach((id, years) -> {
            if (!more.containsKey(id)) {
                List<String> gap = new ArrayList<>(years);
                gap.add("");
                more.put(id, gap);
            }
        });
        return of(more);
    }

    /** Last year's class, if there was one. */
    public Optional<String> last(String id) {
        List<String> years = classes.getOrDefault(id, List.of());
        return years.isEmpty() ? Optional.empty()
                : Optional.of(years.get(years.size() - 1)).filter(name -> !name.isEmpty());
    }

    /** How many years in a row, up to last year, the class was this one. */
    public int consecutive(String id, String name) {
        List<String> years = classes.getOrDefault(id, List.of());
        int count = 0;
        while (count < years.size() && years.get(years.size() - 1 - count).equals(name)) {
            count++;
        }
        return count;
    }
}
