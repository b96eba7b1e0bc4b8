package yuanliu;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import yuanliu.duplicates.CheckCommand;
import yuanliu.duplicates.DetectCommand;
import yuanliu.filing.FilingCommand;
import yuanliu.filing.LoadCommand;
import yuanliu.neo4j.OwnServerEarly;

/// Yuanliu (源流): where government data comes from, who is its one source, and whom a change hits.
@SpringBootApplication
public class Yuanliu {

    private static final Map<String, BiFunction<Class<?>, List<String>, Integer>> COMMANDS = Map.of(
            FilingCommand.NAME, FilingCommand::run,
            LoadCommand.NAME, LoadCommand::run,
            CheckCommand.NAME, CheckCommand::run,
            DetectCommand.NAME, DetectCommand::run);

    public static void main(String[] args) {
        var command = args.length == 0 ? null : COMMANDS.get(args[0]);
        if (command != null) {
            System.exit(command.apply(Yuanliu.class, List.of(args).subList(1, args.length)));
        }
        var application = new SpringApplication(Yuanliu.class);
        application.addInitializers(new OwnServerEarly());
        application.run(args);
    }
}
