package yuanliu.duplicates.detection;

/// The kinds of duplicate collection (重复采集的类别), each with what it is called and who answers for it.
public enum Kind {
    CROSS_DEPARTMENT("DC1", "跨部门多头采集", "《政务数据共享条例》（国令第809号）第十九条第一款、第四十条第一项：需求部门重复收集可以通过共享获取的数据"),
    UNDESIGNATED_SOURCE("DC2", "无源多头采集", "《政务数据共享条例》（国令第809号）第十九条第二款、第四十一条第一项：主管部门未明确数源部门"),
    WITHIN_DEPARTMENT("DC3", "部门内多系统重复录入", null),
    BETWEEN_LEVELS("DC4", "上下级重复录入", "《政务数据共享条例》（国令第809号）第二十四条：上级部门应当及时、完整回流数据"),
    FORMS("DC5", "表单重复填报", "《政务数据共享条例》（国令第809号）第十九条第一款：能够通过共享获取的，不得重复收集"),
    CATALOGUE_ENTRY("DC6", "重复编目", "《政务数据共享条例》（国令第809号）第十三条、第三十九条：按规定编制目录"),
    COPY_FILED_AS_SOURCE("DC7", "二手数据当源登记", "《政务数据共享条例》（国令第809号）第十三条、第三十九条：按规定编制目录"),
    LIBRARY("DC8", "重复建库、重复归集", null);

    private final String number;
    private final String word;
    private final @org.jspecify.annotations.Nullable String liability;

    Kind(String number, String word, @org.jspecify.annotations.Nullable String liability) {
        this.number = number;
        this.word = word;
        this.liability = liability;
    }

    /// As in DC1.
    public String number() {
        return number;
    }

    public String word() {
        return word;
    }

    /// The article by which somebody answers for it; null where no article names it.
    public @org.jspecify.annotations.Nullable String liability() {
        return liability;
    }

    /// Whether it is about a unit and its parties are fields; else about entries.
    public boolean isOfUnit() {
        return this != CATALOGUE_ENTRY && this != LIBRARY;
    }
}
