package io.mubiao.scoring.internal;

import io.mubiao.formula.Symbol;
import io.mubiao.formula.Value;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.RuleInput;
import io.mubiao.scoring.Score;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A score that keeps its program and inputs, and works out everything between again where it is asked for. */
final class WorkedScore implements Score {
    private final Program program;
    private final Rational full;
    private final Inputs inputs;
    private final Value points;
    private final List<Claim> claims;
    private final List<Claim> undecided;

    WorkedScore(Program program, Rational full, Inputs inputs, Value points, List<Claim> claims, List<Claim> undecided) {
        this.program = program;
        this.full = full;
        this.inputs = inputs;
        this.points = points;
        this.claims = claims;
        this.undecided = undecided;
    }

    @Override
    public ScoringRule rule() {
        return program.rule();
    }

    @Override
    public Rational full() {
        return full;
    }

    @Override
    public Optional<Rational> points() {
        return points.isNumber() ? Optional.of(points.number().nearest()) : Optional.empty();
    }

    @Override
    public Optional<Rational> raw() {
        if (!points.isNumber()) {
            return Optional.empty();
        }
        Value raw = Program.run(program.free(), read());
        return raw.isNumber() ? Optional.of(raw.number().nearest()) : Optional.empty();
    }

    private Program.Run read() {
        return program.read(full, inputs, new Program.Run(program.slots()));
    }

    private Program.Run run() {
        Program.Run run = read();
        Program.run(program.steps(), run);
        return run;
    }

    @Override
    public Map<String, Rational> parts() {
        Program.Run run = run();
        Map<String, Rational> parts = new LinkedHashMap<>();
        for (Program.Step step : program.steps()) {
            Value value = run.values[step.slot()];
            if (step.part() && value.isNumber()) {
                parts.put(step.name(), value.number().nearest());
            }
        }
        return parts;
    }

    @Override
    public String absence() {
        return points.isNumber() ? "" : points.toString();
    }

    @Override
    public String why() {
        for (Want want : program.wants()) {
            if (!points.isNumber() && want.symbol().name().equals(points.about())) {
                return inputs.why(want);
            }
        }
        return "";
    }

    @Override
    public List<Claim> vetoes() {
        return claims.isEmpty() ? claims : claims.stream().filter(Claim::isVeto).toList();
    }

    @Override
    public List<Claim> duties() {
        return claims.isEmpty() ? claims : claims.stream().filter(claim -> !claim.isVeto()).toList();
    }

    @Override
    public List<Claim> undecided() {
        return List.copyOf(undecided);
    }

    @Override
    public Optional<Trace.Worked> trace() {
        if (!points.isNumber()) {
            return Optional.empty();
        }
        Program.Run run = run();
        Map<String, Trace> known = new LinkedHashMap<>();
        program.wants().forEach(want -> known.put(want.symbol().name(),
                inputs.trace(want, run.values[want.symbol().slot()]).orElseGet(() -> leaf(want, run, inputs.isGiven(want)))));
        Trace.Worked last = null;
        for (Program.Step step : program.steps()) {
            List<Trace> operands = new ArrayList<>();
            for (String name : step.formula().names()) {
                Trace operand = known.get(name);
                if (operand != null) {
                    operands.add(operand);
                }
            }
            known.forEach((name, operand) -> {
                boolean called = name.contains("(\"") && step.formula().toString().contains(name);
                if (called) {
                    operands.add(operand);
                }
            });
            Value value = run.values[step.slot()];
            last = new Trace.Worked(step.name(), step.title(), step.formula(), step.unit(), number(value, step.unit()), operands);
            known.put(step.name(), last);
        }
        return Optional.ofNullable(last);
    }

    @Override
    public List<Trace.Leaf> inputs() {
        Program.Run run = read();
        return program.wants().stream().map(want -> leaf(want, run, inputs.isGiven(want))).toList();
    }

    static Trace.Leaf leaf(Want want, Program.Run run, boolean isGiven) {
        Symbol symbol = want.symbol();
        int slot = symbol.slot();
        String title = want.input().map(RuleInput::title).orElse("w");
        Trace.Origin origin = want.about() == Want.About.FULL_POINTS ? Trace.Origin.POLICY
                : want.about().ofPeers() ? Trace.Origin.PEERS
                : want.about().ofHistory() ? Trace.Origin.HISTORY
                : isGiven ? Trace.Origin.ARGUMENT : Trace.Origin.ASSESSMENT;
        String text = run.texts[slot];
        return new Trace.Leaf(symbol.name(), title, symbol.kind(), symbol.unit(), number(run.values[slot], symbol.unit()),
                text == null ? "" : text, origin);
    }

    private static Optional<Quantity> number(@Nullable Value value, Unit unit) {
        return value != null && value.isNumber() ? Optional.of(Quantity.of(value.number().nearest(), unit)) : Optional.empty();
    }

    @Override
    public String toString() {
        return rule().id() + " " + points().map(number -> number + " of " + full).orElse(absence());
    }
}
