import Glibc

/// Threads of the system, for work that only reads.
///
/// Not Dispatch: it would be the only reason to link it, and its pool outlives the statements that need it.
enum Threads {
  /// The number of threads that pay, the calling one included.
  static let count = max(1, min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 8))

  /// Starts a thread; nil where the system gives none.
  static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    let argument = Unmanaged.passRetained(ThreadBody(body))
    var id = pthread_t()
    let status = pthread_create(&id, nil, { runThread($0) }, argument.toOpaque())
    if status == 0 { return id }
    argument.release()
    return nil
  }

  /// Waits until a thread has ended.
  static func join(_ thread: pthread_t) { pthread_join(thread, nil) }
}

private final class ThreadBody {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

private func runThread(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument else { return nil }
  Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
  return nil
}

/// A lock with a bell: threads that wait inside are woken when something has changed.
///
/// Lifetime: the system's lock is freed with it, when no thread uses it any more.
final class Monitor: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>

  init() {
    mutex = .allocate(capacity: 1)
    condition = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Does something while no other thread is inside.
  func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }

  /// Lets others in until the bell rings; only inside.
  func wait() { pthread_cond_wait(condition, mutex) }

  /// Wakes all that wait.
  func ring() { pthread_cond_broadcast(condition) }
}
