package io.mubiao.render;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.mubiao.assess.Verdict;
import io.mubiao.forecast.Forecast;
import io.mubiao.forecast.ForecastFigure;
import io.mubiao.forecast.Method;
import io.mubiao.forecast.NoForecast;
import io.mubiao.forecast.PredictionInterval;
import io.mubiao.forecast.RequiredRate;
import io.mubiao.forecast.Workings;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Display;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Forecasts in words (预测说明): one short cell for a table ({@code 约 53%(53–73 个)}, {@code 不好说：过早}) and one sentence
 * that names method and numbers. Chinese, or for any other locale English. Percentages are printed whole, half up, but
 * never 0 or 100 of what is only likely.
 */
public final class ForecastWords {
    private static final Rational SPELL = Rational.of(30);
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");
    private static final ImmutableSet<ForecastFigure.Name> UNTOLD = ImmutableSet.of(
            ForecastFigure.Name.PART, ForecastFigure.Name.PART_SHARE, ForecastFigure.Name.REST_LOW, ForecastFigure.Name.REST_HIGH);
    private static final ImmutableMap<Enum<?>, String[]> WORDS = words();

    private final Words words;

    private ForecastWords(Locale locale) {
        words = new Words(locale);
    }

    /** One short cell. */
    public static String cell(Forecast forecast, Locale locale) {
        return Characters.shown(new ForecastWords(locale).cell(forecast));
    }

    /** One sentence, without a line break. */
    public static String sentence(Forecast forecast, Locale locale) {
        return Characters.shown(new ForecastWords(locale).sentence(forecast));
    }

    private String cell(Forecast forecast) {
        if (forecast instanceof Forecast.Likely likely) {
            return about(likely.chance()) + words.either("(", " (") + range(likely.within()) + ")";
        } else if (forecast instanceof Forecast.Heading heading) {
            return words.either(heading.reaches() ? "可达" : "达不到", heading.reaches() ? "heading there" : "falling short")
                    + words.either("(", " (") + point(heading) + ")";
        } else if (forecast instanceof Forecast.Known known) {
            return fact(known) + (known.settled() ? "" : words.either("(可更正)", " (may be corrected)"));
        }
        return words.either("不好说：", "cannot say: ") + of(((Forecast.CannotSay) forecast).why());
    }

    private String sentence(Forecast forecast) {
        if (forecast instanceof Forecast.Likely likely) {
            return words.either("按", "by ") + of(likely.by()) + words.either("，达成", ", ") + about(likely.chance())
                    + words.either("，期末预计 ", " likely to be met; expected by the deadline ") + Numbers.of(likely.about())
                    + words.either("，", ", ") + level(likely.within().level()) + words.either("区间 ", " interval ")
                    + range(likely.within()) + from(likely.from()) + words.either("。", ".");
        } else if (forecast instanceof Forecast.Heading heading) {
            return words.either("按", "by ") + of(heading.by()) + words.either("，照此进度", ", at this pace ") + point(heading)
                    + words.either(heading.reaches() ? "，可达要求" : "，达不到要求",
                            heading.reaches() ? ", which is enough" : ", which is not enough")
                    + words.either("；不给概率", "; no probability is given") + from(heading.from())
                    + words.either("。", ".");
        } else if (forecast instanceof Forecast.Known known) {
            return words.either("已成事实，不是预测：", "a fact, not a forecast: ") + fact(known)
                    + (known.settled() ? "" : words.either("(后续更正仍可改变)", " (a correction can still change it)"))
                    + words.either("。", ".");
        }
        Forecast.CannotSay unsayable = (Forecast.CannotSay) forecast;
        return words.either("不好说：", "cannot say: ") + of(unsayable.why())
                + (unsayable.detail().isEmpty() ? "" : words.either("(", " (") + words.said(unsayable.detail()) + ")")
                + words.either("。", ".");
    }

    private String fact(Forecast.Known known) {
        return known.settled() && known.verdict() == Verdict.NOT_MET ? words.either("已不能达成", "can no longer be met") : words.of(known.verdict());
    }

