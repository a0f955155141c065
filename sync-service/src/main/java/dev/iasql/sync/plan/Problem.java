package dev.iasql.sync.plan;

/**
 * Why a change cannot be carried out.
 *
 * @param problem what is wrong, in one sentence
 * @param hint what to do next
 */
public record Problem(String problem, String hint) {}
