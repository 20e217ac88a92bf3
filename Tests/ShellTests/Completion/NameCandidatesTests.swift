import PropertyGraph
import Testing

@testable import Shell

struct NameCandidatesTests {
  let book = CompletionSupport()

  private func names(_ text: String, _ labels: String...) -> [String] {
    NameCandidates(book.graph).names(beginning: text, labels: labels).map(\.name)
  }

  @Test func `an empty graph and an unknown label have no names`() {
    #expect(NameCandidates(Graph()).names(beginning: "", labels: ["Client"]).isEmpty)
    #expect(names("", "Nothing").isEmpty)
  }

  @Test func `with an index the answers are the same`() throws {
    let before = ["", "и", "ИР", "кот", "x"].map { names($0, "Person") }
    let graph = book.graph
    let person = try #require(graph.label("Person"))
    let name = try #require(graph.key("name"))
    graph.begin(statement: "index")
    graph.createIndex(name: nil, label: person, key: name, isUnique: false)
    graph.commit()
    #expect(["", "и", "ИР", "кот", "x"].map { names($0, "Person") } == before)
    #expect(before[1] == ["Иван Петров", "Иван Сидоров", "Ирина Котова"])
  }

  @Test func `a node with several of the labels is named once`() {
    #expect(names("", "Client", "Competitor", "Company") == ["Acme for Steel", "Северсталь"])
  }

  @Test func `a name that is no text is left out`() {
    let graph = book.graph
    graph.begin(statement: "odd")
    _ = graph.createNode(
      labels: [graph.intern(label: "Person")], properties: [(graph.intern(key: "name"), .integer(7))])
    graph.commit()
    #expect(names("", "Person") == ["Иван Петров", "Иван Сидоров", "Ирина Котова"])
  }
}
