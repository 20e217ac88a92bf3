internal import PropertyGraph

/// Sums bytes and writes them to a file on a thread of its own, while the next are made.
final class WriteBehind: @unchecked Sendable {
  /// The usual size of what is handed over at once.
  static let bufferSize = 1 << 20

  private let file: FileReplacement
  private let gate = Gate()
  private var worker: Worker?
  // All below is guarded by the gate.
  private var full: ByteBuffer?
  private var empty: ByteBuffer?
  private var isEnding = false
  private var failure: DataError?
  private var checksum = Checksum()

  init(_ file: FileReplacement) throws(DataError) {
    self.file = file
    guard let worker = Worker({ [self] in run() }) else { throw DataError.noThread }
    self.worker = worker
  }

  /// Takes over what a writer holds and leaves it empty, waiting where the file is slow.
  func put(_ json: inout JSONWriter) {
    gate.locked {
      while full != nil { gate.wait() }
      full = json.exchange(empty.take() ?? ByteBuffer(capacity: Self.bufferSize))
      gate.wake()
    }
  }

  /// Waits until all is written and gives its sum.
  func finish() throws(DataError) -> Checksum {
    stop()
    if let failure { throw failure }
    return checksum
  }

  /// Writes what was handed over and ends the thread.
  func stop() {
    gate.locked {
      isEnding = true
      gate.wake()
    }
    worker?.join()
  }

  private func run() {
    while let buffer = next() {
      var failed: DataError?
      do throws(DataError) {
        if failure == nil { try file.write(buffer.bytes) }
      } catch {
        failed = error
      }
      checksum.add(buffer.bytes)
      recycle(buffer, failed)
    }
  }

  private func next() -> ByteBuffer? {
    gate.locked {
      while full == nil && !isEnding { gate.wait() }
      let buffer = full.take()
      gate.wake()
      return buffer
    }
  }

  private func recycle(_ buffer: consuming ByteBuffer, _ failed: DataError?) {
    var buffer = buffer
    buffer.count = 0
    gate.lock()
    defer { gate.unlock() }
    empty = consume buffer
    failure = failure ?? failed
  }
}
