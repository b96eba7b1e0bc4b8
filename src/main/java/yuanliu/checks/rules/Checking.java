package yuanliu.checks.rules;

import java.util.ArrayList;
import java.util.List;

/// Looks with every rule that is on at everything of its kind.
public final class Checking {

    /// The version of the rules; [Terms#version()] is that of what they leave open.
    public static final String RULES = "1";

    private Checking() {}

    /// @param evaluations how often a rule looked at a thing
    public record Checked(List<Breach> breaches, long evaluations) {}

    public static Checked of(Facts facts) {
        var breaches = new ArrayList<Breach>();
        var evaluations = 0L;
        for (var rule : Rule.values()) {
            if (!facts.terms().on(rule)) {
                continue;
            }
            var severity = facts.terms().severity(rule);
            for (var subject : rule.subjects()) {
                for (var thing : facts.all(subject)) {
                    evaluations++;
                    var said = rule.judge(subject, thing, facts);
                    if (said != null) {
                        breaches.add(new Breach(rule, severity, thing, said));
                    }
                }
            }
        }
        return new Checked(breaches, evaluations);
    }
}
