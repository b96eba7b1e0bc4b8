package yuanliu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import yuanliu.neo4j.OwnServerEarly;

/// Yuanliu (源流): where government data comes from, who is its one source, and whom a change hits.
@SpringBootApplication
public class Yuanliu {

    public static void main(String[] args) {
        var application = new SpringApplication(Yuanliu.class);
        application.addInitializers(new OwnServerEarly());
        application.run(args);
    }
}
