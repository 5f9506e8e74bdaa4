package service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.mubiao.render.Grid;
import io.mubiao.workbook.Workbook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import service.Running.Answer;

/** What the service answers to each role, and how it refuses. */
class ServiceTest {
    private static final String REPORTER = "reporter-token";
    private static final String OFFICE = "office-token";
    private static final String PUBLIC = "public-token";
    private static final String LAND = "/land/huaian-2024-by-county";
    private static final Path ROLLS = Path.of("../landleague");

    private static Running service;

    @BeforeAll
    static void start(@TempDir Path folder) {
        service = Running.on(folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Map<String, byte[]> rolls() throws IOException {
        return Map.of("roll/roll-2024.csv", Files.readAllBytes(ROLLS.resolve("roll-2024.csv")),
                "prior/roll-2023.csv", Files.readAllBytes(ROLLS.resolve("roll-2023.csv")));
    }

    @Test
    void anObservationComesInAndWhatItDidGoesOut() {
        assertEquals("7 个", actual("P03"));
        Answer added = service.post("/observations", REPORTER, "application/json", """
                {"observations": "jinan-2024",
                 "rows": [{"kind": "total", "stream": "P03", "on": "2024-09-30", "value": "10 个", "id": "tenth"}]}
                """, "Accept-Language", "zh-CN");
        assertEquals(201, added.status(), added::text);
        assertEquals("[\"P03：已生效，评估有变化\"]", added.json().path("observations").path(0).path("effects").toString());
        assertEquals("10 个", actual("P03"));
        JsonNode doubt = added.json().path("doubts").path(0);
        assertEquals("SOURCES_DIFFER", doubt.path("code").asText(), added::text);
        assertTrue(doubt.path("message").path("zh").asText().contains("以最后记录的 10 个（来源未注明） 为准"), added::text);
        assertTrue(doubt.path("message").path("en").asText().contains("10 个 from a source not named counts"), added::text);
        assertTrue(service.get("/assessments/P03/explanation", REPORTER, "Accept-Language", "zh").text().contains("10 个"));
        Answer again = service.post("/observations", REPORTER, "text/csv", "指标编号,编号,日期,数值\nP03,tenth,2024-09-30,11个\n");
        assertEquals("409 DUPLICATE", again.refusal().substring(0, 13));
    }

    private static String actual(String target) {
        JsonNode actual = service.get("/assessments/" + target, REPORTER).json().path("actual");
        return actual.path("value").asText() + " " + actual.path("unit").asText();
    }

    @Test
    void aWrongRowRefusesAllWithItsPlaceInTwoLanguages() {
        int before = service.bean(LogTable.class).size();
        Answer refused = service.post("/observations", REPORTER, "text/csv",
                "指标编号,日期,数值\nP04,2024-08-31,21亿元\nP04,2024-09-31,22亿元\n", "Accept-Language", "zh");
        assertEquals("400", refused.refusal().substring(0, 3));
        JsonNode problem = refused.json().path("problems").path(0);
        assertEquals("observations.csv", problem.path("place").path("file").asText());
        assertEquals(3, problem.path("place").path("line").asInt());
        assertEquals(2, problem.path("place").path("column").asInt());
        assertTrue(problem.path("message").path("en").asText().contains("2024-09-31"), refused::text);
        assertEquals(problem.path("message").path("zh").asText(), refused.json().path("detail").asText());
        assertEquals(before, service.bean(LogTable.class).size());
    }

    @Test
    void whatIsWrongComesBeforeWhatIsDoubtful() {
        Answer refused = service.post("/observations", REPORTER, "text/csv", "指标编号,日期,数值\nP04,2025-02-28,21亿元\nP04,2024-09-31,22亿元\n");
        assertEquals("[\"error\",\"warning\"]", refused.json().path("problems").findValues("severity").toString().replace(" ", ""), refused::text);
        assertEquals(refused.json().path("problems").path(0).path("message").path("en").asText(), refused.json().path("detail").asText());
    }

    @Test
    void whatSpringRefusesIsSaidInChineseToo() throws IOException {
        for (Answer refused : List.of(service.get("/scorecard?as-of=yesterday", OFFICE), service.get("/nothing", OFFICE),
                service.post("/observations", REPORTER, "application/yaml", "rows: []"), service.get("/land/nowhere/report", OFFICE),
                service.upload(LAND + "/evaluation", OFFICE, Map.of("prior/x.csv", new byte[0])), service.upload(LAND + "/explanation", OFFICE, rolls()),
                service.post(LAND + "/evaluation", OFFICE, "text/csv", "x"))) {
            String chinese = refused.json().path("problems").path(0).path("message").path("zh").asText();
            assertTrue(chinese.matches("\\P{ASCII}.*") && !chinese.matches(".*[A-Za-z]{2,} [a-z]{2,}.*"), refused::text);
        }
        assertTrue(service.get("/scorecard?as-of=yesterday", OFFICE).refusal().contains("参数“as-of”的值“yesterday”"));
    }

    /** Whatever path somebody thinks of, and whoever refuses it: the container, the firewall or the service. */
    @Test
    void everyRefusalIsAProblem() {
        for (String path : new String[] {"//scorecard", "/scorecard;x=1", "/land/a%2fb/report", "/scorecard%00", "/scorecard/../..%5c", "/assessments/%zz"}) {
            String answer = service.raw("GET " + path + " HTTP/1.1");
            assertTrue(answer.matches("(?s)HTTP/1.1 40[0-9] .*application/problem\\+json.*\"problems\":\\[\\{.*\"zh\":.*"), path + " " + answer);
        }
    }

    @Test
    void refusalsAreToldApart() throws IOException {
        assertEquals("404 UNKNOWN_ID 目标册“jinan-2024”没有目标“P99”；是否应为“P09”？", service.get("/assessments/P99", REPORTER).refusal());
        assertEquals("404 UNKNOWN_ID 本库没有随附文件“nowhere”", service.upload("/land/nowhere/evaluation", OFFICE, rolls()).refusal());
        assertEquals("415 UNSUPPORTED_MEDIA_TYPE", service.post("/observations", REPORTER, "application/yaml", "rows: []").refusal()
                .substring(0, 26));
        assertEquals("404 NOT_FOUND", service.get("/nothing", OFFICE).refusal().substring(0, 13));
        assertEquals("405 METHOD_NOT_ALLOWED", service.get("/land/nowhere/report", OFFICE).refusal().substring(0, 22));
        assertEquals("400 BAD_REQUEST", service.get("/scorecard?as-of=yesterday", OFFICE).refusal().substring(0, 15));
        assertEquals("400 BAD_REQUEST", service.upload(LAND + "/evaluation", OFFICE, Map.of("prior/x.csv", new byte[0])).refusal().substring(0, 15));
    }

    @Test
    void eachRoleSeesItsPart() throws IOException {
        Answer nobody = service.get("/scorecard", "");
        assertEquals("401 NO_TOKEN", nobody.refusal().substring(0, 12));
        assertEquals("Bearer", nobody.response().headers().firstValue("WWW-Authenticate").orElse(""));
        assertEquals("401 NO_TOKEN", service.get("/scorecard", "guess").refusal().substring(0, 12));
        assertEquals("403 FORBIDDEN", service.get("/assessments/P03", PUBLIC).refusal().substring(0, 13));
        assertEquals("403 FORBIDDEN", service.get("/report", REPORTER).refusal().substring(0, 13));
        assertEquals("2024-06-30", service.get("/scorecard?as-of=2024-06-30", PUBLIC).json().path("asOf").asText());
        assertFalse(service.get("/scorecard", PUBLIC).text().contains("trace"));
        assertTrue(service.get("/scorecard", OFFICE).text().contains("trace"));
        assertEquals("{\"rank\":1,\"name\":\"企业0034\",\"class\":\"A\"}", best(PUBLIC).toString());
        assertEquals("QY0034 372.181196 55.119997", best(REPORTER).path("id").asText() + " " + best(REPORTER).path("total") + " "
                + best(REPORTER).path("tax_per_mu"));
        assertTrue(best(OFFICE).has("standing"), best(OFFICE)::toString);
    }

    @Test
    void whoseProfileARuleLacksIsToldSo() throws IOException {
        for (String token : new String[] {PUBLIC, REPORTER}) {
            Answer refused = service.upload("/land/shandong-power-2022/evaluation", token, rolls());
            assertTrue(refused.refusal().startsWith("403 NO_PROFILE") && refused.refusal().contains("shandong-power-2022"), refused::text);
        }
        assertEquals("404 UNKNOWN_ID", service.upload("/land/nowhere/evaluation", PUBLIC, rolls()).refusal().substring(0, 14));
    }

    private static JsonNode best(String token) throws IOException {
        return service.upload(LAND + "/evaluation", token, rolls()).json().path("results").path(0);
    }

    @Test
    void aWorkbookIsEvaluatedAsCsvAndItsCellsAreNamed(@TempDir Path folder) throws IOException {
        Map<String, byte[]> files = new HashMap<>(rolls());
        String csv = new String(files.remove("roll/roll-2024.csv"), StandardCharsets.UTF_8);
        files.put("roll/名册.xlsx", workbook(folder, csv));
        assertEquals(service.upload(LAND + "/evaluation", OFFICE, rolls()).json().path("results"),
                service.upload(LAND + "/evaluation", OFFICE, files).json().path("results"));
        files.put("roll/名册.xlsx", workbook(folder, csv, "说明,备注\n甲,乙\n"));
        JsonNode doubts = service.upload(LAND + "/evaluation", PUBLIC, files).json().path("doubts");
        assertTrue(doubts.findValuesAsText("file").contains("名册.xlsx") && doubts.path(0).path("message").has("zh"), doubts::toString);
        files.put("roll/名册.xlsx", workbook(folder, csv.replace("65.37", "许多")));
        assertEquals("400 BAD_VALUE{\"file\":\"名册.xlsx\",\"sheet\":\"名册\",\"line\":2,\"column\":5,\"cell\":\"E2\",\"path\":\"QY0001\"}"
                + " “用地面积(亩)”列：现为“许多”，应为不带单位的数；该行不采用", service.upload(LAND + "/evaluation", OFFICE, files).refusal());
    }

    private static byte[] workbook(Path folder, String... sheets) throws IOException {
        Path file = folder.resolve("roll.xlsx");
        Workbook.of(IntStream.range(0, sheets.length).mapToObj(i -> grid(i == 0 ? "名册" : "名册" + i, sheets[i])).toList()).write(file);
        return Files.readAllBytes(file);
    }

    private static Grid grid(String name, String csv) {
        List<List<String>> rows = csv.lines().map(it -> List.of(it.split(",", -1))).toList();
        return new Grid(name, List.of(), rows.get(0), 0, rows.stream().skip(1).map(row -> row.stream().map(Grid.Cell::of).toList()).toList());
    }

    @Test
    void reportsAndExplanationsComeAsTheyAre() throws IOException {
        Answer report = service.get("/report", OFFICE, "Accept", "text/html");
        assertTrue(report.type().startsWith("text/html") && report.text().contains("echarts"), report::type);
        Answer land = service.upload(LAND + "/report", OFFICE, rolls());
        assertTrue(land.type().startsWith("text/html") && land.text().contains("QY0042"), land::type);
        assertEquals("404", service.get("/assessments/P99/explanation", REPORTER, "Accept", "text/plain").refusal().substring(0, 3));
    }

    @Test
    void thePageOfTheInterfaceSaysWhatComesAndGoes() {
        JsonNode page = service.get("/openapi", "").json();
        JsonNode post = page.path("paths").path("/observations").path("post");
        JsonNode bodies = post.path("requestBody").path("content");
        assertTrue(bodies.has("text/csv") && bodies.has("application/json"), post::toString);
        assertFalse(bodies.toString().contains("byte"), bodies::toString);
        assertTrue(bodies.path("application/json").path("schema").toString().contains("$ref"), bodies::toString);
        JsonNode schemas = page.path("components").path("schemas");
        for (String type : new String[] {"Assessment", "Scorecard", "Evaluation", "Problem", "Observations"}) {
            assertTrue(schemas.path(type).path("properties").size() > 2, () -> type + " " + schemas);
        }
        JsonNode card = service.get("/scorecard", OFFICE).json();
        assertEquals(Set.of(), saidOnly(schemas.path("Scorecard"), List.of(card)));
        assertEquals(Set.of(), saidOnly(schemas.path("Item"), card.path("items")));
        assertEquals(Set.of(), saidOnly(schemas.path("Assessment"), service.get("/assessments", OFFICE).json()));
        page.path("paths").forEach(path -> path.forEach(asked -> {
            JsonNode answers = asked.path("responses");
            for (String status : new String[] {"400", "401", "403"}) {
                assertTrue(answers.path(status).path("content").has("application/problem+json"), asked::toString);
            }
        }));
    }

    /** What the page says and none of some answers has. */
    private static Set<String> saidOnly(JsonNode schema, Iterable<JsonNode> answers) {
        Set<String> said = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(said::add);
        answers.forEach(answer -> answer.fieldNames().forEachRemaining(said::remove));
        return said;
    }

    @Test
    void thePageOfTheInterfaceIsOpenAndYamlIsNotOffered() {
        JsonNode page = service.get("/openapi", "").json();
        assertEquals("bearer", page.path("components").path("securitySchemes").path("token").path("scheme").asText());
        JsonNode paths = page.path("paths");
        for (String path : new String[] {"/observations", "/scorecard", "/assessments/{id}", "/land/{rule}/evaluation", "/report"}) {
            assertTrue(paths.has(path), paths::toString);
        }
        assertEquals(302, service.get("/openapi.html", "").status());
        assertEquals(200, service.get("/swagger-ui/index.html", "").status());
        assertEquals(406, service.get("/scorecard", OFFICE, "Accept", "application/yaml").status());
    }
}
