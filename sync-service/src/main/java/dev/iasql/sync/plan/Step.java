package dev.iasql.sync.plan;

import java.util.List;
import java.util.Set;

/**
 * One operation of a plan.
 *
 * @param number its place in the order, from 1
 * @param folded deleted rows that go with a deleted row without an operation of their own
 * @param needs the steps that must have succeeded before
 */
public record Step(int number, Change change, List<Change.Delete> folded, Set<Integer> needs) {}
