internal import Glibc

/// A lock with a condition to wait for, for two threads that hand things over.
package final class Gate: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  package init() {
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
  package func locked<R: ~Copyable>(_ body: () -> R) -> R {
    lock()
    defer { unlock() }
    return body()
  }

  /// Waits for the lock and takes it.
  package func lock() { pthread_mutex_lock(mutex) }

  /// Lets the lock go.
  package func unlock() { pthread_mutex_unlock(mutex) }

  /// Waits, inside `locked`, until the other thread wakes this one.
  package func wait() { pthread_cond_wait(condition, mutex) }

  /// Waits the same way, but no longer than some milliseconds.
  package func wait(milliseconds: Int) {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let nanoseconds = time.tv_nsec + milliseconds * 1_000_000
    time.tv_sec += nanoseconds / 1_000_000_000
    time.tv_nsec = nanoseconds % 1_000_000_000
    pthread_cond_timedwait(condition, mutex, &time)
  }

  /// Wakes whoever waits.
  package func wake() { pthread_cond_broadcast(condition) }
}
