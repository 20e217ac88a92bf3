import Glibc
import PropertyGraph
import TestSupport
import Testing

@testable import Persistence

struct FullDiskTests {
  /// Only the superuser can make a disk that is small enough.
  private static let isRoot = geteuid() == 0

  @Test(.enabled(if: isRoot, "only root mounts a small disk")) func `a full disk leaves the book as it was`()
    throws
  {
    let folder = TemporaryFolder()
    guard mount("tmpfs", folder.path, "tmpfs", 0, "size=256k") == 0 else {
      // A container without the right to mount.
      #expect(errno == EPERM || errno == EACCES)
      return
    }
    defer { umount2(folder.path, 2) }
    try save(graph(texts: 10), to: folder.file("book.json"))
    let before = folder.bytes(of: "book.json")
    #expect(
      fact { try save(graph(texts: 4000), to: folder.file("book.json")) }
        == .system(call: "write", error: ENOSPC))
    #expect(folder.names == ["book.json"])
    #expect(folder.bytes(of: "book.json") == before)
    try save(graph(texts: 20), to: folder.file("book.json"))
    #expect(folder.names == ["book.json", "book.json-old"])
  }

  @Test(.enabled(if: !isRoot, "root may write anywhere"))
  func `a folder that cannot be written is said to be`() throws {
    let folder = TemporaryFolder()
    try save(graph(texts: 1), to: folder.file("book.json"))
    #expect(chmod(folder.path, 0o500) == 0)
    defer { chmod(folder.path, 0o700) }
    #expect(
      fact { try save(graph(texts: 2), to: folder.file("book.json")) } == .system(call: "open", error: EACCES)
    )
    #expect(folder.names == ["book.json"])
  }

  @Test func `whichever call fails while a snapshot is saved, the book can be read afterwards`() throws {
    let (small, large) = (graph(texts: 5), graph(texts: 30_000))
    for call in 0..<40 {
      let folder = TemporaryFolder()
      let path = folder.file("book.json")
      try save(small, to: path)
      let layer = FailingFiles(at: call)
      let failed = fact { try save(large, to: path, layer) }
      let back = try Snapshot.read(path).graph
      #expect(back.nodeCount == 5 || back.nodeCount == 30_000)
      #expect(folder.names.allSatisfy { ["book.json", "book.json-old", "book.json-old-new"].contains($0) })
      if failed == nil {
        #expect(call > 12)
        return
      }
    }
    Issue.record("more calls than expected")
  }

  private func graph(texts: Int) -> Graph {
    let graph = Graph()
    graph.begin(statement: "")
    let key = graph.intern(key: "text")
    for index in 0..<texts {
      let text = "\(index) " + String(repeating: "x", count: 60)
      _ = graph.createNode(labels: [], properties: [(key: key, value: .string(text))])
    }
    _ = graph.commit()
    return graph
  }

  private func save(_ graph: Graph, to path: String, _ layer: any FileLayer = SystemFiles()) throws {
    let time = ZonedDateTime(epochSeconds: 0, nanosecond: 0, offsetSeconds: 0, zone: nil)
    try Snapshot(header: SnapshotHeader(savedAt: time), graph: graph).write(to: path, layer: layer)
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
