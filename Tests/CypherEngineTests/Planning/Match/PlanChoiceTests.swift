import PropertyGraph
import TestSupport
import Testing

@testable import CypherEngine

/// Which plans are chosen for questions of the bench, over a small graph of the same shape.
@Suite("The choice of plans")
struct PlanChoiceTests {
  private let engine = Engine(graph: Graph())

  init() throws {
    for index in ["Person ON (n.name)", "Person ON (n.id)", "Company ON (n.name)"] {
      let (label, key) = (index.prefix { $0 != " " }, index.drop { $0 != " " })
      try engine.run("CREATE INDEX FOR (n:\(label))\(key)")
    }
    try engine.run("UNWIND range(0, 299) AS i CREATE (:Person {id: i, name: 'Person ' + i, title: 'CEO'})")
    try engine.run("UNWIND range(0, 39) AS i CREATE (:Company {id: 1000 + i, name: 'Company ' + i})")
    try engine.run(
      "UNWIND range(0, 359) AS i CREATE (:Interaction {id: 2000 + i, date: i, text: 'met ' + i})")
    try engine.run(
      "MATCH (p:Person), (c:Company) WHERE p.id % 40 = c.id - 1000 CREATE (p)-[:WORKS_AT]->(c), (p)-[:DECIDES {product: 'x', role: 'y'}]->(c)"
    )
    try engine.run(
      "MATCH (i:Interaction), (c:Company) WHERE i.id % 40 = c.id - 1000 CREATE (i)-[:WITH_CLIENT]->(c)")
    try engine.run(
      "MATCH (a:Person), (b:Person) WHERE b.id IN [a.id + 1, a.id + 7, a.id + 50] CREATE (a)-[:KNOWS]->(b)")
  }

  @Test func `a person by name: one look-up`() throws {
    #expect(
      try plan("MATCH (p:Person {name: $n}) RETURN p.id, p.title")
        == ["Projection p.id, p.title", "  IndexSeek (p:Person) p.name = $n"])
  }

  @Test func `who decides at a client: from the client outwards`() throws {
    let lines = try plan(
      "MATCH (p:Person)-[d:DECIDES]->(c:Company {name: $c}) WHERE d.product = $x RETURN p.id, p.name, d.role ORDER BY p.id"
    )
    #expect(
      lines.suffix(3).map { $0.drop { $0 == " " } } == [
        "Filter d.product = $x", "Expand (c:Company)<-[d:DECIDES]-(p:Person)",
        "IndexSeek (c:Company) c.name = $c",
      ])
  }

  @Test func `the shortest path between two people: two look-ups and a search`() throws {
    let lines = try plan(
      "MATCH p = shortestPath((a:Person {id: $a})-[:KNOWS*1..30]->(b:Person {id: $b})) RETURN length(p)")
    #expect(
      lines.suffix(3).map { $0.drop { $0 == " " } } == [
        "ShortestPath (a:Person)-[:KNOWS*1..30]->(b:Person)", "IndexSeek (b:Person) b.id = $b",
        "IndexSeek (a:Person) a.id = $a",
      ])
  }

  @Test func `all paths of two steps: counted, not made`() throws {
    #expect(
      try plan("MATCH (a:Person)-[:KNOWS]->(b:Person)-[:KNOWS]->(x:Person) RETURN count(*)").last
        == "  PatternCount (a:Person)-[:KNOWS]->(b:Person)-[:KNOWS]->(x:Person)")
  }

  @Test func `all triangles: counted, not made`() throws {
    #expect(
      try plan(
        "MATCH (a:Person)-[:KNOWS]->(b:Person)-[:KNOWS]->(x:Person), (a)-[:KNOWS]->(x) RETURN count(*)"
      )
      .last
        == "  PatternCount (a:Person)-[:KNOWS]->(b:Person)-[:KNOWS]->(x:Person), (a:Person)-[:KNOWS]->(x:Person)"
    )
  }

  @Test func `the latest interactions with a client: from the client outwards`() throws {
    let lines = try plan(
      "MATCH (c:Company {name: $c})<-[:WITH_CLIENT]-(i:Interaction) RETURN i.id, i.text ORDER BY i.date DESC LIMIT 10"
    )
    #expect(
      lines.suffix(2).map { $0.drop { $0 == " " } } == [
        "Expand (c:Company)<-[:WITH_CLIENT]-(i:Interaction)", "IndexSeek (c:Company) c.name = $c",
      ])
  }

  @Test func `from a selective beginning the last step is counted by degree`() throws {
    let lines = try plan("MATCH (c:Company {name: $c})<-[:WORKS_AT]-(p)-[:KNOWS]->(q) RETURN count(*)")
    #expect(
      lines.suffix(3).map { $0.drop { $0 == " " } } == [
        "CountExpand (p)-[:KNOWS]->(q)", "Expand (c:Company)<-[:WORKS_AT]-(p)",
        "IndexSeek (c:Company) c.name = $c",
      ])
  }

  @Test func `parts that nothing connects are joined by equal values, or multiplied`() throws {
    #expect(
      try plan("MATCH (a:Person), (b:Company) WHERE a.title = b.region RETURN a, b")
        .contains { $0.contains("HashJoin a.title = b.region") || $0.contains("HashJoin b.region = a.title") }
    )
    #expect(
      try plan("MATCH (a:Person), (b:Company) RETURN a, b").contains { $0.contains("CartesianProduct") })
    #expect(
      try plan("MATCH (b:Company), (a:Person) WHERE a.name = b.name RETURN a, b")
        .contains { $0.contains("IndexSeek (a:Person) a.name = b.name") })
  }

  @Test func `a third side is found by intersection`() throws {
    #expect(
      try plan("MATCH (a:Person)-[:KNOWS]->(b:Person)-[:KNOWS]->(x:Person), (a)-[:KNOWS]->(x) RETURN a, b, x")
        .contains { $0.contains("Intersect") })
  }

  @Test func `a pattern as predicate becomes a sub-plan that stops at the first match`() throws {
    let lines = try plan("MATCH (p:Person) WHERE NOT (p)-[:KNOWS]->(:Person) RETURN p")
    #expect(lines.contains { $0.contains("AntiSemiApply") } && lines.contains { $0.contains("ExpandAny") })
  }

  private func plan(_ query: String) throws -> [String] {
    try engine.run("EXPLAIN " + query).plan?.lines ?? []
  }
}
