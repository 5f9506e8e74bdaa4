package io.mubiao.report.internal;

import io.mubiao.io.internal.Tree;
import io.mubiao.render.Grid.Tone;
import io.mubiao.value.Rational;
import io.mubiao.value.Rounding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts of the options of charts that several charts share. */
final class Chart {
    /** Of Okabe and Ito, whom the colour-blind can tell apart. */
    static final String BLUE = "#0072B2";
    static final String SKY = "#9BD0F2";
    static final String INK = "#1f2933";
    static final Map<Tone, String> COLOURS = Map.of(Tone.GOOD, "#009E73", Tone.DOUBTFUL, "#E69F00", Tone.BAD, "#D55E00",
            Tone.NONE, "#9AA5B1");
    static final Map<Tone, String> SIGNS = Map.of(Tone.GOOD, "circle", Tone.DOUBTFUL, "triangle", Tone.BAD, "diamond", Tone.NONE, "rect");
    private static final List<String> CLASSES = List.of("#009E73", "#56B4E9", "#E69F00", "#D55E00", "#CC79A7", "#0072B2", "#F0E442", "#9AA5B1");
    private static final List<String> CLASS_SIGNS = List.of("circle", "rect", "triangle", "diamond", "roundRect", "arrow", "pin", "emptyCircle");
    private static final int LONGEST = 14;
    private static final int WIDE = 0x2E80;
    private static final int NAME = 270;
    private static final int ROOM = 14;

    private Chart() {}

    static String colour(Tone tone) {
        return COLOURS.getOrDefault(tone, INK);
    }

    static String ofClass(int number) {
        return CLASSES.get(Math.min(number, CLASSES.size() - 1));
    }

    static String signOfClass(int number) {
        return CLASS_SIGNS.get(Math.min(number, CLASS_SIGNS.size() - 1));
    }

    /** An option whose text, tooltip and animation are as everywhere. */
    static Tree option(boolean byAxis) {
        return new Tree().with("animation", false)
                .with("textStyle", new Tree().with("fontFamily", "inherit").with("color", INK))
                .with("tooltip", new Tree().with("trigger", byAxis ? "axis" : "item").with("confine", true)
                        .with("axisPointer", new Tree().with("type", byAxis ? "shadow" : "none"))
                        .with("extraCssText", "max-width:28em;white-space:pre-line"));
    }

    static Tree grid(int top) {
        return new Tree().with("left", 8).with("right", 24).with("top", top).with("bottom", 28).with("containLabel", true);
    }

    static Tree legend() {
        return new Tree().with("type", "scroll").with("top", 0).with("left", 0);
    }

    /** Names from top to bottom, long ones cut. */
    static Tree names(List<String> names) {
        return new Tree().with("type", "category").with("inverse", true).with("data", names)
                .with("axisTick", new Tree().with("show", false))
                .with("axisLabel", new Tree().with("width", NAME).with("overflow", "truncate").with("interval", 0).with("color", INK));
    }

    static Tree values(String name) {
        return new Tree().with("type", "value").with("axisLine", new Tree().with("onZero", false)).with("name", name).with("nameLocation", "middle").with("nameGap", 28)
                .with("axisLabel", new Tree().with("hideOverlap", true))
                .with("splitLine", new Tree().with("lineStyle", new Tree().with("color", "#e4e7eb")));
    }

    static Tree colour(String colour) {
        return new Tree().with("color", colour);
    }

    static Tree label(String position) {
        return new Tree().with("show", true).with("position", position).with("color", INK);
    }

    /** A part of a stacked bar: with the name of its series where there is room for that, else with its number alone. */
    static @Nullable Object part(long count, long most) {
        return count == 0 ? null : new Tree().with("value", count)
                .with("label", label("inside").with("color", "#111").with("formatter", count * ROOM < most ? "{c}" : "{a} {c}"));
    }

    /** A number for drawing, to two decimals; texts beside it say it as it is printed elsewhere. */
    static BigDecimal drawn(Rational number) {
        BigDecimal rounded = number.round(Rounding.halfUp(2)).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    static @Nullable BigDecimal percent(@Nullable Rational share) {
        return share == null ? null : drawn(share.times(Rational.HUNDRED));
    }

    /** The beginning of a title; Chinese counts two. */
    static String beginning(String title) {
        int width = 0;
        for (int i = 0; i < title.length(); i++) {
            width += title.charAt(i) >= WIDE ? 2 : 1;
            if (width > 2 * LONGEST && i < title.length() - 1) {
                return title.substring(0, i) + "…";
            }
        }
        return title;
    }
}
