import Testing

@testable import Persistence

struct JSONReaderTests {
  @Test func `numbers are integers without a point and floats with one`() throws {
    #expect(try scalar("0") == "integer 0")
    #expect(try scalar("-0") == "integer 0")
    #expect(try scalar("9223372036854775807") == "integer 9223372036854775807")
    #expect(try scalar("-9223372036854775808") == "integer -9223372036854775808")
    #expect(try scalar("999999999999999999") == "integer 999999999999999999")
    #expect(try scalar("1.0") == "float 1.0")
    #expect(try scalar("-0.0") == "float -0.0")
    #expect(try scalar("0.1") == "float 0.1")
    #expect(try scalar("1e2") == "float 100.0")
    #expect(try scalar("1E-2") == "float 0.01")
    #expect(try scalar("9007199254740993.0") == "float 9007199254740992.0")
    #expect(try scalar("2.2250738585072011e-308") == "float 2.225073858507201e-308")
    #expect(try scalar("1.7976931348623157e308") == "float 1.7976931348623157e+308")
    #expect(try scalar("123456789012345678901234567890.0") == "float 1.2345678901234568e+29")
    #expect(try scalar("1e-400") == "float 0.0")
  }

  @Test(arguments: ["00", "01", "-", "1.", ".5", "1e", "1e+", "-a", "1.2.3", "--1", "+1", "1-2", "0x10"])
  func `what is no number of JSON is refused`(text: String) {
    #expect(throws: DataError.self) { try whole(text) }
  }

  @Test func `numbers that do not fit are refused`() {
    #expect(fact("9223372036854775808") == .numberDoesNotFit("9223372036854775808"))
    #expect(fact("-9223372036854775809") == .numberDoesNotFit("-9223372036854775809"))
    #expect(fact("1e309") == .numberDoesNotFit("1e309"))
    #expect(fact("-1e309") == .numberDoesNotFit("-1e309"))
  }

  @Test func `texts keep every character`() throws {
    #expect(try scalar("\"\"") == "text ")
    #expect(try scalar("\"Ключевой клиент\"") == "text Ключевой клиент")
    #expect(try scalar("\"👩‍👩‍👧 e\u{301} \u{2028}\"") == "text 👩‍👩‍👧 e\u{301} \u{2028}")
    #expect(try scalar(#""\"\\\/\b\f\n\r\t\u0416\uD83D\uDE00""#) == "text \"\\/\u{8}\u{c}\n\r\tЖ😀")
    #expect(try scalar(#""\u0000""#) == "text \0")
    let long = String(repeating: "a", count: 100_000)
    #expect(try scalar("\"\(long)\\n\(long)\"") == "text \(long)\n\(long)")
  }

  @Test func `surrogates come in pairs`() {
    #expect(fact(#""\uD83D""#) == .loneSurrogate)
    #expect(fact(#""\uDE00""#) == .loneSurrogate)
    #expect(fact(#""\uDE00\uD83D""#) == .loneSurrogate)
    #expect(fact(#""\uD83Dx""#) == .loneSurrogate)
    #expect(fact(#""\uD83D\n""#) == .loneSurrogate)
    #expect(fact(#""\uD83D\uD83D""#) == .loneSurrogate)
  }

  @Test func `escapes and control characters are strict`() {
    #expect(fact(#""\x41""#) == .badEscape)
    #expect(fact(#""\u12G4""#) == .badEscape)
    #expect(fact("\"a\nb\"") == .controlCharacter(0x0A))
    #expect(fact("\"a\u{0}b\"") == .controlCharacter(0))
    #expect(fact(bytes: [0x22, 0xFF, 0x22]) == .invalidUTF8)
    #expect(fact(bytes: [0x22, 0xED, 0xA0, 0x80, 0x22]) == .invalidUTF8)
    #expect(fact(bytes: [0x22, 0xC0, 0x80, 0x22]) == .invalidUTF8)
    #expect(fact(bytes: [0xEF, 0xBB, 0xBF, 0x31]) != nil)
  }

