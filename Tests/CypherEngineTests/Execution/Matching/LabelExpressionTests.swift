import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("Label expressions")
struct LabelExpressionTests {
  private func engine() throws -> Engine {
    try Engine(
      after:
        "CREATE (a:A:B {n: 1}), (b:A {n: 2}), (c:C {n: 3}), (d {n: 4}), (a)-[:T {w: 1}]->(b)-[:S {w: 2}]->(c)-[:R {w: 3}]->(d)"
    )
  }

  private func nodes(_ pattern: String) throws -> [String] {
    try engine().table("MATCH \(pattern) RETURN n.n AS x ORDER BY x")
  }

  @Test func `labels join by and, or, not and any`() throws {
    #expect(try nodes("(n:A|C)") == ["1", "2", "3"])
    #expect(try nodes("(n:A&B)") == ["1"])
    #expect(try nodes("(n:A&!B)") == ["2"])
    #expect(try nodes("(n:!A)") == ["3", "4"])
    #expect(try nodes("(n:!(A|C))") == ["4"])
    #expect(try nodes("(n:%)") == ["1", "2", "3"])
    #expect(try nodes("(n:!%)") == ["4"])
    #expect(try nodes("(n:B&A|C)") == ["1", "3"])
    #expect(try nodes("(n:A:B)") == ["1"])
    #expect(try nodes("(n:!!A {n: 2})") == ["2"])
    #expect(try nodes("(n:A|C WHERE n.n > 1)") == ["2", "3"])
    #expect(try nodes("(n:\(Array(repeating: "X|A", count: 3000).joined(separator: "|")))") == ["1", "2"])
  }

  @Test func `they stand for nodes without a name, in predicates, comprehensions and subqueries`() throws {
    let engine = try engine()
    #expect(try engine.table("MATCH (:A|C)-[r]->(:!A) RETURN r.w AS w ORDER BY w") == ["2", "3"])
    #expect(try engine.table("MATCH (n) WHERE (n)-->(:!A) RETURN n.n AS x ORDER BY x") == ["2", "3"])
    #expect(try engine.table("MATCH (n {n: 2}) RETURN [(n)--(m:!C) | m.n]") == ["[1]"])
    #expect(
      try engine.table("MATCH (n) WHERE EXISTS { (n)<--(:B|C) } RETURN n.n AS x ORDER BY x") == ["2", "4"])
    #expect(try engine.run("MATCH (n:A)-->(:A|C) RETURN *").columns == ["n"])
  }

  @Test func `types join as well`() throws {
    let engine = try engine()
    #expect(try engine.table("MATCH ()-[r:T|S]->() RETURN r.w AS w ORDER BY w") == ["1", "2"])
    #expect(try engine.table("MATCH ()-[r:T|:S]->() RETURN r.w AS w ORDER BY w") == ["1", "2"])
    #expect(try engine.table("MATCH ()-[r:!T]->() RETURN r.w AS w ORDER BY w") == ["2", "3"])
    #expect(try engine.table("MATCH ()-[:!(T|S)]->(n) RETURN n.n") == ["4"])
    #expect(try engine.table("MATCH ({n: 1})-[r:!R*]->(n) RETURN n.n AS x ORDER BY x") == ["2", "3"])
  }

  @Test func `in expressions a bar that ends a list stays one`() throws {
    let engine = try engine()
    #expect(
      try engine.table("MATCH (n) WHERE n:A|C AND NOT n:B RETURN n.n AS x, n:(B|C) AS y ORDER BY x") == [
        "2 | false", "3 | true",
      ])
    #expect(
      try engine.table("MATCH (n) WITH n ORDER BY n.n WITH collect(n) AS ns RETURN [n IN ns WHERE n:A | n.n]")
        == ["[1, 2]"])
    #expect(
      try engine.table(
        "MATCH (n) WITH n ORDER BY n.n WITH collect(n) AS ns RETURN [n IN ns WHERE n:!A&! B | n.n]")
        == ["[3, 4]"])
    #expect(
      try engine.table("RETURN 'a' || 'б', [1] || [2], [x IN [1] || [2] | x]") == ["'aб' | [1, 2] | [1, 2]"])
  }

  @Test func `what is made has its labels for certain`() throws {
    let engine = try engine()
    engine.expectFailure("CREATE ‹(n:A|B›)", .syntaxError, "UnexpectedSyntax")
    engine.expectFailure("MERGE ‹(n:!A›)", .syntaxError, "UnexpectedSyntax")
    engine.expectFailure("CREATE ()-[r:T|S]->()", .syntaxError, "NoSingleRelationshipType")
    engine.expectFailure("MATCH (n:A|) RETURN n", .syntaxError, "UnexpectedSyntax")
    engine.expectFailure(
      "MATCH (n:\(String(repeating: "!", count: 10_000))A) RETURN n", .limitExceeded, "NestingTooDeep")
    engine.expectFailure(
      "MATCH (n:\(String(repeating: "(", count: 10_000))A) RETURN n", .limitExceeded, "NestingTooDeep")
  }
}
