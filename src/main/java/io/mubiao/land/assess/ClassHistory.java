package io.mubiao.land.assess;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import io.mubiao.value.NumberReader;
import io.mubiao.value.NumberWriter;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The classes of earlier years by enterprise (历年等级). Immutable, and serializable. */
public final class ClassHistory implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;
    /** No earlier year is known. */
    public static final ClassHistory NONE = new ClassHistory(Map.of());

    private final transient ImmutableMap<String, List<String>> classes;

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

    /**
     * This history together with another of other years or enterprises, such as that of the year before.
     *
     * @throws IllegalArgumentException if they say different classes of one enterprise and year; names the first
     */
    public ClassHistory with(ClassHistory other) {
        Map<String, List<String>> all = new LinkedHashMap<>(classes);
        other.classes.forEach((id, years) -> all.merge(id, years, (own, theirs) -> together(id, own, theirs)));
        return of(all);
    }

    private static List<String> together(String id, List<String> one, List<String> other) {
        List<String> years = new ArrayList<>();
        for (int ago = Math.max(one.size(), other.size()); ago >= 1; ago--) {
            String mine = ago > one.size() ? "" : one.get(one.size() - ago);
            String theirs = ago > other.size() ? "" : other.get(other.size() - ago);
            checkArgument(mine.isEmpty() || theirs.isEmpty() || mine.equals(theirs),
                    "'%s' has two classes %s year(s) ago: '%s' and '%s'", id, ago, mine, theirs);
            years.add(mine.isEmpty() ? theirs : mine);
        }
        return years;
    }

    /** Of how many enterprises it says something. */
    public int size() {
        return classes.size();
    }

    /** Whether it says anything of an enterprise. */
    boolean knows(String id) {
        return classes.getOrDefault(id, List.of()).stream().anyMatch(it -> !it.isEmpty());
    }

    /** Whether it says anything of anybody. */
    boolean isEmpty() {
        return classes.isEmpty();
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

    /** The classes that make that number, last year's first, and before them the first other one; an empty text for a year without one. */
    List<String> until(String id, String name) {
        List<String> years = classes.getOrDefault(id, List.of());
        int other = years.size() - 1 - consecutive(id, name);
        List<String> found = new ArrayList<>(years.subList(Math.max(other, 0), years.size()));
        Collections.reverse(found);
        return found;
    }

    /** The same for equal contents. */
    byte[] toBytes() {
        NumberWriter to = new NumberWriter().addCount(classes.size());
        new TreeMap<>(classes).forEach((id, years) -> {
            to.addText(id).addCount(years.size());
            years.forEach(to::addText);
        });
        return to.toBytes();
    }

    static ClassHistory fromBytes(byte[] bytes) {
        NumberReader from = new NumberReader(bytes, 0, bytes.length);
        Map<String, List<String>> classes = new LinkedHashMap<>();
        for (int i = from.things(2); i > 0; i--) {
            String id = from.text();
            List<String> years = new ArrayList<>();
            for (int year = from.things(1); year > 0; year--) {
                years.add(from.text());
            }
            classes.put(id, years);
        }
        return of(classes);
    }

    @Serial
    private Object writeReplace() {
        return new Sent(Sent.Kind.HISTORY, toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream from) throws InvalidObjectException {
        throw new InvalidObjectException("a history travels as its bytes");
    }
}
