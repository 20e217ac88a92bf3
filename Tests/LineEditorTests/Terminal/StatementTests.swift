import TestSupport
import Testing

/// Statements of several lines, the history and the paste, as a person sees them.
struct StatementTests {
  let host = EditorHost()

  @Test
  func `Enter goes on in a new line while the statement isn't whole, and the prompt says what is missing`()
    throws
  {
    let terminal = try host.start()
    terminal.type("match (n)\rreturn n")
    try terminal.wait(for: "two lines and a hint") {
      $0.text == "host> match (n)\n   ;> return n\n';' ends the query"
    }
    terminal.type(";\r")
    try terminal.wait(for: "read: match (n) / return n;")
    #expect(!terminal.screen.text.contains("ends the query"))
  }

  @Test func `Up and Down go through the lines of the text and keep the column`() throws {
    let terminal = try host.start()
    terminal.type("match (n)\rreturn")
    terminal.press(.up)
    terminal.type("!")
    try terminal.wait(for: "a mark above") { $0.text.hasPrefix("host> match !(n)\n   ;> return\n") }
    terminal.press(.down)
    terminal.type("?")
    try terminal.wait(for: "a mark below") { $0.text.hasPrefix("host> match !(n)\n   ;> return?\n") }
  }

  @Test func `Home and End go to the ends of the line, then of the text`() throws {
    let terminal = try host.start()
    terminal.type("match\rreturn 1;")
    terminal.press(.home)
    terminal.type("a")
    terminal.press(.home, .home)
    terminal.type("m")
    try terminal.wait(for: "both") { $0.text.hasPrefix("host> mmatch\n") && $0.text.contains("> areturn 1;") }
  }

  @Test func `Up brings a statement of several lines back as one, Down what was being typed`() throws {
    let terminal = try host.start()
    try host.enter("match (n)\rreturn n;", terminal)
    terminal.type("draft")
    terminal.press(.up)
    try terminal.wait(forLine: "   ;> return n;")
    #expect(terminal.screen.text.hasSuffix("host> match (n)\n   ;> return n;"))
    terminal.press(.down)
    try terminal.wait(forLine: "host> draft")
    #expect(terminal.screen.text.hasSuffix("/ return n;\nhost> draft"))
  }

  @Test func `what was changed in the history on the way is there again on the way back`() throws {
    let terminal = try host.start()
    try host.enter("one", terminal)
    try host.enter("two", terminal)
    terminal.press(.up)
    terminal.type("!")
    terminal.press(.up)
    try terminal.wait(forLine: "host> one")
    terminal.press(.down)
    try terminal.wait(forLine: "host> two!")
  }

  @Test func `Down returns a long text that was being typed whole`() throws {
    let terminal = try host.start()
    try host.enter("one", terminal)
    let long = String(repeating: "слово ", count: 500) + "конец"
    terminal.paste(long)
    try terminal.wait(for: "its end") { $0.cursorLine.hasSuffix("конец") }
    terminal.press(.up, .up, .home, .down, .enter)
    try terminal.wait(for: "read: слово слово")
    #expect(host.history == "one\n\(long)\n")
  }

  @Test func `a paste of three lines runs nothing before Enter`() throws {
    let terminal = try host.start()
    terminal.paste("one\ntwo\nthree\n")
    try terminal.wait(for: "three lines") { $0.text == "host> one\n    > two\n    > three" }
    #expect(!terminal.screen.text.contains("read"))
    terminal.press(.enter)
    try terminal.wait(for: "read: one / two / three")
  }

  @Test func `a tab in a paste completes nothing`() throws {
    let terminal = try host.start()
    terminal.paste("ири\t\tx")
    try terminal.wait(forLine: "host> ири    x")
  }

  @Test func `a paste of fifty thousand characters arrives whole`() throws {
    let terminal = try host.start()
    let lines = (1...1000).map { "line \($0) of a long paste, строка \($0)" }
    terminal.paste("match " + lines.joined(separator: "\n") + ";")
    try terminal.wait(forLine: "   ;> line 1000 of a long paste, строка 1000;")
    #expect(terminal.screen.row == 19)
    terminal.press(.enter)
    try terminal.wait(for: "read: match line 1 ")
    #expect(host.history == "match " + lines.joined(separator: "\\n") + ";\n")
  }

