package dev.iasql.core.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.iasql.core.request.Outcome;
import dev.iasql.core.request.Request;
import dev.iasql.core.request.Stage;
import dev.iasql.core.tenant.TenantName;

/**
 * A stage of a request ended.
 *
 * @param state {@code done}, {@code failed}, or {@code queued} when another stage follows
 * @param nextStage the stage that follows, if one does
 * @param errorCode the stable error code if it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestAdvanced(
    String tenant, long requestId, String function, String state, Stage nextStage, String errorCode)
    implements IasqlEvent {
  public static final String TYPE = "dev.iasql.request.advanced.v1";

  public static RequestAdvanced of(TenantName tenant, Request request, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> event(tenant, request, "done", null, null);
      case Outcome.Failed failed ->
          event(tenant, request, "failed", null, failed.fault().code().name());
      case Outcome.Next next -> event(tenant, request, "queued", next.stage(), null);
    };
  }

  private static RequestAdvanced event(
      TenantName tenant, Request request, String state, Stage next, String errorCode) {
    return new RequestAdvanced(
        tenant.value(), request.id(), request.function(), state, next, errorCode);
  }

  @Override
  public String topic() {
    return Topics.RESULTS;
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
