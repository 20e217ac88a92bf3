/// The variables that can be seen, the innermost last.
struct Scope {
  /// A variable and where it is held.
  struct Entry {
    /// The variable's name.
    var name: String
    /// Where it is held.
    var slot: Slot
  }

  /// The variables; a later one hides an earlier one of the same name.
  private(set) var entries: [Entry] = []
  /// The last position of each name; built only for large scopes, as short ones are faster to walk.
  private var positions: [String: Int]?

  /// The number of variables, hidden ones included.
  var count: Int { entries.count }

  /// The position of a variable, or nil where it is not in scope.
  mutating func position(of name: String) -> Int? {
    if entries.count > 48 {
      if positions == nil { buildPositions() }
      return positions?[name]
    }
    return entries.lastIndex { $0.name == name }
  }

  /// The slot of a variable, or nil where it is not in scope.
  mutating func slot(of name: String) -> Slot? {
    position(of: name).map { entries[$0].slot }
  }

  /// The position of a variable at or after a given one.
  func position(of name: String, from start: Int) -> Int? {
    entries[start...].lastIndex { $0.name == name }
  }

  /// Brings a variable into scope.
  mutating func append(_ name: String, _ slot: Slot) {
    positions?[name] = entries.count
    entries.append(Entry(name: name, slot: slot))
  }

  /// Takes the variables from a position on out of scope.
  mutating func truncate(to count: Int) {
    guard count < entries.count else { return }
    entries.removeSubrange(count...)
    positions = nil
  }

  /// The variables of some names only.
  func keeping(_ names: [String]) -> Scope {
    var scope = Scope()
    for entry in entries where names.contains(entry.name) { scope.append(entry.name, entry.slot) }
    return scope
  }

  /// The names from a position on, each once, sorted; those that nobody wrote are left out.
  func names(from start: Int = 0) -> [String] {
    Set(entries[start...].map(\.name).filter { $0.utf8.first != 0 }).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  private mutating func buildPositions() {
    var result = [String: Int](minimumCapacity: entries.count * 2)
    for (index, entry) in entries.enumerated() { result[entry.name] = index }
    positions = result
  }
}
