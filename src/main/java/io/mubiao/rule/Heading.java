package io.mubiao.rule;

import java.util.List;

/** What stands at the head of a rule. */
record Heading(String id, String title, List<Source> sources, Cite cite, Rule.Status status) {
    Heading {
        sources = List.copyOf(sources);
    }
}
