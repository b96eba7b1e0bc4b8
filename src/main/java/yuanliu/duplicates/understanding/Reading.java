package yuanliu.duplicates.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a field was understood to be.
///
/// @param subject    the subject that decides its unit, as filed or as its name says
/// @param qualifier  the part that decides its unit, as filed or as its name says
/// @param confidence 0 to 1
/// @param filed      whether people said which element it is; else it is a proposal
/// @param signals    by what it was understood
public record Reading(
        Element element,
        @Nullable String subject,
        @Nullable String qualifier,
        double confidence,
        boolean filed,
        List<Signal> signals) {

    public Reading {
        signals = List.copyOf(signals);
    }
}
