package yuanliu.reports;

/// By what a list can be narrowed. A list that cannot be narrowed by what is asked refuses, and does not ignore it.
enum Narrowing {
    DEPARTMENT("department", "部门编码"),
    REGION("region", "区划代码（含下级）"),
    LEVEL("level", "层级"),
    LIBRARY("library", "所属库"),
    ELEMENT("element", "数据元编码"),
    STATES("states", "数源状态"),
    IN_FORCE("inForce", "是否生效"),
    OVERDUE("overdue", "是否超期"),
    FROM("from", "起始日期"),
    UNTIL("until", "截止日期");

    private final String argument;
    private final String word;

    Narrowing(String argument, String word) {
        this.argument = argument;
        this.word = word;
    }

    /// As it is called in the question.
    String argument() {
        return argument;
    }

    /// In Chinese.
    String word() {
        return word;
    }
}
