package yuanliu.checks.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import yuanliu.web.Codes;

/// What a rule says of a thing that does not keep to it.
///
/// @param sentence    in Chinese
/// @param departments keys of those who answer for it, in order
/// @param remedy      what is to be done, where it is another than the rule's
public record Said(
        String sentence,
        List<Evidence> evidence,
        List<String> departments,
        @Nullable String remedy) {

    public Said {
        evidence = List.copyOf(evidence);
        departments = List.copyOf(departments);
    }

    static Said of(String sentence, Collection<Evidence> evidence, Facts.@Nullable Department... departments) {
        var keys = new TreeSet<>(Codes.ORDER);
        for (var department : departments) {
            if (department != null) {
                keys.add(department.key());
            }
        }
        return new Said(sentence, new ArrayList<>(evidence), new ArrayList<>(keys), null);
    }

    static Said of(String sentence, Collection<Evidence> evidence, Collection<Facts.Department> departments) {
        return of(sentence, evidence, departments.toArray(Facts.Department[]::new));
    }

    Said with(String another) {
        return new Said(sentence, evidence, departments, another);
    }
}
