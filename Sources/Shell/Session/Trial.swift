import PropertyGraph

/// What is tried out at the moment: statements whose changes are looked at and taken back.
struct Trial {
  /// The losses that were recorded before, and those whose consequence was played through.
  var knownLosses: Set<NodeID>
}
