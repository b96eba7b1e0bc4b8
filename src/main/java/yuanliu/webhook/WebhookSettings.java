package yuanliu.webhook;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whom to tell. Without a url nobody is told and nobody is contacted.
///
/// @param url          where events are posted
/// @param secret       what they are signed with
/// @param source       what the events say they come from
/// @param allowPrivate whether private, loopback and link-local addresses may be told
/// @param attempts     how often one event is tried
/// @param firstWait    how long is waited after the first failure; twice as long after each further one, an hour at
/// most
/// @param timeout      how long one attempt may take
@ConfigurationProperties("yuanliu.webhook")
record WebhookSettings(
        @Nullable URI url,
        @Nullable String secret,
        @DefaultValue("urn:yuanliu") String source,
        @DefaultValue("false") boolean allowPrivate,
        @DefaultValue("12") int attempts,
        @DefaultValue("5s") Duration firstWait,
        @DefaultValue("10s") Duration timeout) {

    WebhookSettings {
        if (url != null) {
            if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                throw new IllegalArgumentException("yuanliu.webhook.url 应是 http 或 https 地址,写的是 " + url);
            }
            if (url.getUserInfo() != null) {
                throw new IllegalArgumentException("yuanliu.webhook.url 不能带用户名和口令");
            }
            if (secret == null || secret.isBlank()) {
                throw new IllegalArgumentException("设置了 yuanliu.webhook.url,还须用 yuanliu.webhook.secret 设置签名密钥");
            }
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("yuanliu.webhook.attempts 至少为 1,写的是 " + attempts);
        }
    }
}
