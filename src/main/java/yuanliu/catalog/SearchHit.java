package yuanliu.catalog;

import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;
import yuanliu.web.Cursor;

/// A found thing, how well it fits, and where it stands among what fits as well.
record SearchHit(Entity entity, double score, long rank, SearchMatch matched) {

    static SearchHit from(MapAccessor row) {
        Value thing = row.get("thing");
        return new SearchHit(
                Kind.readAny(thing),
                row.get("score").asDouble(),
                row.get("rank").asLong(),
                SearchMatch.valueOf(row.get("matched").asString()));
    }

    Cursor place() {
        return Cursor.at(score, rank, entity.code());
    }
}
