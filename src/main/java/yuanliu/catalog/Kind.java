package yuanliu.catalog;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.neo4j.driver.Value;

/// The kinds of things that a catalogue knows, each with its label in the graph and how its node is read.
public enum Kind {
    REGION("Region", Region::from),
    DEPARTMENT("Department", Department::from),
    INFORMATION_SYSTEM("InformationSystem", InformationSystem::from),
    DATA_RESOURCE("DataResource", DataResource::from),
    DATA_FIELD("DataField", DataField::from),
    DATA_ELEMENT("DataElement", DataElement::from),
    FORM("Form", Form::from);

    private final String label;
    private final Function<Value, Entity> reader;

    Kind(String label, Function<Value, Entity> reader) {
        this.label = label;
        this.reader = reader;
    }

    public String label() {
        return label;
    }

    /// Reads what a statement projects as `thing {.*}`.
    public Entity read(Value projection) {
        return reader.apply(projection);
    }

    public static Optional<Kind> labelled(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }

    /// Reads what a statement projects as `thing {.*, kind: labels(thing)[0]}`.
    public static Entity readAny(Value projection) {
        var label = projection.get("kind").asString();
        return labelled(label)
                .orElseThrow(() -> new IllegalStateException("No kind of entity is labelled " + label))
                .read(projection);
    }
}
