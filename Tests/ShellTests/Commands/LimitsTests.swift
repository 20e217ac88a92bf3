import CypherEngine
import Testing

@testable import Shell

/// `limits`: how much one statement may take.
struct LimitsTests {
  @Test func `Limits are shown as they are written`() {
    let shell = TestShell()
    shell.run("limits time=1500ms memory=256m rows=100k depth=50 text=64k")
    #expect(
      shell.session.limits
        == Limits(
          time: .milliseconds(1500), memory: 256 << 20, rows: 100_000, textLength: 64 << 10, depth: 50))
    let shown = shell.run("limits")
    for value in ["1500ms", "256m", "100k", "64k", "50"] { #expect(shown.contains(value)) }
  }

  @Test func `A limit stops a statement and can be lifted`() {
    let shell = TestShell()
    shell.run("limits rows=10")
    shell.run("UNWIND range(1, 11) AS x RETURN x;")
    #expect(shell.errors.contains("more than 10 rows"))
    shell.run("limits rows=none")
    #expect(shell.run("UNWIND range(1, 11) AS x RETURN x;").hasSuffix("(11 rows)"))
  }

  @Test func `A wrong value says what is right`() {
    let shell = TestShell()
    shell.run("limits time=soon")
    #expect(shell.errors.contains("500ms, 10s or 2m"))
    shell.run("limits tme=1s")
    #expect(shell.errors.contains("time"))
  }

  @Test func `Under safe rules limits can only be tightened`() {
    var rules = SessionRules()
    rules.isSafe = true
    let shell = TestShell(rules: rules)
    shell.run("limits time=10s", "limits time=20s")
    #expect(shell.errors.contains("--safe forbids raising a limit"))
    #expect(shell.session.limits.time == .seconds(10))
  }

  @Test func `Another book has the same limits`() {
    let shell = TestShell()
    shell.run("limits rows=10")
    shell.session.book = Book()
    #expect(shell.session.engine.limits.rows == 10)
  }
}
