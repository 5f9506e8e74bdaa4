package io.mubiao.io.rule;

import io.mubiao.io.internal.Fields;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Rule;
import io.mubiao.rule.RuleBuilder;
import io.mubiao.rule.Source;
import java.util.List;

/** Reads what stands at the head of every rule: title, status, documents, and where the whole stands. */
record HeadingReader(String title, Rule.Status status, Cite cite, List<Source> sources) {
    static HeadingReader of(Fields fields, RuleParts parts) {
        return new HeadingReader(fields.text("title", ""),
                fields.optionalChoice("status", Rule.Status.class).or(Rule.Status.PUBLISHED),
                RuleReader.cite(fields), fields.list("sources", parts::source));
    }

    <B extends RuleBuilder<?, B>> B into(B rule) {
        return rule.title(title).status(status).cite(cite).sources(sources);
    }
}
