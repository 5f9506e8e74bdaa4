/**
 * Rules in words (办法复述), such that a person can lay them beside the document. In: a rule of any kind. Out: numbered clauses in
 * the order of the law, Chinese or English, each with its source. Begin to read at {@link io.mubiao.render.law.RuleText}.
 */
@NullMarked
package io.mubiao.render.law;

import org.jspecify.annotations.NullMarked;
