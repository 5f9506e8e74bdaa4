package io.mubiao.render.law;

import io.mubiao.scoring.Reading;

/** What is read of a target, in words. */
final class Readings {
    private Readings() {}

    static String word(Say say, String name) {
        return Reading.find(name).map(reading -> word(say, reading)).orElse(name);
    }

    static String word(Say say, Reading reading) {
        return switch (reading) {
            case ATTAINMENT -> say.either("完成率", "the attainment");
            case CAPPED_ATTAINMENT -> say.either("完成率（0 至 100%）", "the attainment held from 0 to 100 %");
            case EXPECTED_SHARE -> say.either("序时进度", "the share owed by now");
            case OF_EXPECTED -> say.either("完成数占到时应完成数之比", "what is done of what is owed by now");
            case POINTS_AHEAD -> say.either("超前序时的百分点", "the percentage points ahead of pace");
            case POINTS_BEHIND -> say.either("落后序时的百分点", "the percentage points behind pace");
            case BEHIND_SHARE -> say.either("低于到时应完成数的比例", "the share below what is owed by now");
            case DAYS_AHEAD -> say.either("超前天数", "the days ahead");
            case DAYS_LATE -> say.either("落后天数", "the days late");
            case ACTUAL -> say.either("实际完成数", "what was achieved");
            case REQUIRED -> say.either("要求的数", "what is required");
            case SHORTFALL -> say.either("差额", "the shortfall");
            case STRENGTH -> say.either("承诺力度（1 至 5）", "the strength of the commitment (1 to 5)");
            case MONTH -> say.either("考核月份", "the month of the assessment");
            case AS_OF -> say.either("考核日", "the day of the assessment");
            case DEADLINE -> say.either("期限", "the deadline");
            case REACHED_ON -> say.either("达到要求之日", "the day on which it was reached");
            case MET -> say.either("已达成", "it is met");
            case MISSED -> say.either("逾期未达成", "the deadline was missed");
            case BREACHED -> say.either("触碰红线", "a red line was crossed");
            case SETTLED -> say.either("已成定局", "it is settled");
            case ON_PACE -> say.either("达到序时进度", "it is on pace");
            case BEHIND -> say.either("落后序时进度", "it is behind pace");
            case BINDING -> say.either("约束性目标", "it is binding");
            case STATUS -> say.either("状态", "the status");
            case BAND -> say.either("评定等次", "the band given");
            case ID -> say.either("目标编号", "the id of the target");
            case KIND -> say.either("目标类型", "the kind of goal");
            case CHAPTER -> say.either("所在章", "the chapter");
            case OWNER -> say.either("责任单位", "the lead unit");
        };
    }
}
