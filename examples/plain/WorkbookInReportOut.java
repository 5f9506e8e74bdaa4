package plain;

import io.mubiao.Mubiao;
import io.mubiao.assess.Assessments;
import io.mubiao.io.SheetOptions;
import io.mubiao.io.register.ObservationFile;
import io.mubiao.io.register.RegisterFile;
import io.mubiao.io.rule.Seeds;
import io.mubiao.observe.ObservationLog;
import io.mubiao.target.Register;
import io.mubiao.time.Span;
import io.mubiao.workbook.Workbook;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** An office's ledger (台账) of targets and figures in; a workbook and a report out. */
public final class WorkbookInReportOut {
    private WorkbookInReportOut() {}

    public static void main(String[] args) {
        Path ledger = Path.of("examples/plain/ledger.xlsx");
        Register register = RegisterFile.readSheet(ledger, "county", ZoneId.of("Asia/Shanghai"), Span.year(2024),
                SheetOptions.DEFAULT.sheet("目标"), problem -> System.out.println(problem.toString(Locale.CHINESE)));
        ObservationLog log = ObservationLog.of(ObservationFile.readSheet(ledger, register, SheetOptions.DEFAULT.sheet("进度")).orThrow());
        Assessments assessments = Mubiao.assess(register, log, LocalDate.of(2024, 9, 30));
        System.out.print(Mubiao.table(assessments));
        Workbook.of(assessments, Locale.CHINESE).write(Path.of("target/assessments.xlsx"));
        Mubiao.report(Mubiao.score(Seeds.scorecard("c05-grades"), assessments)).write(Path.of("target/report.html"));
    }
}
