package io.mubiao.land.assess.internal.part;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The places of rows in rankings whose ranges they were together by before they moved, as they travel. Immutable. */
final class Carried {
    private static final Splitter COMMA = Splitter.on(',');
    private final List<int[]> places;

    private Carried(List<int[]> places) {
        this.places = places;
    }

    /** Places that came with rows; null where none did. */
    static @Nullable Carried of(@Nullable List<String> texts) {
        if (texts == null) {
            return null;
        }
        List<int[]> places = new ArrayList<>();
        for (String text : texts) {
            try {
                places.add(text.isEmpty() ? new int[0] : COMMA.splitToStream(text).mapToInt(Integer::parseInt).toArray());
            } catch (NumberFormatException e) {
                throw new PlacesApartException(e);
            }
        }
        return new Carried(places);
    }

    /** By ranking the place of each row, as texts. */
    static List<String> texts(List<int[]> byRanking, int size) {
        List<String> texts = new ArrayList<>(size);
        for (int row = 0; row < size; row++) {
            int at = row;
            texts.add(byRanking.stream().map(places -> Integer.toString(places[at])).collect(Collectors.joining(",")));
        }
        return texts;
    }

    /**
     * The places in a ranking.
     *
     * @param ranked whether a row has one
     * @throws PlacesApartException if those of a row did not come with it
     */
    static int[] places(@Nullable Carried carried, int ranking, int size, IntPredicate ranked) {
        int[] places = new int[size];
        for (int row = 0; row < size; row++) {
            int[] own = carried == null ? new int[0] : carried.places.get(row);
            places[row] = ranking < own.length ? own[ranking] : 0;
            if (ranked.test(row) == places[row] <= 0) {
                throw new PlacesApartException(null);
            }
        }
        return places;
    }

    @Override
    public String toString() {
        return places.stream().map(Arrays::toString).toList().toString();
    }
}
