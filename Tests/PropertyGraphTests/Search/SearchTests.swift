@testable import PropertyGraph
import Testing

struct SearchTests {
  private static func isFound(_ part: String, in text: String) -> Bool {
    FoldedNeedle(part)?.isFound(in: text) ?? false
  }

  @Test(arguments: [
    ("соколова", "Анна СОКОЛОВА"), ("СОКОЛ", "Анна Соколова"), ("ann", "Joanna"), ("ÉCOLE", "école"),
    ("σ", "Σ"),
    ("kelvin", "\u{212A}elvin"), ("👩‍👧", "two 👩‍👧 here"), ("ß", "Straße"), ("x", "x"),
    ("ы", String(repeating: "ъ", count: 100) + "Ы"),
    ("end", String(repeating: "en", count: 200) + "END"), ("\u{301}", "e\u{301}"),
  ])
  func `a text is found whatever its case`(_ part: String, _ text: String) {
    #expect(Self.isFound(part, in: text))
  }

  @Test(arguments: [("b", "a"), ("ab", "a b"), ("е", "e"), ("aa", "a"), ("я", ""), ("ы", "\u{44A}")])
  func `what is not there is not found`(_ part: String, _ text: String) {
    #expect(!Self.isFound(part, in: text))
  }

  @Test func `places agree with a naive search on random texts`() {
    var random = SystemRandomNumberGenerator()
    let letters = Array("aAbBкКЯя·😀é ")
    for _ in 0..<2_000 {
      let text = String(
        (0..<Int.random(in: 0...90, using: &random)).map { _ in letters.randomElement() ?? "a" })
      let part = String(
        (0..<Int.random(in: 1...3, using: &random)).map { _ in letters.randomElement() ?? "a" })
      let isThere = Array(text.lowercased().unicodeScalars).contains(
        slice: Array(part.lowercased().unicodeScalars))
      #expect(Self.isFound(part, in: text) == isThere, "'\(part)' in '\(text)'")
    }
  }

  @Test func `nothing is found across two strings, and nothing by an empty text`() {
    let graph = Graph()
    graph.begin(statement: "")
    let name = graph.intern(key: "name")
    for text in ["ab", "cd", "abcd"] { _ = graph.createNode(labels: [], properties: [(name, .string(text))]) }
    _ = graph.commit()
    #expect(graph.search(for: "bc").hits.map(\.node.rawValue) == [2])
    #expect(graph.search(for: "").count == 0)
    #expect(Graph().search(for: "a").count == 0)
  }

  @Test
  func
    `names come first in their order, then the rest from the youngest; a node counts once; the gone are gone`()
  {
    let graph = Graph()
    graph.begin(statement: "")
    let (name, note) = (graph.intern(key: "name"), graph.intern(key: "note"))
    let texts: [(KeyID, Value)] = [
      (note, .string("an old acme note")), (name, .string("Zacme")), (name, .string("Acme")),
      (note, .string("acme again")), (name, .integer(5)),
      (name, .string("acme gone")),
    ]
    let nodes = texts.map { graph.createNode(labels: [], properties: [$0]) }
    graph.set(note, of: nodes[2], to: .string("Acme's note"))
    graph.set(note, of: nodes[4], to: .list([.string("acme in a list")]))
    graph.delete(nodes[5])
    _ = graph.commit()
    let all = graph.search(for: "ACME", preferring: [name])
    #expect(all.hits.map(\.node) == [nodes[2], nodes[1], nodes[3], nodes[0]])
    #expect(all.hits.map(\.key) == [name, name, note, note] && all.count == 4)
    let some = graph.search(for: "ACME", preferring: [name], most: 3)
    #expect(some.hits.map(\.node) == [nodes[2], nodes[1], nodes[3]] && some.count == 4)
  }

  @Test func `of many the first few are the same as of all`() {
    let graph = Graph()
    graph.begin(statement: "")
    let name = graph.intern(key: "name")
    for number in 0..<1_000 {
      _ = graph.createNode(labels: [], properties: [(name, .string("Name \((number * 7_919) % 1_000)"))])
    }
    _ = graph.commit()
    let all = graph.search(for: "NAME", preferring: [name]).hits.map(\.node)
    #expect(graph.search(for: "NAME", preferring: [name], most: 10).hits.map(\.node) == Array(all.prefix(10)))
    #expect(all.count == 1_000)
  }
}

extension Array where Element: Equatable {
  /// Whether another array stands somewhere in it.
  fileprivate func contains(slice: [Element]) -> Bool {
    guard slice.count <= count else { return false }
    return (0...(count - slice.count)).contains { Array(self[$0..<($0 + slice.count)]) == slice }
  }
}
