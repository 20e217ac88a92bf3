import Glibc
import TestSupport
import Testing

@testable import LineEditor

struct HistoryTests {
  let folder = TemporaryFolder()
  var path: String { folder.path + "/state/kamsh/history" }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  @Test func `nothing is written before something is entered`() {
    let history = History(path: path)
    #expect(history.entries.isEmpty && history.problem == nil)
    #expect(access(path, F_OK) != 0)
  }

  @Test func `entries come back, newlines, backslashes and Cyrillic included, for the owner's eyes only`() {
    let statements = ["one", "match (n)\nreturn n;", #"print "a\nb\\""#, "Ёлка", "a\r\nb"]
    let history = History(path: path)
    for statement in statements { history.add(statement) }
    #expect(history.problem == nil)
    #expect(History(path: path).entries == statements)
    #expect(mode(path) == 0o600)
    #expect(mode(folder.path + "/state/kamsh") == 0o700)
  }

  @Test func `a file that others can read is closed to them`() throws {
    History(path: path).add("one")
    chmod(path, 0o644)
    History(path: path).add("two")
    #expect(mode(path) == 0o600)
  }

  @Test func `of equal entries the last one stays`() {
    let history = History(path: path)
    for statement in ["a", "b", "a", "a"] { history.add(statement) }
    #expect(history.entries == ["b", "a"])
    #expect(History(path: path).entries == ["b", "a"])
  }

  @Test(arguments: ["", " ", "\n", " secret"])
  func `blank statements and those that begin with a space are not kept`(statement: String) {
    let history = History(path: path)
    history.add(statement)
    #expect(history.entries.isEmpty)
    #expect(access(path, F_OK) != 0)
  }

  @Test func `the file stays bounded, and the newest entries stay`() {
    let history = History(path: path, limit: 10)
    for number in 1...40 { history.add("statement \(number)") }
    #expect(history.entries == (31...40).map { "statement \($0)" })
    #expect(History(path: path, limit: 10).entries == history.entries)
    #expect(folder.text(of: "state/kamsh/history")?.split(separator: "\n").count == 10)
    #expect(mode(path) == 0o600)
  }

  @Test func `a line without an end, as after a crash, spoils nothing`() throws {
    History(path: path).add("one")
    try folder.write("one\nhalf", to: "state/kamsh/history")
    History(path: path).add("two")
    #expect(History(path: path).entries == ["one", "half", "two"])
  }

  @Test func `bytes that are no text spoil only their own entry`() throws {
    History(path: path).add("one")
    let file = try #require(fopen(path, "a"))
    fwrite([0xFF, 0xFE, 0x0A], 1, 3, file)
    fclose(file)
    History(path: path).add("two")
    let entries = History(path: path).entries
    #expect(entries.first == "one" && entries.last == "two" && entries.count == 3)
  }

  @Test func `a place that can't be written to is told once, and entries stay in memory`() {
    let history = History(path: "/proc/nowhere/history")
    history.add("one")
    #expect(history.problem == "/proc/nowhere/history: No such file or directory")
    history.add("two")
    #expect(history.entries == ["one", "two"])
  }

  @Test func `sessions side by side lose nothing, while others compact the file`() async {
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for number in 0..<50 {
            History(path: path, limit: 1000).add("writer \(writer) number \(number)")
            try? HistoryFile(path: path).compact(limit: 1000)
          }
        }
      }
    }
    #expect(History(path: path, limit: 1000).entries.count == 200)
  }
}
