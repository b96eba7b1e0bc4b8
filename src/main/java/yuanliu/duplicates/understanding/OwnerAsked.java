package yuanliu.duplicates.understanding;

/// What was looked at of a field's owner to understand the field.
public record OwnerAsked(boolean name, boolean summary, boolean population) {

    public static final OwnerAsked NOTHING = new OwnerAsked(false, false, false);

    public OwnerAsked and(OwnerAsked other) {
        return new OwnerAsked(name || other.name, summary || other.summary, population || other.population);
    }
}
