"""What the emulated account holds when it starts: default networks, and one that somebody drew.

Made with plain EC2 calls to the application in this process, before it listens. Identifiers come
from a fixed seed, so they are the same at every start.
"""

import io
import os
import xml.etree.ElementTree as ElementTree
from urllib.parse import urlencode

REGIONS = ("us-east-1", "us-west-2", "eu-west-1")
HOME = REGIONS[0]
SEED = 20_26


class Ec2:
    """EC2 of one region, by its query protocol."""

    def __init__(self, application, region):
        self._application = application
        self.region = region

    def __call__(self, action, **parameters):
        body = urlencode({"Action": action, "Version": "2016-11-15", **flatten(parameters)}).encode()
        status = []
        answer = self._application(self._environ(body), lambda line, headers, exc_info=None: status.append(line))
        if not status[0].startswith("200"):
            raise RuntimeError(f"{action} in {self.region} answered {status[0]}: {answer.decode()[:500]}")
        return Answer(ElementTree.fromstring(answer))

    def _environ(self, body):
        scope = f"AKIAIOSFODNN7EXAMPLE/20260101/{self.region}/ec2/aws4_request"
        return {
            "REQUEST_METHOD": "POST",
            "SCRIPT_NAME": "",
            "PATH_INFO": "/",
            "QUERY_STRING": "",
            "CONTENT_TYPE": "application/x-www-form-urlencoded; charset=utf-8",
            "CONTENT_LENGTH": str(len(body)),
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": f"ec2.{self.region}.amazonaws.com",
            "HTTP_AUTHORIZATION": f"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host, Signature=0",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": io.StringIO(),
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }


class Answer:
    """An XML answer, searched by the local names of its elements."""

    def __init__(self, element):
        self._element = element

    def all(self, name):
        return [found.text for found in self._element.iter() if found.tag.rpartition("}")[2] == name]

    def __getitem__(self, name):
        return self.all(name)[0]


def flatten(parameters, prefix=""):
    """{'IpPermissions': [{'FromPort': 1}]} becomes {'IpPermissions.1.FromPort': 1}."""
    flat = {}
    items = parameters.items() if isinstance(parameters, dict) else enumerate(parameters, 1)
    for key, value in items:
        if isinstance(value, (dict, list)):
            flat.update(flatten(value, f"{prefix}{key}."))
        else:
            flat[f"{prefix}{key}"] = value
    return flat


def named(resource_type, name, **more):
    tags = [{"Key": key, "Value": value} for key, value in {"Name": name, **more}.items()]
    return [{"ResourceType": resource_type, "Tag": tags}]


def create(application):
    from moto.moto_api._internal import mock_random

    mock_random.seed(SEED)
    for region in REGIONS:
        complete_default_network(Ec2(application, region))
    draw_shop_network(Ec2(application, HOME))
    mock_random.seed(os.urandom(16))
    return f"default networks in {', '.join(REGIONS)} and a sample network in {HOME}"


def complete_default_network(ec2):
    """moto's default VPC lacks what AWS gives it: a way to the internet and DHCP options."""
    vpc = ec2("DescribeVpcs", Filter=[{"Name": "is-default", "Value": ["true"]}])["vpcId"]
    gateway = ec2("CreateInternetGateway")["internetGatewayId"]
    ec2("AttachInternetGateway", InternetGatewayId=gateway, VpcId=vpc)
    main = ec2("DescribeRouteTables", Filter=[{"Name": "vpc-id", "Value": [vpc]}])["routeTableId"]
    ec2("CreateRoute", RouteTableId=main, DestinationCidrBlock="0.0.0.0/0", GatewayId=gateway)
    domain = "ec2.internal" if ec2.region == "us-east-1" else f"{ec2.region}.compute.internal"
    dhcp = ec2(
        "CreateDhcpOptions",
        DhcpConfiguration=[
            {"Key": "domain-name", "Value": [domain]},
            {"Key": "domain-name-servers", "Value": ["AmazonProvidedDNS"]},
        ],
    )["dhcpOptionsId"]
    ec2("AssociateDhcpOptions", DhcpOptionsId=dhcp, VpcId=vpc)


