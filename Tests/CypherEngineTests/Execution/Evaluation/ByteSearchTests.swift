import PropertyGraph
import TestSupport
import Testing

@testable import CypherEngine

@Suite("Searching bytes")
struct ByteSearchTests {
  @Test(arguments: 0..<4) func `every occurrence is found that a naive search finds`(_ seed: UInt64) {
    var random = Seeded(seed)
    var found = 0
    for _ in 0..<Rounds.times(300) {
      // Few letters, so that there is much that nearly fits; parts that repeat themselves among them.
      let letters: [UInt8] = [[97], [97, 98], [97, 98, 99, 0xD0, 0xD1]].randomElement(using: &random)!
      let memory = (0..<Int.random(in: 0...300, using: &random)).map { _ in
        letters.randomElement(using: &random)!
      }
      let length = Int.random(in: 1...40, using: &random)
      var part = (0..<length).map { _ in letters.randomElement(using: &random)! }
      if memory.count > length, Bool.random(using: &random) {
        let start = Int.random(in: 0...memory.count - length, using: &random)
        part = Array(memory[start..<start + length])
      }
      // The search takes a text; these bytes need not be one.
      let text = String(decoding: part.map { $0 & 0x7F }, as: UTF8.self)
      let plain = memory.map { $0 & 0x7F }
      found += check(text, in: plain)
    }
    #expect(found > 100)
  }

  @Test func `a part of many bytes, one that nearly fits everywhere, and one at the very end`() {
    let memory = [UInt8](repeating: 97, count: 5000) + Array("b".utf8)
    _ = check(String(repeating: "a", count: 40) + "b", in: memory)
    _ = check("ab", in: memory)
    _ = check("b", in: memory)
    _ = check("c", in: memory)
    _ = check("🙂", in: Array(String(repeating: "x", count: 61).utf8) + Array("🙂".utf8))
    _ = check("ж", in: Array(String(repeating: "и", count: 100).utf8))
    _ = check("x", in: [])
  }

  /// Compares all places with those of a naive search; tells how many there are.
  private func check(_ part: String, in memory: [UInt8]) -> Int {
    let bytes = Array(part.utf8)
    let wanted = memory.indices.filter { memory[$0...].starts(with: bytes) }
    memory.withUnsafeBufferPointer { memory in
      let search = ByteSearch(part, in: memory)
      var places: [Int] = []
      var next = 0
      while let place = search.find(in: memory, from: next) {
        places.append(place)
        next = place + 1
      }
      #expect(places == wanted, "\(part)")
    }
    return wanted.count
  }
}
