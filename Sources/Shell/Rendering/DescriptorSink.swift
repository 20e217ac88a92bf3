import Glibc

/// Text on its way to a file descriptor, in pieces of 64 KB.
final class DescriptorSink: TextSink {
  private let descriptor: Int32
  private var bytes: [UInt8] = []
  private(set) var isClosed = false
  /// The number of the error that ended writing, other than a reader that went away.
  private(set) var failure: Int32?

  /// Makes a sink of an open file.
  init(descriptor: Int32) { self.descriptor = descriptor }

  func write(_ text: String) {
    guard !isClosed else { return }
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= 1 << 16 { flush() }
  }

  func write(_ more: UnsafeBufferPointer<UInt8>) {
    guard !isClosed else { return }
    bytes.append(contentsOf: more)
    if bytes.count >= 1 << 16 { flush() }
  }

  func flush() {
    var offset = 0
    while offset < bytes.count, !isClosed {
      let written = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
      }
      if written >= 0 {
        offset += written
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, -1)
      } else if errno != EINTR {
        isClosed = true
        if errno != EPIPE { failure = errno }
      }
    }
    bytes.removeAll(keepingCapacity: true)
  }
}
