package io.mubiao.seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.assess.Assessments;
import io.mubiao.assess.Assessor;
import io.mubiao.assess.Status;
import io.mubiao.assess.Verdict;
import io.mubiao.io.Format;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.lint.QuoteCheck;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Clause;
import io.mubiao.target.Goal;
import io.mubiao.target.Hole;
import io.mubiao.target.Register;
import io.mubiao.target.Strength;
import io.mubiao.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The register of the 2024 work report holds every commitment, quoted verbatim, under its kind. */
class JinanRegisterTest {
    private static final Path FOLDER = Path.of("seeds/jinan-2024");
    private static final Register REGISTER = RegisterFile.read(FOLDER.resolve("register.yaml"));

    private static List<String> ids(String letter, int through) {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= through; i++) {
            ids.add(String.format("%s%02d", letter, i));
        }
        return ids;
    }

    @Test
    void everyCommitmentOfTheReportIsRegistered() {
        Set<String> wanted = new TreeSet<>(ids("P", 36));
        wanted.addAll(ids("U", 37));
        wanted.addAll(ids("G", 37));
        wanted.add("X01");
        assertEquals(111, wanted.size());
        assertEquals(wanted, REGISTER.stream().map(Target::id).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyQuoteStandsVerbatimAtItsOffset() throws IOException {
        QuoteCheck check = QuoteCheck.of(REGISTER, "report", Files.readString(FOLDER.resolve("report.txt")));
        assertEquals(List.of(), check.problems());
        assertTrue(check.covered() * 2 > check.total(), "the clauses cover more than half of the text");
    }

    @Test
    void everyTargetHasExactlyOneClause() {
        List<String> quoted = REGISTER.clauses().stream().map(Clause::targets).flatMap(List::stream).sorted().toList();
        assertEquals(REGISTER.stream().map(Target::id).sorted().toList(), quoted);
    }

    @ParameterizedTest
    @CsvSource({
        "Amount, P03 P04 P05 P06 P07 P24 P26 U35 U36 U37 G18",
        "Milestone, P15 P16 P17 P20 P21 P22 P31 P32 U02 U03 U08 U10 U24 U26 U31 G07 G08 G09 G10 G24",
        "StageCount, U06 U09 U13 U14 U15 U18 G01 G02 G06 G11 G12 G13",
        "Quota, P11 P12 P13 P28 P29 P30 P34 P35 U16 U17 U25 G26 G35",
        "Coverage, P23 P36 U04 G05 G14 G20 G23 G25 G30 G31 G34",
        "Change, P08 P09 P10 G15 G19 G32 G36",
        "RedLine, U11 G27 G33",
        "Maintain, U19 U23 U28 G21 G28",
        "Judged, P01 P02 P14 P18 P19 P27 U01 U07 U12 U20 U21 U22 U29 U30 U32 U33 U34 G03 G04 G16 G17 G22 G29 G37 X01",
    })
    void kindsFollowTheDomainReference(String kind, String ids) {
        for (String id : ids.split(" ", -1)) {
            assertEquals(kind, REGISTER.get(id).goal().getClass().getSimpleName(), id);
        }
    }

    @ParameterizedTest
    @CsvSource({"P29, cadence, 常态化", "P35, cadence, 定期", "P28, population, 分行业", "G18, limit, 严控",
        "U27, limit, 一批", "U11, severity, 规模性"})
    void whatTheReportLeavesOpenIsATypedHole(String id, String part, String words) {
        assertEquals(List.of(new Hole(part, words)), REGISTER.get(id).goal().holes());
        Assessments assessments = Assessor.assess(REGISTER, log(), LocalDate.of(2024, 9, 30));
        assertEquals(Verdict.UNMEASURABLE, assessments.get(id).verdict());
        assertTrue(assessments.get(id).detail().contains(words), assessments.get(id).detail());
    }

    @Test
    void strengthIsIndependentOfTheComparatorAndInheritanceIsFlagged() {
        assertEquals(Strength.PROMISE, REGISTER.get("U08").commitment().orElseThrow().strength());
        assertEquals(Strength.ASPIRATION, REGISTER.get("P24").commitment().orElseThrow().strength());
        assertTrue(REGISTER.get("U15").commitment().orElseThrow().inherited());
        assertTrue(REGISTER.get("P25").commitment().orElseThrow().inherited());
    }

    @Test
    void theOnlyDatedTargetIsDueOnTheLastOfMarch() {
        assertEquals(LocalDate.of(2024, 3, 31), REGISTER.get("U08").deadline().original());
        assertEquals(1, REGISTER.targets().stream()
                .filter(target -> !target.deadline().original().equals(LocalDate.of(2024, 12, 31))).count());
    }

    @Test
    void nestedTiersCountEveryProjectOfTheirSizeAndAbove() {
        Assessments assessments = Assessor.assess(REGISTER, log(), LocalDate.of(2024, 9, 30));
        assertTrue(assessments.get("P05").actual().orElseThrow()
                .compareAmount(assessments.get("P06").actual().orElseThrow()) > 0);
        assertEquals(Status.MET, assessments.get("P07").status());
    }

    @Test
    void theIllustrativeObservationsAreCleanAndSaySo() throws IOException {
        Path file = FOLDER.resolve("observations.yaml");
        assertTrue(ObservationFile.read(file, REGISTER).isClean());
        assertTrue(Files.readString(file).contains("示意") && Files.readString(file).contains("ILLUSTRATIVE"));
    }

    @Test
    void aCorrectionChangesTheAnswerOnlyFromTheDayItWasRecorded() {
        io.mubiao.assess.AsOf question = io.mubiao.assess.AsOf.of(LocalDate.of(2024, 9, 30));
        Assessments before = Assessor.assess(REGISTER, log(), question.knownBy(LocalDate.of(2024, 10, 8)));
        Assessments after = Assessor.assess(REGISTER, log(), question.knownBy(LocalDate.of(2024, 10, 12)));
        assertEquals(Status.ON_PACE, before.get("P26").status());
        assertEquals(Status.BEHIND, after.get("P26").status());
    }

    @Test
    void theRegisterRoundTripsInBothFormats() {
        for (Format format : Format.values()) {
            assertEquals(REGISTER, RegisterFile.parse(RegisterFile.write(REGISTER, format), format, "again"));
        }
    }

    @Test
    void everyKindOfGoalHasARealRow() {
        Set<String> kinds = REGISTER.targets().stream().map(target -> target.goal().getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> all = Stream.of(Goal.class.getPermittedSubclasses()).map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(all, kinds);
    }

    private static ObservationLog log() {
        return ObservationFile.read(FOLDER.resolve("observations.yaml"), REGISTER).orThrow();
    }
}
