package io.mubiao.render.law;

import io.mubiao.formula.Formula;
import io.mubiao.shape.Bands;
import io.mubiao.shape.Interval;
import io.mubiao.shape.Limits;
import io.mubiao.shape.Ties;
import io.mubiao.text.internal.Translation;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Words that every kind of rule uses, in one language; numbers in full. */
final class Say {
    private static final String DIGITS = "零一二三四五六七八九十";

    private final Locale locale;
    private final boolean chinese;

    Say(Locale locale) {
        this.locale = locale;
        chinese = locale.getLanguage().equals("zh");
    }

    /** One of two texts; in another language the English one as far as it is translated. */
    String either(String inChinese, String inEnglish) {
        return chinese ? inChinese : Translation.translate(inEnglish, locale);
    }

    boolean isChinese() {
        return chinese;
    }

    String chapter(int number) {
        if (!chinese) {
            return number + " ";
        }
        String tens = number < 10 ? "" : (number < 20 ? "" : String.valueOf(DIGITS.charAt(number / 10))) + "十";
        return tens + (number % 10 == 0 ? "" : DIGITS.charAt(number % 10)) + "、";
    }

    String article(int number) {
        return either("第" + number + "条　", number + ". ");
    }

    /** Parts of a sentence, those that are empty left out. */
    String parts(String... parts) {
        return parts(List.of(parts));
    }

    String parts(Collection<String> parts) {
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(either("；", "; "))) + either("。", ".");
    }

    /** Words one after the other; where one of them has a comma of its own, English needs more than that between them. */
    String list(Collection<String> words) {
        return String.join(either("、", words.stream().anyMatch(it -> it.contains(", ")) ? "; " : ", "), words);
    }

    /** An author's name. */
    String quoted(String name) {
        return either("“" + name + "”", "'" + name + "'");
    }

    String quotedList(Collection<String> names) {
        return list(names.stream().map(this::quoted).toList());
    }

    /** A number in full: a decimal, or a fraction. */
    static String number(Rational number) {
        return number.asDecimal().map(java.math.BigDecimal::toPlainString)
                .orElseGet(() -> number.numerator() + "/" + number.denominator());
    }

    static String number(Rational number, String unit) {
        return unit.isEmpty() ? number(number) : unit.equals("%") ? number(number) + "%" : number(number) + " " + unit;
    }

    static String quantity(Quantity quantity) {
        return number(quantity.amount(), quantity.unit().symbol());
    }

    static String percent(Rational share) {
        return number(share.times(Rational.HUNDRED)) + "%";
    }

    String unit(Unit unit) {
        return unit.symbol().isEmpty() ? either("没有单位", "without a unit") : either("单位为", "in ") + unit.symbol();
    }

    String rounding(Rounding rounding) {
        return mode(rounding.mode()) + (rounding.digits() == 0 ? either("到整数", " to whole numbers")
                : either("到 " + rounding.digits() + " 位小数", " to " + rounding.digits() + " decimals"));
    }

    String mode(RoundingMode mode) {
        return switch (mode) {
            case HALF_UP -> either("四舍五入", "rounded half up");
            case HALF_DOWN -> either("五舍六入", "rounded half down");
            case HALF_EVEN -> either("四舍六入五成双", "rounded half even");
            case UP -> either("只入不舍（远离零）", "rounded away from zero");
            case DOWN -> either("只舍不入（趋向零）", "rounded towards zero");
            case FLOOR -> either("向下取整", "rounded down");
            case CEILING -> either("向上取整", "rounded up");
            case UNNECESSARY -> either("不取舍", "not rounded");
        };
    }

    String ties(Ties ties) {
        return switch (ties) {
            case BEST_PLACE -> either("并列的取较优名次（1、2、2、4）", "equals share the best place (1, 2, 2, 4)");
            case WORST_PLACE -> either("并列的取较后名次（1、3、3、4）", "equals share the worst place (1, 3, 3, 4)");
            case DENSE -> either("并列的取较优名次，其后名次不空（1、2、2、3）", "equals share a place and none is left out (1, 2, 2, 3)");
        };
    }

    /** What holds and rounds points. */
    String limits(Limits<Formula> limits, Function<Formula, String> words) {
        return limits(limits.cap().map(words), limits.floor().map(words), limits.rounding());
    }

    String limits(Optional<String> cap, Optional<String> floor, Optional<Rounding> rounding) {
        return List.of(cap.map(most -> either("最高 ", "at most ") + most).orElse(""),
                        floor.map(least -> either("最低 ", "at least ") + least).orElse(""),
                        rounding.map(this::rounding).orElse("")).stream().filter(part -> !part.isEmpty())
                .collect(Collectors.joining(either("，", ", ")));
    }

    private String interval(Interval interval, Function<Rational, String> number) {
        String low = interval.low().map(end -> (interval.lowIncluded() ? "≥ " : "> ") + number.apply(end)).orElse("");
        String high = interval.high().map(end -> (interval.highIncluded() ? "≤ " : "< ") + number.apply(end)).orElse("");
        if (low.isEmpty() && high.isEmpty()) {
            return either("任何数", "any number");
        }
        return interval.low().isPresent() && interval.low().equals(interval.high()) ? "= " + number.apply(interval.low().get())
                : low.isEmpty() || high.isEmpty() ? low + high : low + either(" 且 ", " and ") + high;
    }

    /**
     * The lines of a table with what each means.
     *
     * @param number how the ends are written
     */
    String bands(Bands bands, Function<Rational, String> number, Function<String, String> label) {
        StringBuilder text = new StringBuilder();
        for (Bands.Band band : bands.bands()) {
            text.append(text.isEmpty() ? "" : either("，", ", ")).append(interval(band.interval(), number)).append(either("的为 ", ": "))
                    .append(label.apply(band.label()));
        }
        bands.holes().forEach(hole -> text.append(either("，", ", ")).append(interval(hole, number)).append(either("的文件未规定", ": not given by the document")));
        if (!bands.domain().equals(Interval.ALL)) {
            text.append(either("，数值应 ", ", numbers are ")).append(interval(bands.domain(), number));
        }
        bands.rounding().ifPresent(rounding -> text.append(either("，先", ", first ")).append(rounding(rounding)));
        return text.toString();
    }
}
