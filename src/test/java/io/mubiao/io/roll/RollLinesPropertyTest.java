package io.mubiao.io.roll;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.result.EvaluationCsv;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.ChunkPart;
import io.mubiao.land.assess.Chunks;
import io.mubiao.land.assess.ClassHistory;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.assess.Whole;
import io.mubiao.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Lines that travel by their keys alone, and whatever is known as bytes, come to what one machine makes of the tables. */
class RollLinesPropertyTest {
    /** Units of this year and of last year are others; totals are ranked by ranges. */
    private static final String TEXT = """
            id: lots
            year: 2024
            columns:
              land: {title: 用地面积, unit: 亩}
              tax: {title: 税收, unit: 万元, negative: true}
              lot: {title: 地块, kind: text}
              lead: {title: 牵头, kind: flag, if-empty: 否}
            merge: {by: lot, lead: lead}
            indicators:
              tax_per_mu: {formula: tax / land, unit: 万元/亩}
              growth: {formula: tax / prior("tax")}
            groups:
              - id: all
                weights-total: 100
                items:
                  tax_per_mu: {weight: 60, score: ratio, base: {kind: mean, population: evaluated, year: prior}, cap: 1.5 * w, floor: 0}
                  growth: {weight: 40, score: ratio, base: 1, cap: 1.5 * w, floor: 0, missing: mean-score}
            ranking: {by: [], on: unrounded, ties: best-place, small-groups: none}
            classes:
              order: [A, B, C]
              by: rank
              cuts: {A: 20 %, B: 60 %, C: 100 %}
              quota-base: ranked
              quota-rounding: cumulative floor
            overrides: [{id: up, title: 连续A不低于B, when: 'consecutive("A") >= 2', not-below: B}, {id: kept, title: 上年C不高于B, when: prior_class == "C", not-above: B}]
            refill: false
            consequences:
              - {id: surcharge, title: 加价, kind: surcharge, base: land, rate-unit: 元/亩, rates: {C: [1 元/亩, 2 元/亩, 3 元/亩]}, unit: 元}
            """;
    private static final EvaluationRule RULE = RuleFile.parse(TEXT, Format.YAML, "lots");
    /** Some are ranked once more, so that lines move more than once. */
    private static final EvaluationRule AGAIN = RuleFile.parse(TEXT.replace("small-groups: none}", """
            small-groups: none,
              again: {better: {when: place <= 60 % * ranked, on: tax_per_mu}, worse: {when: place > 30 % * ranked, on: tax / 1 万元 + ranked("better")}}}""")
            .replace("[{id: up,", "[{id: twice, title: 二次排序, when: 'place(\"better\") == 1 or place(\"worse\") == 2', set: C}, {id: up,"), Format.YAML, "lots");
    private static final List<String> NOW = List.of("备注", "信用代码", "用地面积(亩)", "税收(万元)", "地块", "牵头");
    private static final List<String> THEN = List.of("id", "land", "tax", "lot", "lead");
    private static final List<String> SHOWN = List.of("id", "status", "rank", "places", "class", "total", "charge_surcharge");

