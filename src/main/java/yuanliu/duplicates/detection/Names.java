package yuanliu.duplicates.detection;

import java.util.Arrays;

/// How alike names are, one after the other held against many.
final class Names {

    /// Twice as many places as a name that fits into a word has letters, so that looking for one ends soon.
    private static final int PLACES = 128;

    private String one = "";
    private final char[] letters = new char[PLACES];
    private final long[] where = new long[PLACES];

    /// Twice the length of the longest common subsequence over the sum of both lengths: 0 to 1.
    double likeness(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? 0 : 2.0 * common(one, other) / (one.length() + other.length());
    }

    /// Whether they are at least so alike; two of very different length are not looked at.
    boolean areAlike(String one, String other, double least) {
        return 2.0 * Math.min(one.length(), other.length()) / (one.length() + other.length()) >= least
                && likeness(one, other) >= least;
    }

    /// All lengths of one row at once, a bit for each place of the one name where they do not grow.
    private int common(String one, String other) {
        if (one.length() > Long.SIZE) {
            return commonOfLong(one, other);
        }
        hold(one);
        var still = -1L;
        for (int i = 0; i < other.length(); i++) {
            var met = still & where[place(other.charAt(i))];
            still = (still + met) | (still - met);
        }
        return Long.bitCount(~still << Long.SIZE - one.length());
    }

    private void hold(String name) {
        if (one.equals(name)) {
            return;
        }
        Arrays.fill(letters, '\0');
        Arrays.fill(where, 0);
        one = name;
        for (int i = 0; i < name.length(); i++) {
            var place = place(name.charAt(i));
            letters[place] = name.charAt(i);
            where[place] |= 1L << i;
        }
    }

    /// Where a letter is, or would be: nothing is kept of the empty letter, which no name has.
    private int place(char letter) {
        var place = letter * 31 & PLACES - 1;
        while (letters[place] != '\0' && letters[place] != letter) {
            place = place + 1 & PLACES - 1;
        }
        return place;
    }

    private static int commonOfLong(String one, String other) {
        var lengths = new int[one.length() + 1][other.length() + 1];
        for (int i = 1; i <= one.length(); i++) {
            for (int j = 1; j <= other.length(); j++) {
                lengths[i][j] = one.charAt(i - 1) == other.charAt(j - 1)
                        ? lengths[i - 1][j - 1] + 1
                        : Math.max(lengths[i - 1][j], lengths[i][j - 1]);
            }
        }
        return lengths[one.length()][other.length()];
    }
}
