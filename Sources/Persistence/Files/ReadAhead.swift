internal import PropertyGraph

/// Reads a file on a thread of its own, a few pieces ahead of whoever takes them.
///
/// The thread also checks the UTF-8 and sums the bytes, so that neither costs the reader time.
final class ReadAhead: @unchecked Sendable {
  private static let pieceSize = 1 << 20
  private static let piecesAhead = 3

  private let file: InputFile
  /// Where the thread reads next.
  private var offset: Int
  private let gate = Gate()
  // All below is guarded by the gate.
  private var ready: [Chunk] = []
  private var free: [Chunk]
  private var hasEnded = false
  private var isStopped = false
  /// How many bytes from the start are still to be summed, and the sum; only the thread touches them until it ends.
  private var unsummed: Int
  private var sum: Checksum?
  private var worker: Worker?

  /// Begins to read.
  ///
  /// - Parameters:
  ///   - offset: the byte of the file where it begins.
  ///   - summed: how many bytes from the start the checksum covers; nil: none is made.
  init(_ file: InputFile, from offset: Int = 0, summed: Int?) throws(DataError) {
    self.file = file
    self.offset = offset
    unsummed = summed ?? 0
    sum = summed == nil ? nil : Checksum()
    free = (0..<Self.piecesAhead).map { _ in Chunk(capacity: Self.pieceSize) }
    guard let worker = Worker({ [self] in run() }) else { throw DataError.noThread }
    self.worker = worker
  }

  /// The checksum, once the last piece was taken.
  var checksum: Checksum? { gate.locked { hasEnded ? sum : nil } }

  /// Takes the next piece, waiting for it; nil after the last.
  func next() -> Chunk? {
    gate.locked {
      while ready.isEmpty && !hasEnded { gate.wait() }
      return ready.isEmpty ? nil : ready.removeFirst()
    }
  }

  /// Gives back a piece that is no longer read.
  func recycle(_ chunk: Chunk) {
    gate.locked {
      if free.count < Self.piecesAhead && chunk.hasRoom(for: Self.pieceSize) {
        free.append(chunk)
        gate.wake()
      } else {
        chunk.free()
      }
    }
  }

  /// Ends the thread and frees the pieces.
  func stop() {
    gate.locked {
      isStopped = true
      gate.wake()
    }
    worker?.join()
    for chunk in ready + free { chunk.free() }
    (ready, free) = ([], [])
  }

  private func run() {
    var tail: [UInt8] = []
    while var chunk = nextFree() {
      chunk.clear()
      tail.withUnsafeBufferPointer { chunk.append($0) }
      let carried = tail.count
      var isLast = false
      do throws(DataError) {
        isLast = try !chunk.fill(from: file, at: &offset)
        add(UnsafeBufferPointer(rebasing: chunk.bytes[carried...]))
        tail = chunk.checkUTF8(isLast: isLast)
      } catch {
        chunk.failure = error
      }
      let isDone = isLast || chunk.failure != nil
      gate.locked {
        ready.append(chunk)
        hasEnded = isDone
        gate.wake()
      }
      if isDone { return }
    }
  }

  private func nextFree() -> Chunk? {
    gate.locked {
      while free.isEmpty && !isStopped { gate.wait() }
      return isStopped ? nil : free.removeLast()
    }
  }

  private func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    sum?.add(UnsafeBufferPointer(rebasing: bytes[..<min(unsummed, bytes.count)]))
    unsummed -= min(unsummed, bytes.count)
  }
}
