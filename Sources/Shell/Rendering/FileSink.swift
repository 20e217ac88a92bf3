import CypherSyntax
import Persistence

/// Text on its way to a file that comes into being whole or not at all.
final class FileSink: TextSink {
  private let file: FileReplacement
  private var bytes: [UInt8] = []
  private var failure: DataError?

  private init(_ path: String) throws(DataError) { file = try FileReplacement(path: path) }

  /// Writes a file by what the body gives to the sink.
  ///
  /// - Throws: a file that can't be written; what was there before stays.
  static func write(_ path: String, at span: Span? = nil, _ body: (FileSink) -> Void) throws(ShellError) {
    do throws(DataError) {
      let sink = try FileSink(path)
      body(sink)
      sink.flush()
      if let failure = sink.failure { throw failure }
      try sink.file.commit()
    } catch {
      throw ShellError(error, at: span)
    }
  }

  /// Writes a text to a file whole or not at all, where files may be written.
  static func write(
    _ text: String, to path: String, rules: SessionRules, at span: Span?
  ) throws(ShellError) {
    if rules.isSafe { throw ShellError(.unsafe("writing '\(path)'"), at: span) }
    try write(path, at: span) { $0.write(text) }
  }

  var isClosed: Bool { failure != nil }

  func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= 1 << 16 { flush() }
  }

  func write(_ more: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: more)
    if bytes.count >= 1 << 16 { flush() }
  }

  func flush() {
    guard failure == nil else { return }
    do throws(DataError) {
      try bytes.withUnsafeBufferPointer { (buffer) throws(DataError) in try file.write(buffer) }
    } catch {
      failure = error
    }
    bytes.removeAll(keepingCapacity: true)
  }
}
