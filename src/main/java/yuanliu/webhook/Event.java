package yuanliu.webhook;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that happened.
///
/// @param id      the same for the same event, however often it is sent
/// @param type    such as `yuanliu.notice.issued`
/// @param subject whom it concerns
public record Event(String id, String type, String subject, OffsetDateTime time, Map<String, @Nullable Object> data) {}
