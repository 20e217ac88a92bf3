internal import Glibc

/// A thread that does one piece of work beside the caller's.
final class Worker: @unchecked Sendable {
  private var thread = pthread_t()
  private var isJoined = false

  /// Begins to work.
  init(_ work: @escaping @Sendable () -> Void) throws(DataError) {
    let box = Unmanaged.passRetained(Work(body: work)).toOpaque()
    let failed = pthread_create(
      &thread, nil,
      { box in
        if let box { Unmanaged<Work>.fromOpaque(box).takeRetainedValue().body() }
        return nil
      }, box)
    if failed != 0 {
      Unmanaged<Work>.fromOpaque(box).release()
      isJoined = true
      throw DataError(.system(call: "pthread_create", error: failed))
    }
  }

  /// Waits for the end of the work; only the thread that began it calls.
  func join() {
    if !isJoined { pthread_join(thread, nil) }
    isJoined = true
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
