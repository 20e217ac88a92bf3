/// A page for browsers that needs nothing beside itself.
enum Page {
  /// The page around a body, which is markup already.
  static func html(title: String, style: String, body: String) -> String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="generator" content="kamsh \(Version.text)">
    <title>\(Markup.escaped(title))</title>
    <style>
    \(style)</style>
    </head>
    <body>
    \(body)
    </body>
    </html>

    """
  }
}
