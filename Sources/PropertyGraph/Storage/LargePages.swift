internal import Glibc

/// Pages of 2 MiB under large blocks: what is read here and there then misses the processor's table of pages less often.
///
/// Source: madvise(2), MADV_HUGEPAGE.
enum LargePages {
  /// Smaller blocks would waste more than they gain.
  private static let worthwhile = 4 << 20
  private static let pageSize: UInt = 4096

  /// Asks the system for them; it is free not to follow.
  static func prefer(under block: UnsafeMutableRawPointer, _ bytes: Int) {
    guard bytes >= worthwhile else { return }
    // The whole mapping from its first page on, which the C library keeps for itself: a mapping in two parts can't be
    // moved when the block grows.
    let start = UInt(bitPattern: block) & ~(pageSize - 1)
    let length = UInt(bitPattern: block) + UInt(bytes) - start
    madvise(UnsafeMutableRawPointer(bitPattern: start), Int(length), MADV_HUGEPAGE)
  }
}
