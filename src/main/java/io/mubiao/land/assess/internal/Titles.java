package io.mubiao.land.assess.internal;

import io.mubiao.formula.Expr;
import io.mubiao.formula.Formula;
import io.mubiao.land.Group;
import io.mubiao.land.Item;
import io.mubiao.land.assess.Why;
import io.mubiao.land.internal.CompiledRule;
import io.mubiao.land.internal.CompiledRule.Role;
import io.mubiao.land.internal.CompiledRule.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names for people of what formulas call by short names. */
public final class Titles {
    private static final Pattern NAME = Pattern.compile("prior\\(\"([^\"]*)\"(?:, \"?(\\d+)\"?)?\\)|[\\p{L}_][\\p{L}\\p{N}_]*");

    private final CompiledRule rule;

    public Titles(CompiledRule rule) {
        this.rule = rule;
    }

    public String of(Slot slot) {
        return switch (slot.role()) {
            case COLUMN, PRIOR_COLUMN -> rule.rule().columns().get(slot.index()).title();
            case TABLE -> rule.rule().tables().get(slot.index()).title();
            case DERIVED -> rule.rule().derived().get(slot.index()).title();
            case PLACE_OF, PEERS_OF -> rule.rule().indicators().get(slot.text()).title();
            case INDICATOR -> rule.rule().indicators().get(slot.index()).title();
            case LABEL -> rule.rule().labels().get(slot.index()).title();
            case BASELINE -> baseline(slot);
            case SCORE -> score(slot.symbol().name());
            case PLACE_AGAIN, RANKED_AGAIN -> rule.again().get(slot.index()).ranking().title();
            default -> slot.symbol().name();
        };
    }

    /** Texts of a ranking, where a group of items goes by its title. */
    public List<String> texts(List<String> by, List<String> key) {
        List<String> texts = new ArrayList<>(key);
        for (int i = 0; i < Math.min(by.size(), key.size()); i++) {
            if (rule.slots().get(rule.slot(by.get(i))).role() == Role.GROUP) {
                texts.set(i, group(key.get(i)));
            }
        }
        return texts;
    }

    /** An item's score by its indicator; by the item's id too where two items score one indicator. */
    private String score(String name) {
        List<Item> items = rule.rule().groups().stream().flatMap(group -> group.items().stream()).toList();
        return items.stream().filter(it -> name.equals("score_" + it.id())).findFirst().map(it -> {
            String title = of(rule.slots().get(rule.slot(it.indicator())));
            boolean alone = items.stream().filter(other -> other.indicator().equals(it.indicator())).allMatch(other -> other.id().equals(it.id()));
            return alone ? title : title + " (" + it.id() + ")";
        }).orElse(name);
    }

    private String item(String id) {
        boolean known = rule.rule().groups().stream().flatMap(group -> group.items().stream()).anyMatch(it -> it.id().equals(id));
        return known ? score("score_" + id) : id;
    }

    private String baseline(Slot slot) {
        var baseline = rule.rule().baselines().get(slot.index());
        if (!baseline.title().equals(baseline.id())) {
            return baseline.title();
        }
        String title = of(rule.slots().get(rule.slot(baseline.indicator())));
        boolean isAlone = rule.rule().baselines().stream().filter(it -> it.title().equals(it.id()) && it.kind() == baseline.kind()
                && it.indicator().equals(baseline.indicator())).count() == 1;
        return isAlone && !isNamed(baseline.id()) ? title : title + " (" + baseline.id() + ")";
    }

    /** Whether a test names it, where the indicator may stand beside it. */
    private boolean isNamed(String id) {
        Stream<Formula> classes = rule.rule().classes().stream().flatMap(it -> Stream.concat(it.tests().values().stream(), it.requires().values().stream()));
        return Stream.of(classes, rule.rule().baselines().stream().flatMap(it -> it.when().stream()),
                rule.rule().overrides().stream().flatMap(it -> it.when().stream())).flatMap(all -> all).anyMatch(test -> test.names().contains(id));
    }

    /** A baseline apart from others of its indicator. */
    private String apart(Slot slot) {
        var baseline = rule.rule().baselines().get(slot.index());
        boolean alone = rule.rule().baselines().stream().filter(it -> it.indicator().equals(baseline.indicator())).count() == 1;
        String id = " (" + baseline.id() + ")";
        String title = baseline(slot);
        return alone || !baseline.title().equals(baseline.id()) || title.endsWith(id) ? title : title + id;
    }

    /** A formula whose groups go by their titles. */
    public Formula groups(Formula formula) {
        return formula.names().stream().anyMatch("group"::equals) ? Formula.of(groups(formula.expr())) : formula;
    }

    private Expr groups(Expr expr) {
        if (expr instanceof Expr.In in && in.value() instanceof Expr.Name name && name.name().equals("group")) {
            return new Expr.In(name, in.ranges().stream().map(it -> new Expr.Range(group(it.from()), group(it.through()))).toList());
        }
        if (!(expr instanceof Expr.Call call)) {
            return expr;
        }
        boolean ofGroup = call.operands().stream().anyMatch(it -> it instanceof Expr.Name name && name.name().equals("group"));
        return new Expr.Call(call.function(), call.operands().stream().map(it -> ofGroup && it instanceof Expr.Text text
                ? new Expr.Text(group(text.text())) : groups(it)).toList());
    }

    public String group(String id) {
        return rule.rule().groups().find(id).map(Group::title).orElse(id);
    }

    /** What a value that is not there is about, such as {@code tax_per_mu: tax}, by both kinds of names. */
    Why.Named named(String about) {
        Matcher names = NAME.matcher(about);
        return new Why.Named(about, names.replaceAll(found -> Matcher.quoteReplacement(title(found.group(),
                found.group(1), found.group(2)))));
    }

    private String title(String name, @org.jspecify.annotations.Nullable String lastYears, @org.jspecify.annotations.Nullable String years) {
        String wanted = lastYears == null ? name : lastYears;
        Predicate<Slot> called = slot -> slot.symbol().name().equals(wanted);
        String title = rule.slots().stream().filter(called).findFirst().map(slot -> slot.role() == Role.BASELINE ? apart(slot) : of(slot)).orElseGet(() ->
                rule.rule().bonuses().find(wanted).map(it -> it.title()).orElseGet(() -> rule.again().stream().map(CompiledRule.CompiledAgain::ranking)
                        .filter(it -> it.id().equals(wanted)).map(it -> it.title()).findFirst().orElseGet(() -> item(wanted))));
        return lastYears == null ? title : "prior(\"" + title + "\"" + (years == null ? "" : ", " + years) + ")";
    }
}
