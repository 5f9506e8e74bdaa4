package io.mubiao.render;

import com.google.common.collect.ImmutableMap;
import io.mubiao.assess.Note;
import io.mubiao.assess.Pace;
import io.mubiao.assess.Reason;
import io.mubiao.assess.Status;
import io.mubiao.assess.Verdict;
import io.mubiao.scorecard.NoPoints;
import io.mubiao.scorecard.Rollup;
import io.mubiao.trace.Term;
import io.mubiao.trace.Trace;
import java.util.Locale;

/** The words for the library's enums, Chinese and English. */
final class Words {
    private record Pair(String chinese, String english) {}

    private static final ImmutableMap<Enum<?>, Pair> WORDS = words();

    private final boolean chinese;

    Words(Locale locale) {
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

    /** The name of a part that a document leaves open. */
    String part(String part) {
        if (!chinese) {
            return part;
        }
        return switch (part) {
            case "limit" -> "数值";
            case "cadence" -> "频次";
            case "population" -> "对象范围";
            case "baseline" -> "基数";
            case "stage" -> "阶段";
            case "severity" -> "等级";
            case "evidence" -> "佐证清单";
            default -> part;
        };
    }

    private static ImmutableMap<Enum<?>, Pair> words() {
        ImmutableMap.Builder<Enum<?>, Pair> words = ImmutableMap.builder();
        statuses(words);
        reasons(words);
        terms(words);
        scores(words);
        return words.build();
    }

    private static void statuses(ImmutableMap.Builder<Enum<?>, Pair> words) {
        put(words, Status.UNMEASURABLE, "不可衡量", "unmeasurable");
        put(words, Status.NOT_APPLICABLE, "不适用", "not applicable");
        put(words, Status.INSUFFICIENT_DATA, "数据不足", "insufficient data");
        put(words, Status.STALE, "数据过期", "stale");
        put(words, Status.BREACHED, "触碰红线", "breached");
        put(words, Status.MISSED, "逾期未成", "missed");
        put(words, Status.BEHIND, "落后序时", "behind");
        put(words, Status.MET, "达成", "met");
        put(words, Status.ON_PACE, "达到序时", "on pace");
        put(words, Status.NOT_DUE, "未到期", "not due");
        put(words, Status.NOT_MET, "未达成", "not met");
        put(words, Verdict.MET, "达成", "met");
        put(words, Verdict.NOT_MET, "尚未达成，期限未到", "not met, the period is open");
        put(words, Verdict.MISSED, "逾期未达成", "missed, the deadline is past");
        put(words, Verdict.BREACHED, "触碰红线", "breached");
        put(words, Verdict.NOT_APPLICABLE, "不适用", "not applicable");
        put(words, Verdict.INSUFFICIENT_DATA, "数据不足，不能判定", "insufficient data");
        put(words, Verdict.STALE, "数据过期，不能判定", "stale data");
        put(words, Verdict.UNMEASURABLE, "不可衡量", "unmeasurable");
        put(words, Pace.ON_PACE, "达到序时进度", "on pace");
        put(words, Pace.BEHIND, "落后序时进度", "behind pace");
        put(words, Pace.NOT_DUE, "未到期", "not due");
        put(words, Pace.NOT_JUDGED, "不评进度", "pace not judged");
    }

    private static void reasons(ImmutableMap.Builder<Enum<?>, Pair> words) {
        put(words, Reason.HOLE, "原文未写明", "left open by the document");
        put(words, Reason.NO_OBSERVATION, "没有观测数据", "no observation");
        put(words, Reason.ENDS_EARLY, "数据止于期末之前", "the data end before the deadline");
        put(words, Reason.NOT_COMPLETE, "没有报全(零报告未覆盖)", "not stated to be complete");
        put(words, Reason.UNREPORTED, "有未报的对象", "some are unreported");
        put(words, Reason.REPORT_OVERDUE, "超过报送周期未更新", "report overdue");
        put(words, Reason.ZERO_DENOMINATOR, "分母为零", "zero denominator");
        put(words, Reason.ZERO_BASE, "基数为零", "zero base");
        put(words, Reason.MISSING_BASE, "没有基数", "missing base");
        put(words, Reason.SIGN_CHANGE, "基数与现值正负不同", "base and present value differ in sign");
        put(words, Reason.NEGATIVE_BASE, "基数为负", "negative base");
        put(words, Reason.BASE_NOT_EARLIER, "基期不早于现期", "base not earlier than the present figure");
        put(words, Reason.UNIT_MISMATCH, "单位不能换算", "units do not convert");
        put(words, Reason.OVERLAPPING_INCREMENTS, "同一来源的当期数重叠", "overlapping increments of one source");
        put(words, Reason.MIXED_KINDS, "累计数与当期数混用", "mixed kinds of observation");
        put(words, Reason.WRONG_KIND, "数据类型不符", "wrong kind of observation");
        put(words, Reason.UNKNOWN_ATTRIBUTE, "阶段、等级或属性缺失", "missing or unknown attribute");
        put(words, Note.Kind.LEFT_OUT, "未计入(超出期间或考核时点)", "left out (outside the period or past the as-of date)");
        put(words, Note.Kind.APPROVED_LATE, "延期批准晚于原期限", "extension approved after the deadline");
        put(words, Note.Kind.EXTENSION_PENDING, "延期申请未批准，不改变期限", "extension requested, not approved: no effect");
        put(words, Note.Kind.REACHED_LATE, "逾期才达到", "reached only after the deadline");
        put(words, Note.Kind.UNLISTED, "不在清单内，未计入", "not on the list, not counted");
        put(words, Note.Kind.LAST_FIGURE, "最后一期数据早于期末", "last figure is before the period's end");
        put(words, Note.Kind.DIFFERENT_DAYS, "分子分母日期不同", "numerator and denominator of different days");
        put(words, Note.Kind.OTHER_BASIS, "另一口径数据", "figure on the other basis");
    }

    private static void scores(ImmutableMap.Builder<Enum<?>, Pair> words) {
        put(words, NoPoints.NOTHING_BELOW, "下级没有计分项", "nothing below it");
        put(words, NoPoints.LACKING, "有缺项，不予计分", "without points below it");
        put(words, NoPoints.NOTHING_KNOWN, "下级都没有得分", "nothing below it has points");
        put(words, NoPoints.INCOMPLETE, "完整度不足", "not complete enough");
        put(words, NoPoints.NOTHING_TO_DIVIDE, "满分为零", "no full points to divide by");
        put(words, Rollup.WEIGHTED_SUM, "加权求和", "weighted sum");
        put(words, Rollup.ALL_OR_NOTHING, "全有或全无", "all or nothing");
        put(words, Rollup.OPPORTUNITY, "机会合并", "pooled opportunities");
        put(words, Rollup.WORST_OF, "取最差", "worst of all");
        put(words, Rollup.LATEST, "取最新", "latest");
        put(words, Trace.Origin.ASSESSMENT, "目标评估", "assessment");
        put(words, Trace.Origin.PEERS, "同组对象", "peers");
        put(words, Trace.Origin.HISTORY, "以前各期", "earlier periods");
        put(words, Trace.Origin.ARGUMENT, "给定", "given");
        put(words, Trace.Origin.POLICY, "标准分", "full points");
    }

    private static void terms(ImmutableMap.Builder<Enum<?>, Pair> words) {
        put(words, Term.ACTUAL, "实际完成", "achieved");
        put(words, Term.REQUIRED, "要求", "required");
        put(words, Term.ATTAINMENT, "完成率", "attainment");
        put(words, Term.CAPPED_ATTAINMENT, "完成率(封顶100%)", "attainment, capped");
        put(words, Term.EXPECTED_SHARE, "序时进度", "share owed by now");
        put(words, Term.EXPECTED, "应完成", "owed by now");
        put(words, Term.OF_EXPECTED, "占应完成", "of what is owed by now");
        put(words, Term.NUMERATOR, "分子", "numerator");
        put(words, Term.NUMERATOR_EXCLUSION, "分子排除", "numerator exclusions");
        put(words, Term.DENOMINATOR, "分母", "denominator");
        put(words, Term.DENOMINATOR_EXCLUSION, "分母排除", "denominator exclusions");
        put(words, Term.DENOMINATOR_EXCEPTION, "分母例外", "denominator exceptions");
        put(words, Term.EFFECTIVE_NUMERATOR, "计入分子", "effective numerator");
        put(words, Term.EFFECTIVE_DENOMINATOR, "计入分母", "effective denominator");
        put(words, Term.RATE, "比率", "rate");
        put(words, Term.BASE, "基数", "base");
        put(words, Term.NOW, "现值", "present value");
        put(words, Term.CHANGE, "变动", "change");
        put(words, Term.YEARS, "年数", "years");
        put(words, Term.DUE_CELLS, "应完成格数", "cells due");
        put(words, Term.FULFILLED_CELLS, "已完成格数", "cells fulfilled");
        put(words, Term.EXCUSED_CELLS, "豁免格数", "cells excused");
        put(words, Term.MISSED_CELL, "缺", "missed");
        put(words, Term.UNKNOWN_CELL, "情况不明", "unknown");
        put(words, Term.REACHED, "已达到", "reached");
        put(words, Term.MISSING, "尚缺", "missing");
        put(words, Term.SAMPLES, "样本数", "samples");
        put(words, Term.SAMPLES_MET, "达标样本数", "samples that meet the level");
        put(words, Term.FAILED_SAMPLE, "不达标样本", "sample that does not meet the level");
        put(words, Term.WORST, "最差值", "worst");
        put(words, Term.MEAN, "平均值", "mean");
        put(words, Term.OCCURRENCES, "发生数", "occurrences");
        put(words, Term.ON, "日期", "on");
        put(words, Term.AS_AT, "数据截至", "figures as at");
        put(words, Term.DUE, "期限", "due");
        put(words, Term.COMPLETE_THROUGH, "零报告覆盖至", "complete through");
        put(words, Term.LEFT_OUT, "未计入", "left out");
        put(words, Term.HOLE, "原文未写明", "left open");
        put(words, Term.REASON, "原因", "because");
        put(words, Term.RULE, "口径", "rule");
        put(words, Term.NAMED_INPUT, "数据项", "input");
        put(words, Term.WORKED_OUT, "计算", "worked out");
    }

    private static void put(ImmutableMap.Builder<Enum<?>, Pair> words, Enum<?> key, String chinese, String english) {
        words.put(key, new Pair(chinese, english));
    }
}
