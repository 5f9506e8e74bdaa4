package io.mubiao.io.roll;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.problem.WithProblems;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Makes a roll of what a database answers (数据库查询结果), as {@link RollTable} does; needs the module {@code java.sql}. */
public final class RollQuery {
    /** What a database says while rows are read. */
    private static final class Failed extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        private final SQLException why;

        Failed(SQLException why) {
            super(why);
            this.why = why;
        }
    }

    private RollQuery() {}

    /**
     * Reads the rows that are left, by the labels of their columns in whatever case; does not close the result.
     *
     * @param name what messages call it
     * @throws SQLException if the database fails
     * @throws IllegalArgumentException if the options name a column that the rule does not have
     */
    public static WithProblems<Roll> read(String name, ResultSet rows, EvaluationRule rule, CsvOptions options) throws SQLException {
        ResultSetMetaData about = rows.getMetaData();
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            labels.add(about.getColumnLabel(i));
        }
        try {
            return RollTable.read(name, labels, new Rows(rows, labels.size()), rule, options);
        } catch (Failed e) {
            throw e.why;
        }
    }

    private static final class Rows implements Iterator<List<@Nullable Object>> {
        private final ResultSet rows;
        private final int width;
        private boolean ahead;

        Rows(ResultSet rows, int width) {
            this.rows = rows;
            this.width = width;
        }

        @Override
        public boolean hasNext() {
            try {
                ahead = ahead || rows.next();
                return ahead;
            } catch (SQLException e) {
                throw new Failed(e);
            }
        }

        @Override
        public List<@Nullable Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no more rows");
            }
            ahead = false;
            List<@Nullable Object> values = new ArrayList<>(width);
            try {
                for (int i = 1; i <= width; i++) {
                    Object value = rows.getObject(i);
                    values.add(value instanceof Date day ? day.toLocalDate()
                            : value instanceof Timestamp time ? time.toLocalDateTime() : value);
                }
            } catch (SQLException e) {
                throw new Failed(e);
            }
            return values;
        }
    }
}
