package yuanliu.reports;

import java.util.List;

/// The items of an entry as a cell tells them: the first two hundred by name, and how many there are.
record Items(List<String> names, int count) {

    String told() {
        var told = String.join("、", names);
        return names.size() < count ? "%s……等 %d 项".formatted(told, count) : told;
    }
}
