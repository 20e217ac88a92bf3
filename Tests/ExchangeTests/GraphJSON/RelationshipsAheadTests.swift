@testable import PropertyGraph
import Synchronization
import TestSupport
import Testing

@testable import Exchange
@testable import Persistence

/// Files so large that their relationships are read beside their nodes give what small ones would.
struct RelationshipsAheadTests {
  private let folder = TemporaryFolder()
  private static let count = 40_000

  /// A file over 4 MB: `links` by number, and what else nodes have.
  private func large(
    node: (Int) -> String = { _ in "" }, id: (Int) -> String = { "\($0)" }, tail: String = "",
    link: (Int) -> String
  ) -> String {
    var text = "{\"nodes\":[\n"
    for index in 0..<Self.count {
      text += index == 0 ? "" : ",\n"
      text +=
        "{\"id\":\(id(index)),\"labels\":[\"Клиент\"],\"properties\":{\"name\":\"Клиент № \(index), ул. Ленина\""
      text += "\(node(index))}}"
    }
    text += "\n],\"relationships\":[\n"
    for index in 0..<Self.count { text += (index == 0 ? "" : ",\n") + link(index) }
    return text + "\n]\(tail)}\n"
  }

  private func link(_ index: Int, _ id: (Int) -> String = { "\($0)" }, type: String = "KNOWS") -> String {
    "{\"type\":\"\(type)\",\"from\":\(id(index)),\"to\":\(id(index / 3)),"
      + "\"properties\":{\"role\":\"r\(index % 5)\",\"name\":\"Клиент № 1, ул. Ленина\"}}"
  }

  private func read(_ text: String) throws -> (Graph, ImportReport) {
    let graph = Graph()
    let path = try folder.write(Array(text.utf8), to: "graph.json")
    #expect(text.utf8.count > ByteSource.readAheadSize)
    return (graph, try GraphJSON.read(path, into: graph))
  }

  private func check(_ graph: Graph, _ report: ImportReport, type: String = "KNOWS") {
    #expect(report.nodes == Self.count && report.relationships == Self.count)
    let lines = graph.description
    for index in stride(from: 0, to: Self.count, by: 997) {
      let expected =
        "relationship \(index) \(index)-\(type)->\(index / 3) name=Клиент № 1, ул. Ленина role=r\(index % 5)"
      #expect(lines[Self.count + index] == expected)
    }
    graph.checkInvariants()
  }

  @Test func `ids that are the nodes' numbers`() throws {
    let (graph, report) = try read(large { link($0) })
    check(graph, report)
    #expect(report.ignored == [])
  }

  @Test func `ids that are other numbers, and texts`() throws {
    for id in [{ "\($0 * 3 + 7)" }, { "\"№ \($0)\"" }, { "\(-$0)" }, { "\($0 + 5_000_000_000)" }] {
      let (graph, report) = try read(large(id: id) { link($0, id) })
      check(graph, report)
    }
  }

  @Test func `a member of the same name elsewhere loses the bet and nothing else`() throws {
    let (graph, report) = try read(
      large(node: { $0 == 17 ? ",\"a\":\"\",\"relationships\":5,\"b\":\"x \\\"relationships\\\":[\"" : "" }) {
        link($0)
      })
    check(graph, report)
    let inValue = try read(large(node: { $0 == 17 ? ",\"a\":\"relationships\"" : "" }) { link($0) })
    check(inValue.0, inValue.1)
  }

  @Test func `what follows is read on, and what means nothing is reported`() throws {
    let (graph, report) = try read(
      large(tail: ",\n\"more\":{\"nodes\":[1]}") {
        link($0).replacing("\"type\"", with: "\"weight\":1,\"type\"")
      })
    check(graph, report)
    #expect(report.ignored == ["more", "weight"])
  }

  @Test func `types and keys that the graph knows already keep their numbers`() throws {
    let graph = Graph()
    let known = [graph.intern(type: "OTHER"), graph.intern(type: "KNOWS")]
    _ = graph.intern(key: "role")
    let path = try folder.write(
      Array(large { link($0, type: $0 % 2 == 0 ? "NEW" : "KNOWS") }.utf8), to: "graph.json")
    _ = try GraphJSON.read(path, into: graph)
    #expect(graph.count(type: known[1]) == Self.count / 2 && graph.count(type: known[0]) == 0)
    #expect(graph.typeNames == ["KNOWS", "NEW", "OTHER"])
    graph.checkInvariants()
  }

  @Test(arguments: [
    ("\"to\":0,", "\"to\":4000000,", DataError.Fact.missingNode(id: "4000000", relationship: "0")),
    ("\"to\":0,", "\"to\":\"0\",", .missingNode(id: "0", relationship: "0")),
    ("\"role\":\"r0\"", "\"role\":{\"x\":1}", .notStorable("a map")),
    ("\"role\":\"r0\"", "\"role\":\"r0\",\"role\":1", .duplicateKey("role")),
  ])
  func `faults have their places`(old: String, new: String, fact: DataError.Fact) throws {
    let text = large { $0 == 0 ? link($0).replacing(old, with: new) : link($0) }
    let error = try #require(throws: DataError.self) { try read(text) }
    #expect(error.fact == fact && error.position?.line == Self.count + 3)
  }

  @Test func `a fault behind them has its place`() throws {
    let text = large(tail: ",\n\"more\":tru") { link($0) }
    let error = try #require(throws: DataError.self) { try read(text) }
    #expect(error.position?.line == 2 * Self.count + 4)
    let twice = try #require(throws: DataError.self) {
      try read(large(tail: ",\"relationships\":[]") { link($0) })
    }
    #expect(twice.fact == .duplicateKey("relationships"))
  }

  @Test func `the work can be stopped at any time`() throws {
    let path = try folder.write(Array(large { link($0) }.utf8), to: "graph.json")
    for calls in 1...12 {
      var left = calls
      let result = Result { () throws(DataError) in
        try GraphJSON.read(path, into: Graph()) { _, _ in
          left -= 1
          return left > 0
        }
      }
      switch result {
      case .success: return #expect(calls > 3)
      case .failure(let error): #expect(error.fact == .cancelled && left <= 0)
      }
    }
  }
}
