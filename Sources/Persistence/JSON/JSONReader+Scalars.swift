/// A value that needs no memory of its own.
public enum JSONScalar {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(Double)
  /// Valid UTF-8, until the next call of the reader.
  case text(UnsafeBufferPointer<UInt8>)
}

extension JSONReader {
  /// Reads a value that is neither a list nor an object.
  @inline(__always)
  public mutating func scalar() throws(DataError) -> JSONScalar {
    switch try peek() {
    case UInt8(ascii: "\""): return .text(try text(isKey: false))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: return try word()
    }
  }

  /// Reads a whole number.
  @inline(__always)
  public mutating func integer() throws(DataError) -> Int64 {
    _ = try peek()
    let start = offset
    if case .integer(let value) = try number() { return value }
    throw error(.unexpected(found: nil, expected: .integer), at: start)
  }

  /// Reads `true` or `false`.
  public mutating func boolean() throws(DataError) -> Bool {
    _ = try peek()
    let start = offset
    if case .boolean(let value) = try scalar() { return value }
    throw error(.unexpected(found: nil, expected: .boolean), at: start)
  }

  private mutating func word() throws(DataError) -> JSONScalar {
    try fetch(5)
    if pass("true") { return .boolean(true) }
    if pass("false") { return .boolean(false) }
    if pass("null") { return .null }
    throw unexpected(.value)
  }

  private mutating func pass(_ word: StaticString) -> Bool {
    for index in 0..<word.utf8CodeUnitCount where at[index] != word.utf8Start[index] { return false }
    at += word.utf8CodeUnitCount
    return true
  }

  /// Reads a number: with a point or an exponent a float, else an integer of 64 bits.
  @inline(__always)
  mutating func number() throws(DataError) -> JSONScalar {
    var digit = at
    let isNegative = digit.pointee == UInt8(ascii: "-")
    if isNegative { digit += 1 }
    let first = digit
    var magnitude: UInt64 = 0
    while digit.pointee &- 0x30 < 10 {
      magnitude = magnitude &* 10 &+ UInt64(digit.pointee &- 0x30)
      digit += 1
    }
    let isWhole = digit.pointee | 0x20 != UInt8(ascii: "e") && digit.pointee != UInt8(ascii: ".")
    let hasLeadingZero = first.pointee == 0x30 && digit - first > 1
    // Eighteen digits fit. What touches the end of the window may go on behind it.
    if isWhole, digit - first &- 1 < 18, digit > first, !hasLeadingZero, digit < end {
      at = digit
      return .integer(
        isNegative ? 0 &- Int64(truncatingIfNeeded: magnitude) : Int64(truncatingIfNeeded: magnitude))
    }
    return try fractionOrLongNumber()
  }

  @inline(never)
  private mutating func fractionOrLongNumber() throws(DataError) -> JSONScalar {
    let token = try numberToken()
    var rest = token
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    guard let shape = NumberShape(rest) else { throw malformed(token) }
    if shape.isWhole {
      guard let value = Int64(String(decoding: token, as: UTF8.self)) else { throw tooLarge(token) }
      at += token.count
      return .integer(value)
    }
    guard let value = shape.value(rest) else { throw tooLarge(token) }
    at += token.count
    return .float(rest.count < token.count ? -value : value)
  }

  /// The value of a text that is a number of JSON and nothing else.
  public static func float(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    let digits = text.dropFirst(text.first == UInt8(ascii: "-") ? 1 : 0)
    guard let value = NumberShape(digits)?.value(digits) else { return nil }
    return digits.count < text.count ? -value : value
  }

  /// All bytes from here on that may belong to a number, in one window.
  private mutating func numberToken() throws(DataError) -> Slice<UnsafeBufferPointer<UInt8>> {
    var last = at
    while true {
      while isNumberByte(last.pointee) { last += 1 }
      guard last == end else { break }
      let length = last - at
      guard try refill(keeping: at) != nil else { break }
      last = at + length
    }
    return UnsafeBufferPointer(start: at, count: last - at)[...]
  }

  private func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private func malformed(_ token: Slice<UnsafeBufferPointer<UInt8>>) -> DataError {
    // A number cut off by the end of the text is a text that ends too early.
    if at + token.count == end {
      return error(.unexpected(found: nil, expected: .number), at: offset + token.count)
    }
    return error(.badNumber(String(decoding: token.prefix(64), as: UTF8.self)))
  }

  private func tooLarge(_ token: Slice<UnsafeBufferPointer<UInt8>>) -> DataError {
    error(.numberDoesNotFit(String(decoding: token.prefix(64), as: UTF8.self)))
  }
}

/// A number without its sign, taken apart: digits, perhaps a fraction, perhaps an exponent.
private struct NumberShape {
  let isWhole: Bool
  /// The value where a double gives it in one exact step.
  private var exactValue: Double?

  /// The value of the same token; nil where it is too large.
  func value(_ token: Slice<UnsafeBufferPointer<UInt8>>) -> Double? {
    let value = exactValue ?? Double(String(decoding: token, as: UTF8.self))
    return value.flatMap { $0.isFinite ? $0 : nil }
  }

  /// Nil: this is no number of JSON.
  init?(_ token: Slice<UnsafeBufferPointer<UInt8>>) {
    var rest = token
    var significand: UInt64 = 0
    var isExact = true

    func digits(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Int {
      let before = rest.count
      while let byte = rest.first, byte &- 0x30 < 10 {
        if significand < 1 << 53 {
          significand = significand * 10 + UInt64(byte - 0x30)
        } else {
          isExact = false
        }
        rest.removeFirst()
      }
      return before - rest.count
    }

    let whole = digits(&rest)
    guard whole > 0, whole == 1 || token.first != 0x30 else { return nil }
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = digits(&rest)
      guard fraction > 0 else { return nil }
    }
    let hasExponent = rest.first.map { $0 | 0x20 == UInt8(ascii: "e") } ?? false
    if hasExponent {
      isExact = false
      rest.removeFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      guard digits(&rest) > 0 else { return nil }
    }
    guard rest.isEmpty else { return nil }
    isWhole = fraction == 0 && !hasExponent
    // Both are exact doubles, so the quotient is rounded once. Source: Clinger, "How to read floating point numbers
    // accurately", 1990.
    if isExact, significand <= 1 << 53, fraction <= 22 {
      exactValue = Double(significand) / powersOfTen[fraction]
    }
  }
}

private let powersOfTen: [Double] = (0...22).map { exponent in
  (0..<exponent).reduce(1.0) { power, _ in power * 10 }
}
