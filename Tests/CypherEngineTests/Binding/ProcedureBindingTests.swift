import CypherSyntax
import Testing

@testable import CypherEngine

@Suite("Calls of procedures")
struct ProcedureBindingTests {
  private let one = ["test.one(in :: INTEGER?) :: (out :: STRING?)"]

  @Test func `procedures are known`() {
    expectRefused("CALL ‹test.none›()", "ProcedureNotFound", kind: .procedureError)
    expectRefused(
      "CALL ‹test.on›(1)", "ProcedureNotFound", kind: .procedureError, hint: "did you mean test.one?",
      procedures: one)
  }

  @Test func `arguments fit in number and type`() throws {
    expectRefused("CALL ‹test.one›(1, 2)", "InvalidNumberOfArguments", procedures: one)
    expectRefused("CALL test.one(‹true›)", "InvalidArgumentType", procedures: one)
    _ = try bind("CALL test.one(null)", procedures: one)
  }

  @Test func `implicit arguments are parameters, and only for a call alone`() throws {
    #expect(try bind("CALL test.one", procedures: one).parameters == ["in"])
    expectRefused(
      "CALL ‹test.one› YIELD out RETURN out", "InvalidArgumentPassingMode", procedures: one)
  }

  @Test func `yield brings columns into scope`() throws {
    #expect(try bind("CALL test.one(1)", procedures: one).query.columns == ["out"])
    #expect(try bind("CALL test.one(1) YIELD out AS o RETURN o", procedures: one).query.columns == ["o"])
    expectRefused("CALL test.one(1) RETURN ‹out›", "UndefinedVariable", procedures: one)
    expectRefused("CALL test.one(1) YIELD ‹ou› RETURN ou", "UndefinedVariable", procedures: one)
    expectRefused(
      "WITH 1 AS out CALL test.one(1) YIELD ‹out› RETURN out", "VariableAlreadyBound", procedures: one)
  }
}
