/**
 * The three kinds of rules as YAML or JSON (规则文件). In: files or texts. Out: an {@link io.mubiao.land.EvaluationRule}, an
 * {@link io.mubiao.scorecard.ScorecardRule} or an {@link io.mubiao.scoring.ScoringRule}, refused whole if anything is wrong.
 * Begin to read at {@link io.mubiao.io.rule.RuleFile}, {@link io.mubiao.io.rule.ScorecardFile} and
 * {@link io.mubiao.io.rule.ScoringRuleFile}; readers of what the three share stand beside them.
 */
@NullMarked
package io.mubiao.io.rule;

import org.jspecify.annotations.NullMarked;
