package io.mubiao.render;

import io.mubiao.gap.Aim;
import io.mubiao.gap.Gap;
import io.mubiao.gap.Need;
import io.mubiao.gap.NodeGap;
import io.mubiao.gap.Obstacle;
import io.mubiao.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A gap in words, Chinese or (for any other locale) English; one line for what suffices, one for each later day. */
public final class GapWords {
    private final Words words;

    private GapWords(Locale locale) {
        words = new Words(locale);
    }

    /** The gap of an item. */
    public static String explain(Gap gap, Locale locale) {
        return Words.lines(new GapWords(locale).lines(gap));
    }

    /** The gap of a node or unit. */
    public static String explain(NodeGap gap, Locale locale) {
        return Words.lines(new GapWords(locale).lines(gap));
    }

    private String either(String inChinese, String inEnglish) {
        return words.either(inChinese, inEnglish);
    }

    private List<String> lines(Gap gap) {
        List<String> lines = new ArrayList<>();
        String head = gap.id() + " " + gap.now().title() + either(" → ", " -> ") + aim(gap.aim()) + either("：", ": ");
        if (gap.reached()) {
            lines.add(head + either("已达到", "reached")
                    + gap.lasts().map(day -> lasts(gap) + day).orElse(""));
        } else {
            lines.add(head + gap.least().map(this::need)
                    .orElseGet(() -> obstacle(gap.obstacle().orElseThrow(), gap.detail())));
        }
        for (Gap.ByDay later : gap.later()) {
            lines.add("  " + either("到 ", "by ") + later.day() + either("：", ": ")
                    + later.need().map(this::need).orElseGet(() -> either("无法达到", "out of reach")));
        }
        return lines;
    }

    private String lasts(Gap gap) {
        boolean limited = gap.later().stream().flatMap(it -> it.need().stream()).anyMatch(it -> it.kind() == Need.Kind.HOLD);
        return limited ? either("，如不再增加，可保持到 ", ", without any more of it so through ")
                : either("，现有成绩够用到 ", ", today's achievement lasts through ");
    }

    private List<String> lines(NodeGap gap) {
        List<String> lines = new ArrayList<>();
        String name = gap.now().id().isEmpty() ? gap.now().title() : gap.now().id();
        String head = name + either(" → ", " -> ") + aim(gap.aim()) + either("：", ": ");
        if (gap.reached()) {
            lines.add(head + either("已达到", "reached"));
            return lines;
        }
        String points = gap.shortBy().map(rest -> either(gap.above() ? "差 %s 分以上" : "差 %s 分",
                gap.above() ? "more than %s points short" : "%s points short").formatted(Numbers.enough(rest, false)))
                .orElse(either("没有得分", "no points"));
        lines.add(head + gap.obstacle().map(why -> obstacle(why, gap.detail())).orElse(points));
        for (NodeGap.Lift lift : gap.lifts()) {
            lines.add("  " + lift.item() + " " + lift.from().map(from -> Numbers.four(from, lift.full())).orElse("-") + either(" → ", " -> ")
                    + Numbers.of(lift.full())
                    + lift.gain().map(gain -> either("，可加 ", ", adds ") + Numbers.of(gain)).orElse(""));
        }
        gap.proof().ifPresent(proof -> lines.add("  " + gap.lifts().size() + switch (proof) {
            case SUM, TRIED -> either(" 项满分即可，更少不行", " items at full points suffice, no fewer do");
            case NONE_SPARE -> either(" 项满分即可，缺一不可", " items at full points suffice, none can be left out");
        }));
        if (!gap.missing().isEmpty()) {
            lines.add("  " + either("没有得分的项：", "without points: ") + String.join(either("、", ", "), gap.missing()));
        }
        return lines;
    }

    private String aim(Aim aim) {
        if (aim instanceof Aim.Light light) {
            return either("亮" + light.name() + "灯", "light " + light.name());
        } else if (aim instanceof Aim.Grade grade) {
            return either("等次" + grade.name(), "grade " + grade.name());
        } else if (aim instanceof Aim.Points points) {
            return Numbers.of(points.least()) + either(" 分", " points");
        } else if (aim instanceof Aim.Full) {
            return either("满分", "full points");
        }
        return aim instanceof Aim.Met ? either("达成", "met") : either("达到序时或达成", "on pace or met");
    }

