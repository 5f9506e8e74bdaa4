/**
 * What every rule file has, whatever it is a rule of: {@link io.mubiao.rule.Source}s, {@link io.mubiao.rule.Cite}s beside
 * its numbers, {@link io.mubiao.rule.Derived} quantities, and {@link io.mubiao.rule.Parameter}s that somebody else must give.
 */
@NullMarked
package io.mubiao.rule;

import org.jspecify.annotations.NullMarked;
