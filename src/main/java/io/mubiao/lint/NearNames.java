package io.mubiao.lint;

import io.mubiao.problem.Problems;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Names of one sort that differ only as one is typed: by blanks, full-width or capital letters. */
final class NearNames {
    private final Map<String, String> seen = new HashMap<>();
    private final Map<String, String> near = new LinkedHashMap<>();
    private final Map<String, String> places = new LinkedHashMap<>();

    /** @param at where the name stands */
    void add(String at, String name) {
        if (name.isEmpty()) {
            return;
        }
        String typed = Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        String first = seen.putIfAbsent(typed, name);
        if (first != null && !first.equals(name) && near.putIfAbsent(name, first) == null) {
            places.put(name, at);
        }
    }

    void tell(Problems problems) {
        near.forEach((name, first) -> problems.warning("NEAR_ID", places.getOrDefault(name, ""), "'" + name + "' and '" + first
                + "' are two names; write one where one is meant"));
    }
}
