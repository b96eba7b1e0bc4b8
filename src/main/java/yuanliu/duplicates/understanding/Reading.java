package yuanliu.duplicates.understanding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a field was understood to be.
///
/// @param subject    the subject that decides its unit, as filed or as its name says
/// @param qualifier  the part that decides its unit, as filed or as its name says
/// @param confidence 0 to 1
/// @param filed      whether people said which element it is; else it is a proposal
/// @param evidence   by what it was understood, beside that people said so
public record Reading(
        Element element,
        @Nullable String subject,
        @Nullable String qualifier,
        double confidence,
        boolean filed,
        List<Evidence> evidence) {

    public Reading {
        evidence = List.copyOf(evidence);
    }

    /// By what it was understood, in words.
    public List<Signal> signals() {
        var signals = new ArrayList<Signal>(evidence.size() + 1);
        if (filed) {
            signals.add(new Signal(SignalKind.ELEMENT, 1, "已登记为数据元“%s”(%s)".formatted(element.name(), element.code())));
        }
        evidence.forEach(one -> signals.add(one.signal()));
        return List.copyOf(signals);
    }
}
