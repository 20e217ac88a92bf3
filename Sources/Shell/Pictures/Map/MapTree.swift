import PropertyGraph
import TerminalText

/// A map as a tree of text.
struct MapTree {
  private let map: DecisionMap
  private let forest: MapForest
  private let isPlain: Bool
  private let width: Int
  private var lines: [String] = []

  /// The tree.
  ///
  /// - Parameter columns: the columns of the terminal; nil for none, and nothing is broken.
  static func text(_ map: DecisionMap, glyphs: Glyphs, columns: Int?) -> String {
    var tree = MapTree(map, isPlain: glyphs == .plain, width: columns ?? .max)
    tree.write()
    return tree.lines.joined(separator: "\n")
  }

  private init(_ map: DecisionMap, isPlain: Bool, width: Int) {
    self.map = map
    forest = MapForest(map)
    self.isPlain = isPlain
    self.width = width
  }

  private mutating func write() {
    write("\(map.client): the deciding collective on \(map.day.text)", first: "", rest: "  ")
    if map.people.isEmpty { write("nobody is known there", first: "  ", rest: "  ") }
    // A stack instead of recursion: reporting lines can be as deep as there are people.
    var waiting = forest.roots.reversed().map { (person: $0, lead: "", isLast: false, isRoot: true) }
    while let next = waiting.popLast() {
      if next.isRoot { lines.append("") }
      let branch = next.isRoot ? "" : isPlain ? (next.isLast ? "`- " : "|- ") : (next.isLast ? "└─ " : "├─ ")
      let under = next.lead + (next.isRoot ? "" : next.isLast ? "   " : isPlain ? "|  " : "│  ")
      let below = forest.below[next.person]
      write(
        next.person, first: next.lead + branch, rest: under + (below.isEmpty ? "  " : isPlain ? "| " : "│ "))
      for (index, person) in below.enumerated().reversed() {
        waiting.append((person, under, index == below.count - 1, false))
      }
    }
    guard !map.rivals.isEmpty else { return }
    lines += ["", "Competitors"]
    for rival in map.rivals {
      let words = DecisionMap.words(rival)
      write(rival.name + (words.isEmpty ? "" : ": \(words)"), first: "  ", rest: "    ")
    }
  }

  private mutating func write(_ place: Int, first: String, rest: String) {
    let person = map.people[place]
    let away = person.works ? nil : "works elsewhere"
    write(
      [person.name, person.title ?? away].compactMap { $0 }.joined(separator: isPlain ? " - " : " · "),
      first: first, rest: rest)
    for role in person.roles { write(DecisionMap.words(role), first: rest + " ", rest: rest + "   ") }
    write(
      "\(DecisionMap.words(person.knownTo)); \(map.lastMet(person))", first: rest + " ", rest: rest + "   ")
    for relation in map.relations(of: place) { write(relation, first: rest + " ", rest: rest + "   ") }
    for other in forest.others[place] {
      write("reports to \(map.people[other].name) as well", first: rest + " ", rest: rest + "   ")
    }
  }

  /// Writes a text over as many lines as it needs.
  private mutating func write(_ text: String, first: String, rest: String) {
    // Deep in a tree something must be left for the words.
    let room = max(20, width == .max ? .max : width - DisplayWidth.of(rest))
    for (index, line) in CellText.lines(of: SafeText.of(text), width: room, limit: .max).lines.enumerated() {
      lines.append((index == 0 ? first : rest) + line)
    }
  }
}
