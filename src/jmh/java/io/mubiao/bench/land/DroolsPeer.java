package io.mubiao.bench.land;

import java.util.ArrayList;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;

/**
 * The indicators, baselines and scores as rules over decimals of 34 digits; ranks and classes in Java after it. The
 * rules are compiled beforehand, to an executable model; the session and its facts are new in every call.
 */
final class DroolsPeer {
    private final KieBase rules;
    private final List<Enterprise> enterprises;
    private final int[] industry;

    DroolsPeer(Cohort cohort, String drl) {
        rules = compile(drl);
        enterprises = Enterprise.of(cohort);
        industry = cohort.industry();
    }

    private static KieBase compile(String drl) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem().write("src/main/resources/rules/land.drl", drl);
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().getMessages().toString());
        }
        return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    LandResult evaluate() {
        List<LandFact> facts = new ArrayList<>(enterprises.size());
        KieSession session = rules.newKieSession();
        try {
            for (Enterprise enterprise : enterprises) {
                LandFact fact = new LandFact(enterprise);
                facts.add(fact);
                session.insert(fact);
            }
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        long[] totals = facts.stream().mapToLong(fact -> fact.getTotal().unscaledValue().longValueExact()).toArray();
        return LandRanking.of(industry, totals);
    }
}