def draw_shop_network(ec2):
    vpc = ec2("CreateVpc", CidrBlock="10.10.0.0/16", TagSpecification=named("vpc", "shop", env="demo"))["vpcId"]
    ec2("ModifyVpcAttribute", VpcId=vpc, EnableDnsHostnames={"Value": "true"})
    dhcp = ec2(
        "CreateDhcpOptions",
        DhcpConfiguration=[
            {"Key": "domain-name", "Value": ["shop.internal"]},
            {"Key": "domain-name-servers", "Value": ["AmazonProvidedDNS"]},
        ],
        TagSpecification=named("dhcp-options", "shop"),
    )["dhcpOptionsId"]
    ec2("AssociateDhcpOptions", DhcpOptionsId=dhcp, VpcId=vpc)

    subnets = create_subnets(ec2, vpc)
    create_routing(ec2, vpc, subnets)
    create_network_acl(ec2, vpc)
    create_security_groups(ec2, vpc)


def create_subnets(ec2, vpc):
    subnets = {}
    for name, zone, cidr in (
        ("public-a", "a", "10.10.0.0/24"),
        ("public-b", "b", "10.10.1.0/24"),
        ("private-a", "a", "10.10.10.0/24"),
        ("private-b", "b", "10.10.11.0/24"),
    ):
        subnets[name] = ec2(
            "CreateSubnet",
            VpcId=vpc,
            CidrBlock=cidr,
            AvailabilityZone=HOME + zone,
            TagSpecification=named("subnet", f"shop-{name}"),
        )["subnetId"]
    for name in ("public-a", "public-b"):
        ec2("ModifySubnetAttribute", SubnetId=subnets[name], MapPublicIpOnLaunch={"Value": "true"})
    return subnets


def create_routing(ec2, vpc, subnets):
    gateway = ec2("CreateInternetGateway", TagSpecification=named("internet-gateway", "shop"))["internetGatewayId"]
    ec2("AttachInternetGateway", InternetGatewayId=gateway, VpcId=vpc)
    address = ec2("AllocateAddress", Domain="vpc", TagSpecification=named("elastic-ip", "shop-nat"))["allocationId"]
    nat = ec2(
        "CreateNatGateway",
        SubnetId=subnets["public-a"],
        AllocationId=address,
        TagSpecification=named("natgateway", "shop"),
    )["natGatewayId"]
    for name, target, members in (
        ("public", {"GatewayId": gateway}, ("public-a", "public-b")),
        ("private", {"NatGatewayId": nat}, ("private-a", "private-b")),
    ):
        table = ec2("CreateRouteTable", VpcId=vpc, TagSpecification=named("route-table", f"shop-{name}"))["routeTableId"]
        ec2("CreateRoute", RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", **target)
        for member in members:
            ec2("AssociateRouteTable", RouteTableId=table, SubnetId=subnets[member])


def create_network_acl(ec2, vpc):
    acl = ec2("CreateNetworkAcl", VpcId=vpc, TagSpecification=named("network-acl", "shop-private"))["networkAclId"]
    for egress, number, cidr in (("false", 100, "10.10.0.0/16"), ("true", 100, "0.0.0.0/0")):
        ec2(
            "CreateNetworkAclEntry",
            NetworkAclId=acl,
            RuleNumber=number,
            Protocol="-1",
            RuleAction="allow",
            Egress=egress,
            CidrBlock=cidr,
        )


def create_security_groups(ec2, vpc):
    def group(name, description):
        return ec2(
            "CreateSecurityGroup",
            GroupName=name,
            GroupDescription=description,
            VpcId=vpc,
            TagSpecification=named("security-group", name),
        )["groupId"]

    def allow(group_id, port, **source):
        permission = {"IpProtocol": "tcp", "FromPort": port, "ToPort": port, **source}
        ec2("AuthorizeSecurityGroupIngress", GroupId=group_id, IpPermissions=[permission])

    def anywhere(description):
        return {"IpRanges": [{"CidrIp": "0.0.0.0/0", "Description": description}]}

    web = group("shop-web", "Public entry of the shop")
    allow(web, 443, **anywhere("HTTPS from anywhere"))
    allow(web, 80, **anywhere("redirected to HTTPS"))
    application = group("shop-app", "Application servers")
    allow(application, 8080, Groups=[{"GroupId": web}])
    database = group("shop-db", "Database, reached by the application only")
    allow(database, 5432, Groups=[{"GroupId": application}])
