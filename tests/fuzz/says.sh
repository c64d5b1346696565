#!/bin/sh
# Whether a run that finds something says how to repeat it, and that repeats it: says.sh PATTERN COMMAND…
pattern=$1
shift
said=$("$@" 2>&1) && { echo "nothing was found"; exit 1; }
printf '%s\n' "$said"
repeat=$(printf '%s\n' "$said" | grep -aoE "$pattern" | tail -n 1)
[ -n "$repeat" ] || { echo "how to repeat it was not said"; exit 1; }
# shellcheck disable=SC2086 # one or two settings
again=$(env $repeat "$@" 2>&1) && { echo "$repeat repeats nothing"; exit 1; }
printf '%s\n' "$again" | grep -aqF "$repeat"
