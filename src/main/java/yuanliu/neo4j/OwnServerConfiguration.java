package yuanliu.neo4j;

import java.net.URI;
import java.nio.file.Path;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.neo4j.autoconfigure.Neo4jAutoConfiguration;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;

/// Starts a server of our own where no other is named.
@AutoConfiguration(before = Neo4jAutoConfiguration.class)
@ConditionalOnMissingBean(Neo4jConnectionDetails.class)
@ConditionalOnProperty(name = "spring.neo4j.uri", matchIfMissing = true, havingValue = "none that anybody would write")
@EnableConfigurationProperties(OwnServerSettings.class)
class OwnServerConfiguration {

    private static final Logger log = LoggerFactory.getLogger(OwnServerConfiguration.class);

    @Bean
    @ConditionalOnMissingBean
    OwnServer ownServer(
            @Value("${yuanliu.data:data}") Path data,
            @Value("${server.port:8080}") int pagesPort,
            OwnServerSettings settings) {
        return launched(data, settings, pagesPort);
    }

    /// @param pagesPort where our own pages are served; 0 when that is not known yet
    static OwnServer launched(Path data, OwnServerSettings settings, int pagesPort) {
        log.info("未配置 spring.neo4j.uri,启动自带的 Neo4j,数据在 {}", data.resolve("neo4j"));
        var server = new OwnServer(data.resolve("neo4j"), settings, pagesPort > 0 ? pagesPort : null);
        if (server.newPassword()) {
            // Said once, on the screen of whoever started it; a log file would keep it.
            System.out.printf(
                    "%n  Neo4j 用户 %s,口令 %s(只显示这一次,保存在 %s)%n%n",
                    OwnServer.USER, server.password(), server.passwordFile());
        }
        return server;
    }

    @Bean
    Neo4jConnectionDetails ownServerConnection(OwnServer server) {
        return new Neo4jConnectionDetails() {

            @Override
            public URI getUri() {
                return server.boltUri();
            }

            @Override
            public AuthToken getAuthToken() {
                return AuthTokens.basic(OwnServer.USER, server.password());
            }
        };
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> ownServerReadAhead(OwnServer server) {
        return ready -> server.readAhead();
    }

    @Bean
    HealthIndicator ownServerHealth(OwnServer server) {
        return () -> server.alive()
                ? Health.up().withDetail("pid", server.pid()).build()
                : Health.down().withDetail("reason", "自带的 Neo4j 已退出").build();
    }
}
