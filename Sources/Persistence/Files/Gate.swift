internal import Glibc

/// A lock with a condition to wait for, for two threads that hand things over.
final class Gate: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Runs the body while no other thread is inside.
  func locked<R: ~Copyable>(_ body: () -> R) -> R {
    lock()
    defer { unlock() }
    return body()
  }

  /// Waits for the lock and takes it.
  func lock() { pthread_mutex_lock(mutex) }

  /// Lets the lock go.
  func unlock() { pthread_mutex_unlock(mutex) }

  /// Waits, inside `locked`, until the other thread wakes this one.
  func wait() { pthread_cond_wait(condition, mutex) }

  /// Wakes whoever waits.
  func wake() { pthread_cond_broadcast(condition) }
}
