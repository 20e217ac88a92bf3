import Testing

@testable import Shell

struct ListCommandTests {
  @Test(.enabled(if: TestShell.canMatch, "the engine plans no MATCH yet"))
  func `A list of nothing has its columns and no rows`() {
    let shell = TestShell()
    #expect(shell.run("list segments").hasSuffix("(0 rows)"))
    #expect(shell.errors.isEmpty)
  }
}
