import Glibc
import TestSupport
import Testing

/// Signals, the ends, and the state in which the terminal is left.
struct TerminalStateTests {
  let host = EditorHost()

  private func settings(_ name: String) -> String { host.folder.text(of: "modes.\(name)") ?? "" }

  private func expectRestored(_ terminal: PseudoTerminal) {
    #expect(!settings("before").isEmpty)
    #expect(settings("after") == settings("before"))
    #expect(!terminal.screen.announcesPaste)
  }

  @Test func `Ctrl-D on an empty line ends, and the terminal is as it was`() throws {
    let terminal = try host.start()
    #expect(terminal.screen.announcesPaste)
    terminal.press(.controlD)
    #expect(try terminal.exitStatus() == 0)
    #expect(terminal.screen.text.hasPrefix("host>\nbye\n"))
    expectRestored(terminal)
  }

  @Test func `Ctrl-D in a line deletes the character at the cursor`() throws {
    let terminal = try host.start()
    terminal.type("ёж")
    terminal.press(.home, .controlD)
    try terminal.wait(forLine: "host> ж")
    terminal.press(.end, .controlD)
    terminal.type("!")
    try terminal.wait(forLine: "host> ж!")
  }

  @Test func `Ctrl-C gives a line up and shows that it did`() throws {
    let terminal = try host.start()
    terminal.type("match (n)\rretur")
    try terminal.wait(forLine: "   ;> retur")
    terminal.press(.controlC)
    try terminal.wait(for: "a new prompt") {
      $0.text == "host> match (n)\n   ;> retur^C\ninterrupted\nhost>"
    }
    terminal.type("again\r")
    try terminal.wait(for: "read: again")
  }

  @Test func `Ctrl-C in a search gives all up`() throws {
    let terminal = try host.start()
    terminal.press(.controlR)
    terminal.type("x")
    try terminal.wait(for: "not found: x")
    terminal.press(.controlC)
    try terminal.wait(for: "interrupted")
    terminal.type("y\r")
    try terminal.wait(for: "read: y")
  }

  @Test func `Ctrl-C while something runs belongs to the program, and to the editor only at its prompt`()
    throws
  {
    let terminal = try host.start()
    terminal.type("wait\r")
    try terminal.wait(for: "waiting")
    terminal.press(.controlC)
    try terminal.wait(for: "cancelled")
    try terminal.wait(forLine: "host>")
    terminal.press(.controlC)
    try terminal.wait(for: "interrupted")
    terminal.type("on\r")
    try terminal.wait(for: "read: on")
  }

  @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129), (SIGSEGV, 139)])
  func `a signal that ends the program leaves the terminal as it was`(signal: Int32, status: Int) throws {
    let terminal = try host.start(["SWIFT_BACKTRACE": "enable=no"])
    terminal.type("half a line")
    try terminal.wait(forLine: "host> half a line")
    terminal.signal(signal)
    #expect(try terminal.exitStatus() == status)
    expectRestored(terminal)
  }

  @Test func `a signal that is ignored stays so`() throws {
    try host.folder.write("trap '' HUP; exec \"$@\"\n", to: "ignoring")
    let program = PseudoTerminal.product("LineEditorHost")
    let terminal = try PseudoTerminal("/bin/bash", ["ignoring", program], folder: host.folder.path)
    try terminal.wait(forLine: "host>")
    terminal.signal(SIGHUP)
    terminal.type("still here\r")
    try terminal.wait(for: "read: still here")
  }

  @Test func `Ctrl-Z stops under a shell, and fg shows the line again`() throws {
    try host.folder.write("PS1='sh$ '\n", to: "rc")
    let terminal = try PseudoTerminal("/bin/bash", ["--rcfile", "rc", "-i"], folder: host.folder.path)
    try terminal.wait(forLine: "sh$")
    terminal.type(PseudoTerminal.product("LineEditorHost") + "\r")
    try terminal.wait(forLine: "host>")
    terminal.type("half")
    try terminal.wait(forLine: "host> half")
    terminal.press(.controlZ)
    try terminal.wait(for: "Stopped")
    try terminal.wait(forLine: "sh$")
    terminal.type("fg\r")
    try terminal.wait(forLine: "host> half")
    terminal.type(" done\r")
    try terminal.wait(for: "read: half done")
  }

  @Test func `Ctrl-Z where nobody could go on does nothing but draw anew`() throws {
    let terminal = try host.start()
    terminal.type("half")
    try terminal.wait(forLine: "host> half")
    terminal.press(.controlZ)
    terminal.type(" done\r")
    try terminal.wait(for: "read: half done")
  }

  @Test func `a dumb terminal gets plain lines`() throws {
    let terminal = try host.start(["TERM": "dumb"])
    terminal.type("Привет\r")
    try terminal.wait(for: "read: Привет")
    #expect(!terminal.transcript.contains(0x1B))
    // Signals are taken only while a line is read.
    usleep(500_000)
    terminal.press(.controlC)
    try terminal.wait(for: "interrupted")
    terminal.press(.controlD)
    #expect(try terminal.exitStatus() == 0)
  }

  @Test func `keys of the user's editrc are honoured`() throws {
    try host.folder.write("# mine\nbind ^T kamsh-undo\nother:bind ^M ed-insert\n", to: ".editrc")
    let terminal = try host.start()
    terminal.type("abc\u{14}x")
    try terminal.wait(forLine: "host> x")
    terminal.press(.enter)
    try terminal.wait(for: "read: x")
  }

  @Test func `vi's keys keep Enter, TAB and the history ours`() throws {
    try host.folder.write("bind -v\n", to: ".editrc")
    let terminal = try host.start()
    try host.enter("match\rreturn;", terminal)
    terminal.type("ири\t")
    try terminal.wait(forLine: "host> Ирина Котова")
    terminal.type("\u{1B}0iдля \r")
    try terminal.wait(for: "read: для Ирина Котова")
  }
}
