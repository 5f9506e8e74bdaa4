package io.mubiao.target.internal;

import io.mubiao.target.Scale;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Stages and grades that stand in the reverse of their usual order, which turns every comparison round (阶段、等级次序). */
public final class ScaleDoubts {
    private static final List<List<String>> USUAL = List.of(
            List.of("谋划", "储备", "申报", "立项", "批复", "开工", "在建", "完工", "建成", "竣工", "验收", "投用", "投产", "达产"),
            List.of("筹备", "启动", "推进", "完成"),
            List.of("轻微", "一般", "较大", "重大", "特别重大", "特大"));

    private ScaleDoubts() {}

    /** What is doubted about a scale. */
    public static Optional<String> of(Scale scale) {
        for (List<String> usual : USUAL) {
            List<Integer> order = scale.steps().stream().map(usual::indexOf).filter(it -> it >= 0).toList();
            boolean falls = order.size() > 1 && IntStream.range(1, order.size()).allMatch(i -> order.get(i) < order.get(i - 1));
            if (falls) {
                return Optional.of("'" + scale.id() + "' is " + scale.steps() + ", and a scale begins with its lowest; the reverse was probably meant");
            }
        }
        return Optional.empty();
    }
}
