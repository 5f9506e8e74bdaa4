package io.mubiao.render;

import com.google.common.collect.ImmutableMap;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rounding;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words for functions, signs and names of formulas, Chinese and English. */
final class FormulaWords {
    private static final ImmutableMap<String, String> SIGNS = ImmutableMap.of("<=", "≤", ">=", "≥", "==", "=", "!=", "≠");
    private static final Pattern CONSECUTIVE = Pattern.compile("consecutive\\(\"(.*)\"\\)");

    private final Words words;

    FormulaWords(Words words) {
        this.words = words;
    }

    String sign(String comparison) {
        return SIGNS.getOrDefault(comparison, comparison);
    }

    /** What stands in a named input: a number with its unit, a day, yes or no, a text, or that it is missing. */
    String value(Trace.Leaf leaf) {
        if (!leaf.text().isEmpty()) {
            return leaf.text() + (leaf.origin() == Trace.Origin.BY_RULE && leaf.name().equals("prior_class")
                    ? words.either("（无上年等级，按办法视为 " + leaf.text() + "）", " (no class last year, by the rule " + leaf.text() + ")") : "");
        }
        if (leaf.number().isEmpty()) {
            return leaf.origin() == Trace.Origin.PLACE ? words.either("无名次", "no place") : words.either("缺失", "missing");
        }
        return switch (leaf.kind()) {
            case DAY, FLAG -> words.held(leaf.kind(), leaf.number().get().amount());
            case NUMBER, TEXT -> PlainNumber.of(leaf.number().get());
        };
    }

    /** The same in a list of what was filed: what was not and is there by the rule is told so. */
    String filed(Trace.Leaf leaf) {
        String value = value(leaf);
        return switch (leaf.origin()) {
            case BY_RULE -> words.either("未填，按办法为 ", "not filed, by the rule ") + value;
            case COLUMN_OR_RULE -> value + words.either("（未填的按办法为 " + value + "）", " (not filed is " + value + " by the rule)");
            default -> value;
        };
    }

    /** What a formula gives. */
    String number(Optional<Quantity> number) {
        return number.map(PlainNumber::of).orElse(words.either("无数值", "no number"));
    }

    /** A name that the rule gives no title, in words; any other as it is. */
    String name(String name) {
        Matcher consecutive = CONSECUTIVE.matcher(name);
        if (consecutive.matches()) {
            return words.either("此前连续评为 " + consecutive.group(1) + " 的年数",
                    "earlier years in a row as " + consecutive.group(1));
        }
        return switch (name) {
            case "subtotal" -> words.either("各项得分合计", "sum of the scores");
            case "total" -> words.either("总分", "total");
            case "place" -> words.either("名次", "place");
            case "ranked" -> words.either("参加排序户数", "number ranked");
            case "class" -> words.either("等级", "class");
            case "prior_class" -> words.either("上年等级", "last year's class");
            case "group" -> words.either("评价组", "group");
            case "year_end" -> words.either("评价年度末", "end of the year");
            case "w" -> words.either("标准分", "full points");
            case "points" -> words.either("得分", "points");
            case "attainment" -> words.either("完成率", name);
            case "capped_attainment" -> words.either("完成率(0 至 100%)", "attainment, from 0 to 100 %");
            case "expected_share" -> words.either("序时进度", "share owed by now");
            case "of_expected" -> words.either("完成占应完成之比", "achieved of what is owed by now");
            case "points_ahead" -> words.either("超前序时百分点", "percentage points ahead");
            case "points_behind" -> words.either("落后序时百分点", "percentage points behind");
            case "behind_share" -> words.either("低于应完成的比例", "share below what is owed by now");
            case "days_ahead" -> words.either("超前天数", "days ahead");
            case "days_late" -> words.either("落后天数", "days late");
            case "actual" -> words.either("实际完成", name);
            case "required" -> words.either("要求", name);
            case "shortfall" -> words.either("差额", name);
            case "strength" -> words.either("承诺力度", "strength of the commitment");
            case "met" -> words.either("已达成", name);
            case "missed" -> words.either("逾期未达成", name);
            case "breached" -> words.either("触碰红线", name);
            case "settled" -> words.either("已成定局", name);
            case "on_pace" -> words.either("达到序时", "on pace");
            case "behind" -> words.either("落后序时", "behind pace");
            case "binding" -> words.either("约束性", name);
            case "band" -> words.either("评定等次", "band given");
            case "month" -> words.either("月份", name);
            case "as_of" -> words.either("考核日", "day asked for");
            case "deadline" -> words.either("期限", name);
            case "reached_on" -> words.either("达成日", "day reached");
            case "kind" -> words.either("目标类型", "kind of goal");
            case "status" -> words.either("状态", name);
            case "chapter" -> words.either("章", name);
            case "owner" -> words.either("责任单位", "lead unit");
            case "id" -> words.either("目标", "target");
            default -> name;
        };
    }

    /** What of a quantity a name such as {@code lowest("land")} stands for; of any other name the quantity itself. */
    String of(String name, String title) {
        int open = name.indexOf("(\"");
        return switch (open < 0 ? "" : name.substring(0, open)) {
            case "lowest" -> words.either("同组最低的" + title, "lowest " + title + " of the peers");
            case "highest" -> words.either("同组最高的" + title, "highest " + title + " of the peers");
            case "mean" -> words.either("同组平均的" + title, "mean " + title + " of the peers");
            case "place" -> words.either(title + "在同组的名次", "place by " + title + " among the peers");
            case "ranked" -> words.either(title + "户数", "number ranked in " + title);
            case "peers" -> words.either("同组有" + title + "的个数", "peers that have " + title);
            case "prior" -> words.either("上期" + title, title + " in the period before");
            case "in_a_row" -> words.either(title + "的连续期数", "periods in a row: " + title);
            default -> title;
        };
    }

