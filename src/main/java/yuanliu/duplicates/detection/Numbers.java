package yuanliu.duplicates.detection;

import java.util.Arrays;

/// A growing list of numbers, four bytes each.
public final class Numbers {

    private static final int[] NONE = {};

    private int[] numbers = NONE;
    private int size;

    public int size() {
        return size;
    }

    public int get(int at) {
        return numbers[at];
    }

    public void add(int number) {
        insert(size, number);
    }

    public void set(int at, int number) {
        numbers[at] = number;
    }

    void insert(int at, int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(4, size + (size >> 1)));
        }
        System.arraycopy(numbers, at, numbers, at + 1, size - at);
        numbers[at] = number;
        size++;
    }

    void removeAt(int at) {
        System.arraycopy(numbers, at + 1, numbers, at, size - at - 1);
        size--;
    }

    /// Behind the last nothing is kept free any more.
    void trim() {
        numbers = Arrays.copyOf(numbers, size);
    }

    int[] all() {
        return Arrays.copyOf(numbers, size);
    }
}
