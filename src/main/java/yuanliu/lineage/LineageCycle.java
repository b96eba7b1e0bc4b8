package yuanliu.lineage;

import java.util.List;

/// What comes back to itself.
///
/// @param reason in Chinese
/// @param ring   a shortest ring through the first of its things by code, each row from the one before
/// @param things everything that can be reached from one another, by code
record LineageCycle(CycleKind kind, String reason, List<Derivation> ring, List<End> things) {

    enum CycleKind {
        MISTAKE,
        BACKFLOW
    }

    LineageCycle {
        ring = List.copyOf(ring);
        things = List.copyOf(things);
    }

    String code() {
        return things.getFirst().code();
    }
}
