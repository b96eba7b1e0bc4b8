package yuanliu.catalog;

import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;
import yuanliu.web.Cursor;

/// A found thing, how well it fits, and where it stands.
///
/// @param exact how many have the text as code or name, up to this one
/// @param part  how many have its words, up to this one; 0 while those that have it as code or name are told
record SearchHit(Entity entity, double score, SearchMatch matched, long exact, long part) {

    static SearchHit from(MapAccessor row, long exact, long part) {
        Value thing = row.get("thing");
        return new SearchHit(
                Kind.readAny(thing),
                row.get("score").asDouble(),
                SearchMatch.valueOf(row.get("matched").asString()),
                exact,
                part);
    }

    Cursor place() {
        return Cursor.at(exact, part);
    }
}
