package yuanliu.cypher;

/// A Cypher statement from a file.
///
/// @param name where it is kept, without the ending: `lineage/reached-upstream`
/// @param text what is sent to Neo4j, heading included
public record Statement(String name, String text) {

    @Override
    public String toString() {
        return name;
    }
}
