package yuanliu.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NineItemsTests {

    private static final Map<String, String> WHOLE = Map.of(
            "name", "婚姻登记信息",
            "provider", "11100000000013338W",
            "format", "数据库",
            "cycle", "每日",
            "sharing", "有条件共享",
            "sharingMethod", "接口",
            "condition", "办理户籍业务",
            "grade", "一般数据3级");

    @Test
    void aWholeEntryLacksNothing() {
        assertThat(missing(WHOLE, true)).isEmpty();
    }

    @Test
    void anEmptyEntryLacksAllButTheConditionThatIsNotAskedOfIt() {
        assertThat(missing(Map.of(), false))
                .containsExactly(
                        NineItems.NAME,
                        NineItems.ITEMS,
                        NineItems.PROVIDER,
                        NineItems.FORMAT,
                        NineItems.UPDATES,
                        NineItems.SHARING,
                        NineItems.SHARING_METHOD,
                        NineItems.GRADE);
    }

    @Test
    void aConditionIsOnlyAskedOfWhatIsSharedOnConditions() {
        var cells = new HashMap<>(WHOLE);
        cells.put("condition", " ");

        assertThat(missing(cells, true)).containsExactly(NineItems.CONDITION);

        cells.put("sharing", "无条件共享");

        assertThat(missing(cells, true)).isEmpty();
    }

    private static Set<NineItems> missing(Map<String, String> cells, boolean hasItems) {
        return NineItems.missing(property -> cells.getOrDefault(property, ""), hasItems);
    }
}
