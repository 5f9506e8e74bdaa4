package io.mubiao.rule;

import io.mubiao.lookup.LookupList;
import java.util.List;

/**
 * What stands at the head of a rule.
 *
 * @param kindAndId what messages call the rule, with its id
 */
record Heading(String kindAndId, String id, String title, LookupList<Source> sources, Cite cite, Rule.Status status, List<Example> examples) {
    Heading {
        examples = List.copyOf(examples);
    }

    Heading(String kindAndId, String id, String title, List<Source> sources, Cite cite, Rule.Status status, List<Example> examples) {
        this(kindAndId, id, title, LookupList.of(kindAndId, "source", sources, Source::id), cite, status, examples);
    }
}
