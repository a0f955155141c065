package dev.iasql.core.module;

import dev.iasql.core.module.ModuleGraph.Edge;
import java.util.List;

/**
 * The graph as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html): solid arrows to
 * modules, dotted ones to providers of a capability, red crosses between modules that conflict.
 */
public final class MermaidGraph {
  private MermaidGraph() {}

  public static String of(ModuleGraph graph) {
    StringBuilder text = new StringBuilder("flowchart TD\n");
    graph
        .nodes()
        .forEach(
            node ->
                text.append(
                    "  %s[\"%s %s\"]\n".formatted(id(node.name()), node.name(), node.version())));
    graph.edges().forEach(edge -> text.append("  ").append(edge(edge)).append('\n'));
    int links = graph.edges().size();
    for (ModuleGraph.Conflict conflict : graph.conflicts()) {
      List<String> between = conflict.between();
      text.append(
          "  %s x--x|\"conflict\"| %s\n".formatted(id(between.getFirst()), id(between.getLast())));
      text.append("  linkStyle %d stroke:#c00\n".formatted(links++));
    }
    return text.toString();
  }

  private static String edge(Edge edge) {
    return edge.capability() == null
        ? "%s -->|\"%s\"| %s".formatted(id(edge.from()), escaped(edge.range()), id(edge.to()))
        : "%s -.->|\"%s %s\"| %s"
            .formatted(id(edge.from()), edge.capability(), escaped(edge.range()), id(edge.to()));
  }

  /** A module may be called {@code end} or {@code style}, which mean something to Mermaid. */
  private static String id(String module) {
    return "m_" + module;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
