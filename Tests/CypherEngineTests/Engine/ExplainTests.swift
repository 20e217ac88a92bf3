import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("EXPLAIN and PROFILE")
struct ExplainTests {
  @Test func `explaining writes nothing and gives no rows`() throws {
    let engine = try Engine(after: "CREATE (:A)")
    let result = try engine.run("EXPLAIN MATCH (n:A) CREATE (m:B {x: $p}) SET m.y = 1 RETURN m")
    #expect(result.rows.isEmpty)
    #expect(result.columns == ["m"])
    #expect(engine.graph.nodeCount == 1)
    let plan = try #require(result.plan)
    #expect(plan.names.contains("Create"))
    #expect(plan.names.contains("Set"))
    #expect(plan.rows == nil)
    #expect(plan.time == nil)
  }

  @Test func `profiling runs and counts the rows of each step`() throws {
    let engine = try Engine(after: "CREATE (:A), (:A), (:B)")
    let result = try engine.run("PROFILE MATCH (n:A) CREATE (m:C) RETURN m")
    #expect(result.rows.count == 2)
    #expect(result.sideEffects.nodesCreated == 2)
    let plan = try #require(result.plan)
    let create = try #require(plan.steps.first { $0.name == "Create" })
    #expect(create.details == "(m:C)")
    #expect(create.rows == 2)
    #expect(create.time != nil)
  }

  @Test func `writing clauses say what they write`() throws {
    let engine = Engine(graph: Graph())
    func details(_ text: String, _ name: String) throws -> String? {
      try engine.run("EXPLAIN " + text).plan?.steps.first { $0.name == name }?.details
    }
    #expect(try details("CREATE (a:A)-[r:T]->(:B)", "Create") == "(a:A), (:B), (a)-[r:T]->()")
    #expect(try details("MATCH (n) SET n.x = 1, n += {}, n:A", "Set") == "n.x, n +=, n:A")
    #expect(try details("MATCH (n) REMOVE n.x, n:A", "Remove") == "n.x, n:A")
    #expect(try details("MATCH (n) DETACH DELETE n", "DetachDelete") == "n")
    #expect(try details("MERGE (n:A)", "Merge") == "(n:A)")
    #expect(try details("FOREACH (x IN [1] | CREATE ())", "Foreach") == "x: Create")
    #expect(try details("CREATE INDEX FOR (n:A) ON (n.x)", "CreateIndex") == "A(x)")
  }
}

extension PlanDescription {
  /// All steps.
  var steps: [PlanDescription] { [self] + inputs.flatMap(\.steps) }
}