    private static List<String> rows(int firms, long seed, boolean now) {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < firms; i++) {
            int lot = random.nextInt(firms);
            String cells = (1 + random.nextInt(9)) + "," + (random.nextInt(30) - 3) + "," + (lot % 3 == 0 ? "" : "L" + lot % 7) + ",";
            rows.add(now ? "\"第 " + i + " 户\n续行\",E" + i + "," + cells : (i % 2 == 0 ? "e" : "Ｅ") + i + "," + cells);
        }
        return rows;
    }

    /** The cells of a table that are read, as the key of a row and the rest. */
    private static Stream<RollLines.Line> lines(int year, List<String> rows) {
        return rows.stream().map(row -> {
            String kept = row.startsWith("\"") ? row.substring(row.indexOf("\",") + 2) : row;
            return RollLines.line(kept.substring(0, kept.indexOf(',')), year, kept);
        });
    }

    /** What a cluster does: lines to machines by their keys, those with one key one behind the other. */
    private static Collection<List<RollLines.Line>> sent(Stream<RollLines.Line> lines, Random random, int machines) {
        List<RollLines.Line> all = new ArrayList<>(lines.toList());
        Collections.shuffle(all, random);
        int salt = random.nextInt();
        Map<Integer, List<RollLines.Line>> to = all.stream().collect(groupingBy(it -> Math.floorMod(it.key().hashCode() * 31 + salt, machines)));
        to.values().forEach(own -> own.sort((a, b) -> a.key().compareTo(b.key())));
        return to.values();
    }

    private static List<RollLines.Read> read(RollLines tables, Collection<List<RollLines.Line>> machines) {
        List<RollLines.Read> read = new ArrayList<>();
        machines.forEach(own -> tables.read(own.iterator(), 5).forEachRemaining(read::add));
        return read;
    }

    @Test
    void withoutLinesNothingIsSentOnInSilence() {
        List<String> now = rows(3, 1, true);
        RollLines.Read read = read(RollLines.of(RULE, Map.of(0, NOW)), List.of(lines(0, now).toList())).get(0);
        assertEquals(read.problems(), read.withoutLines().problems());
        assertThrows(IllegalStateException.class, () -> read.withoutLines().byUnits(Chunks.of(LandAssessor.of(RULE))));
    }

    @Property(tries = 25)
    void comeToTheResultsOfOneMachine(@ForAll @IntRange(min = 1, max = 60) int firms, @ForAll @IntRange(min = 1, max = 8) int most,
            @ForAll boolean again, @ForAll long seed) {
        EvaluationRule rule = again ? AGAIN : RULE;
        List<String> now = rows(firms, seed, true);
        List<String> then = rows(firms, seed + 1, false).stream().map(row -> row.replaceFirst("^[eＥ]", "E")).toList();
        Roll roll = RollFile.parse(String.join(",", NOW) + "\n" + String.join("\n", now), "now", rule).orThrow();
        Roll last = RollFile.parse(String.join(",", THEN) + "\n" + String.join("\n", then), "then", rule).orThrow();
        LandAssessor assessor = LandAssessor.of(rule);
        Random random = new Random(seed);
        Map<String, List<String>> classes = new TreeMap<>();
        for (int i = 0; i < firms; i += 1 + random.nextInt(3)) {
            classes.put("E" + i, random.ints(1 + random.nextInt(3), 0, 4).mapToObj(it -> List.of("A", "B", "C", "").get(it)).toList());
        }
        List<String> alone = EvaluationCsv.lines(assessor.prior(last).history(ClassHistory.of(classes)).evaluate(roll), SHOWN).sorted().toList();
        Chunks chunks = Chunks.of(assessor).atMost(most);
        RollLines tables = RollLines.of(rule, Map.of(0, NOW, 1, THEN));
        var lines = sent(Stream.of(lines(0, now), lines(1, then), ofClasses(classes)).flatMap(it -> it), random, 4);
        lines = sent(read(tables, lines).stream().flatMap(it -> it.byUnits(chunks)), random, 4);
        Whole whole = chunks.begin();
        for (int moves = 0; !whole.isComplete();) {
            ChunkPart merged = chunks.none(whole);
            for (RollLines.Read it : read(tables, lines)) {
                merged = merged.merge(chunks.part(it.withoutLines().chunk(), whole));
            }
            whole = chunks.next(whole, merged);
            if (whole.moves() > moves) {
                moves++;
                Whole known = whole;
                lines = sent(read(tables, lines).stream().flatMap(it -> it.byRanges(chunks, known)), random, 4);
            }
        }
        Whole known = whole;
        assertEquals(alone, read(tables, lines).stream().flatMap(it -> EvaluationCsv.lines(chunks.results(it.chunk(), known), SHOWN)).sorted().toList());
    }

    /** Ids are written as in no other table. */
    private static Stream<RollLines.Line> ofClasses(Map<String, List<String>> classes) {
        return classes.entrySet().stream().flatMap(it -> IntStream.range(0, it.getValue().size()).filter(i -> !it.getValue().get(i).isEmpty())
                .mapToObj(i -> RollLines.ofClass(" " + it.getKey().toLowerCase(Locale.ROOT), it.getValue().size() - i, it.getValue().get(i))));
    }

    @Test
    void twoClassesOfOneYearAreTold() {
        List<RollLines.Line> lines = List.of(RollLines.line("E1", 0, "E1,3,5,,"), RollLines.ofClass("E1", 1, "A"), RollLines.ofClass("e1", 1, "A"),
                RollLines.ofClass("E1", 2, "A"), RollLines.ofClass("E1", 2, "B"), RollLines.ofClass("gone", 1, "A"));
        RollLines.Read read = RollLines.of(RULE, Map.of(0, NOW)).read(lines.iterator(), 10).next();
        assertEquals(Optional.of("A"), read.chunk().history().orElseThrow().last("E1"));
        assertEquals(1, read.chunk().history().orElseThrow().consecutive("E1", "A"));
        assertEquals(List.of("two classes of one year, 'A' and 'B'; neither is taken"), read.problems().stream().map(RollLines.Told::problem)
                .filter(it -> it.severity() == Problem.Severity.ERROR).map(Problem::message).toList());
        assertThrows(IllegalArgumentException.class, () -> RollLines.ofClass("E1", 0, "A"));
    }

    @Test
    void oneEnterpriseIsTogetherHoweverItsIdIsWritten() {
        assertEquals(1, Stream.of("E1", " e1", "Ｅ１", "'E1", "E\u200b1").map(id -> RollLines.line(id, 0, "").key()).distinct().count());
    }

    @Test
    void problemsHaveTheirEnterpriseAndComeOnce() {
        RollLines tables = RollLines.of(RULE, new TreeMap<>(Map.of(0, NOW, 1, THEN)));
        List<RollLines.Line> lines = List.of(RollLines.line("E1", 0, "E1,3,5,\"L\n1\","), RollLines.line("E2", 0, "E2,许多,5,,"),
                RollLines.line("E2", 1, "E2,1,多,,"));
        List<RollLines.Told> told = new ArrayList<>();
        tables.read(lines.iterator(), 10).next().byUnits(Chunks.of(LandAssessor.of(RULE)));
        tables.read(tables.read(lines.iterator(), 10).next().byUnits(Chunks.of(LandAssessor.of(RULE))).iterator(), 10)
                .forEachRemaining(it -> told.addAll(it.problems()));
        assertEquals(List.of(Optional.of("E2"), Optional.of("E2")),
                told.stream().filter(it -> it.problem().severity() == Problem.Severity.ERROR).map(RollLines.Told::id).toList());
        assertTrue(told.stream().anyMatch(it -> it.yearsAgo() == 1 && it.problem().message().contains("多")));
    }

    @Test
    void aTableWithoutIdsIsRefused() {
        String refused = assertThrows(IllegalArgumentException.class, () -> RollLines.of(RULE, Map.of(0, List.of("land", "tax")))).getMessage();
        assertEquals("none of the columns [land, tax] has the ids of enterprises; expected one such as '统一社会信用代码' or 'id'", refused);
    }
}
