import TestSupport
import Testing

/// The history of real sessions.
struct SessionHistoryTests {
  let host = EditorHost()

  @Test func `the next session recalls what an earlier one entered`() throws {
    let first = try host.start()
    try host.enter("первая", first)
    first.press(.controlD)
    #expect(try first.exitStatus() == 0)
    let second = try host.start()
    second.press(.up)
    try second.wait(forLine: "host> первая")
  }

  @Test func `two sessions side by side keep what both entered`() throws {
    let first = try host.start()
    let second = try host.start()
    try host.enter("one", first)
    try host.enter("two", second)
    try host.enter("three", first)
    #expect(host.history == "one\ntwo\nthree\n")
  }

  @Test func `a line that begins with a space is not kept`() throws {
    let terminal = try host.start()
    try host.enter(" secret", terminal)
    try host.enter("known", terminal)
    #expect(host.history == "known\n")
    terminal.press(.up, .up)
    try terminal.wait(forLine: "host> known")
  }

  @Test func `a home that can't be written to is no obstacle`() throws {
    let terminal = try host.start(["HISTORY": "/proc/nowhere/history"])
    try host.enter("one", terminal)
    terminal.press(.up)
    try terminal.wait(forLine: "host> one")
  }
}
