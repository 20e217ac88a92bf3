extension Question {
  /// What the company `$id` ordered in each month from `$from` on: the first day of the month, orders, revenue.
  public static let ordersByMonth = Question(
    "Orders by month",
    """
    MATCH (c:Company)<-[:AT]-(o:Order)
    WHERE id(c) = $id AND o.date >= $from AND o.date <= $today AND coalesce(o.status, 'placed') <> 'cancelled'
    OPTIONAL MATCH (o)-[l:FOR]->(:Product)
    RETURN date.truncate('month', o.date) AS month, count(DISTINCT o) AS orders,
           sum(l.quantity * l.price * (1 - coalesce(l.discount, 0))) AS revenue
    ORDER BY month
    """)
}
