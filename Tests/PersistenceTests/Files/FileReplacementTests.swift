import Glibc
import TestSupport
import Testing

@testable import Persistence

struct FileReplacementTests {
  private let folder = TemporaryFolder()

  @Test func `a new file is its owner's alone`() throws {
    try save("one")
    #expect(folder.text(of: "book.json") == "one")
    var status = stat()
    #expect(stat(folder.file("book.json"), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(folder.names == ["book.json"])
  }

  @Test func `the file before is kept, and the one before that is not`() throws {
    for text in ["one", "two", "three"] { try save(text) }
    #expect(folder.text(of: "book.json") == "three")
    #expect(folder.text(of: "book.json-old") == "two")
    #expect(folder.names == ["book.json", "book.json-old"])
  }

  @Test func `an empty file can be written`() throws {
    try save("")
    #expect(folder.text(of: "book.json") == "")
  }

  @Test func `giving up leaves nothing behind`() throws {
    try save("one")
    let replacement = try FileReplacement(path: folder.file("book.json"))
    try write("two", to: replacement)
    replacement.abandon()
    #expect(folder.names == ["book.json"])
    do {
      let forgotten = try FileReplacement(path: folder.file("book.json"))
      try write("three", to: forgotten)
    }
    #expect(folder.names == ["book.json"])
    #expect(folder.text(of: "book.json") == "one")
  }

  @Test func `whichever system call fails, the file is the old or the new one, and nothing else is there`()
    throws
  {
    for keepsOld in [false, true] {
      var failures = 0
      for call in 0..<100 {
        let folder = TemporaryFolder()
        try folder.write("one", to: "book.json")
        try folder.write("zero", to: "book.json-old")
        let layer = FailingFiles(at: call)
        do throws(DataError) {
          let replacement = try FileReplacement(
            path: folder.file("book.json"), keepsOld: keepsOld, layer: layer)
          try write("two", to: replacement)
          try replacement.commit()
          #expect(call == layer.calls)
          #expect(folder.text(of: "book.json") == "two")
          break
        } catch {
          failures += 1
          #expect(error.fact == .system(call: layer.failed, error: EIO))
          #expect(error.path == folder.file("book.json"))
          let wasRenamed = layer.log.contains("rename book.json-new book.json")
          #expect(folder.text(of: "book.json") == (wasRenamed ? "two" : "one"))
          let old =
            wasRenamed && layer.log.contains("rename book.json-old-new book.json-old") ? "one" : "zero"
          #expect(folder.text(of: "book.json-old") == old)
          let names = folder.names.filter { $0 != "book.json-old-new" || !wasRenamed }
          #expect(names == ["book.json", "book.json-old"])
        }
      }
      #expect(failures > 8)
    }
  }

  @Test func `all is on the disk before the name changes, and the name before the end`() throws {
    let layer = FailingFiles(at: .max)
    try folder.write("one", to: "book.json")
    let replacement = try FileReplacement(
      path: folder.file("book.json"), keepsOld: true, layer: layer)
    try write("two", to: replacement)
    try replacement.commit()
    let steps = layer.log.filter { $0.hasPrefix("fsync") || $0.hasPrefix("rename") || $0.hasPrefix("write") }
    #expect(
      steps == [
        "write", "fsync", "rename book.json-new book.json", "rename book.json-old-new book.json-old", "fsync",
      ])
  }

  @Test func `short writes go on where they stopped`() throws {
    let layer = FailingFiles(at: .max, bytesAtOnce: 3)
    let replacement = try FileReplacement(path: folder.file("book.json"), layer: layer)
    try write("Ключевой клиент", to: replacement)
    try replacement.commit()
    #expect(folder.text(of: "book.json") == "Ключевой клиент")
  }

  @Test func `what a killed process left behind is replaced`() throws {
    try folder.write("half", to: "book.json-new")
    try folder.write("half", to: "book.json-old-new")
    try save("one")
    try save("two")
    #expect(folder.names == ["book.json", "book.json-old"])
    #expect(folder.text(of: "book.json") == "two")
  }

  @Test func `two processes do not save the same file at once`() throws {
    let first = try FileReplacement(path: folder.file("book.json"))
    try write("one", to: first)
    #expect(fact { try save("two") } == .busy)
    try first.commit()
    #expect(folder.text(of: "book.json") == "one")
  }

  @Test func `links, folders and devices are no places for a file`() throws {
    try folder.write("one", to: "real.json")
    #expect(symlink(folder.file("real.json"), folder.file("book.json")) == 0)
    #expect(fact { try save("two") } == .symbolicLink)
    #expect(folder.text(of: "real.json") == "one")
    #expect(fact { try save("two", to: folder.path) } == .notAFile)
    #expect(fact { try save("two", to: "/dev/null") } == .notAFile)
    #expect(
      fact { try save("two", to: folder.file("none/book.json")) } == .system(call: "open", error: ENOENT))
    #expect(
      fact { try save("two", to: folder.file("real.json/book.json")) }
        == .system(call: "lstat", error: ENOTDIR))
  }

  @Test func `a link in place of the new file is not followed`() throws {
    try folder.write("precious", to: "other")
    #expect(symlink(folder.file("other"), folder.file("book.json-new")) == 0)
    #expect(fact { try save("two") } == .system(call: "open", error: ELOOP))
    #expect(folder.text(of: "other") == "precious")
  }

  private func save(_ text: String, to path: String? = nil) throws(DataError) {
    let replacement = try FileReplacement(path: path ?? folder.file("book.json"), keepsOld: true)
    try write(text, to: replacement)
    try replacement.commit()
  }

  private func write(_ text: String, to replacement: FileReplacement) throws(DataError) {
    try Array(text.utf8).withUnsafeBufferPointer { (bytes) throws(DataError) in try replacement.write(bytes) }
  }

  private func fact(_ body: () throws -> Void) -> DataError.Fact? {
    do {
      try body()
      return nil
    } catch {
      return (error as? DataError)?.fact
    }
  }
}
