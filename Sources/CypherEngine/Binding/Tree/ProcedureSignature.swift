/// What callers must know of a procedure.
public struct ProcedureSignature: Sendable {
  /// An input or an output.
  public struct Field: Sendable {
    /// Its name.
    public var name: String
    /// Its type as openCypher writes it, without the question mark: `INTEGER`, `LIST<STRING>`.
    public var type: String
    /// Whether null is allowed.
    public var isNullable: Bool

    /// Makes a field.
    public init(name: String, type: String, isNullable: Bool) {
      self.name = name
      self.type = type
      self.isNullable = isNullable
    }
  }

  /// The qualified name, its parts joined by points.
  public var name: String
  /// What it takes.
  public var inputs: [Field]
  /// The columns it gives; empty for a procedure that is called for its effect.
  public var outputs: [Field]

  /// Makes a signature.
  public init(name: String, inputs: [Field], outputs: [Field]) {
    self.name = name
    self.inputs = inputs
    self.outputs = outputs
  }
}

/// Where the binder looks procedures up.
public protocol ProcedureLookup {
  /// The signature of a procedure, or nil where there is none of that name.
  func signature(of name: String) -> ProcedureSignature?
  /// All names, for suggestions.
  var procedureNames: [String] { get }
}

/// The names that a graph knows, for warnings about those it does not.
public protocol SchemaNames {
  /// Whether a node has had the label.
  func knowsLabel(_ name: String) -> Bool
  /// Whether a relationship has had the type.
  func knowsType(_ name: String) -> Bool
  /// Whether an entity has had the property key.
  func knowsKey(_ name: String) -> Bool
  /// The labels, for suggestions.
  var labelNames: [String] { get }
  /// The relationship types, for suggestions.
  var typeNames: [String] { get }
  /// The property keys, for suggestions.
  var keyNames: [String] { get }
}
