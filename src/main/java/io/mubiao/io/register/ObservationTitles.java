package io.mubiao.io.register;

import static io.mubiao.io.register.ObservationFields.TITLE;

import io.mubiao.io.internal.DoubtTally;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.table.CellText;
import io.mubiao.io.internal.table.HeaderCell;
import io.mubiao.target.Bound;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.value.Unit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the titles of targets say of the rows of a table. Not thread-safe. */
final class ObservationTitles {
    private final Register register;
    private final ObservationColumns columns;
    private final ProblemList problems;
    private final DoubtTally tally;
    /** The targets by their titles; empty where several have one. */
    private final Map<String, String> titled = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    ObservationTitles(Register register, ObservationColumns columns, ProblemList problems, DoubtTally tally) {
        this.register = register;
        this.columns = columns;
        this.problems = problems;
        this.tally = tally;
        register.forEach(target -> titled.merge(CellText.key(target.title()), target.id(), (one, other) -> ""));
    }

    /** Gives a row that only has a number of its own the target that it names. */
    void name(Map<String, Node> texts) {
        Node stream = texts.get("stream");
        Node title = texts.get(TITLE);
        String target = title == null ? "" : titled.getOrDefault(CellText.key(title.text), "");
        if (columns.isNumbered() && stream != null && title != null && register.find(stream.text).isEmpty() && !target.isEmpty()) {
            stream.text = target;
            tally.add(title.line, title.column, columns.header(TITLE), "TARGET_OF_TITLE",
                    "a row that is only numbered is of the target that it names");
        }
    }

    /** Whether a row that is only numbered has the title of the target of that number. */
    boolean areRight(Map<String, Node> texts) {
        Node stream = texts.get("stream");
        Node title = texts.get(TITLE);
        Optional<Target> target = stream == null || !columns.isNumbered() ? Optional.empty() : register.find(stream.text);
        if (stream == null || target.isEmpty()) {
            return true;
        }
        boolean other = title == null || !CellText.key(title.text).equals(CellText.key(target.get().title()));
        if (other) {
            Node at = title == null ? stream : title;
            problems.error(at, "OTHER_TITLE", "target '" + stream.text + "' is called '" + target.get().title() + "', not '"
                    + (title == null ? "" : title.text)
                    + "': the list may be numbered anew; expected the ids of the register; the row is left out");
        }
        return !other;
    }

    /** A row that names one target and the title of another is probably a slip of a row. */
    void check(@Nullable Node stream, @Nullable Node title) {
        String other = stream == null || title == null ? "" : titled.getOrDefault(CellText.key(title.text), "");
        if (stream != null && title != null && !other.isEmpty() && !other.equals(stream.text) && register.find(stream.text).isPresent()
                && told.add(stream.text + '\n' + title.text)) {
            problems.warning(title.line, title.column, columns.header(TITLE), "OTHER_TITLE", "'" + title.text + "' is the title of target '"
                    + other + "', not of '"
                    + stream.text + "'; the id counts");
        }
    }

    /**
     * The unit of a target for a figure that has none: where the title ends with it, or what is required stands beside the figure; else
     * empty.
     */
    String unit(@Nullable Node stream, Node figure) {
        Optional<Target> target = stream == null ? Optional.empty() : register.find(stream.text);
        String unit = target.flatMap(it -> it.goal().bound()).flatMap(Bound::unit).map(Unit::symbol).orElse("");
        boolean titled = !unit.isEmpty() && CellText.key(new HeaderCell(target.orElseThrow().title(), 0).unit()).equals(CellText.key(unit));
        if (unit.isEmpty() || !(titled || columns.isLedger())) {
            return "";
        }
        tally.add(figure.line, figure.column, columns.header("value"), "UNIT_OF_TITLE", titled
                ? "a figure without unit has the one that the title of its target ends with"
                : "a figure without unit has that of what is required beside it");
        return unit;
    }
}
