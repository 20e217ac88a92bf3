import PropertyGraph

@testable import Shell

/// A small book to complete from: two clients, three people, a product.
struct CompletionSupport {
  let graph = Graph()

  init() {
    graph.begin(statement: "test")
    let steel = add(["Company", "Client"], "Северсталь")
    let acme = add(["Company", "Client", "Competitor"], "Acme for Steel")
    add(["Product"], "bearings")
    for (name, company) in [("Иван Петров", steel), ("Иван Сидоров", acme), ("Ирина Котова", steel)] {
      let person = add(["Person"], name)
      _ = graph.createRelationship(
        graph.intern(type: "WORKS_AT"), from: person, to: company, properties: [])
    }
    let vessel = add(["Корабль"], "Аврора")
    graph.set(graph.intern(key: "год спуска"), of: vessel, to: .integer(1900))
    graph.commit()
  }

  @discardableResult
  func add(_ labels: [String], _ name: String) -> NodeID {
    graph.createNode(
      labels: labels.map { graph.intern(label: $0) },
      properties: [(graph.intern(key: "name"), .string(name))])
  }

  var completer: Completer {
    Completer(
      registry: .standard, graph: graph,
      variables: ["threshold": .float(0.1), "row": .map(ValueMap()), "имя": .string("x")],
      snapshots: ["before"],
      today: CalendarDate(year: 2026, month: 11, day: 20) ?? CalendarDate(daysSinceEpoch: 0))
  }

  /// The candidates at the mark `|` in a text.
  func candidates(_ marked: String) -> [Candidate] {
    let parts = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    return completer.candidates(in: parts.joined(), at: parts[0].utf8.count)
  }

  /// The line for each candidate once it is put in.
  func completed(_ marked: String) -> [String] {
    let before = Array(marked.utf8.prefix { $0 != UInt8(ascii: "|") })
    return candidates(marked).map { String(decoding: before[..<$0.start], as: UTF8.self) + $0.text }
  }

  /// What lists call the candidates.
  func labels(_ marked: String) -> [String] { candidates(marked).map(\.label) }
}
