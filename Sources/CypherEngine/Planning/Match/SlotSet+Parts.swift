extension SlotSet {
  /// The slots that are in both sets.
  func intersection(_ other: SlotSet) -> SlotSet { SlotSet(slots.filter { other.contains($0) }) }

  /// The slots that are not in another set.
  func subtracting(_ other: SlotSet) -> SlotSet { SlotSet(slots.filter { !other.contains($0) }) }
}
