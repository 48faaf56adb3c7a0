#!/bin/sh
# Makes the passwords of compose.yaml in deploy/secrets, each in a file that one account of one container may read.
# Run it as root, once; what is there already stays as it is.
set -eu
umask 077
cd -- "$(dirname -- "$0")"
POSTGRES=999 # the account of the images of PostgreSQL and MariaDB
MUSTER=10001 # the account of the image of Muster

if [ "$(id -u)" -ne 0 ]; then
  echo 'Run this as root: each file is given to the account that reads it. / Ejecútelo como root: cada archivo se entrega a la cuenta que lo lee.' >&2
  exit 1
fi
if [ -e secrets/role-passwords ]; then
  echo 'deploy/secrets is there already and was left as it is. / deploy/secrets ya existe y se dejó como está.' >&2
  exit 0
fi
mkdir -p secrets
chmod 0711 secrets

random() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
keep() { # FILE ACCOUNT: what comes in, readable by that account alone
  cat >"secrets/$1"
  chown "$2:$2" "secrets/$1"
  chmod 0400 "secrets/$1"
}

owner=$(random)
app=$(random)
readonly_=$(random)
ocs=$(random)
at='?host=/var/run/postgresql'
random | keep postgres-password "$POSTGRES"
printf 'postgres://muster_owner:%s@/muster%s\n' "$owner" "$at" | keep migrate-url "$MUSTER"
printf 'postgres://muster_app:%s@/muster%s\n' "$app" "$at" | keep database-url "$MUSTER"
printf '%s' "$ocs" | keep ocs-password "$MUSTER"
printf '%s' "$ocs" | keep ocs-password-of-demo "$POSTGRES"
# the last one: where it is, all are
printf 'muster_owner:%s\nmuster_app:%s\nmuster_readonly:%s\n' "$owner" "$app" "$readonly_" | keep role-passwords "$POSTGRES"
echo 'Made in deploy/secrets. Put the password of your own OCS account into secrets/ocs-password. / Creado en deploy/secrets. Ponga la contraseña de su cuenta de OCS en secrets/ocs-password.'
