extension Graph {
  /// The label of a name, or nil where it was never used.
  public func label(_ name: String) -> LabelID? { labelTable.find(name).map(LabelID.init) }
  /// The relationship type of a name, or nil where it was never used.
  public func type(_ name: String) -> TypeID? { typeTable.find(name).map(TypeID.init) }
  /// The property key of a name, or nil where it was never used.
  public func key(_ name: String) -> KeyID? { keyTable.find(name).map(KeyID.init) }

  /// The label of a name, made where it is missing; harmless and not logged.
  public func intern(label name: String) -> LabelID { LabelID(labelTable.intern(name)) }
  /// The relationship type of a name, made where it is missing; harmless and not logged.
  public func intern(type name: String) -> TypeID { TypeID(typeTable.intern(name)) }
  /// The property key of a name, made where it is missing; harmless and not logged.
  public func intern(key name: String) -> KeyID { KeyID(keyTable.intern(name)) }

  /// The name of a label.
  public func name(of label: LabelID) -> String { labelTable.names[Int(label.rawValue)] }
  /// The name of a relationship type.
  public func name(of type: TypeID) -> String { typeTable.names[Int(type.rawValue)] }
  /// The name of a property key.
  public func name(of key: KeyID) -> String { keyTable.names[Int(key.rawValue)] }

  /// The labels that are or were in use, sorted.
  public var labelNames: [String] { labelTable.sortedNames }
  /// The labels that are or were in use, in the order in which they came.
  public var labels: [LabelID] { labelTable.names.indices.map { LabelID(Int32($0)) } }
  /// The property keys that are or were in use, in the order in which they came.
  public var keys: [KeyID] { keyTable.names.indices.map { KeyID(Int32($0)) } }

  /// The relationship types that are or were in use, by first use.
  public var types: [TypeID] { typeTable.names.indices.map { TypeID(Int32($0)) } }
  /// The relationship types that are or were in use, sorted.
  public var typeNames: [String] { typeTable.sortedNames }
  /// The property keys that are or were in use, sorted.
  public var keyNames: [String] { keyTable.sortedNames }
}
