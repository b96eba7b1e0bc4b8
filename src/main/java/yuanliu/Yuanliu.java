package yuanliu;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import yuanliu.filing.FilingCommand;
import yuanliu.neo4j.OwnServerEarly;

/// Yuanliu (源流): where government data comes from, who is its one source, and whom a change hits.
@SpringBootApplication
public class Yuanliu {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(FilingCommand.NAME)) {
            System.exit(FilingCommand.run(Yuanliu.class, List.of(args).subList(1, args.length)));
        }
        var application = new SpringApplication(Yuanliu.class);
        application.addInitializers(new OwnServerEarly());
        application.run(args);
    }
}
