package dev.iasql.aws.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iasql.core.error.ErrorCode;
import dev.iasql.core.error.ExternalException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.sts.model.StsException;

class AwsFaultsTest {

  @ParameterizedTest(name = "{0} ({1}) is {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AuthFailure                  | 401 | AWS_CREDENTIALS   | EC2 API: Error codes, Common client errors
          AuthFailure                  | 403 | AWS_ACCESS_DENIED | EC2 API: Error codes, AuthFailure of a resource of others
          RequestExpired               | 400 | AWS_CREDENTIALS   | EC2 API: Error codes, Common client errors
          SignatureDoesNotMatch        | 403 | AWS_CREDENTIALS   | S3 API: Error responses
          InvalidClientTokenId         | 403 | AWS_CREDENTIALS   | STS API: Common Errors
          ExpiredTokenException        | 400 | AWS_CREDENTIALS   | STS API: Common Errors
          UnrecognizedClientException  | 400 | AWS_CREDENTIALS   | DynamoDB Developer Guide: Error handling
          UnauthorizedOperation        | 403 | AWS_ACCESS_DENIED | EC2 API: Error codes, Common client errors
          AccessDenied                 | 403 | AWS_ACCESS_DENIED | S3 API: Error responses
          AccessDeniedException        | 400 | AWS_ACCESS_DENIED | IAM API: Common Errors
          OptInRequired                | 401 | AWS_ACCESS_DENIED | EC2 API: Error codes, Common client errors
          RequestLimitExceeded         | 503 | AWS_UNAVAILABLE   | EC2 API: Error codes, Server errors
          Throttling                   | 400 | AWS_UNAVAILABLE   | IAM API: Common Errors
          TooManyRequestsException     | 429 | AWS_UNAVAILABLE   | SDKs and Tools: Retry behavior
          SlowDown                     | 503 | AWS_UNAVAILABLE   | S3 API: Error responses
          InternalError                | 500 | AWS_UNAVAILABLE   | EC2 API: Error codes, Server errors
          Unavailable                  | 503 | AWS_UNAVAILABLE   | EC2 API: Error codes, Server errors
          InvalidVpcRange              | 400 | AWS_REJECTED      | EC2 API: Error codes, Client errors
          VpcLimitExceeded             | 400 | AWS_REJECTED      | EC2 API: Error codes, Client errors
          DependencyViolation          | 400 | AWS_REJECTED      | EC2 API: Error codes, Client errors
          OperationNotPermitted        | 400 | AWS_REJECTED      | EC2 API: Error codes, Client errors
          SomethingNew                 | 400 | AWS_REJECTED      | a code no list has yet
          SomethingNew                 | 403 | AWS_ACCESS_DENIED | a code no list has yet
          SomethingNew                 | 502 | AWS_UNAVAILABLE   | a code no list has yet
          """)
  void classifiesByAwsErrorCode(String code, int status, ErrorCode expected, String source) {
    assertThat(AwsFaults.of(answer(code, status, "why")).code()).as(source).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          InvalidVpcID.NotFound                  | DeleteVpc
          InvalidSubnetID.NotFound               | DeleteSubnet
          InvalidRouteTableID.NotFound           | DeleteRouteTable
          InvalidRoute.NotFound                  | DeleteRoute
          InvalidAssociationID.NotFound          | DisassociateRouteTable
          InvalidInternetGatewayID.NotFound      | DeleteInternetGateway
          InvalidGroup.NotFound                  | DeleteSecurityGroup
          InvalidSecurityGroupRuleId.NotFound    | RevokeSecurityGroupIngress
          InvalidPermission.NotFound             | RevokeSecurityGroupIngress
          InvalidAllocationID.NotFound           | ReleaseAddress
          NatGatewayNotFound                     | DeleteNatGateway
          InvalidDhcpOptionID.NotFound           | DeleteDhcpOptions
          InvalidNetworkAclID.NotFound           | DeleteNetworkAcl
          InvalidNetworkAclEntry.NotFound        | DeleteNetworkAclEntry
          InvalidVpcEndpointId.NotFound          | DescribeVpcEndpoints
          InvalidVpcPeeringConnectionID.NotFound | DeleteVpcPeeringConnection
          NoSuchEntity                           | IAM
          """)
  void knowsWhatMeansThatItIsGone(String code, String operation) {
    assertThat(AwsFaults.isNotFound(answer(code, 400, "gone"))).as(operation).isTrue();
  }

