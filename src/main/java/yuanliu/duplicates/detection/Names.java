package yuanliu.duplicates.detection;

/// How alike two names are.
final class Names {

    private Names() {}

    /// Twice the length of the longest common subsequence over the sum of both lengths: 0 to 1.
    static double likeness(String one, String other) {
        var lengths = new int[one.length() + 1][other.length() + 1];
        for (int i = 1; i <= one.length(); i++) {
            for (int j = 1; j <= other.length(); j++) {
                lengths[i][j] = one.charAt(i - 1) == other.charAt(j - 1)
                        ? lengths[i - 1][j - 1] + 1
                        : Math.max(lengths[i - 1][j], lengths[i][j - 1]);
            }
        }
        return one.isEmpty() || other.isEmpty()
                ? 0
                : 2.0 * lengths[one.length()][other.length()] / (one.length() + other.length());
    }
}
