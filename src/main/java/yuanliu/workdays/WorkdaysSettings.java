package yuanliu.workdays;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How working days are counted.
///
/// @param calendar a file of one's own, of the same columns as `workdays/*.csv`; its rows add to ours and override them
/// @param counting on which day a count begins
@ConfigurationProperties("yuanliu.workdays")
record WorkdaysSettings(
        @Nullable Path calendar, @DefaultValue("NEXT_DAY") Counting counting) {}
