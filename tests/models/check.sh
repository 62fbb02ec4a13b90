#!/bin/sh
# The shipped models are what their recipe makes of their data, to the byte.
# usage: check.sh PROGRAM SOURCE_FOLDER; 77 says skipped.
set -eu

program=$1
source=$2
data=$source/../shared/data/statements/train.ndjson
if [ ! -r "$data" ]; then
    echo "skipped: $data is not here"
    exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$source/models/train.sh" "$program" "$data" "$folder"
for task in tone side; do
    cmp "$folder/$task.model" "$source/models/data/$task.model"
done
