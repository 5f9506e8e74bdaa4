package io.mubiao.scorecard;

import io.mubiao.assess.Assessment;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.ItemRule;
import io.mubiao.scoring.Score;
import io.mubiao.scoring.internal.CompiledItem;
import io.mubiao.text.internal.Characters;
import io.mubiao.value.Rational;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The score of one item (单项得分). Immutable. */
public final class ItemScore {
    private final CompiledItem item;
    private final @Nullable Assessment assessment;
    private final Score score;
    /** Kept here too, since sums over very many items read nothing else. */
    private final @Nullable Rational points;
    private final Rational full;
    private final boolean claimed;
    private final Optional<String> computedLight;
    private final Supplier<Optional<LightReason>> whyLight;
    private final List<Claim> claims;
    private final @Nullable ManualOverride override;
    private final List<Judgement> judgements;

    ItemScore(CompiledItem item, @Nullable Assessment assessment, Score score, Optional<String> computedLight,
            Supplier<Optional<LightReason>> whyLight, List<Claim> claims, @Nullable ManualOverride override, List<Judgement> judgements) {
        this.item = item;
        this.assessment = assessment;
        this.score = score;
        this.points = override != null && override.points().isPresent() ? override.points().get() : score.points().orElse(null);
        this.full = item.full();
        claimed = !claims.isEmpty() || !score.vetoes().isEmpty() || !score.duties().isEmpty();
        this.computedLight = computedLight;
        this.whyLight = whyLight;
        this.claims = claims;
        this.override = override;
        this.judgements = judgements;
    }

    /** Its id. */
    public String id() {
        return item.id();
    }

    /** Its title. */
    public String title() {
        return item.title();
    }

    /** How it was declared. */
    public ItemRule rule() {
        return item.rule();
    }

    /** The assessment that its readings are of; empty for an item that reads none. */
    public Optional<Assessment> assessment() {
        return Optional.ofNullable(assessment);
    }

    /** What the scoring rule made of it; no override changes it. */
    public Score score() {
        return score;
    }

    /** The points that count: those of an override, else the computed ones; empty where there are none. */
    public Optional<Rational> points() {
        return Optional.ofNullable(points);
    }

    /** The full points. */
    public Rational full() {
        return full;
    }

    /** The light that counts. */
    public Optional<String> light() {
        return override != null && override.light().isPresent() ? override.light() : computedLight;
    }

    /** The light as computed. */
    public Optional<String> computedLight() {
        return computedLight;
    }

    /** Why the computed light is what it is; empty where there is none. */
    public Optional<LightReason> lightReason() {
        return whyLight.get();
    }

    /** The vetoes that hold: of the scoring rule, then of the scorecard. */
    public List<Claim> vetoes() {
        if (!claimed) {
            return List.of();
        }
        return Stream.concat(score.vetoes().stream(), claims.stream().filter(Claim::isVeto)).toList();
    }

    /** The duties that hold: of the scoring rule, then of the scorecard. */
    public List<Claim> duties() {
        return Stream.concat(score.duties().stream(), claims.stream().filter(claim -> !claim.isVeto())).toList();
    }

    /** The override in force. */
    public Optional<ManualOverride> override() {
        return Optional.ofNullable(override);
    }

    /** What people said; beside the points, never inside. */
    public List<Judgement> judgements() {
        return judgements;
    }

    /** Why there are no points, in words of the assessment or the rule; empty where there are. */
    public String why() {
        if (points().isPresent()) {
            return "";
        }
        return score.why().isEmpty() ? score.absence() : score.why();
    }

    /** The same under another override. */
    ItemScore with(ManualOverride other) {
        return new ItemScore(item, assessment, score, computedLight, whyLight, claims, other, judgements);
    }

    @Override
    public String toString() {
        return Characters.shown(id() + " " + points().map(number -> number + " of " + full()).orElse("no points (" + why() + ")")
                + light().map(light -> " " + light).orElse(""));
    }
}
