internal import Synchronization
import CypherSyntax
import PropertyGraph

/// Splits long loops that only read between the calling thread and others.
enum WorkSplit {
  /// Calls a body for every range of a loop, on as many threads as pay, and adds up what it gives.
  ///
  /// - Parameters:
  ///   - grain: how many turns a range has: few enough that the limits are looked at often.
  ///   - body: is given the number of the thread and the range; it may not touch what other threads write.
  /// - Throws: what `context.check` throws, and where the sum is beyond 64 bits.
  static func sum(
    _ count: Int, grain: Int, _ context: ExecutionContext,
    _ body: @escaping @Sendable (_ thread: Int, Range<Int>) -> Int64
  ) throws(CypherError) -> Int64 {
    let work = SharedWork(count: count, grain: grain, body)
    let helpers = (1..<Threads.count).prefix(max(0, (count - 1) / grain)).compactMap { thread in
      Worker { work.help(thread: thread) }
    }
    var failure: CypherError?
    var sum: Int64 = 0
    while failure == nil, let part = work.step(thread: 0) {
      sum = sum.addingSaturated(part)
      do { try context.check() } catch { failure = error }
    }
    work.stop()
    for helper in helpers { helper.join() }
    if let failure { throw failure }
    return sum.addingSaturated(work.sumOfHelpers)
  }
}

/// A loop that several threads share.
private final class SharedWork: Sendable {
  private let count: Int
  private let grain: Int
  private let body: @Sendable (Int, Range<Int>) -> Int64
  private let next = Atomic<Int>(0)
  private let helped = Atomic<Int64>(0)
  private let isStopped = Atomic<Bool>(false)

  init(count: Int, grain: Int, _ body: @escaping @Sendable (Int, Range<Int>) -> Int64) {
    self.count = count
    self.grain = grain
    self.body = body
  }

  /// Does the next range; nil where none is left.
  func step(thread: Int) -> Int64? {
    let start = next.wrappingAdd(grain, ordering: .relaxed).oldValue
    return start < count ? body(thread, start..<min(start + grain, count)) : nil
  }

  /// Lets the helpers finish: after the ranges at hand where some are left.
  func stop() { isStopped.store(true, ordering: .relaxed) }

  /// What the helpers added up; they have ended.
  var sumOfHelpers: Int64 { helped.load(ordering: .acquiring) }

  fileprivate func help(thread: Int) {
    var sum: Int64 = 0
    while !isStopped.load(ordering: .relaxed), let part = step(thread: thread) {
      sum = sum.addingSaturated(part)
    }
    _ = helped.wrappingAdd(sum, ordering: .acquiringAndReleasing)
  }
}

extension Int64 {
  /// The sum, or the greatest number where that is beyond.
  ///
  /// Counts are never negative, so what is beyond once stays there.
  func addingSaturated(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }

  /// The product, or the greatest number where that is beyond.
  func multipliedSaturated(_ other: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}
