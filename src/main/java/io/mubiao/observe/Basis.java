package io.mubiao.observe;

/** Whose word a figure is. */
public enum Basis {
    /** As the responsible unit reports it (上报). */
    REPORTED,
    /** As the outside body that decides recognises it (认定). */
    RECOGNISED
}
