package io.mubiao.bench.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A rule in SQL, from files to a file, with tables between or in one statement. */
final class FilesDuck implements AutoCloseable {
    private static final String COPY = "COPY (%s) TO '%s' (FORMAT csv, HEADER true)";

    private final DuckRule rule;
    private final Connection connection;
    private final Statement statement;

    FilesDuck(DuckRule rule, int threads) throws SQLException {
        this.rule = rule;
        connection = DriverManager.getConnection("jdbc:duckdb:");
        statement = connection.createStatement();
        statement.execute("SET threads TO " + threads);
        statement.execute("SET preserve_insertion_order TO false");
    }

    /** Reads a file into a table. */
    void read(String table, Path file) throws SQLException {
        statement.execute("CREATE OR REPLACE TEMP TABLE " + table + " AS " + rule.read(file));
    }

    /** From the tables roll and prior into the table result. */
    void evaluate() throws SQLException {
        statement.execute("CREATE OR REPLACE TEMP TABLE result AS " + rule.classes("FROM roll", "FROM prior"));
    }

    /** The table result into a file. */
    void write(Path file) throws SQLException {
        statement.execute(COPY.formatted("FROM result", file));
    }

    /** From the files of both years to the file of classes, in one statement. */
    void whole(Path roll, Path prior, Path file) throws SQLException {
        statement.execute(COPY.formatted(rule.classes(rule.read(roll), rule.read(prior)), file));
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
