internal import Synchronization

/// Stops the statement at hand from another thread or from a signal handler.
///
/// Setting it is one atomic store: safe wherever a signal may arrive. The engine lowers it when a statement begins.
public final class CancellationFlag: Sendable {
  private let raised = Atomic<Bool>(false)

  /// Makes a flag that is not raised.
  public init() {}

  /// Whether the statement at hand is to stop.
  public var isRaised: Bool { raised.load(ordering: .relaxed) }

  /// Asks the statement at hand to stop; async-signal-safe.
  public func raise() { raised.store(true, ordering: .relaxed) }

  /// Takes the wish back.
  public func lower() { raised.store(false, ordering: .relaxed) }
}
