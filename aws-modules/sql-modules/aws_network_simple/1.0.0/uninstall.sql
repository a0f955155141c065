-- The networks themselves stay: their parts are rows of aws_vpc. Dropping a table fires no triggers.
DROP TABLE network;
DROP FUNCTION network_remove();
DROP FUNCTION network_build();
DROP FUNCTION network_keep();
DROP FUNCTION network_subnet_cidr(cidr, integer);
