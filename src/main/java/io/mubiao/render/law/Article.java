package io.mubiao.render.law;

import io.mubiao.lookup.LookupList;
import io.mubiao.rule.Cite;
import io.mubiao.rule.Derived;
import io.mubiao.rule.Parameter;
import io.mubiao.rule.Rule;
import io.mubiao.rule.Source;
import io.mubiao.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Collects the clauses of a rule, and words the parts that every kind of rule has. */
final class Article {
    private final Rule<?> rule;
    private final Say say;
    private final List<RuleClause> clauses = new ArrayList<>();
    private String chapter = "";

    Article(Rule<?> rule, Say say) {
        this.rule = rule;
        this.say = say;
    }

    /** A chapter begins; one without clauses leaves nothing. */
    void chapter(String inChinese, String inEnglish) {
        chapter = say.either(inChinese, inEnglish);
    }

    void add(String path, Cite cite, String text) {
        clauses.add(new RuleClause(clauses.size() + 1, chapter, path, text, source(cite)));
    }

    /** A clause of another rule, in the chapter that is open. */
    void add(String path, RuleClause clause) {
        clauses.add(new RuleClause(clauses.size() + 1, chapter, path, clause.text(), clause.source()));
    }

    List<RuleClause> clauses() {
        return List.copyOf(clauses);
    }

    /** The document, its clause and what is assumed. */
    private String source(Cite cite) {
        List<String> parts = new ArrayList<>();
        if (!cite.source().isEmpty()) {
            parts.add(say.either("依据：", "source: ") + document(cite.source()));
        }
        if (!cite.clause().isEmpty()) {
            parts.add(say.either("条款：", "clause: ") + cite.clause());
        }
        if (!cite.assumption().isEmpty()) {
            parts.add(say.either("假定：", "assumed: ") + cite.assumption());
        }
        return parts.isEmpty() ? "" : say.either("〔", "[") + String.join(say.either("；", "; "), parts) + say.either("〕", "]");
    }

    /** The title of a document, by whose number it is told from others of that title. */
    private String document(String id) {
        LookupList<Source> sources = rule.sources();
        Optional<Source> source = sources.find(id);
        if (source.isEmpty()) {
            return say.quoted(id);
        }
        boolean alone = sources.stream().filter(other -> other.title().equals(source.get().title())).count() == 1;
        return say.either("《" + source.get().title() + "》", "'" + source.get().title() + "'")
                + (alone ? "" : say.either("（文件 ", " (document ") + (sources.stream().toList().indexOf(source.get()) + 1)
                + say.either("）", ")"));
    }

    /** What stands at the head of every rule. */
    void heading(String sentence) {
        chapter("总则", "General");
        String called = rule.title().isEmpty() ? say.either("本办法编号 ", "This rule has the id ")
                : say.either("本办法称为", "This rule is called ") + say.quoted(rule.title()) + say.either("，编号 ", ", id ");
        add("id", rule.cite(), say.parts(called + rule.id(), sentence, status(), measures()));
        int number = 0;
        for (Source source : rule.sources()) {
            number++;
            add("sources." + source.id(), Cite.NONE, say.parts(say.either("依据文件 ", "document ") + number + say.either("：《", ": '")
                    + source.title() + say.either("》", "'") + (source.url().isEmpty() ? "" : say.either("，", ", ") + source.url()),
                    source.note().isEmpty() ? "" : say.either("说明：", "note: ") + source.note()));
        }
    }

    private String status() {
        return switch (rule.status()) {
            case PUBLISHED -> rule.sources().isEmpty() ? say.either("未列依据文件", "no document is given") : say.either("读自公开文件", "read in a public source");
            case UNVERIFIED -> say.either("未经核实", "not verified");
            case TEMPLATE -> say.either("样板，须填写后使用", "a pattern to be filled in");
        };
    }

    private String measures() {
        return rule.units().measureWords().isEmpty() ? "" : say.either("另用计量词：", "measure words: ")
                + say.list(rule.units().measureWords().stream().sorted().toList());
    }

    void parameters(LawNames names) {
        chapter("参数", "Parameters");
        for (Parameter it : rule.parameters()) {
            parameter("parameters." + it.id(), names.of(it.id()), it);
        }
    }

    void parameter(String path, String name, Parameter it) {
        Function<Optional<Quantity>, String> shown = number -> number.map(Say::quantity).orElse("");
        add(path, it.cite(), say.parts(say.quoted(name) + say.either("：", ": ") + it.value().map(Say::quantity)
                        .orElse(say.either("数字待定", "to be given")) + say.either("，", ", ") + say.unit(it.unit()),
                it.least().isEmpty() ? "" : say.either("不低于 ", "at least ") + shown.apply(it.least()),
                it.most().isEmpty() ? "" : say.either("不高于 ", "at most ") + shown.apply(it.most())));
    }

    void derived(Iterable<Derived> all, LawNames names, FormulaText formulas) {
        for (Derived it : all) {
            add("derived." + it.id(), it.cite(), say.parts(say.quoted(names.of(it.id())) + " = " + formulas.of(it.formula())
                    + say.either("，", ", ") + say.unit(it.unit())));
        }
    }
}
