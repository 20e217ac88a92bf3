public import PropertyGraph

/// The values of the parameters that a statement names, in the order of the names: found once, they serve many runs.
///
/// There are a few, so that looking along a list is quicker than hashing a name.
public struct GivenParameters {
  private let names: [String]
  private(set) var values: [Value]

  /// All of some parameters.
  init(_ all: [String: Value] = [:]) {
    names = Array(all.keys)
    values = Array(all.values)
  }

  /// Those that a statement names; nil where one of them is not given.
  init?(_ names: [String], of given: [String: Value]) {
    self.names = names
    values = []
    values.reserveCapacity(names.count)
    for name in names {
      guard let value = given[name] else { return nil }
      values.append(value)
    }
  }

  /// The value of a parameter; nil, and without effect when set, where the statement does not name it.
  public subscript(_ name: String) -> Value? {
    get {
      for place in names.indices where Self.isSame(names[place], name) { return values[place] }
      return nil
    }
    set {
      if let place = names.firstIndex(of: name), let newValue { values[place] = newValue }
    }
  }

  /// Whether names are the same: those of other lengths, which are most, need no comparison.
  @inline(__always)
  private static func isSame(_ a: String, _ b: String) -> Bool { a.utf8.count == b.utf8.count && a == b }
}
