#!/bin/sh
# Rebuild what models/data holds of learned data, from ../shared/data.
#
#   models/rebuild.sh           learned extraction, then the models of tone,
#                               side and target, which learn from what it
#                               extracts
#   models/rebuild.sh --words   the word table first, then the models
#
# The files are embedded in the program, so it is built before and after. Run
# it last: a change of extractor, register or n-grams changes what is learned.
set -eu

cd "$(dirname "$0")/.."
data=../shared/data

cmake --preset release >/dev/null
if [ "${1:-}" = --words ]; then
    cmake --build --preset release --target demarche_cli
    xz -dc "$data/corpus/raw.ndjson.xz" |
        build/release/demarche train --task words --seed 20 --from ndjson \
            -o models/data/words.vec
fi
new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT
for tasks in extract "tone side target"; do
    cmake --build --preset release --target demarche_cli
    models/train.sh build/release/demarche "$data" "$new" $tasks
    cp "$new"/*.model models/data/
done
cmake --build --preset release