  @Test func `a text that is taller than the terminal shows the part around the cursor`() throws {
    let terminal = try host.start(rows: 6)
    terminal.paste("match " + (1...20).map(String.init).joined(separator: "\n"))
    try terminal.wait(forLine: "   ;> 20")
    for _ in 1..<20 { terminal.press(.up) }
    try terminal.wait(forLine: "host> match 1")
    terminal.type("x")
    try terminal.wait(for: "an x") { $0.cursorLine.hasPrefix("host> ") && $0.cursorLine.contains("x") }
  }

  @Test func `in twenty columns everything stays in its place`() throws {
    let terminal = try host.start(columns: 20)
    terminal.type("match (клиент)\rreturn клиент.имя, клиент.город")
    try terminal.wait(for: "wrapped lines") {
      $0.text == "host> match (клиент)\n   ;> return клиент.\nимя, клиент.город\n';' ends the query"
    }
    terminal.type(";\r")
    try terminal.wait(for: "read:")
  }

  @Test func `Ctrl-R finds older statements letter by letter`() throws {
    let terminal = try host.start()
    try host.enter("Позвонить Ивану", terminal)
    try host.enter("list clients", terminal)
    try host.enter("Позвонить Ирине", terminal)
    terminal.press(.controlR)
    terminal.type("позв")
    try terminal.wait(forLine: "host> Позвонить Ирине")
    #expect(terminal.screen.text.contains("search: позв"))
    terminal.press(.controlR)
    try terminal.wait(forLine: "host> Позвонить Ивану")
    terminal.press(.right)
    terminal.press(.end)
    terminal.type("!\r")
    try terminal.wait(for: "read: Позвонить Ивану!")
    #expect(!terminal.screen.text.contains("search:"))
  }

  @Test func `Ctrl-G gives a search up and an arrow takes what it found`() throws {
    let terminal = try host.start()
    try host.enter("alpha", terminal)
    terminal.type("draft")
    terminal.press(.controlR)
    terminal.type("al")
    try terminal.wait(forLine: "host> alpha")
    terminal.press(.controlG)
    try terminal.wait(forLine: "host> draft")
    terminal.press(.controlR)
    terminal.type("al")
    try terminal.wait(forLine: "host> alpha")
    terminal.press(.left)
    terminal.type("-")
    try terminal.wait(forLine: "host> alph-a")
  }

  @Test func `TAB puts in what all names have in common, a second one lists them`() throws {
    let terminal = try host.start()
    terminal.type("ив\t")
    try terminal.wait(forLine: "host> Иван")
    #expect(terminal.screen.text == "host> Иван")
    terminal.press(.tab)
    try terminal.wait(for: "a list") {
      $0.text == "host> Иван\nИван Петров   person  Иван Сидоров  person"
    }
    #expect(terminal.screen.row == 0 && terminal.screen.column == "host> Иван ".count)
    terminal.type("x")
    try terminal.wait(for: "no list") { $0.text == "host> Иван x" }
  }

  @Test func `TAB completes the only name with a space behind it`() throws {
    let terminal = try host.start()
    terminal.type("call ири\t")
    try terminal.wait(for: "the name") { $0.cursorLine == "host> call Ирина Котова" }
    try terminal.wait(for: "the space") { $0.column == "host> call Ирина Котова ".count }
  }

  @Test func `TAB where nothing fits changes nothing`() throws {
    let terminal = try host.start()
    terminal.type("zzz\t\t!")
    try terminal.wait(forLine: "host> zzz!")
  }

  @Test func `another size of the terminal draws the text anew`() throws {
    let terminal = try host.start(columns: 60)
    terminal.type("match " + String(repeating: "слово ", count: 6) + "\rreturn")
    try terminal.wait(for: "';' ends the query")
    terminal.resize(columns: 30, rows: 20)
    try terminal.wait(for: "wrapped rows") {
      $0.text.hasSuffix(
        "host> match слово слово слово\nслово слово слово\n   ;> return\n';' ends the query")
    }
    terminal.type(";\r")
    try terminal.wait(for: "read:")
  }
}
