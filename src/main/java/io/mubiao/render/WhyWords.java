package io.mubiao.render;

import io.mubiao.formula.Value;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.assess.Why;
import io.mubiao.land.internal.Lack;
import io.mubiao.text.internal.Translation;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why nobody can tell, in words. */
final class WhyWords {
    private static final Pattern EARLIER = Pattern.compile("prior\\(\"([^\"]*)\"(?:, (\\d+))?\\)");

    private final Words words;

    WhyWords(Words words) {
        this.words = words;
    }

    String of(Why why) {
        if (!words.isChinese()) {
            return EARLIER.matcher(why.titled()).replaceAll(found -> Matcher.quoteReplacement((found.group(2) == null ? "last year's "
                    : found.group(2) + " years ago: ") + found.group(1)));
        }
        String what = why.what().title();
        if (why.kind() == Why.Kind.NO_RANKING) {
            FormulaWords names = new FormulaWords(words);
            what = Stream.of(what.replaceAll("^\\[|]$", "").split(", ", -1)).map(names::name).collect(Collectors.joining("、"));
        }
        what = EARLIER.matcher(what).replaceAll(found -> Matcher.quoteReplacement((found.group(2) == null ? "上年的"
                : found.group(2) + " 年前的") + found.group(1)));
        return switch (why.kind()) {
            case NO_RANKING -> "不属于任何排序组：缺 " + what;
            case NO_SCOPE -> lacking(why, what) + "，不能判定是否参评";
            case MISSING -> "没有总分：" + (why.how() == Value.Absence.NOBODY ? lacking(why, what) + "，办法未规定如何处理（计分项的 degenerate）"
                    : (why.how() == Value.Absence.UNDEFINED ? undefined(what) : missing(what)) + "，办法未规定如何处理");
            case ZERO_DIVISOR -> "没有总分：" + zero(what) + "，办法未规定如何处理";
            case NO_CLASS -> "不能定级：是否符合 " + why.part().title() + " 类条件不能判定，" + lacking(why, what);
            case NO_OVERRIDE -> "调档情形 “" + why.part().title() + "” 不能判定：" + lacking(why, what);
            case FOLLOWS_NOBODY -> "等级跟随另一企业，" + lacking(why, what);
            case FOLLOWS_ABSENT -> "等级跟随 “" + why.part().title() + "” " + what + "，该企业不在名册中";
            case FOLLOWS_CIRCLE -> "等级跟随 “" + why.part().title() + "”，但互相跟随：" + what.replace(", ", "、");
            case FOLLOWS_UNDECIDED -> "等级跟随 “" + why.part().title() + "” " + what + "，该企业的等级不能判定";
            case NO_AMOUNT -> lacking(why, what);
            case NO_CONCERN -> "是否适用不能判定：" + lacking(why, what);
            case NO_RATE -> "适用哪一档不能判定：" + lacking(why, what);
            case NOT_IN_FORCE -> "执行期 " + why.part().name() + "，" + what + " 不在其内";
            case NO_YEAR -> "执行期 " + why.part().name() + "，但未说明评价年度，不能判定是否在其内";
        };
    }

    /** Why an enterprise is not graded like the others. */
    String of(Explanation.ScopeLine it) {
        String test = it.test().map(when -> new ClassWords(words).test(when, it.operands())).orElse("");
        String what = it.title().isEmpty() || it.title().equals(it.id()) ? test
                : it.title() + (test.isEmpty() ? "" : words.either("（" + test + "）", " (" + test + ")"));
        return words.of(it.kind()) + small(it) + (what.isEmpty() ? "" : words.either("：", ": ") + what);
    }

    /** Which group is too small, how many it has and how many it would need. */
    String small(Explanation.ScopeLine it) {
        return it.small().map(group -> words.either("（" + (group.group().isEmpty() ? "" : String.join(" ", group.group()) + "：") + "参与排序 " + group.ranked()
                + " 家，不足 " + group.minimum() + " 家）", " (" + (group.group().isEmpty() ? "" : String.join(" ", group.group()) + ": ") + group.ranked()
                + " ranked, fewer than " + group.minimum() + ")")).orElse("");
    }

    /** Of who is scored but not graded that there is no total; who is undecided for it has a reason of his own. */
    Optional<String> withoutTotal(Explanation it) {
        if (!it.result().standing().isScored() || it.result().standing() == Standing.GRADED || it.group().isEmpty() || it.total().isPresent()) {
            return Optional.empty();
        }
        String lacking = it.items().stream().filter(item -> item.marks().contains(Explanation.Mark.NOT_SCORED)).map(Explanation.Line::title)
                .collect(Collectors.joining(words.either("、", ", ")));
        boolean keeps = it.scope().stream().anyMatch(line -> line.kind() == Explanation.Aside.PLACE_COUNTED || line.kind() == Explanation.Aside.PLACE_UNCOUNTED);
        return Optional.of(words.either("没有总分" + (lacking.isEmpty() ? "" : "（" + lacking + "不能计分）") + (keeps ? "，未排入名次" : ""),
                "no total" + (lacking.isEmpty() ? "" : " (not scored: " + lacking + ")") + (keeps ? ", so no place" : "")));
    }

    private String lacking(Why why, String what) {
        return switch (why.how()) {
            case MISSING, OPEN -> missing(what);
            case ZERO_DIVISOR -> zero(what);
            case NOBODY -> "基准值 “" + parts(what) + "” 没有企业参与形成";
            case UNDEFINED -> undefined(what);
        };
    }

    private static String undefined(String what) {
        Lack lack = Lack.of(what);
        return lack.kind() == Lack.Kind.DAY ? "“" + parts(lack.path()).replace(" and ", "、") + "” 的日期超出公元 1 年至 9999 年"
                : "文件未规定（" + Stream.of(what.split(": ", -1)).map(part -> Translation.translate(part, Locale.CHINESE)).collect(Collectors.joining("：")) + "）";
    }

    private String missing(String what) {
        Lack lack = Lack.of(what);
        String path = lack.path().isEmpty() ? "" : "“" + parts(lack.path()) + "” ";
        return switch (lack.kind()) {
            case BUILT_IN -> path + "缺 “" + new FormulaWords(words).name(lack.what()) + "”";
            case MEAN_SCORE -> "缺 “" + lack.what() + "的同组平均得分”";
            case LOGARITHM -> path + "算不出：" + lack.what() + " 没有对数";
            case ROOT -> path + "算不出：" + lack.what() + " 不能开方";
            case ALL_ITEMS -> path + "缺 “全部指标”";
            default -> "缺 “" + parts(what) + "”";
        };
    }

    private static String zero(String what) {
        Lack lack = Lack.of(what);
        String path = lack.path().isEmpty() ? "" : "“" + parts(lack.path()) + "” 的";
        return (lack.kind() == Lack.Kind.DENOMINATORS ? path + "分母合计" : lack.kind() == Lack.Kind.DIVISOR ? path + "除数" : "“" + parts(what) + "”")
                + " 为 0，不能作除数";
    }

    private static String parts(String what) {
        return what.replace(": ", "：");
    }
}
