#!/bin/sh
# Run once by the image of PostgreSQL, after roles.sql: gives each role the password of its line in the secret.
set -eu
while IFS=: read -r role password; do
  psql --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
    --set role="$role" --set password="$password" <<'SQL'
alter role :"role" password :'password';
SQL
done </run/secrets/role-passwords
