package io.mubiao.observe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What supersedes what in one stream. A correction takes the place of what it supersedes; a retraction takes it away, and
 * undoes what that had done if it was a correction or a retraction itself.
 */
final class Corrections {
    private final Map<String, Link> links = new HashMap<>();

    /** An observation that supersedes another. */
    private record Link(String id, String supersedes, long recorded, boolean retracts) {}

    boolean isEmpty() {
        return links.isEmpty();
    }

    Corrections copy() {
        Corrections copy = new Corrections();
        copy.links.putAll(links);
        return copy;
    }

    /** What an observation supersedes; null if it is none that does. */
    @Nullable String supersededBy(String id) {
        Link link = links.get(id);
        return link == null ? null : link.supersedes;
    }

    /** Takes in one more; true if all that changes is that what it supersedes no longer counts. */
    boolean add(Observation correction, String id, String supersedes) {
        Link link = new Link(id, supersedes, correction.entry().recordedNanos(), correction instanceof Observation.Retraction);
        Link before = links.get(supersedes);
        links.put(id, link);
        return before == null || !(before.retracts || link.retracts);
    }

    /** The ids of all that does not count because of what was known before a moment. */
    Set<String> superseded(long knownBefore) {
        Set<String> superseded = new HashSet<>();
        Set<String> withdrawn = new HashSet<>();
        for (Link link : latestFirst(knownBefore)) {
            if (!withdrawn.contains(link.id)) {
                superseded.add(link.supersedes);
                if (link.retracts && !superseded.contains(link.id)) {
                    withdrawn.add(link.supersedes);
                }
            }
        }
        return superseded;
    }

    /** What is known, each after everything that supersedes it. */
    private List<Link> latestFirst(long knownBefore) {
        List<Link> known = links.values().stream().filter(link -> link.recorded < knownBefore).toList();
        Map<String, Integer> open = new HashMap<>();
        known.forEach(link -> open.merge(link.supersedes, 1, Integer::sum));
        Deque<Link> ready = new ArrayDeque<>();
        known.stream().filter(link -> !open.containsKey(link.id)).forEach(ready::add);
        List<Link> order = new ArrayList<>(known.size());
        while (!ready.isEmpty()) {
            Link link = ready.remove();
            order.add(link);
            Link earlier = links.get(link.supersedes);
            if (open.merge(link.supersedes, -1, Integer::sum) == 0 && earlier != null) {
                ready.add(earlier);
            }
        }
        return order;
    }
}