  @Test func `lists and objects lie at most 128 deep`() throws {
    let fits = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    try whole(fits)
    #expect(fact("[" + fits + "]") == .tooDeep(limit: 128))
    #expect(fact(String(repeating: "{\"a\":", count: 200)) == .tooDeep(limit: 128))
  }

  @Test(arguments: [
    "", " ", "[", "[1", "[1,", "{", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "\"", "\"\\",
    "\"\\u", "\"\\uD8",
    "tru", "nul", "fals", "-", "1.", "1e", "\"\\uD83D\\u",
  ])
  func `a text that ends too early is said to end`(text: String) throws {
    let error = try #require(failure(Array(text.utf8)))
    guard case .unexpected(nil, _) = error.fact else {
      if text.hasPrefix("\"\\uD83D") { return #expect(error.fact == .loneSurrogate) }
      if ["tru", "nul", "fals"].contains(text) { return }
      Issue.record("\(text): \(error.fact)")
      return
    }
  }

  @Test(arguments: [
    "[1 2]", "[,1]", "[1,]", "{,}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{\"a\":1,}", "{a:1}", "{1:2}", "[}",
    "{]", "True", "nulll",
    "1 2", "[] x", "\u{A0}1", "'a'", "[1,,2]", "{\"a\"::1}", "NaN", "Infinity", "// x\n1", "]",
  ])
  func `what is no JSON is refused`(text: String) {
    #expect(throws: DataError.self) { try whole(text) }
  }

  @Test func `errors name line and column in characters`() throws {
    let error = try #require(failure(Array("{\n  \"Жё\u{301}👩‍👩‍👧\": tru\n}".utf8)))
    #expect(error.position == TextPosition(line: 2, column: 10))
    #expect(error.fact == .unexpected(found: "t", expected: .value))
    let cut = try #require(failure(Array("[1,\n2".utf8)))
    #expect(cut.position == TextPosition(line: 2, column: 2))
    #expect(cut.fact == .unexpected(found: nil, expected: .commaOrBracket))
  }

  @Test func `a value set aside is read later and errors name its place`() throws {
    var json = JSONReader(Array("{\"a\": {\"b\": [1, \"x\\n\"]}, \"c\": 2}".utf8))
    var isFirst = true
    try json.beginObject()
    _ = try json.nextKey(isFirst: &isFirst)
    _ = try json.peek()
    let offset = json.offset
    let bytes = try json.setAside()
    #expect(String(decoding: bytes, as: UTF8.self) == "{\"b\": [1, \"x\\n\"]}")
    let inner = JSONReader(ByteSource(bytes, from: (json.source, offset)))
    #expect(inner.error(.cancelled).position == TextPosition(line: 1, column: 7))
    #expect(try json.nextKey(isFirst: &isFirst).map { String(decoding: $0, as: UTF8.self) } == "c")
    #expect(try json.integer() == 2)
    #expect(try json.nextKey(isFirst: &isFirst) == nil)
    try json.finish()
  }

  private func whole(_ text: String) throws {
    var json = JSONReader(Array(text.utf8))
    try json.skip()
    try json.finish()
  }

  private func failure(_ bytes: [UInt8]) -> DataError? {
    do throws(DataError) {
      var json = JSONReader(bytes)
      try json.skip()
      try json.finish()
      return nil
    } catch {
      return error
    }
  }

  private func fact(_ text: String) -> DataError.Fact? { failure(Array(text.utf8))?.fact }
  private func fact(bytes: [UInt8]) -> DataError.Fact? { failure(bytes)?.fact }

  private func scalar(_ text: String) throws -> String {
    var json = JSONReader(Array(text.utf8))
    let description =
      switch try json.scalar() {
      case .null: "null"
      case .boolean(let value): "boolean \(value)"
      case .integer(let value): "integer \(value)"
      case .float(let value): "float \(value)"
      case .text(let bytes): "text \(String(decoding: bytes, as: UTF8.self))"
      }
    try json.finish()
    return description
  }
}
