extension PlanDescription {
  /// Describes a plan, with what was counted where it ran.
  init(_ plan: any Plan, _ counter: PlanCounter?, _ builder: OperatorBuilder?) {
    let counters = counter?.inputs ?? []
    var inputs = plan.inputs.enumerated().map { index, input in
      PlanDescription(input, index < counters.count ? counters[index] : nil, builder)
    }
    for evaluation in plan.evaluations {
      inputs += evaluation.applied.map {
        PlanDescription($0.plan, builder?.counter(of: $0), builder)
      }
    }
    self.init(
      name: plan.name, details: plan.details, estimatedRows: plan.estimatedRows,
      rows: counter?.rows, time: counter?.ownTime, inputs: inputs)
  }
}

extension PlanCounter {
  /// The time without that of the inputs.
  var ownTime: Duration {
    let below = inputs.reduce(0) { $0 &+ $1.nanoseconds }
    return .nanoseconds(Int64(clamping: nanoseconds &- min(below, nanoseconds)))
  }
}
