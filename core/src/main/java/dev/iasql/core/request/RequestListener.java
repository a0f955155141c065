package dev.iasql.core.request;

import dev.iasql.core.tenant.Tenant;

/** Hears, after the commit, that a stage of a request ended; used to publish it. */
@FunctionalInterface
public interface RequestListener {
  void ended(Tenant tenant, Request request, Outcome outcome);
}
