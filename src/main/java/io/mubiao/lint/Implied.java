package io.mubiao.lint;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.formula.internal.Foregone;
import io.mubiao.value.Units;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Of choices of which the first that holds counts, those that nobody is left for. */
final class Implied {
    private final Units units;
    private final Function<String, Optional<Foregone.Domain>> domains;
    private final Map<String, Formula> before = new LinkedHashMap<>();

    /**
     * Before any choice.
     *
     * @param domains what is known of a name; empty for nothing
     */
    Implied(Units units, Function<String, Optional<Foregone.Domain>> domains) {
        this.units = units;
        this.domains = domains;
    }

    /** The choices so far of which whoever meets this test meets one, joined by a comma; empty if there is somebody else, or nobody meets it anyway. */
    Optional<String> by(Formula test) {
        if (fixed(test.expr()).isPresent()) {
            return Optional.empty();
        }
        Optional<String> one = before.entrySet().stream().filter(it -> implies(test, it.getValue())).map(Map.Entry::getKey).findFirst();
        return one.isPresent() || before.size() < 2 || !implies(test, Formula.chain("or", List.copyOf(before.values()))) ? one
                : Optional.of(String.join(", ", before.keySet()));
    }

    void add(String name, Formula test) {
        before.put(name, test);
    }

    private boolean implies(Formula test, Formula other) {
        return test.equals(other) || fixed(Formula.call("and", test, Formula.call("not", other)).expr()).filter(holds -> !holds).isPresent();
    }

    private Optional<Boolean> fixed(Expr test) {
        return Foregone.find(test, units, domains).stream().filter(it -> it.test().equals(test)).map(Foregone.Finding::holds).findFirst();
    }
}
