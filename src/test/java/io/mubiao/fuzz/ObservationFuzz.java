package io.mubiao.fuzz;

import io.mubiao.Mubiao;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.observe.Observation;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.WithProblems;
import io.mubiao.target.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Observations: good rows and problems; the good rows are a log, by which targets are assessed and explained. */
final class ObservationFuzz implements FuzzTarget {
    private static final int ROWS = 12;
    /** One target of each kind, so that an input takes little time. */
    private static final Set<String> TARGETS = Set.of("P01", "P03", "P04", "P05", "P08", "P11", "P13", "P23", "P36", "U06",
            "U08", "U28", "G27");
    private final Scratch scratch = Scratch.of("observation");
    private final Register register = some(Mubiao.readRegister("seeds/jinan-2024/register.yaml"));

    /** A register of some of the targets. */
    static Register some(Register all) {
        return Register.builder(all.id(), all.zone()).units(all.units()).stages(all.stages()).severities(all.severities())
                .calendars(all.calendars()).documents(all.documents())
                .targets(all.targets().stream().filter(target -> TARGETS.contains(target.id()))
                        .map(target -> target.toBuilder().partOf("").build()).toList())
                .build();
    }

    @Override
    public String name() {
        return "observation";
    }

    @Override
    public List<byte[]> corpus() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("seeds/jinan-2024/observations.yaml"));
        int rows = lines.indexOf("rows:");
        String head = String.join("\n", lines.subList(0, rows + 1)) + '\n';
        List<String> useful = lines.subList(rows + 1, lines.size()).stream()
                .filter(line -> TARGETS.stream().anyMatch(line::contains) || line.contains("projects")
                        || line.contains("retraction") || line.contains("supersedes")).toList();
        List<byte[]> inputs = new ArrayList<>();
        for (int i = 0; i < useful.size(); i += ROWS) {
            inputs.add(Scratch.bytes(head + String.join("\n", useful.subList(i, Math.min(i + ROWS, useful.size()))) + '\n'));
        }
        return inputs;
    }

    @Override
    public void take(byte[] input) throws IOException {
        WithProblems<List<Observation>> rows = ObservationFile.readRows(scratch.tree(input), register);
        RegisterFuzz.assertWords(rows.problems());
        RegisterFuzz.assess(register, ObservationLog.of(rows.despiteProblems()));
    }
}
