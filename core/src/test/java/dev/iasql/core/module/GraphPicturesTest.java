package dev.iasql.core.module;

import static dev.iasql.core.module.Fixtures.manifest;
import static dev.iasql.core.module.Fixtures.provider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class GraphPicturesTest {
  private static final ModuleGraph GRAPH =
      ModuleGraph.of(
          List.of(
              manifest("account", "1.0.0", Map.of()),
              provider("vpc", "1.0.0", Map.of("account", ">=1.0.0 <2.0.0"), "vpcs@1.0.0"),
              manifest("end", "1.0.0", Map.of("vpcs", "^1.0.0")),
              manifest("rival", "1.0.0", Map.of(), List.of("account"), List.of())));

  @Test
  void marksTheEdgesOfCapabilities() {
    assertThat(GRAPH.edges())
        .containsExactly(
            new ModuleGraph.Edge("end", "vpc", "^1.0.0", "vpcs"),
            new ModuleGraph.Edge("vpc", "account", ">=1.0.0 <2.0.0", null));
  }

  @Test
  void drawsAMermaidFlowchart() {
    assertThat(MermaidGraph.of(GRAPH))
        .isEqualTo(
            """
            flowchart TD
              m_account["account 1.0.0"]
              m_end["end 1.0.0"]
              m_rival["rival 1.0.0"]
              m_vpc["vpc 1.0.0"]
              m_end -.->|"vpcs ^1.0.0"| m_vpc
              m_vpc -->|"&gt;=1.0.0 &lt;2.0.0"| m_account
              m_account x--x|"conflict"| m_rival
              linkStyle 2 stroke:#c00
            """);
  }

  @Test
  void drawsWellFormedSvg() {
    Document svg = parsed(SvgGraph.of(GRAPH));

    assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(all(svg, "g")).hasSize(4);
    assertThat(all(svg, "path").map(path -> path.getAttribute("class")))
        .containsExactly("tip", "capability", "module", "conflict");
    assertThat(all(svg, "title").map(Element::getTextContent))
        .contains(
            "vpc needs account >=1.0.0 <2.0.0",
            "account and rival conflict over the relation account");
  }

  @Test
  void putsEveryModuleAboveWhatItDependsOnAndNoneOverAnother() {
    Map<String, GraphLayout.Box> boxes = new GraphLayout(generated()).boxes();

    generated()
        .edges()
        .forEach(
            edge ->
                assertThat(boxes.get(edge.from()).bottom()).isLessThan(boxes.get(edge.to()).y()));
    List<GraphLayout.Box> placed = new ArrayList<>(boxes.values());
    for (GraphLayout.Box one : placed) {
      assertThat(placed)
          .filteredOn(other -> !other.equals(one) && other.y() == one.y())
          .allMatch(
              other -> other.x() > one.x() + one.width() || one.x() > other.x() + other.width());
    }
  }

  @Test
  void escapesWhatAModuleSays() {
    ModuleManifest loud =
        new ModuleManifest("loud", "1.0.0", "<b>\"A & B\"</b>", null, null, null, null);

    Document svg = parsed(SvgGraph.of(ModuleGraph.of(List.of(loud))));

    assertThat(all(svg, "title").map(Element::getTextContent)).containsExactly("<b>\"A & B\"</b>");
  }

  @Test
  void drawsNothingToo() {
    assertThatCode(() -> parsed(SvgGraph.of(ModuleGraph.of(List.of())))).doesNotThrowAnyException();
  }

  private static ModuleGraph generated() {
    ModuleCatalogue catalogue = new RandomModules(3, 40, 2, 10).catalogue();
    return ModuleGraph.of(
        catalogue.names().stream().sorted().map(name -> catalogue.newest(name).get()).toList());
  }

  private static Stream<Element> all(Document svg, String tag) {
    NodeList found = svg.getElementsByTagName(tag);
    return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1)
        .map(i -> (Element) found.item(i));
  }

  private static Document parsed(String svg) {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(svg)));
    } catch (Exception e) {
      throw new AssertionError(svg, e);
    }
  }
}
