package io.mubiao.land.assess.internal.part;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** Finds the rows with the lowest lots of each group before anything is worked out for them. Not thread-safe. */
final class Draw {
    /** Hears who was drawn. */
    interface Drawn {
        void row(int group, long lot, int row);
    }

    private record Ticket(long lot, int row) implements Comparable<Ticket> {
        @Override
        public int compareTo(Ticket other) {
            return lot != other.lot ? Long.compare(other.lot, lot) : Integer.compare(other.row, row);
        }
    }

    private final int most;
    private final List<PriorityQueue<Ticket>> groups = new ArrayList<>();

    Draw(int most) {
        this.most = most;
    }

    void add(int group, long lot, int row) {
        while (groups.size() <= group) {
            groups.add(new PriorityQueue<>());
        }
        PriorityQueue<Ticket> own = groups.get(group);
        Ticket highest = own.peek();
        if (own.size() < most || highest == null || lot < highest.lot()) {
            own.add(new Ticket(lot, row));
            if (own.size() > most) {
                own.remove();
            }
        }
    }

    void forEach(Drawn hears) {
        for (int group = 0; group < groups.size(); group++) {
            for (Ticket ticket : groups.get(group)) {
                hears.row(group, ticket.lot(), ticket.row());
            }
        }
    }
}
