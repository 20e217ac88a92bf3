import TestSupport
import Testing

@testable import Shell

struct FileCandidatesTests {
  let folder = TemporaryFolder()

  @Test func `files and folders that begin so, hidden ones only after a dot`() throws {
    for name in ["report.kam", "real book.json", ".hidden"] { try folder.write("", to: name) }
    let names = FileCandidates.names(beginning: folder.path + "/re").map(\.path)
    #expect(names == ["\(folder.path)/real book.json", "\(folder.path)/report.kam"])
    #expect(FileCandidates.names(beginning: folder.path + "/.h").map(\.path) == ["\(folder.path)/.hidden"])
    #expect(FileCandidates.names(beginning: folder.path).first?.path == folder.path + "/")
    #expect(FileCandidates.names(beginning: "/nowhere/").isEmpty)
  }

  @Test func `a path goes on over blanks, with an odd one in quotes, and under --safe there are none`() throws
  {
    for name in ["monthly report.kam", "old  report.kam"] { try folder.write("", to: name) }
    var completer = CompletionSupport().completer
    func completed(_ line: String) -> [String] {
      completer.candidates(in: line, at: line.utf8.count).map(\.text)
    }
    #expect(completed("run \(folder.path)/mon") == ["\(folder.path)/monthly report.kam"])
    #expect(completed("run \(folder.path)/monthly re") == ["\(folder.path)/monthly report.kam"])
    #expect(completed("run \(folder.path)/old") == [#""\#(folder.path)/old  report.kam""#])
    completer.seesFiles = false
    #expect(completed("run \(folder.path)/mon").isEmpty)
  }
}
