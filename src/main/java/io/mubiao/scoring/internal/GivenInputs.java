package io.mubiao.scoring.internal;

import io.mubiao.formula.Symbol;
import io.mubiao.formula.Value;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.problem.Reasoned;
import io.mubiao.scoring.Given;
import io.mubiao.scoring.Reading;
import io.mubiao.scoring.RuleInput;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.text.internal.DayText;
import io.mubiao.text.internal.NumberText;
import io.mubiao.text.internal.TypedText;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Inputs that are given as texts. */
public final class GivenInputs implements Inputs {
    private final Program program;
    private final Rational full;
    private final ScoringRule rule;
    private final Given given;
    private final Map<String, PeerNumbers> peers = new HashMap<>();

    /** The texts, for an item of so many full points. */
    public GivenInputs(Program program, Given given, Rational full) {
        this.full = full;
        this.program = program;
        rule = program.rule();
        this.given = given;
        Set<String> known = new HashSet<>();
        program.wants().forEach(want -> {
            known.add(want.symbol().name());
            want.input().ifPresent(input -> known.add(input.id()));
        });
        given.values().forEach((name, text) -> rule.inputs().find(name).filter(input -> !known.contains(name)
                && input.kind() != Symbol.Kind.TEXT).ifPresent(input -> read(text, input, rule)));
        for (String name : given.peers().keySet()) {
            if (!known.contains(name) && !isDeclared(name) && rule.derived().find(name).isEmpty()) {
                throw new NoSuchIdException("scoring rule '" + rule.id() + "' has no input '" + name + "' to compare peers by");
            }
        }
        for (String name : given.values().keySet()) {
            if (!known.contains(name) && !isDeclared(name)) {
                throw new NoSuchIdException("scoring rule '" + rule.id() + "' has no input '" + name + "'; it reads "
                        + program.wants().stream().map(want -> want.symbol().name())
                                .filter(word -> !word.equals(RuleNames.FULL)).toList());
            }
        }
    }

    /** Whether it is an input or a reading, which nothing of the rule need use. */
    private boolean isDeclared(String name) {
        return Reading.find(name).isPresent() || rule.inputs().find(name).isPresent();
    }

    @Override
    public boolean isGiven(Want want) {
        return true;
    }

    @Override
    public Value number(Want want) {
        RuleInput input = want.input().orElseThrow();
        if (want.about().ofPeers()) {
            Value derived = program.derived(this, full, input.id());
            return peers.computeIfAbsent(want.symbol().name(), id -> numbers(input)).get(want,
                    derived != null ? derived : own(input.id(), input));
        }
        return own(want.symbol().name(), input);
    }

    private PeerNumbers numbers(RuleInput input) {
        List<Rational> numbers = given.peers().getOrDefault(input.id(), List.of()).stream()
                .map(text -> number(text, input)).toList();
        return new PeerNumbers(numbers, input.higherIsBetter(), rule.ties().orElse(null));
    }

    private Value own(String name, RuleInput input) {
        String text = given.values().get(name);
        if (text == null) {
            return Value.missing(name);
        }
        if (name.startsWith("in_a_row(")) {
            return Value.of(Rational.parseTyped(text));
        }
        return Value.of(read(text, input, rule));
    }

    /** A number, flag or day. */
    public static Rational read(String text, RuleInput input, ScoringRule rule) {
        return switch (input.kind()) {
            case FLAG -> flag(input.id(), text);
            case DAY -> day(input.id(), text);
            default -> number(text, input, rule);
        };
    }

    private static Rational day(String name, String text) {
        try {
            return Rational.of(DayText.of(text).day().toEpochDay());
        } catch (IllegalArgumentException e) {
            throw Reasoned.within("'" + name + "' is a day such as 2024-03-31, got '" + text + "'; ", e);
        }
    }

    static Rational flag(String name, String text) {
        return switch (text) {
            case "yes", "true", "是" -> Rational.ONE;
            case "no", "false", "否" -> Rational.ZERO;
            default -> throw new IllegalArgumentException("'" + name + "' is yes or no, got '" + text + "'");
        };
    }

    private Rational number(String text, RuleInput input) {
        return number(text, input, rule);
    }

    /** A number in the unit of its input; a share may carry %. */
    static Rational number(String text, RuleInput input, ScoringRule rule) {
        try {
            Unit unit = input.formulaUnit();
            String plain = TypedText.of(text).text();
            if (unit.isShare() && plain.endsWith("%")) {
                Rational share = Rational.parseTyped(plain.substring(0, plain.length() - 1).strip()).dividedBy(Rational.HUNDRED);
                return share.times(Unit.NONE.in(unit));
            }
            if (unit.isShare() && !unit.equals(Unit.NONE) && rule.inputs().find(input.id()).isPresent()) {
                checkShare(input.id(), plain);
            }
            return unit.equals(Unit.NONE) ? Rational.parseTyped(plain) : Quantity.parse(plain, rule.units()).in(unit).amount();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw Reasoned.within("input '" + input.id() + "': ", e);
        }
    }

    /**
     * Nobody knows what a plain number of a share means.
     *
     * @throws IllegalArgumentException if it is one other than zero
     */
    public static void checkShare(String name, String text) {
        NumberText number = NumberText.of(text);
        Rational plain = number.unit().isEmpty() ? Rational.parseTyped(text) : Rational.ZERO;
        if (plain.signum() != 0) {
            throw new IllegalArgumentException("'" + name + "' is a share: '" + text + "' may mean " + plain + " % or "
                    + plain.times(Rational.HUNDRED) + " %; expected it with %");
        }
    }

    @Override
    public @Nullable String text(Want want) {
        return given.values().get(want.symbol().name());
    }

    @Override
    public String why(Want want) {
        return "";
    }
}
