package io.mubiao.bench.file;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Rules as SQL. Columns are declared, not sniffed, amounts are decimals, so that sums are exact; divisions are doubles, as
 * DuckDB has no other. Of decimals those are not exact, so that equals need not tie; where many tie whole numbers are divided.
 */
enum DuckRule {
    /** Baselines of the year before by county, three ratios against twice the baseline, bonuses, ranks within the county. */
    HUAIAN("huaian-2024-by-county", true, """
            county VARCHAR, regulated VARCHAR, land DECIMAL(14,2), tax DECIMAL(14,2), sales DECIMAL(14,2), energy DECIMAL(14,2),
            utility VARCHAR, production_start DATE, named_by_county VARCHAR, bonus_points DECIMAL(8,2), deduction_points DECIMAL(8,2)""", """
            roll AS (%s), prior AS (%s),
            base AS (
                SELECT county, 2 * (sum(tax) / sum(land)) AS tax_land, 2 * (sum(sales) / sum(land)) AS sales_land,
                    2 * (sum(tax) / sum(energy)) AS tax_energy
                FROM prior WHERE regulated = '是' OR land >= 3 GROUP BY county),
            scored AS (
                SELECT id, county AS ranking,
                    45 * (tax / land / tax_land) + 35 * (sales / land / sales_land) + 20 * (tax / energy / tax_energy)
                        + coalesce(bonus_points, 0) - coalesce(deduction_points, 0) AS total,
                    (regulated = '是' OR land >= 3) AND utility IS DISTINCT FROM '是' AND named_by_county IS DISTINCT FROM '是'
                        AND production_start <= DATE '2022-12-31' AS graded
                FROM roll JOIN base USING (county))""", "5 * place <= n", "5 * place <= 3 * n", "20 * place <= 19 * n"),

    /** Two groups, one of them ranked on one indicator, the other on five scores; all baselines are 25. */
    ANHUI("anhui-city", false, """
            regulated VARCHAR, land DECIMAL(14,2), workshop DECIMAL(14,2), founded DATE, tax DECIMAL(14,2), sales DECIMAL(14,2),
            value_added DECIMAL(14,2), energy DECIMAL(14,2), rd DECIMAL(14,2), employees BIGINT, utility VARCHAR, tax_favoured VARCHAR,
            start_up VARCHAR, major_project VARCHAR, bonus_points DECIMAL(8,2), deduction_points DECIMAL(8,2)""", """
            roll AS (%s),
            scored AS (
                SELECT id, regulated AS ranking,
                    CASE WHEN regulated = '是' THEN 45 * (tax / land / 25) + 20 * (sales / land / 25) + 15 * (value_added / energy / 25)
                        + 15 * (rd / sales / 25) + 5 * (value_added / employees / 25)
                        + coalesce(bonus_points, 0) - coalesce(deduction_points, 0) ELSE (100 * tax)::BIGINT / (100 * land)::BIGINT END AS total,
                    (regulated = '是' OR ((land >= 5 OR coalesce(workshop, 0) >= 3000) AND founded <= DATE '2017-12-31'))
                        AND utility IS DISTINCT FROM '是' AND tax_favoured IS DISTINCT FROM '是' AND start_up IS DISTINCT FROM '是'
                        AND major_project IS DISTINCT FROM '是' AS graded
                FROM roll)""", "4 * place <= n", "10 * place <= 7 * n", "20 * place <= 19 * n"),

    /** Six ratios against fixed numbers; who has no emission gets the mean score of those who have. */
    HUANGYAN("huangyan-2022", false, """
            land DECIMAL(14,2), tax DECIMAL(14,2), value_added DECIMAL(14,2), revenue DECIMAL(14,2), rd DECIMAL(14,2),
            energy DECIMAL(14,2), emission DECIMAL(14,3), employees BIGINT""", """
            roll AS (%s),
            items AS (
                SELECT id, 30 * (tax / land / 24.097) + 20 * (value_added / land / 136.16) + 20 * (value_added / energy / 2.694)
                    + 10 * (value_added / employees / 18.14) + 10 * (rd / revenue / 0.0302) AS five,
                    10 * (value_added / emission / 4929.81) AS clean
                FROM roll),
            scored AS (SELECT id, 0 AS ranking, five + coalesce(clean, avg(clean) OVER ()) AS total, true AS graded FROM items)""",
            "5 * place <= n", "5 * place <= 3 * n", "20 * place <= 19 * n"),

