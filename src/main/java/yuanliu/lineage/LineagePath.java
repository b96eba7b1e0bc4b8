package yuanliu.lineage;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Asset;

/// A way from a source to a user, told from the user's end as people tell it.
///
/// @param steps    from the source to the user
/// @param weakest  the least sure step; null when none says how sure it is
/// @param sentence in Chinese
public record LineagePath(
        int length, List<LineageStep> steps, @Nullable LineageStep weakest, String sentence) {

    static LineagePath of(List<LineageStep> steps, java.util.function.Function<Asset, String> name) {
        var weakest = steps.stream()
                .filter(step -> step.confidence() != null)
                .min(Comparator.comparingDouble(LineagePath::certainty))
                .orElse(null);
        var told = steps.reversed().stream()
                .map(step -> " ← %s自 %s"
                        .formatted(
                                (step.through().isEmpty()
                                                ? ""
                                                : "经 %d 个中间环节"
                                                        .formatted(
                                                                step.through().size() - 1))
                                        + (step.activity() == null
                                                ? "派生"
                                                : step.activity().word()),
                                name.apply(step.from())))
                .collect(Collectors.joining());
        return new LineagePath(
                steps.size(),
                List.copyOf(steps),
                weakest,
                name.apply(steps.getLast().to()) + told);
    }

    private static double certainty(LineageStep step) {
        var confidence = step.confidence();
        return confidence == null ? 1.0 : confidence;
    }
}
