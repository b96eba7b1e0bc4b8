package yuanliu.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTests {

    @ParameterizedTest
    @CsvSource({
        "公民身份号码, gmsfhm",
        "开户银行, khyh",
        "银行账号, yhzh",
        "分行名称, fhmc",
        "支行, zh",
        "央行, yh",
        "行长, hz",
        "行业代码, hydm",
        "行号, hh",
        "行政区划, xzqh",
        "局长姓名, jzxm",
        "校长, xz",
        "处长, cz",
        "长度, cd",
        "身长, sc",
        "长期, cq",
        "重庆市, cqs",
        "重量, zl",
        "参与人数, cyrs",
        "参保状态, cbzt",
        "人参, rs",
        "会计, kj",
        "朝鲜族, cxz",
        "统一社会信用代码, tyshxydm",
    })
    void initialsAreThoseThatPeopleType(String name, String initials) {
        assertThat(Pinyin.initials(name)).isEqualTo(initials);
    }
}
