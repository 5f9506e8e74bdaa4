package io.mubiao.io.register;

import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.HeaderCell;
import io.mubiao.io.internal.table.TableHeader;
import io.mubiao.io.internal.table.TableRow;
import io.mubiao.io.internal.table.TableWords;
import io.mubiao.text.internal.Spelling;
import io.mubiao.value.Units;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where a ledger of targets has which field, by its headers. */
final class RegisterColumns {
    /** The units that answer beside the one that leads (责任单位 beside 牵头单位). */
    static final String RESPONSIBLE = "responsible";

    private static final String GROUP = "register";
    private static final List<String> FIELDS = List.of("id", "title", "chapter", "kind", "require", "unit", "stage", "due", "lead-unit",
            "lead-official", "cooperating", "binding", "note");

    /** What is required in a year: 2025年目标值. */
    private static final Pattern OF_YEAR = Pattern.compile("([12][0-9]{3})年度?(?:目标值?|任务数?|计划数?|指标值)");

    private final ProblemList problems;
    private final List<String> headers;
    private final Map<Integer, String> columns = new HashMap<>();
    private final Map<Integer, String> units = new HashMap<>();

    private RegisterColumns(TableRow header, ProblemList problems) {
        this.problems = problems;
        headers = header.cells().stream().map(CellText::strip).toList();
    }

    static TableHeader.Fit fit(Map<String, String> mapped) {
        return new TableHeader.Fit() {
            @Override
            public boolean isLike(TableRow row) {
                List<String> fields = fields(row.cells(), mapped).stream().flatMap(Optional::stream).toList();
                return fields.contains("id") && (fields.contains("require") || fields.contains("stage"));
            }

            @Override
            public boolean knows(String header) {
                return field(new HeaderCell(header, 0), mapped).isPresent();
            }

            @Override
            public boolean isUnit(String text) {
                return CellText.unit(text, Units.builtIn()).isPresent();
            }
        };
    }

    private static Optional<String> field(HeaderCell header, Map<String, String> mapped) {
        for (Map.Entry<String, String> it : mapped.entrySet()) {
            if (CellText.key(it.getValue()).equals(CellText.key(header.text()))) {
                return Optional.of(it.getKey());
            }
        }
        List<String> open = FIELDS.stream().filter(it -> !mapped.containsKey(it)).toList();
        return TableWords.meant(GROUP, open, header.text()).or(() -> TableWords.meant(GROUP, open, header.base()))
                .or(() -> open.contains("require") && OF_YEAR.matcher(header.base()).matches() ? Optional.of("require") : Optional.empty());
    }

    /** The fields of headers; 目标 beside another title is what is required, where nothing else is. */
    private static List<Optional<String>> fields(List<String> headers, Map<String, String> mapped) {
        List<Optional<String>> fields = new ArrayList<>(headers.stream().map(it -> field(new HeaderCell(it, 0), mapped)).toList());
        List<Integer> titles = IntStream.range(0, fields.size()).filter(i -> fields.get(i).equals(Optional.of("title"))).boxed().toList();
        List<Integer> goals = titles.stream().filter(i -> new HeaderCell(headers.get(i), i).base().equals("目标")).toList();
        if (titles.size() == 2 && goals.size() == 1 && !fields.contains(Optional.of("require")) && !mapped.containsKey("require")) {
            fields.set(goals.get(0), Optional.of("require"));
        }
        return fields;
    }

    /**
     * The columns of a header, with everything that is wrong or doubtful about it.
     *
     * @param mapped the headers given, by field
     * @param year that of the targets
     */
    static RegisterColumns of(TableRow header, Map<String, String> mapped, OptionalInt year, ProblemList problems) {
        RegisterColumns columns = new RegisterColumns(header, problems);
        columns.find(header.line(), mapped, year);
        return columns;
    }

