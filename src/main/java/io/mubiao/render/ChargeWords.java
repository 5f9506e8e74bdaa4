package io.mubiao.render;

import io.mubiao.land.Consequence;
import io.mubiao.land.assess.Charge;
import io.mubiao.value.Quantity;
import java.util.stream.Stream;

/** What a class costs or brings, in words. */
final class ChargeWords {
    private final Words words;

    ChargeWords(Words words) {
        this.words = words;
    }

    String of(Charge it) {
        Consequence consequence = it.consequence();
        return words.of(consequence.kind()) + " " + consequence.title() + ground(it)
                + words.either("：", ": ") + it.amount().map(amount -> amount(it, amount)).orElseGet(() -> none(it))
                + (consequence.trial() ? words.either("（草案或试行，不具约束力）", " (draft or trial, binds nobody)") : "");
    }

    /** The class and for how long, or the test that gave the rate. */
    private String ground(Charge it) {
        if (it.consequence().cases().isEmpty() && it.className().isEmpty()) {
            return "";
        }
        if (it.consequence().cases().isEmpty()) {
            return words.either("，连续 " + it.years() + " 年 " + it.className(),
                    ", " + it.className() + " for " + it.years() + (it.years() == 1 ? " year" : " years"));
        }
        return words.either("，", ", ") + it.test().map(test -> new ClassWords(words).test(test, it.operands()))
                .orElse(words.either("其余", "all others"));
    }

    private String amount(Charge it, Quantity amount) {
        Quantity rate = it.rate().orElseThrow();
        Quantity base = it.base().orElseThrow();
        Quantity applied = it.otherRate().map(other -> applied(it, rate, other)).orElse(rate);
        boolean exact = Stream.of(applied, base, amount).allMatch(each -> PlainNumber.isExact(each.amount()));
        return PlainNumber.of(applied) + it.otherRate().map(other -> other(it, rate, other)).orElse("") + " × "
                + PlainNumber.of(base) + (exact ? " = " : " ≈ ") + PlainNumber.of(amount);
    }

    private static Quantity applied(Charge it, Quantity rate, Quantity other) {
        boolean max = it.consequence().stacking().orElseThrow().max();
        return max ? rate.amount().compareTo(other.amount()) < 0 ? other : rate : rate.plus(other);
    }

    /** The two rates that the applied one is of. */
    private String other(Charge it, Quantity rate, Quantity other) {
        boolean max = it.consequence().stacking().orElseThrow().max();
        return words.either("（本项 ", " (its own rate ") + PlainNumber.of(rate) + words.either("，另一价差 ", ", the other ") + PlainNumber.of(other)
                + (max ? words.either("，取高", ", the larger") : words.either("，相加", ", the sum"))
                + words.either("）", ")");
    }

    private String none(Charge it) {
        String why = it.why().map(new WhyWords(words)::of).orElse("");
        return words.either("不计（" + why + "）", "none (" + why + ")");
    }
}