    /** Who shares a lot is one; net taxes, means by industry, caps and floors, ranks within the industry. */
    MERGING("merging", false, """
            land DECIMAL(14,2), tax DECIMAL(14,2), rebate DECIMAL(14,2), value_added DECIMAL(14,2), energy DECIMAL(14,2),
            industry VARCHAR, lot VARCHAR, lead VARCHAR, new VARCHAR""", """
            roll AS MATERIALIZED (%s),
            units AS (
                SELECT coalesce(lot, id) AS unit, (100 * sum(land))::BIGINT AS land, (100 * sum(tax - coalesce(rebate, 0)))::BIGINT AS net,
                    (100 * sum(value_added))::BIGINT AS value_added, (100 * sum(energy))::BIGINT AS energy, arg_min(industry, CASE WHEN lead = '是' THEN '0' ELSE '1' END || id) AS industry,
                    arg_min(coalesce(new, '否'), CASE WHEN lead = '是' THEN '0' ELSE '1' END || id) <> '是' AS graded
                FROM roll GROUP BY 1),
            base AS (SELECT industry, avg(net / land) AS net_land, avg(value_added / land) AS value_land FROM units GROUP BY industry),
            scored AS (
                SELECT unit AS id, industry AS ranking, least(greatest(50 * (net / land / net_land), 0), 75)
                    + least(greatest(30 * (value_added / land / value_land), 0), 45)
                    + least(greatest(20 * (value_added / energy / (SELECT avg(value_added / energy) FROM units WHERE graded)), 0), 30) AS total,
                    graded
                FROM units JOIN base USING (industry))""", "5 * place <= n", "5 * place <= 3 * n", "10 * place <= 9 * n");

    private static final String RANKED = """
            WITH %s, ranked AS (
                SELECT id, graded, rank() OVER (PARTITION BY ranking, graded ORDER BY total DESC) AS place,
                    count(*) OVER (PARTITION BY ranking, graded) AS n
                FROM scored),
            classed AS (
                SELECT id, CASE WHEN graded THEN place END AS rank,
                    CASE WHEN NOT graded THEN NULL WHEN %s THEN 'A' WHEN %s THEN 'B' WHEN %s THEN 'C' ELSE 'D' END AS class
                FROM ranked)
            %s""";

    private final String name;
    private final boolean usesPrior;
    private final String columns;
    private final String scored;
    private final Object[] cuts;

    DuckRule(String name, boolean usesPrior, String columns, String scored, Object... cuts) {
        this.name = name;
        this.usesPrior = usesPrior;
        this.columns = columns;
        this.scored = scored;
        this.cuts = cuts;
    }

    static DuckRule of(String name) {
        return Arrays.stream(values()).filter(it -> it.name.equals(name)).findFirst().orElseThrow();
    }

    /** Whether it reads last year's file. */
    boolean usesPrior() {
        return usesPrior;
    }

    /** The rows of a file. */
    String read(Path file) {
        String types = Arrays.stream(("id VARCHAR, name VARCHAR, " + columns).split(",\\s+")).map(it -> it.strip().split(" ", 2))
                .map(it -> "'%s': '%s'".formatted(it[0], it[1])).collect(Collectors.joining(", "));
        return "SELECT * FROM read_csv('%s', header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', columns = {%s})"
                .formatted(file, types);
    }

    /** Id, rank and class of everybody, from queries for the rolls of both years. */
    String classes(String roll, String prior) {
        String body = usesPrior ? scored.formatted(roll, prior) : scored.formatted(roll);
        String end = this == MERGING ? "SELECT roll.id, rank, class FROM roll JOIN classed ON classed.id = coalesce(lot, roll.id)" : "FROM classed";
        return RANKED.formatted(body, cuts[0], cuts[1], cuts[2], end);
    }
}
