package yuanliu.web;

import static graphql.schema.idl.RuntimeWiring.Builder;

import graphql.scalars.ExtendedScalars;
import graphql.schema.GraphQLScalarType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/// The scalars of the contract.
@Configuration(proxyBeanMethods = false)
class Schema {

    @Bean
    RuntimeWiringConfigurer scalars() {
        return (Builder wiring) -> wiring.scalar(described(ExtendedScalars.Date, "A calendar day: 2026-11-23. · 日期。"))
                .scalar(described(ExtendedScalars.DateTime, "A moment with its offset, RFC 3339. · 时刻。"))
                .scalar(described(ExtendedScalars.GraphQLLong, "A whole number of up to 64 bits. · 长整数。"));
    }

    /// What the schema's files say of a scalar is lost when its wiring says something else.
    private static GraphQLScalarType described(GraphQLScalarType scalar, String description) {
        return scalar.transform(builder -> builder.description(description));
    }
}
