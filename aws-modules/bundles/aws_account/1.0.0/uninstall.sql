-- Generated from the records of dev.iasql.aws.modules; do not edit. To generate again: mvn -pl aws-modules test -Dtest=BundlesTest -Diasql.generate=true

DROP TABLE cloud.aws_region;
DROP TABLE public.aws_region;
DROP TABLE cloud.aws_account;
DROP TABLE public.aws_account;
DROP FUNCTION public.iasql_default_region();
DROP FUNCTION public.iasql_default_account();
