package yuanliu.duplicates;

import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.duplicates.detection.Band;
import yuanliu.duplicates.detection.Kind;
import yuanliu.web.BadRequest;

/// Which findings; what is not said does not narrow.
///
/// @param department code of a department that is a party
/// @param region     code of the region in which a party's department lies
/// @param element    code of the unit's element
/// @param gone       also those that nobody has taken up and that are found no more
record DuplicateFindingFilter(
        @Nullable List<Kind> kinds,
        @Nullable List<Band> bands,
        @Nullable List<FindingState> states,
        @Nullable String department,
        @Nullable String region,
        @Nullable String element,
        @Nullable Double minScore,
        @Nullable Boolean gone) {

    static final DuplicateFindingFilter ALL =
            new DuplicateFindingFilter(null, null, null, null, null, null, null, null);

    /// @throws BadRequest when it asks for what cannot be
    void check() {
        if (minScore != null && !(minScore >= 0 && minScore <= 1)) {
            throw new BadRequest("参数 minScore 应在 0 至 1 之间，收到 " + minScore);
        }
    }
}
