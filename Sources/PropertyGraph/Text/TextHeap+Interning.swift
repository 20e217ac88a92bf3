extension TextHeap {
  /// The code of a string, or nil where the heap does not hold it.
  public func code(of string: String) -> UInt32? {
    var string = string
    return string.withUTF8 { code(of: $0) }
  }

  /// The code of a string's UTF-8, or nil where the heap does not hold it.
  public func code(of text: UnsafeBufferPointer<UInt8>) -> UInt32? {
    table.find(hashBytes(text)) { equalBytes(span($0), text) }
  }

  /// The code of a string, which is stored where it is new.
  public func intern(_ string: String) -> UInt32 {
    var string = string
    return string.withUTF8 { intern(bytes: $0) }
  }

  /// The code of a string given as valid UTF-8, which is stored where it is new.
  public func intern(bytes text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let hash = hashBytes(text)
    if let code = table.find(hash, where: { equalBytes(span($0), text) }) { return code }
    precondition(count < Int(TextHeap.none), "more strings than codes")
    let code = UInt32(count)
    bytes.grow(to: bytes.count + text.count + 1)
    if let source = text.baseAddress {
      (bytes.base + bytes.count).update(from: source, count: text.count)
    }
    bytes.base[bytes.count + text.count] = 0xFF
    bytes.count += text.count + 1
    starts.append(bytes.count)
    table.insert(hash, code)
    return code
  }

  /// Gives back the room that is not in use, as after loading.
  func trim() {
    bytes.trim()
    starts.trim()
  }
}

/// A view of all the heap's bytes, for searching many strings at once.
///
/// Lifetime: it holds until the next string is interned. It only reads, so several threads may share it.
@frozen public struct TextBytes: @unchecked Sendable {
  /// All bytes; each string is followed by one 0xFF.
  public let bytes: UnsafeBufferPointer<UInt8>
  /// Where each string begins; the last entry is the end of all.
  public let starts: UnsafeBufferPointer<Int>

  /// The bytes of the strings with codes in a range, the byte 0xFF between them.
  @inlinable public func bytes(ofCodes codes: Range<UInt32>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[starts[Int(codes.lowerBound)]..<starts[Int(codes.upperBound)]])
  }

  /// The bytes of one string.
  @inlinable public func bytes(of code: UInt32) -> UnsafeBufferPointer<UInt8> {
    let start = starts[Int(code)]
    let end = starts[Int(code) &+ 1] &- 1
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// The code of the string that holds the byte at a position in `bytes`.
  ///
  /// - Complexity: logarithmic in the number of strings.
  public func code(at position: Int) -> UInt32 { code(at: position, in: 0..<UInt32(starts.count - 1)) }

  /// The code of the string that holds the byte at a position in `bytes`, which is one of a range.
  ///
  /// - Complexity: logarithmic in the length of the range.
  public func code(at position: Int, in codes: Range<UInt32>) -> UInt32 {
    var low = Int(codes.lowerBound)
    var high = Int(codes.upperBound)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= position { low = middle } else { high = middle }
    }
    return UInt32(low)
  }
}

extension TextHeap {
  /// All the heap's bytes, until the next string is interned.
  public var view: TextBytes { TextBytes(bytes: bytes.elements, starts: starts.elements) }
}
