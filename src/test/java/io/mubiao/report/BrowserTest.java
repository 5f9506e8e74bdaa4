package io.mubiao.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Reports in a real browser, from a file, the network off; {@code mvn -Pbrowser test}. Pictures are left in target/report. */
@Tag("browser")
class BrowserTest {
    @TempDir(cleanup = CleanupMode.NEVER)
    private Path folder;

    private static void picture(Browser browser, String name) throws Exception {
        browser.picture(Files.createDirectories(Path.of("target/report")).resolve(name + ".png"));
    }

    private static int number(Browser browser, String expression) throws Exception {
        return Integer.parseInt(browser.value(expression));
    }

    private static void assertDrawn(Browser browser, String... charts) throws Exception {
        for (String chart : charts) {
            int nodes = number(browser, "document.querySelectorAll('#" + chart + " svg path').length");
            assertTrue(nodes > 10, chart + " has " + nodes + " paths");
        }
    }

    @Test
    void aScorecardIsDrawnSearchedSortedAndExplained() throws Exception {
        Path file = folder.resolve("report.html");
        Pages.shipped().write(file);
        try (Browser browser = new Browser(folder, 1280, 900)) {
            browser.open(file, "");
            assertDrawn(browser, "lights", "pace", "ranking", "timeline", "burnup");
            assertEquals("111", browser.value("document.querySelectorAll('#items tbody tr').length"));
            picture(browser, "scorecard");

            browser.click("#items tbody tr:nth-child(5) td:nth-child(2)");
            assertEquals("true", browser.value("document.getElementById('why').open"));
            assertTrue(browser.value("document.getElementById('why-text').textContent").contains("6.2903/10"));
            assertTrue(number(browser, "document.querySelectorAll('#way svg path').length") > 10, "the way so far is drawn");
            picture(browser, "explained");
            browser.press("Escape", 27);
            browser.until("!document.getElementById('why').open");

            browser.value("document.getElementById('search').focus()");
            browser.type("新引进 30亿元");
            browser.until("document.querySelectorAll('#items tbody tr').length === 1");
            assertEquals("P07", browser.value("document.querySelector('#items tbody td').textContent"));
            browser.value("document.getElementById('search').select()");
            browser.press("Backspace", 8);
            browser.until("document.querySelectorAll('#items tbody tr').length === 111");

            String rows = "Array.from(document.querySelectorAll('#view1 tbody tr')).map(function (row) { return row.cells[0].textContent; })"
                    + ".slice(0, 3).join()";
            browser.click("#view1 th button");
            assertEquals("1,2,3", browser.value(rows));
            assertEquals("ascending", browser.value("document.querySelector('#view1 th').getAttribute('aria-sort')"));
            browser.click("#view1 th button");
            assertEquals("17,16,13", browser.value(rows));
            assertEquals(List.of(), browser.complaints());
        }
    }

    @Test
    void keysAlonePressWhatAMouseClicks() throws Exception {
        Path file = folder.resolve("report.html");
        Pages.shipped().locale(Locale.ENGLISH).write(file);
        try (Browser browser = new Browser(folder, 1280, 900)) {
            browser.open(file, "");
            browser.value("document.querySelector('#items th:last-child button').focus()");
            browser.press("Tab", 9);
            assertEquals("P01", browser.value("document.activeElement.textContent"));
            browser.press("Enter", 13);
            browser.until("document.getElementById('why').open");
            browser.press("Escape", 27);
            browser.until("!document.getElementById('why').open");
            assertEquals("P01", browser.value("document.activeElement.textContent"), "the way back");
            assertEquals(List.of(), browser.complaints());
        }
    }

    @Test
    void itFitsAPhoneAndPaper() throws Exception {
        Path file = folder.resolve("report.html");
        Pages.shipped().write(file);
        try (Browser browser = new Browser(folder, 390, 844)) {
            browser.open(file, "");
            assertEquals("390", browser.value("document.documentElement.scrollWidth"), "nothing is wider than a phone");
            assertDrawn(browser, "lights", "pace", "ranking", "timeline", "burnup");
            assertTrue(number(browser, "Math.round(document.querySelector('#pace svg').getAttribute('width') - echarts.getInstanceByDom("
                    + "document.querySelector('#pace .draw')).convertToPixel({xAxisIndex: 0}, 0))") > 180, "most of the width is for bars");
            picture(browser, "phone");
            browser.value("document.querySelector('#items .tables').scrollIntoView()");
            picture(browser, "phone-items");
            browser.value("window.dispatchEvent(new Event('beforeprint'))");
            assertEquals("1000,1000,1000,1000,1000", browser.value("Array.from(document.querySelectorAll('.chart svg')).map(function (it) "
                    + "{ return it.getAttribute('width'); }).join()"), "charts as wide as the paper");
            assertEquals("111", browser.value("document.querySelectorAll('#items tbody tr').length"));
            browser.value("window.dispatchEvent(new Event('afterprint'))");
            assertTrue(number(browser, "document.querySelector('#pace svg').getAttribute('width')") < 390, "and back");
            assertEquals("true", browser.value("Array.from(document.querySelectorAll('th')).every(function (it) { return it.dataset.label === "
                    + "it.textContent; })"), "a browser repeats texts of headers on each sheet, not buttons");
            byte[] paper = browser.paper();
            Files.write(Path.of("target/report/report.pdf"), paper);
            String text = new String(paper, StandardCharsets.ISO_8859_1);
            long pages = text.split("/Type /Page\\b", -1).length - 1L;
            assertTrue(text.contains("/MediaBox [0 0 841.9") || text.contains("/MediaBox [0 0 842"), "A4, long side across");
            assertTrue(pages >= 8 && pages <= 30, pages + " pages");
            assertEquals(List.of(), browser.complaints());
        }
    }

