package yuanliu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Yuanliu (源流): where government data comes from, who is its one source, and whom a change hits.
@SpringBootApplication
public class Yuanliu {

    public static void main(String[] args) {
        SpringApplication.run(Yuanliu.class, args);
    }
}
