package io.mubiao.bench.land;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;

/**
 * One query over one table in memory, of unscaled decimals as they are in the cohort: faster than decimals, and the
 * scales cancel out. The sums are exact, the divisions are doubles: DuckDB has no other. The rows carry their number,
 * so that neither the engine nor we have to keep them in order.
 */
final class DuckPeer implements AutoCloseable {
    private static final String TABLE = """
            CREATE TABLE enterprise (id INTEGER, industry TINYINT, land BIGINT, tax BIGINT, added BIGINT,
                revenue BIGINT, rd BIGINT, energy BIGINT, emission BIGINT, employees BIGINT)""";
    private static final String QUERY = """
            WITH base AS (
                SELECT industry, count(*) AS n, 3000 * (sum(land) / sum(tax)) AS tax_land,
                    2000 * (sum(land) / sum(added)) AS added_land, 2000 * (sum(energy) / sum(added)) AS added_energy,
                    1000 * (sum(emission) / sum(added)) AS added_emission,
                    1000 * (sum(employees) / sum(added)) AS added_employees,
                    1000 * (sum(revenue) / sum(rd)) AS rd_revenue
                FROM enterprise GROUP BY industry),
            scored AS (
                SELECT id, industry, n, round(%s)::INTEGER AS total
                FROM enterprise JOIN base USING (industry)),
            ranked AS (
                SELECT id, n, total, rank() OVER (PARTITION BY industry ORDER BY total DESC) AS place FROM scored)
            SELECT id, total, place::INTEGER AS place,
                (CASE WHEN place <= (2 * n + 5) // 10 THEN 0 WHEN place <= (7 * n + 5) // 10 THEN 1
                    WHEN place <= (19 * n + 10) // 20 THEN 2 ELSE 3 END)::TINYINT AS class
            FROM ranked""".formatted(String.join(" + ", score("tax", "land", 4500), score("added", "land", 3000),
                    score("added", "energy", 3000), score("added", "emission", 1500),
                    score("added", "employees", 1500), score("rd", "revenue", 1500)));

    private final int rows;
    private final Connection connection;
    private final DuckDBPreparedStatement query;
    private final Statement statement;

    DuckPeer(Cohort cohort, int threads) throws SQLException {
        rows = cohort.rows();
        connection = DriverManager.getConnection("jdbc:duckdb:");
        statement = connection.createStatement();
        statement.execute("SET threads TO " + threads);
        statement.execute("SET preserve_insertion_order TO false");
        statement.execute(TABLE);
        try (DuckDBAppender appender =
                connection.unwrap(DuckDBConnection.class).createAppender("main", "enterprise")) {
            for (int row = 0; row < rows; row++) {
                append(appender, cohort, row);
            }
        }
        query = connection.prepareStatement(QUERY).unwrap(DuckDBPreparedStatement.class);
    }

    /** A score in hundredths of a point; CASE is a little faster here than least and greatest. */
    private static String score(String over, String under, int limit) {
        String score = over + " / " + under + " * " + over + "_" + under;
        return "CASE WHEN " + score + " > " + limit + " THEN " + limit + "::DOUBLE WHEN " + score
                + " < 0 THEN 0::DOUBLE ELSE " + score + " END";
    }

    private static void append(DuckDBAppender appender, Cohort cohort, int row) throws SQLException {
        appender.beginRow().append(row).append((byte) cohort.industry()[row]).append(cohort.land()[row])
                .append(cohort.tax()[row]).append(cohort.valueAdded()[row]).append(cohort.revenue()[row])
                .append(cohort.rd()[row]).append(cohort.energy()[row]).append(cohort.emission()[row])
                .append(cohort.employees()[row]).endRow();
    }

    /** Leaves the result in a table of the engine. */
    void inEngine() throws SQLException {
        statement.execute("CREATE OR REPLACE TEMP TABLE result AS " + QUERY);
    }

    /** Reads the result into arrays, a vector at a time. */
    LandResult intoJava() throws SQLException {
        LandResult result = LandResult.ofRows(rows);
        try (DuckDBChunkedResult chunks = query.query()) {
            while (chunks.nextChunk()) {
                read(chunks.chunk(), result);
            }
        }
        return result;
    }

    /** Reads the result into arrays row by row through plain JDBC, as most programs do. */
    LandResult byRow() throws SQLException {
        LandResult result = LandResult.ofRows(rows);
        try (ResultSet read = query.executeQuery()) {
            while (read.next()) {
                int row = read.getInt(1);
                result.totals()[row] = read.getInt(2);
                result.ranks()[row] = read.getInt(3);
                result.classes()[row] = read.getByte(4);
            }
        }
        return result;
    }

    private static void read(DuckDBDataChunkReader chunk, LandResult result) {
        var id = chunk.vector(0);
        var total = chunk.vector(1);
        var rank = chunk.vector(2);
        var grade = chunk.vector(3);
        long size = chunk.rowCount();
        for (long i = 0; i < size; i++) {
            int row = id.getInt(i);
            result.totals()[row] = total.getInt(i);
            result.ranks()[row] = rank.getInt(i);
            result.classes()[row] = grade.getByte(i);
        }
    }

    @Override
    public void close() throws SQLException {
        query.close();
        statement.close();
        connection.close();
    }
}
