package io.mubiao.assess.internal;

import io.mubiao.observe.Basis;
import io.mubiao.observe.LogView;
import io.mubiao.observe.Observation;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The latest figures of one kind in a window, by what they are about; of one day the one that became known last. */
public final class LatestOf<T extends Observation & Observation.Dated> extends Fold<T> {
    private final Function<? super T, String> about;
    private final Map<String, Latest<T>> latest = new HashMap<>(1);
    private final Map<String, Integer> counts = new HashMap<>(1);
    /** All that ever was a source. */
    private final Set<String> sources = new HashSet<>(1);

    /** @param about what groups them */
    public LatestOf(LogView view, String stream, Class<T> kind, Basis basis, Predicate<LocalDate> window,
            Function<? super T, String> about) {
        super(view, stream, kind, basis, window);
        this.about = about;
    }

    @Override
    void take(T it) {
        String group = about.apply(it);
        latest.computeIfAbsent(group, name -> new Latest<T>(Facts.order(view))).take(it);
        counts.merge(group, 1, Integer::sum);
        sources.add(it.entry().source());
    }

    @Override
    void drop(T it) {
        String group = about.apply(it);
        latest.computeIfAbsent(group, name -> new Latest<T>(Facts.order(view))).drop(it);
        counts.merge(group, -1, Integer::sum);
    }

    /** The latest of a group. */
    public Optional<T> get(String group) {
        return Optional.ofNullable(latest.get(group)).flatMap(it -> Optional.ofNullable(it.get()));
    }

    /** What each other source says last of the day of the latest of a group, by source. */
    public Stream<T> beside(String group) {
        Optional<T> decides = sources.size() < 2 ? Optional.empty() : get(group);
        if (decides.isEmpty()) {
            return Stream.of();
        }
        T last = decides.get();
        Map<String, T> bySource = new TreeMap<>();
        stream(all()).filter(it -> about.apply(it).equals(group) && view.date(it.on()).equals(view.date(last.on())))
                .filter(it -> !it.entry().source().equals(last.entry().source()))
                .forEach(it -> bySource.merge(it.entry().source(), it, (one, other) -> Facts.order(view).compare(one, other) > 0 ? one : other));
        return bySource.values().stream();
    }

    /** How many there are of a group. */
    public int count(String group) {
        return counts.getOrDefault(group, 0);
    }

    /** The ids of all of a group, in the order appended. */
    public List<String> ids(String group) {
        return count(group) == 0 ? List.of()
                : stream(all()).filter(it -> about.apply(it).equals(group)).map(it -> it.entry().id()).toList();
    }
}
