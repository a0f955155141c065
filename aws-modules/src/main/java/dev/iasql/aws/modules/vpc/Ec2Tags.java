package dev.iasql.aws.modules.vpc;

import dev.iasql.aws.spi.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Tags of everything the EC2 API has, which has one way to tag it all. */
public final class Ec2Tags {
  /** Tags AWS sets itself; only AWS may change or remove them. */
  private static final String RESERVED = "aws:";

  private Ec2Tags() {}

  public static Tags of(List<Tag> tags) {
    Map<String, String> byKey = new TreeMap<>();
    tags.forEach(tag -> byKey.put(tag.key(), tag.value()));
    return new Tags(byKey);
  }

  /** The tags as part of the call that makes the resource; {@code null}, so left out, for none. */
  public static List<TagSpecification> at(ResourceType type, Tags tags) {
    if (tags == null || tags.byKey().isEmpty()) {
      return null;
    }
    return List.of(TagSpecification.builder().resourceType(type).tags(tags(tags.byKey())).build());
  }

  /** Changes the tags of a resource, with at most two calls and none if nothing differs. */
  public static void change(Ec2Client ec2, String id, Tags from, Tags to) {
    List<Tag> removed = new ArrayList<>();
    for (String key : from.byKey().keySet()) {
      if (!to.byKey().containsKey(key) && !key.startsWith(RESERVED)) {
        removed.add(Tag.builder().key(key).build());
      }
    }
    if (!removed.isEmpty()) {
      ec2.deleteTags(r -> r.resources(id).tags(removed));
    }
    Map<String, String> set = new TreeMap<>(to.byKey());
    set.entrySet().removeAll(from.byKey().entrySet());
    if (!set.isEmpty()) {
      ec2.createTags(r -> r.resources(id).tags(tags(set)));
    }
  }

  private static List<Tag> tags(Map<String, String> byKey) {
    return byKey.entrySet().stream()
        .map(entry -> Tag.builder().key(entry.getKey()).value(entry.getValue()).build())
        .toList();
  }
}
