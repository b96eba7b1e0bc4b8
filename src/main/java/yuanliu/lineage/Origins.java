package yuanliu.lineage;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Asset;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Entity;

/// Where something truly comes from, and where that cannot be told.
///
/// @param sources from which nothing leads on and which are collected or generated
/// @param gaps    from which nothing leads on, and which should have come from somewhere
record Origins(Entity of, LocalDate asOf, boolean recorded, Walk walk, List<End> sources, List<Gap> gaps) {

    enum GapKind {
        NOT_RECORDED,
        BY_THE_WHOLE,
        RING
    }

    record Gap(End field, GapKind kind) {}

    /// @param path from the source; null when it is what was asked of
    /// @param chain the resources and forms on the way, from the source
    /// @param days  how old the datum can be; null when a cycle on the way is unknown
    record Origin(
            DataField field,
            @Nullable LineagePath path,
            List<UpdateCycle> chain,
            @Nullable UpdateCycle slowest,
            @Nullable Integer days) {}

    record OriginGap(
            DataField field, GapKind kind, @Nullable LineagePath path) {}

    /// How often a resource is renewed.
    ///
    /// @param days how long that is; null when it is irregular or not told
    record UpdateCycle(
            Asset asset, @Nullable String cycle, @Nullable Integer days) {

        static @Nullable Integer days(@Nullable String cycle) {
            return switch (cycle == null ? "" : cycle) {
                case "实时", "准实时" -> 0;
                case "每日", "每天", "日" -> 1;
                case "每周", "周" -> 7;
                case "每半月", "每旬" -> 15;
                case "每月", "月" -> 31;
                case "每季度", "每季", "季度" -> 92;
                case "每半年", "半年" -> 184;
                case "每年", "年" -> 366;
                default -> null;
            };
        }
    }
}
