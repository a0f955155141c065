package dev.iasql.core.module;

import dev.iasql.core.module.GraphLayout.Box;
import dev.iasql.core.module.ModuleGraph.Edge;
import java.util.Map;

/**
 * The graph as an SVG picture that needs nothing else: arrows point to what a module depends on,
 * dashed ones to providers of a capability; red dashed lines join modules that conflict.
 */
public final class SvgGraph {
  private final StringBuilder svg = new StringBuilder();
  private final Map<String, Box> boxes;

  private SvgGraph(GraphLayout layout) {
    this.boxes = layout.boxes();
    svg.append(
        """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d">
      <style>
      rect.page { fill: #fff }
      .module rect { fill: #eef3fb; stroke: #35507a }
      text { font: 13px monospace; text-anchor: middle; fill: #1b2a41 }
      text.version { font-size: 11px; fill: #5a6b85 }
      path { fill: none; stroke: #35507a }
      path.capability { stroke-dasharray: 5 4 }
      path.conflict { stroke: #c00; stroke-dasharray: 3 3 }
      path.tip { fill: #35507a; stroke: none }
      </style>
      <defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">\
      <path class="tip" d="M0 0L10 5L0 10z"/></marker></defs>
      <rect class="page" width="100%%" height="100%%"/>
      """
            .formatted(layout.width(), layout.height()));
  }

  public static String of(ModuleGraph graph) {
    SvgGraph picture = new SvgGraph(new GraphLayout(graph));
    graph.edges().forEach(picture::draw);
    graph.conflicts().forEach(picture::draw);
    picture.boxes.values().forEach(picture::draw);
    return picture.svg.append("</svg>\n").toString();
  }

  private void draw(Box box) {
    svg.append(
        """
        <g class="module"><title>%s</title><rect x="%d" y="%d" width="%d" height="%d" rx="6"/>\
        <text x="%5$d" y="%d">%s</text><text class="version" x="%5$d" y="%d">%s</text></g>
        """
            .replace("%5$d", String.valueOf(box.middle()))
            .formatted(
                escaped(box.node().summary()),
                box.x(),
                box.y(),
                box.width(),
                GraphLayout.HEIGHT,
                box.y() + 19,
                escaped(box.node().name()),
                box.y() + 35,
                escaped(box.node().version())));
  }

  private void draw(Edge edge) {
    Box from = boxes.get(edge.from());
    Box to = boxes.get(edge.to());
    boolean itself = edge.capability() == null;
    String title = (itself ? edge.to() : edge.capability()) + " " + edge.range();
    int half = (to.y() - from.bottom()) / 2;
    svg.append(
        """
        <path class="%s" marker-end="url(#arrow)" d="M%d %dC%d %d %d %d %d %d"><title>%s</title></path>
        """
            .formatted(
                itself ? "module" : "capability",
                from.middle(),
                from.bottom(),
                from.middle(),
                from.bottom() + half,
                to.middle(),
                to.y() - half,
                to.middle(),
                to.y(),
                escaped(edge.from() + " needs " + title)));
  }

  /** An arc above the boxes, so that it also shows between neighbours of one layer. */
  private void draw(ModuleGraph.Conflict conflict) {
    Box one = boxes.get(conflict.between().getFirst());
    Box other = boxes.get(conflict.between().getLast());
    svg.append(
        """
        <path class="conflict" d="M%d %dQ%d %d %d %d"><title>%s</title></path>
        """
            .formatted(
                one.middle(),
                one.y(),
                (one.middle() + other.middle()) / 2,
                Math.min(one.y(), other.y()) - GraphLayout.HEIGHT,
                other.middle(),
                other.y(),
                escaped(
                    String.join(" and ", conflict.between())
                        + " conflict over "
                        + String.join(", ", conflict.over()))));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
