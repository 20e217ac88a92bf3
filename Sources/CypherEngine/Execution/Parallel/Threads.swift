import Glibc

/// How many threads share the work of a step that only reads.
///
/// Not Dispatch: it would be the only reason to link it, and its pool outlives the statements that need it.
enum Threads {
  /// The number of threads that pay, the calling one included.
  static let count = max(1, min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 8))
}
