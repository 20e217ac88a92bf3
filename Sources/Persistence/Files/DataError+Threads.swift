internal import Glibc

extension DataError {
  /// The system gives no thread.
  static var noThread: DataError { DataError(.system(call: "pthread_create", error: EAGAIN)) }
}
