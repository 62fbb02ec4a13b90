#!/bin/sh
# floor.sh PROGRAM SOURCE_DIR - extraction is as good as floors.tsv asks for.
# 77 says skipped: the data is not here.
set -eu
program=$1
data=$2/../shared/data
floors=$2/tests/quality/floors.tsv
tab=$(printf '\t')
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0 held=0

# figures DATA OPTIONS - its figures, measured once
figures() {
    file=$folder/$(echo "$1$2" | tr / _)
    [ -r "$file" ] ||
        "$program" evaluate --task extract $2 --format csv --quiet \
            "$data/$1.ndjson" | tr -d '\r' >"$file"
    cat "$file"
}

# An empty field between tabs would be lost on read: they become bars.
tr "$tab" '|' <"$floors" | grep -v '^#' >"$folder/floors"
while IFS='|' read -r name options figure bound value; do
    [ -r "$data/$name.ndjson" ] ||
        { echo "skipped: $data/$name.ndjson is not here"; exit 77; }
    seen=$(figures "$name" "$options" | grep -F "$figure," | cut -d , -f 4)
    held=$((held + 1))
    echo "$seen $value" | awk -v bound="$bound" '
        NF != 2 || (bound == "least" ? $1 < $2 : $1 > $2) { exit 1 }' ||
        { echo "$name: $figure is '$seen', not at $bound $value"; failed=1; }
done <"$folder/floors"
[ "$held" -gt 0 ] || failed=1
exit $failed
