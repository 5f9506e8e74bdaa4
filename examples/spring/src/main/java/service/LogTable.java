package service;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The log in the database: its first line at position 0, then a line for each observation, at the position it has in the log. */
@Component
class LogTable {
    private final JdbcTemplate database;

    LogTable(JdbcTemplate database) {
        this.database = database;
    }

    int size() {
        return database.queryForObject("select count(*) from observation_log", Integer.class);
    }

    List<String> lines() {
        return database.queryForList("select line from observation_log order by position", String.class);
    }

    /** All or none; whoever finds a position taken was too late. */
    @Transactional
    public void add(int position, List<String> lines) {
        List<Object[]> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(new Object[] {position + rows.size(), line}));
        database.batchUpdate("insert into observation_log (position, line) values (?, ?)", rows);
    }
}
