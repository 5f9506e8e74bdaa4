package io.mubiao.io.register;

import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.HeaderCell;
import io.mubiao.io.internal.table.TableHeader;
import io.mubiao.io.internal.table.TableRow;
import io.mubiao.io.internal.table.TableWords;
import io.mubiao.value.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Under which headers a table has the fields of observations. */
final class ObservationFields {
    static final String GROUP = "observation";
    static final String TITLE = "title";
    static final String NOTE = "note";
    static final String UNIT = "unit";
    static final String FROM = "from";
    static final String TO = "to";
    static final String ATTRIBUTES = "attributes";
    /** In the order in which they are written. */
    static final List<String> ALL = List.of("id", "stream", TITLE, "kind", "on", "span", FROM, TO, "value", UNIT, "since", "published",
            "member", "severity", "item", "stage", "standing", "numerator", "numerator-exclusion", "denominator",
            "denominator-exclusion", "denominator-exception", "assessor", "band", "comment", "source", "basis", "recorded",
            "supersedes", NOTE);
    static final List<String> KINDS = List.of("increment", "total", "level", "event", "complete", "stage", "member", "tally",
            "judgement", "retraction");
    static final List<String> BASES = List.of("reported", "recognised");
    static final List<String> STANDINGS = List.of("satisfied", "excluded", "excepted", "numerator-excluded");

    /** What a figure is by its header, those that say most first. */
    static final List<String> FIGURES = List.of("total", "month", "quarter", "span", "progress");

    /** Days of what is not said, or not known yet. */
    private static final Pattern UNCLEAR = Pattern.compile("全年(?:实际|预计)?完成[数值量额]?(?:情况)?|(?:[12][0-9]{3}年)?1?[0-9]月份?");

    private ObservationFields() {}

    /** What a header says of the figure below it; empty if it is none, or one of the words that leave it open. */
    static Optional<String> figure(HeaderCell header) {
        return TableWords.meant("figure", FIGURES, header.text()).or(() -> TableWords.meant("figure", FIGURES, header.base()))
                .or(() -> HeaderPeriod.of(header).map(HeaderPeriod::figure));
    }

    /** Whether ids stand under a header as ledgers call them. */
    static boolean isKey(String header, boolean hasTitles) {
        return TableWords.meant("key", List.of("id"), header).isPresent() || (hasTitles && isNumber(header));
    }

    /** Whether rows are numbered under a header. */
    static boolean isNumber(String header) {
        return TableWords.meant("key", List.of("number"), header).isPresent();
    }

    /** Whether a ledger of targets has their titles under a header. */
    static boolean isLedgerTitle(String header) {
        return TableWords.meant("register", List.of(TITLE), header).isPresent();
    }

    /** Whether works stand under a header, which are parted into targets where these stand beside them. */
    static boolean isWork(String header) {
        return TableWords.meant("register", List.of("work"), header).isPresent();
    }

    /** The field that a header names; empty if none. */
    static Optional<String> field(HeaderCell header, Map<String, String> mapped) {
        for (Map.Entry<String, String> it : mapped.entrySet()) {
            if (CellText.key(it.getValue()).equals(CellText.key(header.text()))) {
                return Optional.of(it.getKey());
            }
        }
        List<String> open = ALL.stream().filter(it -> !mapped.containsKey(it)).toList();
        return TableWords.meant(GROUP, open, header.text()).or(() -> TableWords.meant(GROUP, open, header.base()));
    }

    /** The name of the attribute that a header names; empty if none. */
    static String attribute(HeaderCell header, String text) {
        for (String word : TableWords.all(GROUP, ATTRIBUTES)) {
            String plain = text.replace('：', ':');
            if (plain.startsWith(word + ":")) {
                return CellText.strip(plain.substring(word.length() + 1));
            }
        }
        return "";
    }

    static TableHeader.Fit fit(Units units, Map<String, String> mapped) {
        return new TableHeader.Fit() {
            @Override
            public boolean isLike(TableRow row) {
                List<String> fields = fields(row);
                List<String> figures = row.cells().stream().map(it -> figure(new HeaderCell(it, 0))).flatMap(Optional::stream).toList();
                boolean titles = fields.contains(TITLE) || row.cells().stream().anyMatch(ObservationFields::isLedgerTitle);
                boolean keyed = !fields.contains("stream") && row.cells().stream().anyMatch(it -> isKey(it, titles));
                boolean plain = (!figures.isEmpty() && !figures.equals(List.of("progress")))
                        || row.cells().stream().anyMatch(it -> UNCLEAR.matcher(CellText.strip(it)).matches());
                return row.broken().isEmpty() && (keyed ? plain || ((!figures.isEmpty() || fields.contains("value")
                                || fields.contains("stage")) && isSure(row))
                        : fields.contains("stream") && (plain || !figures.isEmpty()
                                || fields.stream().anyMatch(it -> !it.equals("stream") && !it.equals(TITLE) && !it.equals(NOTE) && !it.equals(UNIT))));
            }

            private List<String> fields(TableRow row) {
                return row.cells().stream().map(it -> field(new HeaderCell(it, 0), mapped)).flatMap(Optional::stream).toList();
            }

            @Override
            public boolean isSure(TableRow row) {
                return List.of("on", "span", FROM, TO).stream().anyMatch(fields(row)::contains);
            }

            @Override
            public boolean knows(String header) {
                HeaderCell cell = new HeaderCell(header, 0);
                return field(cell, mapped).isPresent() || figure(cell).isPresent() || isKey(header, true) || RegisterColumns.knows(cell);
            }

            @Override
            public String under(String upper, String lower) {
                String days = HeaderPeriod.written(upper);
                HeaderCell cell = new HeaderCell(lower, 0);
                return !days.isEmpty() && HeaderPeriod.of(cell).isEmpty() ? HeaderPeriod.of(new HeaderCell(days + lower, 0)).map(it -> days + lower)
                        .orElse("") : "";
            }

            @Override
            public boolean isUnit(String text) {
                return CellText.unit(text, units).isPresent();
            }
        };
    }
}