    String held(boolean atMost, String limit) {
        return atMost ? words.either("不高于 ", "at most ") + limit : words.either("不低于 ", "at least ") + limit;
    }

    /** How a function of formulas rounds. */
    String rounded(String function, String digits) {
        RoundingMode mode = switch (function) {
            case "round" -> RoundingMode.HALF_UP;
            case "floor" -> RoundingMode.FLOOR;
            case "ceiling" -> RoundingMode.CEILING;
            default -> RoundingMode.valueOf(function.substring("round_".length()).toUpperCase(Locale.ROOT));
        };
        return rounded(mode, digits);
    }

    String rounded(Rounding rounding) {
        return rounded(rounding.mode(), Integer.toString(rounding.digits()));
    }

    private String rounded(RoundingMode mode, String digits) {
        return words.of(mode) + (digits.equals("0") ? words.either("到整数", " to whole numbers")
                : words.either("到 " + digits + " 位小数", " to " + digits + " decimals"));
    }

    /** A function that is not written between its operands. */
    String function(String function, List<String> of) {
        return switch (function) {
            case "max" -> "[" + joined(of) + words.either(" 取大]", ", the larger]");
            case "min" -> "[" + joined(of) + words.either(" 取小]", ", the smaller]");
            case "clamp" -> "[" + of.get(0) + words.either("，", ", ") + held(false, of.get(1)) + words.either("，", ", ")
                    + held(true, of.get(2)) + "]";
            case "if" -> words.either("[如 " + of.get(0) + " 则 " + of.get(1) + "，否则 " + of.get(2) + "]",
                    "[if " + of.get(0) + " then " + of.get(1) + ", else " + of.get(2) + "]");
            case "orelse" -> words.either("[" + of.get(0) + "，缺失时取 " + of.get(1) + "]",
                    "[" + of.get(0) + ", where missing " + of.get(1) + "]");
            case "if_zero_divisor" -> words.either("[" + of.get(0) + "，除数为零时取 " + of.get(1) + "]",
                    "[" + of.get(0) + ", where it divides by zero " + of.get(1) + "]");
            case "mean" -> words.either("[", "[the mean of ") + joined(of) + words.either(" 的平均]", "]");
            case "mean_given" -> words.either("[", "[the mean of what is given of ") + joined(of) + words.either(" 中已有数的平均]", "]");
            case "sqrt" -> "√(" + of.get(0) + ")";
            case "log10" -> "lg(" + of.get(0) + ")";
            case "undefined" -> words.either("文件未规定", "not given by the document");
            case "missing" -> of.get(0) + words.either(" 缺失", " is missing");
            case "steps" -> steps(of);
            case "best" -> "[" + joined(of.subList(1, of.size())) + best(of.get(0), of.size() - 1) + "]";
            case "full_years" -> words.either(of.get(0) + " 至 " + of.get(1) + " 的整年数",
                    "full years from " + of.get(0) + " to " + of.get(1));
            case "plus_years" -> moved(of, " 年", " years ");
            case "plus_months" -> moved(of, " 个月", " months ");
            case "round", "floor", "ceiling", "round_half_even", "round_half_down", "round_up", "round_down" ->
                    "[" + of.get(0) + " " + rounded(function, of.size() < 2 ? "0" : of.get(1)) + "]";
            default -> function + "(" + joined(of) + ")";
        };
    }

    /** So many months or years after a day, or before it. */
    private String moved(List<String> of, String inChinese, String inEnglish) {
        boolean before = of.get(1).matches("\\(-[^ ()]+\\)|-[^ ()]+");
        String many = before ? of.get(1).replaceAll("^\\(?-|\\)$", "") : of.get(1);
        return words.either(of.get(0) + (before ? " 前 " : " 后 ") + many + inChinese, many + inEnglish + (before ? "before " : "after ") + of.get(0));
    }

    /** Of how many numbers how many count. */
    String best(String most, int all) {
        return words.either(" 这 " + all + " 项中最高的 " + most + " 项之和", ": the sum of the best " + most + " of these " + all);
    }

    /** How many of how many count. */
    String ofBest(int most, int all) {
        return words.either(all + " 项中最高的 " + most + " 项", "the best " + most + " of " + all);
    }

    /** {@code steps(x, below, from, points, …)}. */
    private String steps(List<String> of) {
        StringBuilder text = new StringBuilder(of.get(0));
        text.append(words.either(" 按档计分：", " by steps: ")).append(words.either("不足 ", "below ")).append(of.get(2))
                .append(words.either(" 得 ", " gives ")).append(of.get(1));
        for (int i = 2; i + 1 < of.size(); i += 2) {
            text.append(words.either("，满 ", ", from ")).append(of.get(i)).append(words.either(" 得 ", " on gives "))
                    .append(of.get(i + 1));
        }
        return text.toString();
    }

    private String joined(List<String> of) {
        return String.join(words.either("、", ", "), of);
    }
}
