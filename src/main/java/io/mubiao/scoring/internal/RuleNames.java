package io.mubiao.scoring.internal;

import io.mubiao.formula.Symbol;
import io.mubiao.formula.internal.Names;
import io.mubiao.scoring.Reading;
import io.mubiao.scoring.RuleInput;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Gives the names of a rule's formulas their slots, in the order in which they are first used. */
final class RuleNames implements Names {
    /** The name of the item's full points. */
    static final String FULL = "w";

    private final Map<String, RuleInput> inputs = new LinkedHashMap<>();
    private final Map<String, Symbol> symbols = new LinkedHashMap<>();
    private final List<Want> wants = new ArrayList<>();
    /** Derived quantities as inputs of their peers, by name. */
    private final Map<String, RuleInput> derived = new LinkedHashMap<>();
    /** Derived quantities that are themselves made of peers. */
    private final Set<String> comparing = new HashSet<>();
    private int slots;

    /** The name of a part in the run without caps begins with this. */
    static final String FREE = "free ";

    RuleNames(List<RuleInput> declared) {
        for (Reading reading : Reading.values()) {
            inputs.put(reading.word(), RuleInput.of(reading.word(), reading));
        }
        declared.forEach(input -> inputs.put(input.id(), input));
    }

    /** A name for something that the program itself works out. */
    Symbol add(String name, Unit unit) {
        Symbol symbol = new Symbol(slots++, name, Symbol.Kind.NUMBER, unit);
        symbols.put(name, symbol);
        return symbol;
    }

    /** A name for a derived quantity, of which peers may be asked from now on. */
    Symbol addDerived(String name, String title, Unit unit, boolean comparesPeers) {
        derived.put(name, new RuleInput(name, title, Optional.empty(), Symbol.Kind.NUMBER, Optional.of(unit), true));
        if (comparesPeers) {
            comparing.add(name);
        }
        return add(name, unit);
    }

    @Override
    public Optional<Symbol> find(String name) {
        Symbol known = symbols.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        if (name.equals(FULL)) {
            return Optional.of(want(Want.About.FULL_POINTS, Optional.empty(), name, Symbol.Kind.NUMBER, Unit.NONE));
        }
        return Optional.ofNullable(inputs.get(name)).map(input ->
                want(Want.About.SELF, Optional.of(input), name, input.kind(), input.formulaUnit()));
    }

    @Override
    public Optional<Symbol> find(String function, List<String> texts) {
        Optional<Want.About> about = Want.About.function(function);
        if (about.isEmpty() || texts.isEmpty()) {
            return Optional.empty();
        }
        boolean lower = lower(function, about.get(), texts);
        RuleInput input = derived.getOrDefault(texts.get(0), inputs.get(texts.get(0)));
        if (input == null) {
            return Optional.empty();
        }
        if (derived.containsKey(input.id())) {
            checkDerived(function, about.get(), input.id());
        }
        String name = function + "(\"" + String.join("\", \"", texts) + "\")";
        Symbol known = symbols.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        boolean count = about.get() == Want.About.PLACE || about.get() == Want.About.PEERS
                || about.get() == Want.About.IN_A_ROW;
        boolean flag = about.get() == Want.About.IN_A_ROW;
        if (input.kind() != (flag ? Symbol.Kind.FLAG : Symbol.Kind.NUMBER)) {
            throw new IllegalArgumentException(name + ": '" + input.id() + "' is a " + input.kind() + ", expected a "
                    + (flag ? Symbol.Kind.FLAG : Symbol.Kind.NUMBER));
        }
        RuleInput asked = lower ? new RuleInput(input.id(), input.title(), input.reading(), input.kind(), input.unit(), false, input.over())
                : input;
        return Optional.of(want(about.get(), Optional.of(asked), name, Symbol.Kind.NUMBER,
                count ? Unit.NONE : input.formulaUnit()));
    }

    /** Whether the lowest has the first place: {@code place("cost", "lower")}. */
    private static boolean lower(String function, Want.About about, List<String> texts) {
        if (texts.size() == 1) {
            return false;
        }
        if (texts.size() != 2 || about != Want.About.PLACE || !texts.get(1).equals("lower")) {
            throw new IllegalArgumentException(function + " takes one name" + (about == Want.About.PLACE
                    ? ", or a name and \"lower\" where the lowest has the first place" : "") + ", got " + texts);
        }
        return true;
    }

    private void checkDerived(String function, Want.About about, String id) {
        if (!about.ofPeers()) {
            throw new IllegalArgumentException(function + "(\"" + id + "\"): '" + id + "' is worked out; ask for " + function
                    + " of the inputs it is made of");
        }
        if (comparing.contains(id)) {
            throw new IllegalArgumentException(function + "(\"" + id + "\"): '" + id + "' itself compares peers and has no place among them");
        }
    }

    private Symbol want(Want.About about, Optional<RuleInput> input, String name, Symbol.Kind kind, Unit unit) {
        Symbol symbol = new Symbol(slots++, name, kind, unit);
        symbols.put(name, symbol);
        wants.add(new Want(about, input, symbol));
        return symbol;
    }

    @Override
    public List<String> functions() {
        return Want.About.functions();
    }

    @Override
    public List<String> known() {
        return Stream.concat(symbols.keySet().stream().filter(it -> !it.contains("(") && !it.startsWith(FREE)), inputs.keySet().stream()).distinct().sorted().toList();
    }

    List<Want> wants() {
        return wants;
    }

    int slots() {
        return slots;
    }
}
