#!/bin/sh
# parity.sh PROGRAM SOURCE_DIR - the program's figures are those of the scorers
# in ../shared/tools, on the data there and on gold drawn at random.
# 77 says skipped: the scorers, their data or python3 are not here.
set -eu
program=$1 source=$2
shared=$source/../shared
here=$source/tests/quality
for file in "$shared/tools/score_extraction.py" \
    "$shared/tools/score_transcripts.py" "$shared/data/polnear/dev.ndjson" \
    "$shared/data/articles/dev_gold.ndjson" \
    "$shared/data/transcripts/train.ndjson"; do
    [ -r "$file" ] || { echo "skipped: $file is not here"; exit 77; }
done
command -v python3 >/dev/null || { echo "skipped: no python3"; exit 77; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
failed=0

# hold NAME SCORER GOLD SYSTEM [OPTION...]: scorer against program
hold() {
    name=$1 scorer=$2 gold=$3 system=$4
    shift 4
    python3 "$shared/tools/$scorer" "$gold" "$system" "$@" --json >theirs
    "$program" evaluate --task extract --format json --quiet \
        --system "$system" "$@" "$gold" >given
    python3 "$here/same.py" theirs given ||
        { echo "$name: differs, by the output"; failed=1; }
}

# hold_own …: and what the program extracts itself is judged alike
hold_own() {
    hold "$@"
    shift 4
    "$program" evaluate --task extract --format json --quiet "$@" \
        "$gold" >own
    python3 "$here/same.py" theirs own ||
        { echo "$name: differs, by its own extraction"; failed=1; }
}

news=$shared/data/articles/dev_gold.ndjson
"$program" extract "$news" | "$program" score >news
hold_own news score_extraction.py "$news" news
hold_own "news, all" score_extraction.py "$news" news --all

politics=$shared/data/polnear/dev.ndjson
"$program" extract "$politics" >politics
hold_own politics score_extraction.py "$politics" politics

# The same transcript stands there twice or more, under the same name.
sort -u "$shared/data/transcripts/train.ndjson" >briefings.ndjson
"$program" extract --quiet briefings.ndjson | "$program" score >briefings
hold_own briefings score_transcripts.py briefings.ndjson briefings

for seed in 1 2; do
    python3 "$here/draw.py" articles $seed gold.ndjson found.ndjson
    hold "drawn articles $seed" score_extraction.py gold.ndjson found.ndjson
    hold "drawn articles $seed, all" score_extraction.py gold.ndjson \
        found.ndjson --all
    python3 "$here/draw.py" transcripts $seed gold.ndjson found.ndjson
    hold "drawn transcripts $seed" score_transcripts.py gold.ndjson \
        found.ndjson
done
exit $failed
