package yuanliu.filing;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;
import yuanliu.filing.reading.IllegalPackage;

/// The application itself, started without a web server for as long as the filing takes.
final class IntakeHere implements Intake {

    private final ConfigurableApplicationContext context;
    private final Filings filings;

    IntakeHere(ConfigurableApplicationContext context) {
        this.context = context;
        this.filings = context.getBean(Filings.class);
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
