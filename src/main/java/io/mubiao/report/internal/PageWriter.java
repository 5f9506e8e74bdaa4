package io.mubiao.report.internal;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import io.mubiao.io.internal.AtomicFile;
import io.mubiao.io.internal.MissingLibraryException;
import io.mubiao.io.internal.TreeWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Puts a page together: whatever is data is escaped by the template, or is JSON that no element can end. */
public final class PageWriter {
    private static final String DEPENDENCY = "org.freemarker:freemarker:2.3.35";
    private static final String TYPE = "freemarker.template.Configuration";

    private PageWriter() {}

    /**
     * The text of a page.
     *
     * @throws IllegalStateException if a library is absent; names the dependency to add
     */
    public static String html(PageContent content) {
        ClassLoader loader = PageWriter.class.getClassLoader();
        check(loader);
        return new Draft(ChartLibrary.script(loader), content.page()).text();
    }

    /**
     * Writes a page in place of what is there.
     *
     * @throws IllegalStateException if a library is absent; names the dependency to add
     * @throws UncheckedIOException if the file cannot be written; then it is as it was
     */
    public static void write(Path file, PageContent content) {
        byte[] text = html(content).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(text));
    }

    static void check(ClassLoader loader) {
        MissingLibraryException.checkPresent(TYPE, loader, "a report needs libraries that are not there: add the dependencies " + DEPENDENCY + " and "
                + ChartLibrary.DEPENDENCY);
    }

    /** JSON inside of an element: no text in it can end the element or begin a comment. */
    static String json(Page page) {
        return TreeWriter.compact(page.data()).replace("<", "\\u003c");
    }

    /** Apart, so that who lacks the libraries is told before they are looked for. */
    private record Draft(String charts, Page page) {
        String text() {
            String script = resource("page.js");
            Map<String, Object> model = new HashMap<>();
            model.put("lang", page.words.code());
            model.put("title", page.title);
            model.put("lines", page.lines);
            model.put("sections", page.sections());
            model.put("words", page.words.ofScript());
            model.put("style", resource("page.css"));
            model.put("data", json(page));
            model.put("charts", charts);
            model.put("script", script);
            model.put("allowed", "'sha256-" + hash(charts) + "' 'sha256-" + hash(script) + "'");
            Configuration settings = new Configuration(Configuration.VERSION_2_3_34);
            settings.setOutputFormat(HTMLOutputFormat.INSTANCE);
            settings.setNumberFormat("computer");
            settings.setLocale(Locale.ROOT);
            settings.setLogTemplateExceptions(false);
            StringWriter out = new StringWriter();
            try {
                new Template("page", new StringReader(resource("page.ftlh")), settings).process(model, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (TemplateException e) {
                throw new IllegalStateException(e);
            }
            return out.toString();
        }

        private static String hash(String script) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
                return Base64.getEncoder().encodeToString(digest);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String resource(String name) {
            try (InputStream file = PageWriter.class.getResourceAsStream(name)) {
                if (file == null) {
                    throw new IllegalStateException("the jar lacks " + name);
                }
                return new String(file.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
