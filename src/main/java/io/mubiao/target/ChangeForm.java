package io.mubiao.target;

/** How a change is expressed. Worked from base 80 % to 90 %. */
public enum ChangeForm {
    /** (now − base) ÷ |base|, in %: 12.5 %. */
    RELATIVE,
    /** now − base of two percentages, in 百分点: 10. */
    POINTS,
    /** (now ÷ base)^(1 ÷ years) − 1, in % a year (年均增速). */
    COMPOUND_ANNUAL
}
