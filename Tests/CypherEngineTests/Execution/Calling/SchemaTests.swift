import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("Indexes and SHOW")
struct SchemaTests {
  @Test func `indexes are made, listed and dropped`() throws {
    let engine = try Engine(
      after: "CREATE (:A {x: 1})", "CREATE INDEX FOR (n:A) ON (n.x)", "CREATE INDEX b FOR (n:B) ON (n.y)")
    #expect(try engine.table("SHOW INDEXES") == ["'A_x' | 'A' | 'x' | false", "'b' | 'B' | 'y' | false"])
    try engine.run("DROP INDEX b")
    #expect(try engine.run("SHOW INDEX").rows.count == 1)
    #expect(try engine.run("SHOW INDEXES").columns == ["name", "label", "key", "unique"])
  }

  @Test func `making twice and dropping what is not there are errors, unless said so`() throws {
    let engine = try Engine(after: "CREATE INDEX a FOR (n:A) ON (n.x)")
    engine.expectFailure("CREATE INDEX b FOR (n:A) ON (n.x)", .semanticError, "IndexAlreadyExists")
    engine.expectFailure("CREATE INDEX a FOR (n:B) ON (n.y)", .semanticError, "IndexAlreadyExists")
    let error = engine.expectFailure("DROP INDEX aa", .semanticError, "IndexNotFound")
    #expect(error?.hint == "did you mean a?")
    try engine.run("CREATE INDEX b IF NOT EXISTS FOR (n:A) ON (n.x)")
    try engine.run("DROP INDEX none IF EXISTS")
    #expect(engine.graph.indexes.map(\.name) == ["a"])
  }

  @Test func `they are undone like any change`() throws {
    let engine = try Engine(after: "CREATE INDEX a FOR (n:A) ON (n.x)")
    _ = engine.graph.undo()
    #expect(engine.graph.indexes.isEmpty)
    _ = engine.graph.redo()
    #expect(engine.graph.indexes.map(\.name) == ["a"])
    #expect(engine.graph.transactions.first?.statement == "CREATE INDEX a FOR (n:A) ON (n.x)")
  }

  @Test func `an index changes no answer`() throws {
    let engine = try Engine(after: "UNWIND [1, 1.0, 2, '1', null, true, 1] AS x CREATE (:A {x: x})")
    let queries = [
      "MATCH (n:A {x: 1}) RETURN n", "MATCH (n:A) WHERE n.x > 0 RETURN n",
      "MATCH (n:A) WHERE n.x = '1' RETURN n",
      "MATCH (n:A) WHERE n.x IN [1, true] RETURN n", "MATCH (n:A) WHERE n.x = null RETURN n",
    ]
    let before = try queries.map { try engine.table($0).sorted() }
    try engine.run("CREATE INDEX FOR (n:A) ON (n.x)")
    #expect(try queries.map { try engine.table($0).sorted() } == before)
    #expect(before[0].count == 3)
  }

  @Test func `SHOW lists what is in use, sorted`() throws {
    let engine = try Engine(
      after: "CREATE (:B)-[:T {w: 1}]->(:A:B {x: 1})", "CREATE (:C)", "MATCH (c:C) DELETE c")
    #expect(try engine.table("SHOW LABELS") == ["'A' | 1", "'B' | 2"])
    #expect(try engine.table("SHOW TYPES") == ["'T' | 1"])
    #expect(try engine.table("SHOW KEYS") == ["'w'", "'x'"])
    #expect(try Engine(graph: Graph()).table("SHOW LABELS") == [])
    #expect(
      try engine.table("SHOW PROCEDURES").first
        == "'db.indexes' | 'db.indexes() :: (name :: STRING, label :: STRING, key :: STRING, isUnique :: BOOLEAN)'"
    )
    let functions = try engine.table("SHOW FUNCTIONS")
    #expect(functions.count > 50)
    let names = functions.map { String($0.split(separator: "'")[0]) }
    #expect(names == names.sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) })
    #expect(functions.contains { $0.hasPrefix("'count' | 'count(value :: ANY) :: INTEGER' | 'aggregate'") })
  }
}
