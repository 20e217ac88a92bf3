/// Where text goes: a file, a terminal, a text in tests.
protocol TextSink: AnyObject {
  /// Writes a text as it stands.
  func write(_ text: String)
  /// Writes a text given as valid UTF-8.
  func write(_ bytes: UnsafeBufferPointer<UInt8>)
  /// Hands on what is still held back.
  func flush()
  /// Whether nobody reads any more.
  var isClosed: Bool { get }
}

extension TextSink {
  func write(_ bytes: UnsafeBufferPointer<UInt8>) { write(String(decoding: bytes, as: UTF8.self)) }
}
