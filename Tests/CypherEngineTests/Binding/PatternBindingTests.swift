import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("Patterns")
struct PatternBindingTests {
  @Test func `a variable has one type`() {
    expectRefused("MATCH ()-[r]->() MATCH (‹r›) RETURN r", "VariableTypeConflict")
    expectRefused("MATCH (r)-[‹r›]->() RETURN r", "VariableTypeConflict")
    expectRefused("WITH 123 AS n MATCH (‹n›) RETURN n", "VariableTypeConflict")
    expectRefused("MATCH r = ()-->() MATCH ()-[‹r›]->() RETURN r", "VariableTypeConflict")
  }

  @Test func `a path's name is new`() {
    expectRefused("MATCH ‹p› = (p)-->() RETURN p", "VariableAlreadyBound")
    expectRefused("WITH 1 AS p MATCH ‹p› = ()-->() RETURN p", "VariableAlreadyBound")
  }

  @Test func `one relationship stands once in a pattern`() {
    expectRefused("MATCH (a)-[r]->()-[‹r›]->(a) RETURN r", "RelationshipUniquenessViolation")
  }

  @Test func `a list of relationships can be walked again`() throws {
    _ = try bind("MATCH (a)-[r1]->()-[r2]->(b) WITH [r1, r2] AS rs MATCH (c)-[rs*]->(d) RETURN c")
    expectRefused("MATCH ()-[r]->() MATCH ()-[‹r›*]->() RETURN r", "VariableTypeConflict")
  }

  @Test func `nodes that recur are one node`() throws {
    guard case .match(let match) = try clauses("MATCH (a:A)-->(b)-->(a:B {x: 1}) RETURN a")[0] else {
      Issue.record("no MATCH")
      return
    }
    #expect(match.pattern.nodes.count == 2)
    #expect(match.pattern.nodes[0].labels == ["A", "B"])
    #expect(match.pattern.nodes[0].properties.map(\.key) == ["x"])
    #expect(match.pattern.relationships.map(\.direction) == [.outgoing, .outgoing])
    #expect(match.pattern.relationships.map { [$0.from, $0.to] } == [[0, 1], [1, 0]])
  }

  @Test func `predicates are split and know their slots`() throws {
    guard
      case .match(let match) =
        try clauses("WITH 1 AS k MATCH (a)-->(b) WHERE a.x = k AND (b.y = 2 OR a.z = 3) RETURN a")[1]
    else {
      Issue.record("no MATCH")
      return
    }
    #expect(match.predicates.map(\.slots.slots) == [[0, 1], [1, 3]])
    #expect(match.arguments.slots == [0])
    #expect(match.introduced == [1, 2, 3])
  }

  @Test func `a property that depends on the pattern becomes a predicate`() throws {
    guard case .match(let match) = try clauses("MATCH (a)-->(b {x: a.x, y: 1}) RETURN a")[0] else {
      Issue.record("no MATCH")
      return
    }
    #expect(match.pattern.nodes[1].properties.map(\.key) == ["y"])
    #expect(match.predicates.map(\.slots.slots) == [[0, 2]])
  }

  @Test func `a searched pattern cannot take a parameter for its properties`() throws {
    expectRefused("MATCH ()-[r:FOO ‹$param›]->() RETURN r", "InvalidParameterUse")
    expectRefused("MERGE (a ‹$param›)", "InvalidParameterUse")
    _ = try bind("CREATE (a $param)")
  }

  @Test func `what is created is new, of one type and one direction`() {
    expectRefused("MATCH (a) CREATE (‹a›)", "VariableAlreadyBound")
    expectRefused("CREATE (n:Foo) CREATE (‹n› {})-[:OWNS]->(:Dog)", "VariableAlreadyBound")
    expectRefused("MATCH ()-[r]->() CREATE ()-[‹r›:T]->()", "VariableAlreadyBound")
    expectRefused("CREATE ()‹-->›()", "NoSingleRelationshipType")
    expectRefused("CREATE (a)‹-[:FOO]-›(b)", "RequiresDirectedRelationship")
    expectRefused("CREATE (a)‹<-[:FOO]->›(b)", "RequiresDirectedRelationship")
    expectRefused("CREATE ()‹-[:FOO*2]->›()", "CreatingVarLength")
    expectRefused("MATCH (a) MERGE (‹a›)", "VariableAlreadyBound")
    expectRefused("MATCH (a), (b) MERGE (a)‹-[NO_COLON]->›(b)", "NoSingleRelationshipType")
  }

  @Test func `merge makes what it does not find`() throws {
    guard
      case .merge(let merge) = try clauses("MATCH (a) MERGE p = (a)<-[r:T {x: 1}]-(b:B) RETURN p")[1]
    else {
      Issue.record("no MERGE")
      return
    }
    #expect(merge.pattern.nodes.map(\.isBound) == [true, false])
    #expect(merge.create.nodes.map(\.labels) == [["B"]])
    #expect(merge.create.relationships[0].start == merge.create.nodes[0].slot)
    #expect(merge.create.relationships[0].end == merge.pattern.nodes[0].slot)
    #expect(merge.create.paths.count == 1)
  }

  @Test func `patterns stand only where they are asked whether they match`() throws {
    expectRefused("MATCH (n) RETURN ‹(n)-[]->()›", "UnexpectedSyntax")
    expectRefused("MATCH (a) RETURN size(‹(a)-->()›)", "UnexpectedSyntax")
    _ = try bind("MATCH (a) WHERE NOT (a)-->() OR exists((a)<--()) RETURN a")
    _ = try bind("MATCH (a), (b) RETURN shortestPath((a)-[*]-(b)) AS p")
  }

  @Test func `only entities are deleted`() throws {
    expectRefused("MATCH (n) DELETE ‹n:Person›", "InvalidDelete")
    expectRefused("MATCH () DELETE ‹1 + 1›", "InvalidArgumentType")
    _ = try bind("MATCH (n) WITH collect(n) AS list DETACH DELETE list[0]")
  }
}