    private String from(Workings from) {
        List<String> parts = new ArrayList<>();
        parts.add(words.either("自 " + from.asAt() + " 起推算", "looking ahead from " + from.asAt()));
        List<String> levels = from.figures().stream().filter(figure -> figure.on().isPresent())
                .map(figure -> Numbers.of(figure.value())).toList();
        if (!levels.isEmpty()) {
            parts.add(words.either(levels.size() + " 期", levels.size() + " figures"));
        }
        from.figures().stream()
                .filter(figure -> figure.on().isEmpty() && !UNTOLD.contains(figure.name()))
                .map(figure -> of(figure.name()) + " " + figure(figure).strip()).forEach(parts::add);
        from.rate().map(this::rate).ifPresent(parts::add);
        from.finish().ifPresent(day -> parts.add(words.either("预计完成日 ", "estimated to be done on ") + day));
        return words.either("(", " (") + parts.stream().collect(Collectors.joining(words.either("，", ", ")))
                + words.either("，要求 ", ", required ") + RequirementWords.symbols(from.required(), words) + ")";
    }

    private static String figure(ForecastFigure figure) {
        return figure.name() == ForecastFigure.Name.DONE ? Numbers.filed(figure.value(), List.of()) : Numbers.of(figure.value());
    }

    private String rate(RequiredRate rate) {
        return switch (rate.state()) {
            case DONE -> words.either("已够数", "nothing is left to do");
            case NO_TIME_LEFT -> words.either("没有剩余时间", "no time is left");
            case OPEN -> open(rate.needed().orElseThrow().times(SPELL), rate.soFar().map(past -> past.times(SPELL)));
        };
    }

    private String open(Quantity needed, Optional<Quantity> soFar) {
        Optional<List<String>> both = soFar.map(past -> Numbers.apart(needed, past));
        return words.either("此后每 30 天需 ", "needed in 30 days ") + both.map(numbers -> numbers.get(0)).orElseGet(() -> Numbers.of(needed))
                + both.map(numbers -> words.either("，目前每 30 天 ", ", so far in 30 days ") + numbers.get(1)).orElse("");
    }

    /** What is only near to what is required is not printed as that. */
    private String point(Forecast.Heading heading) {
        return heading.to().map(to -> words.either("约 ", "about ") + Numbers.beside(to, required(heading.from().required(), to)))
                .orElseGet(() -> words.either("约 ", "about ")
                        + heading.from().finish().map(Object::toString).orElse("") + words.either(" 完成", ""));
    }

    private static List<Quantity> required(String required, Quantity like) {
        return NUMBER.matcher(required).results().map(found -> Quantity.of(Rational.parse(found.group()), like.unit())).toList();
    }

    private String about(BigDecimal chance) {
        Rational share = Rational.of(chance);
        if (share.compareTo(Rational.of(1, 200)) < 0) {
            return words.either("不到 1%", "under 1 %");
        }
        return share.compareTo(Rational.of(199, 200)) >= 0
                ? words.either("99% 以上", "over 99 %")
                : words.either("约 ", "about ") + Display.percent(share, 0) + words.either("%", " %");
    }

    /** A level as it was asked for: 80 %, 99.9 %. */
    private String level(BigDecimal level) {
        return level.movePointRight(2).stripTrailingZeros().toPlainString() + words.either("%", " %");
    }

    private static String range(PredictionInterval interval) {
        Quantity high = interval.high();
        String low = Numbers.of(interval.low()).strip();
        String unit = " " + interval.low().unit();
        boolean same = interval.low().unit().equals(high.unit()) && low.endsWith(unit);
        return (same ? low.substring(0, low.length() - unit.length()) : low) + "–" + Numbers.of(high).strip();
    }

    /** The word for a method, a reason or the name of a figure. */
    private String of(Enum<?> constant) {
        String[] pair = WORDS.get(constant);
        if (pair == null) {
            throw new IllegalArgumentException("no words for " + constant.getDeclaringClass() + "." + constant);
        }
        return words.either(pair[0], pair[1]);
    }

    /** The words for a constant of the forecast, for tests of completeness. */
    static String word(Enum<?> constant, Locale locale) {
        return new ForecastWords(locale).of(constant);
    }

