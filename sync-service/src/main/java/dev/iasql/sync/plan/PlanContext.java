package dev.iasql.sync.plan;

import dev.iasql.core.error.Fault;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a plan has to know besides the changes.
 *
 * @param writable tables whose rows can be made, changed and removed in AWS
 * @param unreachable why nothing can be done in the account and region of a row, if so
 * @param leftOvers rows an earlier commit left in a state that must be cleared up first
 */
public record PlanContext(
    Set<String> writable,
    Function<RowKey, Optional<Fault>> unreachable,
    Map<RowKey, Fault> leftOvers) {}
