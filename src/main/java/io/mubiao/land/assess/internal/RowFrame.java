package io.mubiao.land.assess.internal;

import io.mubiao.formula.Symbol;
import io.mubiao.formula.Value;
import io.mubiao.formula.internal.Frame;
import io.mubiao.formula.internal.Test;
import io.mubiao.formula.internal.Truth;
import io.mubiao.land.Exclusion;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.land.internal.CompiledRule.CompiledBaseline;
import io.mubiao.land.internal.CompiledRule.CompiledGroup;
import io.mubiao.land.internal.CompiledRule.CompiledPlaces;
import io.mubiao.land.internal.CompiledRule.Role;
import io.mubiao.land.internal.CompiledRule.Slot;
import io.mubiao.value.Enclosure;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One enterprise under the exact evaluator: every slot is worked out once, when it is asked for. Not thread-safe. */
public final class RowFrame implements Frame {
    public final Binding binding;
    final int row;
    private final BaselineTable baselines;
    private final Map<Integer, Value> given;
    private final @Nullable Value[] numbers;
    private final Map<Integer, Optional<String>> texts = new HashMap<>();
    private @Nullable String classSoFar;
    private Value place = Value.missing("place");
    private Value ranked = Value.missing("place");
    private Again.@Nullable Of again;

    public RowFrame(Binding binding, int row, BaselineTable baselines) {
        this(binding, row, baselines, Map.of());
    }

    /** The row with other numbers in some slots. */
    public RowFrame(Binding binding, int row, BaselineTable baselines, Map<Integer, Value> given) {
        this.binding = binding;
        this.row = row;
        this.baselines = baselines;
        this.given = given;
        this.numbers = new Value[binding.rule.slots().size()];
    }

    private CompiledRule rule() {
        return binding.rule;
    }

    /** What {@code class} means from here on. */
    public RowFrame withClass(@Nullable String name) {
        classSoFar = name;
        return this;
    }

    /** What {@code place} and {@code ranked} mean from here on. */
    RowFrame withPlace(long own, long all) {
        return placed(own > 0 ? Value.of(Rational.of(own)) : Value.missing("place"), own > 0 ? Value.of(Rational.of(all)) : Value.missing("place"));
    }

    /** What the places of those who are ranked once more mean from here on. */
    RowFrame withAgain(Again.Of places) {
        again = places;
        for (Slot slot : rule().slots()) {
            if (slot.role() == Role.PLACE_AGAIN || slot.role() == Role.RANKED_AGAIN) {
                numbers[slot.symbol().slot()] = null;
            }
        }
        return this;
    }

    /** From here on nobody knows the place. */
    public RowFrame withOpenPlace() {
        again = Again.OPEN;
        return placed(Value.open(), Value.open());
    }

    /** From here on the place is one of these. */
    public RowFrame withPlaces(long best, long worst, long all) {
        return placed(Value.of(Enclosure.of(Rational.of(best), Rational.of(worst))), Value.of(Rational.of(all)));
    }

    private RowFrame placed(Value own, Value all) {
        place = own;
        ranked = all;
        for (Slot slot : rule().slots()) {
            if (slot.role() == Role.PLACE || slot.role() == Role.RANKED) {
                numbers[slot.symbol().slot()] = null;
            }
        }
        return this;
    }

    @Override
    public Value number(int slot) {
        Value known = numbers[slot];
        if (known == null) {
            known = given.isEmpty() ? null : given.get(slot);
            known = known == null ? compute(rule().slots().get(slot)) : known;
            numbers[slot] = known;
        }
        return known;
    }

    /** What is scored: its number, or of a text one where it is there. */
    public Value scored(int slot) {
        if (rule().slots().get(slot).symbol().kind() != Symbol.Kind.TEXT) {
            return number(slot);
        }
        return text(slot) == null ? Value.missing(rule().slots().get(slot).symbol().name()) : Value.of(Rational.ONE);
    }

