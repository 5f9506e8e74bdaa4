package io.mubiao.render;

import io.mubiao.formula.Expr;
import io.mubiao.land.Consequence;
import io.mubiao.land.assess.Charge;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Unit;
import io.mubiao.value.Units;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a class costs or brings, in words. */
final class ChargeWords {
    private final Words words;
    private final Trace.@Nullable Worked base;

    ChargeWords(Words words) {
        this(words, null);
    }

    /** @param base what the rate was applied to, worked out; null if nobody can tell */
    ChargeWords(Words words, Trace.@Nullable Worked base) {
        this.words = words;
        this.base = base;
    }

    String of(Charge it) {
        Consequence consequence = it.consequence();
        return words.of(consequence.kind()) + " " + consequence.title() + ground(it)
                + words.either("：", ": ") + it.amount().map(amount -> amount(it, amount)).orElseGet(() -> none(it))
                + (consequence.trial() ? words.either("（草案或试行，不具约束力）", " (draft or trial, binds nobody)") : "");
    }

    /** The class and for how long, or the test that gave the rate. */
    private String ground(Charge it) {
        boolean alone = it.consequence().cases().size() == 1 && it.test().isEmpty();
        if (alone || (it.consequence().cases().isEmpty() && it.className().isEmpty())) {
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
        Quantity base = inUnitOfRate(it, it.base().orElseThrow());
        Quantity applied = it.otherRate().map(other -> applied(it, rate, other)).orElse(rate);
        boolean exact = Stream.of(applied, base, amount).allMatch(each -> PlainNumber.isExact(each.amount()));
        return PlainNumber.of(applied) + it.otherRate().map(other -> other(it, rate, other)).orElse("") + " × "
                + bracketed(base) + (exact ? " = " : " ≈ ") + PlainNumber.of(amount) + worked(base);
    }

    private static String bracketed(Quantity base) {
        return base.amount().signum() < 0 ? "(" + PlainNumber.of(base) + ")" : PlainNumber.of(base);
    }

    /** The base in what the rate is for each of, 800000 kWh rather than so many of 吨标煤·kWh/吨标煤; as it is where that says nothing. */
    private static Quantity inUnitOfRate(Charge it, Quantity base) {
        Unit rate = it.consequence().rateUnit();
        int each = rate.symbol().indexOf('/');
        Optional<Unit> unit = rate.isShare() ? Optional.of(it.consequence().unit())
                : each < 0 ? Optional.empty() : Units.builtIn().find(rate.symbol().substring(each + 1));
        return unit.filter(to -> base.unit().symbol().contains("·") && base.unit().isCompatibleWith(to)).map(base::in).orElse(base);
    }

    /** How the base was worked out of more than one figure. */
    private String worked(Quantity shown) {
        if (base == null || !(base.formula().expr() instanceof Expr.Call)) {
            return "";
        }
        String numbers = PlainFormula.numbers(words, base.operands()).whole(base.formula());
        return numbers.equals(PlainNumber.of(shown)) ? "" : words.either("（", " (") + PlainNumber.of(shown) + " = "
                + PlainFormula.titles(words, base.operands()).whole(base.formula()) + Equation.sign(base) + numbers + words.either("）", ")");
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
