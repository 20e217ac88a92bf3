import TestSupport
import Testing

@testable import Persistence

struct JSONWriterTests {
  @Test func `commas come by themselves`() {
    var json = JSONWriter()
    json.beginObject()
    json.key("a")
    json.beginArray()
    json.endArray()
    json.key("b")
    json.beginArray()
    json.integer(1)
    json.null()
    json.beginObject()
    json.endObject()
    json.boolean(false)
    json.endArray()
    json.endObject()
    #expect(json.text == #"{"a":[],"b":[1,null,{},false]}"#)
  }

  @Test func `integers have no point and keep all digits`() {
    for value in [0, 1, 9, 10, 99, 100, -1, -10, .max, .min, 1_000_000_000_000_000_000] as [Int64] {
      var json = JSONWriter()
      json.integer(value)
      #expect(json.text == String(value))
    }
  }

  @Test func `floats have a point or an exponent and read back the same`() throws {
    var generator = Seeded(7)
    var values: [Double] = [
      0, -0.0, 0.1, 0.3, 100, 1e16, 1e-5, Double.leastNonzeroMagnitude, .greatestFiniteMagnitude, 2095.57,
      -0.5, 1e11,
    ]
    values += [99_999_999_999.9999, 0.001, 0.0001, 0.00012, 1.0 / 3, 4_503_599_627_370_497.5]
    for _ in 0..<20_000 {
      values.append(Double(Int.random(in: -10_000_000...10_000_000, using: &generator)) / 1000)
      let bits = Double(bitPattern: .random(in: 0 ... .max, using: &generator))
      if bits.isFinite { values.append(bits) }
    }
    for value in values {
      var json = JSONWriter()
      json.float(value)
      #expect(json.text == value.description)
      #expect(json.text.contains(".") || json.text.contains("e"))
      var reader = JSONReader(Array(json.text.utf8))
      guard case .float(let back) = try reader.scalar() else { return #expect(Bool(false)) }
      #expect(back.bitPattern == value.bitPattern)
    }
  }

  @Test func `what would steer a terminal is escaped, and all else is not`() {
    var json = JSONWriter()
    json.string("a\"b\\c\n\t\u{1B}\u{7F}\u{9B}\u{2028}\u{202E}\u{2066}\u{061C} Жё\u{301}👩‍👩‍👧 “—”é\u{200D}")
    #expect(
      json.text
        == #""a\"b\\c\n\t\u001b\u007f\u009b\u2028\u202e\u2066\u061c Жё"# + "\u{301}👩‍👩‍👧 “—”é\u{200D}\"")
  }

  @Test func `any text reads back the same, wherever the special characters stand`() throws {
    var generator = Seeded(1)
    let alphabet: [Unicode.Scalar] = [
      "a", "b", " ", "\"", "\\", "\n", "\0", "\u{7F}", "\u{85}", "Ж", "é", "\u{2028}", "—", "😀",
    ]
    for length in 0..<200 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<length { scalars.append(alphabet.randomElement(using: &generator).unsafelyUnwrapped) }
      try expectRoundTrip(String(scalars))
    }
    for length in [16_379, 16_383, 16_384, 16_385, 40_000] {
      try expectRoundTrip(String(repeating: "x", count: length) + "\u{2028}\u{0}Ж")
      try expectRoundTrip(String(repeating: "\u{202E}", count: length))
    }
  }

  private func expectRoundTrip(_ text: String) throws {
    var json = JSONWriter()
    json.string(text)
    var reader = JSONReader(Array(json.text.utf8))
    #expect(try Array(reader.string().unicodeScalars) == Array(text.unicodeScalars))
    try reader.finish()
  }
}
