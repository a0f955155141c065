package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.spi.Aws;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;

/** The EC2 API, which networks, security groups and machines share. */
public final class Ec2 {
  /** The most rows EC2 puts on a page, where a call has no lower limit of its own. */
  public static final int PAGE = 1000;

  /** The most values EC2 takes in one filter. */
  static final int FILTER_VALUES = 200;

  private Ec2() {}

  public static Ec2Client client(Aws aws) {
    return aws.client(Ec2Client.class, Ec2Client::builder);
  }

  public static Filter filter(String name, String... values) {
    return Filter.builder().name(name).values(values).build();
  }
}
