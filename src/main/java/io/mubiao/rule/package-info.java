/**
 * What every rule file has, whatever it is a rule of (规则共性). In: a heading, {@link io.mubiao.rule.Source}s,
 * {@link io.mubiao.rule.Cite}s beside its numbers, {@link io.mubiao.rule.Derived} quantities, and
 * {@link io.mubiao.rule.Parameter}s that somebody else must give. Out: a rule that is complete or says what is open. Begin to
 * read at {@link io.mubiao.rule.Rule}.
 */
@NullMarked
package io.mubiao.rule;

import org.jspecify.annotations.NullMarked;
