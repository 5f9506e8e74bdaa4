package io.mubiao.target;

/** Whether an indicator binds. */
public enum Bindingness {
    /** 约束性: the government's own obligation. */
    BINDING,
    /** 预期性: depends mainly on the market; reported and explained. */
    EXPECTED
}
