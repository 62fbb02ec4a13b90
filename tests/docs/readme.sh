#!/bin/sh
# readme.sh PROGRAM SOURCE_DIR - the report that the README shows is what the
# program prints: every line of it, in this order.
set -eu
program=$1
cd "$2"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

"$program" analyse tests/data/sample-article.txt >"$dir/printed"
awk '/here cut short:$/ { on = 1; next }
     on && /^    …$/ { exit }
     on && /^    / { print substr($0, 5) }' README.md >"$dir/shown"

[ "$(wc -l <"$dir/shown")" -ge 10 ] || { echo "no report found" >&2; exit 1; }
awk 'NR == FNR { want[++count] = $0; next }
     at < count && $0 == want[at + 1] { at++ }
     END {
         if (at < count) {
             print "not printed: " want[at + 1] > "/dev/stderr"
             exit 1
         }
     }' "$dir/shown" "$dir/printed"
