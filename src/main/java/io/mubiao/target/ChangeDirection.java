package io.mubiao.target;

/** Whether the change that is asked for goes up or down. */
public enum ChangeDirection {
    /** 增长: the change is now − base. */
    GROWTH,
    /** 下降: the change is base − now, so that a reduction by 3 % is +3 %. */
    REDUCTION
}
