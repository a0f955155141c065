package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.kit.ManagedConformance;
import dev.iasql.aws.spi.ManagedResource;
import dev.iasql.aws.spi.Tags;
import java.util.List;
import java.util.Map;
import java.util.Set;

class EndpointInterfaceResourceIT extends ManagedConformance<EndpointInterface> {
  @Override
  protected ManagedResource<EndpointInterface> resource() {
    return new EndpointInterfaceResource();
  }

  @Override
  protected String listAction() {
    return "DescribeVpcEndpoints";
  }

  @Override
  protected EndpointInterface wanted(int number) {
    return new EndpointInterface(
        "new-endpoint",
        network.vpc(),
        "com.amazonaws.us-east-1.sqs",
        null,
        List.of(network.subnet(number)),
        List.of(network.securityGroup("endpoint-%d".formatted(number))),
        false,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        new Tags(Map.of("Name", "endpoint-" + number)));
  }

  @Override
  protected Map<String, Object> changes(EndpointInterface created) {
    return Map.of(
        "subnet_ids", List.of(network.subnet(11), network.subnet(12)),
        "security_group_ids", List.of(network.securityGroup("other")));
  }

  @Override
  protected Set<String> notEmulated() {
    return Set.of(
        "policy_document", "private_dns_enabled", "ip_address_type", "dns_record_ip_type");
  }
}
