package io.mubiao.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rule file of answers, with comments that say what else could be decided. */
final class RuleDraft {
    private final Session session;
    private final Map<String, String> answers;
    private final List<DraftItem> items;
    private final StringBuilder text = new StringBuilder();

    RuleDraft(Session session, Map<String, String> answers, List<DraftItem> items) {
        this.session = session;
        this.answers = answers;
        this.items = items;
    }

    /** The file. */
    String write() {
        comment("由 rule new 写成；每一处“待核”都应对照文件改正，改后用 rule check 核对，用 rule words 复述", "written by rule new; correct it beside the "
                + "document, then rule check and rule words");
        line("id: " + quoted("id"));
        line("title: " + quoted("title"));
        line("jurisdiction: " + quoted("jurisdiction"));
        line("year: " + answer("year"));
        line("sources:");
        line("  - id: document");
        line("    title: " + quoted("document"));
        if (!answer("url").isEmpty()) {
            line("    url: " + quoted("url"));
        }
        columns();
        comment("评价范围：不符合 require 的不参加；exclude 的 effect 为 out 不纳入、collected 只采集、ungraded 不定级、treated-as 按某类对待",
                "scope: who fails require is out; effects of exclude are out, collected, ungraded, treated-as");
        line("# scope:");
        line("#   require: [{id: size, when: 用地面积 >= 3 亩, source: document, clause: 待核}]");
        line("#   exclude: [{id: new, title: 新办企业, when: 新办企业, effect: ungraded, label: 不定级, source: document, clause: 待核}]");
        line("indicators:");
        items.forEach(it -> line("  " + it.name() + ": {formula: " + it.above() + " / " + it.below() + unit(it.unit()) + ", source: document, clause: 待核}"));
        groups();
        comment("加分和减分，如：研发: {title: 研发加分, when: 高新技术企业, points: 2, limit: 2, if-missing: none}", "bonuses and deductions");
        line("# bonuses: {}");
        if (!answer("round").equals("none")) {
            line("total: {round: " + answer("round") + "}");
        }
        classes();
        comment("调档，按顺序执行：set 定为、not-above 不高于、not-below 不低于、shift 升降", "changes of a class, in order: set, not-above, not-below, shift");
        line("# overrides:");
        line("#   - {id: accident, title: 发生安全事故, when: 安全事故, not-above: C, source: document, clause: 待核}");
        comment("已答：调档空出的名额，refill: " + answer("refill") + "；写了 overrides 才起作用，届时去掉下一行的 #", "answered: refill: " + answer("refill")
                + " for the places that overrides vacate; it takes effect with overrides: then drop the # of the next line");
        line("# refill: " + answer("refill"));
        examples();
        return text.toString();
    }

    private void columns() {
        comment("数据项：名册（CSV 或表格）的表头是名称加单位，如 " + items.get(0).above() + "(" + items.get(0).aboveUnit() + ")；可为负的写 negative: true；"
                + "空白有规定的写 if-empty", "data: headers of the roll are title and unit; negative: true where it may be; if-empty where a rule says so");
        line("columns:");
        Map<String, String> units = new LinkedHashMap<>();
        items.forEach(it -> {
            units.putIfAbsent(it.above(), it.aboveUnit());
            units.putIfAbsent(it.below(), it.belowUnit());
        });
        units.forEach((name, unit) -> line("  " + name + ": {title: " + name + unit(unit) + ", source: document, clause: 待核}"));
    }

    private static String unit(String unit) {
        return unit.isEmpty() ? "" : ", unit: " + (unit.equals("%") ? "\"%\"" : unit);
    }

    private void groups() {
        comment("计分：ratio 为 权重 × 指标 ÷ 基准；其他方式见 seeds/rules/README.md；基准也可以由名册算出，如 base: {kind: ratio-of-sums, population: evaluated}",
                "scores: ratio is weight × indicator ÷ base; other shapes stand in seeds/rules/README.md; a base may be formed by the roll");
        line("groups:");
        line("  - id: all");
        line("    title: 参评企业");
        line("    weights-total: " + DraftItem.weights(items).toPlainString());
        line("    source: document");
        line("    clause: 待核");
        line("    items:");
        String cap = answer("cap").equals("none") ? "" : ", cap: " + answer("cap") + " * w";
        String negative = answer("negative").equals("compute") ? "" : ", negative: " + answer("negative");
        items.forEach(it -> line("      " + it.name() + ": {weight: " + it.weight() + ", score: ratio, base: " + it.base()
                + (it.unit().isEmpty() ? "" : " " + it.unit()) + cap + ", floor: 0" + negative + ", missing: " + answer("missing")
                + ", source: document, clause: 待核}"));
    }

    private void classes() {
        comment("排序：by 可以写行业、规模等分组", "ranking: by may name groups such as industry or size");
        line("ranking:");
        line("  on: " + answer("on"));
        line("  ties: " + answer("ties"));
        line("  small-groups: " + (answer("small-groups").equals("none") ? "none" : "{under: " + answer("small-groups") + ", exempt: 不定级}"));
        line("  source: document");
        line("  clause: 待核");
        comment("分档：累计比例含界限；也可以 by: score 按分数线、by: tests 按条件", "classes: cumulative shares, bounds included; or by: score, by: tests");
        line("classes:");
        line("  order: [" + String.join(", ", shares().keySet()) + "]");
        line("  by: rank");
        line("  cuts: {" + String.join(", ", shares().entrySet().stream().map(it -> it.getKey() + ": " + it.getValue()).toList()) + "}");
        line("  quota-base: " + answer("quota-base"));
        line("  quota-rounding: cumulative " + answer("quota-rounding"));
        line("  source: document");
        line("  clause: 待核");
    }

    private Map<String, String> shares() {
        Map<String, String> shares = new LinkedHashMap<>();
        for (String part : answer("classes").split("[,，]", -1)) {
            String[] words = part.strip().split("\\s+", 2);
            if (words.length != 2 || words[0].isEmpty()) {
                throw new IllegalArgumentException("'classes': found '" + part.strip() + "', expected a class and its share, such as A 20 %");
            }
            shares.put(words[0], words[1]);
        }
        return shares;
    }

    private void examples() {
        comment("算例：把文件里的或手算的数写在这里，每次读取都会核对，不符即拒绝（不要抄程序算出的数）", "examples: numbers of the document or worked by "
                + "hand; they are worked at every reading (never paste what the program gives)");
        line("# examples:");
        line("#   - title: 各项都等于基准的企业");
        line("#     worked: by-hand");
        line("#     rows: {甲: {" + String.join(", ", items.stream().flatMap(it -> java.util.stream.Stream.of(it.above(), it.below())).distinct()
                .map(it -> it + ": 0").toList()) + "}}");
        line("#     gives: {甲: {total: 100}}");
    }

    private String answer(String id) {
        return answers.getOrDefault(id, "");
    }

    private String quoted(String id) {
        return '"' + answer(id).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void comment(String chinese, String english) {
        line("# " + session.either(chinese, english));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
