import Glibc

/// Lines of bytes: of a text in memory, of a file, or of a pipe as they come.
///
/// Both `\n` and `\r\n` end a line; a mark of the byte order at the beginning is skipped.
public final class ByteLines: LineSource {
  private var buffer: [UInt8]
  private var position = 0
  /// What is read when the buffer is used up; negative for none.
  private let descriptor: Int32
  private var isAtBeginning = true

  /// Makes a source of a text in memory.
  public init(_ text: String) {
    buffer = Array(text.utf8)
    descriptor = -1
  }

  /// Makes a source of bytes in memory.
  public init(bytes: [UInt8]) {
    buffer = bytes
    descriptor = -1
  }

  /// Makes a source of an open file, which stays open; lines are given as soon as they are whole.
  public init(descriptor: Int32) {
    buffer = []
    self.descriptor = descriptor
  }

  /// The next line; what isn't UTF-8 is replaced.
  public func nextLine(_ prompt: LinePrompt) -> LineInput {
    var line: [UInt8] = []
    switch readLine(prompt, into: &line) {
    case .line: return .line(String(decoding: line, as: UTF8.self))
    case .end: return .end
    case .interrupted: return .interrupted
    }
  }

  /// The next line as bytes.
  public func readLine(_ prompt: LinePrompt, into line: inout [UInt8]) -> LineRead {
    line.removeAll(keepingCapacity: true)
    var searched = position
    while true {
      if let end = newline(from: searched) {
        take(upTo: end, into: &line)
        position = end + 1
        return .line
      }
      searched = buffer.count
      let consumed = position
      switch refill() {
      case .line: searched -= consumed
      case .interrupted: return .interrupted
      case .end:
        guard position < buffer.count else { return .end }
        take(upTo: buffer.count, into: &line)
        position = buffer.count
        return .line
      }
    }
  }

  private func newline(from start: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, 0x0A, bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  private func take(upTo end: Int, into line: inout [UInt8]) {
    var start = position
    var end = end
    if isAtBeginning {
      isAtBeginning = false
      if buffer[start..<end].starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
    }
    if end > start, buffer[end - 1] == 0x0D { end -= 1 }
    line.append(contentsOf: buffer[start..<end])
  }

  /// Drops what was given and reads more; `.end` also where reading fails.
  private func refill() -> LineRead {
    guard descriptor >= 0 else { return .end }
    buffer.removeSubrange(..<position)
    position = 0
    let count = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: 1 << 16))
    let got = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { read(descriptor, $0 + count, bytes.count - count) } ?? 0
    }
    let isInterrupted = got < 0 && errno == EINTR
    buffer.removeLast((1 << 16) - max(0, got))
    return isInterrupted ? .interrupted : got > 0 ? .line : .end
  }
}
