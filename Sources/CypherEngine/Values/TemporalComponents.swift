import PropertyGraph

/// The components of points and spans of time: `value.key`.
enum TemporalComponents {
  /// The component of a temporal value or duration; nil where the value is another or has no such component.
  static func property(_ name: String, of value: Value) -> Value? { nil }
}
