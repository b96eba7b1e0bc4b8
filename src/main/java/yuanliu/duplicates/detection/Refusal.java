package yuanliu.duplicates.detection;

/// That something was looked at and not held against anybody, and why.
///
/// @param asset    the key of the field, resource or form
/// @param sentence in Chinese, with the evidence
public record Refusal(String asset, Gate gate, String sentence) {}
