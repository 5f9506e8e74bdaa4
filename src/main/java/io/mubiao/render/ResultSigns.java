package io.mubiao.render;

import io.mubiao.assess.Status;
import io.mubiao.land.assess.Standing;
import io.mubiao.text.internal.Characters;
import java.util.Locale;

/** The words and tones of results, for whoever makes a page or a sheet of his own (用语与色调). */
public final class ResultSigns {
    private ResultSigns() {}

    /** The title of a node; of the one for all that name none in the reader's language. */
    public static String node(String title, Locale locale) {
        return Characters.shown(new Words(locale).node(title));
    }

    /** The word for a status, in Chinese, or for any other locale in English. */
    public static String word(Status status, Locale locale) {
        return new Words(locale).of(status);
    }

    /** The word for how an enterprise stands, in Chinese, or for any other locale in English. */
    public static String word(Standing standing, Locale locale) {
        return new Words(locale).of(standing);
    }

    /** The tone of a status. */
    public static Grid.Tone tone(Status status) {
        return ResultGrids.tone(status);
    }

    /** The tone of a light by the word for it, Chinese or English; NONE for any other word. */
    public static Grid.Tone light(String light) {
        return ResultGrids.light(light);
    }
}
