package yuanliu.impact;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import yuanliu.web.BadRequest;

/// A change that somebody thinks of.
///
/// @param cycle   the cycle to which it is changed; the one on file when null
/// @param sharing the class to which it is restricted; the next stricter one when null
record Change(
        ChangeKind kind, @Nullable Cycle cycle, @Nullable SharingClass sharing) {

    static Change of(ChangeKind kind) {
        return new Change(kind, null, null);
    }

    /// @throws BadRequest when a word is none of its list, or is said of a change that it does not belong to
    static Change of(ChangeKind kind, @Nullable String cycle, @Nullable String sharing) {
        if (cycle != null && kind != ChangeKind.CHANGE_CYCLE) {
            throw new BadRequest("参数 cycle 只用于 CHANGE_CYCLE");
        }
        if (sharing != null && kind != ChangeKind.RESTRICT_SHARING) {
            throw new BadRequest("参数 sharing 只用于 RESTRICT_SHARING");
        }
        return new Change(
                kind,
                cycle == null
                        ? null
                        : Cycle.ofWord(cycle)
                                .orElseThrow(() -> new BadRequest("参数 cycle 应为%s之一,收到“%s”"
                                        .formatted(
                                                Arrays.stream(Cycle.values())
                                                        .map(Cycle::word)
                                                        .collect(Collectors.joining("、")),
                                                cycle))),
                sharing == null
                        ? null
                        : SharingClass.ofWord(sharing)
                                .filter(one -> one != SharingClass.UNCONDITIONAL)
                                .orElseThrow(
                                        () -> new BadRequest("参数 sharing 应为有条件共享或不予共享,收到“%s”".formatted(sharing))));
    }

    /// As people call it.
    String words() {
        return kind.word() + (cycle == null ? "" : "为" + cycle.word()) + (sharing == null ? "" : "为" + sharing.word());
    }
}
