import Glibc
import PropertyGraph
import TestSupport
import Testing

@testable import Persistence

struct SnapshotTests {
  private let folder = TemporaryFolder()

  @Test func `an empty graph has its own text`() throws {
    try save(Graph())
    #expect(
      folder.text(of: "book.json") == """
        {"format":"kamsh","version":1,"minReader":1,"uuid":"00000000-0000-4000-8000-000000000000","sequence":0,\
        "savedAt":"2026-11-20T09:30Z","nodeCount":0,"relationshipCount":0,"labels":[],"types":[],"keys":[],"indexes":[],
        "nodes":[
        ],
        "relationships":[
        ],
        "checksum":"crc32c:\(try checksum())"}

        """)
    let back = try Snapshot.read(folder.file("book.json"))
    #expect(back.header == header())
    #expect(back.graph.nodeCount == 0)
  }

  @Test func `one node is one line`() throws {
    let graph = Graph()
    graph.begin(statement: "")
    let properties = [
      (key: graph.intern(key: "name"), value: Value.string("Ключевой")),
      (key: graph.intern(key: "since"), value: .date(CalendarDate(daysSinceEpoch: 20_777))),
      (key: graph.intern(key: "share"), value: .float(1)), (key: graph.intern(key: "n"), value: .integer(1)),
    ]
    _ = graph.createNode(labels: [graph.intern(label: "Client")], properties: properties)
    _ = graph.commit()
    try save(graph)
    let lines = try #require(folder.text(of: "book.json")).split(separator: "\n")
    #expect(
      lines[2]
        == #"{"id":0,"labels":["Client"],"properties":{"name":"Ключевой","since":{"$date":"2026-11-20"},"share":1.0,"n":1}}"#
    )
    #expect(try Snapshot.read(folder.file("book.json")).graph.description == graph.description)
  }

  @Test func `any graph reads back the same, and is written again byte for byte`() throws {
    for seed in 0..<40 as Range<UInt64> {
      let graph = RandomGraph.make(seed)
      try save(graph)
      let written = folder.bytes(of: "book.json")
      let back = try Snapshot.read(folder.file("book.json"))
      #expect(back.graph.description == graph.description)
      #expect(back.header == header())
      try save(back.graph)
      #expect(folder.bytes(of: "book.json") == written)
    }
  }

  @Test func `what was read can be changed, found by its index, and undone no further than its beginning`()
    throws
  {
    let graph = RandomGraph.make(3)
    try save(graph, sequence: 17)
    let back = try Snapshot.read(folder.file("book.json")).graph
    #expect(back.sequence == 17)
    #expect(back.indexes.map(\.name) == ["by name"])
    back.begin(statement: "add")
    let label = try #require(back.label("Клиент"))
    let key = try #require(back.key("name"))
    let node = back.createNode(labels: [label], properties: [(key: key, value: .string("новый"))])
    _ = back.commit()
    #expect(back.sequence == 18)
    #expect(back.index(label: label, key: key)?.nodes(equalTo: .string("новый")) == [node.rawValue])
    #expect(back.undo() != nil)
    #expect(back.description == graph.description)
    #expect(back.undo() == nil)
  }

  @Test func `very long names, many keys and huge numbers survive`() throws {
    let graph = Graph()
    graph.begin(statement: "")
    let long = String(repeating: "Очень длинное имя \u{2028}\"", count: 60_000)
    var properties = [(key: graph.intern(key: long), value: Value.string(long))]
    for index in 0..<2000 {
      properties.append((key: graph.intern(key: "k\(index)"), value: .integer(index % 2 == 0 ? .max : .min)))
    }
    let label = graph.intern(label: long)
    let node = graph.createNode(labels: [label], properties: properties)
    _ = graph.createRelationship(graph.intern(type: long), from: node, to: node, properties: properties)
    _ = graph.commit()
    try save(graph)
    #expect(try Snapshot.read(folder.file("book.json")).graph.description == graph.description)
  }

  @Test func `a large snapshot is read in pieces, and can be stopped`() throws {
    let graph = Graph()
    graph.begin(statement: "")
    let (name, label, type) = (
      graph.intern(key: "имя"), graph.intern(label: "Client"), graph.intern(type: "AT")
    )
    for index in 0..<60_000 {
      let text = "Клиент № \(index) \(String(repeating: "е\u{301}", count: index % 60))"
      let node = graph.createNode(labels: [label], properties: [(key: name, value: .string(text))])
      if index > 0 {
        _ = graph.createRelationship(type, from: node, to: NodeID(UInt32(index / 2)), properties: [])
      }
    }
    _ = graph.commit()
    try save(graph)
    #expect(try #require(folder.bytes(of: "book.json")).count > ByteSource.readAheadSize)
    var calls: [Int] = []
    let back = try Snapshot.read(folder.file("book.json")) { done, total in
      calls.append(done)
      return done <= total
    }
    #expect(calls.count > 3 && calls == calls.sorted())
    #expect(back.graph.description == graph.description)
    let stopped = DataError(.cancelled, path: folder.file("book.json"))
    #expect(throws: stopped) { try Snapshot.read(folder.file("book.json")) { done, _ in done < 1 << 20 } }
    #expect(throws: stopped) {
      try Snapshot(header: header(), graph: graph).write(to: folder.file("book.json")) { _, _ in false }
    }
    #expect(folder.names == ["book.json"])
  }

  @Test func `the UUIDs of new books differ`() {
    let made = (0..<100).map { _ in SnapshotHeader.newUUID() }
    #expect(Set(made).count == 100)
    #expect(
      made.allSatisfy {
        $0.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil
      })
  }

  private func header(_ sequence: Int = 0) -> SnapshotHeader {
    SnapshotHeader(
      uuid: "00000000-0000-4000-8000-000000000000", sequence: sequence,
      savedAt: ZonedDateTime(epochSeconds: 1_795_167_000, nanosecond: 0, offsetSeconds: 0, zone: nil))
  }

  private func save(_ graph: Graph, sequence: Int = 0) throws {
    try Snapshot(header: header(sequence), graph: graph).write(to: folder.file("book.json"))
    unlink(folder.file("book.json-old"))
  }

  private func checksum() throws -> String {
    let bytes = try #require(folder.bytes(of: "book.json"))
    var checksum = Checksum()
    bytes.dropLast(SnapshotTrailer.length).withUnsafeBufferPointer { checksum.add($0) }
    return checksum.text
  }
}
