import PropertyGraph

/// A part of what a scan runs through, of a size at which it pays that threads take turns.
enum ScanPart {
  /// Nodes of the label that is scanned.
  case nodes([UInt32])
  /// The relationships of a type among some ids.
  case relationships(TypeID, Range<UInt32>)

  /// How many ids a part has.
  static let size = 4096
}

/// A leaf that can be run through part by part.
protocol ScanPlan: Plan {
  /// Gives the parts in order, one a call, and nil at the end.
  func parts(of graph: Graph) -> () -> ScanPart?
  /// Makes the running form for parts.
  func makeScan(_ builder: OperatorBuilder) -> ScanOperator
}

/// The running form of a scan: of all, or of the part that was set.
class ScanOperator: Operator {
  /// What is run through instead of all.
  var part: ScanPart?
}
