package io.mubiao.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * In which encodings a command speaks and hears: those of the console it is started from; into files and pipes, and out of them,
 * UTF-8. One that has no Chinese is not taken.
 */
record Encodings(Charset out, Charset err, Charset in) {
    /**
     * Those of a process.
     *
     * @param console the encoding of its console; null if it has none, or only for errors
     * @param property of the system, such as {@code stdout.encoding}; null if there is none
     */
    static Encodings of(@Nullable Charset console, Function<String, @Nullable String> property) {
        Optional<Charset> terminal = Optional.ofNullable(console);
        Optional<Charset> ofSystem = named(property.apply("native.encoding"));
        return new Encodings(chosen(asked(property, "stdout").filter(it -> terminal.isPresent() || !ofSystem.equals(Optional.of(it))), terminal),
                chosen(asked(property, "stderr"), terminal),
                chosen(asked(property, "stdin").filter(it -> terminal.isPresent() || !ofSystem.equals(Optional.of(it))), terminal));
    }

    /** From 19 on Java gives the system's encoding where nothing is said and there is no console. */
    private static Optional<Charset> asked(Function<String, @Nullable String> property, String stream) {
        return named(property.apply(stream + ".encoding")).or(() -> named(property.apply("sun." + stream + ".encoding")));
    }

    private static Optional<Charset> named(@Nullable String name) {
        try {
            return Optional.ofNullable(name).map(Charset::forName);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Charset chosen(Optional<Charset> asked, Optional<Charset> console) {
        return asked.or(() -> console).filter(it -> it.canEncode() && it.newEncoder().canEncode("中")).orElse(StandardCharsets.UTF_8);
    }
}
