import FoundationEssentials
import PropertyGraph
import TestSupport
import Testing

@testable import Persistence

struct SchemaTests {
  private let folder = TemporaryFolder()

  @Test func `snapshots of all sorts of graphs fit the schema`() throws {
    let schema = try schema()
    for seed in 100..<120 as Range<UInt64> {
      #expect(schema.faults(try tree(RandomGraph.make(seed))) == [])
    }
    #expect(schema.faults(try tree(Graph())) == [])
  }

  @Test func `the schema asks for what the reader asks for`() throws {
    let schema = try schema()
    let names = try #require(schema.root["required"]).elements
    #expect(names == SnapshotMember.allCases.map { .text($0.rawValue) })
    let whole = try tree(RandomGraph.make(1))
    guard case .object(let members) = whole else { return #expect(Bool(false)) }
    for member in SnapshotMember.allCases {
      var damaged = members
      damaged[member.rawValue] = nil
      #expect(schema.faults(.object(damaged)) != [])
      damaged[member.rawValue] = .object(["a": .null])
      #expect(schema.faults(.object(damaged)) != [])
    }
    var more = members
    more["more"] = .null
    #expect(schema.faults(.object(more)) == [": more is too much"])
  }

  private func schema() throws -> JSONSchema {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(4)
    let path = parts.joined(separator: "/") + "/docs/snapshot.schema.json"
    return JSONSchema(root: try JSONTree(Array(Data(contentsOf: URL(filePath: path)))))
  }

  private func tree(_ graph: Graph) throws -> JSONTree {
    let time = ZonedDateTime(epochSeconds: 1_795_167_000, nanosecond: 0, offsetSeconds: 0, zone: nil)
    try Snapshot(header: SnapshotHeader(savedAt: time), graph: graph).write(to: folder.file("book.json"))
    return try JSONTree(try #require(folder.bytes(of: "book.json")))
  }
}
