import PropertyGraph
import TestSupport
import Testing

@testable import CypherEngine

@Suite("Triangles and chains are counted as they are found")
struct TriangleTests {
  @Test(arguments: 0..<6) func `with many parallel relationships, hubs and deletions`(_ seed: UInt64) throws {
    var random = Seeded(seed)
    let nodes = 40
    var links: [(from: Int, to: Int)] = []
    for _ in 0..<Int.random(in: 0...400, using: &random) {
      // The lower the number, the more relationships; some pairs have more than sixteen.
      let from = Int.random(in: 0..<nodes, using: &random) * Int.random(in: 0..<nodes, using: &random) / nodes
      let to = Int.random(in: 0..<nodes, using: &random)
      if from == to && seed % 2 == 0 { continue }
      let copies = Int.random(in: 0..<30, using: &random) == 0 ? 20 : 1
      links += Array(repeating: (from, to), count: copies)
    }
    let engine = try Engine(after: "UNWIND range(0, \(nodes - 1)) AS i CREATE (:P {i: i})")
    try engine.run(
      "UNWIND $links AS l MATCH (a:P {i: l[0]}), (b:P {i: l[1]}) CREATE (a)-[:K {from: l[0]}]->(b)",
      parameters: ["links": .list(links.map { .list([.integer(Int64($0.from)), .integer(Int64($0.to))]) })])
    try engine.run("MATCH (a:P)-[k:K]->() WHERE k.from = 3 DELETE k")
    links.removeAll { $0.from == 3 }

    var sum: Int64 = 0
    for pattern in [
      "(a:P)-[:K]->(b:P)-[:K]->(c:P), (a)-[:K]->(c)", "(a:P)-[:K]->(b:P)-[:K]->(c:P)-[:K]->(a)",
      "(a:P)-[:K]-(b:P)-[:K]->(c:P), (a)<-[:K]-(c)", "(a:P)-[:K]->(b:P)-[:K]->(c:P)-[:K]->(d:P)",
      "(a:P)-[:K]->(b:P)<-[:K]-(c:P), (b)-[:K]->(d)", "(a:P {i: 2})-[:K]->(b)-[:K]->(c), (a)-[:K]->(c)",
    ] {
      sum += try expect(engine, pattern)
    }
    #expect(sum > 0 || links.count < 10)
  }

  /// Compares the number of matches with that of the rows that they make one by one.
  private func expect(_ engine: Engine, _ pattern: String) throws -> Int64 {
    let made = try engine.table("MATCH \(pattern) WITH a, b, c, 1 AS one RETURN sum(one)")
    #expect(try engine.table("MATCH \(pattern) RETURN count(*)") == made, "\(pattern)")
    return made.first.flatMap { Int64($0) } ?? 0
  }
}
