package yuanliu.impact;

import it.unimi.dsi.fastutil.ints.IntCollection;
import it.unimi.dsi.fastutil.ints.IntComparator;
import it.unimi.dsi.fastutil.longs.LongComparator;
import java.util.Collection;

/// What is meant by the numbers of what is hit, and how they follow each other by their codes. Who needs many says so
/// before.
interface Called {

    void look(IntCollection fields, IntCollection owners);

    String fieldKey(int field);

    String fieldCode(int field);

    String ownerKey(int owner);

    String ownerCode(int owner);

    /// The number of a field, or -1 when no such field is hit.
    int field(String key);

    /// The number of a resource or form, or -1 when no such thing is hit.
    int owner(boolean form, String key);

    /// The key of an agreement.
    String agreement(long agreement);

    void lookSystems(Collection<String> keys);

    String systemCode(String key);

    IntComparator fieldsByCode();

    IntComparator ownersByCode();

    LongComparator agreementsByKey();
}
