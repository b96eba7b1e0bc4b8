package yuanliu.catalog;

import java.util.Locale;
import java.util.Map;
import net.sourceforge.pinyin4j.PinyinHelper;

/// The initials by which people type a Chinese name: 公民身份号码 is gmsfhm.
public final class Pinyin {

    /// Words in which a character is not read as it is alone.
    private static final Map<String, String> READ_OTHERWISE = Map.ofEntries(
            Map.entry("银行", "yh"),
            Map.entry("分行", "fh"),
            Map.entry("支行", "zh"),
            Map.entry("央行", "yh"),
            Map.entry("总行", "zh"),
            Map.entry("商行", "sh"),
            Map.entry("行长", "hz"),
            Map.entry("行名", "hm"),
            Map.entry("行情", "hq"),
            Map.entry("行列", "hl"),
            Map.entry("排行", "ph"),
            Map.entry("长", "c"),
            Map.entry("局长", "jz"),
            Map.entry("校长", "xz"),
            Map.entry("处长", "cz"),
            Map.entry("科长", "kz"),
            Map.entry("部长", "bz"),
            Map.entry("司长", "sz"),
            Map.entry("厅长", "tz"),
            Map.entry("省长", "sz"),
            Map.entry("市长", "sz"),
            Map.entry("县长", "xz"),
            Map.entry("区长", "qz"),
            Map.entry("乡长", "xz"),
            Map.entry("镇长", "zz"),
            Map.entry("村长", "cz"),
            Map.entry("院长", "yz"),
            Map.entry("所长", "sz"),
            Map.entry("会长", "hz"),
            Map.entry("理事长", "lsz"),
            Map.entry("董事长", "dsz"),
            Map.entry("秘书长", "msz"),
            Map.entry("检察长", "jcz"),
            Map.entry("组长", "zz"),
            Map.entry("队长", "dz"),
            Map.entry("站长", "zz"),
            Map.entry("河长", "hz"),
            Map.entry("林长", "lz"),
            Map.entry("田长", "tz"),
            Map.entry("路长", "lz"),
            Map.entry("船长", "cz"),
            Map.entry("机长", "jz"),
            Map.entry("家长", "jz"),
            Map.entry("首长", "sz"),
            Map.entry("增长", "zz"),
            Map.entry("生长", "sz"),
            Map.entry("成长", "cz"),
            Map.entry("参", "c"),
            Map.entry("人参", "rs"),
            Map.entry("重组", "cz"),
            Map.entry("重建", "cj"),
            Map.entry("重名", "cm"),
            Map.entry("朝鲜", "cx"),
            Map.entry("传记", "zj"),
            Map.entry("行业", "hy"),
            Map.entry("行号", "hh"),
            Map.entry("开户行", "khh"),
            Map.entry("重庆", "cq"),
            Map.entry("重复", "cf"),
            Map.entry("重新", "cx"),
            Map.entry("长春", "cc"),
            Map.entry("长沙", "cs"),
            Map.entry("长度", "cd"),
            Map.entry("长期", "cq"),
            Map.entry("参差", "cc"),
            Map.entry("会计", "kj"),
            Map.entry("调查", "dc"),
            Map.entry("调动", "dd"),
            Map.entry("调出", "dc"),
            Map.entry("调入", "dr"),
            Map.entry("单位", "dw"),
            Map.entry("厦门", "xm"),
            Map.entry("曾用名", "cym"),
            Map.entry("会", "h"),
            Map.entry("行政", "xz"),
            Map.entry("重量", "zl"),
            Map.entry("重点", "zd"),
            Map.entry("校验", "jy"),
            Map.entry("系数", "xs"),
            Map.entry("系统", "xt"),
            Map.entry("乐", "l"),
            Map.entry("省", "s"),
            Map.entry("朝阳", "cy"),
            Map.entry("种", "z"),
            Map.entry("车", "c"),
            Map.entry("石", "s"),
            Map.entry("称", "c"),
            Map.entry("大", "d"),
            Map.entry("度", "d"),
            Map.entry("期", "q"),
            Map.entry("码", "m"),
            Map.entry("户", "h"),
            Map.entry("宅", "z"),
            Map.entry("区", "q"),
            Map.entry("员", "y"),
            Map.entry("亲", "q"),
            Map.entry("属", "s"),
            Map.entry("术", "s"),
            Map.entry("给", "g"),
            Map.entry("提", "t"),
            Map.entry("合", "h"),
            Map.entry("否", "f"),
            Map.entry("数", "s"),
            Map.entry("率", "l"),
            Map.entry("广", "g"),
            Map.entry("厂", "c"),
            Map.entry("万", "w"),
            Map.entry("什", "s"));

    private static final int LONGEST = 3;

    private Pinyin() {}

    /// Lower-case; letters and digits stay, everything else is left out.
    public static String initials(String name) {
        var initials = new StringBuilder();
        for (var at = 0; at < name.length(); ) {
            at += next(name, at, initials);
        }
        return initials.toString().toLowerCase(Locale.ROOT);
    }

    private static int next(String name, int at, StringBuilder initials) {
        for (var length = Math.min(LONGEST, name.length() - at); length > 0; length--) {
            var otherwise = READ_OTHERWISE.get(name.substring(at, at + length));
            if (otherwise != null) {
                initials.append(otherwise);
                return length;
            }
        }
        var character = name.charAt(at);
        var read = PinyinHelper.toHanyuPinyinStringArray(character);
        if (read != null && read.length > 0) {
            initials.append(read[0].charAt(0));
        } else if (Character.isLetterOrDigit(character)) {
            initials.append(character);
        }
        return 1;
    }
}
