package io.mubiao.land.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.Roll;
import io.mubiao.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A roll evaluated as a cluster would: split by chance, every part and all that is known sent as bytes, parts made twice, merged in any
 * order and grouping, rows sent on where they must be together. What comes out must be what one machine gives, in everything.
 */
@SuppressWarnings("NullAway")
public final class InParts {
    private final Chunks chunks;
    private final Random random;
    /** How rows of the roll become a chunk. */
    private final java.util.function.Function<Roll, Chunk> made;
    private int passes;
    private final List<String> steps = new ArrayList<>();
    private int moves;
    private final Map<String, String> places = new HashMap<>();

    private InParts(Chunks chunks, long seed, java.util.function.Function<Roll, Chunk> made) {
        this.chunks = chunks;
        this.random = new Random(seed);
        this.made = made;
    }

    /**
     * An assessor whose parts are tried.
     *
     * @param most so many different numbers a part keeps
     */
    public static InParts of(LandAssessor assessor, int most, long seed) {
        return new InParts(Chunks.of(assessor).atMost(most), seed, Chunk::of);
    }

    public InParts making(java.util.function.Function<Roll, Chunk> other) {
        return new InParts(chunks, random.nextLong(), other);
    }

    public int passes() {
        return passes;
    }

    /** What the passes gathered. */
    public List<String> steps() {
        return steps;
    }

    public boolean wasByRange() {
        return moves > 0;
    }

    public int moves() {
        return moves;
    }

    /** Asserts that everything is as the evaluation of all has it. */
    public void assertSame(Evaluation whole, Roll roll) {
        Map<String, Evaluation> found = new HashMap<>();
        ChunkPart summaries = null;
        String[] by = Stream.of("group", "class").filter(it -> whole.rule().groups().size() > 1 || it.equals("class"))
                .filter(it -> whole.rule().classes().isPresent() || it.equals("group")).toArray(String[]::new);
        Whole all = known(roll);
        for (Roll rows : last) {
            Evaluation part = chunks.results(made(rows), all);
            ChunkPart summary = sent(chunks.summary(part, by));
            summaries = summaries == null ? summary : random.nextBoolean() ? summaries.merge(summary) : summary.merge(summaries);
            part.ids().forEach(id -> found.put(id, part));
        }
        assertEquals(whole.ids().stream().sorted().toList(), found.keySet().stream().sorted().toList());
        for (String id : whole.ids()) {
            Evaluation part = found.get(id);
            assertEquals(whole.get(id), part.get(id), id);
            assertEquals(whole.charges(id), part.charges(id), id);
            assertEquals(whole.ranking(id), part.ranking(id), id);
            assertEquals(whole.explain(id).toString(), part.explain(id).toString(), id);
            whole.independent().ifPresent(own -> assertEquals(own.get(id), part.independent().orElseThrow().get(id), id));
        }
        ChunkSummary summary = chunks.summary(summaries, all);
        assertEquals(whole.classCounts(), summary.classCounts());
        assertEquals(whole.standingCounts(), summary.standingCounts());
        assertEquals(texts(Aggregates.of(whole, by)), texts(summary.aggregates()));
        Stream<Problem> ofParts = found.values().stream().distinct().flatMap(part -> part.problems().stream());
        assertEquals(texts(whole.problems().stream()), texts(Stream.concat(ofParts, summary.problems().stream())));
    }

    private static List<String> texts(Stream<Problem> problems) {
        return problems.map(Problem::toString).sorted().toList();
    }

    private static List<String> texts(Aggregates aggregates) {
        List<String> rows = new ArrayList<>();
        aggregates.forEach(row -> rows.add(row.toString()));
        return rows;
    }

    private List<Roll> last = List.of();

