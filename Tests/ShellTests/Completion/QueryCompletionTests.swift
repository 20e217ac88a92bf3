import CypherEngine
import Testing

@testable import Shell

struct QueryCompletionTests {
  let book = CompletionSupport()

  @Test func `labels follow a colon in a node, types in a relationship`() {
    #expect(book.completed("MATCH (c:Cli|") == ["MATCH (c:Client"])
    #expect(book.labels("MATCH (c)-[:WORK|") == ["WORKS_AT"])
    #expect(book.labels("MATCH (c)-[w:WORKS_AT|MAN").isEmpty == false)
    #expect(book.labels("MATCH (n) WHERE n:Pers|") == ["Person"])
    #expect(book.labels("MATCH (:Company:Comp|") == ["Company", "Competitor"])
  }

  @Test func `a label that is no plain name is put in back quotes`() {
    #expect(book.completed("MATCH (s:Кор|") == ["MATCH (s:Корабль"])
    #expect(book.completed("MATCH (s:Корабль {`год|") == ["MATCH (s:Корабль {`год спуска`"])
    #expect(book.completed("MATCH (s:Корабль) RETURN s.год|") == ["MATCH (s:Корабль) RETURN s.`год спуска`"])
    #expect(
      book.completed("MATCH (s:Корабль) RETURN s.`год с|") == ["MATCH (s:Корабль) RETURN s.`год спуска`"])
  }

  @Test func `keys are those of the variable's label, with what they mean`() {
    let keys = book.candidates("MATCH (p:Product) RETURN p.|")
    #expect(keys.map(\.label) == ["listPrice", "name", "sku", "source", "unit", "unitCost"])
    #expect(keys.first?.summary == "price before concessions")
    #expect(book.labels("MATCH (c:Client) WHERE c.ind|") == ["industry"])
    #expect(book.labels("MATCH ()-[k:KNOWS]-() RETURN k.str|") == ["strength"])
  }

  @Test func `keys stand in the map of a pattern`() {
    #expect(book.completed("MATCH (p:Product {s|") == ["MATCH (p:Product {sku", "MATCH (p:Product {source"])
    #expect(book.labels("MATCH (p:Product {sku: 'x', un|") == ["unit", "unitCost"])
    #expect(book.candidates("MATCH (p:Product {un|").first?.suffix == ": ")
  }

  @Test func `a text that a name is compared with is completed from the graph`() {
    #expect(book.completed("MATCH (c:Client {name: 'сев|") == ["MATCH (c:Client {name: 'Северсталь'"])
    #expect(
      book.completed(#"MATCH (p:Person) WHERE p.name = "ирин|"#) == [
        #"MATCH (p:Person) WHERE p.name = "Ирина Котова""#
      ])
    #expect(book.labels("MATCH (p:Person) WHERE p.name IN ['Иван Петров', 'ирин|") == ["Ирина Котова"])
    #expect(book.labels("MATCH (p:Person) WHERE p.name STARTS WITH 'ирин|") == ["Ирина Котова"])
    #expect(book.labels("MATCH (n) WHERE n.name = 'bea|") == ["bearings"])
    #expect(book.labels("RETURN 'сев|").isEmpty)
  }

  @Test func `a text that an enumeration is compared with is completed from the model`() {
    #expect(book.labels("MATCH (s:Segment {side: '|") == ["supply", "client"])
    #expect(book.labels("MATCH (d:DecisionRole) WHERE d.role = 'de|") == ["decider"])
  }

  @Test func `parameters follow a dollar`() {
    #expect(book.completed("RETURN $th|") == ["RETURN $threshold"])
    #expect(book.labels("RETURN $|") == ["row", "threshold", "имя"])
  }

  @Test func `functions are completed with their parenthesis, those with a dot as well`() {
    #expect(book.completed("RETURN coal|") == ["RETURN coalesce("])
    #expect(book.completed("RETURN duration.bet|") == ["RETURN duration.between("])
    #expect(book.completed("RETURN TOUPP|") == ["RETURN toUpper("])
  }

  @Test func `variables in scope come first`() {
    #expect(book.labels("MATCH (client:Client)-[buys:BUYS]->(p) RETURN |") == ["buys", "client", "p"])
    #expect(book.candidates("MATCH (client:Client) RETURN cl|").first?.summary == "Client")
    #expect(book.labels("UNWIND [1] AS number RETURN num|") == ["number"])
    #expect(book.labels("MATCH path = (a)-->(b) RETURN |") == ["a", "b", "path"])
  }

  @Test func `WITH leaves only what it names`() {
    #expect(book.labels("MATCH (a:Client)--(b) WITH a, count(b) AS n RETURN |") == ["a", "n"])
    #expect(book.labels("MATCH (a:Client) WITH a AS c RETURN c.ind|") == ["industry"])
    #expect(book.labels("MATCH (a)--(b) WITH *, 1 AS n MATCH (x) RETURN |") == ["a", "b", "n", "x"])
    #expect(book.labels("MATCH (a) WHERE a.x STARTS WITH 'y' RETURN |") == ["a"])
  }

  @Test func `keywords are completed in capitals`() {
    #expect(book.completed("match (n) retu|") == ["match (n) RETURN"])
    #expect(book.labels("MATCH (n) RETURN n ORD|") == ["ORDER"])
    #expect(book.labels("MATCH (n) RETURN n UNIO|") == ["UNION"])
  }

  @Test func `nothing stands in a comment`() {
    #expect(book.labels("MATCH (n) // ret|").isEmpty)
    #expect(book.labels("MATCH (n) /* ret|").isEmpty)
    #expect(book.labels("RETURN 'x|").isEmpty)
  }

  @Test func `procedures follow CALL`() {
    #expect(book.labels("CALL |") == book.completer.procedures.all.map { "\($0.signature.name)(" })
  }

  @Test(arguments: [
    "MATCH", "MATCH (", "MATCH (:", "RETURN {", "RETURN .", "RETURN $", "MATCH `", "MATCH ([{", "RETURN )]}",
  ])
  func `whatever stands there, nothing breaks`(text: String) {
    for candidate in book.completer.candidates(in: text, at: text.utf8.count) {
      #expect(candidate.start <= text.utf8.count)
    }
  }
}
