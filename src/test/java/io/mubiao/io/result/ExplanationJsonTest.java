package io.mubiao.io.result;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.mubiao.io.Format;
import io.mubiao.io.internal.Node;
import io.mubiao.io.internal.ProblemList;
import io.mubiao.io.internal.TreeReader;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Roll;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.LandAssessor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The JSON of an explanation has every part of it. */
class ExplanationJsonTest {
    private static final EvaluationRule RULE = RuleFile.parse("""
            id: t
            year: 2024
            columns: {s: {title: 得分}, t: {title: 备用}, big: {kind: flag}, town: {kind: text}}
            indicators: {score: {formula: s}, spare: {formula: t}}
            groups:
              - {id: large, title: 大企业, when: big, rank-on: score}
              - {id: rest, title: 其他, rank-on: score}
            ranking: {by: [town], on: rounded, ties: best-place, break-by: [spare], small-groups: none}
            classes: {order: [A, B], by: rank, cuts: {A: 50 %, B: 100 %}, quota-base: ranked, quota-rounding: cumulative floor}
            """, Format.YAML, "t");

    @Test
    void noPartIsLost() throws ReflectiveOperationException {
        Roll.Builder roll = Roll.builder(RULE);
        for (String id : List.of("1", "2", "3")) {
            roll.add(id, Map.of("s", "7", "t", id, "big", id.equals("1") ? "否" : "是", "town", "甲"));
        }
        Explanation explanation = LandAssessor.of(RULE).evaluate(roll.build()).explain("2");
        Node json = TreeReader.parse(EvaluationJson.write(explanation), Format.JSON, new ProblemList("json", 10));
        for (RecordComponent part : Explanation.class.getRecordComponents()) {
            Object value = part.getAccessor().invoke(explanation);
            boolean nothing = value.equals(List.of()) || value.equals(Optional.empty());
            assertEquals(!nothing, json.fields.containsKey(part.getName()), part.getName());
        }
        Node group = field(json, "group");
        assertEquals("large", field(group, "id").text);
        assertEquals(1, field(group, "operands").items.size());
        Node order = field(field(json, "ranking"), "order");
        assertEquals("true 3 spare best-place", field(order, "rounded").text + " " + field(order, "sameTotal").text + " "
                + field(order, "breakTies").items.get(0).text + " " + field(order, "ties").text);
    }

    private static Node field(Node of, String name) {
        return requireNonNull(of.fields.get(name), name);
    }
}
