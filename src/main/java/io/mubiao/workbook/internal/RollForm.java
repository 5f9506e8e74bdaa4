package io.mubiao.workbook.internal;

import io.mubiao.formula.Symbol;
import io.mubiao.io.internal.table.TableWords;
import io.mubiao.land.Column;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.internal.GivenClass;
import io.mubiao.render.Grid.Cell;
import io.mubiao.render.Grid;
import io.mubiao.text.internal.Translation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The form for the enterprises that a rule evaluates. Not thread-safe. */
public final class RollForm {
    private final EvaluationRule rule;
    private final Locale locale;

    private RollForm(EvaluationRule rule, Locale locale) {
        this.rule = rule;
        this.locale = locale;
    }

    /** The form and what belongs into it. */
    public static List<Leaf> leaves(EvaluationRule rule, Locale locale) {
        RollForm form = new RollForm(rule, locale);
        return List.of(form.leaf(), form.notes());
    }

    private boolean isChinese() {
        return locale.getLanguage().equals("zh");
    }

    private String said(String english) {
        return Translation.translate(english, locale);
    }

    private Leaf leaf() {
        List<String> headers = new ArrayList<>(List.of(isChinese() ? "统一社会信用代码" : "id", isChinese() ? "企业名称" : "name"));
        List<Cell> example = new ArrayList<>(List.of(Cell.of(TableWords.example(locale)), Cell.of(said("an enterprise"))));
        Map<Integer, List<String>> choices = new LinkedHashMap<>();
        Map<Integer, String> formats = new LinkedHashMap<>(Map.of(0, "@"));
        for (Column column : GivenClass.columns(rule)) {
            int at = headers.size();
            headers.add(column.header());
            if (column.kind() == Symbol.Kind.FLAG) {
                choices.put(at, List.of("是", "否"));
            } else if (column.kind() == Symbol.Kind.TEXT && !column.values().isEmpty()) {
                choices.put(at, column.values());
            } else if (column.kind() == Symbol.Kind.DAY) {
                formats.put(at, "yyyy-mm-dd");
            }
            example.add(Cell.of(switch (column.kind()) {
                case NUMBER -> number(column);
                case FLAG -> "是";
                case DAY -> "2020-01-01";
                case TEXT -> column.values().isEmpty() ? said("a text") : column.values().get(0);
            }));
        }
        String title = rule.title().isEmpty() ? rule.id() : rule.title();
        return new Leaf(new Grid(said("enterprises"), List.of(title + " " + said("enterprises")), headers, 2, List.of(example)), choices, formats, true);
    }

    private Leaf notes() {
        List<List<Cell>> rows = GivenClass.columns(rule).stream().map(column -> List.of(Cell.of(column.header()), Cell.of(said(switch (column.kind()) {
            case NUMBER -> "a number";
            case DAY -> "a day";
            case FLAG -> "yes or no";
            case TEXT -> "a text";
        })), Cell.of(limits(column)), Cell.of(column.otherwise().isEmpty() ? said("it is missing, never zero") : column.otherwise()),
                Cell.of((column.cite().source() + " " + column.cite().clause()).strip()))).toList();
        return Leaf.of(new Grid(said("how to fill it in"), List.of(said("how to fill it in"),
                said("one row an enterprise; the unit stands in the header, another one may stand behind a number")),
                List.of(said("column"), said("what belongs into it"), said("allowed"), said("if it is empty"), said("where it says so")), 1, rows));
    }

    private String limits(Column column) {
        String least = column.least().map(it -> "≥ " + it.toPlainString()).orElse("");
        String most = column.most().map(it -> "≤ " + it.toPlainString()).orElse("");
        return column.values().isEmpty() ? (least + " " + most).strip() : String.join("、", column.values());
    }

    /** One that the column allows. */
    private static String number(Column column) {
        BigDecimal usual = BigDecimal.valueOf(100);
        BigDecimal most = column.most().orElse(usual).min(usual);
        return column.least().filter(it -> it.signum() > 0).orElse(most).toPlainString();
    }
}
