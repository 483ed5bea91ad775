#!/usr/bin/env bash
# Makes the databases and roles of the services, the same as ./run does (Databases): an owner role that migrates, a runtime
# role that reads and writes, and nobody in a database that is not theirs. Runs once, when the volume is empty.
set -euo pipefail

sql() {
  psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$1"
}

password_of() {
  local variable=${1^^}_PASSWORD
  case ${!variable:-} in
    '' | *[!A-Za-z0-9]*) echo "$variable must be letters and digits" >&2 && exit 1 ;;
    *) echo "${!variable}" ;;
  esac
}

sql postgres <<END
REVOKE ALL ON DATABASE postgres FROM PUBLIC;
REVOKE ALL ON DATABASE template1 FROM PUBLIC;
END

for database in point product orders coupon ranking charge_log; do
  owner=${database}_owner
  modest="LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS"
  owner_password=$(password_of "$owner")
  password=$(password_of "$database")

  sql postgres <<END
CREATE ROLE $owner $modest PASSWORD '$owner_password';
CREATE ROLE $database $modest PASSWORD '$password';
ALTER ROLE $database SET statement_timeout = '30s';
ALTER ROLE $database SET idle_in_transaction_session_timeout = '60s';
CREATE DATABASE $database OWNER $owner;
REVOKE ALL ON DATABASE $database FROM PUBLIC;
GRANT CONNECT ON DATABASE $database TO $owner, $database;
END

  sql "$database" <<END
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT CREATE, USAGE ON SCHEMA public TO $owner;
GRANT USAGE ON SCHEMA public TO $database;
ALTER DEFAULT PRIVILEGES FOR ROLE $owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO $database;
ALTER DEFAULT PRIVILEGES FOR ROLE $owner IN SCHEMA public GRANT USAGE ON SEQUENCES TO $database;
END
done
