package io.mubiao.rule;

import static java.util.Objects.requireNonNull;

import io.mubiao.lookup.LookupList;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.problem.Problem;
import io.mubiao.problem.Problems;
import io.mubiao.problem.WithProblems;
import java.util.List;
import java.util.function.Function;

/**
 * Collects the parts of a rule; everything but what the first call asks for is empty until it is set.
 *
 * @param <R> the rule
 * @param <B> the builder itself
 */
public abstract class RuleBuilder<R extends Rule<R>, B extends RuleBuilder<R, B>> implements Cloneable {
    private Heading heading;

    /** For a rule of an id, with what messages call it. */
    protected RuleBuilder(String kindAndId, String id) {
        heading = new Heading(kindAndId, requireNonNull(id, "id"), "", List.of(), Cite.NONE, Rule.Status.PUBLISHED, List.of());
    }

    /** This builder. */
    protected abstract B self();

    /** The rule of what has been collected, and every reason why it is none. */
    protected abstract R assemble(Problems problems);

    /** Parts of the rule that are found by their ids. */
    protected final <T> LookupList<T> list(String part, List<T> all, Function<T, String> idOf) {
        return LookupList.of(heading.kindAndId(), part, all, idOf);
    }

    /** Its title. */
    public final B title(String value) {
        heading = new Heading(heading.kindAndId(), heading.id(), requireNonNull(value, "title"), heading.sources(), heading.cite(), heading.status(),
                heading.examples());
        return self();
    }

    /** Its documents. */
    public final B sources(List<Source> value) {
        heading = new Heading(heading.kindAndId(), heading.id(), heading.title(), value, heading.cite(), heading.status(), heading.examples());
        return self();
    }

    /** Where it stands as a whole. */
    public final B cite(Cite value) {
        heading = new Heading(heading.kindAndId(), heading.id(), heading.title(), heading.sources(), requireNonNull(value, "cite"), heading.status(),
                heading.examples());
        return self();
    }

    /** How sure it is. */
    public final B status(Rule.Status value) {
        heading = new Heading(heading.kindAndId(), heading.id(), heading.title(), heading.sources(), heading.cite(), requireNonNull(value, "status"),
                heading.examples());
        return self();
    }

    /** What it must make of given figures. */
    public final B examples(List<Example> value) {
        heading = new Heading(heading.kindAndId(), heading.id(), heading.title(), heading.sources(), heading.cite(), heading.status(), value);
        return self();
    }

    /** Everything that is wrong or left open; places are paths such as {@code parts.base}. */
    public final List<Problem> problems() {
        return checked().problems();
    }

    /**
     * The rule, checked whole.
     *
     * @throws InvalidDefinitionException listing everything that is wrong or left open
     */
    public final R build() {
        Problems problems = new Problems();
        R rule = assemble(problems);
        problems.refuse(heading.kindAndId());
        return rule;
    }

    /** The rule, and everything that is wrong with it; for readers that know where its parts stand. */
    public final WithProblems<R> checked() {
        Problems problems = new Problems();
        R rule = assemble(problems);
        return new WithProblems<>(rule, problems.found());
    }

    /** Another builder with the same parts; they are immutable, so that neither sees what the other is set to later. */
    @SuppressWarnings("unchecked")
    public final B copy() {
        try {
            return (B) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    Heading heading() {
        return heading;
    }
}
