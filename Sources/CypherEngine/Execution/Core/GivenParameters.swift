import PropertyGraph

/// The parameters of one run: a few, so that looking along a list is quicker than hashing a name.
struct GivenParameters {
  private let names: [String]
  /// The values in the order of the names.
  private(set) var values: [Value]

  /// All of some parameters.
  init(_ all: [String: Value] = [:]) {
    names = Array(all.keys)
    values = Array(all.values)
  }

  /// Those that a statement names; nil where one of them is not given.
  init?(_ names: [String], of given: [String: Value]) {
    self.names = names
    values = Array(repeating: .null, count: names.count)
    if given.count == names.count {
      for (name, value) in given {
        guard let place = names.firstIndex(of: name) else { return nil }
        values[place] = value
      }
    } else {
      for (place, name) in names.enumerated() {
        guard let value = given[name] else { return nil }
        values[place] = value
      }
    }
  }

  /// The value of a parameter.
  subscript(_ name: String) -> Value? {
    for place in names.indices where names[place] == name { return values[place] }
    return nil
  }
}
