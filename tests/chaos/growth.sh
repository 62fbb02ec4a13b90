#!/bin/sh
# growth.sh GROWTH [BYTES [MOST]] - no text may take more than MOST times the
# work of news, a byte; three unless told.
#
# The work is instructions, counted by valgrind: the same on a busy machine.
# BYTES is the length of each text; what grows with the square of the length
# shows at a hundred thousand, and leaves the rest far behind.
set -eu
growth=$1
bytes=${2:-100000}
most=${3:-3}
command -v valgrind >/dev/null || { echo "no valgrind: skipped"; exit 77; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# One file of counts for each call of demarche_extract, numbered from 1.
valgrind --tool=callgrind --callgrind-out-file="$dir/counts" \
    --collect-atstart=no --toggle-collect=demarche_extract \
    --dump-after=demarche_extract "$growth" "$bytes" \
    >"$dir/texts" 2>"$dir/log" || { cat "$dir/log"; exit 1; }

number=0
tab=$(printf '\t')
while IFS=$tab read -r name len; do
    number=$((number + 1))
    work=$(awk '/^(summary|totals):/ { print $2; exit }' \
           "$dir/counts.$number")
    printf '%s\t%s\t%s\n' "$name" "$len" "$work"
done <"$dir/texts" >"$dir/table"

awk -F '\t' -v most="$most" '
    NR == 1 { news = $3 / $2; print "instructions a byte, and times news" }
    {
        times = $3 / $2 / news
        verdict = ""
        if (times > most) {
            verdict = "  too much"
            bad++
        }
        printf "%-28s %10.1f %6.2f%s\n", $1, $3 / $2, times, verdict
    }
    END { exit NR < 20 || news < 1 || bad > 0 }' "$dir/table"
