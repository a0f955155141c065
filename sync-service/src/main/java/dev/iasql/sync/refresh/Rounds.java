package dev.iasql.sync.refresh;

import dev.iasql.aws.model.AwsTable;
import dev.iasql.aws.spi.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tables in the order in which they can be read: accounts first, because they say which regions
 * there are to ask for, regions next, because they say where all others are read.
 */
final class Rounds {
  private Rounds() {}

  static List<List<AwsTable<?>>> of(List<AwsTable<?>> installed, Set<String> wanted) {
    Map<Scope, List<AwsTable<?>>> byScope = new LinkedHashMap<>();
    for (Scope scope : Scope.values()) {
      byScope.put(scope, new ArrayList<>());
    }
    for (AwsTable<?> table : installed) {
      if (wanted.contains(table.name())) {
        byScope.get(table.model().scope()).add(table);
      }
    }
    return byScope.values().stream().filter(round -> !round.isEmpty()).toList();
  }
}