    private void find(int line, Map<String, String> mapped, OptionalInt year) {
        List<Optional<String>> fields = fields(headers, mapped);
        otherYears(fields, mapped, year);
        int work = beside(fields, "title", "work", "chapter");
        if (work >= 0) {
            problems.warning(line, work + 1, headers.get(work), "WORK_AS_CHAPTER", "the header '" + headers.get(work) + "' stands beside '"
                    + first(fields, "title") + "', the title; it is read as the chapter");
        }
        int responsible = beside(fields, "lead-unit", "answering", RESPONSIBLE);
        if (responsible >= 0) {
            problems.warning(line, responsible + 1, headers.get(responsible), "RESPONSIBLE_BESIDE_LEAD", "the header '" + headers.get(responsible)
                    + "' stands beside '" + first(fields, "lead-unit") + "', which leads; its units are read as cooperating");
        }
        List<Integer> numbers = numbers(line, fields);
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            HeaderCell cell = new HeaderCell(headers.get(i), i);
            Optional<String> field = fields.get(i);
            if (numbers.contains(i)) {
                continue;
            }
            if (field.isEmpty()) {
                problems.warning(line, i + 1, cell.text(), "UNKNOWN_HEADER", (cell.text().isEmpty() ? "a column without a header"
                        : "targets have no column '" + cell.text() + "'") + "; its cells are not read" + Spelling.hint(cell.text(), FIELDS));
            } else if (seen.putIfAbsent(field.get(), i) != null) {
                problems.error(line, i + 1, cell.text(), "DUPLICATE", "the header '" + cell.text() + "' means the same column as '"
                        + headers.get(seen.get(field.get())) + "'; expected one of them");
            } else {
                columns.put(i, field.get());
                boolean measured = CellText.unit(cell.unit(), Units.builtIn()).isPresent() || LedgerFigure.isWord(cell.unit());
                units.put(i, measured ? cell.unit() : "");
            }
        }
        if (!seen.containsKey("id")) {
            problems.error(line, 1, "", "MISSING_COLUMN", "no column has the ids of the targets; expected one of the headers "
                    + TableWords.all(GROUP, "id"));
        }
        if (!seen.containsKey("require") && !seen.containsKey("stage")) {
            problems.error(line, 1, "", "MISSING_COLUMN", "no column has what is required; expected one of the headers "
                    + TableWords.all(GROUP, "require"));
        }
    }

    /** What is required in another year, or besides what is required in the whole of it, is not read. */
    private void otherYears(List<Optional<String>> fields, Map<String, String> mapped, OptionalInt year) {
        List<Integer> required = IntStream.range(0, fields.size()).filter(i -> fields.get(i).equals(Optional.of("require"))).boxed().toList();
        boolean plain = required.stream().anyMatch(i -> !OF_YEAR.matcher(new HeaderCell(headers.get(i), i).base()).matches());
        for (int i : required) {
            Matcher of = OF_YEAR.matcher(new HeaderCell(headers.get(i), i).base());
            if (of.matches() && !mapped.containsKey("require")
                    && (plain || year.isEmpty() || year.getAsInt() != Integer.parseInt(of.group(1)))) {
                fields.set(i, Optional.empty());
            }
        }
    }

    /** Whether a ledger has something of its targets under a header. */
    static boolean knows(HeaderCell header) {
        return field(header, Map.of()).isPresent();
    }

    /** Whether what is required stands under a header. */
    static boolean isRequired(HeaderCell header) {
        return field(header, Map.of()).equals(Optional.of("require"));
    }

    /** Where rows are only numbered, ids standing in another column. */
    private List<Integer> numbers(int line, List<Optional<String>> fields) {
        List<Integer> ids = IntStream.range(0, fields.size()).filter(i -> fields.get(i).equals(Optional.of("id"))).boxed().toList();
        List<Integer> numbers = ids.stream().filter(i -> ObservationFields.isNumber(headers.get(i))).toList();
        Optional<Integer> id = ids.stream().filter(i -> !numbers.contains(i)).findFirst();
        if (id.isEmpty()) {
            return List.of();
        }
        numbers.forEach(i -> problems.warning(line, i + 1, headers.get(i), "NOT_READ", "the header '" + headers.get(i)
                + "' is a running number beside '"
                + headers.get(id.get()) + "'; its cells are not read"));
        return numbers;
    }

    /** Of two columns of one meaning, the only one with such words has another, if no column has that; where it stands, else -1. */
    private int beside(List<Optional<String>> fields, String field, String words, String other) {
        int[] all = IntStream.range(0, fields.size()).filter(i -> fields.get(i).equals(Optional.of(field))).toArray();
        int[] such = IntStream.of(all).filter(i -> TableWords.meant(GROUP, List.of(words), headers.get(i)).isPresent()).toArray();
        if (all.length != 2 || such.length != 1 || fields.contains(Optional.of(other))) {
            return -1;
        }
        fields.set(such[0], Optional.of(other));
        return such[0];
    }

    private String first(List<Optional<String>> fields, String field) {
        return headers.get(fields.indexOf(Optional.of(field)));
    }

    /** The field at a place from 0; null if it is not read. */
    @Nullable String field(int cell) {
        return columns.get(cell);
    }

    boolean has(String field) {
        return columns.containsValue(field);
    }

    /** Where a field stands, from 1; 0 if nowhere. */
    int place(String field) {
        return columns.entrySet().stream().filter(it -> it.getValue().equals(field)).map(it -> it.getKey() + 1).findFirst().orElse(0);
    }

    /** The unit in the header of a place from 0; empty if none is. */
    String unit(int cell) {
        return units.getOrDefault(cell, "");
    }

    /** The header of a field; what it could be if there is none. */
    String header(String field) {
        int place = place(field);
        return place > 0 ? headers.get(place - 1) : TableWords.of(GROUP, field, Locale.CHINESE) + " (" + field + ")";
    }

    /** The headers by their places from 1. */
    Map<Integer, String> headers() {
        Map<Integer, String> all = new HashMap<>();
        columns.keySet().forEach(it -> all.put(it + 1, headers.get(it)));
        return all;
    }
}
