package yuanliu.workdays;

/// On which day the count of a term "自…之日起" begins: the law leaves room for both.
public enum Counting {
    /// The day itself is left out: the next working day is the first.
    NEXT_DAY("自次一工作日起算"),
    /// The day itself is the first, when it is worked.
    SAME_DAY("自当日起算");

    private final String words;

    Counting(String words) {
        this.words = words;
    }

    /// As people are told.
    public String words() {
        return words;
    }
}
