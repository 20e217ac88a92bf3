extension JSONWriter {
  /// Writes the digits of a number.
  @inline(__always)
  mutating func digits(_ value: UInt64) {
    buffer.reserve(20)
    let count = JSONWriter.digitCount(value)
    var at = buffer.memory + buffer.count + count
    buffer.count += count
    var rest = value
    while rest >= 10 {
      let quotient = rest / 10
      at -= 1
      at.pointee = 0x30 &+ UInt8(truncatingIfNeeded: rest &- quotient &* 10)
      rest = quotient
    }
    at[-1] = 0x30 &+ UInt8(truncatingIfNeeded: rest)
  }

  private static func digitCount(_ value: UInt64) -> Int {
    var count = 1
    var bound: UInt64 = 10
    while value >= bound {
      count += 1
      if count == 20 { break }
      bound &*= 10
    }
    return count
  }

  /// Writes a float that has at most four decimals and no more than fifteen digits; false: this is none.
  ///
  /// So few digits stand for one double each, so the shortest text is found by trying.
  mutating func shortDecimal(_ value: Double) -> Bool {
    let magnitude = value.magnitude
    guard magnitude < 1e11, magnitude >= 1e-3 || (value == 0 && value.sign == .plus) else { return false }
    var scale: UInt64 = 10
    var decimals = 1
    while decimals <= 4 {
      let scaled = (magnitude * Double(scale)).rounded()
      if scaled / Double(scale) == magnitude {
        let whole = UInt64(scaled)
        if value < 0 { buffer.append(UInt8(ascii: "-")) }
        digits(whole / scale)
        buffer.append(UInt8(ascii: "."))
        var rest = whole % scale
        while decimals > 0 {
          scale /= 10
          buffer.append(0x30 + UInt8(truncatingIfNeeded: rest / scale))
          rest %= scale
          decimals -= 1
        }
        return true
      }
      scale *= 10
      decimals += 1
    }
    return false
  }
}
