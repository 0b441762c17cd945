#!/bin/sh
# Make sure that the browser tests find Chromium and its driver, where we may install them.
# Without a browser they are skipped; with CI set that is a failure.
set -eu

have_browser() { command -v chromium && command -v chromedriver; } >/dev/null 2>&1

may_install() { [ -f /etc/debian_version ] && command -v apt-get >/dev/null && $as_root true 2>/dev/null; }

as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo -n"

if ! have_browser && may_install; then
    echo "Installing Chromium ..."
    {
        $as_root apt-get update -qq
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends \
            chromium chromium-driver fonts-dejavu-core
    } >/dev/null 2>&1 || echo "apt-get could not install Chromium" >&2
fi

if ! have_browser; then
    echo "The browser tests need chromium and chromedriver (Debian: apt install chromium chromium-driver)." >&2
    [ -z "${CI:-}" ] || exit 1
    echo "They will be skipped." >&2
fi
