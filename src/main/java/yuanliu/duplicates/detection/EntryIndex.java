package yuanliu.duplicates.detection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import yuanliu.duplicates.detection.Scene.Owner;
import yuanliu.duplicates.understanding.FieldName;

/// The resources of a scene, found by what entries that say the same are alike in: title, provider and system.
public final class EntryIndex {

    private static final Pattern ENDING =
            Pattern.compile("(基本信息|基础信息|信息资源|信息|数据|数据集|情况|记录|清单|名录|明细|目录|台账|登记|备案|表|库|接口|服务|查询)+$");
    private static final Pattern PLACE = Pattern.compile("^(全国|全省|全市|全区|全县|本省|本市|本区|本县|市级|省级|区级|县级|国家级)");

    /// What is left of a name without its ending must still say something: 企业 does not.
    private static final int SHORTEST_STEM = 3;

    private final Set<String> places;
    private final int longestPlace;
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, Set<String>> byTitle = new HashMap<>();
    private final Map<String, Set<String>> byDepartment = new HashMap<>();
    private final Map<String, Set<String>> bySystem = new HashMap<>();

    private record Entry(
            String name,
            String title,
            @Nullable String department,
            @Nullable String system) {}

    /// @param places names of regions: an entry's name may begin with one
    public EntryIndex(Scene scene, Set<String> places) {
        this.places = places;
        this.longestPlace = places.stream().mapToInt(String::length).max().orElse(0);
        scene.owners().forEach(this::take);
    }

    /// Takes over how a resource is now.
    public void take(Owner owner) {
        if (owner.form()) {
            return;
        }
        var before = entries.get(owner.key());
        var now = new Entry(
                owner.name(),
                before != null && before.name().equals(owner.name())
                        ? before.title()
                        : titles.computeIfAbsent(owner.name(), this::titleOf),
                owner.department() == null ? null : owner.department().key(),
                owner.system() == null ? null : owner.system().key());
        if (now.equals(before)) {
            return;
        }
        if (before != null) {
            remove(byTitle, before.title(), owner.key());
            remove(byDepartment, before.department(), owner.key());
            remove(bySystem, before.system(), owner.key());
        }
        entries.put(owner.key(), now);
        add(byTitle, now.title(), owner.key());
        add(byDepartment, now.department(), owner.key());
        add(bySystem, now.system(), owner.key());
    }

    private static void add(Map<String, Set<String>> by, @Nullable String word, String key) {
        if (word != null && !word.isEmpty()) {
            by.computeIfAbsent(word, any -> new HashSet<>(2)).add(key);
        }
    }

    private static void remove(Map<String, Set<String>> by, @Nullable String word, String key) {
        if (word != null && by.get(word) != null) {
            Objects.requireNonNull(by.get(word)).remove(key);
        }
    }

    /// What a name says of the content: without the place before it and the words for a table behind it.
    String title(Owner resource) {
        return entry(resource).title();
    }

    Set<String> ofTitle(Owner resource) {
        return byTitle.getOrDefault(entry(resource).title(), Set.of());
    }

    Set<String> ofDepartment(Owner resource) {
        return byDepartment.getOrDefault(String.valueOf(entry(resource).department()), Set.of());
    }

    Set<String> ofSystem(Owner resource) {
        return bySystem.getOrDefault(String.valueOf(entry(resource).system()), Set.of());
    }

    private Entry entry(Owner resource) {
        return Objects.requireNonNull(entries.get(resource.key()), resource.key());
    }

    private String titleOf(String name) {
        var title = FieldName.of(name).bare();
        for (var length = Math.min(longestPlace, title.length() - 2); length > 0; length--) {
            if (places.contains(title.substring(0, length))) {
                title = title.substring(length);
                break;
            }
        }
        title = PLACE.matcher(title).replaceFirst("");
        var stem = ENDING.matcher(title).replaceFirst("");
        return stem.length() < SHORTEST_STEM ? title : stem;
    }
}
