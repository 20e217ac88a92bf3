import TestSupport
import Testing

/// The editor in a real pseudo-terminal, with a program around it that echoes what it reads.
struct EditingTests {
  let host = EditorHost()

  @Test func `a line is shown as it is typed and read when Enter is pressed`() throws {
    let terminal = try host.start()
    terminal.type("list clients")
    try terminal.wait(forLine: "host> list clients")
    terminal.press(.enter)
    try terminal.wait(for: "read: list clients")
  }

  @Test func `Cyrillic is shown and read as it was typed`() throws {
    let terminal = try host.start()
    terminal.type("привет, Ёлка")
    try terminal.wait(forLine: "host> привет, Ёлка")
    terminal.press(.enter)
    try terminal.wait(for: "read: привет, Ёлка")
  }

  @Test func `text is put in and deleted in the middle of a line`() throws {
    let terminal = try host.start()
    terminal.type("Иван Петров")
    terminal.press(.home, .right, .right, .right, .right)
    terminal.type("ов")
    try terminal.wait(forLine: "host> Иванов Петров")
    #expect(terminal.screen.column == "host> Иванов".count)
    terminal.press(.backspace, .backspace, .delete, .end, .backspace)
    try terminal.wait(forLine: "host> ИванПетро")
  }

  @Test func `a mark that combines stays with its letter, moves with it and is deleted with it`() throws {
    let terminal = try host.start()
    terminal.type("codes и\u{306}x")
    try terminal.wait(forLine: "host> codes й" + "x")
    terminal.press(.left, .left)
    try terminal.wait(for: "the cursor before the letter") { $0.column == "host> codes ".count }
    terminal.press(.end, .backspace, .enter)
    try terminal.wait(for: "63 6f 64 65 73 20 439")
  }

  @Test func `a mark without a composed form is kept and shown`() throws {
    let terminal = try host.start()
    terminal.type("codes q\u{301}")
    try terminal.wait(forLine: "host> codes q\u{301}")
    terminal.press(.home, .end, .enter)
    try terminal.wait(for: "71 301")
  }

  @Test func `an emoji of several parts is one character to the cursor`() throws {
    let terminal = try host.start()
    terminal.type("a👩‍💻🇷🇸b")
    try terminal.wait(forLine: "host> a👩‍💻🇷🇸b")
    terminal.press(.left, .backspace, .backspace, .backspace)
    terminal.press(.enter)
    try terminal.wait(for: "read: b")
  }

  @Test func `a line that is longer than the terminal runs on in the next row`() throws {
    let terminal = try host.start(columns: 20)
    let digits = String(repeating: "1234567890", count: 4)
    terminal.type(digits)
    try terminal.wait(for: "three rows") { $0.text == "host> 12345678901234\n56789012345678901234\n567890" }
    terminal.press(.home)
    terminal.type("x")
    try terminal.wait(for: "three rows") { $0.text == "host> x1234567890123\n45678901234567890123\n4567890" }
    terminal.press(.end)
    for _ in 0..<30 { terminal.press(.backspace) }
    try terminal.wait(forLine: "host> x1234567890")
    #expect(terminal.screen.text == "host> x1234567890")
    terminal.press(.enter)
    try terminal.wait(for: "read: x1234567890")
  }

  @Test func `a row that is exactly full leaves the cursor at the beginning of the next`() throws {
    let terminal = try host.start(columns: 20)
    terminal.type("12345678901234")
    try terminal.wait(for: "the cursor in the second row") { $0.row == 1 && $0.column == 0 }
    #expect(terminal.screen.text == "host> 12345678901234")
    terminal.press(.backspace)
    try terminal.wait(forLine: "host> 1234567890123")
  }

  @Test func `a wide character that doesn't fit goes to the next row whole`() throws {
    let terminal = try host.start(columns: 20)
    terminal.type("1234567890123漢字")
    try terminal.wait(for: "two rows") { $0.text == "host> 1234567890123\n漢字" }
    terminal.press(.left, .left)
    terminal.type("漢")
    try terminal.wait(for: "two rows") { $0.text == "host> 1234567890123\n漢漢字" }
  }

  @Test func `a tab and control characters are shown as something harmless`() throws {
    let terminal = try host.start()
    terminal.paste("a\tb")
    try terminal.wait(forLine: "host> a  b")
  }

  @Test func `undo takes words and pastes back`() throws {
    let terminal = try host.start()
    terminal.type("hello")
    try terminal.wait(forLine: "host> hello")
    terminal.paste(" world")
    try terminal.wait(forLine: "host> hello world")
    terminal.press(.controlUnderscore)
    try terminal.wait(forLine: "host> hello")
    terminal.press(.controlUnderscore)
    try terminal.wait(forLine: "host>")
  }

  @Test func `a key without a meaning does nothing`() throws {
    let terminal = try host.start()
    terminal.type("a\u{1B}[5~\u{1B}[1;5A\u{1B}[24~b")
    try terminal.wait(forLine: "host> ab")
  }

  @Test func `Ctrl-L clears the screen and keeps the line`() throws {
    let terminal = try host.start()
    terminal.type("one")
    terminal.press(.enter)
    try terminal.wait(for: "read: one")
    terminal.type("two")
    terminal.press(.controlL)
    try terminal.wait(for: "a clear screen") { $0.text == "host> two" }
  }

  @Test func `in another locale than UTF-8 Cyrillic works as well`() throws {
    let terminal = try host.start(["LANG": "C", "LC_ALL": "POSIX"])
    terminal.type("Зима")
    terminal.press(.left, .backspace, .enter)
    try terminal.wait(for: "read: Зиа")
  }

  @Test func `colour is there only when it is asked for`() throws {
    let plain = try host.start()
    plain.type("x")
    try plain.wait(forLine: "host> x")
    #expect(!String(decoding: plain.transcript, as: UTF8.self).contains("\u{1B}[1;36m"))
    let coloured = try host.start(arguments: ["--colour"])
    coloured.type("x")
    try coloured.wait(forLine: "host> x")
    #expect(String(decoding: coloured.transcript, as: UTF8.self).contains("\u{1B}[1;36mhost> \u{1B}[0m"))
  }
}
