package io.mubiao.example;

/** What a worked example gives. */
@FunctionalInterface
interface Outcomes {
    /**
     * What a row has by a name.
     *
     * @throws IllegalArgumentException if there is no such row or name
     */
    Answer get(String row, String name);
}
