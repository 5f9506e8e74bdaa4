package io.mubiao.render;

import io.mubiao.scorecard.Banding;
import io.mubiao.scorecard.GradeQuota;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.shape.Interval;
import io.mubiao.shape.Ties;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a node has its grade, its light and its place, in words. */
final class StandingWords {
    private static final int NAMED = 5;

    private final Words words;

    StandingWords(Words words) {
        this.words = words;
    }

    List<String> of(NodeScore node) {
        List<String> lines = new ArrayList<>();
        boolean byHand = node.override().flatMap(it -> it.grade()).isPresent();
        if (node.isOffScale() && !byHand) {
            lines.add((node.grade().isPresent() ? words.either("不按得分评等次：", "no grade by points: ") : words.either("不评等次：", "no grade: "))
                    + offScale(node));
        }
        node.gradeBanding().filter(it -> !byHand).ifPresent(it -> lines.add(words.either("等次依据：得分", "grade by: points") + number(it, "") + held(it, "")
                + it.band().map(band -> earned(band.label(), node.grade().equals(Optional.of(band.label())))).orElse("")));
        node.allotted().ifPresent(it -> lines.add(allotted(node, it)));
        node.lightBanding().filter(it -> node.override().flatMap(by -> by.light()).isEmpty()).ifPresent(it -> lines.add(
                words.either("亮灯依据：得分占满分的比例", "light by: share of the full points") + number(it, " %") + held(it, " %")
                        + it.band().map(band -> words.either("，亮 ", ", shows ") + band.label()).orElse("")));
        node.placing().ifPresent(it -> lines.add(placing(node, it)));
        return lines;
    }

    private String earned(String label, boolean stays) {
        return words.either((stays ? "，为“" : "，按得分为“") + label + "”", (stays ? ", which is '" : ", which by points is '") + label + "'");
    }

    private String offScale(NodeScore node) {
        String full = Numbers.four(node.full());
        return node.gradedOutOf().map(Numbers::four).map(of -> words.either("等次的分数线按满分 " + of + " 分定，此处满分 " + full + " 分",
                "the bands of the grades are of " + of + " full points, here they are " + full))
                .orElseGet(() -> words.either("办法没有写明等次的分数线按满分多少分定，此处满分 " + full + " 分，与最高等次的分数线" + best(node) + " 不相称",
                        "the rule does not say of which full points the bands of the grades are, and " + full + " do not befit the best grade" + best(node)));
    }

    private static String best(NodeScore node) {
        return node.bestGradeFrom().map(low -> " " + PlainNumber.of(low)).orElse("");
    }

    /** The number, beside the ends of its band and the number it is rounded to. */
    private String number(Banding it, String unit) {
        PlainNumber beside = beside(it);
        String text = it.rounding().map(by -> beside.beforeRounding(Quantity.of(it.number(), Unit.NONE), by.digits())).orElseGet(() -> beside.text(it.number()));
        return (PlainNumber.isExact(it.number()) ? " " : " ≈ ") + text + unit + words.either("，", ", ");
    }

    private static PlainNumber beside(Banding it) {
        return PlainNumber.beside(Stream.concat(Stream.of(it.number(), it.rounded()), it.band().map(band -> band.interval()).stream()
                .flatMap(interval -> Stream.concat(interval.low().stream(), interval.high().stream()))));
    }

    /** How the number was rounded, and the band that holds it. */
    String held(Banding it, String unit) {
        String rounded = it.rounded().equals(it.number()) ? "" : it.rounding().map(by -> new FormulaWords(words).rounded(by)).orElse("")
                + words.either("为 ", ": ") + PlainNumber.of(it.rounded()) + unit + words.either("，", ", ");
        return rounded + it.band().map(band -> interval(band.interval(), unit)).orElse(words.either("办法没有规定这里的档次", "of which the rule says nothing"));
    }

    private String interval(Interval it, String unit) {
        if (it.low().isPresent() && it.low().equals(it.high())) {
            return "= " + PlainNumber.of(it.low().get()) + unit;
        }
        Optional<String> low = it.low().map(end -> (it.lowIncluded() ? "≥ " : "> ") + PlainNumber.of(end) + unit);
        Optional<String> high = it.high().map(end -> (it.highIncluded() ? "≤ " : "< ") + PlainNumber.of(end) + unit);
        return String.join(words.either(" 且 ", " and "), Stream.concat(low.stream(), high.stream()).toList());
    }

