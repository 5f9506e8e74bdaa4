package io.mubiao.target.internal;

import io.mubiao.target.Bound;
import io.mubiao.target.ChangeDirection;
import io.mubiao.target.ChangeForm;
import io.mubiao.target.Comparison;
import io.mubiao.target.Goal;
import io.mubiao.target.Target;
import io.mubiao.target.internal.GoalDoubts.Doubt;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A title that says the number or the side of what is required, and says otherwise (标题与要求不符). */
final class TitleDoubts {
    private static final Pattern MOST_BEFORE = Pattern.compile("(不超过|不高于|不大于|控制在|(?<!不)低于|(?<!不)少于)\\s*$");
    private static final Pattern MOST_AFTER = Pattern.compile("^\\s*(以内|以下|之内)");
    private static final Pattern LEAST_BEFORE = Pattern.compile("(不低于|不少于|不小于|(?<!不)超过|(?<!不)高于)\\s*$");
    private static final Pattern LEAST_AFTER = Pattern.compile("^\\s*(以上)");
    /** A size that what is counted has: 10亿元以上项目. */
    private static final Pattern THRESHOLD = Pattern.compile("^\\S{1,6}?(以上|以下)");
    private static final Pattern FALLS = Pattern.compile("(下降|降低|减少|压减|压降)[^0-9，,；;增升]{0,6}$");
    private static final Pattern RISES = Pattern.compile("(增长|提高|增加|提升|上升)[^0-9，,；;减降]{0,6}$");

    private static final String SHARES = "(%|个百分点|百分点)";

    /** Numbers of a unit, made once for the targets that stand together; threads may overwrite each other's. */
    private record Numbers(String unit, Pattern pattern) {
        private static volatile Numbers latest = of(SHARES);

        static Pattern in(String unit) {
            Numbers known = latest;
            if (!known.unit.equals(unit)) {
                known = of(unit);
                latest = known;
            }
            return known.pattern;
        }

        private static Numbers of(String unit) {
            return new Numbers(unit, Pattern.compile("(?<![0-9.])([0-9]{1,15}(?:\\.[0-9]{1,9})?)\\s*" + unit + "(?!月|百分点|工作日)"));
        }
    }

    private final Target target;
    private final Goal goal;
    private final String title;
    private final Quantity required;

    private TitleDoubts(Target target, Quantity required) {
        this.target = target;
        this.required = required;
        goal = target.goal();
        title = plain(target.title());
    }

    /** A text as compatibility characters are read: ％ as %. */
    static String plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return Normalizer.normalize(text, Normalizer.Form.NFKC);
            }
        }
        return text;
    }

    /** A number of the title in the unit of what is required, with the text around it. */
    private record Said(Rational number, String before, String after) {}

    static Optional<Doubt> of(Target target) {
        return target.goal().bound().filter(it -> it.hole().isEmpty()).flatMap(bound -> bound.reference()
                .filter(it -> !it.unit().symbol().isEmpty()).flatMap(required -> new TitleDoubts(target, required).find(bound)));
    }

    private Optional<Doubt> find(Bound bound) {
        List<Said> all = said();
        List<Said> same = all.stream().filter(it -> it.number.equals(required.amount().abs())).toList();
        if (all.size() == 1 && same.isEmpty() && bound instanceof Bound.Limit && !THRESHOLD.matcher(all.get(0).after).find()) {
            return doubt("'" + bound + "' is required, and the title says " + all.get(0).number + " " + required.unit());
        }
        for (Said each : same) {
            Optional<Doubt> doubt = goal instanceof Goal.Change change ? change(change, each) : side(bound, each);
            if (doubt.isPresent()) {
                return doubt;
            }
        }
        return Optional.empty();
    }

    private List<Said> said() {
        String symbol = plain(required.unit().symbol());
        if (!(goal instanceof Goal.Change) && !title.contains(symbol)) {
            return List.of();
        }
        List<Said> all = new ArrayList<>();
        Matcher number = Numbers.in(goal instanceof Goal.Change ? SHARES : "(" + Pattern.quote(symbol) + ")").matcher(title);
        while (number.find()) {
            all.add(new Said(Rational.parse(number.group(1)), title.substring(0, number.start()), number.group(2) + title.substring(number.end())));
        }
        return all;
    }

    private Optional<Doubt> side(Bound bound, Said said) {
        if (!(bound instanceof Bound.Limit limit)) {
            return Optional.empty();
        }
        String after = said.after.substring(plain(required.unit().symbol()).length());
        boolean most = MOST_BEFORE.matcher(said.before).find() || MOST_AFTER.matcher(after).find();
        boolean least = LEAST_BEFORE.matcher(said.before).find() || LEAST_AFTER.matcher(after).find();
        Comparison asked = limit.comparator();
        if (most && !least && (asked == Comparison.AT_LEAST || asked == Comparison.MORE_THAN || asked == Comparison.BARE)) {
            return doubt("'" + bound + "' is a minimum; '<= " + required + "' was probably meant");
        }
        return least && !most && (asked == Comparison.AT_MOST || asked == Comparison.LESS_THAN)
                ? doubt("'" + bound + "' is a maximum; '>= " + required + "' was probably meant") : Optional.empty();
    }

    private Optional<Doubt> change(Goal.Change change, Said said) {
        boolean falls = FALLS.matcher(said.before).find();
        boolean rises = RISES.matcher(said.before).find();
        boolean isMinimum = change.require() instanceof Bound.Limit limit && limit.comparator() != Comparison.AT_MOST && limit.comparator() != Comparison.LESS_THAN;
        if (falls && !rises && change.direction() == ChangeDirection.GROWTH && isMinimum && required.amount().signum() > 0) {
            return doubt("a growth of '" + change.require() + "' is required; direction: reduction was probably meant");
        } else if (rises && !falls && change.direction() == ChangeDirection.REDUCTION && isMinimum) {
            return doubt("a reduction of '" + change.require() + "' is required; direction: growth was probably meant");
        } else if (said.after.contains("百分点") && change.form() != ChangeForm.POINTS) {
            return doubt("'" + change.require() + "' is relative to the base; form: points and '" + required.amount() + " 百分点' were probably meant");
        }
        return Optional.empty();
    }

    private Optional<Doubt> doubt(String message) {
        return Optional.of(new Doubt("TITLE_SAYS", "'" + target.title() + "': " + message));
    }
}
