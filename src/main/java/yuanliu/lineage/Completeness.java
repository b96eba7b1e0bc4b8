package yuanliu.lineage;

import org.jspecify.annotations.Nullable;

/// Whole, or what ended the walk and how much was left out.
public record Completeness(
        boolean complete,
        @Nullable Limit stoppedBy,
        @Nullable Long omitted) {

    /// What can end a walk early.
    public enum Limit {
        MAX_HOPS,
        TIME,
        SIZE,
        NOT_RECORDED
    }

    public static Completeness whole() {
        return new Completeness(true, null, null);
    }

    /// @param recorded whether the day asked of is one of which anything was recorded
    public static Completeness of(boolean recorded) {
        return recorded ? whole() : new Completeness(false, Limit.NOT_RECORDED, null);
    }

    static Completeness beyond(long omitted) {
        return omitted == 0 ? whole() : new Completeness(false, Limit.MAX_HOPS, omitted);
    }
}
