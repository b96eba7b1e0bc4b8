package yuanliu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import yuanliu.neo4j.StartRefused;

@ExtendWith(OutputCaptureExtension.class)
class ListeningTests {

    private final SpringApplicationBuilder application =
            new SpringApplicationBuilder(Listening.class).web(WebApplicationType.NONE);

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.3.2.1", "::1", "localhost"})
    void thisMachineAloneMayAsk(String address) {
        try (var started = application.run("--server.address=" + address)) {
            assertThat(started.isActive()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.0.0.0", "::", "192.0.2.7"})
    void anyOtherAddressIsRefusedWithASentenceAndNoStackTrace(String address, CapturedOutput output) {
        assertThatThrownBy(() -> application.run("--server.address=" + address))
                .hasRootCauseInstanceOf(StartRefused.class);

        assertThat(output)
                .contains("NOT_LOOPBACK", "尚未配置登录,不能在 %s 上监听".formatted(address.isEmpty() ? "所有地址" : address))
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.7"})
    void behindAGatewayThatSignsInAnyAddressWillDo(String address) {
        try (var started = application.run("--server.address=" + address, "--yuanliu.behind-gateway=true")) {
            assertThat(started.isActive()).isTrue();
        }
    }
}
