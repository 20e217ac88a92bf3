import Glibc
import PropertyGraph
import TestSupport
import Testing

@testable import Persistence

struct DamageTests {
  private let folder = TemporaryFolder()

  @Test func `a snapshot cut at any byte is refused, with a place`() throws {
    let whole = try snapshot(RandomGraph.make(5, nodes: 6, relationships: 6))
    for count in 0..<whole.count {
      let error = try #require(failure(Array(whole[..<count])), "cut at \(count)")
      #expect(error.path == folder.file("damaged.json"))
      #expect(error.position != nil || error.fact == .notASnapshot)
    }
    #expect(failure(whole) == nil)
  }

  @Test func `a flipped bit anywhere is noticed`() throws {
    let whole = try snapshot(RandomGraph.make(6, nodes: 4, relationships: 4))
    for index in whole.indices {
      var damaged = whole
      damaged[index] ^= 1 << UInt8(index % 8)
      #expect(failure(damaged) != nil, "byte \(index)")
    }
  }

  @Test func `bytes put in, left out or swapped are noticed`() throws {
    let whole = try snapshot(RandomGraph.make(7, nodes: 3, relationships: 3))
    var generator = Seeded(7)
    for _ in 0..<500 {
      var damaged = whole
      let index = Int.random(in: 0..<whole.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: damaged.insert(.random(in: 0...255, using: &generator), at: index)
      case 1: damaged.remove(at: index)
      default: damaged.swapAt(index, Int.random(in: 0..<whole.count, using: &generator))
      }
      if damaged != whole { #expect(failure(damaged) != nil) }
    }
    #expect(failure(whole + [0x0A])?.fact == .unexpected(found: nil, expected: .checksumLine))
    #expect(failure(whole + whole) != nil)
  }

  @Test func `what is no snapshot is said to be none`() {
    for text in [
      "[]", "hello", "{\"nodes\":[],\"relationships\":[]}", "{\"format\":\"other\"}", "id,name\n1,a\n",
    ] {
      #expect(failure(Array(text.utf8))?.fact == .notASnapshot)
    }
    #expect(failure([])?.fact == .unexpected(found: nil, expected: .object))
    #expect(failure([0xFF, 0xFE])?.fact == .invalidUTF8)
  }

  @Test func `a newer file is refused, and one that only says more is not`() {
    let newer = text().replacing("\"minReader\":1", with: "\"minReader\":2")
    #expect(failure(newer)?.fact == .newerFormat(needs: 2, reads: 1))
    #expect(failure(newer)?.position == TextPosition(line: 1, column: 43))
    let more = text().replacing("\"version\":1", with: "\"version\":2")
      .replacing("\"keys\":", with: "\"views\":{\"a\":[1]},\"keys\":")
      .replacing("{\"id\":0,", with: "{\"id\":0,\"colour\":\"red\",")
    #expect(failure(more) == nil)
    #expect(
      failure(more.replacing("\"version\":2", with: "\"version\":1"))?.fact
        == .unknownMember("views", of: .header))
  }

  struct Fault: Sendable {
    let old: String
    let new: String
    let fact: DataError.Fact

    init(_ old: String, _ new: String, _ fact: DataError.Fact) {
      self.old = old
      self.new = new
      self.fact = fact
    }
  }

  @Test(arguments: [
    Fault("\"nodeCount\":2", "\"nodeCount\":3", .wrongCount(of: "nodes", said: 3, found: 2)),
    Fault(
      "\"relationshipCount\":1", "\"relationshipCount\":0",
      .wrongCount(of: "relationships", said: 0, found: 1)),
    Fault("\"id\":1,\"labels\"", "\"id\":0,\"labels\"", .duplicateID("0", of: .node)),
    Fault("\"end\":1", "\"end\":7", .missingNode(id: "7", relationship: "0")),
    Fault("\"start\":0", "\"start\":9", .missingNode(id: "9", relationship: "0")),
    Fault("\"start\":0", "\"start\":-1", .badID("-1")),
    Fault("\"start\":0", "\"start\":4294967296", .badID("4294967296")),
    Fault("\"start\":0,", "", .missingMember("start", of: .relationship)),
    Fault("{\"id\":0,\"labels\":[\"A\"],", "{\"id\":0,", .missingMember("labels", of: .node)),
    Fault("\"uuid\":\"u\",", "", .missingMember("uuid", of: .header)),
    Fault("\"sequence\":0,", "\"sequence\":-1,", .numberDoesNotFit("-1")),
    Fault("\"sequence\":0,", "\"sequence\":0,\"sequence\":0,", .duplicateKey("sequence")),
    Fault("\"name\":\"a\"", "\"name\":\"a\",\"name\":\"b\"", .duplicateKey("name")),
    Fault("\"name\":\"a\"", "\"name\":\"\\uD800\"", .loneSurrogate),
    Fault("\"name\":\"a\"", "\"name\":1e999", .numberDoesNotFit("1e999")),
    Fault("\"name\":\"a\"", "\"name\":9223372036854775808", .numberDoesNotFit("9223372036854775808")),
    Fault("\"name\":\"a\"", "\"name\":{\"x\":1}", .notStorable("a map")),
    Fault("\"name\":\"a\"", "\"name\":{\"$date\":\"2026-02-30\"}", .badValue(tag: "$date", "2026-02-30")),
    Fault("\"name\":\"a\"", "\"name\":{\"$money\":\"1\"}", .unknownTag("$money")),
    Fault("\"savedAt\":\"2026-11-20T09:30Z\"", "\"savedAt\":\"today\"", .badValue(tag: "savedAt", "today")),
    Fault("\"type\":\"T\"", "\"type\":7", .unexpected(found: "7", expected: .text)),
    Fault("\"key\":\"name\"", "\"key\":\"name\",\"color\":1", .unknownMember("color", of: .index)),
    Fault("\"unique\":false", "\"unique\":true", .notUnique(index: "i")),
    Fault(
      "\"indexes\":[", "\"indexes\":[{\"name\":\"i\",\"label\":\"A\",\"key\":\"k\",\"unique\":false},",
      .duplicateID("i", of: .index)),
  ])
  func `each fault is named`(fault: Fault) {
    #expect(text().contains(fault.old))
    let error = failure(text().replacing(fault.old, with: fault.new, maxReplacements: 1))
    #expect(error?.fact == fault.fact)
  }

