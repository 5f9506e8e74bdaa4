package io.mubiao.rule;

import io.mubiao.lookup.LookupList;
import java.util.List;

/** What stands at the head of a rule. */
record Heading(String id, String title, LookupList<Source> sources, Cite cite, Rule.Status status, List<Example> examples) {
    Heading {
        examples = List.copyOf(examples);
    }

    Heading(String id, String title, List<Source> sources, Cite cite, Rule.Status status, List<Example> examples) {
        this(id, title, LookupList.of("rule '" + id + "'", "source", sources, Source::id), cite, status, examples);
    }
}
