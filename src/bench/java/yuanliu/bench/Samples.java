package yuanliu.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/// Durations of one thing done many times, in milliseconds.
final class Samples {

    private final String name;
    private final List<Double> milliseconds = new ArrayList<>();

    Samples(String name) {
        this.name = name;
    }

    <T> T time(Callable<T> work) throws Exception {
        long began = System.nanoTime();
        var result = work.call();
        milliseconds.add((System.nanoTime() - began) / 1e6);
        return result;
    }

    String name() {
        return name;
    }

    int size() {
        return milliseconds.size();
    }

    void add(double milliseconds) {
        this.milliseconds.add(milliseconds);
    }

    void addAll(Samples others) {
        milliseconds.addAll(others.milliseconds);
    }

    double median() {
        return quantile(0.5);
    }

    double quantile(double share) {
        var sorted = new ArrayList<>(milliseconds);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    String row() {
        return "| %s | %d | %.1f | %.1f | %.1f |"
                .formatted(name, milliseconds.size(), median(), quantile(0.95), Collections.max(milliseconds));
    }
}
