package io.mubiao.io.roll;

import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.table.TableRow;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.internal.GivenClass;
import io.mubiao.problem.WithProblems;
import io.mubiao.work.Threads;
import io.mubiao.work.internal.Checkpoint;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a roll of rows that a program has (企业名册的行): lists, maps or records. Columns are found by id, title or header as
 * {@link RollFile} finds them; the ids of enterprises stand under {@code id} or 统一社会信用代码, their names under {@code name} or 企业名称.
 *
 * <p>Values may be null (missing), numbers, texts, days, booleans and quantities; each is checked as a cell of a file is, and
 * a row that has a wrong one is left out and told, with its number from 1 as line.
 */
public final class RollTable {
    private RollTable() {}

    /**
     * Reads rows of values under headers.
     *
     * @param name what messages call it
     * @throws IllegalArgumentException if the options name a column that the rule does not have
     */
    public static WithProblems<Roll> read(String name, List<String> headers, Iterable<? extends List<? extends @Nullable Object>> rows,
            EvaluationRule rule, CsvOptions options) {
        return read(name, headers, rows.iterator(), rule, options);
    }

    /** As {@link #read}, of maps by header; one that lacks a key has nothing there. */
    public static WithProblems<Roll> readMaps(String name, Collection<? extends Map<String, ? extends @Nullable Object>> rows,
            EvaluationRule rule, CsvOptions options) {
        Set<String> headers = new LinkedHashSet<>();
        rows.forEach(row -> headers.addAll(row.keySet()));
        return read(name, List.copyOf(headers), rows.stream().<List<? extends @Nullable Object>>map(row ->
                headers.stream().map(row::get).toList()).iterator(), rule, options);
    }

    /**
     * As {@link #read}, of records by the names of their components.
     *
     * @throws IllegalArgumentException also if the records are of different types, or not accessible
     */
    public static WithProblems<Roll> readRecords(String name, Collection<? extends Record> rows, EvaluationRule rule, CsvOptions options) {
        List<Class<?>> types = rows.stream().<Class<?>>map(Object::getClass).distinct().toList();
        if (types.size() > 1) {
            throw new IllegalArgumentException("rows must be of one type of record, got " + types);
        }
        List<RecordComponent> parts = types.isEmpty() ? List.of() : Arrays.asList(types.get(0).getRecordComponents());
        return read(name, parts.stream().map(RecordComponent::getName).toList(), rows.stream().<List<? extends @Nullable Object>>map(row ->
                parts.stream().map(part -> value(part, row)).toList()).iterator(), rule, options);
    }

    private static @Nullable Object value(RecordComponent part, Record row) {
        try {
            return part.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("'" + part.getName() + "' of " + row.getClass().getName() + " cannot be read; expected a public record", e);
        }
    }

    static WithProblems<Roll> read(String name, List<String> headers, Iterator<? extends List<? extends @Nullable Object>> rows,
            EvaluationRule rule, CsvOptions options) {
        RollHeader.check(rule, options);
        return options.under(() -> {
            ProblemList problems = new ProblemList(name);
            Roll roll;
            try {
                RollHeader header = RollHeader.of(new TableRow(0, headers.stream().map(it -> label(it, rule)).toList(), ""), rule, options, problems, List.of());
                roll = rows(new RollRows(header, rule, Checkpoint.budget()), rows, problems);
            } catch (ProblemList.GiveUp e) {
                roll = Roll.builder(rule).build();
            }
            return new WithProblems<>(roll, problems.inFileOrder());
        });
    }

    private static Roll rows(RollRows read, Iterator<? extends List<? extends @Nullable Object>> rows, ProblemList problems) {
        long most = Checkpoint.budget().rows();
        for (int number = 1; rows.hasNext(); number++) {
            Checkpoint.pass("line", number);
            if (number > most) {
                problems.error(number, 0, "", "TOO_LARGE", "more than " + most + " rows; expected at most that many");
                throw new ProblemList.GiveUp();
            }
            List<String> cells = new ArrayList<>();
            rows.next().forEach(value -> cells.add(text(value)));
            read.read(new TableRow(number, cells, ""), problems);
        }
        return read.take(Threads.ONE, problems);
    }

    /** Databases give names in capitals. */
    private static String label(String header, EvaluationRule rule) {
        return Stream.concat(Stream.of(CsvOptions.ID, CsvOptions.NAME), GivenClass.columns(rule).stream().map(Column::id))
                .filter(it -> it.equalsIgnoreCase(header)).findFirst().orElse(header);
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return text(optional.orElse(null));
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof Boolean flag) {
            return flag ? "是" : "否";
        } else if (value instanceof Double || value instanceof Float) {
            String shortest = value.toString();
            return shortest.matches(".*[0-9]") ? new BigDecimal(shortest).toPlainString() : shortest;
        } else if (value instanceof LocalDateTime time && time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return time.toLocalDate().toString();
        }
        return value == null ? "" : value.toString();
    }
}
