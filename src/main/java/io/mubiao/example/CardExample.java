package io.mubiao.example;

import com.google.common.base.Splitter;
import io.mubiao.assess.Assessor;
import io.mubiao.formula.Formula;
import io.mubiao.observe.ObservationLog;
import io.mubiao.problem.NoSuchIdException;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Example;
import io.mubiao.scorecard.ItemScore;
import io.mubiao.scorecard.LightRule;
import io.mubiao.scorecard.NodeScore;
import io.mubiao.scorecard.Scorecard;
import io.mubiao.scorecard.ScorecardRule;
import io.mubiao.scorecard.Scorer;
import io.mubiao.scoring.Claim;
import io.mubiao.scoring.Given;
import io.mubiao.scoring.ItemRule;
import io.mubiao.scoring.Part;
import io.mubiao.scoring.Score;
import io.mubiao.scoring.ScoringRule;
import io.mubiao.shape.Grades;
import io.mubiao.shape.Shape;
import io.mubiao.target.Register;
import io.mubiao.value.Rational;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An example of a scorecard. A row is an item of the scorecard with its given inputs, and then all of it is scored; or it
 * holds figures: points and percent of a node, the points of periods, or what lights read.
 */
final class CardExample {
    private static final String POINTS = "points";
    private static final String PERCENT = "percent";
    private static final String LIGHT = "light";
    private static final Splitter PERIODS = Splitter.onPattern("[,\\s、]+").omitEmptyStrings();

    private CardExample() {}

    static Outcomes of(ScorecardRule rule, Example example) {
        if (example.rows().keySet().stream().anyMatch(row -> rule.items().find(row).isPresent())) {
            Scorecard card = scored(rule, example);
            return (row, name) -> scored(card, row, name);
        }
        return (row, name) -> figure(rule, example, row, name);
    }

    /** The items whose inputs are given; nothing is read of targets. */
    private static Scorecard scored(ScorecardRule rule, Example example) {
        List<ItemRule> items = new ArrayList<>();
        example.rows().forEach((id, given) -> {
            ItemRule item = rule.items().get(id);
            Map<String, String> all = new LinkedHashMap<>(item.given());
            ScoringRule scoring = rule.rules().get(item.rule());
            given.forEach((name, text) -> all.put(name, scoring == null ? text : ScoringExample.figure(scoring, name, text)));
            items.add(new ItemRule(id, item.title(), item.rule(), item.points(), "", Map.of(), all, item.peers()));
        });
        rule.items().stream().filter(item -> !example.rows().containsKey(item.id())).forEach(items::add);
        Register none = Register.of(rule.id(), ZoneOffset.UTC);
        LocalDate day = example.day().orElse(LocalDate.of(2000, 12, 31));
        return Scorer.of(rule.toBuilder().items(items).build(), none).score(Assessor.assess(none, ObservationLog.of(), day));
    }

    private static Answer scored(Scorecard card, String row, String name) {
        Optional<ItemScore> item = card.find(row);
        if (item.isPresent()) {
            return switch (name) {
                case POINTS -> Answer.number(item.get().points(), "");
                case LIGHT -> Answer.word(item.get().light(), "");
                default -> throw NoSuchIdException.of("item '" + row + "'", "result", name, List.of(POINTS, LIGHT));
            };
        }
        int colon = row.indexOf(':');
        NodeScore node = colon < 0 ? card.root(row) : card.nodes(row.substring(0, colon)).get(row.substring(colon + 1));
        return switch (name) {
            case POINTS -> Answer.number(node.points(), "");
            case "full" -> Answer.number(Optional.of(node.full()), "");
            case "grade" -> Answer.word(node.grade(), "");
            default -> throw NoSuchIdException.of("node '" + row + "'", "result", name, List.of(POINTS, "full", "grade"));
        };
    }

    private static Answer figure(ScorecardRule rule, Example example, String row, String name) {
        Map<String, String> values = LandExample.row(example, row);
        return switch (name) {
            case "grade" -> Answer.word(rule.grades().orElseThrow(() -> none("grades")).grade(number(values, POINTS)), "");
            case "node-light" -> Answer.word(rule.nodeLights().orElseThrow(() -> none("node-lights"))
                    .grade(number(values, PERCENT)), "");
            case "year" -> Answer.number(Optional.of(year(rule, values)), "");
            case LIGHT -> light(rule.lights().orElseThrow(() -> none("lights")), values,
                    PERIODS.splitToList(example.earlier().getOrDefault(row, Map.of()).getOrDefault(LIGHT, "")));
            default -> throw NoSuchIdException.of("scorecard '" + rule.id() + "'", "result", name,
                    List.of("grade", "node-light", "year", LIGHT));
        };
    }

    private static IllegalArgumentException none(String part) {
        return new IllegalArgumentException("the scorecard has no '" + part + "'");
    }

    private static Rational number(Map<String, String> values, String name) {
        String text = values.get(name);
        if (text == null) {
            throw new IllegalArgumentException("the row needs '" + name + "'");
        }
        return Rational.parseTyped(text);
    }

    private static Rational year(ScorecardRule rule, Map<String, String> values) {
        Rational year = Rational.ZERO;
        for (Map.Entry<String, Rational> period : rule.periods().entrySet()) {
            year = year.plus(period.getValue().times(number(values, period.getKey())));
        }
        return year;
    }

    /** The tests of a light as duties of a scoring rule, and its number as the only part. */
    private static Answer light(LightRule lights, Map<String, String> values, List<String> before) {
        List<Claim> tests = new ArrayList<>();
        List<String> names = new ArrayList<>();
        lights.tests().forEach((light, test) -> {
            names.add(light);
            tests.add(new Claim("light_" + names.size(), light, test, Optional.empty(), Cite.NONE));
        });
        Part number = Part.of("number", new Shape.Custom(lights.of()), "0");
        ScoringRule rule = ScoringRule.builder("light", Rational.ONE).parts(List.of(number)).claims(tests).build();
        Given given = Given.of();
        for (Map.Entry<String, String> value : values.entrySet()) {
            given = given.with(value.getKey(), ScoringExample.figure(rule, value.getKey(), value.getValue()));
        }
        Score score = rule.score(given);
        Optional<String> plain = tests.stream().filter(score.duties()::contains).findFirst().map(Claim::title)
                .or(() -> score.points().flatMap(lights.grades()::grade));
        return Answer.word(remembered(lights, plain, before), score.absence());
    }

    private static Optional<String> remembered(LightRule lights, Optional<String> now, List<String> before) {
        List<String> all = new ArrayList<>(before);
        all.add(now.orElse(""));
        for (LightRule.Memory memory : lights.memory()) {
            int row = 0;
            while (row < all.size() && memory.lights().contains(all.get(all.size() - 1 - row))) {
                row++;
            }
            if (row >= memory.periods()) {
                return Optional.of(memory.becomes());
            }
        }
        return now;
    }
}
