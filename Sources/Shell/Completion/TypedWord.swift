import CypherSyntax

/// The words of a command line up to the cursor, and what is being typed there.
struct TypedWord {
  /// What is being typed.
  enum Content: Equatable {
    /// A word without quotes; empty behind a blank.
    case plain(String)
    /// A text whose quote is open.
    case quoted(String, quote: Character)
    /// The value of a key, with its open quote if it has one.
    case value(key: String, String, quote: Character?)
    /// Nothing can follow without a blank: a closed quote, a comment.
    case closed
  }

  /// The words before it.
  let words: [Word]
  /// What is being typed.
  let content: Content
  /// Where it begins, with its quote, without its key.
  let start: Int

  /// Cuts a line.
  static func of(_ line: [UInt8]) -> TypedWord {
    do throws(ShellError) {
      return closed(line, try WordReader.words(of: String(decoding: line, as: UTF8.self)))
    } catch {
      return open(line, quoteAt: error.span?.start ?? line.count)
    }
  }

  /// Cuts a line whose quotes are all closed.
  private static func closed(_ line: [UInt8], _ words: [Word]) -> TypedWord {
    guard let last = words.last, last.span.end == line.count else {
      let gap = line[(words.last?.span.end ?? 0)...]
      let isComment = gap.last { $0 == UInt8(ascii: "#") || $0 == 0x0A } == UInt8(ascii: "#")
      let isOpen = !isComment && gap.last.map(FirstWord.isBlank) ?? true
      return TypedWord(words: words, content: isOpen ? .plain("") : .closed, start: line.count)
    }
    let before = words.dropLast().map(\.self)
    switch last.content {
    case .plain(let text): return TypedWord(words: before, content: .plain(text), start: last.span.start)
    case .assignment(let key, let value, false, let span):
      return TypedWord(words: before, content: .value(key: key, value, quote: nil), start: span.start)
    case .quoted, .assignment:
      return TypedWord(words: before, content: .closed, start: last.span.start)
    }
  }

  /// Cuts a line whose last quote isn't closed.
  private static func open(_ line: [UInt8], quoteAt start: Int) -> TypedWord {
    let words = (try? WordReader.words(of: String(decoding: line.prefix(start), as: UTF8.self))) ?? []
    guard start < line.count else { return TypedWord(words: words, content: .closed, start: start) }
    let quote = Character(Unicode.Scalar(line[start]))
    let text = unescaped(line[(start + 1)...])
    if case .assignment(let key, "", false, let span)? = words.last?.content, span.end == start {
      return TypedWord(
        words: words.dropLast().map(\.self), content: .value(key: key, text, quote: quote), start: start)
    }
    return TypedWord(words: words, content: .quoted(text, quote: quote), start: start)
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    var isEscaped = false
    for byte in bytes {
      if byte == UInt8(ascii: "\\"), !isEscaped {
        isEscaped = true
      } else {
        text.append(byte)
        isEscaped = false
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
