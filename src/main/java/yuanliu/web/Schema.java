package yuanliu.web;

import static graphql.schema.idl.RuntimeWiring.Builder;

import graphql.scalars.ExtendedScalars;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/// The scalars of the contract.
@Configuration(proxyBeanMethods = false)
class Schema {

    @Bean
    RuntimeWiringConfigurer scalars() {
        return (Builder wiring) -> wiring.scalar(ExtendedScalars.Date)
                .scalar(ExtendedScalars.DateTime)
                .scalar(ExtendedScalars.GraphQLLong);
    }
}
