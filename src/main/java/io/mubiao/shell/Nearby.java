package io.mubiao.shell;

import io.mubiao.text.internal.Spelling;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody may have meant who typed a name that nothing has. */
final class Nearby {
    private static final int MOST = 5;

    private Nearby() {}

    /**
     * What is near, for a sentence: whose id or title has the name in it, or is spelt alike; empty if nothing is.
     *
     * @param titles by id
     */
    static Optional<String> of(String typed, Map<String, String> titles, Said said) {
        Set<String> near = new LinkedHashSet<>();
        titles.forEach((id, title) -> {
            if (!typed.isBlank() && (id.contains(typed) || title.contains(typed) || (title.length() > 1 && typed.contains(title)))) {
                near.add(shown(id, title));
            }
        });
        List<String> names = titles.entrySet().stream().flatMap(it -> Stream.of(it.getKey(), it.getValue())).filter(it -> !it.isBlank()).toList();
        Spelling.near(typed, names).ifPresent(name -> titles.forEach((id, title) -> {
            if (id.equals(name) || title.equals(name)) {
                near.add(shown(id, title));
            }
        }));
        return near.isEmpty() ? Optional.empty() : Optional.of(said.either("；相近的有 ", "; near it: ")
                + near.stream().limit(MOST).collect(Collectors.joining(said.either("、", ", "))));
    }

    private static String shown(String id, String title) {
        return id.isBlank() || title.equals(id) ? title : id + " " + title;
    }
}