    private Value compute(Slot slot) {
        return switch (slot.role()) {
            case COLUMN -> binding.number(slot, row);
            case PRIOR_COLUMN -> binding.priorNumber(slot, row);
            case TABLE -> table(slot);
            case DERIVED, INDICATOR -> slot.num().orElseThrow().value(this);
            case BASELINE -> baseline(slot.index());
            case SCORE -> new Scoring(this).score(slot);
            case SUBTOTAL -> new Scoring(this).subtotal();
            case TOTAL -> new Scoring(this).total();
            case CONSECUTIVE -> Value.of(Rational.of(binding.history.consecutive(binding.roll.id(row), slot.text())));
            case YEAR_END -> binding.isDated() ? Value.of(Rational.of(LocalDate.of(binding.year, 12, 31).toEpochDay()))
                    : Value.missing("year_end");
            case PLACE_OF -> placeWithin(slot);
            case PEERS_OF -> peersWithin(slot);
            case PLACE -> place;
            case RANKED -> ranked;
            case PLACE_AGAIN -> again == null ? Value.missing(slot.text()) : again.place(slot);
            case RANKED_AGAIN -> again == null ? Value.missing(slot.text()) : again.ranked(slot);
            case LABEL, GROUP, CLASS, PRIOR_CLASS -> throw new IllegalStateException(slot + " holds no number");
        };
    }

    private Value table(Slot slot) {
        String text = text(slot.of());
        if (text == null) {
            return Value.missing(rule().slots().get(slot.of()).symbol().name());
        }
        Rational value = slot.values().getOrDefault(text, slot.values().get(""));
        return value == null ? Value.missing(slot.symbol().name() + "(" + text + ")") : Value.of(value);
    }

    private Value placeWithin(Slot slot) {
        CompiledPlaces within = rule().places().get(slot.index());
        Value value = number(within.indicator());
        List<String> key = key(within.by());
        if (!value.isNumber() || key == null) {
            return value.isNumber() ? Value.missing(slot.symbol().name()) : value;
        }
        if (!value.number().isRange()) {
            long found = baselines.place(slot.index(), key, value.number());
            return found == 0 ? Value.missing(slot.symbol().name()) : Value.of(Rational.of(found));
        }
        long one = baselines.place(slot.index(), key, Enclosure.of(value.number().low()));
        long other = baselines.place(slot.index(), key, Enclosure.of(value.number().high()));
        return one == 0 ? Value.missing(slot.symbol().name())
                : Value.of(Enclosure.of(Rational.of(Math.min(one, other)), Rational.of(Math.max(one, other))));
    }

    private Value baseline(int index) {
        CompiledBaseline baseline = rule().baselines().get(index);
        List<String> key = key(baseline.by());
        Value found = key == null ? Value.missing(baseline.baseline().id()) : baselines.value(index, key);
        // Nobody forms a baseline of last year where its roll is not given: that lacks, and no policy answers it.
        return found.is(Value.Absence.NOBODY) && baseline.baseline().priorYear() && !binding.hasYearBefore()
                ? Value.missing(baseline.baseline().id()) : found;
    }

    private Value peersWithin(Slot slot) {
        List<String> key = key(rule().places().get(slot.index()).by());
        long count = key == null ? 0 : baselines.placed(slot.index(), key);
        return count == 0 ? Value.missing(slot.symbol().name()) : Value.of(Rational.of(count));
    }

    /** Whether what a slot holds was not filed, but is what the rule says then. */
    public boolean isByRule(int slot) {
        return binding.isByRule(rule().slots().get(slot), row);
    }

    /** The texts of slots; null if one of them is missing. */
    public @Nullable List<String> key(List<Integer> slots) {
        if (slots.isEmpty()) {
            return List.of();
        }
        List<String> key = new ArrayList<>(slots.size());
        for (int slot : slots) {
            String text = text(slot);
            if (text == null) {
                return null;
            }
            key.add(text);
        }
        return key;
    }

    public BaselineTable baselines() {
        return baselines;
    }

    @Override
    public @Nullable String text(int slot) {
        Slot definition = rule().slots().get(slot);
        return switch (definition.role()) {
            case CLASS -> classSoFar;
            case COLUMN -> binding.text(definition, row);
            default -> kept(definition);
        };
    }

    /** A text that other texts may have to be worked out for. */
    private @Nullable String kept(Slot slot) {
        Optional<String> known = texts.get(slot.symbol().slot());
        if (known == null) {
            known = Optional.ofNullable(computeText(slot));
            texts.put(slot.symbol().slot(), known);
        }
        return known.orElse(null);
    }

