package dev.iasql.aws.modules.vpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.iasql.aws.client.AwsFaults;
import dev.iasql.aws.client.Patience;
import dev.iasql.core.Json;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/** What VPC endpoints of both kinds have in common: EC2 has one set of calls for them. */
final class VpcEndpoints {
  private static final Set<String> GONE = Set.of("deleted", "rejected", "expired");

  private VpcEndpoints() {}

  static Stream<VpcEndpoint> all(Ec2Client ec2, VpcEndpointType type) {
    Filter kind = Ec2.filter("vpc-endpoint-type", type.toString());
    return ec2
        .describeVpcEndpointsPaginator(r -> r.maxResults(Ec2.PAGE).filters(kind))
        .vpcEndpoints()
        .stream()
        .filter(VpcEndpoints::isThere);
  }

  static Optional<VpcEndpoint> one(Ec2Client ec2, String id) {
    return ec2.describeVpcEndpoints(r -> r.vpcEndpointIds(id)).vpcEndpoints().stream()
        .filter(VpcEndpoints::isThere)
        .findFirst();
  }

  /** Removes one and waits for it: its network interfaces keep subnets and groups in use. */
  static void delete(Ec2Client ec2, String id) {
    for (UnsuccessfulItem failure :
        ec2.deleteVpcEndpoints(r -> r.vpcEndpointIds(id)).unsuccessful()) {
      throw asException(failure);
    }
    Patience.until("VPC endpoint %s to be removed".formatted(id), () -> isGone(ec2, id));
  }

  private static boolean isGone(Ec2Client ec2, String id) {
    try {
      return one(ec2, id).isEmpty();
    } catch (Ec2Exception e) {
      if (AwsFaults.isNotFound(e)) {
        return true;
      }
      throw e;
    }
  }

  private static boolean isThere(VpcEndpoint endpoint) {
    String state = endpoint.stateAsString();
    return state == null || !GONE.contains(state.toLowerCase(java.util.Locale.ROOT));
  }

  /** DeleteVpcEndpoints answers refusals in a list, not as an error. */
  private static Ec2Exception asException(UnsuccessfulItem failure) {
    AwsErrorDetails details =
        AwsErrorDetails.builder()
            .serviceName("Ec2")
            .errorCode(failure.error().code())
            .errorMessage(failure.error().message())
            .build();
    return (Ec2Exception)
        Ec2Exception.builder()
            .message(failure.error().message())
            .awsErrorDetails(details)
            .statusCode(400)
            .build();
  }

  /** A policy as JSON, so that it compares by meaning. */
  static JsonNode policy(VpcEndpoint endpoint) {
    String document = endpoint.policyDocument();
    if (document == null || document.isEmpty()) {
      return null;
    }
    try {
      return Json.MAPPER.readTree(document);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(document);
    }
  }

  static String text(JsonNode policy) {
    return isNone(policy) ? null : policy.toString();
  }

  /** A JSON null is what a NULL in the column becomes. */
  static boolean isNone(JsonNode policy) {
    return policy == null || policy.isNull();
  }
}
