package io.mubiao.io.internal;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableListMultimap;
import java.util.Optional;
import java.util.Set;

/** What people call the fields of files in Chinese, who write the name of the thing where its key belongs. */
final class ChineseKeys {
    private static final String WORDS = "编号=id,标识=id,代号=id,名称=title,标题=title,年度=year,年份=year,地区=jurisdiction,适用地区=jurisdiction,依据=source,来源=source,"
            + "依据=sources,来源=sources,文件=sources,条款=clause,假定=assumption,参数=parameters,数据项=columns,数据=columns,字段=columns,列=columns,类型=kind,单位=unit,小数=decimals,"
            + "小数位=decimals,取值=values,数值=values,标签=labels,分类表=tables,表=tables,计算值=derived,公式=formula,合并=merge,范围=scope,评价对象=scope,条件=require,参评条件=require,"
            + "排除=exclude,不参评=exclude,条件=when,适用=when,指标=indicators,指标=of,基准=baselines,基准值=baselines,基准=base,基准值=base,评价组=groups,分组=groups,计分项=items,"
            + "项目=items,指标=items,权重=weight,权重合计=weights-total,得分=score,计分=score,封顶=cap,上限=cap,上限=limit,保底=floor,下限=floor,取整=round,四舍五入=round,缺失=missing,"
            + "缺数据=missing,加分=bonuses,加减分=bonuses,减分=bonuses,扣分=bonuses,分值=points,满分=points,标准分=points,总分=total,排序=ranking,排名=ranking,并列=ties,小组=small-groups,"
            + "再排序=again,分档=classes,等级=classes,分类=classes,顺序=order,名额=cuts,比例=cuts,分数线=at-least,调档=overrides,递补=refill,差别化政策=consequences,算例=examples,例子=examples,"
            + "公开=exports,输入=inputs,分项=parts,部分=parts,否决=vetoes,一票否决=vetoes,说明=duties,等次=grades,亮灯=lights,灯=lights,视图=views,计分办法=rules,分派=assign,责任单位=owners,"
            + "方向=better,期限=due,完成时限=due,时限=due,截止=due,deadline=due,by=due,责任单位=owner,牵头单位=owner,类别=kind,要求=require,目标值=require,周期=every,频次=every,"
            + "记录时间=recorded,日期=on,期间=span,数据=value,目标=targets,量词=measure-words,等级跟随=class-of,门槛=gate,系数=times";
    private static final ImmutableListMultimap<String, String> KEYS = keys();

    private ChineseKeys() {}

    private static ImmutableListMultimap<String, String> keys() {
        ImmutableListMultimap.Builder<String, String> keys = ImmutableListMultimap.builder();
        for (String pair : Splitter.on(',').split(WORDS)) {
            int at = pair.indexOf('=');
            keys.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return keys.build();
    }

    /** The key that is meant, of those that can stand there. */
    static Optional<String> meant(String word, Set<String> known) {
        return KEYS.get(word).stream().filter(known::contains).findFirst();
    }
}