    private @Nullable String computeText(Slot slot) {
        return switch (slot.role()) {
            case PRIOR_COLUMN -> binding.priorText(slot, row);
            case LABEL -> label(slot.index());
            case GROUP -> {
                int group = group();
                yield group < 0 ? null : rule().groups().get(group).group().id();
            }
            case PRIOR_CLASS -> binding.priorClass(row);
            default -> throw new IllegalStateException(slot + " holds no text");
        };
    }

    private @Nullable String label(int index) {
        List<Optional<Test>> tests = rule().labels().get(index);
        for (int i = 0; i < tests.size(); i++) {
            Truth truth = tests.get(i).isEmpty() ? Truth.TRUE : decided(tests.get(i).get());
            if (truth == Truth.TRUE) {
                return rule().rule().labels().get(index).choices().get(i).label();
            }
            if (truth == Truth.UNKNOWN) {
                return null;
            }
        }
        return null;
    }

    /** The group by its place in the rule; -1 if there is none or nobody can tell. */
    public int group() {
        List<CompiledGroup> groups = rule().groups();
        for (int i = 0; i < groups.size(); i++) {
            Truth truth = groups.get(i).when().isEmpty() ? Truth.TRUE : decided(groups.get(i).when().get());
            if (truth == Truth.TRUE) {
                return i;
            }
            if (truth == Truth.UNKNOWN) {
                return -1;
            }
        }
        return -1;
    }

    /** What a test gives; never OPEN. */
    public Truth decided(Test test) {
        Truth truth = test.holds(this);
        if (truth == Truth.OPEN) {
            throw new OpenException();
        }
        return truth;
    }

    /** The place of the exclusion that applies, -1 for none, -2 if nobody can tell. */
    public int exclusion() {
        List<Test> tests = rule().exclusions();
        int strongest = -1;
        int unknown = -1;
        for (int i = 0; i < tests.size(); i++) {
            Truth truth = decided(tests.get(i));
            if (truth == Truth.TRUE && isStronger(i, strongest)) {
                strongest = i;
            } else if (truth == Truth.UNKNOWN && isStronger(i, unknown)) {
                unknown = i;
            }
        }
        return unknown >= 0 && isStronger(unknown, strongest) ? -2 : strongest;
    }

    private boolean isStronger(int exclusion, int than) {
        return than < 0 || effect(exclusion).compareTo(effect(than)) < 0;
    }

    private Exclusion.Effect effect(int exclusion) {
        return rule().rule().exclusions().get(exclusion).effect();
    }

    /** Where the enterprise stands by scope alone, before anything is scored. */
    public Standing scope() {
        boolean unknown = false;
        for (Test requirement : rule().requirements()) {
            Truth truth = decided(requirement);
            if (truth == Truth.FALSE) {
                return Standing.OUT;
            }
            unknown |= truth == Truth.UNKNOWN;
        }
        int exclusion = exclusion();
        if (exclusion >= 0 && effect(exclusion) == Exclusion.Effect.OUT) {
            return Standing.OUT;
        }
        if (unknown || exclusion == -2) {
            return Standing.UNDECIDED;
        }
        Standing standing = exclusion < 0 ? Standing.GRADED : switch (rule().rule().exclusions().get(exclusion).effect()) {
            case OUT -> Standing.OUT;
            case COLLECTED -> Standing.COLLECTED;
            case UNGRADED -> Standing.UNGRADED;
            case TREATED_AS -> Standing.TREATED_AS;
        };
        return standing.isScored() && !rule().groups().isEmpty() && group() < 0 ? noGroup() : standing;
    }

    /** Without a group: out where every group's test says no, else nobody can tell. */
    private Standing noGroup() {
        boolean unknown = rule().groups().stream()
                .anyMatch(group -> group.when().isPresent() && decided(group.when().get()) == Truth.UNKNOWN);
        return unknown ? Standing.UNDECIDED : Standing.OUT;
    }

    /** What the scope tests lack; empty if nothing. */
    Optional<Value> absentInScope() {
        for (Test test : rule().requirements()) {
            if (test.holds(this) == Truth.UNKNOWN) {
                return Optional.of(test.absent(this));
            }
        }
        for (Test test : rule().exclusions()) {
            if (test.holds(this) == Truth.UNKNOWN) {
                return Optional.of(test.absent(this));
            }
        }
        for (CompiledGroup group : rule().groups()) {
            if (group.when().isPresent() && group.when().get().holds(this) == Truth.UNKNOWN) {
                return Optional.of(group.when().get().absent(this));
            }
        }
        return Optional.empty();
    }
}
