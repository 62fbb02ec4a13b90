#!/bin/sh
# stages.sh PROGRAM [FILE...] - what each stage costs, in instructions.
#
# Instructions are counted by valgrind, so that figures are the same on a busy
# machine; what is printed are shares of the whole and instructions a byte of
# input. Nothing is asserted: this is for those who make it faster.
set -eu
program=$1
shift
[ $# -gt 0 ] || set -- "$(dirname "$0")/../data/sample-article.txt"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

instructions() { # NAME COMMAND...
    name=$1
    shift
    valgrind --tool=callgrind --callgrind-out-file="$dir/$name.out" "$@" \
        >"$dir/$name" 2>"$dir/$name.log" </dev/null
    awk '/^summary:/ { print $2 }' "$dir/$name.out"
}

: >"$dir/empty.txt"
bytes=$(cat "$@" | wc -c)
start=$(instructions start "$program" extract --quiet "$dir/empty.txt")
extract=$(instructions extracted "$program" extract --quiet "$@")
score=$(instructions scored "$program" score --quiet --from ndjson \
        "$dir/extracted")
whole=$(instructions whole "$program" analyse --quiet "$@")

awk -v start="$start" -v extract="$extract" -v score="$score" \
    -v whole="$whole" -v bytes="$bytes" '
    function row(name, n) {
        printf "%-34s %14.0f %9.1f %%\n", name, n, 100 * n / whole
    }
    BEGIN {
        row("analyse, the whole", whole)
        row("  start: program and register", start)
        row("  finding statements", extract - start)
        row("  models, judging, report", whole - extract)
        row("score alone, from a file", score)
        printf "%-34s %14.0f\n", "finding statements, a byte", \
               (extract - start) / bytes
    }'
