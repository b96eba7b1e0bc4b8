package yuanliu.duplicates;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which model may be asked how near words are. Without a url none is, and nobody is contacted.
///
/// @param url     such as `http://127.0.0.1:11434/api/embed` or `…/v1/embeddings`
/// @param model   its name
/// @param key     sent as a bearer token, where the endpoint asks for one
/// @param timeout how long one answer may take
@ConfigurationProperties("yuanliu.embeddings")
record EmbeddingSettings(
        @Nullable URI url,
        @Nullable String model,
        @Nullable String key,
        @DefaultValue("20s") Duration timeout) {

    EmbeddingSettings {
        if (url != null) {
            if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                throw new IllegalArgumentException("yuanliu.embeddings.url 应是 http 或 https 地址,写的是 " + url);
            }
            if (url.getUserInfo() != null) {
                throw new IllegalArgumentException("yuanliu.embeddings.url 不能带用户名和口令,请用 yuanliu.embeddings.key");
            }
            if (model == null || model.isBlank()) {
                throw new IllegalArgumentException("设置了 yuanliu.embeddings.url,还须用 yuanliu.embeddings.model 写明模型");
            }
        }
    }
}
