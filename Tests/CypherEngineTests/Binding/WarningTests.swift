import CypherSyntax
import Testing

@testable import CypherEngine

@Suite("Remarks on unknown names")
struct WarningTests {
  private let schema = ListedNames(
    labelNames: ["Client", "Person"], typeNames: ["KNOWS"], keyNames: ["name"])

  @Test func `unknown names are remarked with the near one`() throws {
    let text = "MATCH (c:Cleint)-[:KNOW]->(p:Person) WHERE c.nam = p.name RETURN c"
    let warnings = try bind(text, schema: schema).warnings
    #expect(
      warnings.map { MarkedText.mark(text, $0.span) } == [
        "MATCH (c:‹Cleint›)-[:KNOW]->(p:Person) WHERE c.nam = p.name RETURN c",
        "MATCH (c:Cleint)-[:‹KNOW›]->(p:Person) WHERE c.nam = p.name RETURN c",
        "MATCH (c:Cleint)-[:KNOW]->(p:Person) WHERE c.‹nam› = p.name RETURN c",
      ])
    #expect(
      warnings.map(\.hint) == ["did you mean Client?", "did you mean KNOWS?", "did you mean name?"])
  }

  @Test func `names that the statement writes are not remarked`() throws {
    #expect(try bind("CREATE (n:New {key: 1}) RETURN n.key, n:New", schema: schema).warnings.isEmpty)
    #expect(try bind("MATCH (n:Client) SET n.age = 1 RETURN n.age", schema: schema).warnings.isEmpty)
  }
}