    /** Every pass there is. */
    private Whole known(Roll roll) {
        List<String> keys = chunks.keys(made.apply(roll));
        Map<String, Integer> chunkOf = new HashMap<>();
        int count = 1 + random.nextInt(Math.max(1, Math.min(6, roll.size())));
        keys.forEach(key -> chunkOf.computeIfAbsent(key, it -> random.nextInt(count)));
        List<Roll> split = split(roll, IntStream.range(0, roll.size()).map(row -> chunkOf.get(keys.get(row))).toArray());
        Whole whole = sent(chunks.begin());
        while (!whole.isComplete()) {
            split = moved(roll, split, whole);
            steps.add(whole.pass());
            List<ChunkPart> parts = new ArrayList<>();
            for (Roll rows : split) {
                ChunkPart part = chunks.part(made(rows), whole);
                assertEquals(part, chunks.part(made(rows), sent(whole)));
                parts.add(sent(part));
            }
            Collections.shuffle(parts, random);
            whole = sent(chunks.next(whole, merged(parts, whole)));
            passes++;
            assertEquals(passes, whole.passes());
            assertTrue(passes < 60, whole.pass());
        }
        last = moved(roll, split, whole);
        return whole;
    }

    private List<Roll> moved(Roll roll, List<Roll> split, Whole whole) {
        if (whole.moves() == moves) {
            return split;
        }
        assertEquals(++moves, whole.moves());
        return byRange(roll, split, whole);
    }

    private Chunk made(Roll rows) {
        return places.isEmpty() ? made.apply(rows) : made.apply(rows).places(places);
    }

    private List<Roll> byRange(Roll roll, List<Roll> split, Whole whole) {
        int[] to = new int[roll.size()];
        int machines = 1 + random.nextInt(5);
        Map<Integer, Integer> machineOf = new TreeMap<>();
        Map<String, String> taken = new HashMap<>();
        for (int i = 0; i < split.size(); i++) {
            int[] ranges = chunks.ranges(made(split.get(i)), whole);
            List<String> own = chunks.places(made(split.get(i)), whole);
            for (int row = 0; moves > 1 && row < ranges.length; row++) {
                taken.put(split.get(i).id(row), own.get(row));
            }
            for (int row = 0; row < ranges.length; row++) {
                to[roll.get(split.get(i).id(row)).index()] = ranges[row] < 0 ? machines + i
                        : machineOf.computeIfAbsent(ranges[row], it -> random.nextInt(machines));
            }
        }
        places.clear();
        places.putAll(taken);
        return split(roll, to);
    }

    private List<Roll> split(Roll roll, int[] chunkOf) {
        Map<Integer, List<Integer>> rows = IntStream.range(0, roll.size()).boxed().collect(Collectors.groupingBy(row -> chunkOf[row]));
        List<Roll> split = new ArrayList<>();
        rows.values().forEach(own -> {
            List<Integer> shuffled = new ArrayList<>(own);
            Collections.shuffle(shuffled, random);
            split.add(roll.withRows(shuffled.stream().mapToInt(Integer::intValue).toArray()));
        });
        Collections.shuffle(split, random);
        return split;
    }

    private ChunkPart merged(List<ChunkPart> parts, Whole whole) {
        List<ChunkPart> left = new ArrayList<>(parts);
        left.add(chunks.none(whole));
        while (left.size() > 1) {
            ChunkPart one = left.remove(random.nextInt(left.size()));
            ChunkPart other = left.remove(random.nextInt(left.size()));
            ChunkPart both = one.merge(other);
            assertEquals(both, other.merge(one));
            left.add(sent(both));
        }
        return left.get(0);
    }

    private ChunkPart sent(ChunkPart part) {
        ChunkPart read = random.nextBoolean() ? serialized(part) : ChunkPart.fromBytes(part.toBytes());
        assertEquals(part, read);
        return read;
    }

    private Whole sent(Whole whole) {
        Whole read = random.nextBoolean() ? serialized(whole) : Whole.fromBytes(whole.toBytes());
        assertEquals(whole, read);
        return read;
    }

    @SuppressWarnings("unchecked")
    private static <T> T serialized(T object) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream(); ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
            out.flush();
            return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
