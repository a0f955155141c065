-- Generated from the records of dev.iasql.aws.modules; do not edit. To generate again: mvn -pl aws-modules test -Dtest=BundlesTest -Diasql.generate=true

DROP TRIGGER security_group_computed ON public.security_group;
ALTER TABLE public.security_group ADD COLUMN security_group_arn text;
COMMENT ON COLUMN public.security_group.security_group_arn IS 'ARN of the group. Computed by AWS.';
ALTER TABLE cloud.security_group ADD COLUMN security_group_arn text;
COMMENT ON COLUMN cloud.security_group.security_group_arn IS 'ARN of the group. Computed by AWS.';
CREATE TRIGGER security_group_computed
  BEFORE UPDATE ON public.security_group FOR EACH ROW
  WHEN (NOT iasql.by_engine() AND (
    OLD.owner_id IS DISTINCT FROM NEW.owner_id
    OR OLD.security_group_arn IS DISTINCT FROM NEW.security_group_arn
    OR OLD.aws_managed IS DISTINCT FROM NEW.aws_managed
    OR (OLD.group_id NOT LIKE 'new-%' AND OLD.group_id IS DISTINCT FROM NEW.group_id)))
  EXECUTE FUNCTION iasql_internal.refuse_computed('owner_id', 'security_group_arn', 'aws_managed', 'group_id');
ALTER TABLE public.security_group_rule RENAME COLUMN peer_owner_id TO peer_user_id;
ALTER TABLE cloud.security_group_rule RENAME COLUMN peer_owner_id TO peer_user_id;
