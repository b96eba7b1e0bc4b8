package yuanliu;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.graphql.test.autoconfigure.tester.AutoConfigureGraphQlTester;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import yuanliu.filing.FiledCity;
import yuanliu.neo4j.TestNeo4j;

/// A test of the running application on a real Neo4j, without the demonstration city.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "yuanliu.demo=false",
            "yuanliu.data=target/test-data",
            // what is asked of the memory is asked in tests of its own, which look when it suits them
            "yuanliu.memory.enabled=false",
            "yuanliu.memory.least-fields=0",
            "yuanliu.detection.after-decision=false",
            "yuanliu.checks.after-decision=false"
        })
@AutoConfigureGraphQlTester
@ContextConfiguration(initializers = TestNeo4j.class)
@Import({TestNeo4j.Container.class, FiledCity.class})
public @interface YuanliuTest {}
