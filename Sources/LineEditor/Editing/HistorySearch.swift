/// A search backwards through a history, letter by letter.
struct HistorySearch {
  private let entries: [String]
  /// What is looked for.
  private(set) var pattern = ""
  /// The entry that was found; nil before the first and after the last.
  private(set) var found: Int?

  /// Begins behind the newest entry.
  init(entries: [String]) { self.entries = entries }

  /// The entry that was found.
  var match: String? { found.map { entries[$0] } }

  /// Looks on for a longer or another pattern, from the entry that was found.
  mutating func look(for pattern: String) {
    let start = pattern.hasPrefix(self.pattern) ? found.map { $0 + 1 } ?? entries.count : entries.count
    self.pattern = pattern
    found = pattern.isEmpty ? nil : older(than: start) ?? found.flatMap { matches($0) ? $0 : nil }
  }

  /// Goes to the next older entry that holds the pattern; false where there is none.
  mutating func goOlder() -> Bool {
    guard !pattern.isEmpty, let next = older(than: found ?? entries.count) else { return false }
    found = next
    return true
  }

  /// Goes to the next newer entry that holds the pattern; false where there is none.
  mutating func goNewer() -> Bool {
    guard !pattern.isEmpty, let found else { return false }
    guard let next = entries.indices.dropFirst(found + 1).first(where: matches) else { return false }
    self.found = next
    return true
  }

  private func older(than index: Int) -> Int? { entries.indices.prefix(index).last(where: matches) }

  private func matches(_ index: Int) -> Bool {
    entries[index].lowercased().contains(pattern.lowercased())
  }
}