    private static ImmutableMap<Enum<?>, String[]> words() {
        ImmutableMap.Builder<Enum<?>, String[]> words = ImmutableMap.builder();
        put(words, Method.LINEAR_PACE, "线性序时", "linear pace");
        put(words, Method.SEASONAL_PACE, "季节序时", "seasonal pace");
        put(words, Method.NEGATIVE_BINOMIAL, "负二项分布", "negative binomial");
        put(words, Method.BETA_BINOMIAL, "贝塔二项分布", "beta-binomial");
        put(words, Method.WEIGHTED_REGRESSION, "加权回归", "weighted regression");
        put(words, Method.SAMPLE_MEAN, "样本均值", "mean of samples");
        put(words, Method.EARNED_SCHEDULE, "挣得进度", "earned schedule");
        put(words, Method.CLEAN_PERIODS, "无事件期", "clean periods");
        put(words, NoForecast.UNMEASURABLE, "不可衡量", "unmeasurable");
        put(words, NoForecast.JUDGED, "定性，由人评定", "judged by people");
        put(words, NoForecast.NOT_APPLICABLE, "不适用", "not applicable");
        put(words, NoForecast.NOT_BEGUN, "尚未开始", "not begun");
        put(words, NoForecast.STALE, "数据过期", "stale data");
        put(words, NoForecast.INSUFFICIENT_DATA, "数据不足", "insufficient data");
        put(words, NoForecast.TOO_EARLY, "过早", "too early");
        put(words, NoForecast.TOO_FEW_POINTS, "数据点太少", "too few points");
        put(words, NoForecast.NO_SCATTER, "数据无波动，误差无从估计", "figures without scatter");
        put(words, NoForecast.NO_PLAN, "没有进度计划", "no plan to compare with");
        put(words, NoForecast.PLAN_OVER, "计划已到100%，期限未到", "the plan is over before the deadline");
        put(words, NoForecast.OUT_OF_RANGE, "数据超出方法的范围", "a figure out of the method's range");
        figures(words);
        return words.build();
    }

    private static void figures(ImmutableMap.Builder<Enum<?>, String[]> words) {
        put(words, ForecastFigure.Name.DONE, "已完成", "done");
        put(words, ForecastFigure.Name.ELAPSED_SHARE, "计划已过", "plan elapsed");
        put(words, ForecastFigure.Name.REST, "余下预计", "still expected");
        put(words, ForecastFigure.Name.REST_LOW, "余下至少", "still to come from");
        put(words, ForecastFigure.Name.REST_HIGH, "余下至多", "still to come to");
        put(words, ForecastFigure.Name.PART, "分期完成", "part");
        put(words, ForecastFigure.Name.PART_SHARE, "分期计划占比", "share of a part");
        put(words, ForecastFigure.Name.LEVEL, "水平", "level");
        put(words, ForecastFigure.Name.HALF_LIFE, "权重半衰期(天)", "half-life in days");
        put(words, ForecastFigure.Name.SATISFIED, "达标数", "satisfied");
        put(words, ForecastFigure.Name.DECIDED, "已定数", "decided");
        put(words, ForecastFigure.Name.TO_COME, "将来数", "to come");
        put(words, ForecastFigure.Name.STILL_OPEN, "未达标数", "still open");
        put(words, ForecastFigure.Name.CLEAN_PERIODS, "无事件期数", "clean periods");
        put(words, ForecastFigure.Name.PERIODS_LEFT, "剩余期数", "periods left");
        put(words, ForecastFigure.Name.UPPER_BOUND, "每期发生概率上限(95%)", "95 % upper bound per period");
        put(words, ForecastFigure.Name.AT_LEAST, "守住的概率至少(95%)", "staying clean at least (95 %)");
        put(words, ForecastFigure.Name.PLANNED_TIME, "计划月数", "planned months");
        put(words, ForecastFigure.Name.ELAPSED_TIME, "已过月数", "months elapsed");
        put(words, ForecastFigure.Name.EARNED_SHARE, "完成份额", "share done");
        put(words, ForecastFigure.Name.EARNED_TIME, "挣得月数", "months earned");
        put(words, ForecastFigure.Name.SPI_TIME, "SPI(t)", "SPI(t)");
    }

    private static void put(ImmutableMap.Builder<Enum<?>, String[]> words, Enum<?> key, String chinese, String english) {
        words.put(key, new String[] {chinese, english});
    }
}
