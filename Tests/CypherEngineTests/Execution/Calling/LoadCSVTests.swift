import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

/// Records given as arrays.
private final class ListedRows: CSVRows {
  private var rows: ArraySlice<[String?]>
  private let failsAtEnd: Bool

  init(_ rows: [[String?]], failsAtEnd: Bool) {
    self.rows = rows[...]
    self.failsAtEnd = failsAtEnd
  }

  func next() throws(CypherError) -> [String?]? {
    if let row = rows.popFirst() { return row }
    if failsAtEnd { throw CypherError(.externalError, .runtime, "MalformedCSV", "a quote is open") }
    return nil
  }
}

@Suite("LOAD CSV")
struct LoadCSVTests {
  private func engine(_ files: [String: [[String?]]], failsAtEnd: Bool = false) -> Engine {
    let engine = Engine(graph: Graph())
    engine.csv = { path, separator throws(CypherError) in
      guard let rows = files["\(path) \(Character(Unicode.Scalar(separator)))"] else {
        throw CypherError(.externalError, .runtime, "FileNotFound", "there is no file \(path)")
      }
      return ListedRows(rows, failsAtEnd: failsAtEnd)
    }
    return engine
  }

  @Test func `records are lists of texts`() throws {
    let engine = engine(["a.csv ,": [["1", "Ж"], ["2", nil], []]])
    #expect(
      try engine.table("LOAD CSV FROM 'a.csv' AS row RETURN row") == ["['1', 'Ж']", "['2', null]", "[]"])
  }

  @Test func `with headers they are maps, short records filled with nulls`() throws {
    let engine = engine(["a.csv ;": [["id", "name"], ["1", "x"], ["2"], ["3", "y", "beyond"]]])
    let text =
      "LOAD CSV WITH HEADERS FROM 'file://a.csv' AS row FIELDTERMINATOR ';' RETURN row.id AS id, row.name AS name"
    #expect(try engine.table(text) == ["'1' | 'x'", "'2' | null", "'3' | 'y'"])
  }

  @Test func `an empty file gives no rows`() throws {
    let engine = engine(["a.csv ,": [], "b.csv ,": [["id"]]])
    #expect(try engine.table("LOAD CSV FROM 'a.csv' AS row RETURN row") == [])
    #expect(try engine.table("LOAD CSV WITH HEADERS FROM 'a.csv' AS row RETURN row") == [])
    #expect(try engine.table("LOAD CSV WITH HEADERS FROM 'b.csv' AS row RETURN row") == [])
  }

  @Test func `each row of the query opens its file`() throws {
    let engine = engine(["a ,": [["1"], ["2"]], "b ,": [["3"]]])
    #expect(
      try engine.table("UNWIND ['a', 'b', 'a'] AS f LOAD CSV FROM f AS row RETURN f, row[0] AS x") == [
        "'a' | '1'", "'a' | '2'", "'b' | '3'", "'a' | '1'", "'a' | '2'",
      ])
  }

  @Test func `long files are loaded into the graph`() throws {
    let rows = (1...3000).map { ["\($0)", "\($0 % 7)"] as [String?] }
    let engine = engine(["a ,": [["id", "group"]] + rows])
    let text =
      "LOAD CSV WITH HEADERS FROM 'a' AS row CREATE (n:N {id: toInteger(row.id)}) MERGE (g:G {id: row.group}) CREATE (n)-[:IN]->(g)"
    let effects = try engine.run(text).sideEffects
    #expect(effects.nodesCreated == 3007)
    #expect(effects.relationshipsCreated == 3000)
  }

  @Test func `failures have their place, and what was loaded before is taken back`() throws {
    engine([:]).expectFailure(
      "CREATE (:A) WITH 1 AS one LOAD CSV FROM ‹'none.csv'› AS row CREATE (:B)", .externalError,
      "FileNotFound")
    engine(["a ,": [["1"]]], failsAtEnd: true).expectFailure(
      "LOAD CSV FROM ‹'a'› AS row CREATE (:B {x: row[0]})", .externalError, "MalformedCSV")
    engine(["a ,": [["x", "x"]]]).expectFailure(
      "LOAD CSV WITH HEADERS FROM ‹'a'› AS row RETURN row", .externalError, "RepeatedHeader")
  }

  @Test func `what is no path, no separator or no file is refused`() throws {
    let engine = engine(["a ,": []])
    engine.expectFailure(
      "LOAD CSV FROM ‹$p› AS row RETURN row", .typeError, "InvalidArgumentType", ["p": .null])
    engine.expectFailure(
      "LOAD CSV FROM ‹'https://example.org/a.csv'› AS row RETURN row", .externalError, "UnsupportedURL")
    engine.expectFailure(
      "LOAD CSV FROM 'a' AS row FIELDTERMINATOR ‹'||'› RETURN row", .argumentError, "InvalidArgumentValue")
    engine.expectFailure(
      "LOAD CSV FROM 'a' AS row FIELDTERMINATOR ‹'Ж'› RETURN row", .argumentError, "InvalidArgumentValue")
    engine.csv = nil
    engine.expectFailure("LOAD CSV FROM ‹'a'› AS row RETURN row", .externalError, "FilesNotAllowed")
  }
}