  @Test func `places are lines and columns`() {
    let error = failure(text().replacing("\"end\":1", with: "\"end\":7"))
    #expect(error?.position == TextPosition(line: 7, column: 1))
    let deep = String(repeating: "[", count: 200)
    let nested = failure(text().replacing("\"name\":\"a\"", with: "\"name\":\(deep)", maxReplacements: 1))
    #expect(nested?.fact == .tooDeep(limit: 128))
    #expect(nested?.position?.line == 3)
  }

  @Test func `a snapshot changed by hand is read where that is asked for`() throws {
    let changed = text(checksum: "00000000").replacing("\"a\"", with: "\"b\"")
    let path = try folder.write(Array(changed.utf8), to: "changed.json")
    guard case .wrongChecksum? = fact({ _ = try Snapshot.read(path) }) else {
      Issue.record("the checksum was not looked at")
      return
    }
    let graph = try Snapshot.read(path, ignoresChecksum: true).graph
    #expect(graph.nodeCount == 2)
  }

  @Test func `files that cannot be read are named with the reason`() throws {
    let path = folder.file("none.json")
    #expect(fact { _ = try Snapshot.read(path) } == .system(call: "open", error: ENOENT))
    #expect(fact { _ = try Snapshot.read(folder.path) } == .notAFile)
    #expect(fact { _ = try Snapshot.read("/dev/null") } == .notAFile)
    try folder.write(text(), to: "real.json")
    #expect(symlink(folder.file("real.json"), path) == 0)
    #expect(fact { _ = try Snapshot.read(path) } == .symbolicLink)
    #expect(chmod(folder.file("real.json"), 0o666) == 0)
    #expect(fact { _ = try Snapshot.read(folder.file("real.json")) } == .writableByOthers)
  }

  // MARK: Help

  /// A snapshot of two nodes, with the right checksum unless another is given.
  private func text(checksum given: String? = nil) -> String {
    let content = """
      {"format":"kamsh","version":1,"minReader":1,"uuid":"u","sequence":0,"savedAt":"2026-11-20T09:30Z","nodeCount":2,\
      "relationshipCount":1,"labels":["A"],"types":["T"],"keys":["name"],\
      "indexes":[{"name":"i","label":"A","key":"name","unique":false}],
      "nodes":[
      {"id":0,"labels":["A"],"properties":{"name":"a"}},
      {"id":1,"labels":["A"],"properties":{"name":"a"}}
      ],
      "relationships":[
      {"id":0,"type":"T","start":0,"end":1,"properties":{}}
      ],

      """
    return content + "\"checksum\":\"crc32c:\(given ?? sum(content))\"}\n"
  }

  private func sum(_ text: String) -> String {
    var checksum = Checksum()
    Array(text.utf8).withUnsafeBufferPointer { checksum.add($0) }
    return checksum.text
  }

  private func snapshot(_ graph: Graph) throws -> [UInt8] {
    let time = ZonedDateTime(epochSeconds: 0, nanosecond: 0, offsetSeconds: 0, zone: nil)
    try Snapshot(header: SnapshotHeader(savedAt: time), graph: graph).write(to: folder.file("whole.json"))
    return try #require(folder.bytes(of: "whole.json"))
  }

  /// The error of a text whose checksum, if it has one, is made right.
  private func failure(_ text: String) -> DataError? {
    guard let end = text.firstRange(of: "\"checksum\":\"crc32c:") else { return failure(Array(text.utf8)) }
    let content = String(text[..<end.lowerBound])
    return failure(Array((content + "\"checksum\":\"crc32c:\(sum(content))\"}\n").utf8))
  }

  private func failure(_ bytes: [UInt8]) -> DataError? {
    do {
      _ = try Snapshot.read(folder.write(bytes, to: "damaged.json"))
      return nil
    } catch {
      return error as? DataError
    }
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
