internal import Glibc

/// A thread that does one piece of work beside the caller's.
package final class Worker: @unchecked Sendable {
  private var thread = pthread_t()
  private var isJoined = false

  /// Begins to work; nil where the system gives no thread.
  package init?(_ work: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Work(body: work)).toOpaque()
    let failed = pthread_create(
      &thread, nil,
      { box in
        if let box { Unmanaged<Work>.fromOpaque(box).takeRetainedValue().body() }
        return nil
      }, box)
    if failed != 0 {
      Unmanaged<Work>.fromOpaque(box).release()
      return nil
    }
  }

  /// Waits for the end of the work; only the thread that began it calls.
  package func join() {
    if !isJoined { pthread_join(thread, nil) }
    isJoined = true
  }

  /// Does two things at once, the first on a thread of its own; one after the other where there is none.
  ///
  /// Neither may touch what the other one writes.
  static func both(_ first: @escaping @Sendable () -> Void, _ second: () -> Void) {
    let worker = Worker(first)
    second()
    if let worker { worker.join() } else { first() }
  }

  /// Frees something large on a thread of its own: to give gigabytes back takes longer than a person should wait.
  ///
  /// Nobody else may hold what only it refers to.
  package static func letGo<Thing>(of thing: consuming Thing) {
    let box = Box(thing)
    if let worker = Worker({ box.thing = nil }) { pthread_detach(worker.thread) }
  }

  private final class Box<Thing>: @unchecked Sendable {
    var thing: Thing?

    init(_ thing: consuming Thing) { self.thing = thing }
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
