package io.mubiao.io.internal.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.mubiao.io.Format;
import io.mubiao.work.CostBudget;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Parsers whose own limits do not act before {@link CostBudget}, which {@link io.mubiao.io.internal.TreeReader} keeps. Jackson has such limits
 * since 2.15 and SnakeYAML since 1.32; before, there is nothing to set.
 */
final class ParserFactory {
    private ParserFactory() {}

    static JsonFactory of(Format format, CostBudget limits) {
        try {
            return switch (format) {
                case JSON -> JsonFactory.builder().streamReadConstraints(Since215.constraints(limits)).build();
                case YAML -> YAMLFactory.builder().streamReadConstraints(Since215.constraints(limits))
                        .loaderOptions(Since215.options(limits)).build();
            };
        } catch (LinkageError e) {
            return switch (format) {
                case JSON -> new JsonFactory();
                case YAML -> yaml(limits);
            };
        }
    }

    /** What SnakeYAML is told, where it is new enough for all of it. */
    static LoaderOptions options(CostBudget limits) {
        return Since215.options(limits);
    }

    private static JsonFactory yaml(CostBudget limits) {
        try {
            return YAMLFactory.builder().loaderOptions(Since215.options(limits)).build();
        } catch (LinkageError e) {
            return new YAMLFactory();
        }
    }

    /** Apart, so that older versions are not asked for it before it is tried. */
    private static final class Since215 {
        static StreamReadConstraints constraints(CostBudget limits) {
            StreamReadConstraints.Builder builder = StreamReadConstraints.builder()
                    .maxNestingDepth(limits.depth() + 2)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(limits.characters());
            try {
                builder.maxNameLength(Integer.MAX_VALUE);
            } catch (NoSuchMethodError e) {
                // Before 2.16 there is no such limit.
            }
            return builder.build();
        }

        static LoaderOptions options(CostBudget limits) {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(Integer.MAX_VALUE);
            options.setNestingDepthLimit(limits.depth() + 2);
            return options;
        }
    }
}
