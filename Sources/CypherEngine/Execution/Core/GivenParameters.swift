import PropertyGraph

/// The parameters of one run: a few, so that looking along a list is quicker than hashing a name.
struct GivenParameters {
  private let entries: [(name: String, value: Value)]

  /// All of some parameters.
  init(_ all: [String: Value] = [:]) { entries = all.map { (name: $0.key, value: $0.value) } }

  private init(_ entries: [(name: String, value: Value)]) { self.entries = entries }

  /// Those that a statement names; nil where one of them is not given.
  init?(_ names: [String], of given: [String: Value]) {
    if names.count == given.count {
      self = GivenParameters(given)
      for name in names where self[name] == nil { return nil }
    } else {
      var entries: [(name: String, value: Value)] = []
      entries.reserveCapacity(names.count)
      for name in names {
        guard let value = given[name] else { return nil }
        entries.append((name, value))
      }
      self = GivenParameters(entries)
    }
  }

  /// The value of a parameter.
  subscript(_ name: String) -> Value? {
    for entry in entries where entry.name == name { return entry.value }
    return nil
  }

  /// The values in no order.
  var values: some Sequence<Value> { entries.lazy.map(\.value) }
}
