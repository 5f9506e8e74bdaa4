package io.mubiao.problem;

import io.mubiao.text.internal.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is wrong with one thing, so that it is refused once (问题汇总). Paths are given below the place where
 * the collector stands. Not thread-safe.
 */
public final class Problems {
    private static final int MOST_SHOWN = 20;

    private final String at;
    private final List<Problem> all;

    /** Of a thing as a whole. */
    public Problems() {
        this("", new ArrayList<>());
    }

    private Problems(String at, List<Problem> all) {
        this.at = at;
        this.all = all;
    }

    /** The same collector, standing at one part: {@code targets[3]}, {@code views.all}. */
    public Problems at(String part) {
        return new Problems(path(part), all);
    }

    private String path(String below) {
        return at.isEmpty() || below.isEmpty() || below.startsWith("[") ? at + below : at + "." + below;
    }

    /** Something makes a part unusable. */
    public void error(String code, String path, String message) {
        add(Problem.Severity.ERROR, code, path, message);
    }

    /** Something about a part is doubtful. */
    public void warning(String code, String path, String message) {
        add(Problem.Severity.WARNING, code, path, message);
    }

    /** Something is wrong with a part, or doubtful. */
    public void add(Problem.Severity severity, String code, String path, String message) {
        all.add(new Problem(severity, code, Place.of(path(path)), message));
    }

    /** Problems that know their places. */
    public void addAll(Collection<Problem> problems) {
        all.addAll(problems);
    }

    /** What an exception says is a problem of a part; its type may know a better code. */
    public void error(String code, String path, RuntimeException e) {
        all.add(Reasoned.problem(e, code, Place.of(path(path))));
    }

    /** What an IllegalArgumentException or the refusal of an inner definition says is a problem; then there is nothing. */
    public <T> Optional<T> attempt(String code, String path, Supplier<? extends @Nullable T> make) {
        try {
            return Optional.ofNullable(make.get());
        } catch (IllegalArgumentException e) {
            error(code, path, e);
        } catch (InvalidDefinitionException e) {
            e.problems().forEach(problem ->
                    at(path).add(problem.severity(), problem.code(), problem.place().path(), problem.message()));
        }
        return Optional.empty();
    }

    /** A name must be one of the known ones; tells them, and which one may be meant. Whether it is. */
    public boolean known(String code, String path, String what, String name, Collection<String> known) {
        boolean isKnown = known.contains(name);
        if (!isKnown) {
            error(code, path, "unknown " + what + " '" + name + "'; expected one of " + shown(known.stream().filter(it -> !it.isEmpty()).toList())
                    + Spelling.hint(name, known));
        }
        return isKnown;
    }

    private static String shown(Collection<String> words) {
        return words.stream().limit(MOST_SHOWN).collect(Collectors.joining(", ", "[", ""))
                + (words.size() > MOST_SHOWN ? ", … " + words.size() + " in all]" : "]");
    }

    /** No id is there twice; each that is, is told at {@code path.id}. */
    public void unique(String path, Collection<String> ids) {
        Set<String> seen = new HashSet<>();
        ids.stream().filter(id -> !seen.add(id)).forEach(id -> error("DUPLICATE", path + "." + id, "'" + id + "' is there twice"));
    }

    /** Whether nothing was found, not even a doubt. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** What was found so far, in the order in which it was found. */
    public List<Problem> found() {
        return List.copyOf(all);
    }

    /**
     * Refuses the thing if anything was found.
     *
     * @throws InvalidDefinitionException listing it all
     */
    public void refuse(String subject) {
        if (!all.isEmpty()) {
            throw new InvalidDefinitionException(subject, all);
        }
    }
}
