package io.mubiao.forecast;

/** How a forecast was made (预测方法). */
public enum Method {
    /** 线性序时: done ÷ share elapsed, on an even curve; interval from the scatter of the reported parts. */
    LINEAR_PACE,
    /** 季节序时: the same on seasonal weights or a plan. */
    SEASONAL_PACE,
    /** 负二项: a count, its rate known only from what was counted so far. */
    NEGATIVE_BINOMIAL,
    /** 贝塔二项: so many of those still to come or still open, their chance known only from those so far. */
    BETA_BINOMIAL,
    /** 加权回归: a line through levels, recent ones weighing more, with a t prediction interval. */
    WEIGHTED_REGRESSION,
    /** 样本均值: the mean of samples so far and to come, with a t prediction interval. */
    SAMPLE_MEAN,
    /** 挣得进度: planned time ÷ SPI(t); a day, and no probability. */
    EARNED_SCHEDULE,
    /** 无事件期: no event in so many periods. */
    CLEAN_PERIODS
}
