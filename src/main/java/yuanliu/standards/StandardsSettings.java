package yuanliu.standards;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the operator's own code lists lie.
///
/// @param folder files of the form of `code-lists/`, read at start
@ConfigurationProperties("yuanliu.standards")
record StandardsSettings(
        @DefaultValue("${yuanliu.data:data}/code-lists") Path folder) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(StandardsSettings.class)
    static class Read {

        @Bean
        CodeLists codeLists(StandardsSettings settings) {
            return CodeLists.read(settings.folder());
        }
    }
}
