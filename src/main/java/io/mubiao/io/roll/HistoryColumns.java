package io.mubiao.io.roll;

import io.mubiao.formula.Symbol;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.HeaderCell;
import io.mubiao.io.internal.table.TableHeader;
import io.mubiao.io.internal.table.TableRow;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.rule.Cite;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Of how many years ago the columns of a table of classes are, by the id under which each is read. Not thread-safe. */
final class HistoryColumns {
    /** What stands in place of a class in results, such as the class somebody is treated as. */
    static final String LABEL = "label";

    private static final Set<String> LABELS = Set.of(LABEL, "标注", "标签", "标识");

    private static final Pattern DOUBTFUL = Pattern.compile("(?!初评).*(等级|类别|等次|档次|[12][0-9]{3}).*");

    private final Map<String, Integer> yearsAgo = new LinkedHashMap<>();
    private final List<Column> columns = new ArrayList<>();
    private final TableRow header;
    private final EvaluationRule rule;
    private final ProblemList problems;

    private HistoryColumns(TableRow header, EvaluationRule rule, ProblemList problems) {
        this.header = header;
        this.rule = rule;
        this.problems = problems;
    }

    /** @param plain of how many years ago a column is that does not say it */
    static HistoryColumns of(TableRow header, EvaluationRule rule, int plain, ProblemList problems) {
        HistoryColumns found = new HistoryColumns(header, rule, problems);
        found.find(ClassHeader.among(header.cells()), plain);
        return found;
    }

    /** What the headers of a table of classes are found by. */
    static TableHeader.Fit fit() {
        return new TableHeader.Fit() {
            @Override
            public boolean isLike(TableRow row) {
                return row.broken().isEmpty() && row.cells().stream().anyMatch(HistoryColumns::isId) && !ClassHeader.among(row.cells()).isEmpty();
            }

            @Override
            public boolean knows(String text) {
                return isId(text) || RollHeader.NAMES.contains(CellText.key(text)) || !ClassHeader.among(List.of(text)).isEmpty();
            }

            @Override
            public boolean isUnit(String text) {
                return false;
            }
        };
    }

    /** Whether a header that is not read may have been meant as one of classes. */
    static boolean isDoubtful(String header) {
        return DOUBTFUL.matcher(header).matches() && ClassHeader.among(List.of(header)).isEmpty();
    }

    private static boolean isId(String text) {
        return RollHeader.IDS.contains(CellText.key(text));
    }

    private void find(List<ClassHeader> all, int plain) {
        boolean dated = all.stream().anyMatch(ClassHeader::isDated);
        int latest = all.stream().mapToInt(ClassHeader::year).max().orElse(0);
        int evaluated = rule.year() > 0 ? rule.year() : latest + 1;
        if (rule.year() == 0 && latest > 0) {
            problems.warning(header.line(), 0, "", "YEAR_ASSUMED", "the rule names no year; " + latest + ", the latest here, is taken for last year");
        }
        for (ClassHeader it : all) {
            int ago = it.year() > 0 ? evaluated - it.year() : it.ago() > 0 ? it.ago() : plain;
            if (dated && !it.isDated()) {
                problems.warning(header.line(), it.cell().index() + 1, it.cell().text(), "UNDATED_CLASS", "the column '" + it.cell().text()
                        + "' says no year beside others that do; its cells are not read");
            } else if (ago < 1) {
                problems.warning(header.line(), it.cell().index() + 1, it.cell().text(), "LATER_YEAR", "the column '" + it.cell().text()
                        + "' is of no year before " + evaluated + ", which is evaluated; its cells are not read");
            } else if (yearsAgo.containsValue(ago)) {
                problems.error(header.line(), it.cell().index() + 1, it.cell().text(), "DUPLICATE", "the header '" + it.cell().text()
                        + "' is of the same year as another one; expected one of them; the first is read");
            } else {
                add("ago_" + ago, it.cell(), ago);
            }
        }
        if (yearsAgo.isEmpty()) {
            problems.error(header.line(), 0, "", "MISSING_COLUMN", "no column with classes of earlier years; expected the header 等级, class or 上年等级,"
                    + " or years such as " + (evaluated - 1) + " or " + (evaluated - 1) + "年等级");
            throw new ProblemList.GiveUp();
        }
        if (!dated) {
            label();
        } else if (!yearsAgo.containsValue(1) && plain == 1) {
            problems.warning(header.line(), 0, "", "NO_LAST_YEAR", "no column is of " + (evaluated - 1) + ", last year: nobody has a class of it");
        }
    }

    /** Of results the class that somebody is treated as stands beside. */
    private void label() {
        for (int i = 0; i < header.cells().size(); i++) {
            HeaderCell cell = new HeaderCell(header.cells().get(i), i);
            if (cell.isNamed(LABELS) && columns.stream().noneMatch(it -> it.id().equals(LABEL))) {
                columns.add(column(LABEL, cell));
            }
        }
    }

    private void add(String id, HeaderCell cell, int ago) {
        yearsAgo.put(id, ago);
        columns.add(column(id, cell));
    }

    private static Column column(String id, HeaderCell cell) {
        return new Column(id, cell.text(), Symbol.Kind.TEXT, Unit.NONE, 0, Optional.empty(), Optional.empty(), List.of(), "", Cite.NONE);
    }

    /** A rule that has these columns and nothing else. */
    EvaluationRule reading() {
        return EvaluationRule.builder(rule.id()).columns(columns).checked().value();
    }

    Map<String, Integer> yearsAgo() {
        return yearsAgo;
    }
}
