package io.mubiao.render;

import io.mubiao.text.internal.Characters;
import java.util.List;
import java.util.stream.Collectors;

/** Lines as a text in which no name can begin another line, colour a terminal or turn the direction of writing. */
final class Lines {
    private Lines() {}

    static String text(List<String> lines) {
        return lines.stream().map(Characters::shown).collect(Collectors.joining("\n", "", "\n"));
    }
}