  @Test
  void tellsAMalformedIdFromAMissingResource() {
    assertThat(AwsFaults.isNotFound(answer("InvalidVpcID.Malformed", 400, "bad id"))).isFalse();
    assertThat(AwsFaults.isNotFound(SdkClientException.create("no answer"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "InvalidGroup.Duplicate",
    "InvalidPermission.Duplicate",
    "RouteAlreadyExists",
    "Resource.AlreadyAssociated",
    "NetworkAclEntryAlreadyExists"
  })
  void knowsWhatMeansThatItExistsAlready(String code) {
    assertThat(AwsFaults.isDuplicate(answer(code, 400, "twice"))).isTrue();
  }

  @Test
  void reportsAwssOwnMessageAndTheRequestId() {
    ExternalException fault =
        AwsFaults.of(answer("InvalidVpcRange", 400, "The CIDR '10.0.0.0/8' is invalid."));

    assertThat(fault.fault().message()).isEqualTo("The CIDR '10.0.0.0/8' is invalid.");
    assertThat(fault.fault().detail())
        .isEqualTo("service Ec2, error code InvalidVpcRange, status 400, request id req-1");
  }

  @Test
  void doesNotRepeatTheSignedRequestOfARefusedSignature() {
    ExternalException fault =
        AwsFaults.of(
            answer(
                "SignatureDoesNotMatch",
                403,
                "The signature does not match.\n\nThe Canonical String was\nx-amz-security-token:SECRET"));

    assertThat(fault.fault().message())
        .isEqualTo("AWS does not accept the credentials: The signature does not match.");
  }

  @Test
  void reportsAnAnswerWithoutACode() {
    AwsServiceException page = Ec2Exception.builder().statusCode(500).build();

    assertThat(AwsFaults.of(page).fault().message())
        .isEqualTo("AWS is not available: status 500 without an explanation");
  }

  @Test
  void reportsNoAnswerAsUnavailable() {
    SdkClientException noAnswer =
        SdkClientException.create("Unable to execute HTTP request", new SocketTimeoutException());

    assertThat(AwsFaults.of(noAnswer).code()).isEqualTo(ErrorCode.AWS_UNAVAILABLE);
  }

  @Test
  void reportsARefusedRoleAsCredentials() {
    SignInFailedException failure =
        new SignInFailedException(
            "role arn:aws:iam::111122223333:role/x",
            sts("AccessDenied", 403, "User is not authorized to perform: sts:AssumeRole"));

    ExternalException fault = AwsFaults.of(failure);
    assertThat(fault.code()).isEqualTo(ErrorCode.AWS_CREDENTIALS);
    assertThat(fault.fault().message())
        .contains("role arn:aws:iam::111122223333:role/x")
        .contains("User is not authorized to perform: sts:AssumeRole");
  }

  @Test
  void reportsAThrottledSignInAsUnavailable() {
    SignInFailedException failure =
        new SignInFailedException("role x", sts("Throttling", 400, "Rate exceeded"));

    assertThat(AwsFaults.of(failure).code()).isEqualTo(ErrorCode.AWS_UNAVAILABLE);
  }

  private static AwsServiceException answer(String code, int status, String message) {
    return Ec2Exception.builder()
        .statusCode(status)
        .requestId("req-1")
        .awsErrorDetails(details("Ec2", code, message))
        .build();
  }

  private static AwsServiceException sts(String code, int status, String message) {
    return StsException.builder()
        .statusCode(status)
        .awsErrorDetails(details("Sts", code, message))
        .build();
  }

  private static AwsErrorDetails details(String service, String code, String message) {
    return AwsErrorDetails.builder()
        .serviceName(service)
        .errorCode(code)
        .errorMessage(message)
        .build();
  }
}
