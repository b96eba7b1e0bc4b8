package yuanliu.filing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import yuanliu.filing.reading.IllegalPackage;
import yuanliu.neo4j.OwnServerEarly;

/// The application itself, started without a web server for as long as the filing takes.
final class IntakeHere implements Intake {

    private static final String DEMO = "--yuanliu.demo=";

    private final ConfigurableApplicationContext context;
    private final Filings filings;

    private IntakeHere(ConfigurableApplicationContext context) {
        this.context = context;
        this.filings = context.getBean(Filings.class);
    }

    static IntakeHere started(Class<?> application, List<String> settings) {
        var arguments = Stream.concat(
                settings.stream().filter(setting -> !setting.startsWith(DEMO)), Stream.of(DEMO + "false"));
        return new IntakeHere(new SpringApplicationBuilder(application)
                .initializers(new OwnServerEarly())
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("logging.level.root=warn")
                .run(arguments.toArray(String[]::new)));
    }

    @Override
    public Report enter(Path filed, boolean dryRun) throws IOException, NotTaken {
        try {
            return filings.enter(filings.newFolder(), filed.toAbsolutePath().normalize(), dryRun);
        } catch (IllegalPackage illegal) {
            throw new NotTaken(illegal.sentence());
        }
    }

    @Override
    public Report find(String code) {
        return filings.find(code)
                .orElseThrow(() -> new IllegalStateException("The filing %s is not in the graph".formatted(code)));
    }

    @Override
    public String whereToRead(Report report) {
        return "启动源流后见 /api/filings/%s/report.xlsx".formatted(report.code());
    }

    @Override
    public void close() {
        context.close();
    }
}
