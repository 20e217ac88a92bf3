import PropertyGraph
import TestSupport
import Testing

@testable import Exchange
@testable import Persistence

struct CSVImportTests {
  private let folder = TemporaryFolder()

  @Test func `a column has the type that all its cells have`() throws {
    let graph = try nodes(
      """
      id,name,share,ok,since,at,local,zip,mixed,big
      1,Иван,0.5,true,2026-11-20,2026-11-20T10:00Z,2026-11-20T10:00,01234,1,1
      2,"",2,false,,2026-11-20T10:00:00+03:00,2026-11-20T10:00:01.5,,a,9223372036854775808
      """)
    #expect(
      graph.description == [
        #"node 0 ["Person"] at=2026-11-20T10:00Z big=1 id=1 local=2026-11-20T10:00 mixed=1 name=Иван"#
          + " ok=true share=0.5 since=2026-11-20 zip=01234",
        #"node 1 ["Person"] at=2026-11-20T10:00+03:00 big=9223372036854775808 id=2 local=2026-11-20T10:00:01.5"#
          + " mixed=a name= ok=false share=2.0",
      ])
    let types = graph.properties(of: NodeID(0)).map { (graph.name(of: $0.key), $0.value) }
    for (name, value) in types {
      switch (name, value) {
      case ("id", .integer), ("share", .float), ("ok", .boolean), ("since", .date), ("at", .dateTime),
        ("local", .localDateTime), ("zip", .string), ("mixed", .string), ("name", .string), ("big", .string):
        break
      default: Issue.record("\(name) is \(value)")
      }
    }
  }

  @Test func `a heading may ask for a type`() throws {
    let graph = try nodes("id:string,born:date,a:b\n007,2026-01-01,1\n")
    #expect(graph.description == [#"node 0 ["Person"] a:b=1 born=2026-01-01 id=007"#])
    let error = error { _ = try nodes("born:date\n2026-01-01\n2026-13-01\n") }
    #expect(error?.fact == .badCell("2026-13-01", column: "born", expected: "a date like 2026-11-20"))
    #expect(error?.position?.line == 3)
  }

  @Test func `relationships find their ends by a property`() throws {
    let people = try write("id,name\n10,a\n20,b\n", "people.csv")
    let companies = try write("id,name\n10,Acme\nX1,Bolt\n", "companies.csv")
    let jobs = try write("to;since;from\nX1;2020;10\n10;;20\n", "jobs.csv")
    let tables = [
      CSVTable(
        path: jobs,
        content: .relationships(type: "WORKS_AT", from: .init(label: "Person"), to: .init(label: "Company")),
        delimiter: ";"),
      CSVTable(path: people, content: .nodes(labels: ["Person"])),
      CSVTable(path: companies, content: .nodes(labels: ["Company", "Client"])),
    ]
    let graph = Graph()
    let report = try CSVImport.read(tables, into: graph)
    #expect(report.nodes == 4 && report.relationships == 2)
    #expect(
      graph.description.suffix(2) == [
        "relationship 0 0-WORKS_AT->3 since=2020", "relationship 1 1-WORKS_AT->2",
      ])
    // Into a graph that holds them already, in one transaction.
    let more = try write("source,target\nBolt,a\n", "more.csv")
    _ = try CSVImport.read(
      [
        CSVTable(
          path: more, content: .relationships(type: "PAYS", from: .init(key: "name"), to: .init(key: "name")))
      ],
      into: graph)
    #expect(graph.description.last == "relationship 2 3-PAYS->0")
    #expect(graph.transactions.count == 1)
  }

  @Test func `ends that are not there or not clear are errors`() throws {
    let people = try write("id,name\n1,a\n1,b\n2,c\n", "people.csv")
    func read(_ text: String) throws {
      let links = try write(text, "links.csv")
      let tables = [
        CSVTable(path: people, content: .nodes(labels: ["P"])),
        CSVTable(path: links, content: .relationships(type: "T", from: .init(), to: .init())),
      ]
      _ = try CSVImport.read(tables, into: Graph())
    }
    #expect(error { try read("from,to\n2,3\n") }?.fact == .missingNode(id: "3", relationship: "0"))
    #expect(error { try read("from,to\n2,\n") }?.fact == .missingNode(id: "", relationship: "0"))
    #expect(error { try read("from,to\n2,1\n") }?.fact == .duplicateID("1", of: .node))
    #expect(
      error { try read("from,since\n2,1\n") }?.fact == .missingColumn("to", columns: ["from", "since"]))
    #expect(error { try read("from,to\n2,2,2\n") }?.fact == .wrongCellCount(expected: 2, found: 3))
    #expect(error { try read("from,to,to\n") }?.fact == .duplicateColumn("to"))
    #expect(error { try read("") }?.fact == .unexpected(found: nil, expected: .header))
    #expect(error { try read("from,to\n2,2,2\n") }?.position?.line == 2)
  }

  @Test func `a failure takes back all that came in before`() throws {
    let graph = Graph()
    graph.begin(statement: "first")
    _ = graph.createNode(labels: [], properties: [])
    _ = graph.commit()
    let path = try write("id:integer\n1\nx\n", "nodes.csv")
    #expect(throws: DataError.self) {
      try CSVImport.read([CSVTable(path: path, content: .nodes(labels: ["P"]))], into: graph)
    }
    #expect(graph.nodeCount == 1 && !graph.isInTransaction)
  }

  private func nodes(_ text: String) throws -> Graph {
    let graph = Graph()
    let table = CSVTable(path: try write(text, "nodes.csv"), content: .nodes(labels: ["Person"]))
    _ = try CSVImport.read([table], into: graph)
    return graph
  }

  private func write(_ text: String, _ name: String) throws -> String {
    try folder.write(Array(text.utf8), to: name)
  }

  private func error(_ body: () throws -> Void) -> DataError? {
    do {
      try body()
      return nil
    } catch {
      return error as? DataError
    }
  }
}
