import Testing

@testable import Shell

/// One line of JSON a statement.
struct MachineScreenTests {
  private func run(_ text: String) -> [String] {
    let mark = #""elapsedMs":"#
    return TestShell(isMachine: true).run(text).split(separator: "\n").map { line in
      guard let time = line.firstRange(of: mark)?.upperBound else { return String(line) }
      return line[..<time] + "0}"
    }
  }

  @Test func `A query answers with columns, rows and changes`() {
    #expect(
      run("RETURN 1 AS n, 'x' AS s;") == [
        #"{"statement":1,"columns":["n","s"],"rows":[[1,"x"]],"changes":{},"elapsedMs":0}"#
      ])
    #expect(
      run("CREATE (:A {p: 1});") == [
        #"{"statement":1,"columns":[],"rows":[],"changes":{"+nodes":1,"+labels":1,"+properties":1},"elapsedMs":0}"#
      ])
  }

  @Test func `A command answers once, its words as text`() {
    #expect(
      run("print 'a'\nprint 1") == [
        #"{"statement":1,"columns":[],"rows":[],"text":["a"],"changes":{},"elapsedMs":0}"#,
        #"{"statement":2,"columns":[],"rows":[],"text":["1"],"changes":{},"elapsedMs":0}"#,
      ])
  }

  @Test func `A block answers once, with all that it said`() {
    let lines = run("for x in [1, 2]\nprint $x\nRETURN $x AS x;\nend")
    #expect(
      lines == [
        #"{"statement":1,"columns":["x"],"rows":[[1]],"answers":[{"columns":["x"],"rows":[[1]]},{"columns":["x"],"rows":[[2]]}],"text":["1","2"],"changes":{},"elapsedMs":0}"#
      ])
  }

  @Test func `An error answers with its triple and its place in the statement`() {
    #expect(
      run("RETURN 1;\n\nRETURN x;\nprint 2").dropFirst().first
        == #"{"statement":2,"error":{"type":"SyntaxError","phase":"compile time","detail":"UndefinedVariable","message":"x is not defined","line":1,"column":8,"hint":"no variable is in scope"}}"#
    )
    #expect(
      run("lst").first
        == #"{"statement":1,"error":{"type":"CommandError","phase":"compile time","detail":"UnknownVerb","message":"no command or query begins with 'lst'","line":1,"column":1,"hint":"did you mean 'let', 'list' or 'ls'?"}}"#
    )
    #expect(run("end").first?.hasPrefix(#"{"statement":1,"error":{"type":"SyntaxError""#) == true)
  }
}
