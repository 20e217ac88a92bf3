import PropertyGraph
import Testing

@testable import Shell

struct TimeitCommandTests {
  @Test func `a query that uses the number of the run goes on from run to run, and all is taken back`() {
    let shell = TestShell()
    shell.run("CREATE (:Item {number: 0});")
    shell.run(
      "let run = 'mine'", "timeit 20 MATCH (i:Item {number: $run}) CREATE (:Item {number: $run + 1});")
    #expect(shell.errors == "")
    #expect(shell.run("RETURN COUNT { MATCH (i:Item) } AS n, $run AS run;").contains(" 1 │ mine"))
    #expect(shell.session.graph.transactions.count == 1)
  }

  @Test func `a query that writes is rolled back after each run, also inside a transaction`() {
    let shell = TestShell()
    shell.run("CREATE (:Item);", "timeit 3 MATCH (i:Item) DELETE i;")
    shell.run("begin", "timeit 3 MATCH (i:Item) SET i.x = $run;", "commit")
    #expect(shell.errors == "")
    #expect(shell.session.graph.nodeCount == 1 && shell.session.graph.transactions.count == 1)
  }

  @Test func `a failure takes the runs before it back`() {
    let shell = TestShell()
    shell.run("timeit 5 CREATE (:Item {number: 1 / (3 - $run)});")
    #expect(shell.errors.contains("division by zero") || shell.errors.contains("zero"))
    #expect(shell.session.graph.nodeCount == 0 && !shell.session.graph.isInTransaction)
  }
}
