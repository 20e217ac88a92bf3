public import PropertyGraph

/// What a recorded fact is taken to mean for the months to come, where it is only tried out.
extension Recording {
  /// The confirmed losses.
  public static let confirmedLosses =
    "MATCH (l:Loss {status: 'confirmed'})-[:AT]->(:Company) RETURN DISTINCT l ORDER BY id(l)"

  /// Takes the business away that is lost: all orders of the client, or their lines for the product that was lost.
  public static func playThrough(loss: NodeID) -> [DomainStatement] {
    [
      """
      MATCH (l:Loss)-[:AT]->(:Company)<-[:AT]-(o:Order) WHERE id(l) = $loss AND NOT EXISTS { MATCH (l)-[:FOR]->(:Product) }
      SET o.status = 'cancelled'
      """,
      """
      MATCH (l:Loss)-[:FOR]->(x:Product) WHERE id(l) = $loss
      MATCH (l)-[:AT]->(:Company)<-[:AT]-(o:Order)-[line:FOR]->(x)
      DELETE line
      """,
    ].map { DomainStatement($0, ["loss": .integer(Int64(loss.rawValue))]) }
  }
}
