#!/bin/sh
# rules.sh SOURCE_DIR - every rule label that a statement can carry is explained
# in ARCHITECTURE.md and shown by a case or a unit test, and none is explained
# that the code does not name where it applies it.
set -eu
cd "$1"
label='[A-Z][0-9][0-9]*'

in_code=$(grep -hoE "\"$label\"" features/*.[ch] classifier/*.[ch] | tr -d '"' |
          sort -u)
in_docs=$(grep -oE "^\| $label \|" docs/ARCHITECTURE.md | tr -d '| ' | sort -u)
failed=0

complain() {
    echo "$1: $2" >&2
    failed=1
}

[ -n "$in_code" ] || complain "no rule found in the code" "is the pattern right?"
for rule in $in_code; do
    echo "$in_docs" | grep -qx "$rule" ||
        complain "not explained in docs/ARCHITECTURE.md" "$rule"
    grep -rqwE "$rule" tests/cases tests/unit ||
        complain "no case and no unit test names it" "$rule"
done
for rule in $in_docs; do
    grep -qw "$rule" features/*.[ch] classifier/*.[ch] ||
        complain "explained, but not in the code" "$rule"
done
exit $failed
