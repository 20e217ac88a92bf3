import PropertyGraph
import TestSupport
import Testing

@testable import Persistence

struct OddBytesTests {
  private static let examples = [
    #"{"a":[1,2.5e3,-0,"x\u00e9\n",true,false,null,{"$date":"2026-11-20"}],"Ж":{"b":{}},"👩‍👩‍👧":"e\u0301"}"#,
    #"[{"$float":"NaN"},{"$map":{"$a":1}},[[[["deep"]]]],12345678901234567890123.5,"\ud83d\ude00"]"#,
  ]

  @Test func `bytes changed at random are read or refused, and nothing else`() {
    var generator = Seeded(21)
    var (refused, read) = (0, 0)
    for round in 0..<6000 {
      var bytes = Array(Self.examples[round % 2].utf8)
      for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[index] = .random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(Array(#"{}[],:"\0-+.eu"#.utf8).randomElement(using: &generator) ?? 0, at: index)
        default: bytes = Array(bytes[..<max(index, 1)])
        }
      }
      do throws(DataError) {
        var json = JSONReader(bytes)
        _ = try ValueCoding.read(&json)
        try json.finish()
        read += 1
      } catch {
        refused += 1
        if error.position == nil { Issue.record("no place for \(error.fact)") }
      }
    }
    #expect(refused > 1000 && read > 100)
  }

  @Test func `a text is read the same wherever its pieces end`() throws {
    let folder = TemporaryFolder()
    // Pieces are a megabyte: the example is moved across the border byte by byte.
    let example = Array(Self.examples[0].utf8)
    for shift in stride(from: 0, through: example.count, by: 3) {
      var bytes = [UInt8](repeating: 0x20, count: 1 << 20 - shift) + example
      bytes += [UInt8](repeating: 0x0A, count: ByteSource.readAheadSize)
      let path = try folder.write(bytes, to: "text.json")
      var json = JSONReader(try ByteSource(path: path))
      let value = try ValueCoding.read(&json)
      try json.finish()
      var plain = JSONReader(example)
      #expect(try ValueCoding.read(&plain).isIdentical(to: value))
    }
    let broken = [UInt8](repeating: 0x0A, count: 5 << 20) + Array("  {\"Ж\" 1}".utf8)
    var json = JSONReader(try ByteSource(path: try folder.write(broken, to: "text.json")))
    let place = TextPosition(line: 5 << 20 + 1, column: 8)
    #expect(
      throws: DataError(
        .unexpected(found: "1", expected: .colon), path: folder.file("text.json"), position: place)
    ) {
      _ = try ValueCoding.read(&json)
    }
  }
}
