package io.mubiao.land.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.io.Format;
import io.mubiao.io.rule.RuleFile;
import io.mubiao.land.assess.Charge;
import io.mubiao.land.assess.Chunks;
import io.mubiao.land.assess.ClassHistory;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Followed;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.land.assess.PartException;
import io.mubiao.land.assess.Standing;
import io.mubiao.land.question.EvaluationWhatIf;
import io.mubiao.lint.RuleLint;
import io.mubiao.render.Letters;
import io.mubiao.render.law.RuleText;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 承租企业等级跟随宗地主. */
class FollowedClassTest {
    private static String rule(String effect) {
        return """
                columns:
                  {s: {title: 得分}, owner: {title: 宗地主, kind: text}, kwh: {title: 用电量, unit: kWh, if-empty: 0}, new: {kind: flag, if-empty: 否}}
                scope:
                  exclude:
                    - {id: new, title: 新办企业, when: new, effect: ungraded, label: T}
                    - {id: tenant, title: 承租企业, when: not missing(owner), effect: EFFECT, class-of: owner}
                indicators: {score: {title: 综合得分, formula: s}}
                groups: [{id: all, title: 全部, weights-total: 1, items: {score: {weight: 1, score: {per-unit: 1}, missing: refuse}}}]
                total: {round: 1 half-up}
                ranking: {on: rounded, ties: best-place, small-groups: none}
                classes:
                  {order: [A, B, C], by: rank, quota-base: ranked, quota-rounding: cumulative half-up, cuts: {A: 40 %, B: 80 %, C: 100 %}}
                consequences: [{id: power, title: 差别电价, kind: surcharge, base: kwh, rate-unit: 元/kWh, rates: {C: [0.1 元/kWh, 0.2 元/kWh]}}]
                """.replace("EFFECT", effect);
    }

    private static final String PLAIN = rule("treated-as, keeps-place: none");

    private static String classes(Evaluation evaluation) {
        return evaluation.stream().map(it -> it.id() + " " + it.classInForce().orElse("–")).collect(Collectors.joining(", "));
    }

    private static String problems(Evaluation evaluation) {
        return evaluation.problems().stream().filter(it -> !it.code().equals("NO_HISTORY"))
                .map(it -> it.code() + " " + it.place().path() + " " + it.message()).collect(Collectors.joining("\n"));
    }

    /** Five owners: A to place 2, B to place 4, C the fifth. Tenants take what the owner has, and pay by it. */
    @Test
    void theTenantTakesTheClassOfTheOwner() {
        Law law = Law.of(PLAIN);
        Evaluation it = law.on("甲 s=9", "乙 s=8", "丙 s=7", "丁 s=6", "戊 s=5", "租 owner=戊 kwh=1000 s=99", "客 owner=甲 kwh=1000");
        assertEquals("甲 A, 乙 A, 丙 B, 丁 B, 戊 C, 租 C, 客 A", classes(it));
        assertEquals("{A=2, B=2, C=1}", it.classCounts().toString());
        assertEquals("C", it.get("租").label());
        assertEquals(Standing.TREATED_AS, it.get("租").standing());
        assertTrue(it.get("租").place().isEmpty() && it.get("租").finalClass().isEmpty());
        assertEquals(Followed.State.CLASS, it.get("租").followed().orElseThrow().state());
        assertEquals("100", it.charges("租").get(0).amount().orElseThrow().amount().toString());
        assertEquals(0, it.charges("客").stream().filter(charge -> charge.amount().isPresent()).count());
        Evaluation second = law.assessor().history(ClassHistory.NONE.with(it)).evaluate(it.roll());
        assertEquals("200", second.charges("租").stream().map(Charge::amount).findFirst().orElseThrow().orElseThrow().amount().toString());
        String zh = Law.zh(it, "租");
        assertTrue(zh.contains("参评不定级，按 C 类对待"), zh);
        assertTrue(zh.contains("等级跟随宗地主 戊：C 类"), zh);
        assertTrue(zh.contains("承租企业（宗地主：戊）"), zh);
        String en = Law.en(it, "租");
        assertTrue(en.contains("evaluated, treated as C"), en);
        assertTrue(en.contains("takes the class of the 宗地主 戊: C"), en);
        assertTrue(Letters.result(it, "租", Locale.CHINESE).contains("理由2：等级跟随宗地主 戊：C 类。"), Letters.result(it, "租", Locale.CHINESE));
        assertEquals("", problems(it));
    }

