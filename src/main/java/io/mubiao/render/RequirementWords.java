package io.mubiao.render;

import io.mubiao.assess.Assessment;
import io.mubiao.target.Bound;
import io.mubiao.target.ChangeDirection;
import io.mubiao.target.Goal;
import io.mubiao.target.Population;
import io.mubiao.target.SampleReading;
import io.mubiao.target.Stated;
import io.mubiao.time.Cadence;
import io.mubiao.value.Quantity;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a goal requires, in a few words. */
final class RequirementWords {
    private final Words words;

    RequirementWords(Words words) {
        this.words = words;
    }

    String of(Goal goal) {
        return goal.match(new Goal.Cases<String>(
                amount -> bound(amount.require()),
                milestone -> stated(milestone.stage()),
                count -> stated(count.stage()) + " " + bound(count.require()),
                quota -> cadence(quota) + " ≥ " + quota.atLeast() + words.either(" 次", ""),
                coverage -> words.either("覆盖 ", "coverage ") + bound(coverage.require()),
                change -> which(change.direction()) + bound(change.require()),
                redLine -> words.either("零发生 ", "none ") + redLine.severity().map(RequirementWords::stated).orElse(""),
                maintain -> reading(maintain.reading()) + " " + bound(maintain.level()),
                judged -> words.either("佐证 ", "evidence ")
                        + judged.evidence().known().map(items -> String.join("、", items)).orElse("？")));
    }

    private String which(ChangeDirection direction) {
        return switch (direction) {
            case GROWTH -> words.either("增长 ", "growth ");
            case REDUCTION -> words.either("下降 ", "reduction ");
        };
    }

    /** The numbers that what was achieved is held against. */
    static List<Quantity> limits(Assessment it) {
        Stream<Quantity> ends = bounds(it.goal()).flatMap(RequirementWords::ends);
        return Stream.of(ends, it.required().stream(), it.expected().stream()).flatMap(all -> all).toList();
    }

    private static Stream<Bound> bounds(Goal goal) {
        return goal instanceof Goal.Maintain maintain && maintain.reading() instanceof SampleReading.Share share
                ? Stream.of(share.share()) : goal.bound().stream();
    }

    private static Stream<Quantity> ends(Bound bound) {
        if (bound instanceof Bound.Range range) {
            return Stream.of(range.low(), range.high());
        }
        return bound.reference().stream().flatMap(value -> bound instanceof Bound.About about
                ? Stream.of(about.low(), about.high()) : Stream.of(value));
    }

    private String cadence(Goal.Quota quota) {
        String each = quota.cadence().known().map(this::cadence).orElse("？");
        if (quota.population().isEmpty()) {
            return each;
        }
        String members = quota.population().get().known().orElse(null) instanceof Population.Listed listed
                ? Integer.toString(listed.members().size())
                : "？";
        return each + words.either(" × " + members + " 个对象", " × " + members + " members");
    }

    private String cadence(Cadence cadence) {
        if (!words.isChinese()) {
            return "every " + cadence;
        }
        if (cadence instanceof Cadence.Weekday weekday) {
            return "每" + weekday.day().getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE);
        } else if (cadence instanceof Cadence.Rolling rolling) {
            return "任意连续 " + rolling.length().toString().substring(1).replace("D", " 天").replace("M", " 个月")
                    .replace("W", " 周").replace("Y", " 年");
        }
        return switch (cadence.toString()) {
            case "month" -> "每月";
            case "quarter" -> "每季度";
            case "half-year" -> "每半年";
            case "year" -> "每年";
            case "odd-week" -> "每单周";
            case "even-week" -> "每双周";
            default -> "每周";
        };
    }

    private String reading(SampleReading reading) {
        if (reading instanceof SampleReading.Share share) {
            return words.either("达标率", "share ") + bound(share.share()) + words.either("，标准", " at");
        }
        return switch (reading.toString()) {
            case "every" -> words.either("每次", "every");
            case "worst" -> words.either("最差", "worst");
            default -> words.either("平均", "mean");
        };
    }

    private static String stated(Stated<?> part) {
        return part.known().isPresent() ? part.toString() : "？";
    }

    private String bound(Bound bound) {
        String text = symbols(bound.toString(), words);
        int hole = text.indexOf('?');
        return hole < 0 ? text : text.substring(0, hole) + "？";
    }

    /** The text of a bound with the signs people write; a bare number is a minimum. */
    static String symbols(String bound, Words words) {
        String signs = bound.replace(">=", "≥").replace("<=", "≤").replace("~", "≈");
        String text = words.isChinese()
                ? signs.replace(", higher is better", "，越高越好").replace(", lower is better", "，越低越好") : signs;
        return Character.isDigit(text.charAt(0)) ? "≥ " + text : text;
    }
}
