package io.mubiao.io.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.result.EvaluationCsv;
import io.mubiao.io.rule.Seeds;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.assess.Whole;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Machines that have the same work and move lines by their keys, whatever the system, come to the results of one machine. */
class RollWorkTest {
    private static final List<String> NAMES = List.of("id", "规上", "占地", "排序范围", "得分", "税收得分", "实缴税收");
    private static final List<String> SHOWN = List.of("id", "status", "rank", "places", "class");

    private static EvaluationRule rule() {
        return Seeds.rule("anyang-2018");
    }

    private static List<String> rows(int firms) {
        Random random = new Random(3);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < firms; i++) {
            boolean large = random.nextInt(3) == 0;
            rows.add("E" + i + "," + (large ? "是" : "否") + ",6," + (large ? "甲区" : "全市") + "," + random.nextInt(400) / 4.0 + "," + random.nextInt(90) / 2.0 + ","
                    + random.nextInt(300));
        }
        return rows;
    }

    private static RollWork sent(RollWork work) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(work);
        }
        return (RollWork) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    }

    private record Machine(RollWork work, List<RollLines.Line> lines) {
        Iterator<RollLines.Read> read() {
            return work.read(lines.iterator());
        }
    }

    private static List<Machine> moved(List<Machine> machines, BiFunction<RollWork, Iterator<RollLines.Line>, Iterator<RollLines.Line>> to) {
        List<Machine> next = machines.stream().map(it -> new Machine(it.work(), new ArrayList<>())).toList();
        for (Machine machine : machines) {
            to.apply(machine.work(), machine.lines().iterator()).forEachRemaining(it -> next.get(Math.floorMod(it.key().hashCode(), next.size())).lines().add(it));
        }
        next.forEach(it -> it.lines().sort(Comparator.comparing(RollLines.Line::key)));
        return next;
    }

    @Test
    void whoIsRankedOnceMoreMovesOverMachines() throws IOException, ClassNotFoundException {
        List<String> rows = rows(500);
        Evaluation alone = LandAssessor.of(rule()).evaluate(RollFile.parse(String.join(",", NAMES) + "\n" + String.join("\n", rows), "rows", rule()).orThrow());
        RollWork work = RollWork.of(() -> LandAssessor.of(rule()), Map.of(0, NAMES)).atMost(20);
        List<Machine> machines = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            machines.add(new Machine(sent(work), new ArrayList<>()));
        }
        for (int i = 0; i < rows.size(); i++) {
            machines.get(i % 3).lines().add(RollLines.line("E" + i, 0, rows.get(i)));
        }
        byte[] whole = work.chunks().begin().toBytes();
        int moves = 0;
        while (true) {
            byte[] known = whole;
            if (Whole.fromBytes(known).moves() > moves) {
                moves++;
                machines = moved(machines, (of, lines) -> of.byRanges(lines, known));
            }
            if (Whole.fromBytes(known).isComplete()) {
                break;
            }
            whole = work.next(known, machines.stream().map(it -> it.work().part(it.read(), known)).reduce(RollWork::merged).orElseThrow());
        }
        byte[] known = whole;
        assertTrue(moves >= 3, "moves: " + moves);
        List<String> found = new ArrayList<>();
        machines.forEach(it -> it.work().ask(it.read(), known, (read, evaluation) -> EvaluationCsv.lines(evaluation, SHOWN)).forEachRemaining(found::add));
        assertEquals(EvaluationCsv.lines(alone, SHOWN).sorted().collect(Collectors.joining("\n")), found.stream().sorted().collect(Collectors.joining("\n")));
        byte[] summaries = machines.stream().map(it -> it.work().summary(it.read(), known, "class")).reduce(RollWork::merged).orElseThrow();
        assertEquals(alone.classCounts(), work.summary(summaries, known).classCounts());
    }

    @Test
    void cellsAreAsSqlDeclaresThem() {
        Evaluation alone = LandAssessor.of(rule()).evaluate(RollFile.parse("id,规上,占地,排序范围,得分,实缴税收\nE1,否,6,全市,90.5,3\nE2,否,2,全市,1,3\n", "rows", rule()).orThrow());
        assertEquals("[E1, E1, graded, 规下, 90.5, 90.5, 1, 1, B, B, , ]", Arrays.toString(RollWork.cells(alone.get("E1"))));
        assertEquals(12, RollWork.RESULTS.split(", ").length);
        assertEquals(4, RollWork.cells(RollLines.line("a", 0, "a,1")).length);
    }
}
