package io.mubiao.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mubiao.shape.internal.Places;
import io.mubiao.testing.Refusal;
import io.mubiao.value.Rational;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Places equal a ranking that counts, and the published ranks of another library where the policies mean the same. */
class PlacesPropertyTest {
    private static long slowly(List<Rational> all, Rational value, boolean higher, Ties ties) {
        int sign = higher ? 1 : -1;
        List<Rational> better = all.stream().filter(each -> each.compareTo(value) * sign > 0).toList();
        long equal = all.stream().filter(value::equals).count();
        return switch (ties) {
            case BEST_PLACE -> better.size() + 1;
            case WORST_PLACE -> better.size() + equal;
            case DENSE -> new HashSet<>(better).size() + 1;
        };
    }

    @Property
    void placesAreCounted(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int count, @ForAll Ties ties,
            @ForAll boolean higher) {
        Random random = new Random(seed);
        List<Rational> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(Rational.of(random.nextInt(12) - 4, 1 + random.nextInt(3)));
        }
        Places places = Places.among(all, higher, ties);
        all.forEach(value -> assertEquals(slowly(all, value, higher, ties), places.place(value)));
    }

    @Test
    void theExampleOfEachPolicy() {
        List<Rational> all = List.of(9, 8, 8, 7).stream().map(Rational::of).toList();
        assertEquals(List.of(1L, 2L, 2L, 4L), all.stream().map(Places.among(all, true, Ties.BEST_PLACE)::place).toList());
        assertEquals(List.of(1L, 3L, 3L, 4L), all.stream().map(Places.among(all, true, Ties.WORST_PLACE)::place).toList());
        assertEquals(List.of(1L, 2L, 2L, 3L), all.stream().map(Places.among(all, true, Ties.DENSE)::place).toList());
        Refusal.naming(() -> Places.among(all, true, Ties.DENSE).place(Rational.of(6)), "6");
    }

    /** MINIMUM of an ascending ranking is our best place where less is better, MAXIMUM our worst. */
    @Test
    void publishedRanksOfDataWithoutGapsAgree() throws IOException {
        JsonNode file;
        try (InputStream in = Objects.requireNonNull(
                PlacesPropertyTest.class.getResourceAsStream("/oracle/commons/natural_ranking.json"))) {
            file = new ObjectMapper().readTree(in);
        }
        int compared = 0;
        for (JsonNode each : file.get("cases")) {
            String policy = each.get("ties").asText();
            if (policy.equals("MINIMUM") || policy.equals("MAXIMUM")) {
                Ties ties = policy.equals("MINIMUM") ? Ties.BEST_PLACE : Ties.WORST_PLACE;
                for (String name : List.of("ties_first", "ties_last", "multiple_ties", "all_same")) {
                    List<Rational> data = numbers(file.get("data").get(name));
                    Places places = Places.among(data, false, ties);
                    assertEquals(numbers(each.get("ranks").get(name)),
                            data.stream().map(value -> Rational.of(places.place(value))).toList());
                    compared++;
                }
            }
        }
        assertEquals(8, compared);
    }

    private static List<Rational> numbers(JsonNode list) {
        List<Rational> numbers = new ArrayList<>();
        list.forEach(number -> numbers.add(Rational.parse(number.asText())));
        return numbers;
    }
}
