package yuanliu.reports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.Projection;

/// What a row of a list rests on.
///
/// @param sentence in Chinese
/// @param filing   code of the filing that last changed what is spoken of; null when no filing did
/// @param row      its row in that filing's sheet
record RowEvidence(
        String sentence, @Nullable String filing, @Nullable Long row) {

    static RowEvidence of(String sentence) {
        return new RowEvidence(sentence, null, null);
    }

    /// Where a projected node was filed; nothing when it was not.
    static List<RowEvidence> filed(Value node, String sentence) {
        var batch = node.isNull() ? null : new Projection(node).textOrNull("batch");
        return batch == null
                ? List.of()
                : List.of(new RowEvidence(
                        sentence,
                        batch,
                        node.get("row").isNull() ? null : node.get("row").asLong()));
    }

    @SafeVarargs
    static List<RowEvidence> all(List<RowEvidence>... some) {
        var all = new ArrayList<RowEvidence>();
        for (var one : some) {
            all.addAll(one);
        }
        return List.copyOf(all);
    }

    /// As a cell tells it.
    String told() {
        return filing == null
                ? sentence
                : row == null ? "%s（%s）".formatted(sentence, filing) : "%s（%s 第%d行）".formatted(sentence, filing, row);
    }
}
