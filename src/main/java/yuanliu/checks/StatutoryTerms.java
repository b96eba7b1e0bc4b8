package yuanliu.checks;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;
import yuanliu.ownership.SourceUnit;

/// What the checks' files say that others go by too, as it is set now: so that whoever counts a term and the rule that
/// checks it never disagree.
@Component
public class StatutoryTerms {

    private final CheckRuns runs;

    StatutoryTerms(CheckRuns runs) {
        this.runs = runs;
    }

    /// Within how many working days a doubt about shared data is answered: 校核答复 of `terms.csv` (第二十六条).
    public int workingDaysToVerify() {
        return runs.terms().workingDaysToVerify();
    }

    /// The units of some that `must-verify.csv` lists.
    public Set<SourceUnit> mustBeVerified(Collection<SourceUnit> units) {
        var terms = runs.terms();
        return units.stream().filter(terms::mustBeVerified).collect(toSet());
    }
}
