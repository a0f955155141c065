package dev.iasql.registry.publish;

import java.util.Map;

/** How far the registry's start is. */
public sealed interface Progress {
  /**
   * @param step what is being done, or waited for
   */
  record Underway(String step) implements Progress {}

  /**
   * @param refused bundles that could not be published, and why
   */
  record Finished(Map<String, String> refused) implements Progress {}
}
