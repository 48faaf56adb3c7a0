#!/bin/sh
# Starts Muster from this folder, without a network and without installing anything.
#   ./start.sh           serves your own configuration; while there is none, the demo
#   ./start.sh demo      the demo
#   ./start.sh init      writes your own configuration into the data folder
#   ./start.sh COMMAND   any command of Muster on it: doctor, collect, nightly, --help ...
# The data folder is muster-data beside this one; MUSTER_DATA names another.
self=$0
while [ -L "$self" ]; do
  target=$(readlink "$self")
  case $target in
    /*) self=$target ;;
    *) self=$(dirname -- "$self")/$target ;;
  esac
done
root=$(CDPATH= cd -- "$(dirname -- "$self")" && pwd -P) || exit 1

data=${MUSTER_DATA:-$(dirname -- "$root")/muster-data}
config=$data/muster.yaml
if [ $# -eq 0 ]; then
  if [ -f "$config" ]; then set -- serve; else set -- demo; fi
fi
if [ "$1" = init ]; then (umask 077 && mkdir -p -- "$data") || exit 1; fi
exec "$root/muster" --config "$config" "$@"