    /** The tenant with 8.5 is second of six: A to place 2, B to place 5 where he takes up a place; else the owners are as without him. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "treated-as, keeps-place: none | 甲 1 A, 乙 2 A, 丙 3 B, 丁 4 B, 戊 5 C, 租 – C",
            "treated-as, keeps-place: counted | 甲 1 A, 乙 3 B, 丙 4 B, 丁 5 B, 戊 6 C, 租 2 C",
            "treated-as, keeps-place: uncounted | 甲 1 A, 乙 2 A, 丙 3 B, 丁 4 B, 戊 5 C, 租 2 C",
            "collected | 甲 1 A, 乙 2 A, 丙 3 B, 丁 4 B, 戊 5 C, 租 – C"})
    void whetherHeTakesUpAPlaceIsSaid(String effect, String expected) {
        Evaluation it = Law.of(rule(effect)).on("甲 s=9", "乙 s=8", "丙 s=7", "丁 s=6", "戊 s=5", "租 owner=戊 s=8.5 kwh=10");
        assertEquals(expected, it.stream().map(one -> one.id() + " " + (one.place().isPresent() ? one.place().getAsLong() : "–") + " "
                + one.classInForce().orElse("–")).collect(Collectors.joining(", ")));
        assertEquals("1", it.charges("租").get(0).amount().orElseThrow().amount().toString());
        assertTrue(Law.zh(it, "租").contains("按 C 类对待"), Law.zh(it, "租"));
    }

    @Test
    void whoOnlyCollectsIsInNoBase() {
        String population = rule("collected").replace("quota-base: ranked", "quota-base: population");
        String[] rows = {"甲 s=9", "乙 s=8", "丙 s=7", "丁 s=6", "戊 s=5", "租 owner=戊 s=1", "客 owner=戊 s=1", "户 owner=戊 s=1"};
        assertEquals("甲 A, 乙 A, 丙 B, 丁 B, 戊 C, 租 C, 客 C, 户 C", classes(Law.of(population).on(rows)));
        String treated = rule("treated-as, keeps-place: none").replace("quota-base: ranked", "quota-base: population");
        assertEquals("甲 A, 乙 A, 丙 A, 丁 B, 戊 B, 租 B, 客 B, 户 B", classes(Law.of(treated).on(rows)));
    }

    @Test
    void whomHeFollowsMayFollowAnother() {
        Evaluation it = Law.of(PLAIN).on("甲 s=9", "乙 s=5", "转 owner=乙", "租 owner=转");
        assertEquals("甲 A, 乙 B, 转 B, 租 B", classes(it).replace("乙 C", "乙 B").replace(" C", " B"));
        assertEquals(it.get("乙").finalClass(), it.get("租").classInForce());
        assertTrue(Law.zh(it, "租").contains("等级跟随宗地主 转，其又跟随 乙："), Law.zh(it, "租"));
        assertTrue(Law.en(it, "租").contains("takes the class of the 宗地主 转, who takes that of 乙: "), Law.en(it, "租"));
    }

    /** Whoever has no owner in the roll, or goes round in a circle, is undecided and told why; an owner without class gives none. */
    @Test
    void nothingIsSilent() {
        Evaluation it = Law.of(PLAIN).on("甲 s=9", "新 s=8 new=是", "缺 s=", "租1 owner=外", "租2 owner=新", "租3 owner=租4", "租4 owner=租3",
                "租5 owner=租5", "租6 owner=缺");
        assertEquals("甲 A, 新 –, 缺 –, 租1 –, 租2 –, 租3 –, 租4 –, 租5 –, 租6 –", classes(it).replace("甲 B", "甲 A").replace("甲 C", "甲 A"));
        assertEquals(Standing.UNDECIDED, it.get("租1").standing());
        assertEquals(Standing.TREATED_AS, it.get("租2").standing());
        assertEquals("""
                UNDECIDED 缺 there is no total: '综合得分: 得分' is missing, and the rule does not say what then
                UNDECIDED 租1 it takes the class of '外' ('宗地主'), who is not in the roll
                FOLLOWS_NONE 租2 it takes the class of '新', who has none
                UNDECIDED 租3 it takes the class of others who follow each other in a circle: 租4, 租3 ('宗地主')
                UNDECIDED 租4 it takes the class of others who follow each other in a circle: 租3, 租4 ('宗地主')
                UNDECIDED 租5 it takes the class of others who follow each other in a circle: 租5 ('宗地主')
                UNDECIDED 租6 it takes the class of '缺' ('宗地主'), which nobody can tell""", problems(it));
        assertTrue(Law.zh(it, "租1").contains("原因：等级跟随 “宗地主” 外，该企业不在名册中"), Law.zh(it, "租1"));
        assertTrue(Law.zh(it, "租2").contains("参评不定级，所跟随的企业没有等级"), Law.zh(it, "租2"));
        assertTrue(Law.zh(it, "租2").contains("等级跟随宗地主 新：没有等级"), Law.zh(it, "租2"));
        assertTrue(Law.zh(it, "租3").contains("互相跟随：租4、租3"), Law.zh(it, "租3"));
        assertTrue(Law.en(it, "租6").contains("which nobody can tell"), Law.en(it, "租6"));
        Evaluation flag = Law.of(PLAIN.replace("not missing(owner)", "new").replaceFirst("(?m)^.*新办企业.*\\n", "")).on("甲 s=9", "租 new=是");
        assertEquals("UNDECIDED 租 it takes the class of another, and '宗地主' is missing", problems(flag));
    }

