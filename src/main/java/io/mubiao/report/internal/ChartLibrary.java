package io.mubiao.report.internal;

import io.mubiao.io.internal.MissingLibraryException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Apache ECharts as its package is delivered, from the class path. */
final class ChartLibrary {
    /** The newest that Maven Central delivered when this was written; any other on the class path is taken as well. */
    static final String DEPENDENCY = "org.webjars.npm:echarts:5.3.1";
    private static final List<String> GROUPS = List.of("org.webjars.npm", "org.webjars");
    private static final List<String> PLACES = List.of("dist/echarts.min.js", "echarts.min.js");

    private ChartLibrary() {}

    /**
     * The script.
     *
     * @throws IllegalStateException if it is absent; names the dependency to add
     */
    static String script(ClassLoader loader) {
        for (String group : GROUPS) {
            byte[] about = bytes(loader, "META-INF/maven/" + group + "/echarts/pom.properties");
            String version = about == null ? "" : version(about);
            for (String place : PLACES) {
                byte[] script = bytes(loader, "META-INF/resources/webjars/echarts/" + version + "/" + place);
                if (script != null) {
                    return new String(script, StandardCharsets.UTF_8);
                }
            }
        }
        throw new MissingLibraryException("the charts of a report need a library that is not there: add the dependency " + DEPENDENCY
                + " to the class path", null);
    }

    private static String version(byte[] about) {
        Properties properties = new Properties();
        try {
            properties.load(new java.io.ByteArrayInputStream(about));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "");
    }

    private static byte @Nullable [] bytes(ClassLoader loader, String name) {
        try (InputStream in = loader.getResourceAsStream(name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
