#!/bin/sh
# Run by the image when the server is new: a database, an owner and a runtime role for each service.
set -eu
for name in point product orders coupon ranking charge_log; do
  psql -U postgres -v ON_ERROR_STOP=1 -v owner="${name}_owner" -v name="$name" -v password="$POSTGRES_PASSWORD" <<'SQL'
CREATE ROLE :"owner" LOGIN PASSWORD :'password';
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"owner";
SQL
  psql -U postgres -v ON_ERROR_STOP=1 -d "$name" -f /etc/database-roles/roles.sql
done
