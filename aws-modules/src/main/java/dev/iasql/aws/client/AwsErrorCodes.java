package dev.iasql.aws.client;

import java.util.Set;

/**
 * Error codes of AWS services, by what they mean for the caller. {@code AuthFailure} is left out on
 * purpose: EC2 says it of unknown credentials (status 401) and of resources of others (other
 * statuses), so the status tells.
 *
 * <p>Sources: EC2 API Reference, "Error codes for the Amazon EC2 API"; IAM API Reference, "Common
 * Errors"; STS API Reference, "AssumeRole" and "Common Errors"; S3 API Reference, "Error
 * responses"; AWS SDKs and Tools Reference Guide, "Retry behavior".
 */
final class AwsErrorCodes {
  static final Set<String> CREDENTIALS =
      Set.of(
          "ExpiredToken",
          "ExpiredTokenException",
          "IncompleteSignature",
          "InvalidAccessKeyId",
          "InvalidClientTokenId",
          "InvalidIdentityToken",
          "InvalidSecurity",
          "InvalidToken",
          "MissingAuthenticationToken",
          "MissingAuthenticationTokenException",
          "RequestExpired",
          "SignatureDoesNotMatch",
          "UnrecognizedClientException");

  static final Set<String> ACCESS_DENIED =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "AuthorizationError",
          "AuthorizationErrorException",
          "Blocked",
          "NotAuthorized",
          "OptInRequired",
          "PendingVerification",
          "UnauthorizedOperation");

  static final Set<String> UNAVAILABLE =
      Set.of(
          "BandwidthLimitExceeded",
          "EC2ThrottledException",
          "InternalError",
          "InternalFailure",
          "InternalServerError",
          "PriorRequestNotComplete",
          "ProvisionedThroughputExceededException",
          "RequestLimitExceeded",
          "RequestThrottled",
          "RequestThrottledException",
          "RequestTimeout",
          "RequestTimeoutException",
          "ServerInternal",
          "ServiceUnavailable",
          "ServiceUnavailableException",
          "SlowDown",
          "ThrottledException",
          "Throttling",
          "ThrottlingException",
          "TooManyRequestsException",
          "TransactionInProgressException",
          "Unavailable");

  /** Codes that mean "there is no such thing" and do not end in {@code .NotFound}. */
  private static final Set<String> NOT_FOUND =
      Set.of(
          "Gateway.NotAttached",
          "NatGatewayNotFound",
          "NoSuchBucket",
          "NoSuchEntity",
          "NoSuchEntityException",
          "NotFound",
          "NotFoundException",
          "ResourceNotFoundException");

  /** Codes that mean "it is there already" and do not end in {@code .Duplicate}. */
  private static final Set<String> DUPLICATE =
      Set.of(
          "EntityAlreadyExists",
          "NetworkAclEntryAlreadyExists",
          "Resource.AlreadyAssociated",
          "Resource.AlreadyAttached",
          "ResourceAlreadyExistsException",
          "ResourceExistsException",
          "RouteAlreadyExists");

  private AwsErrorCodes() {}

  static boolean isNotFound(String code) {
    return code.endsWith(".NotFound") || NOT_FOUND.contains(code);
  }

  static boolean isDuplicate(String code) {
    return code.endsWith(".Duplicate") || DUPLICATE.contains(code);
  }
}
