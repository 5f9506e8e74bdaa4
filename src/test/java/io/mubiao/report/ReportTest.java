package io.mubiao.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.problem.NoSuchIdException;
import io.mubiao.testing.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the file; how a browser shows it is tried in {@link BrowserTest}. */
class ReportTest {
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern DATA = Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

    /** The page without the two scripts that every page has. */
    private static String ofData(String html) {
        return SCRIPT.matcher(html).replaceAll("");
    }

    private static String data(String html) {
        Matcher matcher = DATA.matcher(html);
        assertTrue(matcher.find());
        return matcher.group(1);
    }

    @Test
    void aScorecardHasEveryPart() {
        String html = Pages.shipped().html();
        for (String section : new String[] {"lights", "pace", "ranking", "timeline", "burnup", "view0", "view1", "items"}) {
            assertTrue(html.contains("<section id=\"" + section + "\""), section);
        }
        String data = data(html);
        assertTrue(data.contains("[\"落后序时\",\"doubtful\"]"), "a colour has its word beside it");
        assertTrue(data.contains("\"P05\":\"P05 新引进亿元以上项目：6.2903/10，灯 红"), "explained");
        assertTrue(data.contains("期末预计 52.17 个，80%区间 47–58 个"), "forecast in words");
    }

    @Test
    void everyColourOfAChartStandsInItsLegend() {
        String data = data(Pages.shipped().html());
        String pace = data.substring(data.indexOf("\"id\":\"pace\""), data.indexOf("\"id\":\"ranking\""));
        String legend = pace.substring(pace.indexOf("\"legend\""), pace.indexOf("\"grid\""));
        assertTrue(legend.contains("已完成（达成或达到序时）") && legend.contains("已完成（需关注）"), legend);
        assertFalse(pace.contains("itemStyle\":{\"color\":\"#E69F00\"}}"), "bars have the colour of their series");
    }

    @Test
    void theWaySoFarIsThatOfAssessments() {
        String data = data(Pages.shipped().burnUp("P05").html());
        String way = data.substring(data.indexOf("\"id\":\"burnup\""));
        assertTrue(way.contains("[\"2024-06-30\",28]"), "28 items by the end of June, as observed");
        assertTrue(way.contains("[\"2024-09-30\",46.5]"), "nine of twelve months of 62 items");
        assertTrue(way.contains("[\"2024-12-31\",47]") && way.contains("[\"2024-12-31\",58]"), "the interval of the forecast");
        assertThrows(NoSuchIdException.class, () -> Pages.shipped().burnUp("P500"));
    }

    @Test
    void anEvaluationHasEveryPart() {
        EvaluationReport report = EvaluationReport.of(Pages.evaluation());
        String html = report.html();
        for (String section : new String[] {"quadrants", "classes", "distribution", "near", "league"}) {
            assertTrue(html.contains("<section id=\"" + section + "\""), section);
        }
        assertTrue(data(html).contains("距 A 类，总分还差"), "how far from the boundary");
        assertFalse(html.contains("只附临界企业"));
        assertTrue(report.explained(1).html().contains("只附临界企业和名次在前者共 91 家的说明，全部 500 家都在表中"), "says what it leaves out");
        assertThrows(IllegalArgumentException.class, () -> report.explained(-1));
        assertThrows(NoSuchIdException.class, () -> report.quadrants("no", "none"));
    }

    @Test
    void whatIsTextStaysText() {
        String html = Pages.many(3).html();
        assertEquals(2, SCRIPT.matcher(html).results().count());
        assertFalse(ofData(html).contains("<img"));
        assertTrue(html.contains("<h1>&lt;/script&gt;&lt;script&gt;document.title="));
        assertTrue(data(html).contains("\\u003c/script>\\u003cscript>document.title='bad'"));
        assertEquals(-1, data(html).indexOf('<'));
    }

    @Test
    void nothingIsAskedOfANetwork() {
        String html = ofData(Pages.shipped().html());
        for (String way : new String[] {"http:", "https:", "//", "url(", "@import", "<link", "<iframe", " src="}) {
            assertFalse(html.replaceAll("(?s)<script type=.*?</script>", "").contains(way), way);
        }
        assertTrue(html.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-"));
    }

    @Test
    void itSpeaksEnglishToo() {
        String html = Pages.shipped().locale(Locale.ENGLISH).title("Targets").html();
        assertTrue(html.contains("<html lang=\"en\">") && html.contains("<h2>Deadlines and milestones</h2>"));
        String frame = ofData(html).replaceAll("(?s)<script type=.*?</script>", "").replaceAll("(?s)<style>.*?</style>", "");
        String chinese = frame.lines().filter(line -> line.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN))
                .filter(line -> IntStream.of(0).noneMatch(i -> line.contains("考核") || line.contains("G13") || line.contains("按"))).toList().toString();
        assertEquals("[]", chinese, "only titles that somebody gave are Chinese");
    }

    @Test
    void theSameResultsGiveTheSameFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.html");
        Pages.many(3).write(file);
        assertEquals(Files.readString(file), Pages.many(3).html());
    }

    @Test
    void forecastsOfAnotherRegisterAreRefused() {
        ScorecardReport report = Pages.many(1);
        var others = io.mubiao.Mubiao.forecast(io.mubiao.Mubiao.assess(io.mubiao.Mubiao.readRegister("seeds/jinan-2024/register.yaml"),
                io.mubiao.observe.ObservationLog.of(), Pages.DAY), io.mubiao.observe.ObservationLog.of());
        Refusal.naming(IllegalArgumentException.class, () -> report.forecasts(others), "expected 'many'");
    }
}
