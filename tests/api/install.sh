#!/bin/sh
# install.sh BUILD SOURCE FLAGS - what is installed serves a stranger: the
# example builds and runs by pkg-config and by find_package, from a tree that
# was moved after it was installed.
set -eu
build=$1 source=$2 flags=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake --install "$build" --prefix "$work/first" >/dev/null
mv "$work/first" "$work/moved"
pc=$(find "$work/moved" -name demarche.pc)
export PKG_CONFIG_PATH="${pc%/*}"
library=$(dirname "$(find "$work/moved" -name 'libdemarche.*' | head -n 1)")
export LD_LIBRARY_PATH="$library"

[ "$(pkg-config --modversion demarche)" = "$("$work/moved/bin/demarche" \
    --version | cut -d ' ' -f 2)" ] || { echo "versions differ" >&2; exit 1; }

# shellcheck disable=SC2046,SC2086
${CC:-cc} $flags "$source/tests/api/example.c" -o "$work/by-pkg-config" \
    $(pkg-config --cflags --libs demarche)
"$work/by-pkg-config" >"$work/said"
grep -q 'Nora Whitfield' "$work/said"
grep -q 'Chen Guowei' "$work/said"

mkdir "$work/project"
cat >"$work/project/CMakeLists.txt" <<EOF
cmake_minimum_required(VERSION 3.22)
project(stranger LANGUAGES C)
find_package(demarche 0.1 REQUIRED)
add_executable(stranger $source/tests/api/example.c)
target_compile_options(stranger PRIVATE $flags)
target_link_options(stranger PRIVATE $flags)
target_link_libraries(stranger PRIVATE demarche::demarche)
EOF
cmake -S "$work/project" -B "$work/project/build" \
    -DCMAKE_PREFIX_PATH="$work/moved" >/dev/null
cmake --build "$work/project/build" >/dev/null
"$work/project/build/stranger" | cmp - "$work/said"
