@testable import PropertyGraph
import Testing

struct ModelTests {
  @Test(arguments: [1, 2, 3, 4, 5])
  func `a graph agrees with a naive one under random operations`(seed: UInt64) {
    var run = ModelRun(seed: seed, nodeAim: 40, labelCount: 4, checkEvery: 250)
    run.perform(operations: 20_000)
  }

  @Test(arguments: [0, 1, 30, 1 << 40])
  func `it agrees whether images of it are made soon, late or never`(spacing: Int) {
    var run = ModelRun(
      seed: 9, nodeAim: 60, labelCount: 4, checkEvery: 250, transactionLength: 60, imageSpacing: spacing)
    run.perform(operations: 15_000)
  }

  @Test func `few nodes with many parallel relationships agree, where runs have room on both sides`() {
    var run = ModelRun(seed: 6, nodeAim: 4, labelCount: 2, linksPerNode: 120, checkEvery: 400)
    run.perform(operations: 20_000)
  }

  @Test func `many nodes agree, where tables and indexes are put in order`() {
    var run = ModelRun(
      seed: 7, nodeAim: 2_500, labelCount: 3, checkEvery: 12_000, transactionLength: 800,
      imageSpacing: 150)
    run.perform(operations: 60_000)
  }

  @Test func `more labels than fit into a word agree`() {
    var run = ModelRun(seed: 8, nodeAim: 30, labelCount: 70, checkEvery: 500)
    run.perform(operations: 4_000)
  }
}
