#!/bin/sh
# Install the project into .venv, editable: scripts/install.sh PYTHON run|test|dev
set -eu
python=$1
extra=$2

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
    echo "inkthread needs Python 3.11 or newer; name one: make PYTHON=python3.12" >&2
    exit 1
}
"$python" -m pip --version >/dev/null 2>&1 || {
    echo "inkthread needs pip; on Debian: apt install python3-pip" >&2
    exit 1
}

# pip works on .venv from outside, so that Debian's python3-venv is not needed.
[ -x .venv/bin/python ] || "$python" -m venv --without-pip .venv

what=.
[ "$extra" = run ] || what=".[$extra]"
echo "Installing into .venv ..."
"$python" -m pip --python .venv/bin/python install --quiet --disable-pip-version-check -e "$what"
