/// Writes JSON into one buffer: commas come by themselves, line ends where they are asked for.
///
/// All text is safe on a terminal too: what would steer it is escaped.
public struct JSONWriter: ~Copyable {
  var buffer: ByteBuffer
  private var needsComma = false

  /// Makes an empty text with room for so many bytes at first.
  public init(capacity: Int = 1 << 12) { buffer = ByteBuffer(capacity: max(capacity, 64)) }

  // MARK: What was written

  /// The number of bytes held.
  public var count: Int { buffer.count }

  /// The text held.
  public var text: String { String(decoding: buffer.bytes, as: UTF8.self) }

  /// Calls with the bytes held.
  public func withBytes<R, E: Error>(_ body: (UnsafeBufferPointer<UInt8>) throws(E) -> R) throws(E) -> R {
    try body(buffer.bytes)
  }

  /// Forgets the text held and goes on writing behind it.
  public mutating func drain() { buffer.count = 0 }

  /// Gives the bytes held away, and goes on in another buffer.
  mutating func exchange(_ other: consuming ByteBuffer) -> ByteBuffer {
    swap(&buffer, &other)
    return other
  }

  /// Forgets all.
  public mutating func reset() {
    drain()
    needsComma = false
  }

  // MARK: Structure

  /// Begins an object.
  public mutating func beginObject() { open(UInt8(ascii: "{")) }
  /// Ends an object.
  public mutating func endObject() { close(UInt8(ascii: "}")) }
  /// Begins a list.
  public mutating func beginArray() { open(UInt8(ascii: "[")) }
  /// Ends a list.
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes the key of the next value.
  public mutating func key(_ name: String) {
    string(name)
    buffer.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes the key of the next value from the text that `keyText` made of it.
  @inline(__always)
  mutating func key(written text: [UInt8]) {
    separate()
    raw(text)
    needsComma = false
  }

  /// The text of a key, with quotes and colon.
  static func keyText(_ name: String) -> [UInt8] { text(of: name) + [UInt8(ascii: ":")] }

  /// A text with quotes and escapes.
  static func text(of string: String) -> [UInt8] {
    var json = JSONWriter()
    json.string(string)
    return Array(json.buffer.bytes)
  }

  /// A list of texts.
  static func text(of strings: [String]) -> [UInt8] {
    var json = JSONWriter()
    json.beginArray()
    for string in strings { json.string(string) }
    json.endArray()
    return Array(json.buffer.bytes)
  }

  /// Ends the line, behind the comma that what follows needs.
  public mutating func newline() {
    separate()
    buffer.append(0x0A)
    needsComma = false
  }

  /// Ends the line without a comma.
  public mutating func endLine() { buffer.append(0x0A) }

  /// Writes what is JSON already: a whole value, or pieces of one up to its end.
  @inline(__always)
  mutating func raw(_ text: StaticString) {
    buffer.append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    needsComma = text.utf8Start[text.utf8CodeUnitCount - 1] == UInt8(ascii: "}")
  }

  /// Writes what is JSON already.
  @inline(__always)
  mutating func raw(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { buffer.append($0) }
  }

  @inline(__always)
  private mutating func separate() {
    if needsComma { buffer.append(UInt8(ascii: ",")) }
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    buffer.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    buffer.append(bracket)
    needsComma = true
  }

  // MARK: Values

  /// Writes `null`.
  public mutating func null() { word("null") }

  /// Writes a boolean.
  public mutating func boolean(_ value: Bool) { word(value ? "true" : "false") }

  private mutating func word(_ text: StaticString) {
    separate()
    buffer.append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    needsComma = true
  }

  /// Writes an integer, without a point.
  public mutating func integer(_ value: Int64) {
    separate()
    if value < 0 { buffer.append(UInt8(ascii: "-")) }
    digits(value.magnitude)
    needsComma = true
  }

  /// Writes a float: always with a point or an exponent, as few digits as read back the same.
  ///
  /// - Precondition: it is finite; JSON has no other numbers.
  public mutating func float(_ value: Double) {
    precondition(value.isFinite)
    separate()
    if !shortDecimal(value) {
      var text = value.description
      text.withUTF8 { buffer.append($0) }
    }
    needsComma = true
  }

  /// Writes a text.
  public mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string($0) }
  }

  /// Writes a text given as valid UTF-8.
  @inline(__always)
  public mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
    separate()
    buffer.append(UInt8(ascii: "\""))
    escaped(text)
    buffer.append(UInt8(ascii: "\""))
    needsComma = true
  }
}
