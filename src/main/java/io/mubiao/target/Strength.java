package io.mubiao.target;

/** How strongly the document commits itself, by its verb. Independent of the comparator. */
public enum Strength {
    /** 谋划, 申报, 探索, 配合, 前期: input or a supporting role; the result is not in the district's hands. */
    PREPARATION(1),
    /** 力争, 争取, 努力实现. */
    ASPIRATION(2),
    /** 推进, 加快, 扎实, 稳步, 全力保障: progress is owed, completion is not always. */
    PUSH(3),
    /** 完成, 新建, 实施, 修复: a plain commitment. */
    COMMITMENT(4),
    /** 确保, 坚决, 严格, 底线: a promise or a red line. */
    PROMISE(5);

    private final int level;

    Strength(int level) {
        this.level = level;
    }

    /** From 1 to 5. */
    public int level() {
        return level;
    }
}
