package yuanliu.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import yuanliu.neo4j.OwnServerEarly;

/// The settings that stand behind a command: `--name=value`, as the application takes them.
public record Settings(List<String> given) {

    private static final String SETTING = "--[A-Za-z][\\w-]*(\\.[\\w\\[\\]-]+)+=.*";
    private static final String DEMO = "--yuanliu.demo=";

    public Settings {
        given = List.copyOf(given);
    }

    /// A sentence on the first that is none.
    public Optional<String> refusal() {
        return given.stream()
                .filter(setting -> !setting.matches(SETTING))
                .findFirst()
                .map("参数“%s”无法识别;设置写作 --名=值,如 --server.port=8090"::formatted);
    }

    /// As the server reads it: from the command line, the environment or a file.
    public int port() {
        return environment().getProperty("server.port", Integer.class, 8080);
    }

    /// What stands behind a command that the application is not started for.
    public ConfigurableEnvironment environment() {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(given.toArray(String[]::new)));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }

    /// The application itself, without a web server, for as long as a command takes.
    public ConfigurableApplicationContext start(Class<?> application) {
        var arguments =
                Stream.concat(given.stream().filter(setting -> !setting.startsWith(DEMO)), Stream.of(DEMO + "false"));
        return new SpringApplicationBuilder(application)
                .initializers(new OwnServerEarly())
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("logging.level.root=warn", "yuanliu.detection.patience=24h", "yuanliu.checks.patience=24h")
                .run(arguments.toArray(String[]::new));
    }
}
