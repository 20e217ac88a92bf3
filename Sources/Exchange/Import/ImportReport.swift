/// What an import brought in.
public struct ImportReport: Equatable, Sendable {
  /// The number of nodes.
  public var nodes = 0
  /// The number of relationships.
  public var relationships = 0
  /// The members of the file that mean nothing here and were passed over, sorted.
  public var ignored: [String] = []

  /// Makes a report of nothing.
  public init() {}
}
