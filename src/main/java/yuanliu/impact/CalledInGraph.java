package yuanliu.impact;

import it.unimi.dsi.fastutil.ints.IntCollection;
import it.unimi.dsi.fastutil.ints.IntComparator;
import it.unimi.dsi.fastutil.longs.LongComparator;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import yuanliu.lineage.Numbered;
import yuanliu.lineage.Owner;
import yuanliu.web.Codes;

/// What is meant by the numbers of a walk over the graph: it has read all of it on the way.
///
/// @param ownerCodes  by number
/// @param agreements  their keys, by number
/// @param systemCodes by key
record CalledInGraph(
        Numbered numbered, List<String> ownerCodes, List<String> agreements, Map<String, String> systemCodes)
        implements Called {

    @Override
    public void look(IntCollection fields, IntCollection owners) {
        // all is known
    }

    @Override
    public void lookSystems(Collection<String> keys) {
        // all is known
    }

    @Override
    public String fieldKey(int field) {
        return numbered.field(field).key();
    }

    @Override
    public String fieldCode(int field) {
        return numbered.field(field).code();
    }

    @Override
    public String ownerKey(int owner) {
        return numbered.owner(owner).key();
    }

    @Override
    public String ownerCode(int owner) {
        return ownerCodes.get(owner);
    }

    @Override
    public int field(String key) {
        return numbered.fieldNumber(key);
    }

    @Override
    public int owner(boolean form, String key) {
        return numbered.ownerNumber(Owner.of(form, key));
    }

    @Override
    public String agreement(long agreement) {
        return agreements.get((int) agreement);
    }

    @Override
    public String systemCode(String key) {
        return Objects.requireNonNull(systemCodes.get(key));
    }

    @Override
    public IntComparator fieldsByCode() {
        return (one, other) -> Codes.ORDER.compare(fieldCode(one), fieldCode(other));
    }

    @Override
    public IntComparator ownersByCode() {
        return (one, other) -> Codes.ORDER.compare(ownerCode(one), ownerCode(other));
    }

    @Override
    public LongComparator agreementsByKey() {
        return (one, other) -> Codes.ORDER.compare(agreement(one), agreement(other));
    }
}
