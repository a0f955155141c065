package dev.iasql.core.event;

import dev.iasql.core.request.Stage;

/** A request waits for the service its stage belongs to. */
public record RequestWaiting(String tenant, long requestId, String function, Stage stage)
    implements IasqlEvent {
  public static final String TYPE = "dev.iasql.request.waiting.v1";

  @Override
  public String topic() {
    return Topics.REQUESTS;
  }

  @Override
  public String key() {
    return tenant;
  }

  @Override
  public String type() {
    return TYPE;
  }
}
