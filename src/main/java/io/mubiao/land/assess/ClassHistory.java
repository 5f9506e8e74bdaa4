package io.mubiao.land.assess;

import com.google.common.collect.ImmutableMap;
import io.mubiao.value.NumberReader;
import io.mubiao.value.NumberWriter;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
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
