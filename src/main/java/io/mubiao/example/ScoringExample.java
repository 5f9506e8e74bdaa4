package io.mubiao.example;

import io.mubiao.problem.NoSuchIdException;
import io.mubiao.rule.Derived;
import io.mubiao.rule.Example;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.Given;
import io.mubiao.scoring.Reading;
import io.mubiao.scoring.RuleInput;
import io.mubiao.scoring.Score;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.scoring.internal.GivenInputs;
import io.mubiao.text.internal.NumberText;
import io.mubiao.value.Rational;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An example of a scoring rule: items that are each other's peers. */
final class ScoringExample {
    /** In a row the full points of the item. */
    private static final String POINTS = "points";
    private static final Pattern PRIOR = Pattern.compile("prior\\(\"(.*)\"\\)");

    private ScoringExample() {}

    static Outcomes of(ScoringRule rule, Example example) {
        Map<String, Score> scores = new LinkedHashMap<>();
        example.rows().keySet().forEach(row -> scores.put(row, rule.score(given(rule, example, row))));
        return (row, name) -> {
            LandExample.row(example, row);
            return answer(rule, java.util.Objects.requireNonNull(scores.get(row)), name);
        };
    }

    /** The inputs of a row, with those of all rows as its peers, worked-out ones too. */
    private static Given given(ScoringRule rule, Example example, String row) {
        Given given = own(rule, example, row);
        if (example.rows().size() > 1) {
            for (Derived derived : rule.derived()) {
                given = given.withPeers(derived.id(), example.rows().keySet().stream().flatMap(each -> rule.derived(derived.id(), own(rule, example, each)).stream())
                        .map(Object::toString).toArray(String[]::new));
            }
            for (String name : names(rule, example)) {
                given = given.withPeers(name, example.rows().values().stream().map(values -> values.get(name))
                        .filter(java.util.Objects::nonNull).map(text -> figure(rule, name, text)).toArray(String[]::new));
            }
        }
        return given;
    }

    private static Given own(ScoringRule rule, Example example, String row) {
        Given given = Given.of();
        for (Map.Entry<String, String> value : LandExample.row(example, row).entrySet()) {
            given = value.getKey().equals(POINTS) ? given.points(value.getValue())
                    : given.with(value.getKey(), figure(rule, value.getKey(), value.getValue()));
        }
        for (Map.Entry<String, String> value : example.earlier().getOrDefault(row, Map.of()).entrySet()) {
            given = given.withPrior(value.getKey(), figure(rule, value.getKey(), value.getValue()));
        }
        return given;
    }

    /**
     * A figure as a row has it: a plain number is one in the unit that its input declares.
     *
     * @throws IllegalArgumentException if it is a plain number for a share that is read of targets, of which nobody declares a unit
     */
    static String figure(ScoringRule rule, String name, String text) {
        Matcher prior = PRIOR.matcher(name);
        String of = prior.matches() ? prior.group(1) : name;
        Optional<RuleInput> input = rule.inputs().find(of);
        boolean share = input.map(it -> it.reading().filter(Reading::isShare).isPresent() && it.formulaUnit().equals(Unit.NONE))
                .orElseGet(() -> Reading.find(of).filter(Reading::isShare).isPresent());
        if (share && isPlain(text)) {
            GivenInputs.checkShare(of, text);
        }
        return input.map(RuleInput::formulaUnit).filter(unit -> !unit.equals(Unit.NONE) && isPlain(text))
                .map(unit -> text + " " + unit).orElse(text);
    }

    private static boolean isPlain(String text) {
        try {
            return NumberText.of(text).unit().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The inputs and readings by which rows are each other's peers. */
    private static Set<String> names(ScoringRule rule, Example example) {
        Set<String> names = new LinkedHashSet<>();
        example.rows().values().forEach(values -> values.keySet().stream()
                .filter(name -> rule.inputs().find(name).isPresent() || Reading.find(name).isPresent()).forEach(names::add));
        return names;
    }

    private static Answer answer(ScoringRule rule, Score score, String name) {
        String why = score.why().isEmpty() ? score.absence() : score.why();
        return switch (name) {
            case POINTS -> Answer.number(score.points(), why);
            case "raw" -> Answer.number(score.raw(), why);
            case "vetoes" -> claims(score.vetoes());
            case "duties" -> claims(score.duties());
            case "undecided" -> claims(score.undecided());
            default -> part(rule, score, name, why);
        };
    }

    private static Answer claims(List<Claim> claims) {
        return Answer.word(Optional.of(claims.stream().map(Claim::id).collect(Collectors.joining(", "))), "");
    }

    private static Answer part(ScoringRule rule, Score score, String name, String why) {
        Rational points = score.parts().get(name);
        if (points == null && score.points().isPresent()) {
            List<String> known = new ArrayList<>(List.of(POINTS, "raw", "vetoes", "duties", "undecided"));
            known.addAll(score.parts().keySet());
            throw NoSuchIdException.of("scoring rule '" + rule.id() + "'", "result", name, known);
        }
        return Answer.number(Optional.ofNullable(points), why);
    }
}
