package dev.iasql.aws.modules.vpc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Columns that hold many values in no order: sorted, so that the same values are equal. */
final class Lists {
  private Lists() {}

  /** {@code null} is the same as no values. */
  static <T> List<T> sorted(List<T> values) {
    return values == null
        ? List.of()
        : values.stream().sorted(Comparator.comparing(Object::toString)).toList();
  }

  /** What is in the first list and not in the second. */
  static <T> List<T> without(List<T> values, List<T> others) {
    List<T> rest = new ArrayList<>(values);
    rest.removeAll(others);
    return rest;
  }
}
