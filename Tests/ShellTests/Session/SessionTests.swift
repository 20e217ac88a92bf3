import PropertyGraph
import Testing

@testable import Shell

/// Statements in a session: variables, transactions, undo.
struct SessionTests {
  private let shell = TestShell()

  @Test func `A query of one value binds the value, any other a list of maps`() {
    shell.run("let n = RETURN 3;", "let rows = UNWIND [1, 2] AS n RETURN n, n * n AS square;")
    #expect(shell.run("print $n + 1") == "4")
    #expect(shell.run("print $rows") == "[{n: 1, square: 1}, {n: 2, square: 4}]")
    shell.run("let none = UNWIND [] AS n RETURN n;")
    #expect(shell.run("print $none") == "[]")
    #expect(shell.errors == "")
  }

  @Test func `The last answer is a parameter of the next query`() {
    shell.run("UNWIND [1, 2] AS n RETURN n;")
    #expect(shell.run("print [row IN $_ | row.n]") == "[1, 2]")
    shell.run("RETURN 'x' AS s;")
    #expect(shell.run("print $_ + $_") == "xx")
  }

  @Test func `A variable that was never bound is named with the near one`() {
    shell.run("let threshold = 1", "RETURN $treshold;")
    #expect(
      shell.errors == """
        error: no variable '$treshold'
          RETURN $treshold
                 ^^^^^^^^^
        hint: did you mean '$threshold'?
        """)
    shell.run("print $x")
    #expect(shell.errors.contains("no variable '$x'"))
    shell.run("add client $nobody")
    #expect(shell.errors.contains("no variable '$nobody'"))
  }

  @Test func `Variables stand for names and values in commands`() {
    shell.run("let row = RETURN {name: 'Северсталь', since: date('2020-02-29')};")
    shell.run("add client $row.name since=$row.since")
    #expect(shell.errors == "")
    #expect(
      shell.run("MATCH (c:Client) RETURN c.name AS name, c.since AS since;").contains(
        "Северсталь │ 2020-02-29"))
    shell.run("add client \"$row.name\"")
    #expect(shell.run("MATCH (c:Client {name: '$row.name'}) RETURN count(c) AS n;").contains("1"))
  }

  @Test func `A statement that fails leaves nothing behind`() {
    shell.run("UNWIND [1, 0] AS n CREATE (:A {p: 1 / n});")
    #expect(shell.errors != "")
    #expect(shell.session.graph.nodeCount == 0)
    #expect(!shell.session.graph.isInTransaction)
  }

  @Test func `A statement that fails inside a transaction takes back only itself`() {
    shell.run("begin", "CREATE (:A);", "UNWIND [1, 0] AS n CREATE (:B {p: 1 / n});", "CREATE (:C);", "commit")
    #expect(shell.session.graph.nodeCount == 2)
    #expect(shell.session.graph.transactions.count == 1)
  }

  @Test func `A transaction is rolled back as a whole`() {
    #expect(shell.run("begin", "CREATE (:A);", "add client Acme", "rollback").hasSuffix("rolled back"))
    #expect(shell.session.graph.nodeCount == 0)
    shell.run("commit")
    #expect(shell.errors.contains("no transaction is open"))
    shell.run("begin", "begin")
    #expect(shell.errors.contains("a transaction is open already"))
    shell.run("undo")
    #expect(shell.errors.contains("waits for the end of the transaction"))
  }

  @Test func `Undo and redo say what they took back and made again`() {
    shell.run("CREATE (:A {p: 1}),\n (:B);")
    #expect(shell.run("undo") == "undone: CREATE (:A {p: 1}), … (2 nodes deleted)")
    #expect(shell.run("redo") == "redone: CREATE (:A {p: 1}), … (2 nodes created)")
    shell.run("undo", "undo")
    #expect(shell.errors.contains("there is nothing to undo"))
  }

  @Test func `A snapshot is compared with and gone back to`() {
    shell.run(
      "add client Acme", "snapshot one", "edit Acme region=Ural", "add client Северсталь", "snapshot two")
    #expect(shell.run("diff one").contains("(2 rows)"))
    #expect(shell.run("diff one to two").contains("Ural"))
    #expect(shell.run("restore one") == "restored 'one': 1 node changed, 1 node deleted")
    #expect(shell.run("diff one").hasSuffix("(0 rows)"))
    #expect(shell.run("undo") == "undone: restore one (1 node created, 1 node changed)")
    shell.run("restore on")
    #expect(shell.errors.contains("did you mean 'one'?"))
  }

  @Test func `Reading only refuses commands and queries that write, and nothing else`() {
    let reader = TestShell(rules: SessionRules(isReadOnly: true))
    for line in ["CREATE (:A);", "add client Acme", "undo", "save"] {
      reader.run(line)
      #expect(reader.errors.contains("read"), "\(line)")
    }
    reader.run("list clients", "MATCH (n) RETURN n;", "begin", "rollback", "let x = 1")
    #expect(reader.errors == "")
  }

  @Test func `An ambiguous name is asked for at the prompt and an error elsewhere`() {
    let setUp = ["add person Ivan Petrov", "add person Ivan Petrenko"]
    for line in setUp { shell.run(line) }
    shell.run("card Ivan")
    #expect(shell.errors.contains("it can be Ivan Petrov"))
    let asked = TestShell(answers: "2\n")
    for line in setUp { asked.run(line) }
    #expect(asked.run("card ivan").contains("Petrenko"))
    #expect(asked.errors == "")
  }

  @Test(arguments: ["северсталь", "СЕВЕРСТАЛЬ", "Север", "Северсталь", "Йод", "йод"])
  func `A name is found whatever its case and composition, and by its beginning`(_ name: String) {
    shell.run("add client Северсталь", "add client Йод")
    shell.run("card \(name)")
    #expect(shell.errors == "")
  }

  @Test func `A name that is spelt wrongly gets the near one, and nothing is made by it`() {
    shell.run("add client Северсталь", "edit Севрсталь region=x")
    #expect(shell.errors.contains("did you mean 'Северсталь'?"))
    #expect(shell.session.graph.nodeCount == 1)
  }

  @Test func `An exact name wins over one that begins so`() {
    shell.run("add client Acme", "add client Acme Steel")
    shell.run("edit Acme region=Ural")
    #expect(shell.errors == "")
  }
}
