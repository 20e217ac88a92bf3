import CypherSyntax
import Testing

@testable import CypherEngine

@Suite("Signatures of procedures")
struct ProcedureSignatureTests {
  @Test(arguments: [
    "a() :: ()", "db.x(a :: INTEGER?) :: (b :: STRING)",
    "x.y.z(a :: LIST<STRING>?, b :: ANY) :: (c :: MAP?, d :: NODE?)",
  ]) func `what is read is written the same`(text: String) throws {
    #expect(try ProcedureSignature(parsing: text).text == text)
  }

  @Test func `spaces do not matter, and VOID and nothing mean no outputs`() throws {
    #expect(
      try ProcedureSignature(parsing: " a ( x::INTEGER? , y :: FLOAT ) ::( z::ANY? ) ").text
        == "a(x :: INTEGER?, y :: FLOAT) :: (z :: ANY?)")
    #expect(try ProcedureSignature(parsing: "a() :: VOID").outputs.isEmpty)
    #expect(try ProcedureSignature(parsing: "a()").outputs.isEmpty)
  }

  @Test(arguments: [
    "", "a", "(", "()", ")(", "a(x)", "a(x : INTEGER)", "a(x ::)", "a(,)", "a() -> ()", "a() :: (x",
    "a() :: x",
  ])
  func `what is no signature is refused`(text: String) {
    #expect(throws: CypherError.self) { try ProcedureSignature(parsing: text) }
  }
}
