package io.mubiao.compare;

import io.mubiao.target.Bound;
import io.mubiao.target.Register;
import io.mubiao.target.Target;
import io.mubiao.value.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What became of last year's targets in this year's register (年度对照). A target carries on the one it names
 * ({@code continues}), else the one with its id and title, else the one with its title.
 */
public final class YearDiff {
    /** What became of a target. */
    public enum Kind {
        /** 延续: both years have it. */
        CARRIED_OVER,
        /** 计量单位改变: carried over, but counted in something else ("4 estates" became "6 projects"). */
        UNIT_CHANGED,
        /** 取消: only last year has it. */
        DROPPED,
        /** 新增: only this year has it. */
        ADDED
    }

    /**
     * One difference.
     *
     * @param before the id last year; empty if it is new
     * @param after the id this year; empty if it was dropped
     * @param detail both requirements, where both exist
     */
    public record Change(Kind kind, String before, String after, String detail) {}

    private YearDiff() {}

    /** Every target of both years: carried over, changed and new ones in this year's order, then the dropped ones. */
    public static List<Change> of(Register lastYear, Register thisYear) {
        List<Change> changes = new ArrayList<>();
        Set<String> carried = new HashSet<>();
        for (Target target : thisYear.targets()) {
            Optional<Target> before = before(lastYear, target, carried);
            if (before.isEmpty()) {
                changes.add(new Change(Kind.ADDED, "", target.id(), target.title()));
                continue;
            }
            carried.add(before.get().id());
            Optional<Unit> was = unit(before.get());
            Optional<Unit> is = unit(target);
            boolean changed = was.isPresent() && is.isPresent() && !was.get().isCompatibleWith(is.get());
            changes.add(new Change(changed ? Kind.UNIT_CHANGED : Kind.CARRIED_OVER, before.get().id(), target.id(),
                    text(before.get()) + " -> " + text(target)));
        }
        lastYear.targets().stream().filter(target -> !carried.contains(target.id()))
                .forEach(target -> changes.add(new Change(Kind.DROPPED, target.id(), "", target.title())));
        return List.copyOf(changes);
    }

    private static Optional<Target> before(Register lastYear, Target target, Set<String> taken) {
        if (!target.continues().isEmpty()) {
            return lastYear.find(target.continues());
        }
        Optional<Target> same = lastYear.find(target.id())
                .filter(before -> before.title().equals(target.title()));
        return same.or(() -> lastYear.targets().stream()
                .filter(before -> !before.title().isEmpty() && before.title().equals(target.title()))
                .filter(before -> !taken.contains(before.id()))
                .findFirst());
    }

    private static Optional<Unit> unit(Target target) {
        return target.goal().bound().flatMap(Bound::unit);
    }

    private static String text(Target target) {
        return target.goal().bound().map(Object::toString).orElse("(no number)");
    }
}
