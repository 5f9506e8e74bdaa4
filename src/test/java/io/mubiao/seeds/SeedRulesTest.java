package io.mubiao.seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.mubiao.land.EvaluationRule;
import io.mubiao.land.Group;
import io.mubiao.land.Total;
import io.mubiao.land.assess.LandAssessor;
import io.mubiao.problem.InvalidDefinitionException;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Parameter;
import io.mubiao.rule.Source;
import io.mubiao.testing.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published rule reads, says where its numbers stand, and leaves open what its document leaves open. */
class SeedRulesTest {
    static List<String> ids() {
        return Rules.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyFileReadsAndIsCalledAsItsRule(String id) {
        EvaluationRule rule = Rules.read(id);
        assertEquals(id, rule.id());
        assertFalse(rule.title().isBlank() || rule.jurisdiction().isBlank());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everySourceSaysHowItWasRead(String id) {
        EvaluationRule rule = Rules.read(id);
        assertFalse(rule.sources().isEmpty());
        for (Source source : rule.sources()) {
            assertFalse(source.note().isBlank(), source.id());
            assertTrue(source.url().startsWith("http") || source.note().contains("地址未留存"), source.id());
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyNumberStandsBesideASourceAndClauseOrAnAssumption(String id) {
        cites(Rules.read(id)).forEach((path, cite) -> {
            assertTrue(!cite.source().isEmpty() || !cite.assumption().isEmpty(), path);
            assertEquals(cite.source().isEmpty(), cite.clause().isEmpty(), path + " needs source and clause");
        });
    }

    @ParameterizedTest
    @MethodSource("ids")
    void whatNoSourceDecidesAboutRankingAndClassesIsMarkedAsAnAssumption(String id) {
        EvaluationRule rule = Rules.read(id);
        rule.ranking().ifPresent(it -> assertFalse(it.cite().assumption().isEmpty(), "ranking"));
        rule.classes().ifPresent(it -> assertFalse(it.cite().assumption().isEmpty(), "classes"));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void anOpenParameterSaysWhyItIsOpen(String id) {
        for (Parameter open : Rules.read(id).openParameters()) {
            assertFalse(open.cite().assumption().isEmpty(), open.id());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "anhui-city, base_tax_per_mu base_sales_per_mu base_value_per_energy base_rd_share base_value_per_head",
        "huaian-2024, prior_tax_per_mu prior_sales_per_mu prior_tax_per_energy",
        "huangyan-2022-small, base_tax_per_mu base_tax_per_kwh",
        "jingde, weights_sum weight_upgrade weight_new_projects weight_revenue_energy weight_revenue_emission",
        "keqiao-dyeing-2014, district_tax_per_mu district_tax_per_energy district_tax_per_discharge "
                + "district_value_per_mu",
        "nanjing-2018, d_power_rate d_water_rate d_gas_rate",
        "fuzhou-entry-2024, 山区亩均税收",
        "quality-firms-energy-wages, 全市工资增幅",
        "sichuan-parks-2020, 基准亩均营收 基准亩均税收 基准人均营收 基准能耗营收 基准研发强度",
        "wujin-2017-draft, 基准亩均税收 基准亩均销售 基准能耗税收 基准排放税收 基准劳动生产率 基准研发占比",
    })
    void numbersThatTheDocumentLacksAreOpenAndTheEvaluationNamesThemAll(String id, String open) {
        EvaluationRule rule = Rules.read(id);
        assertEquals(List.of(open.split(" ", -1)), rule.openParameters().stream().map(Parameter::id).toList());
        Refusal.naming(InvalidDefinitionException.class, () -> LandAssessor.of(rule), open.split(" ", -1));
    }

    @Test
    void theOtherRulesHaveNoOpenParameter() {
        List<String> open = List.of("anhui-city", "fuzhou-entry-2024", "huaian-2024", "huangyan-2022-small", "jingde",
                "keqiao-dyeing-2014", "nanjing-2018", "quality-firms-energy-wages", "sichuan-parks-2020", "wujin-2017-draft");
        assertEquals(open, Rules.ids().stream().filter(id -> !Rules.read(id).openParameters().isEmpty()).toList());
    }

    @Test
    void aDraftBindsNobody() {
        assertTrue(Rules.read("haining-power-2025-draft").trial());
    }

    @Test
    void aRuleTakesTheConsequencesOfAnotherWithTheirSources() {
        EvaluationRule changle = Rules.read("changle-2023");
        assertEquals(Rules.read("shandong-power-2022").consequences(), changle.consequences());
        assertTrue(changle.sources().containsAll(Rules.read("shandong-power-2022").sources()));
    }

    /** The citation of every part, by its path. */
    private static Map<String, Cite> cites(EvaluationRule rule) {
        Map<String, Cite> cites = new LinkedHashMap<>();
        rule.parameters().forEach(it -> cites.put("parameters." + it.id(), it.cite()));
        rule.columns().stream().filter(it -> !it.otherwise().isEmpty() || it.most().isPresent())
                .forEach(it -> cites.put("columns." + it.id(), it.cite()));
        rule.labels().forEach(it -> cites.put("labels." + it.id(), it.cite()));
        rule.tables().forEach(it -> cites.put("tables." + it.id(), it.cite()));
        rule.derived().forEach(it -> cites.put("derived." + it.id(), it.cite()));
        rule.merge().ifPresent(it -> cites.put("merge", it.cite()));
        rule.requirements().forEach(it -> cites.put("scope.require." + it.id(), it.cite()));
        rule.exclusions().forEach(it -> cites.put("scope.exclude." + it.id(), it.cite()));
        rule.indicators().forEach(it -> cites.put("indicators." + it.id(), it.cite()));
        rule.baselines().forEach(it -> cites.put("baselines." + it.id(), it.cite()));
        for (Group group : rule.groups()) {
            cites.put("groups." + group.id(), group.cite());
            group.items().forEach(it -> cites.put("groups." + group.id() + ".items." + it.id(), it.cite()));
        }
        rule.bonuses().forEach(it -> cites.put("bonuses." + it.id(), it.cite()));
        if (!rule.total().equals(Total.PLAIN)) {
            cites.put("total", rule.total().cite());
        }
        rule.ranking().ifPresent(it -> cites.put("ranking", it.cite()));
        rule.classes().ifPresent(it -> cites.put("classes", it.cite()));
        rule.overrides().forEach(it -> cites.put("overrides." + it.id(), it.cite()));
        rule.consequences().forEach(it -> cites.put("consequences." + it.id(), it.cite()));
        return cites;
    }
}
