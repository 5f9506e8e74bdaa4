package io.mubiao.bench.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The rule huaian-2024-by-county as SQL: baselines of the year before by county, three ratio indicators against twice the
 * baseline, bonuses, ranks within the county, classes by cumulative shares. Columns are declared, not sniffed, amounts are
 * decimals, so that sums are exact; divisions are doubles, as DuckDB has no other.
 */
final class HuaianDuck implements AutoCloseable {
    private static final String READ = """
            SELECT * FROM read_csv('%s', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
                columns = {'id': 'VARCHAR', 'name': 'VARCHAR', 'county': 'VARCHAR', 'regulated': 'VARCHAR',
                    'land': 'DECIMAL(14,2)', 'tax': 'DECIMAL(14,2)', 'sales': 'DECIMAL(14,2)', 'energy': 'DECIMAL(14,2)',
                    'utility': 'VARCHAR', 'production_start': 'DATE', 'named_by_county': 'VARCHAR',
                    'bonus_points': 'DECIMAL(8,2)', 'deduction_points': 'DECIMAL(8,2)'})""";
    private static final String CLASSES = """
            WITH base AS (
                SELECT county, 2 * (sum(tax) / sum(land)) AS tax_land, 2 * (sum(sales) / sum(land)) AS sales_land,
                    2 * (sum(tax) / sum(energy)) AS tax_energy
                FROM %s WHERE regulated = '是' OR land >= 3 GROUP BY county),
            scored AS (
                SELECT id, county,
                    45 * (tax / land / tax_land) + 35 * (sales / land / sales_land) + 20 * (tax / energy / tax_energy)
                        + coalesce(bonus_points, 0) - coalesce(deduction_points, 0) AS total,
                    (regulated = '是' OR land >= 3) AND utility IS DISTINCT FROM '是' AND named_by_county IS DISTINCT FROM '是'
                        AND production_start <= DATE '2022-12-31' AS graded
                FROM %s JOIN base USING (county)),
            ranked AS (
                SELECT id, graded, rank() OVER (PARTITION BY county, graded ORDER BY total DESC) AS place,
                    count(*) OVER (PARTITION BY county, graded) AS n
                FROM scored)
            SELECT id, CASE WHEN graded THEN place END AS rank,
                CASE WHEN NOT graded THEN NULL WHEN 5 * place <= n THEN 'A' WHEN 5 * place <= 3 * n THEN 'B'
                    WHEN 20 * place <= 19 * n THEN 'C' ELSE 'D' END AS class
            FROM ranked""";
    private static final String COPY = "COPY (%s) TO '%s' (FORMAT csv, HEADER true)";

    private final Connection connection;
    private final Statement statement;

    HuaianDuck(int threads) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        statement = connection.createStatement();
        statement.execute("SET threads TO " + threads);
        statement.execute("SET preserve_insertion_order TO false");
    }

    /** Reads a file into a table. */
    void read(String table, Path file) throws SQLException {
        statement.execute("CREATE OR REPLACE TEMP TABLE " + table + " AS " + READ.formatted(file));
    }

    /** From the tables roll and prior into the table result. */
    void evaluate() throws SQLException {
        statement.execute("CREATE OR REPLACE TEMP TABLE result AS " + CLASSES.formatted("prior", "roll"));
    }

    /** The table result into a file. */
    void write(Path file) throws SQLException {
        statement.execute(COPY.formatted("FROM result", file));
    }

    /** From the files of both years to the file of classes, in one statement. */
    void whole(Path roll, Path prior, Path file) throws SQLException {
        statement.execute(COPY.formatted(
                CLASSES.formatted("(" + READ.formatted(prior) + ")", "(" + READ.formatted(roll) + ")"), file));
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
