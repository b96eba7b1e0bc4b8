package yuanliu.web;

import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.Instrumentation;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.ErrorType;

/// How much one question may ask for. What is too deep or too much is refused before anything is read. The parser's own
/// limits (tokens, characters) are graphql-java's.
@Configuration(proxyBeanMethods = false)
class QueryLimits {

    private static final int USUAL_FIRST = 50;
    private static final int MOST_FIRST = 500;

    @Bean
    Instrumentation depthLimit(@Value("${yuanliu.query-depth:25}") int most) {
        return new MaxQueryDepthInstrumentation(most) {
            @Override
            protected AbortExecutionException mkAbortException(int depth, int maxDepth) {
                return new TooMuch("查询嵌套 %d 层,超过上限 %d 层:请减少嵌套".formatted(depth, maxDepth));
            }
        };
    }

    @Bean
    Instrumentation costLimit(@Value("${yuanliu.query-cost:500000}") int most) {
        return new MaxQueryComplexityInstrumentation(most, QueryLimits::cost) {
            @Override
            protected AbortExecutionException mkAbortException(int cost, int maxCost) {
                return new TooMuch("查询约需读取 %d 项,超过上限 %d 项:请减小 first 或减少字段".formatted(cost, maxCost));
            }
        };
    }

    /// A field counts one; what stands under a list counts as often as the list may be long.
    static int cost(FieldComplexityEnvironment field, int below) {
        var list = field.getFieldDefinition().getArgument("first") != null;
        var cost = 1L + (list ? (long) below * first(field) : below);
        return (int) Math.min(cost, Integer.MAX_VALUE);
    }

    private static int first(FieldComplexityEnvironment field) {
        return field.getArguments().get("first") instanceof Integer first
                ? Math.clamp(first, 1, MOST_FIRST)
                : USUAL_FIRST;
    }

    private static final class TooMuch extends AbortExecutionException {

        TooMuch(String sentence) {
            super(sentence);
        }

        @Override
        public Map<String, Object> getExtensions() {
            return Map.of("classification", ErrorType.BAD_REQUEST.name());
        }
    }
}
