package yuanliu.lineage;

import org.jspecify.annotations.Nullable;

/// Whole, or what ended the walk and how much was left out.
public record Completeness(
        boolean complete,
        @Nullable Limit stoppedBy,
        @Nullable Long omitted) {

    /// What can end a walk early.
    public enum Limit {
        MAX_HOPS
    }

    public static Completeness whole() {
        return new Completeness(true, null, null);
    }

    static Completeness beyond(long omitted) {
        return omitted == 0 ? whole() : new Completeness(false, Limit.MAX_HOPS, omitted);
    }
}
