#!/bin/sh
# Makes the passwords of the database that compose.yaml reads, once; what is there stays.
set -eu
cd "$(dirname "$0")"
mkdir -p secrets
# Others on this machine do not get into the folder; the account within a container has to read the file that it is given.
chmod 700 secrets

password() {
  [ -s "secrets/$1" ] || head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n' > "secrets/$1"
}

password database-superuser-password
password database-owner-password
password database-password
printf 'postgresql://parvis_owner:%s@database:5432/parvis\n' "$(cat secrets/database-owner-password)" > secrets/database-owner-url
printf 'postgresql://parvis:%s@database:5432/parvis\n' "$(cat secrets/database-password)" > secrets/database-url
chmod 644 secrets/*
echo "The secrets are in $PWD/secrets: keep a copy of them where you keep backups."
