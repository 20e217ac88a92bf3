import PropertyGraph
import TestSupport
import Testing

@testable import Persistence

struct ValueCodingTests {
  @Test func `every sort of value has its text`() {
    #expect(text(.null) == "null")
    #expect(text(.boolean(true)) == "true")
    #expect(text(.integer(-7)) == "-7")
    #expect(text(.float(7)) == "7.0")
    #expect(text(.float(-0.0)) == "-0.0")
    #expect(text(.float(1e300)) == "1e+300")
    #expect(text(.float(.nan)) == #"{"$float":"NaN"}"#)
    #expect(text(.float(.infinity)) == #"{"$float":"Infinity"}"#)
    #expect(text(.float(-.infinity)) == #"{"$float":"-Infinity"}"#)
    #expect(text(.string("Жё\u{301}\n")) == "\"Жё\u{301}\\n\"")
    #expect(text(.date(CalendarDate(daysSinceEpoch: 20_777))) == #"{"$date":"2026-11-20"}"#)
  }

  @Test func `lists and maps are JSON's, and a map with a dollar sign is wrapped`() {
    #expect(text(.list([])) == "[]")
    #expect(text(.list([.integer(1), .null, .list([.string("a")])])) == #"[1,null,["a"]]"#)
    #expect(text(.map(ValueMap())) == "{}")
    #expect(text(map(["b": .integer(1), "a": .null])) == #"{"b":1,"a":null}"#)
    #expect(text(map(["a": .integer(1), "$b": .null])) == #"{"$map":{"a":1,"$b":null}}"#)
    #expect(text(map(["$date": .string("x")])) == #"{"$map":{"$date":"x"}}"#)
  }

  @Test func `temporal values have their ISO text under their name`() {
    #expect(
      text(.localTime(LocalTime(nanosecondOfDay: 3_661_000_000_001)))
        == #"{"$localTime":"01:01:01.000000001"}"#)
    #expect(text(.time(OffsetTime(nanosecondOfDay: 0, offsetSeconds: 10_800))) == #"{"$time":"00:00+03:00"}"#)
    let local = LocalDateTime(epochSeconds: 86_399, nanosecond: 0)
    #expect(text(.localDateTime(local)) == #"{"$localDateTime":"1970-01-01T23:59:59"}"#)
    let instant = ZonedDateTime(epochSeconds: 0, nanosecond: 0, offsetSeconds: 3600, zone: "Europe/Berlin")
    #expect(text(.dateTime(instant)) == #"{"$dateTime":"1970-01-01T01:00+01:00[Europe/Berlin]"}"#)
    let duration = TemporalDuration(months: 14, days: -3, seconds: 1, nanoseconds: 0)
    #expect(text(.duration(duration)) == #"{"$duration":"P1Y2M-3DT1S"}"#)
  }

  @Test func `nodes, relationships and paths are written with what the graph holds of them`() throws {
    let (graph, path) = smallGraph()
    let person = #"{"$node":{"id":0,"labels":["Person","Buyer"],"properties":{"name":"Иван","age":40}}}"#
    let company = #"{"$node":{"id":1,"labels":[],"properties":{}}}"#
    let job = #"{"$relationship":{"id":0,"type":"WORKS_AT","start":0,"end":1,"properties":{}}}"#
    #expect(text(.node(path.nodes[0]), graph) == person)
    #expect(text(.relationship(path.relationships[0]), graph) == job)
    #expect(
      text(.path(path), graph) == "{\"$path\":{\"nodes\":[\(person),\(company)],\"relationships\":[\(job)]}}")
    let value = Value.list([.node(path.nodes[1]), .path(path), .relationship(path.relationships[0])])
    #expect(try read(text(value, graph), graph).isIdentical(to: value))
  }

  @Test func `a node that is not there is written by its id and refused when read`() {
    #expect(text(.node(NodeID(9))) == #"{"$node":{"id":9,"labels":[],"properties":{}}}"#)
    #expect(text(.relationship(RelationshipID(9))) == #"{"$relationship":{"id":9,"properties":{}}}"#)
    #expect(throws: DataError.self) { try read(#"{"$node":{"id":9,"labels":[],"properties":{}}}"#, Graph()) }
    #expect(throws: DataError.self) { try read(#"{"$node":{"id":-1}}"#, Graph()) }
    #expect(throws: DataError.self) { try read(#"{"$path":{"nodes":[],"relationships":[]}}"#, Graph()) }
  }

  @Test func `any value reads back the same`() throws {
    var generator = Seeded(11)
    for _ in 0..<2000 {
      let value = RandomValues.value(depth: 3, using: &generator)
      let back = try read(text(value))
      #expect(back.isIdentical(to: value), "\(text(value))")
    }
  }

  @Test(arguments: [
    #"{"$date":"2026-02-29"}"#, #"{"$date":20}"#, #"{"$date":"2026-11-20","a":1}"#, #"{"$what":1}"#,
    #"{"$float":"x"}"#, #"{"$duration":""}"#, #"{"$map":[]}"#, #"{"a":1,"a":2}"#,
    #"{"$map":{"$a":1,"$a":1}}"#,
    #"{"$time":"25:00Z"}"#,
  ])
  func `what is no value is refused`(text: String) {
    #expect(throws: DataError.self) { try read(text) }
  }

  @Test(arguments: ["{}", "[[1]]", "[null]", "[{\"a\":1}]", #"{"$map":{}}"#, "{\"a\":1}"])
  func `what no property holds is refused for a property`(text: String) {
    var json = JSONReader(Array(text.utf8))
    #expect(throws: DataError.self) { _ = try ValueCoding.readStored(&json) }
  }

  private func text(_ value: Value, _ graph: Graph = Graph()) -> String {
    var json = JSONWriter()
    ValueCoding.write(value, graph: graph, into: &json)
    return json.text
  }

  private func read(_ text: String, _ graph: Graph? = nil) throws -> Value {
    var json = JSONReader(Array(text.utf8))
    let value = try ValueCoding.read(&json, graph: graph)
    try json.finish()
    return value
  }

  private func map(_ members: KeyValuePairs<String, Value>) -> Value {
    .map(ValueMap(distinctKeys: members.map(\.key), values: members.map(\.value)))
  }

  private func smallGraph() -> (Graph, Path) {
    let graph = Graph()
    graph.begin(statement: "")
    let labels = [graph.intern(label: "Person"), graph.intern(label: "Buyer")]
    let person = graph.createNode(
      labels: labels,
      properties: [
        (key: graph.intern(key: "name"), value: .string("Иван")),
        (key: graph.intern(key: "age"), value: .integer(40)),
      ])
    let company = graph.createNode(labels: [], properties: [])
    let type = graph.intern(type: "WORKS_AT")
    let job = graph.createRelationship(type, from: person, to: company, properties: [])
    _ = graph.commit()
    return (graph, Path(nodes: [person, company], relationships: [job]))
  }
}
