package yuanliu.verification;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/// Where the operator's own suggestions lie.
///
/// @param folder files of the names and columns of `verification/`, read whenever suggestions are asked for
@ConfigurationProperties("yuanliu.verification")
record VerificationSettings(
        @DefaultValue("${yuanliu.data:data}/verification") Path folder) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(VerificationSettings.class)
    static class Read {}
}
