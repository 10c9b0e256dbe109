package org.marsad.entity;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The entity network as GEXF 1.3, the format of Gephi. */
public final class Gexf {
  private static final String NAMESPACE = "http://gexf.net/1.3";

  private Gexf() {}

  /**
   * Writes the network.
   *
   * @param entities rows of {@link Entities#TABLE}
   * @param network rows of {@link EntityNetwork#TABLE}
   * @param links rows of {@link EntityNetwork#links}
   */
  public static void write(
      Dataset<Row> entities, Dataset<Row> network, Dataset<Row> links, Writer out)
      throws IOException {
    List<Row> nodes =
        network
            .join(
                entities.select("entity_id", "name", "type", "stories", "first_seen", "last_seen"),
                "entity_id")
            .orderBy("entity_id")
            .select(
                "entity_id",
                "name",
                "type",
                "community",
                "pagerank",
                "stories",
                "first_seen",
                "last_seen")
            .collectAsList();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("gexf");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeAttribute("version", "1.3");
      xml.writeStartElement("graph");
      xml.writeAttribute("defaultedgetype", "undirected");
      xml.writeAttribute("mode", "dynamic");
      xml.writeAttribute("timeformat", "date");
      attributes(xml);
      xml.writeStartElement("nodes");
      for (Row node : nodes) {
        node(xml, node);
      }
      xml.writeEndElement();
      xml.writeStartElement("edges");
      for (Row link : links.collectAsList()) {
        xml.writeEmptyElement("edge");
        xml.writeAttribute("id", link.getString(0) + "_" + link.getString(1));
        xml.writeAttribute("source", link.getString(0));
        xml.writeAttribute("target", link.getString(1));
        xml.writeAttribute("weight", String.valueOf(link.getLong(2)));
        seen(xml, link);
      }
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static void attributes(XMLStreamWriter xml) throws XMLStreamException {
    String[][] declared = {
      {"type", "string"}, {"community", "integer"}, {"pagerank", "double"}, {"stories", "long"}
    };
    xml.writeStartElement("attributes");
    xml.writeAttribute("class", "node");
    for (String[] attribute : declared) {
      xml.writeEmptyElement("attribute");
      xml.writeAttribute("id", attribute[0]);
      xml.writeAttribute("title", attribute[0]);
      xml.writeAttribute("type", attribute[1]);
    }
    xml.writeEndElement();
  }

  /** First and last day, by which Gephi's timeline filters. */
  private static void seen(XMLStreamWriter xml, Row row) throws XMLStreamException {
    xml.writeAttribute("start", row.getAs("first_seen").toString());
    xml.writeAttribute("end", row.getAs("last_seen").toString());
  }

  /** What XML 1.0 may hold; anything else as a space. */
  static String xml(String text) {
    return text.replaceAll("[^\\x20-\\x7E\\xA0-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", " ");
  }

  private static void node(XMLStreamWriter xml, Row node) throws XMLStreamException {
    xml.writeStartElement("node");
    xml.writeAttribute("id", node.getString(0));
    xml.writeAttribute("label", xml(node.getString(1)));
    seen(xml, node);
    xml.writeStartElement("attvalues");
    for (String name : List.of("type", "community", "pagerank", "stories")) {
      xml.writeEmptyElement("attvalue");
      xml.writeAttribute("for", name);
      xml.writeAttribute("value", String.valueOf((Object) node.getAs(name)));
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }
}
