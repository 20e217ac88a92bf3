import TestSupport
import Testing

/// The program's exit codes, as scripts of others rely on them.
struct ExitCodeTests {
  private let kamsh = Kamsh()

  @Test func `All well is 0 and says nothing on standard error`() throws {
    let result = try kamsh.run("kamsh -c 'RETURN 1 AS n'")
    #expect(result.status == 0)
    #expect(result.output == " n\n───\n 1\n(1 row)\n")
    #expect(result.errors == "")
  }

  @Test(arguments: [
    "kamsh -c 'lst clients'", "kamsh -c 'RETURN 1' -c 'RETURN x'", "echo 'RETURN x' | kamsh",
    "kamsh -c 'assert false'", "kamsh -c 'fail \"no\"'", "kamsh missing.kam", "kamsh -c 'run missing.kam'",
    "kamsh --keep-going -c 'RETURN x; RETURN 1;'", "kamsh -c 'begin'", "kamsh -c 'if true'",
    "kamsh --atomic -c 'CREATE (:A); RETURN x;'", "kamsh --read-only -c 'CREATE (:A)'",
    "kamsh --safe -c 'run x.kam'", "kamsh --machine -c 'RETURN x'", "kamsh -c 'RETURN 1 / 0'",
    "kamsh -c 'log call with'", "kamsh -c 'print \"a'", "printf '\\377' | kamsh",
  ])
  func `A statement that fails is 1`(_ line: String) throws {
    #expect(try kamsh.run(line).status == 1, "\(line)")
  }

  @Test(arguments: [
    "kamsh --nonsense", "kamsh --format xml", "kamsh a.json b.json", "kamsh key=value", "kamsh -c",
  ])
  func `Wrong usage is 2 and names the way out`(_ line: String) throws {
    let result = try kamsh.run(line)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("kamsh: "))
  }

  @Test func `An argument that no script takes is 2`() throws {
    try kamsh.folder.write("param month = 11\nprint $month\n", to: "a.kam")
    #expect(try kamsh.run("kamsh a.kam month=12").output == "12\n")
    let result = try kamsh.run("kamsh a.kam mnth=12")
    #expect(result.status == 2)
    #expect(result.errors.contains("did you mean 'month'?"))
  }

  @Test func `A book that can't be opened or saved is 3`() throws {
    try kamsh.folder.write("not a book", to: "a.json")
    #expect(try kamsh.run("kamsh a.json -c 'RETURN 1'").status == 3)
    #expect(try kamsh.run("kamsh nowhere/a.json -c 'CREATE (:A)'").status == 3)
    #expect(try kamsh.run("kamsh --read-only missing.json -c 'RETURN 1'").status == 3)
    #expect(try kamsh.run("kamsh /dev/null/a.json -c 'CREATE (:A)'").status == 3)
    #expect(kamsh.folder.text(of: "a.json") == "not a book")
  }

  @Test func `Ctrl-C is 130`() throws {
    let line = """
      kamsh -c 'UNWIND range(1, 100000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a * b)' &
      sleep 0.5; kill -INT -- -$!; wait $!
      """
    // Without job control a shell starts its background work deaf to Ctrl-C.
    let result = try kamsh.run("set -m\n" + line)
    #expect(result.status == 130)
    #expect(result.errors.hasPrefix("error: interrupted: "))
  }

  @Test func `An output that is closed early ends the run quietly`() throws {
    let line = "kamsh -c 'UNWIND range(1, 100000) AS n RETURN n' | head -1; echo ${PIPESTATUS[0]}"
    let result = try kamsh.run(line)
    #expect(result.output.split(separator: "\n").last == "141")
    #expect(result.errors == "")
  }

  @Test func `A full disk is told and is no success`() throws {
    let result = try kamsh.run("kamsh -c 'RETURN 1' >/dev/full")
    #expect(result.status == 1)
    #expect(result.errors.contains("No space left"))
  }

  @Test func `Help and version need nothing`() throws {
    #expect(try kamsh.run("kamsh --help").output.hasPrefix("Usage: kamsh"))
    #expect(try kamsh.run("kamsh --version").output.hasPrefix("kamsh 0."))
  }
}
