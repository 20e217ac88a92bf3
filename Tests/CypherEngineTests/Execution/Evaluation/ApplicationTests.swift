import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("Patterns and subqueries inside expressions")
struct ApplicationTests {
  private let test: TestGraph

  init() throws {
    test = try TestGraph(
      """
      CREATE (a:P {name: 'a'}), (b:P {name: 'b'}), (c:P {name: 'c'}),
        (a)-[:K {w: 1}]->(b), (a)-[:K {w: 2}]->(c), (b)-[:K {w: 3}]->(c), (a)-[:L]->(a)
      """)
  }

  @Test func `patterns as predicates ask for a match of each row`() throws {
    #expect(try test.rows("MATCH (n:P) WHERE (n)-[:K]->() RETURN n.name") == ["'a'", "'b'"])
    #expect(try test.rows("MATCH (n:P) WHERE NOT (n)-[:K]->() RETURN n.name") == ["'c'"])
    #expect(
      try test.rows("MATCH (n:P) RETURN n.name, exists((n)-[:L]->(n)) AS e") == [
        "'a' | true", "'b' | false", "'c' | false",
      ])
    #expect(
      try test.rows("MATCH (n:P), (m:P) WHERE (n)-[:K]->(m) RETURN n.name + m.name AS p ORDER BY p") == [
        "'ab'", "'ac'", "'bc'",
      ])
  }

  @Test func `comprehensions give a list of each row`() throws {
    #expect(
      try test.rows("MATCH (n:P) RETURN n.name, [(n)-[r:K]->(m) WHERE r.w > 1 | n.name + m.name] AS l")
        == ["'a' | ['ac']", "'b' | ['bc']", "'c' | []"])
    #expect(try test.rows("MATCH (n:P) RETURN size([(n)-[:K]-(m) | m]) AS s") == ["2", "2", "2"])
    #expect(
      try test.rows("MATCH (n:P) WITH n, 10 AS x RETURN [(n)-[r:K]->() | r.w * x] AS l") == [
        "[10, 20]", "[30]", "[]",
      ])
  }

  @Test func `braces count, collect and ask`() throws {
    #expect(try test.rows("MATCH (n:P) RETURN COUNT { (n)-[:K]->() } AS c") == ["2", "1", "0"])
    #expect(
      try test.rows("MATCH (n:P) WHERE EXISTS { (n)-[:K]->(m) WHERE m.name = 'b' } RETURN n.name") == ["'a'"])
    #expect(
      try test.rows("MATCH (n:P) RETURN COLLECT { MATCH (n)-[:K]->(m) RETURN m.name } AS l")
        == ["['b', 'c']", "['c']", "[]"])
    #expect(
      try test.rows(
        "MATCH (n:P) RETURN COLLECT { MATCH (n)-[:K]->(m) RETURN m.name ORDER BY m.name DESC LIMIT 1 } AS l")
        == ["['c']", "['c']", "[]"])
    #expect(
      try test.rows("MATCH (n:P) RETURN COUNT { MATCH (n)-[:K]->(m) RETURN DISTINCT m:P } AS c") == [
        "1", "1", "0",
      ])
    #expect(
      try test.rows(
        "MATCH (n:P) RETURN COUNT { MATCH (n)-[:K]->(m) RETURN m UNION ALL MATCH (n)-[:L]->(m) RETURN m } AS c"
      )
        == ["3", "1", "0"])
    #expect(
      try test.rows(
        "MATCH (n:P) WHERE EXISTS { MATCH (n)-[:K]->(m) WITH count(m) AS c WHERE c > 1 RETURN c } RETURN n.name"
      ) == ["'a'"])
  }

  @Test func `an aggregate inside sees the row around it even where nothing matches`() throws {
    #expect(
      try test.rows("MATCH (n:P) RETURN COLLECT { MATCH (n)-[:K]->(m) RETURN count(m) + size(n.name) } AS l")
        == ["[3]", "[2]", "[1]"])
  }

  @Test func `subqueries nest, and see the variables of comprehensions`() throws {
    #expect(
      try test.value(
        "MATCH (n:P) WITH collect(n) AS l RETURN [x IN l WHERE (x)-[:K]->() | COUNT { (x)-[:K]->() }]")
        == "[2, 1]")
    #expect(
      try test.rows(
        "MATCH (n:P) WHERE EXISTS { MATCH (n)-[:K]->(m) WHERE EXISTS { (m)-[:K]->() } } RETURN n.name") == [
          "'a'"
        ])
  }

  @Test func `very many matches of one row end with the first`() throws {
    _ = try test.rows("MATCH (a:P {name: 'a'}) UNWIND range(1, 30000) AS x CREATE (a)-[:M]->(:Q)")
    #expect(
      try test.rows("MATCH (n:P) RETURN exists((n)-[:M]->()) AS e, exists((n)<-[:K]-()) AS k") == [
        "true | false", "false | true", "false | true",
      ])
    #expect(try test.rows("MATCH (n:P) RETURN COUNT { (n)-[:M]->(:Q) } AS c") == ["30000", "0", "0"])
  }
}
