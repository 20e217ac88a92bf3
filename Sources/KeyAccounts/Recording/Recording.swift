public import PropertyGraph

/// The statements by which commands write: things, facts, relationships, corrections.
public enum Recording {
  /// Properties with their values, in the order in which they are written.
  public typealias Properties = [(key: String, value: Value)]

  /// A relationship of a new fact to a node that is there.
  public struct Link: Sendable {
    let type: String
    let target: NodeReference
    let variable: String
    let reversed: Bool
    let properties: Properties

    /// Links the fact to a node; `reversed` when the node points to the fact.
    public init(
      _ type: String, _ target: NodeReference, as variable: String, reversed: Bool = false,
      properties: Properties = []
    ) {
      self.type = type
      self.target = target
      self.variable = variable
      self.reversed = reversed
      self.properties = properties
    }
  }

  /// Makes a company of a kind; a company of that name that is there gains the kind.
  public static func addCompany(
    name: String, kind: String?, properties: Properties
  ) -> DomainStatement {
    var builder = StatementBuilder()
    let mention = builder.parameter("name", .string(name))
    builder.clause("MERGE (company:Company {name: \(mention)})")
    if let kind { builder.clause("SET company:\(kind)") }
    builder.set("company", properties)
    builder.clause("RETURN company")
    return builder.statement
  }

  /// Makes a thing other than a company, with relationships to nodes that are there.
  public static func addThing(
    label: String, properties: Properties, links: [Link]
  ) -> DomainStatement {
    create(label: label, variable: label.lowercased(), properties: properties, links: links)
  }

  /// Makes a fact and hangs it on its client, its product and whoever takes part.
  public static func addFact(
    label: String, properties: Properties, links: [Link]
  ) -> DomainStatement {
    create(label: label, variable: "fact", properties: properties, links: links)
  }

  /// Makes a relationship that holds without an end; where it is there, its properties change.
  public static func relate(
    _ from: NodeReference, _ type: String, _ to: NodeReference, properties: Properties
  ) -> DomainStatement {
    var builder = StatementBuilder()
    builder.match(from, as: "a")
    builder.match(to, as: "b")
    builder.clause("MERGE (a)-[r:\(type)]->(b)")
    builder.set("r", properties)
    builder.clause("RETURN r")
    return builder.statement
  }

  /// Begins a relationship with an interval; where an open one is there, its properties change.
  ///
  /// - Parameters:
  ///   - bothWays: whether an open one in the other direction is the same.
  ///   - replaced: the day on which open ones to other nodes end; nil where they go on.
  public static func begin(
    _ from: NodeReference, _ type: String, _ to: NodeReference, bothWays: Bool = false,
    replacingOn replaced: Value? = nil, properties: Properties
  ) -> DomainStatement {
    var builder = StatementBuilder()
    builder.match(from, as: "a")
    builder.match(to, as: "b")
    if let replaced {
      builder.clause("OPTIONAL MATCH (a)-[old:\(type)]->(other) WHERE old.to IS NULL AND other <> b")
      builder.clause("WITH a, b, collect(old) AS olds")
      builder.clause("FOREACH (old IN olds | SET old.to = \(builder.parameter("on", replaced)))")
      builder.clause("WITH a, b")
    }
    builder.clause("OPTIONAL MATCH (a)-[open:\(type)]-\(bothWays ? "" : ">")(b) WHERE open.to IS NULL")
    builder.clause("WITH a, b, head(collect(open)) AS open")
    builder.set("open", properties)
    builder.clause("FOREACH (none IN CASE WHEN open IS NULL THEN [1] ELSE [] END |")
    builder.clause("  CREATE (a)-[:\(type)\(builder.map(properties.filter { !$0.value.isNull }))]->(b))")
    return builder.statement
  }

  /// Ends the open relationships of a type that start at a node.
  public static func close(
    _ from: NodeReference, _ type: String, on date: Value
  ) -> DomainStatement {
    var builder = StatementBuilder()
    builder.match(from, as: "a")
    builder.clause("MATCH (a)-[r:\(type)]->()")
    builder.clause("WHERE r.to IS NULL")
    builder.clause("SET r.to = \(builder.parameter("on", date))")
    return builder.statement
  }

  /// Changes properties of a node; `null` takes one away.
  public static func edit(_ node: NodeReference, properties: Properties) -> DomainStatement {
    var builder = StatementBuilder()
    builder.match(node, as: "n")
    builder.set("n", properties)
    builder.clause("RETURN n")
    return builder.statement
  }

  /// Deletes a node with its relationships.
  public static func delete(_ node: NodeReference) -> DomainStatement {
    var builder = StatementBuilder()
    builder.match(node, as: "n")
    builder.clause("DETACH DELETE n")
    return builder.statement
  }

  private static func create(
    label: String, variable: String, properties: Properties, links: [Link]
  ) -> DomainStatement {
    var builder = StatementBuilder()
    for link in links { builder.match(link.target, as: link.variable) }
    builder.clause("CREATE (\(variable):\(label)\(builder.map(properties)))")
    for link in links {
      let middle = "[:\(link.type)\(builder.map(link.properties))]"
      builder.clause(
        link.reversed
          ? "CREATE (\(link.variable))-\(middle)->(\(variable))"
          : "CREATE (\(variable))-\(middle)->(\(link.variable))")
    }
    builder.clause("RETURN \(variable)")
    return builder.statement
  }
}
