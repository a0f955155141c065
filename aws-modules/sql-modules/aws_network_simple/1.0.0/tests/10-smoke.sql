-- Needs no AWS: what the table takes and refuses, and how a range is divided.
DO $$
BEGIN
  ASSERT network_subnet_cidr('10.40.0.0/16', 1) = '10.40.0.0/19', 'the first eighth of a /16';
  ASSERT network_subnet_cidr('10.40.0.0/16', 6) = '10.40.160.0/19', 'the sixth eighth of a /16';
  ASSERT network_subnet_cidr('10.40.1.128/25', 2) = '10.40.1.144/28', 'the second eighth of a /25';
END $$;

DO $$
BEGIN
  INSERT INTO network (name, cidr_block, region, account_id) VALUES ('wide', '10.0.0.0/8', 'us-east-1', '123456789012');
  RAISE EXCEPTION 'a /8 was taken';
EXCEPTION WHEN check_violation THEN
  ASSERT SQLERRM LIKE '%network_cidr_block_is_16_to_25%', SQLERRM;
END $$;

DO $$
BEGIN
  INSERT INTO network (name, cidr_block, availability_zones, region, account_id)
  VALUES ('far', '10.40.0.0/16', 7, 'us-east-1', '123456789012');
  RAISE EXCEPTION 'seven zones were taken';
EXCEPTION WHEN check_violation THEN
  ASSERT SQLERRM LIKE '%network_availability_zones_are_1_to_6%', SQLERRM;
END $$;

DO $$
BEGIN
  INSERT INTO network (name, cidr_block, region, account_id) VALUES ('nowhere', '10.40.0.0/16', 'xx-none-1', '123456789012');
  RAISE EXCEPTION 'a region without zones was taken';
EXCEPTION WHEN check_violation THEN
  ASSERT SQLERRM LIKE 'network nowhere wants 2 availability zones, and xx-none-1 has 0', SQLERRM;
END $$;
