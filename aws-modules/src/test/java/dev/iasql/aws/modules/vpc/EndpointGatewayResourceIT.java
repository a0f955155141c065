package dev.iasql.aws.modules.vpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.iasql.aws.kit.AwsFault;
import dev.iasql.aws.kit.ManagedConformance;
import dev.iasql.aws.spi.ManagedResource;
import dev.iasql.aws.spi.Tags;
import dev.iasql.core.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

class EndpointGatewayResourceIT extends ManagedConformance<EndpointGateway> {
  @Override
  protected ManagedResource<EndpointGateway> resource() {
    return new EndpointGatewayResource();
  }

  @Override
  protected String listAction() {
    return "DescribeVpcEndpoints";
  }

  @Override
  protected EndpointGateway wanted(int number) {
    return new EndpointGateway(
        "new-endpoint",
        network.vpc(),
        "com.amazonaws.us-east-1.s3",
        policy("Allow"),
        List.of(network.routeTable()),
        null,
        null,
        null,
        false,
        new Tags(Map.of("Name", "endpoint-" + number)));
  }

  private static JsonNode policy(String effect) {
    return Json.MAPPER.valueToTree(
        Map.of(
            "Version",
            "2012-10-17",
            "Statement",
            List.of(
                Map.of("Effect", effect, "Principal", "*", "Action", "s3:*", "Resource", "*"))));
  }

  @Override
  protected Map<String, Object> changes(EndpointGateway created) {
    return Map.of(
        "policy_document", policy("Deny"),
        "route_table_ids", List.of(network.routeTable(), created.routeTableIds().getFirst()));
  }

  @Test
  void reportsARemovalThatIsRefusedWithinAnAnswer() {
    EndpointGateway created = made(wanted(1));
    emulated.proxy().inject(AwsFault.answer("DeleteVpcEndpoints", 1, unsuccessful("InUse")));

    assertThatThrownBy(() -> resource().delete(aws, created))
        .isInstanceOf(Ec2Exception.class)
        .hasMessageContaining("it is refused");
    assertThat(listed(created)).isEqualTo(created);
  }

  @Test
  void takesAMissingEndpointWithinAnAnswerForRemoved() {
    EndpointGateway created = made(wanted(1));
    emulated
        .proxy()
        .inject(
            AwsFault.answer("DeleteVpcEndpoints", 1, unsuccessful("InvalidVpcEndpoint.NotFound")));

    assertThatNoException().isThrownBy(() -> resource().delete(aws, created));
  }

  private static String unsuccessful(String code) {
    return """
    <DeleteVpcEndpointsResponse><unsuccessful><item>
      <error><code>%s</code><message>it is refused</message></error>
      <resourceId>vpce-1</resourceId>
    </item></unsuccessful></DeleteVpcEndpointsResponse>"""
        .formatted(code);
  }
}
