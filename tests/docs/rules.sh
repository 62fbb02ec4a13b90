#!/bin/sh
# rules.sh SOURCE_DIR - every rule label that a statement can carry is explained
# in ARCHITECTURE.md and shown by a case or a unit test, and none is explained
# that the code does not name where it applies it. What `extract --why` says of
# rules is said of exactly those.
set -eu
cd "$1"
label='[A-Z][0-9][0-9]*'

code=$(ls features/*.[ch] classifier/*.[ch] | grep -v /meaning.c)
in_code=$(grep -hoE "\"$label\"" $code | tr -d '"' | sort -u)
in_words=$(grep -oE "\{ \"$label\", DM_STEP" classifier/meaning.c |
           grep -oE "$label" | sort -u)
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
    grep -qw "$rule" $code ||
        complain "explained, but not in the code" "$rule"
    echo "$in_words" | grep -qx "$rule" ||
        complain "not put into words in classifier/meaning.c" "$rule"
done
for rule in $in_words; do
    echo "$in_docs" | grep -qx "$rule" ||
        complain "put into words, but not explained" "$rule"
done
exit $failed
