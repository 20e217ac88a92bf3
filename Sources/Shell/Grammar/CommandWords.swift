import CypherSyntax

/// The words of a command whose end is a query.
enum CommandWords {
  /// Where a word ends that stands on a line from a place on, quoted texts aside.
  static func end(of wanted: String, in line: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < line.count {
      while index < line.count, FirstWord.isBlank(line[index]) { index += 1 }
      let wordStart = index
      var quote: UInt8?
      while index < line.count, quote != nil || !FirstWord.isBlank(line[index]) {
        let byte = line[index]
        if byte == quote { quote = nil } else if quote == nil, byte == 0x22 || byte == 0x27 { quote = byte }
        index += 1
      }
      if String(decoding: line[wordStart..<index], as: UTF8.self).lowercased() == wanted { return index }
    }
    return nil
  }
}

extension Command {
  /// The line without its query, and the query, where the verb takes one after a word and the word is there.
  ///
  /// - Throws: a word after which no query follows.
  func parts(of source: String) throws(ShellError) -> (head: String, query: Rest?) {
    guard case .after(let word) = query, forms.allSatisfy({ $0.subject?.content != .raw }) else {
      return (source, nil)
    }
    let bytes = Array(source.utf8)
    guard let end = CommandWords.end(of: word, in: bytes, from: 0) else { return (source, nil) }
    let query = try Rest(bytes, from: end, needs: "QUERY")
    return (String(decoding: bytes[..<(end - word.utf8.count)], as: UTF8.self), query)
  }
}
