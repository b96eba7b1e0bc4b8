package yuanliu.duplicates.understanding;

/// One piece of evidence.
///
/// @param weight   what it adds to the score, 0 to 1; below 0 it speaks against
/// @param sentence in Chinese: what was seen
public record Signal(SignalKind kind, double weight, String sentence) {}
