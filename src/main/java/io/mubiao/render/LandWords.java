package io.mubiao.render;

import com.google.common.collect.ImmutableMap;
import io.mubiao.land.BaselineRule;
import io.mubiao.land.Consequence;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.Standing;
import io.mubiao.trace.Trace;
import java.math.RoundingMode;
import java.util.Locale;

/** The words for the enums of land efficiency, Chinese and English. */
final class LandWords {
    private record Pair(String chinese, String english) {}

    private static final ImmutableMap<Enum<?>, Pair> WORDS = ImmutableMap.<Enum<?>, Pair>builder()
            .put(Standing.GRADED, new Pair("参评定级", "graded"))
            .put(Standing.UNGRADED, new Pair("参评不定级", "evaluated, not graded"))
            .put(Standing.TREATED_AS, new Pair("参评不定级，按某类对待", "evaluated, treated as a class"))
            .put(Standing.COLLECTED, new Pair("只采集数据", "data collected only"))
            .put(Standing.OUT, new Pair("不纳入评价", "out of scope"))
            .put(Standing.UNDECIDED, new Pair("不能判定", "undecided"))
            .put(Explanation.Mark.CAPPED, new Pair("封顶", "capped"))
            .put(Explanation.Mark.FLOORED, new Pair("保底", "held at the floor"))
            .put(Explanation.Mark.NEGATIVE, new Pair("指标为负", "negative indicator"))
            .put(Explanation.Mark.MISSING, new Pair("指标缺失", "indicator missing"))
            .put(Explanation.Mark.ZERO_DIVISOR, new Pair("指标分母为零", "zero divisor"))
            .put(Explanation.Mark.DEGENERATE, new Pair("基准为零或最大等于最小", "degenerate baseline"))
            .put(Explanation.Mark.LEFT_OUT, new Pair("剔除，其余权重按比例提高", "left out, other weights raised"))
            .put(Explanation.Mark.NOT_SCORED, new Pair("不能计分，办法未规定如何处理", "cannot be scored, the rule does not say what then"))
            .put(Explanation.Aside.REQUIREMENT, new Pair("不符合参评条件", "does not meet"))
            .put(Explanation.Aside.EXCLUSION, new Pair("属于", "is one of"))
            .put(Explanation.Aside.NO_GROUP, new Pair("不属于任何评价组", "fits no group of the rule"))
            .put(Explanation.Aside.SMALL_GROUP, new Pair("同组户数不足", "too few are ranked with it"))
            .put(BaselineRule.Kind.CONSTANT, new Pair("公布值", "published"))
            .put(BaselineRule.Kind.RATIO_OF_SUMS, new Pair("分子合计 ÷ 分母合计", "sum of numerators ÷ sum of denominators"))
            .put(BaselineRule.Kind.MEAN, new Pair("各企业数值的算术平均", "mean of the enterprises' values"))
            .put(BaselineRule.Kind.MAX, new Pair("最大值", "largest value"))
            .put(BaselineRule.Kind.MIN, new Pair("最小值", "smallest value"))
            .put(BaselineRule.Kind.PERCENTILE, new Pair("分位值", "percentile"))
            .put(BaselineRule.Population.EVALUATED, new Pair("参评企业（含不定级）", "evaluated enterprises (the ungraded too)"))
            .put(BaselineRule.Population.GRADED, new Pair("定级企业", "graded enterprises"))
            .put(RoundingMode.HALF_UP, new Pair("四舍五入", "half up"))
            .put(RoundingMode.HALF_EVEN, new Pair("四舍六入五成双", "half to even"))
            .put(RoundingMode.HALF_DOWN, new Pair("五舍六入", "half down"))
            .put(RoundingMode.UP, new Pair("远离零进位", "away from zero"))
            .put(RoundingMode.DOWN, new Pair("截尾", "cut off"))
            .put(RoundingMode.FLOOR, new Pair("向下取", "down"))
            .put(RoundingMode.CEILING, new Pair("向上取", "up"))
            .put(RoundingMode.UNNECESSARY, new Pair("不取舍", "exact"))
            .put(Consequence.Kind.SURCHARGE, new Pair("加价", "surcharge"))
            .put(Consequence.Kind.RELIEF, new Pair("减免", "relief"))
            .put(Consequence.Kind.REBATE, new Pair("返还", "rebate"))
            .put(Trace.Origin.COLUMN, new Pair("申报数据", "data"))
            .put(Trace.Origin.PRIOR_YEAR, new Pair("上年数据", "last year's data"))
            .put(Trace.Origin.TABLE, new Pair("办法数值表", "table of the rule"))
            .put(Trace.Origin.LABEL, new Pair("分类", "label"))
            .put(Trace.Origin.BASELINE, new Pair("基准值", "baseline"))
            .put(Trace.Origin.MEAN_SCORE, new Pair("同组平均得分", "mean score of the group"))
            .put(Trace.Origin.POLICY, new Pair("办法规定的分值", "points the rule gives"))
            .put(Trace.Origin.HISTORY, new Pair("历年等级或以前各期", "earlier classes or periods"))
            .put(Trace.Origin.ASSESSMENT, new Pair("目标评估", "assessment"))
            .put(Trace.Origin.PEERS, new Pair("同组对象", "peers"))
            .put(Trace.Origin.ARGUMENT, new Pair("给定值", "given"))
            .build();

    private final boolean chinese;

    LandWords(Locale locale) {
        chinese = locale.getLanguage().equals("zh");
    }

    boolean isChinese() {
        return chinese;
    }

    /** The word for a constant. */
    String of(Enum<?> constant) {
        Pair pair = WORDS.get(constant);
        if (pair == null) {
            throw new IllegalArgumentException("no words for " + constant.getDeclaringClass() + "." + constant);
        }
        return chinese ? pair.chinese : pair.english;
    }

    /** One of two texts. */
    String either(String inChinese, String inEnglish) {
        return chinese ? inChinese : inEnglish;
    }
}
