package io.mubiao.text.internal;

import java.util.Locale;
import java.util.regex.Pattern;

/** Words by which a row of a sheet is known for a sum of others (合计) or for a note (备注). */
public final class SheetWords {
    private static final String COUNT = "共?[0-9一二三四五六七八九十百千]+(户|家|个|条|行|项|宗|件)?(企业|单位)?";
    private static final String AREA = "[全本各][\\p{IsHan}]{1,6}|[\\p{IsHan}]{1,8}[省市县区镇乡村]|规[上下](工业)?(企业)?";
    private static final String BEHIND = "(\\((" + COUNT + "|不?含.*|扣除.*|单位.*|[万亿]?元|亩)\\)|" + COUNT + ")?[:.。]?";
    private static final Pattern TOTAL = Pattern.compile("(.{0,20}?(合计|总计|小计|共计|累计|总和|总数|合共|汇总|平均|平均值|平均数|均值)"
            + "|((sub|grand|page|overall|county|city|district|net)-?)?(totals?|sums?)|ttl|overall|all(firms|enterprises|companies)?|altogether"
            + "|averages?|avg|means?|[∑σ])[:.]?" + BEHIND
            + "|共[0-9一二三四五六七八九十百千]+(户|家|个)(企业|单位)?");
    private static final Pattern BEGINS = Pattern.compile(
            "(合计|总计|小计|共计|累计|汇总|平均|(sub|grand)?-?total(?![a-z])).*", Pattern.DOTALL);
    private static final Pattern COUNTED = Pattern.compile("\\(?(" + COUNT + ")\\)?|" + AREA);
    private static final Pattern ENTERPRISE = Pattern.compile(
            ".*(公司|集团|厂|店|社|院|部|站|中心|行|场|所|企业|矿|户|co\\.?|ltd\\.?|inc\\.?|gmbh)(\\(.*\\))?", Pattern.DOTALL);
    private static final Pattern NOTE = Pattern.compile(
            "[(\\[【]?(注|附?注释?|备注|说明|填表说明|编制说明|[\\p{IsHan}]{0,6}(人|人员|负责人|单位|部门|日期|时间|电话|联系方式|来源|口径|盖章|签字|签章)"
            + "|制表|填表|审核|复核|填报|制单|notes?|remarks?|source|preparedby|checkedby|date)[0-9一二三四五六七八九十]*[)\\]】]?"
            + "(\\([^)]*\\))?[:.、].*|(注|备注|附注|说明|note|notes|remarks?)[0-9一二三四五六七八九十]*|[*※#].*\\p{IsHan}.*", Pattern.DOTALL);

    private static final Pattern STATISTIC = Pattern.compile("其中(:.*)?|(最[大小高低]|中位|众)[值数]|(上年|去年|本年|本期|上期|同期)(同期)?[数值]?|[同环]比.*"
            + "|(增|降)(幅|长|减|速|加)(额|率|数)?%?|标准差|方差|占比|比重|(max|min)(imum)?|median|count|全[\\p{IsHan}]{1,3}|规[上下](工业)?(企业)?(" + COUNT + ")?");
    private static final Pattern SECTION = Pattern.compile("\\(?[一二三四五六七八九十]+[、.)].*|以[上下](为|是|均).*", Pattern.DOTALL);

    private static final String OTHERS = "計總総數個戶註備說頁滙匯";
    private static final String PLAIN = "计总总数个户注备说页汇汇";
    private static final Pattern ENCLOSED = Pattern.compile("^[(\\[【〔]([^()\\[\\]【】〔〕]*)[)\\]】〕][:.]?$");
    private static final int LONGEST = 200;

    private static final Pattern ASIDE = Pattern.compile(".*说明|注释?|备注|选项|目录|封面|howtofillitin|notes?|readme|contents|cover");

    /** The first two letters of every English word for sums, notes and examples, one pair after the other. */
    private static final String ENGLISH = "sugrpaovcocitottavmenoresoprchdaexaldinemami";
    private static final int LETTERS = 26;
    private static final boolean[] BEGINNINGS = new boolean[LETTERS * LETTERS];
    private static final String OF_SUMS = "计計总總総均共∑σ";

    static {
        for (int at = 0; at < ENGLISH.length(); at += 2) {
            BEGINNINGS[pair(ENGLISH.charAt(at), ENGLISH.charAt(at + 1))] = true;
        }
    }

    private SheetWords() {}

    /** Whether English words for sums, notes and examples may begin with these letters. */
    public static boolean mayBegin(int one, int other) {
        int first = one | 0x20;
        int second = other | 0x20;
        return first >= 'a' && first <= 'z' && second >= 'a' && second <= 'z' && BEGINNINGS[pair(first, second)];
    }

    private static int pair(int first, int second) {
        return (first - 'a') * LETTERS + second - 'a';
    }

    /** Whether a cell may be one that {@link #isTotal} tells; where not, it certainly is none. */
    public static boolean mayBeTotal(String cell) {
        if (cell.isEmpty()) {
            return false;
        }
        for (int i = 0; i < cell.length(); i++) {
            if (OF_SUMS.indexOf(cell.charAt(i)) >= 0) {
                return true;
            }
        }
        char first = cell.charAt(0);
        return first > 0x9FFF || !Character.isLetterOrDigit(first) || (cell.length() > 1 && mayBegin(first, cell.charAt(1)));
    }

    /** Of one width, without blanks and parentheses around it all, and with characters of Taiwan and Japan as in the words above. */
    private static String key(String cell) {
        if (cell.length() > LONGEST) {
            return "";
        }
        StringBuilder key = new StringBuilder(CellWords.key(cell).toLowerCase(Locale.ROOT));
        for (int i = 0; i < key.length(); i++) {
            int other = OTHERS.indexOf(key.charAt(i));
            if (other >= 0) {
                key.setCharAt(i, PLAIN.charAt(other));
            }
        }
        return ENCLOSED.matcher(key).replaceFirst("$1");
    }

    /** Whether a cell says, all of it, that its row sums up others: 合计：, 全县合计, 合计(5户), Total. */
    public static boolean isTotal(String cell) {
        return TOTAL.matcher(key(cell)).matches();
    }

    /** Whether a cell begins with such a word and is no name of an enterprise: 合计数, but not 合计科技有限公司. */
    public static boolean isLikeTotal(String cell) {
        String key = key(cell);
        return BEGINS.matcher(key).matches() && !ENTERPRISE.matcher(key).matches();
    }

    /** Whether a cell beside a total only says of how many or of where: 5户, 全县. */
    public static boolean isCount(String cell) {
        return COUNTED.matcher(key(cell)).matches();
    }

    /** Whether a cell is a note about the sheet: 注：…, 填表人：张三. */
    public static boolean isNote(String cell) {
        return NOTE.matcher(key(cell.substring(0, Math.min(cell.length(), LONGEST)))).matches();
    }

    /** Whether a cell where an id is due names a figure of all or of some others: 最大值, 其中：规上, 上年同期, 全区. */
    public static boolean isStatistic(String cell) {
        return STATISTIC.matcher(key(cell)).matches();
    }

    /** Whether a cell begins a part of a sheet: 一、规上企业, 以下为规下企业. */
    public static boolean isSection(String cell) {
        return SECTION.matcher(key(cell)).matches();
    }

    /** Whether a cell ends as names of enterprises do. */
    public static boolean isEnterprise(String cell) {
        return ENTERPRISE.matcher(key(cell)).matches();
    }

    /** Whether a sheet of this name only explains others: 填表说明, 封面. */
    public static boolean isAside(String sheet) {
        return ASIDE.matcher(key(sheet)).matches();
    }
}
