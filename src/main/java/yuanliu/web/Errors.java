package yuanliu.web;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/// Says to the asker what to do next: correct the request, ask for something else, or try later with an id for us.
@Component
class Errors extends DataFetcherExceptionResolverAdapter {

    private static final Logger log = LoggerFactory.getLogger(Errors.class);

    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable failure, DataFetchingEnvironment environment) {
        return switch (failure) {
            case BadRequest bad ->
                GraphqlErrorBuilder.newError(environment)
                        .errorType(ErrorType.BAD_REQUEST)
                        .message("%s", bad.sentence())
                        .build();
            case NotThere missing ->
                GraphqlErrorBuilder.newError(environment)
                        .errorType(ErrorType.NOT_FOUND)
                        .message("%s", missing.getMessage())
                        .extensions(ordered("argument", missing.argument(), "asked", missing.asked()))
                        .build();
            case NotYet later ->
                GraphqlErrorBuilder.newError(environment)
                        .errorType(ErrorType.INTERNAL_ERROR)
                        .message("%s", later.getMessage())
                        .build();
            default -> {
                var id = UUID.randomUUID().toString();
                log.error(
                        "GraphQL {} 失败,编号 {}",
                        environment.getExecutionStepInfo().getPath(),
                        id,
                        failure);
                yield GraphqlErrorBuilder.newError(environment)
                        .errorType(ErrorType.INTERNAL_ERROR)
                        .message("%s", sentenceFor(failure) + "(编号 " + id + ")")
                        .extensions(Map.of("id", id))
                        .build();
            }
        };
    }

    /// So that the same question is answered by the same bytes.
    private static Map<String, Object> ordered(String first, Object one, String second, Object other) {
        var extensions = new LinkedHashMap<String, Object>();
        extensions.put(first, one);
        extensions.put(second, other);
        return extensions;
    }

    private static String sentenceFor(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Neo4jException neo4j && neo4j.code().contains("TransactionTimedOut")) {
                return "查询超过时限而中止,结果未知:请缩小范围后再试";
            }
        }
        return failure instanceof DataAccessException || failure instanceof Neo4jException
                ? "图数据库暂时不能回答,请稍后再试"
                : "系统内部错误,请稍后再试";
    }
}
