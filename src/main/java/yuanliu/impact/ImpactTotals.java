package yuanliu.impact;

/// How much is hit in all, each thing once.
public record ImpactTotals(
        int fields,
        int dataResources,
        int systems,
        int departments,
        int forms,
        int sharings,
        long calls,
        int designations) {}
