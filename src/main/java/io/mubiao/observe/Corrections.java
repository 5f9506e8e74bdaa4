package io.mubiao.observe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What supersedes what in one stream, in the order in which that was said. Append-only. */
final class Corrections {
    private final List<Link> links = new ArrayList<>();
    private final Map<String, String> supersedes = new HashMap<>();

    /** An observation that supersedes another. */
    record Link(String id, String supersedes, long recorded, boolean retracts) {}

    Corrections copy() {
        Corrections copy = new Corrections();
        copy.links.addAll(links);
        copy.supersedes.putAll(supersedes);
        return copy;
    }

    int size() {
        return links.size();
    }

    Link get(int number) {
        return links.get(number);
    }

    /** What an observation supersedes; null if it is none that does. */
    @Nullable String supersededBy(String id) {
        return supersedes.get(id);
    }

    /** Takes in one more. */
    void add(Observation correction, String id) {
        String earlier = correction.entry().supersedes().orElseThrow();
        links.add(new Link(id, earlier, correction.entry().recordedNanos(), correction instanceof Observation.Retraction));
        supersedes.put(id, earlier);
    }
}