    private String need(Need need) {
        String names = String.join(either("、", ", "), need.what());
        String amount = need.change().map(this::change).orElse("");
        String becomes = need.becomes().map(total -> either("，达到 ", ", to ")
                + enough(total, need.change().filter(change -> change.amount().signum() < 0).isPresent())).orElse("");
        return switch (need.kind()) {
            case NOTHING -> either("现有成绩已够", "today's achievement suffices");
            case HOLD -> either("不再增加即可", "no more of it suffices");
            case REPORT -> either("报送最新情况(零报告)即可", "a report of how things stand suffices");
            case AMOUNT -> amount + becomes;
            case FIGURE -> either("需报送数据 ", "a figure is needed: ") + need.becomes().map(Numbers::of).orElse("")
                    + (names.isEmpty() ? "" : either("，并补报 ", ", and reports of ") + names);
            case STAGE -> either("进入阶段 ", "has to reach the stage ") + need.stage();
            case ITEMS -> amount + either("，阶段 ", " at the stage ") + need.stage() + listed(names);
            case MEMBERS -> amount + either("达标", " satisfied") + listed(names);
            case CELLS -> either("补齐 ", "to fill: ") + need.change().map(Numbers::of).orElse("") + listed(names);
            case SAMPLES -> either("补样本 ", "samples: ") + need.change().map(Numbers::of).orElse("") + listed(names);
            case EVIDENCE -> either("补佐证", "evidence") + listed(names);
        };
    }

    private String change(Quantity change) {
        boolean less = change.amount().signum() < 0;
        Quantity plain = less ? Quantity.of(change.amount().negate(), change.unit()) : change;
        String size = change.unit().symbol().equals("%")
                ? Numbers.enough(plain.amount(), false) + either(" 个百分点", " percentage points") : enough(plain, false);
        return less ? either("再减少 ", "less by ") + size : either("再增加 ", "more by ") + size;
    }

    private static String enough(Quantity quantity, boolean isLess) {
        return Numbers.enough(quantity.amount(), isLess) + " " + quantity.unit();
    }

    private String listed(String names) {
        return Optional.of(names).filter(it -> !it.isBlank()).map(it -> either("：", ": ") + it).orElse("");
    }

    private String obstacle(Obstacle why, String detail) {
        return switch (why) {
            case BREACHED -> either("已触碰红线，不可挽回", "breached, and that stays so");
            case EXCEEDED -> either("已超出上限，累计数不会减少", "more than is allowed, and a running total does not fall");
            case ONLY_GROWS -> either("已多于目前所允许的，累计数不会减少", "more than is allowed by now, and a running total does not fall");
            case DEADLINE_PAST -> either("期限已过", "the deadline has passed");
            case CLOSED_SLOTS -> either("已有时段关闭且未完成", "closed slots cannot be filled");
            case SAMPLE_FAILED -> either("已有样本不达标", "a sample has failed");
            case UNMEASURABLE -> either("不可衡量，原文未写明", "unmeasurable, left open by the document");
            case UNUSABLE_FACTS -> either("现有数据不可用", "the facts cannot be used");
            case NOT_DUE -> either("尚未到期", "nothing is due yet");
            case MEMORY -> either("取决于连续期数，还需连续期数", "depends on periods in a row, further periods needed");
            case NO_PLACE -> either("等次名额已满", "the grade has no place left");
            case OVERRIDDEN -> either("人工调整有效期内", "held by a person's decision");
            case VETOED -> either("一票否决", "held by a veto");
            case NO_TARGET -> either("由人工给定，不取自目标", "given by the office, not read of a target");
            case NO_PATH -> either("按办法不可达", "the rule has no path to it");
        } + (detail.isBlank() ? "" : either("(", " (") + words.said(detail) + ")");
    }
}
