internal import Synchronization
import CypherSyntax
import PropertyGraph
import Glibc

/// Watches one run: cancellation, time, and the rows and memory that operators hold.
final class LimitTracker {
  private let flag: CancellationFlag
  /// Raised where nobody wants what a thread beside the run's own is making.
  private let stop: CancellationFlag?
  private let limits: Limits
  private let deadline: UInt64?
  /// The tracker that counts what all threads of the run hold; nil: this one.
  private let whole: LimitTracker?
  private let heldRows = Atomic<Int>(0)
  private let heldBytes = Atomic<Int>(0)
  /// The bytes of large values that expressions made for the batch at hand.
  private(set) var madeBytes = 0
  private var bytesUnchecked = 0
  private var stepsUnchecked = 0
  /// What a stopped run held that is long, to be freed with this.
  private var remains: [[Value]] = []
  /// What ends the threads that help the run.
  private var ends: [() -> Void] = []

  /// Starts to watch a run.
  init(_ limits: Limits = Limits(), flag: CancellationFlag = CancellationFlag()) {
    self.flag = flag
    self.limits = limits
    deadline = limits.time.map { MonotonicTime.now.addingClamped($0) }
    whole = nil
    stop = nil
  }

  private init(beside other: LimitTracker, _ stop: CancellationFlag) {
    flag = other.flag
    limits = other.limits
    deadline = other.deadline
    whole = other.whole ?? other
    self.stop = stop
  }

  /// What another thread that does a part of the run asks: it stops with the run or when it is told to, and what it
  /// holds is counted with what the others hold.
  func beside(_ stop: CancellationFlag) -> LimitTracker { LimitTracker(beside: self, stop) }

  /// Stops the run where it was cancelled or its time is over; once a batch and inside long loops.
  func check() throws(CypherError) {
    if flag.isRaised { throw CypherError.cancelled }
    if let stop, stop.isRaised { throw CypherError.cancelled }
    if let deadline {
      if MonotonicTime.now > deadline {
        throw exceeded("TimeLimit", "the statement ran longer than \(limits.time ?? .zero)")
      }
    }
  }

  /// Whether what is written counts.
  var countsWrites: Bool { limits.memory != nil }

  /// Counts changes that were made, which the log keeps, and what was copied so that they can be taken back.
  func wrote(_ changes: Int, copied bytes: Int) throws(CypherError) {
    try hold(rows: 0, bytes: changes * Change.bytesKept + bytes)
  }

  /// Leaves a list that a stopped run held to what frees the run's context: another thread (`Engine.run`).
  func leave(_ list: [Value]) {
    if list.count >= GrowingList.pieceCount { remains.append(list) }
  }

  /// Notes how threads are ended that help the run.
  func note(end: @escaping () -> Void) { ends.append(end) }

  /// Ends the threads that help the run and waits for them: they read the graph, which the next statement may write.
  func endHelp() {
    for end in ends { end() }
    ends = []
  }

  /// Counts steps that are about to be done, or bytes that are about to be read; now and then does what `check` does.
  @inline(__always)
  func work(_ steps: Int) throws(CypherError) {
    stepsUnchecked = stepsUnchecked.addingClamped(steps)
    if stepsUnchecked > Self.mostUnchecked { try checkWork() }
  }

  private func checkWork() throws(CypherError) {
    stepsUnchecked = 0
    try check()
  }

  /// Some milliseconds of work.
  private static let mostUnchecked = 1 << 21

  /// Forgets the values of the batch before.
  func beginBatch() { madeBytes = 0 }

  /// Counts a text or list that an expression makes, or is about to make; small ones are not worth it.
  ///
  /// - Throws: where there is no room for it, and what `check` throws where much has been made since.
  @inline(__always)
  func make(bytes: Int) throws(CypherError) {
    if bytes >= Self.worthCounting { try makeLarge(bytes) }
  }

  private func makeLarge(_ bytes: Int) throws(CypherError) {
    madeBytes = madeBytes.addingClamped(bytes)
    if let limit = limits.memory,
      (whole ?? self).heldBytes.load(ordering: .relaxed).addingClamped(madeBytes) > limit
    {
      throw exceeded("MemoryLimit", "the statement holds more than \(limit) bytes")
    }
    if bytes > Self.largestValue { throw tooLarge("value", Self.largestValue) }
    bytesUnchecked = bytesUnchecked.addingClamped(bytes)
    if bytesUnchecked > 1 << 20 {
      bytesUnchecked = 0
      try check()
    }
  }