    @Test
    void anEvaluationIsDrawnAndExplained() throws Exception {
        Path file = folder.resolve("report.html");
        EvaluationReport.of(Pages.evaluation()).write(file);
        try (Browser browser = new Browser(folder, 1280, 900)) {
            browser.open(file, "#why=QY0370");
            assertTrue(browser.value("document.getElementById('why-text').textContent").contains("企业0370"), "a link to an explanation");
            browser.press("Escape", 27);
            assertDrawn(browser, "quadrants", "classes", "distribution");
            assertTrue(number(browser, "document.querySelectorAll('#quadrants svg path').length") > 400, "a spot an enterprise");
            browser.click("#near tbody button");
            assertEquals("true", browser.value("document.getElementById('why').open"));
            picture(browser, "evaluation");
            assertEquals(List.of(), browser.complaints());
        }
    }

    @Test
    void whatIsTextIsShownAndNeverRun() throws Exception {
        Path file = folder.resolve("report.html");
        Pages.many(2).write(file);
        try (Browser browser = new Browser(folder, 1280, 900)) {
            browser.open(file, "#why=T0");
            assertEquals(Pages.EVIL, browser.value("document.title"));
            assertEquals(Pages.EVIL, browser.value("document.querySelector('#items tbody tr').cells[1].textContent"));
            assertTrue(browser.value("document.getElementById('why-text').textContent").contains(Pages.EVIL));
            assertEquals("0", browser.value("document.querySelectorAll('img').length"));
            assertEquals(List.of(), browser.complaints());
        }
    }

    @Test
    void twoThousandTargetsAndTwentyThousandEnterprisesStayFluent(TestReporter reporter) throws Exception {
        Path targets = folder.resolve("targets.html");
        Pages.many(2_000).write(targets);
        Path enterprises = folder.resolve("enterprises.html");
        EvaluationReport.of(Pages.evaluation(40, folder)).write(enterprises);
        assertTrue(Files.size(enterprises) < 10_000_000, "bytes: " + Files.size(enterprises));
        String pixels = "(function () { var it = document.querySelector('#quadrants canvas'); var seen = it.getContext('2d')"
                + ".getImageData(0, 0, it.width, it.height).data; var inked = 0; for (var i = 3; i < seen.length; i += 4) "
                + "{ if (seen[i] > 0) { inked++; } } return inked; }())";
        try (Browser browser = new Browser(folder, 1280, 900)) {
            for (Path file : List.of(targets, enterprises)) {
                browser.open(file, "");
                String table = file.equals(targets) ? "items" : "league";
                assertTrue(number(browser, "document.querySelectorAll('#" + table + " tbody tr').length") <= 200, "a page at a time");
                long start = System.nanoTime();
                browser.click("#" + table + " th:nth-child(2) button");
                browser.click("#" + table + " .pager button:last-child");
                browser.value("document.getElementById('search').focus()");
                browser.type("19");
                browser.until("document.getElementById('hits').textContent !== ''");
                long taken = (System.nanoTime() - start) / 1_000_000;
                reporter.publishEntry(file.getFileName().toString(), Files.size(file) / 1024 + " KB, sorted, turned and searched in " + taken + " ms");
                assertTrue(taken < 15_000, taken + " ms");
                assertEquals("0", browser.value("(window.scrollTo(0, 3000), String(document.querySelector('.tools').getBoundingClientRect().top))"), "search stays in sight");
            }
            browser.open(enterprises, "");
            browser.value("window.dispatchEvent(new Event('beforeprint'))");
            assertEquals("2000", browser.value("document.querySelectorAll('#league tbody tr').length"));
            assertTrue(browser.value("document.querySelector('#league .paper').textContent").contains("前 2000 行，共 20000 行"), "says what is not printed");
            browser.value("window.dispatchEvent(new Event('afterprint'))");
            assertEquals("", browser.value("document.querySelector('#league .paper').textContent"));
            assertTrue(number(browser, pixels) > 5_000, "spots of twenty thousand");
            assertEquals(List.of(), browser.complaints());
        }
    }
}
