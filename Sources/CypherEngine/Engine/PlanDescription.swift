/// One step of a plan, as EXPLAIN and PROFILE show it, with the steps that it draws on.
public struct PlanDescription: Sendable {
  /// What kind of step it is: `NodeIndexSeek`.
  public var name: String
  /// What it works on: `p:Person {name = $n}`.
  public var details: String
  /// How many rows the planner expected.
  public var estimatedRows: Double
  /// How many rows it gave; nil where the plan was only explained.
  public var rows: Int?
  /// How long it took, without the steps below; nil where the plan was only explained.
  public var time: Duration?
  /// The steps that it draws on, in order.
  public var inputs: [PlanDescription]

  /// Makes a description.
  public init(
    name: String, details: String, estimatedRows: Double, rows: Int? = nil, time: Duration? = nil,
    inputs: [PlanDescription] = []
  ) {
    self.name = name
    self.details = details
    self.estimatedRows = estimatedRows
    self.rows = rows
    self.time = time
    self.inputs = inputs
  }
}
