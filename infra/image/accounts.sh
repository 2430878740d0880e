#!/bin/sh
# Run by the image of PostgreSQL at its first start: the account that owns the tables, the one that reads and writes rows, and their database.
set -eu
secrets="${SECRETS:-/run/secrets}"
psql --set=ON_ERROR_STOP=1 --username="${POSTGRES_USER:-postgres}" --dbname=postgres \
  --set=owner_password="$(cat "$secrets/database-owner-password")" --set=password="$(cat "$secrets/database-password")" <<'SQL'
CREATE ROLE parvis_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE parvis LOGIN PASSWORD :'password';
CREATE DATABASE parvis OWNER parvis_owner;
SQL
