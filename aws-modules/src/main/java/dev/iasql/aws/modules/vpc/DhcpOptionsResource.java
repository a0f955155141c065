package dev.iasql.aws.modules.vpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.iasql.aws.client.Deletion;
import dev.iasql.aws.client.ReadBack;
import dev.iasql.aws.spi.Aws;
import dev.iasql.aws.spi.ManagedResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DhcpConfiguration;
import software.amazon.awssdk.services.ec2.model.NewDhcpConfiguration;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** Sets of DHCP options. Only their tags can change. */
final class DhcpOptionsResource implements ManagedResource<DhcpOptions> {
  @Override
  public Class<DhcpOptions> record() {
    return DhcpOptions.class;
  }

  @Override
  public Stream<DhcpOptions> list(Aws aws) {
    return Ec2.client(aws)
        .describeDhcpOptionsPaginator(r -> r.maxResults(Ec2.PAGE))
        .dhcpOptions()
        .stream()
        .map(DhcpOptionsResource::row);
  }

  @Override
  public DhcpOptions create(Aws aws, DhcpOptions wanted) {
    Ec2Client ec2 = Ec2.client(aws);
    String id =
        ec2.createDhcpOptions(
                r ->
                    r.dhcpConfigurations(toAws(wanted.dhcpConfigurations()))
                        .tagSpecifications(Ec2Tags.at(ResourceType.DHCP_OPTIONS, wanted.tags())))
            .dhcpOptions()
            .dhcpOptionsId();
    DhcpOptions made = ReadBack.found(() -> read(ec2, id));
    // Emulators of EC2 forget the tags of this call.
    Ec2Tags.change(ec2, id, made.tags(), wanted.tags());
    return ReadBack.created(wanted, () -> read(ec2, id));
  }

  @Override
  public DhcpOptions update(Aws aws, DhcpOptions from, DhcpOptions to) {
    Ec2Client ec2 = Ec2.client(aws);
    Ec2Tags.change(ec2, from.dhcpOptionsId(), from.tags(), to.tags());
    return ReadBack.updated(from, to, () -> read(ec2, from.dhcpOptionsId()));
  }

  @Override
  public void delete(Aws aws, DhcpOptions options) {
    Deletion.run(
        () -> Ec2.client(aws).deleteDhcpOptions(r -> r.dhcpOptionsId(options.dhcpOptionsId())));
  }

  private static Optional<DhcpOptions> read(Ec2Client ec2, String id) {
    return ec2.describeDhcpOptions(r -> r.dhcpOptionsIds(id)).dhcpOptions().stream()
        .findFirst()
        .map(DhcpOptionsResource::row);
  }

  private static DhcpOptions row(software.amazon.awssdk.services.ec2.model.DhcpOptions options) {
    return new DhcpOptions(
        options.dhcpOptionsId(),
        fromAws(options.dhcpConfigurations()),
        options.ownerId(),
        Ec2Tags.of(options.tags()));
  }

  private static JsonNode fromAws(List<DhcpConfiguration> configurations) {
    ObjectNode byName = JsonNodeFactory.instance.objectNode();
    for (DhcpConfiguration configuration : configurations) {
      ArrayNode values = byName.putArray(configuration.key());
      configuration.values().forEach(value -> values.add(value.value()));
    }
    return byName;
  }

  private static List<NewDhcpConfiguration> toAws(JsonNode byName) {
    List<NewDhcpConfiguration> configurations = new ArrayList<>();
    for (var option : byName.properties()) {
      List<String> values = new ArrayList<>();
      option.getValue().forEach(value -> values.add(value.asText()));
      configurations.add(
          NewDhcpConfiguration.builder().key(option.getKey()).values(values).build());
    }
    return configurations;
  }
}
