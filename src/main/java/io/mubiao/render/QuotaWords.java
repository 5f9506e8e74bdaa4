package io.mubiao.render;

import io.mubiao.land.assess.Explanation;
import io.mubiao.shape.Cut;
import io.mubiao.shape.Quota;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the shares of the classes, and the numbers of places that some have, became places, in words. */
final class QuotaWords {
    private final Words words;

    QuotaWords(Words words) {
        this.words = words;
    }

    String of(Explanation.Placing it, Quota quota) {
        boolean alike = it.cutOffs().stream().allMatch(cut -> cut.cut().count().isEmpty());
        String rest = quota.cumulative() ? "" : words.either("，其余归 ", ", the rest to ") + it.cutOffs().get(quota.remainder()).className();
        return words.either("名额：", "places: ") + (alike ? alike(it, quota) : each(it, quota)) + words.either("，", ", ") + words.of(quota.mode())
                + words.either("到整数", " to whole numbers") + rest;
    }

    /** Shares alone, in one go. */
    private String alike(Explanation.Placing it, Quota quota) {
        List<Rational> shares = new ArrayList<>();
        Rational before = Rational.ZERO;
        for (Explanation.CutOff cut : it.cutOffs()) {
            Rational share = cut.cut().share().orElseThrow();
            shares.add(quota.cumulative() ? share : share.minus(before));
            before = share;
        }
        List<Rational> places = shares.stream().map(share -> share.times(it.base())).toList();
        return words.either(it.base() + " 家 × ", it.base() + " × ") + joined(shares.stream().map(QuotaWords::percent))
                + (Stream.concat(shares.stream(), places.stream()).allMatch(PlainNumber::isExact) ? " = " : " ≈ ")
                + joined(places.stream().map(PlainNumber::of));
    }

    /** Each class by itself; of those that are rounded each for itself how many lie between them. */
    private String each(Explanation.Placing it, Quota quota) {
        List<Rational> upTo = Cut.shares(it.cutOffs().stream().map(Explanation.CutOff::cut).toList(), it.base()).stream()
                .map(share -> share.times(it.base())).toList();
        String cuts = joined(it.cutOffs().stream().map(cut -> cut.className() + " " + cut(cut.cut(), it.base())));
        if (quota.cumulative()) {
            return cuts;
        }
        List<Rational> own = new ArrayList<>();
        Rational before = Rational.ZERO;
        for (Rational each : upTo) {
            own.add(each.minus(before));
            before = each;
        }
        return cuts + words.either("；各自为 ", "; for themselves ") + joined(own.stream().map(PlainNumber::of));
    }

    private String cut(Cut it, long base) {
        String count = it.count().map(places -> PlainNumber.of(places) + words.either(" 家", "")).orElse("");
        String share = it.share().map(part -> {
            Rational places = part.times(base);
            return words.either(base + " 家 × ", base + " × ") + percent(part) + (PlainNumber.isExact(places) && PlainNumber.isExact(part.times(Rational.HUNDRED)) ? " = " : " ≈ ")
                    + PlainNumber.of(places);
        }).orElse("");
        return count.isEmpty() ? share : share.isEmpty() ? count
                : words.either(count + " 与 " + share + " 中较少的", "the smaller of " + count + " and " + share);
    }

    private static String percent(Rational share) {
        return PlainNumber.of(share.times(Rational.HUNDRED)) + " %";
    }

    private String joined(Stream<String> parts) {
        return parts.collect(Collectors.joining(words.either("、", ", ")));
    }
}
