/// Goes back and forth through a history, and keeps what was changed on the way.
struct Recall {
  private let entries: [String]
  private var position: Int
  private var changed: [Int: String] = [:]

  /// Begins behind the newest entry.
  init(entries: [String]) {
    self.entries = entries
    position = entries.count
  }

  /// The entry before, given the text that is left; nil at the oldest.
  mutating func older(leaving text: String) -> String? { move(to: position - 1, leaving: text) }

  /// The entry after, or the text that was being typed; nil behind it.
  mutating func newer(leaving text: String) -> String? { move(to: position + 1, leaving: text) }

  private mutating func move(to next: Int, leaving text: String) -> String? {
    guard (0...entries.count).contains(next) else { return nil }
    changed[position] = text
    position = next
    return changed[next] ?? (next < entries.count ? entries[next] : "")
  }
}
