package io.mubiao.gap;

/** Why nothing that could still be observed reaches an aim (不可达原因). */
public enum Obstacle {
    /** A red line was crossed, and that stays so (已触碰红线). */
    BREACHED,
    /** More than is allowed was reached, and a total does not fall (已超上限). */
    EXCEEDED,
    /** More than is allowed by now was reached, and a total does not fall (累计数不会减少). */
    ONLY_GROWS,
    /** The deadline has passed and the answer is settled (期限已过). */
    DEADLINE_PAST,
    /** A cell is closed without enough in it, and none can be filled afterwards (时段已关闭). */
    CLOSED_SLOTS,
    /** A sample that fails stays failed under this reading (样本已不达标). */
    SAMPLE_FAILED,
    /** The document leaves open what would be needed to measure it (不可衡量). */
    UNMEASURABLE,
    /** What was observed cannot be used: a base is missing, kinds are mixed, units do not convert (数据不可用). */
    UNUSABLE_FACTS,
    /** Nothing is due yet or can be judged yet, so nothing counts yet (尚未到期). */
    NOT_DUE,
    /** The light depends on earlier periods: it takes more of them (取决于连续期数). */
    MEMORY,
    /** A person's decision holds the value while it is in force (人工调整有效期内). */
    OVERRIDDEN,
    /** A veto holds the grade (一票否决). */
    VETOED,
    /** The points earn the grade, and it has no place left (名额已满). */
    NO_PLACE,
    /** The item reads no target: the office gives its inputs (人工给定). */
    NO_TARGET,
    /** The rule gives it to no achievement that was tried (办法下不可达). */
    NO_PATH;

    /** Whether no later day changes it. */
    public boolean isFinal() {
        return switch (this) {
            case BREACHED, DEADLINE_PAST, CLOSED_SLOTS, SAMPLE_FAILED, UNMEASURABLE, NO_TARGET -> true;
            default -> false;
        };
    }
}
