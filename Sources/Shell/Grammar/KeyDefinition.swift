import KeyAccounts

/// A key of `key=value`: its name, what it takes and what it says.
struct KeyDefinition: Sendable {
  /// The name, in camel case.
  let name: String
  /// What it takes.
  let type: ValueType
  /// What it says, in a few words.
  let summary: String
  /// Whether it must be given.
  let isRequired: Bool
  /// Which words complete its value, where the type does not say it.
  let words: Slot.Words?

  /// Declares a key.
  init(
    _ name: String, _ type: ValueType, _ summary: String, required: Bool = false, of words: Slot.Words? = nil
  ) {
    self.name = name
    self.type = type
    self.summary = summary
    isRequired = required
    self.words = words
  }

  /// Takes a property of the model as a key.
  init(_ property: PropertyDefinition) {
    name = property.name
    summary = property.summary
    isRequired = false
    words = nil
    type =
      switch property.kind {
      case .text: .text
      case .integer(let range): .integer(range)
      case .number: .money
      case .fraction: .fraction
      case .date: ["due", "validUntil"].contains(property.name) ? .dueDate : .date
      case .dateTime: .dateTime
      case .boolean: .boolean
      case .enumeration(let values): .enumeration(values)
      }
  }
}
