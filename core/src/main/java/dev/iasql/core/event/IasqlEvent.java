package dev.iasql.core.event;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** Something that happened and that other services may want to know; JSON on a Kafka topic. */
public sealed interface IasqlEvent
    permits ModulePublished, DatabaseChanged, RequestWaiting, InstallationChanged, RequestAdvanced {

  /** Where it is published. */
  @JsonIgnore
  String topic();

  /** Events of one key keep their order. */
  @JsonIgnore
  String key();

  /** CloudEvents attribute {@code type}: reverse DNS, past tense, with a version. */
  @JsonIgnore
  String type();
}
