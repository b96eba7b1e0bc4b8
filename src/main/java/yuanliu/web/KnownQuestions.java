package yuanliu.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// A question that has been asked before is not parsed and validated again: pages and programs ask the same few with
/// other variables. What was wrong with one is told anew each time.
@Configuration(proxyBeanMethods = false)
class KnownQuestions implements PreparsedDocumentProvider {

    private static final int MOST_CHARACTERS = 4_000_000;

    private final Cache<String, PreparsedDocumentEntry> questions = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String text, PreparsedDocumentEntry known) -> text.length())
            .build();

    @Bean
    GraphQlSourceBuilderCustomizer askedBefore() {
        return source -> source.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(this));
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parsed) {
        var text = input.getQuery();
        var known = questions.getIfPresent(text);
        if (known == null) {
            known = parsed.apply(input);
            if (!known.hasErrors()) {
                questions.put(text, known);
            }
        }
        return CompletableFuture.completedFuture(known);
    }
}
