package yuanliu.duplicates;

import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.web.BadRequest;

/// Which bindings; what is not said does not narrow.
///
/// @param department code of the field's department
/// @param resource   code of the resource or form that has the field
/// @param element    code of the element
/// @param unit       code of the source unit that the field is proposed or confirmed for
record BindingFilter(
        @Nullable List<BindingState> states,
        @Nullable String department,
        @Nullable String resource,
        @Nullable String element,
        @Nullable String unit,
        @Nullable Double minConfidence) {

    static final BindingFilter ALL = new BindingFilter(null, null, null, null, null, null);

    /// @throws BadRequest when it asks for what cannot be
    void check() {
        if (minConfidence != null && !(minConfidence >= 0 && minConfidence <= 1)) {
            throw new BadRequest("参数 minConfidence 应在 0 至 1 之间，收到 " + minConfidence);
        }
    }
}
