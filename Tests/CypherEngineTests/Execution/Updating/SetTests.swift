import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("SET and REMOVE")
struct SetTests {
  private func changed(
    _ text: String, from start: String = "CREATE (:A {x: 1, y: 2})", _ parameters: [String: Value] = [:]
  ) throws -> [String] {
    let engine = try Engine(after: start)
    try engine.run(text, parameters: parameters)
    return try engine.table("MATCH (n) RETURN n ORDER BY id(n)")
  }

  @Test func `single properties are set, changed and removed`() throws {
    #expect(try changed("MATCH (n) SET n.x = 2, n.z = 'new', n.y = null") == ["(:A {x: 2, z: 'new'})"])
    #expect(try changed("MATCH (n) REMOVE n.x, n.none") == ["(:A {y: 2})"])
    #expect(
      try changed("MATCH (n) SET n[$k] = 5, n['y'] = null", ["k": .string("ключ")]) == [
        "(:A {x: 1, ключ: 5})"
      ])
  }

  @Test func `all properties are replaced or added to`() throws {
    #expect(try changed("MATCH (n) SET n = {z: 3}") == ["(:A {z: 3})"])
    #expect(try changed("MATCH (n) SET n = {}") == ["(:A)"])
    #expect(try changed("MATCH (n) SET n += {z: 3, x: null}") == ["(:A {y: 2, z: 3})"])
    #expect(try changed("MATCH (n) SET n += {}") == ["(:A {x: 1, y: 2})"])
    #expect(
      try changed(
        "MATCH (n) SET n = $p", ["p": .map(ValueMap(distinctKeys: ["a"], values: [.list([.integer(1)])]))])
        == ["(:A {a: [1]})"])
  }

  @Test func `properties are copied from another entity`() throws {
    let start = "CREATE (:A {x: 1})-[:T {w: 9}]->(:B {y: 2})"
    #expect(try changed("MATCH (a:A)-[r]->(b) SET a = b", from: start) == ["(:A {y: 2})", "(:B {y: 2})"])
    #expect(
      try changed("MATCH (a:A)-[r]->(b) SET b += r", from: start) == ["(:A {x: 1})", "(:B {w: 9, y: 2})"])
    #expect(
      try changed("MATCH (a:A)-[r]->(b) SET a = b, b = a", from: start) == ["(:A {y: 2})", "(:B {x: 1})"])
  }

  @Test func `values are those from before the clause, in all rows`() throws {
    #expect(try changed("MATCH (n) SET n.x = n.y, n.y = n.x") == ["(:A {x: 2, y: 1})"])
    #expect(try changed("UNWIND [1, 2, 3] AS i MATCH (n) SET n.x = n.x + i") == ["(:A {x: 4, y: 2})"])
    #expect(try changed("MATCH (n) SET n.x = 5 SET n.y = n.x") == ["(:A {x: 5, y: 5})"])
  }

  @Test func `labels are added and removed`() throws {
    #expect(try changed("MATCH (n) SET n:B:C, n:A") == ["(:A:B:C {x: 1, y: 2})"])
    #expect(try changed("MATCH (n) SET n:B REMOVE n:A:None") == ["(:B {x: 1, y: 2})"])
  }

  @Test func `relationships have properties too`() throws {
    let engine = try Engine(after: "CREATE ()-[:T {x: 1}]->()")
    try engine.run("MATCH ()-[r]->() SET r.x = 2, r += {y: [1.5]} REMOVE r.none")
    #expect(try engine.table("MATCH ()-[r]->() RETURN r") == ["[:T {x: 2, y: [1.5]}]"])
    engine.expectFailure("MATCH ()-[r]->() WITH [r, 1][0] AS x SET ‹x:A›", .typeError, "InvalidArgumentType")
  }

  @Test func `null is passed over`() throws {
    let engine = Engine(graph: Graph())
    let text =
      "OPTIONAL MATCH (n) SET n.x = 1, n = {y: 2}, n += {z: 3}, n:A, n['k'] = 1 REMOVE n.x, n:A RETURN n"
    #expect(try engine.table(text) == ["null"])
  }

  @Test func `what is no entity or no map is refused where it stands`() throws {
    let engine = try Engine(after: "CREATE (:A {x: 1})")
    engine.expectFailure("WITH $p AS m SET ‹m.x› = 1", .typeError, "InvalidArgumentType", ["p": .integer(1)])
    engine.expectFailure("MATCH (n) SET n = ‹$p›", .typeError, "InvalidArgumentType", ["p": .null])
    engine.expectFailure("MATCH (n) SET n += ‹$p›", .typeError, "InvalidArgumentType", ["p": .list([])])
    engine.expectFailure("MATCH (n) SET n[‹$p›] = 1", .typeError, "InvalidArgumentType", ["p": .integer(0)])
    engine.expectFailure("MATCH (n) SET n.x = ‹{a: 1}›", .typeError, "InvalidPropertyType")
    engine.expectFailure("MATCH (n) SET n += ‹{a: {b: 1}}›", .typeError, "InvalidPropertyType")
  }

  @Test func `what was deleted cannot be changed`() throws {
    let engine = try Engine(after: "CREATE (:A {x: 1})-[:T]->(:B)")
    engine.expectFailure(
      "MATCH (n)-[r]->() DETACH DELETE n SET ‹n.x› = 1", .entityNotFound, "DeletedEntityAccess")
    engine.expectFailure("MATCH (n)-[r]->() DELETE r REMOVE ‹r.x›", .entityNotFound, "DeletedEntityAccess")
    engine.expectFailure("MATCH (n)-[r]->(m) DELETE r SET m = ‹r›", .entityNotFound, "DeletedEntityAccess")
  }

  @Test func `an equal value is no change`() throws {
    let engine = try Engine(after: "CREATE (:A {x: 1, l: [1, 2], f: 1.0})")
    #expect(try engine.run("MATCH (n) SET n.x = 1, n.l = [1, 2], n += {f: 1.0}, n:A").sideEffects.isEmpty)
    let effects = try engine.run("MATCH (n) SET n.x = 1.0").sideEffects
    #expect(effects.propertiesSet == 1)
    #expect(effects.propertiesRemoved == 1)
  }
}
