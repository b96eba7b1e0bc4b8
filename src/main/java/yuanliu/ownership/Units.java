package yuanliu.ownership;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import yuanliu.web.Codes;

/// To which unit of 一数一源 something belongs. All who need a unit come here: so a field, a designation and a question
/// that mean the same name the same.
@Component
public class Units {

    /// Those who are asked by such a form do not speak of themselves as a natural person.
    private static final List<String> ORGANISATIONS = List.of("企业", "法人", "单位", "组织", "机关", "机构", "公司");

    private final Qualifiers qualifiers;

    public Units(@Value("${yuanliu.vocabulary.qualifiers:#{null}}") @Nullable Path own) {
        this.qualifiers = Qualifiers.read(own);
    }

    public Unit resolve(Cells cells) {
        var qualifier = qualifiers.named(word(cells.qualifier()));
        var subject = subject(cells, qualifier);
        return unit(cells, subject, isHolder(cells, qualifier, subject) ? "" : qualifier.word());
    }

    /// By each word for a part somebody plays, the word that stands for it in a unit; empty for the holder himself.
    public Map<String, String> roles() {
        return qualifiers.roles();
    }

    /// What a question may mean, the likelier first: an applicant may be the holder, or somebody who applies in a
    /// matter that is not his own.
    List<Unit> meant(Cells cells) {
        var qualifier = qualifiers.named(word(cells.qualifier()));
        var likely = resolve(cells);
        return likely.qualifier() != null || qualifier.word().isEmpty() || qualifier.isHolder()
                ? List.of(likely)
                : List.of(likely, unit(cells, subject(cells, qualifier), qualifier.word()));
    }

    private static Unit unit(Cells cells, String subject, String part) {
        var region = word(cells.region()).isEmpty() ? null : cells.region();
        var code = cells.element()
                + (subject.isEmpty() && part.isEmpty() ? "" : "/" + subject)
                + (part.isEmpty() ? "" : "/" + part)
                + (region == null ? "" : "@" + region);
        var regionName = cells.regionName() == null ? region : cells.regionName();
        return new Unit(
                code,
                cells.element(),
                orNull(subject),
                orNull(part),
                region,
                Unit.nameOf(orNull(subject), cells.elementName(), orNull(part), regionName));
    }

    /// What a qualifier is called in a unit; empty for the holder.
    String qualifier(String asked) {
        var qualifier = qualifiers.named(word(asked));
        return qualifier.isHolder() ? "" : qualifier.word();
    }

    private static String subject(Cells cells, Qualifiers.Qualifier qualifier) {
        for (var said : new @Nullable String[] {
            cells.subject(), qualifier.subject(), cells.elementSubject(), cells.ownerSubject()
        }) {
            if (!word(said).isEmpty()) {
                return word(said);
            }
        }
        return "";
    }

    /// An applicant is the holder where a natural person's own matter is recorded, not where somebody applies for an
    /// enterprise: that is what the resource is about, or the form's respondent, and else only the subject itself.
    private static boolean isHolder(Cells cells, Qualifiers.Qualifier qualifier, String subject) {
        if (qualifier.word().isEmpty() || qualifier.isHolder()) {
            return true;
        }
        var matter = word(cells.ownerSubject());
        var respondent = word(cells.respondent());
        return qualifier.isHolderAmong(subject)
                && (matter.isEmpty() || qualifier.isHolderAmong(matter))
                && ORGANISATIONS.stream().noneMatch(respondent::contains);
    }

    private static String word(@Nullable String cell) {
        return cell == null ? "" : Codes.fitted(Codes.key(cell));
    }

    private static @Nullable String orNull(String word) {
        return word.isEmpty() ? null : word;
    }
}