    /** Small tenants are merged with the owner, whose total becomes 5 + 4; a large one follows it, named by any of the members. */
    @Test
    void whomHeFollowsMayBeAMemberOfAUnit() {
        String merge = "merge: {by: parcel, except: large}\nscope:\n";
        String rule = PLAIN.replace("columns:\n  {", "columns:\n  {parcel: {kind: text}, large: {kind: flag, if-empty: 否}, ").replace("scope:\n", merge);
        Evaluation it = Law.of(rule).on("乙 s=8", "丙 s=7", "甲 s=5 parcel=1", "附 s=4 parcel=1", "大 owner=附 parcel=1 large=是", "外 owner=大");
        assertEquals("9", it.get("附").total().orElseThrow().toString());
        assertEquals("A", it.get("附").classInForce().orElseThrow());
        assertEquals("A", it.get("大").classInForce().orElseThrow());
        assertEquals("A", it.get("外").classInForce().orElseThrow());
        assertTrue(Law.zh(it, "外").contains("等级跟随宗地主 大，其又跟随 甲：A 类"), Law.zh(it, "外"));
    }

    /** A rule of consequences alone: the owner's class is given, the tenant's is not asked for. */
    @Test
    void aClassThatIsGivenIsTakenToo() {
        String rule = """
                columns: {owner: {title: 宗地主, kind: text, if-empty: 自有}, kwh: {title: 用电量, unit: kWh}}
                scope: {exclude: [{id: tenant, title: 承租企业, when: owner != "自有", effect: collected, class-of: owner}]}
                """;
        String consequences = """
                consequences: [{id: power, title: 差别电价, kind: surcharge, base: kwh, rate-unit: 元/kWh, rates: {C: 0.1 元/kWh}}]
                """;
        Evaluation it = Law.of(rule, consequences).on("甲 class=C kwh=100", "乙 kwh=100", "租 owner=甲 kwh=200", "客 owner=乙 kwh=1");
        assertEquals("甲 C, 乙 –, 租 C, 客 –", classes(it));
        assertEquals("20", it.charges("租").get(0).amount().orElseThrow().amount().toString());
        assertEquals("UNDECIDED 乙 no class is given, from which something follows\nFOLLOWS_NONE 客 it takes the class of '乙', who has none", problems(it));
        assertTrue(Law.zh(it, "租").contains("只采集数据，按 C 类对待"), Law.zh(it, "租"));
        assertTrue(Law.refused(rule).contains("'class-of' needs classes"));
    }

    @Test
    void whatChangesTheOwnerChangesTheTenant() {
        String overrides = "overrides: [{id: veto, title: 一票否决, when: new, set: C}]\nrefill: false\n";
        Law law = Law.of(PLAIN.replaceFirst("(?m)^.*新办企业.*\\n", ""), overrides);
        Evaluation it = law.on("甲 s=9 new=是", "乙 s=8", "丙 s=7", "丁 s=6", "戊 s=5", "租 owner=甲");
        assertEquals("C", it.get("租").classInForce().orElseThrow());
        assertTrue(EvaluationWhatIf.of(it).with("戊", "s", "20").run().moves().stream().noneMatch(move -> move.id().equals("租")));
        Evaluation plain = law.on("甲 s=9", "乙 s=8", "丙 s=7", "丁 s=6", "戊 s=5", "租 owner=戊");
        assertEquals("租: C -> A", EvaluationWhatIf.of(plain).with("戊", "s", "20").run().moves().stream()
                .filter(move -> move.id().equals("租")).map(move -> "租: " + move.before().classInForce().orElseThrow() + " -> " + move.after().classInForce().orElseThrow())
                .collect(Collectors.joining()));
    }

    @Test
    void itIsWrittenSaidAndCheckedAsARule() {
        Law law = Law.of(PLAIN);
        assertEquals(law.rule, RuleFile.parse(RuleFile.write(law.rule, Format.YAML), Format.YAML, "again"));
        String words = RuleText.of(law.rule).write(Locale.CHINESE);
        assertTrue(words.contains("计分，不排序、不定级，等级跟随 “宗地主” 所填标识的企业，其无等级的亦无等级"), words);
        String english = RuleText.of(law.rule).write(Locale.ENGLISH);
        assertTrue(english.contains("takes the class of whom '宗地主' names"), english);
        assertFalse(RuleLint.check(law.rule).toString().contains("nothing uses this column"), RuleLint.check(law.rule).toString());
        assertEquals("NOT_IN_PARTS", assertThrows(PartException.class, () -> Chunks.of(LandAssessor.of(law.rule))).fault().toString());
        assertTrue(Law.refused(rule("treated-as")).contains("keeps-place: whether who takes the class of another is ranked"));
        assertTrue(Law.refused(rule("ungraded")).contains("'class-of' belongs to effect: treated-as or collected"));
        assertTrue(Law.refused(rule("collected, label: A")).contains("'class-of' gives the class"));
        assertTrue(Law.refused(PLAIN.replace("class-of: owner", "class-of: s")).contains("unknown text column 's'"));
    }
}
