package yuanliu;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import yuanliu.neo4j.OwnServer;
import yuanliu.neo4j.StartRefused;

/// Where we listen: nobody signs in, so nobody from outside may come in; and, once ready, where everything is.
@Component
class Listening {

    private static final Logger log = LoggerFactory.getLogger(Listening.class);

    private final ObjectProvider<OwnServer> ownServer;

    Listening(
            @Value("${server.address:}") String address,
            @Value("${yuanliu.behind-gateway:false}") boolean behindGateway,
            ObjectProvider<OwnServer> ownServer) {
        this.ownServer = ownServer;
        if (!behindGateway && !isLoopback(address)) {
            throw new StartRefused(
                    "NOT_LOOPBACK",
                    "尚未配置登录,不能在 %s 上监听".formatted(address.isBlank() ? "所有地址" : address),
                    "请把 server.address 设为 127.0.0.1;若前面有负责登录的网关,设 yuanliu.behind-gateway=true");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            var base = "http://127.0.0.1:" + web.getWebServer().getPort();
            var own = ownServer.getIfAvailable();
            log.info(
                    "源流已就绪:GraphiQL {}/graphiql · 接口 {}/graphql{}",
                    base,
                    base,
                    own == null
                            ? " · Neo4j 由 spring.neo4j.uri 指定"
                            : " · Neo4j Browser %s(用户 neo4j,口令在 %s)".formatted(own.browserUri(), own.passwordFile()));
        }
    }
}
