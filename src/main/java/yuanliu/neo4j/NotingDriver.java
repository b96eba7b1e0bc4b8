package yuanliu.neo4j;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionCallback;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Notes of every transaction of the application that wrote something which one it was, and reads statement by
/// statement.
final class NotingDriver {

    private final Commits commits;

    private NotingDriver(Commits commits) {
        this.commits = commits;
    }

    @Configuration(proxyBeanMethods = false)
    static class Noting {

        @Bean
        static BeanPostProcessor driversNoted(ObjectProvider<Commits> commits) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof Driver driver ? new NotingDriver(commits.getObject()).noted(driver) : bean;
                }
            };
        }
    }

    private Driver noted(Driver driver) {
        return proxy(Driver.class, driver, (method, given) -> {
            var made = call(driver, method, given);
            return made instanceof Session session ? reads(given) ? reading(session) : noted(session) : made;
        });
    }

    /// Whether what opens a session says that it only reads.
    private static boolean reads(@Nullable Object[] given) {
        for (var one : given) {
            if (one instanceof SessionConfig config) {
                return config.defaultAccessMode() == AccessMode.READ;
            }
        }
        return false;
    }

    /// Neo4j refuses its writes, so there is nothing to note.
    private static Session reading(Session session) {
        return proxy(
                Session.class,
                session,
                (method, given) -> method.getName().equals("beginTransaction")
                        ? new ReadingTransaction(
                                session, given.length == 0 ? TransactionConfig.empty() : (TransactionConfig) given[0])
                        : call(session, method, given));
    }

    private Session noted(Session session) {
        // each statement that is a transaction by itself, by its commit
        var alone = new LinkedHashMap<Long, Result>();
        return proxy(Session.class, session, (method, given) -> {
            switch (method.getName()) {
                case "executeWrite" -> {
                    var wrote = new boolean[1];
                    // each time that it is tried
                    var underWay = new ArrayList<Long>();
                    @SuppressWarnings("unchecked")
                    var work = (TransactionCallback<@Nullable Object>) given[0];
                    try {
                        var answer = call(session, method, inPlaceOfFirst(given, (TransactionCallback<@Nullable Object>)
                                transaction -> {
                                    var results = new ArrayList<Result>();
                                    var done = work.execute(noted(TransactionContext.class, transaction, results));
                                    wrote[0] = wrote(results);
                                    underWay.add(commits.begin());
                                    return done;
                                }));
                        note(session, underWay.getLast(), wrote[0]);
                        return answer;
                    } finally {
                        underWay.forEach(commits::over);
                    }
                }
                case "beginTransaction" -> {
                    return noted(session, (Transaction) java.util.Objects.requireNonNull(call(session, method, given)));
                }
                case "run" -> {
                    var underWay = commits.begin();
                    try {
                        var result = (Result) java.util.Objects.requireNonNull(call(session, method, given));
                        alone.put(underWay, result);
                        return result;
                    } finally {
                        if (!alone.containsKey(underWay)) {
                            commits.over(underWay);
                        }
                    }
                }
                case "close" -> {
                    for (var one : alone.entrySet()) {
                        try {
                            note(session, one.getKey(), wrote(one.getValue()));
                        } catch (Neo4jException failed) {
                            // a statement that failed wrote nothing; who ran it was told, or is by the session's end
                            continue;
                        } finally {
                            commits.over(one.getKey());
                        }
                    }
                    return call(session, method, given);
                }
                default -> {
                    return call(session, method, given);
                }
            }
        });
    }

    private Transaction noted(Session session, Transaction transaction) {
        var results = new ArrayList<Result>();
        return proxy(Transaction.class, transaction, (method, given) -> {
            if (method.getName().equals("commit")) {
                var wrote = wrote(results);
                var underWay = commits.begin();
                try {
                    var answer = call(transaction, method, given);
                    note(session, underWay, wrote);
                    return answer;
                } finally {
                    commits.over(underWay);
                }
            }
            return kept(results, call(transaction, method, given));
        });
    }

    private static <T> T noted(Class<T> type, T transaction, List<Result> results) {
        return proxy(type, transaction, (method, given) -> kept(results, call(transaction, method, given)));
    }

    private static @Nullable Object kept(List<Result> results, @Nullable Object made) {
        if (made instanceof Result result) {
            results.add(result);
        }
        return made;
    }

    /// Whether any of these statements changed anything. What was not read of a result is let go, as the end of its
    /// transaction would have done.
    private static boolean wrote(List<Result> results) {
        var wrote = false;
        for (var result : results) {
            wrote |= wrote(result);
        }
        results.clear();
        return wrote;
    }

    private static boolean wrote(Result result) {
        var counters = result.consume().counters();
        return counters.containsUpdates() || counters.containsSystemUpdates();
    }

    private void note(Session session, long commit, boolean wrote) {
        if (wrote) {
            commits.committed(commit, session.lastBookmarks());
        }
    }

    private interface Calls {
        @Nullable
        Object call(Method method, @Nullable Object[] given) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T behind, Calls calls) {
        InvocationHandler handler = (proxy, method, given) -> {
            var arguments = given == null ? new Object[0] : given;
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            return method.getDeclaringClass() == Object.class
                    ? call(behind, method, arguments)
                    : calls.call(method, arguments);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object[] inPlaceOfFirst(@Nullable Object[] given, Object first) {
        var others = given.clone();
        others[0] = first;
        return others;
    }

    private static @Nullable Object call(Object on, Method method, @Nullable Object[] given) throws Throwable {
        try {
            return method.invoke(on, given);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }
}
