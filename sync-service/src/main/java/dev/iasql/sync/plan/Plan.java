package dev.iasql.sync.plan;

import java.util.List;

/**
 * Everything that is pending: what will be done, in order, and what cannot be.
 *
 * @param steps numbered from 1; each comes after all it needs
 */
public record Plan(List<Step> steps, List<Refused> refused) {
  public boolean isEmpty() {
    return steps.isEmpty() && refused.isEmpty();
  }
}
