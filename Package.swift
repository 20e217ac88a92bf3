// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  // One thread owns what it changes, so that the checks at run time (kept in debug builds) find nothing and cost much.
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

/// A release stands alone: no library is looked for and nothing is relocated when it starts, which halves the time.
let standalone: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-executable", "-ledit", "-ltinfo", "-lbsd", "-lmd"],
    .when(platforms: [.linux], configuration: .release))
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    exclude: exclude, swiftSettings: settings)
}

/// `KAMSH_TESTS=Shell,CypherEngine` builds the tests of these targets only.
let wantedTests = Context.environment["KAMSH_TESTS"]?.split(separator: ",").map(String.init)

let package = Package(
  name: "kamsh",
  products: [.executable(name: "kamsh", targets: ["kamsh"])],
  targets: [
    library("PropertyGraph"),
    library("CypherSyntax"),
    library("CypherEngine", ["CypherSyntax", "PropertyGraph"]),
    library("KeyAccounts", ["CypherEngine", "PropertyGraph"]),
    library("Persistence", ["PropertyGraph"]),
    library("Exchange", ["PropertyGraph", "Persistence"]),
    library(
      "Shell",
      [
        "CypherSyntax", "CypherEngine", "PropertyGraph", "KeyAccounts", "Persistence", "Exchange",
        "TerminalText",
      ]),
    library("TerminalText"),
    .systemLibrary(name: "CLibedit", providers: [.apt(["libedit-dev"])]),
    library("LineEditor", ["CLibedit", "TerminalText"]),
    .executableTarget(
      name: "kamsh", dependencies: ["Shell", "LineEditor"], swiftSettings: settings,
      linkerSettings: standalone),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests("PropertyGraph"),
    tests("CypherSyntax"),
    tests(
      "CypherEngine", ["CypherSyntax", "PropertyGraph"],
      exclude: ["Kit/FailingKit.jsonl", "Kit/SmallKit.jsonl"]),
    tests("KeyAccounts", ["CypherEngine", "PropertyGraph"]),
    tests("Persistence", ["PropertyGraph"]),
    tests("Exchange", ["PropertyGraph", "Persistence"]),
    tests("Shell", ["CypherSyntax", "CypherEngine", "PropertyGraph", "Exchange", "Persistence"]),
    .executableTarget(
      name: "LineEditorHost", dependencies: ["LineEditor"], path: "Tests/LineEditorHost",
      swiftSettings: settings),
    tests("LineEditor", ["LineEditorHost", "TerminalText"]),
    tests("TerminalText"),
    .testTarget(
      name: "kamshTests", dependencies: ["kamsh", "TestSupport"], swiftSettings: settings),
  ].filter { $0.type != .test || wantedTests?.contains(String($0.name.dropLast("Tests".count))) != false }
)
