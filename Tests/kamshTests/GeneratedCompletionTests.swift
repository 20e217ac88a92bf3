import Testing

/// The completions that the program makes for bash, in a real bash.
struct GeneratedCompletionTests {
  let kamsh = Kamsh()

  /// What bash answers to TAB behind words, as it cuts them.
  private func answers(_ words: String) throws -> [String] {
    let result = try kamsh.run(
      """
      touch book.json monthly.kam notes.txt
      eval "$(kamsh --completions=bash)"
      compopt() { :; }
      COMP_WORDS=(kamsh \(words)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _kamsh
      printf '%s\\n' "${COMPREPLY[@]}"
      """)
    #expect(result.errors == "" && result.status == 0)
    return result.output.split(separator: "\n").map(String.init)
  }

  @Test func `Options and their values are completed`() throws {
    #expect(try answers("--re") == ["--read-only"])
    #expect(try answers("--pic") == ["--pictures"])
    #expect(try answers("--format = j") == ["json", "jsonl"])
    #expect(try answers("--format =") == OptionNames.formats)
    #expect(try answers("--color a") == ["auto", "always"])
    #expect(try answers("--limit 1") == [])
  }

  @Test func `Books and scripts are completed, and only scripts behind -f`() throws {
    #expect(try answers("''").sorted() == ["book.json", "monthly.kam"])
    #expect(try answers("-f ''") == ["monthly.kam"])
    #expect(try answers("--file m") == ["monthly.kam"])
  }
}

private enum OptionNames {
  static let formats = ["table", "markdown", "csv", "tsv", "json", "jsonl", "vertical"]
}
