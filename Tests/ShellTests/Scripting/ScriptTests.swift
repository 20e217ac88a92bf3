import TestSupport
import Testing

@testable import Shell

/// Scripts: blocks, parameters, files that run each other.
struct ScriptTests {
  private let shell = TestShell()
  private let folder = TemporaryFolder()

  @Test func `The first condition that holds decides, null holds never`() {
    let lines = ["if null", "print 'a'", "else if 1 > 2", "print 'b'", "else", "print 'c'", "end"]
    #expect(shell.run(lines.joined(separator: "\n")) == "c")
    shell.run("if 1\nprint 'a'\nend")
    #expect(shell.errors.contains("neither true nor false"))
  }

  @Test func `A loop goes through rows or elements and gives the variable back`() {
    shell.run("let x = 'before'")
    #expect(shell.run("for x in UNWIND [1, 2] AS n RETURN n;\nprint $x.n\nend\nprint $x") == "1\n2\nbefore")
    #expect(shell.run("for x in [[1], []]\nprint size($x)\nend") == "1\n0")
    #expect(shell.run("for y in null\nprint $y\nend") == "")
    shell.run("for y in 5\nend")
    #expect(shell.errors.contains("the rows of a query or the elements of a list"))
    shell.run("for 2 in [1]\nend")
    #expect(shell.errors.contains("a loop reads"))
  }

  @Test func `A failure inside a block ends the block`() {
    #expect(shell.run("for x in [1, 0, 2]\nprint 1 / $x\nend\nprint 'on'") == "1\non")
    #expect(shell.errors.contains("print 1 / $x"))
  }

  @Test func `An assertion that fails shows both sides`() {
    shell.run("assert 1 + 1 = 3 \"arithmetic\"")
    #expect(
      shell.errors == """
        error: assertion failed: arithmetic
          assert 1 + 1 = 3 "arithmetic"
                 ^^^^^^^^^
        hint: 2 on the left, 3 on the right
        """)
    shell.run("assert null")
    #expect(shell.errors.contains("hint: it is null"))
  }

  @Test(arguments: [
    "assert 'a' = 'a'", "assert 'a' = \"a\" \"message\"", "assert 'abc' CONTAINS 'b'",
    "assert 'abc' STARTS WITH 'a' 'message'", "assert true \"message with = and 'quotes'\"",
    "assert NOT 'a' = 'b'", "assert 'a' IN ['a'] \"in\"", "assert 1 IS NOT NULL 'x'",
    "assert CASE WHEN true THEN true ELSE 'x' END 'message'",
  ])
  func `The message of an assertion is told from its expression`(_ line: String) {
    shell.run(line)
    #expect(shell.errors == "")
  }

  @Test func `Arguments have the type of the default`() throws {
    try folder.write(
      "param n = 1\nparam share = 0.1\nparam flag = false\nparam text = '1'\nparam free\n"
        + "print [$n, $share, $flag, $text, $free]\n", to: "a.kam")
    let path = "\(folder.path)/a.kam"
    #expect(shell.run("run \(path) free=007") == "[1, 0.1, false, '1', '007']")
    #expect(shell.run("run \(path) n=2 share=5 flag=yes text=7 free=7") == "[2, 5.0, true, '7', 7]")
    shell.run("run \(path) free=x n=two")
    #expect(shell.errors.contains("n: 'two' is not a number"))
    shell.run("run \(path)")
    #expect(shell.errors.contains("'param' needs free=VALUE"))
    shell.run("run \(path) fre=1")
    #expect(shell.errors.contains("did you mean 'free'?"))
  }

  @Test func `A script that runs itself is stopped`() throws {
    try folder.write("run \(folder.path)/a.kam\n", to: "a.kam")
    shell.run("run \(folder.path)/a.kam")
    #expect(shell.errors.contains("scripts run each other more than 32 deep"))
  }

  @Test func `A failure in a script that another runs is shown where it is`() throws {
    try folder.write("print 1\n\tRETURN zwei;\n", to: "inner.kam")
    shell.run("run \(folder.path)/inner.kam")
    #expect(
      shell.errors == """
        \(folder.path)/inner.kam:2:9: zwei is not defined
              RETURN zwei
                     ^^^^
        hint: no variable is in scope
        """)
  }

  @Test func `A script that is not there is an error at its name`() {
    shell.run("run \(folder.path)/none.kam")
    let errors = shell.errors
    #expect(errors.contains("none.kam: No such file or directory"))
    #expect(errors.contains("^^^^"))
    shell.run("run \(folder.path)")
    #expect(shell.errors.contains("Is a directory"))
  }

  @Test func `Notes are for people: a script says what it prints and nothing else`() throws {
    try folder.write("add client Acme\nprint 'done'\n", to: "a.kam")
    #expect(shell.run("run \(folder.path)/a.kam") == "done")
    #expect(shell.run("add client Beta") == "added client Beta")
  }

  @Test func `Quit ends all scripts at hand`() throws {
    try folder.write("print 1\nquit\nprint 2\n", to: "a.kam")
    #expect(shell.run("run \(folder.path)/a.kam\nprint 3") == "1")
  }

  @Test func `The header of a script gives its help and its arguments`() {
    let header = ScriptHeader(
      Array("#!/usr/bin/env kamsh\n# Report of a month.\n# More.\n\nparam month = 11\nparam x\n".utf8))
    #expect(header.summary == "Report of a month")
    #expect(header.details == "More.")
    #expect(header.parameters == [.init(name: "month", standard: "11"), .init(name: "x", standard: nil)])
    #expect(ScriptHeader([]).summary == nil)
  }
}
