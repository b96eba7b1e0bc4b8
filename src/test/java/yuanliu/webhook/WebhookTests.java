package yuanliu.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class WebhookTests {

    private static final Event EVENT = new Event(
            "TZ20261127-0001",
            "yuanliu.notice.issued",
            "SS-RSJ",
            OffsetDateTime.parse("2026-11-27T08:00:00+08:00"),
            Map.of("subject", "关于“学历学位信息查询”停止提供的告知"));

    private record Received(Map<String, List<String>> headers, byte[] body) {}

    private final List<Received> received = new ArrayList<>();
    private int status = 202;
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", exchange -> {
            received.add(new Received(
                    Map.copyOf(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readAllBytes()));
            exchange.getResponseHeaders().add("Location", "http://169.254.169.254/");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    private Webhook webhook(String url, boolean allowPrivate) {
        return new Webhook(new WebhookSettings(
                URI.create(url),
                "secret",
                "urn:yuanliu",
                allowPrivate,
                3,
                Duration.ofSeconds(5),
                Duration.ofSeconds(2)));
    }

    private static String header(Received one, String name) {
        return Objects.requireNonNull(one.headers().get(name)).getFirst();
    }

    private String hook() {
        return "http://127.0.0.1:%d/hook?to=city"
                .formatted(receiver.getAddress().getPort());
    }

    @Test
    void anEventIsAStructuredCloudEventAndSigned() throws Exception {
        assertThat(webhook(hook(), true).send(EVENT)).isEqualTo(new Sent.Taken());

        var one = received.getFirst();
        var event = JsonMapper.builder().build().readTree(one.body());
        assertThat(event.path("specversion").asString()).isEqualTo("1.0");
        assertThat(event.path("id").asString()).isEqualTo("TZ20261127-0001");
        assertThat(event.path("type").asString()).isEqualTo("yuanliu.notice.issued");
        assertThat(event.path("subject").asString()).isEqualTo("SS-RSJ");
        assertThat(event.path("data").path("subject").asString()).contains("学历学位信息查询");
        assertThat(one.headers().get("Content-type")).containsExactly("application/cloudevents+json; charset=UTF-8");

        var signature = header(one, "Yuanliu-signature");
        var moment = signature.replaceAll("t=(\\d+),v1=.*", "$1");
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((moment + ".").getBytes(StandardCharsets.UTF_8));
        assertThat(signature).endsWith("v1=" + HexFormat.of().formatHex(mac.doFinal(one.body())));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307, 400, 404, 500, 503})
    void whatIsNotTakenIsSaidAndNoRedirectionIsFollowed(int answered) {
        status = answered;

        assertThat(webhook(hook(), true).send(EVENT)).isEqualTo(new Sent.NotTaken("对方应答 " + answered));
        assertThat(received).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "2130706433", "[::ffff:127.0.0.1]"})
    void thisMachineIsNotToldHoweverItIsWritten(String host) {
        var url = "http://%s:%d/hook".formatted(host, receiver.getAddress().getPort());

        assertThat(webhook(url, false).send(EVENT)).isInstanceOf(Sent.NotTaken.class);
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.0.1",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "0.1.2.3",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "240.0.0.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2001:db8::1",
                "2001::1"
            })
    void whatIsNotPublicIsKnown(String address) {
        assertThat(Addresses.isPublic(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "172.32.0.1", "100.128.0.1", "223.5.5.5", "2400:3200::1", "64:ff9b::101:101"})
    void whatIsPublicIsKnown(String address) {
        assertThat(Addresses.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    /// A name may lead to a public address when it is looked at and to this machine a moment later. The connection is
    /// made to what was looked at.
    @Test
    void theConnectionIsMadeToTheAddressAndNotToTheName() throws IOException {
        var url = URI.create("http://receiver.invalid:%d/hook"
                .formatted(receiver.getAddress().getPort()));

        var answered = new Post(url, Duration.ofSeconds(2))
                .to(InetAddress.getLoopbackAddress(), Map.of("Content-Type", "text/plain"), new byte[0]);

        assertThat(answered).isEqualTo(202);
        assertThat(header(received.getFirst(), "Host")).startsWith("receiver.invalid:");
    }

    @Test
    void whoNeverAnswersIsNotWaitedForForEver() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var sent = webhook("http://127.0.0.1:" + silent.getLocalPort() + "/", true)
                    .send(EVENT);

            assertThat(sent).isInstanceOf(Sent.NotTaken.class);
        }
    }

    @Test
    void theWaitDoublesUpToAnHour() {
        var webhook = webhook(hook(), true);

        assertThat(List.of(webhook.waitAfter(1), webhook.waitAfter(2), webhook.waitAfter(4), webhook.waitAfter(40)))
                .containsExactly(
                        Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(40), Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/",
                "file:///etc/passwd",
                "http://user:secret@example.org/",
                "http://0x7f.1/",
                "nowhere"
            })
    void aUrlThatIsNoneIsRefusedAtTheStart(String url) {
        assertThatThrownBy(() -> settings(url, "secret")).hasMessageContaining("yuanliu.webhook.url");
    }

    @Test
    void withoutASecretNobodyIsTold() {
        assertThatThrownBy(() -> settings("https://example.org/", null)).hasMessageContaining("yuanliu.webhook.secret");
        assertThat(new Webhook(new WebhookSettings(
                                null, null, "urn:yuanliu", false, 1, Duration.ofSeconds(1), Duration.ofSeconds(1)))
                        .isConfigured())
                .isFalse();
    }

    private static WebhookSettings settings(String url, @Nullable String secret) {
        return new WebhookSettings(
                URI.create(url), secret, "urn:yuanliu", false, 1, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }
}
