import TestSupport
import Testing

/// kamsh itself in a pseudo-terminal: what a person sees.
struct PromptTests {
  let shell = InteractiveShell()

  @Test func `commands and queries with Cyrillic names are typed, run and shown`() throws {
    let terminal = try shell.start()
    try shell.enter("add client Северсталь", terminal, shows: "added client Северсталь")
    try shell.enter("MATCH (c:Client) RETURN c.name;", terminal, shows: "Северсталь")
  }

  @Test func `a query goes on over lines, and an empty one ends it`() throws {
    let terminal = try shell.start()
    terminal.type("RETURN 1\r+ 1\r")
    try terminal.wait(for: "the continuation") {
      $0.text.hasSuffix("kamsh> RETURN 1\n    ;> + 1\n    ;>\n';' or an empty line ends the query")
    }
    terminal.press(.enter)
    try terminal.wait(for: "(1 row)")
    try terminal.wait(forLine: "kamsh>")
    terminal.press(.up)
    try terminal.wait(forLine: "    ;>")
    #expect(terminal.screen.text.contains("kamsh> RETURN 1\n    ;> + 1\n    ;>"))
  }

  @Test func `a block is one statement to the prompt`() throws {
    let terminal = try shell.start()
    terminal.type("if 1 = 1\rprint 'yes'\r")
    try terminal.wait(for: "'end' closes the block")
    terminal.type("end\r")
    try terminal.wait(for: "the answer") { $0.text.hasSuffix("\nyes\nkamsh>") }
  }

  @Test func `three commands that are pasted run after Enter, one after the other`() throws {
    let terminal = try shell.start()
    terminal.paste("add client Альфа\nadd client Бета\nadd client Гамма\n")
    try terminal.wait(forLine: "     > add client Гамма")
    #expect(!terminal.screen.text.contains("added"))
    terminal.press(.enter)
    try terminal.wait(for: "all three") {
      $0.text.hasSuffix("added client Альфа\nadded client Бета\nadded client Гамма\nkamsh>")
    }
  }

  @Test func `TAB completes a Cyrillic name, twice it lists those that fit`() throws {
    let terminal = try shell.start()
    try shell.enter("add client Северсталь", terminal, shows: "added")
    try shell.enter("add client Севмаш", terminal, shows: "added")
    terminal.type("card с\t")
    try terminal.wait(forLine: "kamsh> card Сев")
    terminal.press(.tab)
    try terminal.wait(for: "the list") {
      $0.text.hasSuffix("card Сев\nСеверсталь  client  Севмаш      client")
    }
    terminal.type("м\t")
    try terminal.wait(for: "the name") { $0.cursorLine == "kamsh> card Севмаш" && $0.column == 19 }
  }

  @Test func `Ctrl-C stops a query that runs, and the prompt goes on`() throws {
    let terminal = try shell.start()
    terminal.type("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b % 7);\r")
    try terminal.wait(for: "the query to run") { !$0.announcesPaste }
    try terminal.wait(for: "running,")
    terminal.press(.controlC)
    try terminal.wait(for: "interrupted")
    try shell.enter("RETURN 41 + 1;", terminal, shows: "42")
    terminal.press(.controlD)
    #expect(try terminal.exitStatus() == 0)
  }

  @Test func `Ctrl-C at the prompt drops the line and spoils nothing that follows`() throws {
    let terminal = try shell.start()
    terminal.type("add client Лиш")
    try terminal.wait(forLine: "kamsh> add client Лиш")
    terminal.press(.controlC)
    try terminal.wait(for: "a new prompt") { $0.text.hasSuffix("add client Лиш^C\nkamsh>") }
    try shell.enter("RETURN 6 * 7;", terminal, shows: "42")
  }

  @Test func `Ctrl-D leaves with the terminal as it was`() throws {
    let terminal = try shell.start()
    terminal.press(.controlD)
    #expect(try terminal.exitStatus() == 0)
    shell.expectRestored()
  }

  @Test func `a signal to end leaves the terminal as it was`() throws {
    let terminal = try shell.start()
    terminal.type("half")
    try terminal.wait(forLine: "kamsh> half")
    terminal.signal(15)
    #expect(try terminal.exitStatus() == 143)
    shell.expectRestored()
  }

  @Test func `the history lies in the user's state, and the next session has it`() throws {
    let first = try shell.start()
    try shell.enter("let n = 1", first, shows: "")
    try shell.enter(" let secret = 2", first, shows: "")
    first.press(.controlD)
    #expect(try first.exitStatus() == 0)
    #expect(shell.folder.text(of: ".local/state/kamsh/history") == "let n = 1\n")
    let second = try shell.start()
    second.press(.up)
    try second.wait(forLine: "kamsh> let n = 1")
  }

  @Test func `a home that can't be written to is told once`() throws {
    let terminal = try shell.start(["XDG_STATE_HOME": "/proc"])
    try shell.enter("let n = 1", terminal, shows: "the history is not kept: /proc/kamsh/history")
    try shell.enter("let m = 1", terminal, shows: "")
    let said = terminal.screen.everything.split(separator: "the history is not kept").count - 1
    #expect(said == 1)
  }

  @Test func `the prompt names the book, and marks an open transaction`() throws {
    let terminal = try shell.start(arguments: ["книга.json"], prompt: "книга>")
    terminal.type("begin\r")
    try terminal.wait(forLine: "книга*>")
    terminal.type("rollback\r")
    try terminal.wait(for: "the mark gone") {
      $0.cursorLine == "книга>" && $0.text.contains("книга*> rollback")
    }
  }

  @Test func `in a terminal of twenty columns and in a dumb one statements run as well`() throws {
    let narrow = try shell.start(columns: 20)
    narrow.type("RETURN 'слово слово слово' AS x;\r")
    try narrow.wait(for: "(1 row)")
    let dumb = try shell.start(["TERM": "dumb"])
    dumb.type("RETURN 40\r+ 2;\r")
    try dumb.wait(for: "42")
    #expect(!dumb.transcript.contains(0x1B))
  }
}
