extension Graph {
  /// A property of many nodes, typed where all values are of one type; null for null ids and absent properties.
  public func gather(_ key: KeyID, ofNodes ids: [UInt32]) -> Vector {
    typed(ids.map { $0 == .max ? .null : value(key, of: NodeID($0)) })
  }

  /// A property of many relationships, typed where all values are of one type; null for null ids and absent
  /// properties.
  public func gather(_ key: KeyID, ofRelationships ids: [UInt32]) -> Vector {
    typed(ids.map { $0 == .max ? .null : value(key, of: RelationshipID($0)) })
  }

  private func typed(_ values: [Value]) -> Vector {
    guard let sample = values.first(where: { !$0.isNull }) else {
      return .constant(.null, count: values.count)
    }
    var nulls = NullMask(count: values.count)
    for (row, value) in values.enumerated() where value.isNull { nulls[row] = true }
    let mask = nulls.anyNull ? nulls : nil
    switch sample {
    case .integer:
      let numbers = values.compactMap { value -> Int64? in
        if case .integer(let number) = value { number } else { value.isNull ? 0 : nil }
      }
      return numbers.count == values.count ? .integers(numbers, nulls: mask) : .values(values)
    case .float:
      let numbers = values.compactMap { value -> Double? in
        if case .float(let number) = value { number } else { value.isNull ? 0 : nil }
      }
      return numbers.count == values.count ? .floats(numbers, nulls: mask) : .values(values)
    case .boolean:
      let bytes = values.compactMap { value -> UInt8? in
        if case .boolean(let flag) = value { flag ? 1 : 0 } else { value.isNull ? 2 : nil }
      }
      return bytes.count == values.count ? .booleans(bytes) : .values(values)
    case .date:
      let days = values.compactMap { value -> Int64? in
        if case .date(let date) = value { date.daysSinceEpoch } else { value.isNull ? 0 : nil }
      }
      return days.count == values.count ? .dates(days, nulls: mask) : .values(values)
    case .string:
      let codes = values.compactMap { value -> UInt32? in
        if case .string(let text) = value { texts.intern(text) } else { value.isNull ? TextHeap.none : nil }
      }
      return codes.count == values.count ? .texts(codes, texts) : .values(values)
    default: return .values(values)
    }
  }
}
