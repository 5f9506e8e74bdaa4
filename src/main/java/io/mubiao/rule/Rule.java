package io.mubiao.rule;

import io.mubiao.lookup.LookupList;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.problem.Reasoned;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Quantity;
import io.mubiao.value.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What every rule is, whatever it is a rule of (办法): an identity, the documents it is taken from, how sure it is, and the
 * numbers that somebody else must give. Immutable; two rules that say the same are equal.
 *
 * @param <R> the rule itself
 */
public abstract class Rule<R extends Rule<R>> {
    /** How sure a rule is. */
    public enum Status {
        /** Read in a public source. */
        PUBLISHED,
        /** Background knowledge, to be checked before it is relied on (未经核实). */
        UNVERIFIED,
        /** A pattern to be filled in. */
        TEMPLATE
    }

    private final Heading heading;

    /** With the heading that the builder has collected. */
    protected Rule(RuleBuilder<R, ?> from) {
        heading = from.heading();
    }

    /** Its id. */
    public final String id() {
        return heading.id();
    }

    /** What messages call it: {@code scorecard 'x'}. */
    public final String kindAndId() {
        return heading.kindAndId();
    }

    /** Its title; may be empty. */
    public final String title() {
        return heading.title();
    }

    /** Its documents. */
    public final LookupList<Source> sources() {
        return heading.sources();
    }

    /** Where it stands as a whole. */
    public final Cite cite() {
        return heading.cite();
    }

    /** How sure it is. */
    public final Status status() {
        return heading.status();
    }

    /** What it must make of given figures (算例). */
    public final List<Example> examples() {
        return heading.examples();
    }

    /** The units it uses. */
    public abstract Units units();

    /** The numbers it leaves to somebody, given or open. */
    public abstract LookupList<Parameter> parameters();

    /** This rule in the making again. */
    public abstract RuleBuilder<R, ?> toBuilder();

    /** This rule with other parameters of the same ids. */
    protected abstract R withParameters(List<Parameter> parameters);

    /** Everything it says beside its heading: with it, what equality asks. */
    protected abstract List<Object> content();

    /** The parameters that have no number yet. */
    public final List<Parameter> openParameters() {
        return parameters().stream().filter(parameter -> parameter.value().isEmpty()).toList();
    }

    /**
     * This rule with the number of a parameter, read with its unit: {@code rule.with("d_rate", "0.1 元/kWh")}; of a
     * parameter without a unit the plain number.
     *
     * @throws IllegalArgumentException if there is no such parameter, the unit does not fit, or it is out of bounds
     * @throws io.mubiao.problem.InvalidDefinitionException if the rule does not hold with it, such as weights that do not sum
     */
    public final R with(String parameter, String value) {
        return with(Map.of(parameter, value));
    }

    /** As {@link #with(String, String)}, several at once. */
    public final R with(Map<String, String> values) {
        List<Parameter> filled = new ArrayList<>(parameters());
        List<String> ids = filled.stream().map(Parameter::id).toList();
        values.forEach((name, text) -> {
            int at = ids.indexOf(name);
            if (at < 0) {
                throw NoSuchIdException.of(heading.kindAndId(), "parameter", name, ids);
            }
            filled.set(at, filled.get(at).with(quantity(filled.get(at), text)));
        });
        return withParameters(filled);
    }

    private Quantity quantity(Parameter parameter, String text) {
        try {
            return parameter.read(text, units());
        } catch (IllegalArgumentException e) {
            throw Reasoned.within("parameter '" + parameter.id() + "': found '" + text + "', expected a number"
                    + (parameter.unit().symbol().isEmpty() ? "" : " and its unit, such as '1.5 " + parameter.unit() + "'") + "; ", e);
        }
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Rule<?> that && getClass() == that.getClass() && heading.equals(that.heading)
                && content().equals(that.content());
    }

    @Override
    public final int hashCode() {
        return heading.hashCode();
    }

    @Override
    public final String toString() {
        return Characters.shown(getClass().getSimpleName() + " " + id() + (title().isEmpty() ? "" : " " + title()));
    }
}
