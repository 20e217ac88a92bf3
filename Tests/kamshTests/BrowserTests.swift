import Glibc
import TestSupport
import Testing

/// The pages in a real browser without a window.
struct BrowserTests {
  private static let browser: String? = ["chromium", "chromium-browser", "google-chrome"]
    .map { "/usr/bin/" + $0 }.first { access($0, X_OK) == 0 }

  @Test(
    .enabled(if: browser != nil, "skipped: neither chromium nor google-chrome is installed"),
    .timeLimit(.minutes(2)),
    arguments: ["dossier", "map"])
  func `A browser shows the page without a complaint`(_ verb: String) throws {
    let kamsh = Kamsh()
    let result = try kamsh.run(
      """
      kamsh -c 'add client "Завод <b>"' -c 'add person Анна at "Завод <b>" as Director' \
        -c '\(verb) "Завод <b>" to page.html' >/dev/null && timeout 90 \(Self.browser ?? "chromium") --headless --no-sandbox \
        --disable-gpu --no-first-run --user-data-dir="$HOME/profile" --enable-logging=stderr --window-size=390,844 \
        --dump-dom "file://$HOME/page.html"
      """)
    #expect(result.status == 0)
    #expect(result.output.contains("<h1>Завод &lt;b&gt;</h1>"))
    #expect(result.output.contains(">Анна</text>"))
    #expect(!result.errors.contains("CONSOLE"), "\(result.errors)")
  }
}
