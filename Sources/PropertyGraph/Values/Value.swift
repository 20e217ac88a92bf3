/// A value of openCypher: what expressions give, properties hold (`isStorable`) and results carry.
///
/// Source: openCypher 9, "Types"; CIP2015-08-06 for the temporal ones.
public enum Value: Sendable {
  /// The absence of a value.
  case null
  /// True or false.
  case boolean(Bool)
  /// A signed integer of 64 bits.
  case integer(Int64)
  /// An IEEE 754 double.
  case float(Double)
  /// Unicode text, compared by code point.
  case string(String)
  /// A calendar date.
  case date(CalendarDate)
  /// A time of day without an offset.
  case localTime(LocalTime)
  /// A time of day with an offset from UTC.
  case time(OffsetTime)
  /// A date and a time of day without an offset.
  case localDateTime(LocalDateTime)
  /// An instant with an offset or a named zone.
  case dateTime(ZonedDateTime)
  /// Months, days, seconds and nanoseconds, kept apart.
  case duration(TemporalDuration)
  /// An ordered list.
  case list([Value])
  /// A map from names to values.
  case map(ValueMap)
  /// A node of the graph at hand.
  case node(NodeID)
  /// A relationship of the graph at hand.
  case relationship(RelationshipID)
  /// A walk through the graph at hand.
  case path(Path)

  /// Whether it is null.
  @inlinable public var isNull: Bool { if case .null = self { true } else { false } }
}

/// A walk: one node more than relationships, each relationship between its neighbours.
public struct Path: Sendable, Hashable {
  /// The nodes in order; never empty.
  public var nodes: [NodeID]
  /// The relationships in order, walked forwards or backwards.
  public var relationships: [RelationshipID]

  /// Makes a path of its parts.
  public init(nodes: [NodeID], relationships: [RelationshipID]) {
    self.nodes = nodes
    self.relationships = relationships
  }
}
