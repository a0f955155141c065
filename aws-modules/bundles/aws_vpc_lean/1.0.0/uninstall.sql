-- Generated from the records of dev.iasql.aws.modules; do not edit. To generate again: mvn -pl aws-modules test -Dtest=BundlesTest -Diasql.generate=true

DROP TABLE cloud.subnet;
DROP TABLE public.subnet;
DROP TABLE cloud.internet_gateway;
DROP TABLE public.internet_gateway;
DROP TABLE cloud.vpc;
DROP TABLE public.vpc;
DROP TABLE cloud.dhcp_options;
DROP TABLE public.dhcp_options;
DROP TABLE cloud.availability_zone;
DROP TABLE public.availability_zone;
