package io.mubiao.render;

import com.google.common.collect.ImmutableMap;
import io.mubiao.formula.Value;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.Why;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why nobody can tell, in words. */
final class WhyWords {
    /** What the evaluator calls parts that have no name of their own. */
    private static final ImmutableMap<String, String> CHINESE = ImmutableMap.<String, String>builder()
            .put("sum of denominators", "分母合计").put("all items", "全部指标")
            .put("divisor", "除数").put("root of", "开方").put("year_end", "评价年度末").put(": ", "：").build();
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
        what = what.equals("class") ? "等级" : EARLIER.matcher(what).replaceAll(found -> Matcher.quoteReplacement((found.group(2) == null ? "上年的"
                : found.group(2) + " 年前的") + found.group(1)));
        what = what.replaceAll("^(?:.*: )?mean score of (.*)$", "$1的同组平均得分");
        for (var phrase : CHINESE.entrySet()) {
            what = what.replace(phrase.getKey(), phrase.getValue());
        }
        return switch (why.kind()) {
            case NO_RANKING -> "不属于任何排序组：缺 " + what;
            case NO_SCOPE -> lacking(why, what) + "，不能判定是否参评";
            case MISSING -> "没有总分：" + (why.how() == Value.Absence.NOBODY ? lacking(why, what) + "，办法未规定如何处理（计分项的 degenerate）"
                    : "缺 “" + what + "”，办法未规定如何处理");
            case ZERO_DIVISOR -> "没有总分：“" + what + "” 为 0，不能作除数，办法未规定如何处理";
            case NO_CLASS -> "不能定级：是否符合 " + why.part().title() + " 类条件不能判定，" + lacking(why, what);
            case NO_OVERRIDE -> "调档情形 “" + why.part().title() + "” 不能判定：" + lacking(why, what);
            case FOLLOWS_NOBODY -> "等级跟随另一企业，" + lacking(why, what);
            case FOLLOWS_ABSENT -> "等级跟随 “" + why.part().title() + "” " + what + "，该企业不在名册中";
            case FOLLOWS_CIRCLE -> "等级跟随 “" + why.part().title() + "”，但互相跟随：" + what.replace(", ", "、");
            case FOLLOWS_UNDECIDED -> "等级跟随 “" + why.part().title() + "” " + what + "，该企业的等级不能判定";
            case NO_AMOUNT -> lacking(why, what);
            case NOT_IN_FORCE -> "执行期 " + why.part().name() + "，" + what + " 不在其内";
            case NO_YEAR -> "执行期 " + why.part().name() + "，但未说明评价年度，不能判定是否在其内";
        };
    }

    /** Why an enterprise is not graded like the others. */
    String of(Explanation.ScopeLine it) {
        String test = it.test().map(when -> new ClassWords(words).test(when, it.operands())).orElse("");
        String what = it.title().isEmpty() || it.title().equals(it.id()) ? test
                : it.title() + (test.isEmpty() ? "" : words.either("（" + test + "）", " (" + test + ")"));
        return words.of(it.kind()) + (what.isEmpty() ? "" : words.either("：", ": ") + what);
    }

    private static String lacking(Why why, String what) {
        return switch (why.how()) {
            case MISSING, OPEN -> "缺 “" + what + "”";
            case ZERO_DIVISOR -> "“" + what + "” 为 0，不能作除数";
            case NOBODY -> "基准值 “" + what + "” 没有企业参与形成";
            case UNDEFINED -> "文件未规定（" + what + "）";
        };
    }
}
