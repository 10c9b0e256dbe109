package org.marsad.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.marsad.Warehouses;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * What GEXF 1.3 asks of a file, as far as this one uses it: elements and their places, unique ids,
 * edges between nodes that are there, values of their attributes' types.
 */
class GexfTest {
  private static final Map<String, Set<String>> CHILDREN =
      Map.of(
          "gexf", Set.of("graph"),
          "graph", Set.of("attributes", "nodes", "edges"),
          "attributes", Set.of("attribute"),
          "nodes", Set.of("node"),
          "node", Set.of("attvalues"),
          "attvalues", Set.of("attvalue"),
          "edges", Set.of("edge"));

  private static Element root;

  @BeforeAll
  static void export() throws Exception {
    var sample = Warehouses.sample();
    StringWriter out = new StringWriter();
    Gexf.write(
        Warehouses.table(sample, "entities"),
        Warehouses.table(sample, "entity_network"),
        EntityNetwork.links(Warehouses.table(sample, "entity_cooccurrence")),
        out);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    var document =
        factory.newDocumentBuilder().parse(new InputSource(new StringReader(out.toString())));
    root = document.getDocumentElement();
  }

  private static List<Element> all(String name) {
    List<Element> elements = new ArrayList<>();
    NodeList found = root.getElementsByTagNameNS("http://gexf.net/1.3", name);
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  @Test
  void elementsStandWhereTheFormatHasThem() {
    assertEquals("gexf", root.getLocalName());
    assertEquals("1.3", root.getAttribute("version"));
    check(root);
    assertEquals(1, all("graph").size());
    assertEquals("undirected", all("graph").get(0).getAttribute("defaultedgetype"));
  }

  private static void check(Element element) {
    assertEquals("http://gexf.net/1.3", element.getNamespaceURI());
    for (int i = 0; i < element.getChildNodes().getLength(); i++) {
      if (element.getChildNodes().item(i) instanceof Element child) {
        Set<String> allowed = CHILDREN.getOrDefault(element.getLocalName(), Set.of());
        assertTrue(allowed.contains(child.getLocalName()), child.getLocalName());
        check(child);
      }
    }
  }

  @Test
  void nodesHaveLabelsTypesCommunitiesAndDays() {
    Map<String, String> types = new HashMap<>();
    all("attribute").forEach(a -> types.put(a.getAttribute("id"), a.getAttribute("type")));
    assertEquals(Set.of("type", "community", "pagerank", "stories"), types.keySet());
    Set<String> ids = new HashSet<>();
    for (Element node : all("node")) {
      assertTrue(ids.add(node.getAttribute("id")));
      assertFalse(node.getAttribute("label").isBlank());
      days(node);
      Set<String> values = new TreeSet<>();
      NodeList found = node.getElementsByTagNameNS("http://gexf.net/1.3", "attvalue");
      for (int i = 0; i < found.getLength(); i++) {
        Element value = (Element) found.item(i);
        values.add(value.getAttribute("for"));
        assertTrue(fits(types.get(value.getAttribute("for")), value.getAttribute("value")));
      }
      assertEquals(types.keySet(), values);
    }
    assertTrue(ids.size() > 10);
  }

  @Test
  void edgesJoinNodesThatAreThere() {
    Set<String> nodes = new HashSet<>();
    all("node").forEach(n -> nodes.add(n.getAttribute("id")));
    Set<String> ids = new HashSet<>();
    for (Element edge : all("edge")) {
      assertTrue(ids.add(edge.getAttribute("id")));
      assertTrue(nodes.contains(edge.getAttribute("source")));
      assertTrue(nodes.contains(edge.getAttribute("target")));
      assertTrue(Double.parseDouble(edge.getAttribute("weight")) > 0);
      days(edge);
    }
    assertTrue(ids.size() > 10);
  }

  private static void days(Element element) {
    LocalDate start = LocalDate.parse(element.getAttribute("start"));
    assertFalse(LocalDate.parse(element.getAttribute("end")).isBefore(start));
  }

  private static boolean fits(String type, String value) {
    return switch (type) {
      case "integer", "long" -> value.matches("-?\\d+");
      case "double" -> !Double.isNaN(Double.parseDouble(value));
      case "string" -> true;
      default -> false;
    };
  }

  @Test
  void labelsHoldOnlyWhatXmlMayHold() {
    assertEquals(
        "بوتين [31m   \uD83D\uDE00", Gexf.xml("بوتين\u001B[31m\uFFFE\uD800\u009B\uD83D\uDE00"));
  }
}
