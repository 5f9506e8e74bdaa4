/**
 * Mubiao (目标): performance targets of public bodies and the land efficiency of enterprises, defined, assessed and explained.
 * Begin with {@link io.mubiao.Mubiao}.
 *
 * <p>Packages called {@code internal} and the command are not exported. Commons Math 3 has no module name of its own: it is
 * required by the name that is derived from its file, {@code commons.math3}, which javac rightly warns of; keep the name of
 * its jar as Maven Central gives it. It is used inside of forecasts alone. A jar of ours around it would be one more copy of
 * its classes on everybody's path.
 */
@SuppressWarnings("requires-automatic")
module io.mubiao {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires com.google.common;
    requires static info.picocli;
    requires commons.math3;
    requires static freemarker;
    requires org.yaml.snakeyaml;
    requires static transitive com.fasterxml.jackson.databind;
    requires static tools.jackson.databind;
    requires static transitive java.sql;
    requires static org.dhatim.fastexcel;
    requires static org.dhatim.fastexcel.reader;
    requires static transitive org.jspecify;

    exports io.mubiao;
    exports io.mubiao.assess;
    exports io.mubiao.compare;
    exports io.mubiao.example;
    exports io.mubiao.forecast;
    exports io.mubiao.formula;
    exports io.mubiao.gap;
    exports io.mubiao.io;
    exports io.mubiao.io.jackson;
    exports io.mubiao.io.register;
    exports io.mubiao.io.result;
    exports io.mubiao.io.roll;
    exports io.mubiao.io.rule;
    exports io.mubiao.io.schema;
    exports io.mubiao.land;
    exports io.mubiao.land.assess;
    exports io.mubiao.land.question;
    exports io.mubiao.lint;
    exports io.mubiao.lookup;
    exports io.mubiao.method;
    exports io.mubiao.observe;
    exports io.mubiao.problem;
    exports io.mubiao.render;
    exports io.mubiao.render.law;
    exports io.mubiao.report;
    exports io.mubiao.rule;
    exports io.mubiao.scorecard;
    exports io.mubiao.scoring;
    exports io.mubiao.shape;
    exports io.mubiao.shell;
    exports io.mubiao.target;
    exports io.mubiao.time;
    exports io.mubiao.trace;
    exports io.mubiao.value;
    exports io.mubiao.work;
    exports io.mubiao.workbook;

    opens io.mubiao.cli to info.picocli;
}
