#!/bin/sh
# Install the project as a user would, not editable, and build the sample from another folder.
set -eu
project=$(pwd)
python=${PYTHON:-python3}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

cd "$place"
"$python" -m venv --without-pip env
"$python" -m pip --python env/bin/python install --quiet --disable-pip-version-check "$project"
env/bin/inkthread build "$project/vault" -o out --quiet
for file in graph.html graph.graphml people-ideas.graphml themes.json themes.md diagnostics.json; do
    [ -s "out/$file" ] || { echo "the installed package did not write $file" >&2; exit 1; }
done
cmp out/graph.graphml "$project/output/graph.graphml"
echo "The installed package builds what the checkout builds."
