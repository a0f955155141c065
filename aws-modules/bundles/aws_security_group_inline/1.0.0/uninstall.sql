-- Generated from the records of dev.iasql.aws.modules; do not edit. To generate again: mvn -pl aws-modules test -Dtest=BundlesTest -Diasql.generate=true

DROP TRIGGER security_group_goes_with_vpc_id ON public.vpc;
DROP TABLE cloud.security_group;
DROP TABLE public.security_group;
