/// Comma-separated pattern parts.
public struct Pattern: Sendable {
  /// The parts.
  public var parts: [PatternPart]
  /// All of them.
  public var span: Span

  /// Makes a pattern of its parts.
  public init(parts: [PatternPart], span: Span) {
    self.parts = parts
    self.span = span
  }
}

/// A chain of nodes and relationships, perhaps named, perhaps a search for shortest paths.
public struct PatternPart: Sendable {
  /// How the chain is searched for.
  public enum Search: Sendable { case all, shortestPath, allShortestPaths }

  /// `variable = …`.
  public var variable: Name?
  /// All matches or the shortest only.
  public var search: Search
  /// The nodes, one more than the relationships.
  public var nodes: [NodePattern]
  /// The relationships between the nodes.
  public var relationships: [RelationshipPattern]
  /// Where it stands.
  public var span: Span

  /// Makes a part.
  public init(
    variable: Name?, search: Search, nodes: [NodePattern], relationships: [RelationshipPattern],
    span: Span
  ) {
    self.variable = variable
    self.search = search
    self.nodes = nodes
    self.relationships = relationships
    self.span = span
  }
}

/// `(variable:A:B {properties} WHERE predicate)`.
public struct NodePattern: Sendable {
  /// The variable, where named.
  public var variable: Name?
  /// The labels, all of which are asked for.
  public var labels: [Name]
  /// A map literal or a parameter.
  public var properties: Expression?
  /// An inline predicate.
  public var predicate: Expression?
  /// Where it stands, parentheses included.
  public var span: Span

  /// Makes a node pattern.
  public init(
    variable: Name?, labels: [Name], properties: Expression?, predicate: Expression?, span: Span
  ) {
    self.variable = variable
    self.labels = labels
    self.properties = properties
    self.predicate = predicate
    self.span = span
  }
}

/// `-[variable:A|B*1..3 {properties}]->`.
public struct RelationshipPattern: Sendable {
  /// The arrow heads that were written.
  public enum Arrow: Sendable {
    /// `-->`.
    case right
    /// `<--`.
    case left
    /// `--`.
    case none
    /// `<-->`, which matches like `none`.
    case both
  }

  /// The bounds of a pattern of variable length.
  public struct Length: Sendable {
    /// The least number of relationships; 1 where it was left out.
    public var minimum: Int?
    /// The greatest number of relationships; nil for no bound.
    public var maximum: Int?

    /// Makes bounds.
    public init(minimum: Int?, maximum: Int?) {
      self.minimum = minimum
      self.maximum = maximum
    }
  }

  /// The variable, where named.
  public var variable: Name?
  /// The types, any of which will do; empty for all.
  public var types: [Name]
  /// The bounds, or nil for exactly one relationship.
  public var length: Length?
  /// A map literal or a parameter.
  public var properties: Expression?
  /// The direction.
  public var arrow: Arrow
  /// An inline predicate.
  public var predicate: Expression?
  /// Where it stands, dashes included.
  public var span: Span

  /// Makes a relationship pattern.
  public init(
    variable: Name?, types: [Name], length: Length?, properties: Expression?, arrow: Arrow,
    predicate: Expression?, span: Span
  ) {
    self.variable = variable
    self.types = types
    self.length = length
    self.properties = properties
    self.arrow = arrow
    self.predicate = predicate
    self.span = span
  }
}
