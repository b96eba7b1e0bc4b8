package yuanliu.duplicates.understanding;

import org.jspecify.annotations.Nullable;

/// All that is filed of a field, as far as it tells what the field means.
public final class Described {

    private final String name;
    private final @Nullable String element;
    private final @Nullable String physicalName;
    private final @Nullable String baseType;
    private final @Nullable Long maxLength;
    private final @Nullable String codeList;
    private final @Nullable String description;
    private final @Nullable String subject;
    private final @Nullable String qualifier;
    private final String ownerName;
    private final @Nullable String ownerSubject;
    private final @Nullable String ownerSummary;
    private final @Nullable String population;
    private final @Nullable String respondent;
    private boolean nameAsked;
    private boolean summaryAsked;
    private boolean populationAsked;

    /// @param element      the key of the element it is filed or confirmed under
    /// @param baseType     what its type comes to, in any notation
    /// @param maxLength    in characters or digits
    /// @param ownerName    of the resource or form
    /// @param ownerSubject of the resource
    /// @param ownerSummary of the resource
    /// @param population   of the resource
    /// @param respondent   of the form
    public Described(
            String name,
            @Nullable String element,
            @Nullable String physicalName,
            @Nullable String baseType,
            @Nullable Long maxLength,
            @Nullable String codeList,
            @Nullable String description,
            @Nullable String subject,
            @Nullable String qualifier,
            String ownerName,
            @Nullable String ownerSubject,
            @Nullable String ownerSummary,
            @Nullable String population,
            @Nullable String respondent) {
        this.name = name;
        this.element = element;
        this.physicalName = physicalName;
        this.baseType = baseType;
        this.maxLength = maxLength;
        this.codeList = codeList;
        this.description = description;
        this.subject = subject;
        this.qualifier = qualifier;
        this.ownerName = ownerName;
        this.ownerSubject = ownerSubject;
        this.ownerSummary = ownerSummary;
        this.population = population;
        this.respondent = respondent;
    }

    /// What of its owner's name, summary and population was looked at. A field that is described alike elsewhere, by an
    /// owner of the same subject and respondent who has the same of these, is the same.
    public OwnerAsked ownerAsked() {
        return new OwnerAsked(nameAsked, summaryAsked, populationAsked);
    }

    public String name() {
        return name;
    }

    @Nullable
    String element() {
        return element;
    }

    @Nullable
    String physicalName() {
        return physicalName;
    }

    @Nullable
    String baseType() {
        return baseType;
    }

    @Nullable
    Long maxLength() {
        return maxLength;
    }

    @Nullable
    String codeList() {
        return codeList;
    }

    @Nullable
    String description() {
        return description;
    }

    @Nullable
    String subject() {
        return subject;
    }

    @Nullable
    String qualifier() {
        return qualifier;
    }

    String ownerName() {
        nameAsked = true;
        return ownerName;
    }

    @Nullable
    String ownerSubject() {
        return ownerSubject;
    }

    @Nullable
    String ownerSummary() {
        summaryAsked = true;
        return ownerSummary;
    }

    @Nullable
    String population() {
        populationAsked = true;
        return population;
    }

    @Nullable
    String respondent() {
        return respondent;
    }
}
