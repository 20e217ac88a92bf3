import TestSupport
import Testing

/// Statements from every side: arguments, files, pipes.
struct InputTests {
  private let kamsh = Kamsh()

  @Test func `Arguments and scripts run in the order of the command line and share their variables`() throws {
    try kamsh.folder.write("#!/usr/bin/env kamsh\nlet b = $a + 1\n", to: "b.kam")
    #expect(try kamsh.run("kamsh -c 'let a = 1' b.kam -c 'print $a + $b'").output == "3\n")
  }

  @Test func `The last statement runs without its semicolon or newline`() throws {
    #expect(try kamsh.run("kamsh", input: "print 1\nRETURN 2 AS n").output == "1\n n\n───\n 2\n(1 row)\n")
  }

  @Test func `A script stops at its first failure and says where`() throws {
    try kamsh.folder.write("print 1\n\n  RETURN zwei;\nprint 3\n", to: "a.kam")
    let result = try kamsh.run("kamsh a.kam")
    #expect(result.output == "1\n")
    #expect(result.errors.hasPrefix("a.kam:3:10: "))
    #expect(result.errors.contains("\n    RETURN zwei\n           ^^^^\n"))
    #expect(try kamsh.run("kamsh --keep-going a.kam").output == "1\n3\n")
  }

  @Test func `A missing semicolon before a command is named`() throws {
    let result = try kamsh.run("kamsh", input: "RETURN 1 AS n\nlist clients\n")
    #expect(result.status == 1)
    #expect(result.errors.hasPrefix("standard input:2:1: missing ';' before the command 'list'\n"))
  }

  @Test func `Cyrillic goes through untouched`() throws {
    let result = try kamsh.run("kamsh --format csv", input: "RETURN 'Северсталь ПАО' AS имя;\n")
    #expect(result.output == "имя\nСеверсталь ПАО\n")
  }

  @Test func `What is not UTF-8 is refused and not replaced`() throws {
    let result = try kamsh.run("printf \"print '\\\\377'\\nprint 2\\n\" | kamsh --keep-going")
    #expect(result.output == "2\n")
    #expect(result.errors.contains("not UTF-8"))
  }

  @Test func `Windows line ends and a byte order mark are no part of statements`() throws {
    let result = try kamsh.run(
      "printf '\\357\\273\\277print 1\\r\\nRETURN 2 AS n;\\r\\n' | kamsh --format csv")
    #expect(result.output == "1\nn\n2\n")
  }

  @Test func `Programs are answered at once, one line a statement`() throws {
    let line = """
      coproc kamsh --machine --keep-going
      echo 'RETURN 1 AS n;' >&${COPROC[1]}; read -r -t 20 a <&${COPROC[0]}
      echo 'RETURN x;' >&${COPROC[1]}; read -r -t 20 b <&${COPROC[0]}
      echo 'CREATE (:A {p: 1});' >&${COPROC[1]}; read -r -t 20 c <&${COPROC[0]}
      printf '%s\\n' "$a" "$b" "$c"
      """
    let lines = try kamsh.run(line).output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines.first?.hasPrefix(#"{"statement":1,"columns":["n"],"rows":[[1]],"changes":{},"elapsedMs":"#)
        == true)
    #expect(
      lines.dropFirst().first?.hasPrefix(
        #"{"statement":2,"error":{"type":"SyntaxError","phase":"compile time","detail":"UndefinedVariable""#)
        == true)
    #expect(lines.last?.contains(#""changes":{"+nodes":1,"+labels":1,"+properties":1}"#) == true)
  }

  @Test func `A script of the user's folder is a command, with help from its comment`() throws {
    try kamsh.folder.write("", to: ".keep")
    let setUp = "mkdir -p .config/kamsh/commands; "
    let script =
      "printf '# Greet somebody.\\nparam name\\nprint \"hello \" + $name\\n' >.config/kamsh/commands/greet.kam; "
    #expect(try kamsh.run(setUp + script + "kamsh -c 'greet name=Иван'").output == "hello Иван\n")
    #expect(try kamsh.run("kamsh -c 'help greet'").output.hasPrefix("greet: Greet somebody\n"))
    #expect(try kamsh.run("kamsh -c 'greet'").errors.contains("'greet' needs name=TEXT"))
    #expect(try kamsh.run("kamsh --safe -c 'greet name=x'").status == 1)
  }

  @Test func `The start-up script runs first, unless it is not wanted`() throws {
    let setUp = "mkdir -p .config/kamsh; echo 'let me = \"Olga\"' >.config/kamsh/kamshrc.kam; "
    #expect(try kamsh.run(setUp + "kamsh -c 'print $me'").output == "Olga\n")
    #expect(try kamsh.run("kamsh --no-rc -c 'print $me'").status == 1)
    #expect(try kamsh.run("kamsh --safe -c 'print $me'").status == 1)
  }

  /// The zones at the two ends of the earth never have the same day.
  @Test func `The day is that of the zone where the person is, and reports count what was recorded on it`()
    throws
  {
    let script = """
      add client Acme
      add product seals
      order Acme for seals 1 @1
      report key-clients
      print toString($today) + ' ' + toString(size($_))
      """
    let days = try ["EAST-14", "WEST+12"].map { zone in
      try kamsh.run("kamsh | tail -1", input: script, environment: ["TZ": zone]).output
    }
    let parts = days.map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    #expect(parts.map(\.last) == ["1", "1"])
    for zone in ["EAST-14", "WEST+12", "Pacific/Kiritimati", "Asia/Vladivostok"] {
      let script = "print date() = $today AND date(datetime()) = $today"
      #expect(try kamsh.run("kamsh", input: script, environment: ["TZ": zone]).output == "true\n", "\(zone)")
    }
    let apart = "print duration.inDays(date('\(parts[1][0])'), date('\(parts[0][0])')).days"
    #expect(["1\n", "2\n"].contains(try kamsh.run("kamsh", input: apart).output))
  }
}
