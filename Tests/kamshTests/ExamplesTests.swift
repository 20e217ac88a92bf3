import TestSupport
import Testing

/// The worked examples of the documentation, run by the program.
struct ExamplesTests {
  private let kamsh = Kamsh()

  @Test(arguments: ["tour", "questions"])
  func `An example passes all that it asserts`(_ name: String) throws {
    let result = try kamsh.run("kamsh --no-rc '\(SharedFolder.package)/docs/examples/\(name).kam'")
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test(.enabled(if: SharedFolder.data("data/northwind/orders.csv") != nil, "../shared/data is not there"))
  func `Northwind's figures come out of its example and the reports`() throws {
    let northwind = """
      kamsh --no-rc -f '\(SharedFolder.package)/docs/examples/northwind.kam' folder='\(SharedFolder.path)/data/northwind' \
      --format csv
      """
    let lapse = try kamsh.run(northwind + " -c 'report lapse asof=1998-05-07'")
    #expect(lapse.status == 0, "\(lapse.errors)")
    let lost = lapse.output.split(separator: "\n").filter { $0.contains(",lost,") }
    #expect(lost.map { $0.split(separator: ",")[1] } == ["MEREP", "HUNGC", "VINET", "VICTE", "SEVES"])
    let window = "from=1996-07-01 to=1998-05-07"
    let concentration = try kamsh.run(northwind + " -c 'report concentration \(window)'")
    #expect(concentration.output.contains("336.9088"))
    let classes = try kamsh.run(northwind + " -c 'report abc \(window)'")
    let rows = classes.output.split(separator: "\n")
    let counts = ["A", "B", "C"].map { letter in rows.count { $0.contains(",\(letter),") } }
    #expect(counts == [34, 27, 28])
    let managers = try kamsh.run(northwind + " -c 'report managers \(window) by=orders'")
    let peacock = managers.output.split(separator: "\n").first { $0.hasPrefix("Margaret Peacock") }
    #expect(peacock?.split(separator: ",")[3].hasPrefix("0.18398") == true)
  }
}
