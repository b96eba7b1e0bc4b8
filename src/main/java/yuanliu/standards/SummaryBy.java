package yuanliu.standards;

import org.jspecify.annotations.Nullable;

/// What makes a row of the summary.
enum SummaryBy {
    TOTAL(null),
    DEPARTMENT("Department"),
    ELEMENT("DataElement"),
    REGION("Region");

    private final @Nullable String label;

    SummaryBy(@Nullable String label) {
        this.label = label;
    }

    /// Of what its rows are; null where there is only one.
    @Nullable
    String label() {
        return label;
    }
}
