import Glibc
import PropertyGraph
import TestSupport
import Testing

@testable import Exchange
@testable import Persistence

struct GraphJSONTests {
  private let folder = TemporaryFolder()

  @Test func `nodes and relationships come in, and ids become properties`() throws {
    let graph = try read(
      """
      {"nodes":[
      {"id":7,"labels":["Person","Buyer"],"properties":{"name":"Иван","age":40,"share":0.5,"ok":true,"gone":null}},
      {"id":"acme","labels":["Company"],"properties":{"since":{"$date":"2026-11-20"},"tags":["a","b"]}},
      {"id":9,"labels":[],"properties":{"id":"own"}}
      ],"relationships":[
      {"id":1,"type":"WORKS_AT","from":7,"to":"acme","properties":{"from":2019}},
      {"id":2,"type":"KNOWS","from":7,"to":7,"properties":{}}
      ]}
      """)
    #expect(
      graph.description == [
        #"node 0 ["Person", "Buyer"] age=40 id=7 name=Иван ok=true share=0.5"#,
        #"node 1 ["Company"] id=acme since=2026-11-20 tags=["a","b"]"#,
        #"node 2 [] id=own"#,
        #"relationship 0 0-WORKS_AT->1 from=2019"#,
        #"relationship 1 0-KNOWS->0"#,
      ])
  }

  @Test func `members may come in any order, with any spaces`() throws {
    let expected = try read(Self.example).description
    let mixed = """
      { "relationships" : [ { "properties" : { "since" : 2020 }, "to" : 2, "type" : "KNOWS", "from" : 1 } ] ,
        "nodes" : [
          { "properties" : { "name" : "a" }, "labels" : [ "P" ], "id" : 1 },
          { "labels" : [ "P" ], "properties" : { "name" : "b" }, "id" : 2 }
        ] }
      """
    #expect(try read(mixed).description == expected)
    for (start, end) in [("source", "target"), ("start", "end")] {
      let other = Self.example.replacing("\"from\"", with: "\"\(start)\"").replacing(
        "\"to\"", with: "\"\(end)\"")
      #expect(try read(other).description == expected)
    }
  }

  @Test func `a graph that holds something is added to in one transaction`() throws {
    let graph = Graph()
    graph.begin(statement: "first")
    _ = graph.createNode(labels: [graph.intern(label: "X")], properties: [])
    _ = graph.commit()
    let path = try folder.write(Array(Self.example.utf8), to: "graph.json")
    let report = try GraphJSON.read(path, into: graph)
    #expect(report.nodes == 2 && report.relationships == 1 && report.ignored == [])
    #expect(graph.transactions.count == 2)
    #expect(
      graph.description == [
        #"node 0 ["X"]"#, #"node 1 ["P"] id=1 name=a"#, #"node 2 ["P"] id=2 name=b"#,
        "relationship 0 1-KNOWS->2 since=2020",
      ])
    #expect(graph.undo() != nil)
    #expect(graph.description == [#"node 0 ["X"]"#])
    graph.begin(statement: "outer")
    _ = try GraphJSON.read(path, into: graph)
    #expect(graph.isInTransaction)
    graph.rollback()
    #expect(graph.nodeCount == 1)
  }

  @Test func `a failure takes back all that came in before`() throws {
    let graph = Graph()
    graph.begin(statement: "first")
    _ = graph.createNode(labels: [], properties: [])
    _ = graph.commit()
    let broken = Self.example.replacing("\"to\":2", with: "\"to\":3")
    let path = try folder.write(Array(broken.utf8), to: "graph.json")
    #expect(throws: DataError.self) { try GraphJSON.read(path, into: graph) }
    #expect(graph.nodeCount == 1 && graph.relationshipCount == 0 && !graph.isInTransaction)
    #expect(graph.transactions.count == 1)
  }

  @Test func `members that mean nothing here are passed over and reported`() throws {
    let text = Self.example.replacing("\"labels\":", with: "\"x\":[1,{\"y\":2}],\"labels\":")
      .replacing("\"type\":", with: "\"weight\":1,\"type\":").replacing(
        "{\"nodes\":", with: "{\"directed\":true,\"nodes\":")
    let path = try folder.write(Array(text.utf8), to: "graph.json")
    let graph = Graph()
    #expect(try GraphJSON.read(path, into: graph).ignored == ["directed", "weight", "x"])
    #expect(graph.description == (try read(Self.example).description))
  }

  @Test func `ids may be far apart, negative, texts, or left out`() throws {
    let graph = try read(
      """
      {"nodes":[{"id":9223372036854775807},{"id":-5,"labels":["A"]},{"labels":["B"]},{"id":"5"},{"id":5},{"id":70000},{"id":1}],
      "relationships":[{"type":"T","from":9223372036854775807,"to":-5},{"type":"T","from":"5","to":5},{"type":"T","from":70000,"to":1}]}
      """)
    #expect(graph.nodeCount == 7)
    #expect(
      graph.description.suffix(3) == [
        "relationship 0 0-T->1", "relationship 1 3-T->4", "relationship 2 5-T->6",
      ])
    #expect(graph.description[2] == #"node 2 ["B"]"#)
    let empty = try read("{\"nodes\":[],\"relationships\":[]}")
    #expect(empty.nodeCount == 0)
    #expect(try read("{}").nodeCount == 0)
  }

  @Test(arguments: [
    ("\"id\":2", "\"id\":1", DataError.Fact.duplicateID("1", of: .node)),
    ("\"from\":1", "\"from\":3", .missingNode(id: "3", relationship: "0")),
    ("\"from\":1", "\"from\":\"1\"", .missingNode(id: "1", relationship: "0")),
    ("\"from\":1", "\"from\":1,\"source\":1", .duplicateKey("source")),
    ("\"from\":1,", "", .missingMember("from", of: .relationship)),
    ("\"type\":\"KNOWS\",", "", .missingMember("type", of: .relationship)),
    ("\"id\":1", "\"id\":1.5", .unexpected(found: nil, expected: .integer)),
    ("\"name\":\"a\"", "\"name\":{\"first\":\"a\"}", .notStorable("a map")),
    ("\"name\":\"a\"", "\"name\":\"a\",\"name\":\"a\"", .duplicateKey("name")),
  ])
  func `each fault is named with its line`(old: String, new: String, fact: DataError.Fact) throws {
    #expect(Self.example.contains(old))
    do {
      _ = try read(Self.example.replacing(old, with: new, maxReplacements: 1))
      Issue.record("no error")
    } catch let error as DataError {
      #expect(error.fact == fact)
      #expect(error.path == folder.file("graph.json"))
      #expect((2...4).contains(error.position?.line ?? 0))
    }
  }

  @Test func `a large file is read in pieces, in either order of its members`() throws {
    var nodes: [String] = []
    var relationships: [String] = []
    for index in 0..<50_000 {
      nodes.append(
        "{\"id\":\(index * 3),\"labels\":[\"Клиент\"],\"properties\":{\"name\":\"Клиент № \(index)\"}}")
      relationships.append(
        "{\"type\":\"KNOWS\",\"from\":\(index * 3),\"to\":\(index / 2 * 3),\"properties\":{\"n\":\(index)}}")
    }
    let (all, links) = (nodes.joined(separator: ",\n"), relationships.joined(separator: ","))
    let first = try read("{\"nodes\":[\(all)],\"relationships\":[\(links)]}")
    let second = try read("{\"relationships\":[\(links)],\"nodes\":[\(all)]}")
    #expect(first.nodeCount == 50_000 && first.relationshipCount == 50_000)
    #expect(first.description == second.description)
    #expect(first.description[49_999] == #"node 49999 ["Клиент"] id=149997 name=Клиент № 49999"#)
  }

  @Test func `a pipe can be read too`() throws {
    let path = folder.file("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    let writer = try #require(
      Worker {
        guard let file = fopen(path, "w") else { return }
        fputs(Self.example, file)
        fclose(file)
      })
    let graph = Graph()
    _ = try GraphJSON.read(path, into: graph)
    writer.join()
    #expect(graph.nodeCount == 2)
  }

  private static let example = """
    {"nodes":[
    {"id":1,"labels":["P"],"properties":{"name":"a"}},
    {"id":2,"labels":["P"],"properties":{"name":"b"}}],"relationships":[
    {"type":"KNOWS","from":1,"to":2,"properties":{"since":2020}}]}
    """

  private func read(_ text: String) throws -> Graph {
    let graph = Graph()
    _ = try GraphJSON.read(folder.write(Array(text.utf8), to: "graph.json"), into: graph)
    return graph
  }
}
