package io.mubiao.land;

import static java.util.Objects.requireNonNull;

import io.mubiao.formula.Formula;
import io.mubiao.rule.Cite;
import java.util.List;
import java.util.Optional;

/**
 * A text worked out from columns (分类标签), such as an industry group from a code: the first choice that holds. Immutable.
 *
 * @param id its name
 * @param title what it is
 * @param choices in order
 * @param cite where it stands
 */
public record Label(String id, String title, List<Choice> choices, Cite cite) {
    /** A text and when it holds; always if there is no test. */
    public record Choice(String label, Optional<Formula> when) {
        public Choice {
            requireNonNull(label, "label");
            requireNonNull(when, "when");
        }
    }

    public Label {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        choices = List.copyOf(choices);
        requireNonNull(cite, "cite");
    }
}
