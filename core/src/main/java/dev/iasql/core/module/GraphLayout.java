package dev.iasql.core.module;

import dev.iasql.core.module.ModuleGraph.Edge;
import dev.iasql.core.module.ModuleGraph.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where the boxes of a graph go: in layers, each module above everything it depends on, and within
 * its layer near the middle of what it depends on. Lengths are in pixels.
 */
final class GraphLayout {
  static final int HEIGHT = 44;
  private static final int MARGIN = 20;
  private static final int GAP = 28;
  private static final int LAYER = 120;
  private static final int CHARACTER = 8;

  /** The place of a module's box; {@code x} and {@code y} are its upper left corner. */
  record Box(Node node, int x, int y, int width) {
    int middle() {
      return x + width / 2;
    }

    int bottom() {
      return y + HEIGHT;
    }
  }

  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, List<String>> dependencies = new HashMap<>();
  private final Map<String, Integer> ranks = new HashMap<>();
  private final Map<String, Box> boxes = new LinkedHashMap<>();

  GraphLayout(ModuleGraph graph) {
    graph.nodes().forEach(node -> nodes.put(node.name(), node));
    for (Edge edge : graph.edges()) {
      dependencies.computeIfAbsent(edge.from(), key -> new ArrayList<>()).add(edge.to());
    }
    nodes.keySet().forEach(name -> rank(name, new HashSet<>()));
    place();
  }

  Map<String, Box> boxes() {
    return boxes;
  }

  int width() {
    return MARGIN + boxes.values().stream().mapToInt(box -> box.x() + box.width()).max().orElse(0);
  }

  int height() {
    return MARGIN + boxes.values().stream().mapToInt(Box::bottom).max().orElse(0);
  }

  /** The length of the longest way down to a module without dependencies. */
  private int rank(String name, Set<String> path) {
    Integer known = ranks.get(name);
    if (known != null) {
      return known;
    }
    int rank = 0;
    if (path.add(name)) {
      for (String dependency : dependencies.getOrDefault(name, List.of())) {
        if (!path.contains(dependency)) {
          rank = Math.max(rank, 1 + rank(dependency, path));
        }
      }
      path.remove(name);
    }
    ranks.put(name, rank);
    return rank;
  }

  private void place() {
    TreeMap<Integer, List<Node>> layers = new TreeMap<>();
    nodes
        .values()
        .forEach(
            node ->
                layers.computeIfAbsent(ranks.get(node.name()), key -> new ArrayList<>()).add(node));
    int top = layers.isEmpty() ? 0 : layers.lastKey();
    layers.forEach((rank, layer) -> placeLayer(layer, MARGIN + (top - rank) * LAYER));
  }

  /** The layers below are placed already. */
  private void placeLayer(List<Node> layer, int y) {
    layer.sort(Comparator.comparingDouble(this::target).thenComparing(Node::name));
    int x = MARGIN;
    for (Node node : layer) {
      int width = CHARACTER * Math.max(node.name().length(), node.version().length()) + 24;
      int wanted = (int) target(node) - width / 2;
      x = Math.max(x, wanted);
      boxes.put(node.name(), new Box(node, x, y, width));
      x += width + GAP;
    }
  }

  private double target(Node node) {
    return dependencies.getOrDefault(node.name(), List.of()).stream()
        .map(boxes::get)
        .filter(box -> box != null)
        .mapToInt(Box::middle)
        .average()
        .orElse(0);
  }
}
