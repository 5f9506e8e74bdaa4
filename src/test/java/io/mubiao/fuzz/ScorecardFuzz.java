package io.mubiao.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.Mubiao;
import io.mubiao.assess.Assessments;
import io.mubiao.forecast.Forecasts;
import io.mubiao.io.rule.ScorecardFile;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.target.Register;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A scorecard rule with a scoring rule beside it: refused with problems, or read, and a register scored by it. */
final class ScorecardFuzz implements FuzzTarget {
    private static final LocalDate DAY = LocalDate.of(2024, 9, 30);
    private static final String BESIDE = "rule.yaml";
    private final Scratch scratch = Scratch.of("scorecard");
    private final Assessments assessments;
    private final Forecasts forecasts;

    ScorecardFuzz() {
        Register all = Mubiao.readRegister("seeds/jinan-2024/register.yaml");
        ObservationLog log = Mubiao.readObservations("seeds/jinan-2024/observations.yaml", all).despiteProblems();
        assessments = Mubiao.assess(ObservationFuzz.some(all), log, DAY);
        forecasts = Mubiao.forecast(assessments, log);
        try {
            scratch.file(Files.readAllBytes(Path.of("seeds/scoring/c01-proportional.yaml")), BESIDE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "scorecard";
    }

    @Override
    public List<byte[]> corpus() throws IOException {
        List<byte[]> files = new ArrayList<>(Scratch.seeds("seeds/scoring/scorecards", ".yaml"));
        files.add(Files.readAllBytes(Path.of("seeds/jinan-2024/scorecard.yaml")));
        files.add(Scratch.bytes("""
                id: s
                rules: {p: {file: rule.yaml}}
                assign:
                  - {when: "strength >= 4", rule: p, points: 10}
                  - {rule: p, points: 5}
                owners:
                  - {official: 甲, lead: 商务局, cooperating: [发改委], targets: [P03, P04, P05]}
                  - {official: 乙, lead: 经信局, targets: [P01, P08, P11, P13, P23, P36, U06, U08, U28, G27]}
                views:
                  owner:
                    root: {out-of: 100, missing: skip, round: 2 half-up}
                    levels: [{by: owner, out-of: 100, missing: reweight}]
                    credit: {lead: 70 %}
                    ranking: best-place
                """));
        return files.stream().map(ScorecardFuzz::besideIt).toList();
    }

    /** The same citing the one scoring rule that lies beside it. */
    private static byte[] besideIt(byte[] card) {
        return Scratch.bytes(new String(card, StandardCharsets.UTF_8).replaceAll("file: [^,}\\n]*\\.yaml", "file: " + BESIDE));
    }

    @Override
    public void take(byte[] input) throws IOException {
        Scorecard card;
        try {
            ScorecardRule rule = ScorecardFile.read(scratch.tree(input));
            card = Mubiao.score(rule, assessments);
        } catch (InvalidDefinitionException e) {
            RegisterFuzz.assertReasons(e);
            return;
        }
        Mubiao.table(card, forecasts);
        Mubiao.json(card, forecasts);
        for (ItemScore item : card) {
            assertEquals(item.score().points(), item.score().trace().map(trace -> trace.replay().amount()), "replay");
            Mubiao.explain(item, Locale.CHINESE);
            Mubiao.explain(item, Locale.ENGLISH);
        }
        for (String view : card.views()) {
            for (NodeScore node : card.nodes(view)) {
                Mubiao.explain(node, Locale.CHINESE);
                Mubiao.explain(node, Locale.ENGLISH);
            }
        }
    }
}
