package io.mubiao.render;

import io.mubiao.formula.Expr;
import io.mubiao.land.Group;
import io.mubiao.land.RankingRule;
import io.mubiao.land.assess.Evaluation;
import io.mubiao.land.assess.Explanation;
import io.mubiao.land.assess.RankOrder;
import io.mubiao.shape.Cut;
import io.mubiao.shape.Quota;
import io.mubiao.shape.Ties;
import io.mubiao.trace.Trace;
import io.mubiao.value.Quantity;
import io.mubiao.value.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where an enterprise ranks, among whom, how equals are ordered, and the places of each class, in words. */
final class RankWords {
    private static final int MOST_PLACES = 20;

    private final Words words;
    private final MoveWords.Basis on;

    /** @param on what ranks: the total, or an indicator in its place */
    RankWords(Words words, MoveWords.Basis on) {
        this.words = words;
        this.on = on;
    }

    /** Whether totals that differ where they rank print alike: the rule rounds them and ranks before. */
    static boolean hidesTotals(Evaluation evaluation) {
        if (evaluation.rule().ranking().map(RankingRule::onRounded).orElse(true)) {
            return false;
        }
        Map<Rational, Rational> known = new HashMap<>();
        return evaluation.stream().filter(it -> it.place().isPresent() && it.total().isPresent()).anyMatch(it -> {
            Rational own = evaluation.rankingTotal(it.id()).orElseThrow();
            Rational other = known.putIfAbsent(it.total().get(), own);
            return other != null && !other.equals(own);
        });
    }

    /** The totals that rank, beside each other. */
    static PlainNumber totals(Evaluation evaluation) {
        List<Rational> totals = evaluation.stream().flatMap(it -> evaluation.rankingTotal(it.id()).stream()).toList();
        return PlainNumber.beside(totals.stream()).column(totals.stream());
    }

    /** The texts of the ranking that an enterprise belongs to, a group of items by its title. */
    static String group(Evaluation evaluation, String id) {
        return group(evaluation, evaluation.ranking(id));
    }

    static String group(Evaluation evaluation, List<String> ranking) {
        List<String> by = evaluation.rule().ranking().map(RankingRule::by).orElse(List.of());
        List<String> texts = new ArrayList<>(ranking);
        for (int i = 0; i < Math.min(texts.size(), by.size()); i++) {
            String text = texts.get(i);
            if (by.get(i).equals("group")) {
                texts.set(i, evaluation.rule().groups().stream().filter(it -> it.id().equals(text)).map(Group::title).findFirst().orElse(text));
            }
        }
        return String.join(" ", texts);
    }

    /** Place, group and how many, without the head's number. */
    String head(Explanation.Placing it) {
        String group = it.group().isEmpty() ? "" : words.either("（", " (") + String.join(" ", it.group()) + words.either("）", ")");
        return words.either("排序" + group + "：第 " + it.place() + " 名，共 " + it.ranked() + " 家",
                "Rank" + group + ": place " + it.place() + " of " + it.ranked()) + shared(it.equal(), words);
    }

    /** How many share a place. */
    static String shared(long equal, Words words) {
        return equal > 1 ? words.either("，并列 " + equal + " 家", ", shared by " + equal) : "";
    }

    List<String> lines(Explanation.Placing it) {
        List<String> lines = new ArrayList<>();
        it.joined().ifPresent(small -> lines.add(words.either(
                "原属“" + String.join(" ", small.group()) + "”，该组参与排序 " + small.ranked() + " 家，不足 " + small.minimum() + " 家，并入“"
                        + String.join(" ", it.group()) + "”排序",
                "its own group (" + String.join(" ", small.group()) + ") has " + small.ranked() + " ranked, fewer than " + small.minimum()
                        + ", and is ranked with this one")));
        ties(it, lines);
        it.ungraded().ifPresent(places -> lines.add(ungraded(places)));
        if (it.base() != it.ranked()) {
            lines.add(words.either("名额按 " + it.base() + " 家计算（含不定级户）", "places are shares of " + it.base() + ", the ungraded too"));
        }
        it.quota().filter(quota -> !it.cutOffs().isEmpty()).flatMap(quota -> quota(it, quota)).ifPresent(lines::add);
        PlainNumber totals = totals(it);
        long before = 0;
        for (Explanation.CutOff cut : it.cutOffs()) {
            lines.add(cut.className() + words.either("（前 " + written(cut), " (the first " + cut.written().replaceAll(" ?\\p{IsHan}+", "")) + words.either("）：", "): ") + range(before + 1, cut.lastPlace()) + count(cut.lastPlace() - before)
                    + cut.lowest().map(lowest -> on.isTotal() ? words.either("，最低分 ", ", lowest total ") + totals.text(lowest)
                            : words.either("，末位" + on.title() + " ", ", the last " + on.title() + " ") + on.number(totals, lowest)).orElse(""));
            before = Math.max(before, cut.lastPlace());
        }
        return lines;
    }

    /** How far a class reaches, as it is written; the smaller of both in words. */
    private static String written(Explanation.CutOff it) {
        String both = it.written();
        return both.startsWith("min(") ? both.substring(4, both.length() - 1).replace(", ", " 与 ") + " 中较少的" : both;
    }

    /** The totals that an explanation prints beside each other: of the neighbours, of the ends of the classes. */
    static PlainNumber totals(Explanation.Placing it) {
        return PlainNumber.beside(Stream.of(it.order().beside().stream(), it.order().inTurn().stream().map(RankOrder.InTurn::total),
                it.cutOffs().stream().flatMap(cut -> cut.lowest().stream())).flatMap(each -> each));
    }

