#!/bin/sh
# Makes the passwords of compose.yaml's database roles in deploy/secrets, each file for its one reader,
# and the certificate by which its database is known. Needs openssl.
# As root (podman without root: podman unshare sh deploy/secrets.sh). It never writes over a folder.
set -eu
umask 077
cd "$(dirname "$0")"
mkdir secrets
cd secrets

password() { od -An -N 24 -t x1 /dev/urandom | tr -d ' \n'; }

superuser=$(password) owner=$(password) application=$(password) backup=$(password)
printf '%s' "$superuser" > postgres_password
printf 'database:5432:*:postgres:%s\n' "$superuser" > superuser.pgpass
printf 'database:5432:*:signalering_owner:%s\n' "$owner" > owner.pgpass
printf 'database:5432:*:signalering_application:%s\n' "$application" > application.pgpass
printf 'database:5432:*:signalering_backup:%s\n' "$backup" > backup.pgpass
printf '%s_PASSWORD=%s\n' OWNER "$owner" APPLICATION "$application" BACKUP "$backup" > roles.env
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj /CN=database \
  -addext subjectAltName=DNS:database -keyout database.key -out database.crt 2>/dev/null
# The users inside the containers: PostgreSQL's own, and the program's.
chown 999:999 postgres_password database.key
chown 10001:10001 ./*.pgpass roles.env
chmod 400 ./*
chmod 444 database.crt
chmod 711 .
