package io.mubiao.problem;

import io.mubiao.text.internal.Characters;
import io.mubiao.text.internal.Spelling;
import java.io.Serial;
import java.util.Collection;
import java.util.List;

/** What is asked for by id or name is not there (查无此项); the message names it and where it was looked for. */
public final class NoSuchIdException extends IllegalArgumentException implements Reasoned {
    @Serial
    private static final long serialVersionUID = 1L;
    /** Among so many a near one is looked for; the time it takes grows with them. */
    public static final int MOST_COMPARED = 10_000;
    private static final int MOST_LISTED = 12;

    public NoSuchIdException(String message) {
        super(Characters.shown(message));
    }

    @Override
    public String code() {
        return "UNKNOWN_ID";
    }

    /**
     * That an owner has nothing of a kind with this id: {@code register 'x' has no target 'id'}, with what may have been meant,
     * or all there are where they are few.
     */
    public static NoSuchIdException of(String owner, String kind, String id, Collection<String> known) {
        return new NoSuchIdException(owner + " has no " + kind + " '" + id + "'" + meant(id, known));
    }

    private static String meant(String id, Collection<String> all) {
        List<String> known = all.stream().filter(it -> !it.isBlank()).toList();
        String near = known.size() > MOST_COMPARED ? ""
                : Spelling.near(id, known).map(it -> "; did you mean '" + it + "'?").orElse("");
        return known.isEmpty() ? "; it has none" : !near.isEmpty() || known.size() > MOST_LISTED ? near : "; it has " + known;
    }
}