    /** Who of those who are ranked is not graded. */
    private String ungraded(List<Long> places) {
        if (places.isEmpty()) {
            return words.either("名次和名额计入不定级户", "the ungraded take places, of the classes too");
        }
        List<String> some = places.stream().distinct().limit(MOST_PLACES).map(place -> Long.toString(place)).toList();
        String more = places.stream().distinct().skip(MOST_PLACES).findAny().isPresent() ? words.either("等", ", …") : "";
        return words.either("名次和名额计入不定级户 " + places.size() + " 家：第 " + String.join("、", some) + more + " 名",
                places.size() + " ungraded take places, of the classes too: " + String.join(", ", some) + more);
    }

    /** How shares and numbers of places became places. */
    private Optional<String> quota(Explanation.Placing it, Quota quota) {
        return it.cutOffs().stream().allMatch(cut -> cut.cut().share().isEmpty()) ? Optional.empty() : Optional.of(new QuotaWords(words).of(it, quota));
    }

    /** Whether it is ranked once more, on what, and its place there. */
    String again(Explanation.PlacedAgain it) {
        String test = it.test().map(when -> words.either("（", " (") + new ClassWords(words).test(when, it.operands()) + words.either("，", ", ")
                + it.concerned().map(holds -> holds ? words.either("符合", "which is so") : words.either("不符合", "which is not so"))
                        .orElse(words.either("不能判定", "which cannot be decided")) + words.either("）", ")")).orElse("");
        if (it.on().isEmpty()) {
            return words.either("不参加再排序", "not ranked again: ") + words.either("「" + it.title() + "」", it.title()) + test
                    + it.why().map(why -> words.either("，", ", ") + new WhyWords(words).of(why)).orElse("");
        }
        Trace.Worked on = it.on().get();
        return words.either("再排序", "ranked again: ") + words.either("「" + it.title() + "」", it.title()) + test + words.either("：", ": ")
                + PlainFormula.titles(words, on.operands()).whole(on.formula())
                + (on.formula().expr() instanceof Expr.Name ? " " : " = ") + new Equation(words, on).forward() + words.either("，第 " + it.place().getAsLong() + " 名，共 " + it.ranked() + " 家",
                        ", place " + it.place().getAsLong() + " of " + it.ranked()) + shared(it.equal().orElse(1), words);
    }

    /** How those with the same total were told apart, and the place of those who could not be. */
    private void ties(Explanation.Placing it, List<String> lines) {
        RankOrder order = it.order();
        if (order.sameTotal() > it.equal()) {
            String by = String.join(words.either("、", ", "), order.breakTies());
            lines.add((order.breakTies().isEmpty()
                    ? words.either(on.title() + "显示相同的有 " + order.sameTotal() + " 家，按未取舍的" + on.title() + "定先后",
                            order.sameTotal() + " have the same " + on.title() + " as shown and are ordered by it before rounding")
                    : words.either(on.title() + "相同的有 " + order.sameTotal() + " 家，依次按" + by + "定先后",
                            order.sameTotal() + " have the same " + on.title() + " and are ordered by " + by)) + inTurn(it));
        }
        if (it.equal() > 1) {
            lines.add(words.either((order.rounded() ? "取舍后的" : "未取舍的") + on.title() + "相同，", "equal in the "
                    + (order.rounded() ? "rounded " : "unrounded ") + on.title() + ", ") + place(order.ties(), it));
        }
    }

    /** The figures of those next to each other among equals, in their order. */
    private String inTurn(Explanation.Placing it) {
        List<RankOrder.InTurn> all = it.order().inTurn();
        if (all.size() < 2) {
            return "";
        }
        PlainNumber totals = totals(it);
        return words.either("：", ": ") + all.stream().map(each -> words.either("第 " + each.place() + " 名" + (each.own() ? "（本企业）" : ""),
                "place " + each.place() + (each.own() ? " (this one)" : "")) + " " + (each.figures().isEmpty() ? on.number(totals, each.total())
                : IntStream.range(0, each.figures().size()).mapToObj(i -> figure(all, i, each)).collect(Collectors.joining(words.either("、", ", ")))))
                .collect(Collectors.joining(words.either("，", ", ")));
    }

    private String figure(List<RankOrder.InTurn> all, int by, RankOrder.InTurn of) {
        PlainNumber figures = PlainNumber.beside(all.stream().flatMap(each -> each.figures().get(by).stream()).map(Quantity::amount));
        return of.figures().get(by).map(figures::text).orElse(words.either("缺失", "missing"));
    }

    private String place(Ties ties, Explanation.Placing it) {
        return switch (ties) {
            case BEST_PLACE -> words.either("并列者同取其中最前的名次：第 " + it.place() + " 名", "all take the best of their places: " + it.place());
            case WORST_PLACE -> words.either("并列者同取其中最后的名次：第 " + it.place() + " 名", "all take the worst of their places: " + it.place());
            case DENSE -> words.either("并列者同为第 " + it.place() + " 名，其后名次连续", "all are place " + it.place() + ", the next follow without a gap");
        };
    }

    private String count(long places) {
        return places <= 1 ? "" : words.either("，" + places + " 个名额", ", " + places + " places");
    }

    private String range(long from, long to) {
        return to < from ? words.either("无名额", "no place")
                : to == from ? words.either("第 " + to + " 名", "place " + to)
                : words.either("第 " + from + " 至 " + to + " 名", "places " + from + " to " + to);
    }

    /** How the shares of the classes, and the numbers of places that some have, became places, in words. */
    private static final class QuotaWords {
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
}
