package yuanliu.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Posts events as CloudEvents 1.0 (structured JSON), signed, to the one receiver that the operator has named.
///
/// The signature is the HMAC-SHA256, under the secret, of the moment, a full stop and the body:
/// `Yuanliu-Signature: t=<seconds since 1970>,v1=<hex>`. A receiver compares it, and refuses a moment long past.
@Component
@EnableConfigurationProperties(WebhookSettings.class)
public class Webhook {

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final WebhookSettings settings;
    private final JsonMapper json = JsonMapper.builder().build();

    Webhook(WebhookSettings settings) {
        this.settings = settings;
    }

    /// Whether there is anybody to be told.
    public boolean isConfigured() {
        return settings.url() != null;
    }

    public int attempts() {
        return settings.attempts();
    }

    /// How long is waited after so many failures.
    public Duration waitAfter(int failures) {
        var wait = settings.firstWait().multipliedBy(1L << Math.clamp(failures - 1, 0, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /// Tries once.
    public Sent send(Event event) {
        var url = Objects.requireNonNull(settings.url(), "No receiver is configured");
        var body = json.writeValueAsString(envelope(event)).getBytes(StandardCharsets.UTF_8);
        try {
            var status = new Post(url, settings.timeout()).to(address(url), headers(body), body);
            return status >= 200 && status < 300 ? new Sent.Taken() : new Sent.NotTaken("对方应答 " + status);
        } catch (UnknownHostException unknown) {
            return new Sent.NotTaken("找不到主机 " + url.getHost());
        } catch (NotPublic refused) {
            return new Sent.NotTaken(String.valueOf(refused.getMessage()));
        } catch (IOException failure) {
            return new Sent.NotTaken("连接 %s 失败:%s".formatted(url.getHost(), failure.getMessage()));
        }
    }

    /// Every address that the name has must be somebody else's, for which one a name leads to is not ours to say.
    private InetAddress address(URI url) throws UnknownHostException, NotPublic {
        var host = url.getHost().replaceAll("^\\[|]$", "");
        var addresses = InetAddress.getAllByName(host);
        if (!settings.allowPrivate() && !Arrays.stream(addresses).allMatch(Addresses::isPublic)) {
            throw new NotPublic("主机 %s 的地址是内部地址,未设 yuanliu.webhook.allow-private=true,不予连接".formatted(host));
        }
        return addresses[0];
    }

    private Map<String, Object> envelope(Event event) {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("specversion", "1.0");
        envelope.put("id", event.id());
        envelope.put("source", settings.source());
        envelope.put("type", event.type());
        envelope.put("subject", event.subject());
        envelope.put("time", event.time().toString());
        envelope.put("datacontenttype", "application/json");
        envelope.put("data", event.data());
        return envelope;
    }

    private Map<String, String> headers(byte[] body) {
        var moment = Instant.now().getEpochSecond();
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/cloudevents+json; charset=UTF-8");
        headers.put("Yuanliu-Signature", "t=%d,v1=%s".formatted(moment, signature(moment, body)));
        return headers;
    }

    private String signature(long moment, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var secret = Objects.requireNonNull(settings.secret());
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((moment + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static final class NotPublic extends Exception {

        private NotPublic(String sentence) {
            super(sentence);
        }
    }
}
