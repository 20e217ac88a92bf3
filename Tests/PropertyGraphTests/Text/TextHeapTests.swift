@testable import PropertyGraph
import Testing

struct TextHeapTests {
  @Test(arguments: ["", "a", "Анна", "é", "e\u{301}", "👩‍👩‍👧", "\0", "12345678", "123456789"])
  func `a string has one code and comes back by its bytes`(text: String) {
    let heap = TextHeap()
    #expect(heap.code(of: text) == nil)
    let code = heap.intern(text)
    #expect(heap.intern(text) == code && heap.code(of: text) == code && heap.count == 1)
    #expect(heap.string(code).utf8.elementsEqual(text.utf8) && heap.byteCount(code) == text.utf8.count)
  }

  @Test func `forms that look alike are different strings`() {
    let heap = TextHeap()
    #expect(heap.intern("é") != heap.intern("e\u{301}"))
  }

  @Test func `a string of ten million bytes and a hundred thousand short ones live together`() {
    let heap = TextHeap()
    let huge = heap.intern(String(repeating: "x", count: 10_000_000))
    for number in 0..<100_000 { #expect(heap.intern("n\(number)") == UInt32(number + 1)) }
    #expect(heap.byteCount(huge) == 10_000_000 && heap.string(54_322) == "n54321")
    #expect(heap.code(of: "n99999") == 100_000 && heap.code(of: "n100000") == nil)
  }

  @Test func `order is that of code points, and a prefix comes first`() {
    let heap = TextHeap()
    let codes = ["b", "a", "", "ab", "я", "😀", "\u{FFFD}", "a\0"].map(heap.intern)
    let sorted = codes.sorted { heap.compare($0, $1) < 0 }.map(heap.string)
    #expect(sorted == ["", "a", "a\0", "ab", "b", "я", "\u{FFFD}", "😀"])
    #expect(heap.compare(codes[0], codes[0]) == 0)
  }

  @Test func `order looks at every byte, whatever the lengths`() {
    let heap = TextHeap()
    var texts: [String] = []
    for length in [0, 1, 7, 8, 9, 10, 15, 16, 17, 24, 25] {
      let plain = String(repeating: "m", count: length)
      texts.append(plain)
      for place in 0..<length {
        for letter in ["a", "z", "\u{7F}"] {
          var changed = Array(plain)
          changed[place] = Character(letter)
          texts.append(String(changed))
        }
      }
    }
    texts += ["mmmmmmmя", "mmmmmmmm😀", "mmmmmmmmmmmmmmmя", "\u{10FFFF}mmmmmm", "\0\0\0\0\0\0\0\0"]
    let codes = texts.map(heap.intern)
    for (a, x) in zip(codes, texts) {
      for (b, y) in zip(codes, texts) {
        let expected = x.utf8.elementsEqual(y.utf8) ? 0 : x.utf8.lexicographicallyPrecedes(y.utf8) ? -1 : 1
        if heap.compare(a, b).signum() != expected { Issue.record("\(x) \(y)") }
      }
    }
  }

  @Test func `the view gives all bytes with a byte between strings that no text holds`() {
    let heap = TextHeap()
    for text in ["ab", "", "ба", "c"] { _ = heap.intern(text) }
    let view = heap.view
    #expect(Array(view.bytes(ofCodes: 0..<2)) == [97, 98, 0xFF, 0xFF])
    #expect(Array(view.bytes(of: 3)) == [99] && view.bytes(of: 1).isEmpty)
    #expect(view.bytes.count == 2 + 0 + 4 + 1 + 4)
    #expect((0..<view.bytes.count).map { view.code(at: $0) } == [0, 0, 0, 1, 2, 2, 2, 2, 2, 3, 3])
  }
}
