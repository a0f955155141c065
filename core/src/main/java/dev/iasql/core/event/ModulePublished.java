package dev.iasql.core.event;

import dev.iasql.core.module.ModuleBundle;

/** A module version is in the registry; carries the whole bundle. */
public record ModulePublished(ModuleBundle bundle) implements IasqlEvent {
  public static final String TYPE = "dev.iasql.module.published.v1";

  @Override
  public String topic() {
    return Topics.MODULES;
  }

  @Override
  public String key() {
    return bundle.id().toString();
  }

  @Override
  public String type() {
    return TYPE;
  }
}
