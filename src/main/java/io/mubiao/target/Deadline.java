package io.mubiao.target;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A deadline with its history (完成时限). The day itself is included. Immutable.
 *
 * @param original the deadline as first set
 * @param extensions requests for a later one, in the order made
 */
public record Deadline(LocalDate original, List<Extension> extensions) {
    public Deadline {
        requireNonNull(original, "original");
        extensions = List.copyOf(extensions);
    }

    /** A deadline without extensions. */
    public static Deadline on(LocalDate original) {
        return new Deadline(original, List.of());
    }

    /** The deadline in force on a day: the latest approved by then. A request without approval changes nothing. */
    public LocalDate inForce(LocalDate asOf) {
        LocalDate due = original;
        if (!extensions.isEmpty()) {
            for (Extension extension : approvedBy(asOf)) {
                due = extension.to();
            }
        }
        return due;
    }

    /** The extensions approved by a day, in order of approval. */
    public List<Extension> approvedBy(LocalDate asOf) {
        return extensions.stream()
                .filter(extension -> extension.isApprovedBy(asOf))
                .sorted(Comparator.comparing(extension -> extension.approved().orElseThrow()))
                .toList();
    }

    /** The extensions approved by a day although the deadline then in force had passed. */
    public List<Extension> approvedLate(LocalDate asOf) {
        java.util.ArrayList<Extension> late = new java.util.ArrayList<>();
        LocalDate due = original;
        for (Extension extension : approvedBy(asOf)) {
            if (extension.approved().orElseThrow().isAfter(due)) {
                late.add(extension);
            }
            due = extension.to();
        }
        return List.copyOf(late);
    }
}