    private String placing(NodeScore node, NodeScore.Placing it) {
        String scored = it.ranked() == it.all() ? "" : words.either("，有得分的 " + it.ranked() + " 个", ", of which " + it.ranked() + " have points");
        return words.either("名次依据：共 " + it.all() + " 个", "place by: there are " + it.all()) + scored
                + words.either("，按得分从高到低排第 " + it.place(), "; by points, the most first, this is number " + it.place())
                + tied(node, it.equals(), it.ties());
    }

    private String tied(NodeScore node, List<String> equals, Ties ties) {
        if (equals.size() < 2) {
            return "";
        }
        List<String> others = new ArrayList<>(equals);
        others.remove(node.title());
        String names = String.join(words.either("、", ", "), others.stream().limit(NAMED).map(words::node).toList())
                + (others.size() > NAMED ? words.either(" 等 " + others.size() + " 个", " and " + (others.size() - NAMED) + " more") : "");
        String points = node.points().map(own -> (PlainNumber.isExact(own) ? " " : words.either("约 ", " about ")) + PlainNumber.of(own)).orElse("");
        return words.either("，与 " + names + " 同为" + points + " 分，", ", with" + points + " points as " + names + ", ") + switch (ties) {
            case BEST_PLACE -> words.either("并列的取较优名次", "equals have the best of their places");
            case WORST_PLACE -> words.either("并列的取较后名次", "equals have the worst of their places");
            case DENSE -> words.either("并列的名次相同，其后名次不空", "equals share a place and none is left out");
        };
    }

    private String allotted(NodeScore node, NodeScore.Allotted it) {
        String line = words.either("名额：“" + it.label() + "”", "places: '" + it.label() + "' ") + most(it)
                + words.either("；得分够“" + it.label() + "”的 " + it.earning() + " 个按得分排列，此处列第 " + it.place(),
                "; by points this is number " + it.place() + " of the " + it.earning() + " whose points earn '" + it.label() + "'")
                + tied(node, it.equals(), it.ties());
        boolean several = it.equals().size() > 1;
        return line + (it.isGiven() ? words.either(several ? "，都在名额内" : "，在名额内", several ? ": all have a place" : ": it has a place")
                : words.either(several ? "，都超出名额" : "，超出名额", several ? ": none of them has a place" : ": it has no place")
                + node.denied().map(denied -> words.either("，改评“" + denied.instead() + "”", ", so it gets '" + denied.instead() + "'")).orElse(""));
    }

    /** How many places there are, and how a share becomes that many. */
    private String most(NodeScore.Allotted it) {
        GradeQuota.Most most = it.quota().most().get(it.label());
        List<String> parts = new ArrayList<>();
        Optional.ofNullable(most).flatMap(GradeQuota.Most::share).ifPresent(share -> parts.add(share(it, share)));
        if (most != null && most.count().isPresent()) {
            parts.add(words.either("至多 " + most.count().getAsLong() + " 个", "at most " + most.count().getAsLong()));
        }
        return String.join(words.either("，且", ", and "), parts);
    }

    private String share(NodeScore.Allotted it, Rational share) {
        String percent = PlainNumber.of(share.times(Rational.HUNDRED)) + words.either("%", " %");
        Rational found = share.times(Rational.of(it.of()));
        String whole = it.quota().rounding().map(mode -> new FormulaWords(words).rounded(new Rounding(0, mode))).orElse("");
        String base = switch (it.quota().of()) {
            case RANKED -> words.either("有得分的 ", "those with points, ");
            case ALL -> words.either("全部 ", "all ");
        };
        boolean exact = PlainNumber.isExact(found) && PlainNumber.isExact(share.times(Rational.HUNDRED));
        String rounded = found.asDecimal().filter(number -> number.stripTrailingZeros().scale() <= 0).isPresent() ? ""
                : words.either("，", ", ") + whole + words.either("为 ", ": ") + found.round(new Rounding(0, it.quota().rounding().orElseThrow())).toPlainString();
        return words.either("至多占" + base + it.of() + " 个的 ", "at most ") + percent + words.either("：", " of " + base + it.of() + ": ")
                + it.of() + " × " + percent + (exact ? " = " : " ≈ ") + PlainNumber.of(found) + rounded + words.either(" 个", "");
    }
}