  /// Counts a text that is about to be made in one step, which nothing can stop.
  @inline(__always)
  func make(textBytes: Int) throws(CypherError) {
    if textBytes > Self.largestText { throw tooLarge("text", Self.largestText) }
    try make(bytes: textBytes)
  }

  private func tooLarge(_ thing: String, _ limit: Int) -> CypherError {
    exceeded("ValueTooLarge", "a \(thing) would take more than \(limit >> 20) MiB")
  }

  /// Says that of what was made since a moment so many bytes were let go again.
  func letGo(_ bytes: Int, since moment: Int) { madeBytes = max(min(moment, madeBytes), madeBytes &- bytes) }

  /// No single value may take more, whatever the limits: a text that doubles reaches any memory in 40 steps.
  private static let largestValue = 1 << 30
  /// What is copied in less than a tenth of a second.
  private static let largestText = 1 << 28
  private static let worthCounting = 1 << 9

  /// Counts rows that are kept until the end of the run.
  func hold(rows: Int, bytes: Int) throws(CypherError) {
    let (rows, bytes) = count(rows: rows, bytes: bytes)
    if let limit = limits.rows, rows > limit {
      throw exceeded("RowLimit", "the statement holds more than \(limit) rows")
    }
    if let limit = limits.memory, bytes > limit {
      throw exceeded("MemoryLimit", "the statement holds more than \(limit) bytes")
    }
  }

  /// Gives back what `hold` counted.
  func release(rows: Int, bytes: Int) { _ = count(rows: -rows, bytes: -bytes) }

  /// Adds to what all threads hold and gives the sums.
  private func count(rows: Int, bytes: Int) -> (rows: Int, bytes: Int) {
    if let whole { return whole.count(rows: rows, bytes: bytes) }
    return (
      heldRows.wrappingAdd(rows, ordering: .relaxed).newValue,
      heldBytes.wrappingAdd(bytes, ordering: .relaxed).newValue
    )
  }

  private func exceeded(_ detail: String, _ message: String) -> CypherError {
    CypherError(.limitExceeded, .runtime, detail, message, hint: "raise the limit or ask for less")
  }
}

extension Change {
  /// Roughly the memory that the log and the graph take for a change.
  fileprivate static let bytesKept = 128
}

extension CypherError {
  /// The answer to Ctrl-C.
  static var cancelled: CypherError {
    CypherError(.interrupted, .runtime, "Cancelled", "the statement was cancelled")
  }

  /// Whether it stops a statement that may have gathered much.
  var isStop: Bool { kind == .limitExceeded || kind == .interrupted }
}

/// The rows that one operator keeps; they are given back when it lets go of this.
final class RowHold {
  private let limits: LimitTracker
  private var rows = 0
  private var bytes = 0

  /// Keeps nothing yet.
  init(_ limits: LimitTracker) { self.limits = limits }

  deinit { limits.release(rows: rows, bytes: bytes) }

  /// Counts more rows.
  func add(rows: Int, bytes: Int) throws(CypherError) {
    self.rows &+= rows
    self.bytes &+= bytes
    try limits.hold(rows: rows, bytes: bytes)
  }
}

/// The clock for limits and PROFILE.
enum MonotonicTime {
  /// Nanoseconds since some moment in the past; never goes back.
  static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(bitPattern: Int64(time.tv_sec)) &* 1_000_000_000 &+ UInt64(bitPattern: Int64(time.tv_nsec))
  }
}

extension Int {
  /// The sum, or the greatest number where it is beyond.
  fileprivate func addingClamped(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}

extension UInt64 {
  /// A moment some time later, in nanoseconds; the last one there is where that is beyond.
  fileprivate func addingClamped(_ time: Duration) -> UInt64 {
    let (seconds, attoseconds) = time.components
    guard seconds >= 0, attoseconds >= 0 else { return self }
    let (whole, overflow) = UInt64(seconds).multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, beyond) = whole.addingReportingOverflow(UInt64(attoseconds / 1_000_000_000))
    let (end, over) = addingReportingOverflow(sum)
    return overflow || beyond || over ? .max : end
  }
}
