package yuanliu.ownership;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.AcquisitionMode;
import yuanliu.catalog.DataField;
import yuanliu.catalog.DataResource;
import yuanliu.catalog.Department;
import yuanliu.catalog.InformationSystem;
import yuanliu.catalog.Region;
import yuanliu.web.Codes;

/// A member of a line that is the source of a unit, in its place: whoever needs the datum there takes it from here.
///
/// @param fields   what it collects or generates of the unit, the best to take it from first
/// @param resource that of the first field
/// @param system   in which that resource lies
/// @param reason   why it cannot be taken from here, in Chinese; null when it can
public record LocalSource(
        Department department,
        @Nullable Region region,
        List<DataField> fields,
        DataResource resource,
        @Nullable InformationSystem system,
        @Nullable String reason) {

    private static final String WITHHELD = "不予共享";

    private static final Comparator<Held> BEST = Comparator.comparing((Held held) -> held.obstacle() != null)
            .thenComparing(held -> held.field().acquisition() != AcquisitionMode.GENERATED)
            .thenComparing(held -> held.field().code(), Codes.ORDER);

    public LocalSource {
        fields = List.copyOf(fields);
    }

    /// Reads what a statement projects as `{department, region, held: [{field, resource, system}]}`.
    static LocalSource from(Value projection) {
        var held =
                projection.get("held").asList(Held::from).stream().sorted(BEST).toList();
        var best = held.getFirst();
        var region = projection.get("region");
        return new LocalSource(
                Department.from(projection.get("department")),
                region.isNull() ? null : Region.from(region),
                held.stream().map(Held::field).distinct().toList(),
                best.resource(),
                best.system(),
                best.obstacle());
    }

    /// Whether the datum can be had from here.
    public boolean servable() {
        return reason == null;
    }

    /// A field of the unit, and where it is kept.
    private record Held(
            DataField field,
            DataResource resource,
            @Nullable InformationSystem system) {

        static Held from(Value projection) {
            var system = projection.get("system");
            return new Held(
                    DataField.from(projection.get("field")),
                    DataResource.from(projection.get("resource")),
                    system.isNull() ? null : InformationSystem.from(system));
        }

        /// What is in the way of sharing it.
        @Nullable
        String obstacle() {
            if (WITHHELD.equals(field.sharing() == null ? resource.sharing() : field.sharing())) {
                var basis = resource.notSharedBasis();
                return "“%s.%s”不予共享%s"
                        .formatted(
                                resource.name(), field.name(), basis == null ? "（未写依据）" : "（依据“%s”）".formatted(basis));
            }
            if ("草稿".equals(resource.status())) {
                return "“%s”的状态为草稿".formatted(resource.name());
            }
            if (system != null && ("停用".equals(system.status()) || "测试".equals(system.status()))) {
                return "所在系统“%s”的状态为%s".formatted(system.name(), system.status());
            }
            return null;
        }
    }
}
