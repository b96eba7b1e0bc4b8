package yuanliu.catalog;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What a catalogue entry must state by 政务数据共享条例 (国令第809号) Article 13.
public enum NineItems {
    NAME("数据目录名称"),
    ITEMS("数据项"),
    PROVIDER("提供单位"),
    FORMAT("数据格式"),
    UPDATES("数据更新频率"),
    SHARING("共享属性"),
    /// not asked of what is not shared
    SHARING_METHOD("共享方式"),
    /// only asked of what is shared on conditions
    CONDITION("使用条件"),
    GRADE("数据分类分级");

    private final String title;

    NineItems(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /// What the entry does not state.
    ///
    /// @param resource what it says, by the property's name; empty where it says nothing
    /// @param hasItems whether any field of it is known
    public static Set<NineItems> missing(UnaryOperator<String> resource, boolean hasItems) {
        var missing = EnumSet.noneOf(NineItems.class);
        for (var item : values()) {
            if (!item.isStated(resource, hasItems)) {
                missing.add(item);
            }
        }
        return missing;
    }

    private boolean isStated(UnaryOperator<String> resource, boolean hasItems) {
        return switch (this) {
            case NAME -> says(resource, "name");
            case ITEMS -> hasItems;
            case PROVIDER -> says(resource, "provider");
            case FORMAT -> says(resource, "format");
            case UPDATES -> says(resource, "cycle");
            case SHARING -> says(resource, "sharing");
            case SHARING_METHOD -> resource.apply("sharing").startsWith("不予") || says(resource, "sharingMethod");
            case CONDITION -> !resource.apply("sharing").startsWith("有条件") || says(resource, "condition");
            case GRADE -> says(resource, "grade");
        };
    }

    private static boolean says(UnaryOperator<String> resource, String property) {
        return !resource.apply(property).isBlank();
    }
}
