package io.mubiao.land.assess.internal;

import io.mubiao.land.Group;
import io.mubiao.land.assess.Why;
import io.mubiao.land.internal.CompiledRule.Slot;
import io.mubiao.land.internal.CompiledRule;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names for people of what formulas call by short names. */
public final class Titles {
    private static final Pattern NAME = Pattern.compile("prior\\(\"([^\"]*)\"\\)|[\\p{L}_][\\p{L}\\p{N}_]*");

    private final CompiledRule rule;

    public Titles(CompiledRule rule) {
        this.rule = rule;
    }

    public String of(Slot slot) {
        return switch (slot.role()) {
            case COLUMN, PRIOR_COLUMN -> rule.rule().columns().get(slot.index()).title();
            case TABLE -> rule.rule().tables().get(slot.index()).title();
            case DERIVED -> rule.rule().derived().get(slot.index()).title();
            case INDICATOR -> rule.rule().indicators().get(slot.index()).title();
            case LABEL -> rule.rule().labels().get(slot.index()).title();
            case BASELINE -> baseline(slot);
            default -> slot.symbol().name();
        };
    }

    private String baseline(Slot slot) {
        var baseline = rule.rule().baselines().get(slot.index());
        return baseline.title().equals(baseline.id()) ? of(rule.slots().get(rule.slot(baseline.indicator())))
                : baseline.title();
    }

    public String group(String id) {
        return rule.rule().groups().find(id).map(Group::title).orElse(id);
    }

    /** What a value that is not there is about, such as {@code tax_per_mu: tax}, by both kinds of names. */
    Why.Named named(String about) {
        Matcher names = NAME.matcher(about);
        return new Why.Named(about, names.replaceAll(found -> Matcher.quoteReplacement(title(found.group(),
                found.group(1)))));
    }

    private String title(String name, @org.jspecify.annotations.Nullable String lastYears) {
        String wanted = lastYears == null ? name : lastYears;
        Predicate<Slot> called = slot -> slot.symbol().name().equals(wanted);
        String title = rule.slots().stream().filter(called).findFirst().map(this::of).orElseGet(() ->
                rule.rule().bonuses().find(wanted).map(it -> it.title()).orElse(wanted));
        return lastYears == null ? title : "prior(\"" + title + "\")";
    }
}
