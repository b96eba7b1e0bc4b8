package yuanliu.duplicates.detection;

/// How sure a finding is, surest first.
public enum Band {
    CONFIRMED(0.9),
    HIGH(0.75),
    MEDIUM(0.5),
    LOW(0);

    private final double from;

    Band(double from) {
        this.from = from;
    }

    public static Band of(double score) {
        for (var band : values()) {
            if (score >= band.from) {
                return band;
            }
        }
        return LOW;
    }

    /// The highest score that is in this band still, to two places.
    double most() {
        return this == CONFIRMED ? 1 : values()[ordinal() - 1].from - 0.01;
    }
}
