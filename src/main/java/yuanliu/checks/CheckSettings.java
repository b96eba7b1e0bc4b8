package yuanliu.checks;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// When it is checked, and where what the operator says of the rules lies.
///
/// @param afterFiling whether each filing is followed by a run
/// @param afterDecision whether each decision on a source is
/// @param patience    how long a filing waits for it
/// @param mostFields  how many fields the graph may have for a run to follow a filing or decision; of more, the clock
///                    takes care
/// @param folder      files of the names and columns of `checks/`, read at each run
@ConfigurationProperties("yuanliu.checks")
record CheckSettings(
        @DefaultValue("true") boolean afterFiling,
        @DefaultValue("true") boolean afterDecision,
        @DefaultValue("30s") Duration patience,
        @DefaultValue("100000") long mostFields,
        @DefaultValue("${yuanliu.data:data}/checks") Path folder) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(CheckSettings.class)
    @EnableScheduling
    static class Read {}
}
