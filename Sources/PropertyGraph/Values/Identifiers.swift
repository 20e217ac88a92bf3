/// A node of one graph: dense, stable, never reused while the graph lives.
public struct NodeID: Hashable, Comparable, Sendable {
  /// The position of the node in the graph's directory.
  public let rawValue: UInt32

  /// Makes an id from its raw value.
  @inlinable public init(_ rawValue: UInt32) { self.rawValue = rawValue }

  /// Orders by age: a node made earlier has the smaller id.
  @inlinable public static func < (a: NodeID, b: NodeID) -> Bool { a.rawValue < b.rawValue }
}

/// A relationship of one graph: dense, stable, never reused while the graph lives.
public struct RelationshipID: Hashable, Comparable, Sendable {
  /// The position of the relationship in the graph's directory.
  public let rawValue: UInt32

  /// Makes an id from its raw value.
  @inlinable public init(_ rawValue: UInt32) { self.rawValue = rawValue }

  /// Orders by age: a relationship made earlier has the smaller id.
  @inlinable public static func < (a: RelationshipID, b: RelationshipID) -> Bool {
    a.rawValue < b.rawValue
  }
}

/// An interned node label.
public struct LabelID: Hashable, Comparable, Sendable {
  /// The position of the name in the graph's symbol table of labels.
  public let rawValue: Int32

  /// Makes a symbol from its position.
  @inlinable public init(_ rawValue: Int32) { self.rawValue = rawValue }

  /// Orders by first use.
  @inlinable public static func < (a: LabelID, b: LabelID) -> Bool { a.rawValue < b.rawValue }
}

/// An interned relationship type.
public struct TypeID: Hashable, Comparable, Sendable {
  /// The position of the name in the graph's symbol table of types.
  public let rawValue: Int32

  /// Makes a symbol from its position.
  @inlinable public init(_ rawValue: Int32) { self.rawValue = rawValue }

  /// Orders by first use.
  @inlinable public static func < (a: TypeID, b: TypeID) -> Bool { a.rawValue < b.rawValue }
}

/// An interned property key.
public struct KeyID: Hashable, Comparable, Sendable {
  /// The position of the name in the graph's symbol table of keys.
  public let rawValue: Int32

  /// Makes a symbol from its position.
  @inlinable public init(_ rawValue: Int32) { self.rawValue = rawValue }

  /// Orders by first use.
  @inlinable public static func < (a: KeyID, b: KeyID) -> Bool { a.rawValue < b.rawValue }
}

/// Which relationships of a node are meant.
public enum Direction: Hashable, Sendable {
  /// Those that start at the node.
  case outgoing
  /// Those that end at the node.
  case incoming
  /// Both; a loop is met once.
  case both
}
