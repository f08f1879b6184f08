#!/usr/bin/env bash
# Makes the parts of a drill side by side, here or over hosts, and puts them together.
#
#   parallel.sh DIR PARTS [drill's arguments...]
#   parallel.sh vergleich 16 suedhessen --runs 4000 --vary pact=none,contract
#
# BEISTAND names the program (default: beistand), HOSTS a file of hosts for GNU parallel (one a line, as in 8/server1;
# ":" is this machine), JOBS how many parts at once here (default: one for each processor). DIR must lie where all hosts
# see it under the same name; each host needs the program. A part that is there already is not made again, so the same
# line goes on after an interruption. Without GNU parallel the parts are jobs of this shell.
set -euo pipefail

if [ $# -lt 2 ]; then
    sed -n '2,12s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
folder=$1 parts=$2
shift 2
beistand=${BEISTAND:-beistand}
jobs=${JOBS:-$(nproc)}
tries=3
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

# A part has its name once it is whole; one that was lost before goes on where it was.
missing() {
    for part in $(seq "$parts"); do
        [ -s "$folder/shard-$part-of-$parts.jsonl" ] || echo "$part"
    done
}

make_part() {
    local part=$1
    shift
    for try in $(seq "$tries"); do
        "$beistand" drill "$@" --shard "$part/$parts" --out "$folder" --resume --threads 1 --quiet && return
        echo "part $part/$parts failed (try $try of $tries)" >&2
    done
    return 1
}

if command -v parallel >/dev/null && parallel --version 2>/dev/null | grep -q '^GNU'; then
    over=(--jobs "$jobs")
    [ -z "${HOSTS:-}" ] || over=(--sshloginfile "$HOSTS")
    missing | parallel "${over[@]}" --retries "$tries" --quote \
        "$beistand" drill "$@" --shard "{}/$parts" --out "$folder" --resume --threads 1 --quiet
else
    [ -z "${HOSTS:-}" ] || {
        echo "HOSTS needs GNU parallel" >&2
        exit 2
    }
    running=0 failed=0
    for part in $(missing); do
        if [ "$running" -ge "$jobs" ]; then
            wait -n || failed=1
            running=$((running - 1))
        fi
        make_part "$part" "$@" &
        running=$((running + 1))
    done
    while [ "$running" -gt 0 ]; do
        wait -n || failed=1
        running=$((running - 1))
    done
    [ "$failed" -eq 0 ]
fi
"$beistand" drill merge "$folder" ${MERGE:-}
