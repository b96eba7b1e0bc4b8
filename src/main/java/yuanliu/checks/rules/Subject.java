package yuanliu.checks.rules;

/// What a rule looks at, one by one.
public enum Subject {
    SOURCE_UNIT("数源单元", "SourceUnit"),
    DATA_RESOURCE("数据资源", "DataResource"),
    SHARING_AGREEMENT("共享关系", "SharingAgreement"),
    DEPARTMENT("部门", "Department"),
    INFORMATION_SYSTEM("信息系统", "InformationSystem"),
    OBJECTION("异议", "Objection");

    private final String word;
    private final String label;

    Subject(String word, String label) {
        this.word = word;
        this.label = label;
    }

    public String word() {
        return word;
    }

    /// Its label in the graph.
    public String label() {
        return label;
    }
}
