import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("CREATE")
struct CreateTests {
  @Test func `one clause makes nodes, relationships and paths`() throws {
    let engine = Engine(graph: Graph())
    let rows = try engine.table(
      "CREATE p = (a:A {x: 1})-[r:T {y: 2}]->(b:B)<-[:U]-(a) RETURN p, r, size(nodes(p)) AS n")
    #expect(rows == ["<(:A {x: 1})-[:T {y: 2}]->(:B)<-[:U]-(:A {x: 1})> | [:T {y: 2}] | 3"])
    #expect(engine.graph.nodeCount == 2)
    #expect(engine.graph.relationshipCount == 2)
  }

  @Test func `rows are made one after the other`() throws {
    let engine = Engine(graph: Graph())
    try engine.run("UNWIND range(1, 3) AS x CREATE (:A {x: x})-[:T]->(:B {x: x})")
    #expect(try engine.table("MATCH (n) RETURN n.x AS x ORDER BY id(n)") == ["1", "1", "2", "2", "3", "3"])
  }

  @Test func `nothing is read of what the clause makes`() throws {
    let engine = try Engine(after: "CREATE (:A), (:A)")
    try engine.run("MATCH (a:A) CREATE (:B {n: COUNT { MATCH (m) }})")
    #expect(try engine.table("MATCH (b:B) RETURN b.n") == ["2", "2"])
    try engine.run("MATCH (a), (b) CREATE (:C)")
    #expect(engine.graph.count(label: engine.graph.intern(label: "C")) == 16)
  }

  @Test func `an element uses those written before it`() throws {
    let engine = Engine(graph: Graph())
    let rows = try engine.table(
      "UNWIND [1, 2] AS x CREATE (a {v: x}), (b {w: a.v * 10})-[r:T {z: b.w + 1}]->(a) RETURN b.w AS w, r.z AS z"
    )
    #expect(rows == ["10 | 11", "20 | 21"])
  }

  @Test func `long inputs stream and short ones too`() throws {
    let engine = Engine(graph: Graph())
    for count in [0, 1, 1023, 1024, 1025, 5000] {
      let result = try engine.run(
        "UNWIND range(1, $n) AS x CREATE (a:A {x: x}) CREATE (b:B {y: a.x}) RETURN b.y AS y ORDER BY y",
        parameters: ["n": .integer(Int64(count))])
      #expect(result.rows.count == count)
      #expect(result.sideEffects.nodesCreated == 2 * count)
    }
  }

  @Test func `a search behind a stream sees all of it`() throws {
    let engine = Engine(graph: Graph())
    let rows = try engine.table(
      "UNWIND range(1, 3000) AS x CREATE (:A {x: x}) WITH x MATCH (a:A {x: 3001 - x}) RETURN count(*)")
    #expect(rows == ["3000"])
    let counts = try engine.table(
      "UNWIND range(1, 3000) AS x CREATE (:B) RETURN COUNT { MATCH (b:B) } AS c, count(*) AS n")
    #expect(counts == ["3000 | 3000"])
  }

  @Test func `streams write all rows behind LIMIT`() throws {
    let engine = Engine(graph: Graph())
    #expect(try engine.table("UNWIND range(1, 5000) AS x CREATE (a {x: x}) RETURN a.x LIMIT 1") == ["1"])
    #expect(engine.graph.nodeCount == 5000)
    #expect(
      try engine.table("UNWIND range(1, 5000) AS x CREATE (a {x: x}) WITH a LIMIT 2 CREATE (:B) RETURN a.x")
        == ["1", "2"])
    #expect(engine.graph.nodeCount == 10_002)
  }

  @Test func `what a property cannot hold is refused where it stands`() throws {
    let engine = Engine(graph: Graph())
    engine.expectFailure("CREATE ({a: 1, b: ‹{c: 1}›})", .typeError, "InvalidPropertyType")
    engine.expectFailure("CREATE ({a: ‹[[1]]›})", .typeError, "InvalidPropertyType")
    engine.expectFailure("CREATE ({a: ‹[1, null]›})", .typeError, "InvalidPropertyType")
    engine.expectFailure("CREATE (n), ({a: ‹n›})", .typeError, "InvalidPropertyType")
    engine.expectFailure(
      "CREATE (n ‹$p›)", .typeError, "InvalidPropertyType",
      ["p": .map(ValueMap(distinctKeys: ["a"], values: [.map(ValueMap())]))])
    engine.expectFailure("CREATE (n ‹$p›)", .typeError, "InvalidArgumentType", ["p": .integer(1)])
  }

  @Test func `lists and temporal values are kept as they are`() throws {
    let engine = Engine(graph: Graph())
    let text =
      "CREATE (n {a: [], b: [1, 2.5, 'x', true], c: date('2024-02-29'), d: [date('2024-02-29')], e: 'Ж🙂e\u{301}', f: 9223372036854775807, g: -0.0, h: 0.0/0.0}) RETURN n"
    let row = try engine.table(text).first
    #expect(
      row
        == "( {a: [], b: [1, 2.5, 'x', true], c: '2024-02-29', d: ['2024-02-29'], e: 'Ж🙂e\u{301}', f: 9223372036854775807, g: 0.0, h: nan})"
    )
  }

  @Test func `a relationship needs two nodes that are there`() throws {
    let engine = try Engine(after: "CREATE (:A)")
    engine.expectFailure(
      "OPTIONAL MATCH (n:None) CREATE (n)‹-[:T]->›(:B)", .typeError, "InvalidArgumentValue")
    engine.expectFailure(
      "MATCH (n:A) DELETE n CREATE (n)‹-[:T]->›(:B)", .entityNotFound, "DeletedEntityAccess")
  }

  @Test func `a key that is written twice keeps the last value`() throws {
    let row = try Engine(graph: Graph()).table("CREATE (n {a: 1, b: 2, a: 3}) RETURN n").first
    #expect(row == "( {a: 3, b: 2})")
  }
}
