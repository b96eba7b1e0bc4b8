package yuanliu.neo4j;

import java.nio.file.Path;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Launches our own server before the first bean is made, so that the two start side by side. Without it
/// [OwnServerConfiguration] does the same, later.
public final class OwnServerEarly implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String BEAN = "ownServer";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (environment.containsProperty("spring.neo4j.uri")
                || !(context.getBeanFactory() instanceof DefaultListableBeanFactory beans)) {
            return;
        }
        var settings = Binder.get(environment).bindOrCreate("yuanliu.neo4j", OwnServerSettings.class);
        var data = Path.of(environment.getProperty("yuanliu.data", "data"));
        var server = OwnServerConfiguration.launched(
                data, settings, environment.getProperty("server.port", Integer.class, 8080));
        beans.registerSingleton(BEAN, server);
        // destroyed even when the context never comes up
        beans.registerDisposableBean(BEAN, server::close);
    }
}
