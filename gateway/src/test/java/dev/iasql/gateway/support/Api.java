package dev.iasql.gateway.support;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

/** Requests to the API. */
public final class Api {
  private Api() {}

  public static RequestSpecification administrator() {
    return bearing(Servers.TOKEN);
  }

  public static RequestSpecification viewer() {
    return bearing(Servers.VIEWER_TOKEN);
  }

  public static RequestSpecification bearing(String token) {
    return RestAssured.given().header("Authorization", "Bearer " + token);
  }
}
