#!/usr/bin/env bash
# Sets the project up in .venv, or recompiles what it is set up from.
#
#   scripts/setup.sh runtime    what Rapport needs to run
#   scripts/setup.sh dev        that, and what its tests and checks need
#   scripts/setup.sh compile    rewrite requirements/*.txt from pyproject.toml
#                               (with UPGRADE=1: to the newest versions allowed)
#
# Every package is pinned and its hash checked, uv itself included. Packages come from where this
# machine's pip is set to get them. PYTHON=... chooses the interpreter.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly VENV=.venv
readonly OLDEST=3.11

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { say "$@"; exit 1; }

is_new_enough() {
    "$1" -c "import sys; sys.exit(sys.version_info < (${OLDEST/./, }))" >/dev/null 2>&1
}

find_python() {
    local candidate
    for candidate in ${PYTHON:-python3.11 python3.12 python3.13 python3}; do
        if is_new_enough "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    fail "no Python $OLDEST or newer was found (looked for ${PYTHON:-python3.11, 3.12, 3.13 and" \
        "python3}). Install one, or name it: make PYTHON=/path/to/python test"
}

# Debian keeps the half of venv that installs pip in a package of its own.
ensure_venv_module() {
    local python=$1 package
    if "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        return
    fi
    package="python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        fail "$python cannot make virtual environments. Install them, then try again:" \
            "apt-get install $package"
    fi
    say "installing $package, which makes virtual environments"
    export DEBIAN_FRONTEND=noninteractive
    apt-get install -y --no-install-recommends "$package" >&2 || {
        apt-get update >&2
        apt-get install -y --no-install-recommends "$package" >&2
    }
}

ensure_venv() {
    if ! is_new_enough "$VENV/bin/python"; then
        local python
        python=$(find_python)
        ensure_venv_module "$python"
        say "making $VENV with $("$python" --version)"
        "$python" -m venv --clear "$VENV"
    elif ! "$VENV/bin/python" -m pip --version >/dev/null 2>&1; then
        "$VENV/bin/python" -m ensurepip >/dev/null
    fi
}

prepare() {
    ensure_venv
    "$VENV/bin/python" -m pip install -qq --disable-pip-version-check \
        --require-hashes -r requirements/uv.txt
}

uv() {
    "$VENV/bin/python" -m pip install -qq --disable-pip-version-check \
        --require-hashes -r requirements/uv.txt
}

# One of pip's settings, from wherever pip itself would take it; empty when it is not set.
pip_setting() {
    local variable="PIP_${1^^}"
    variable=${variable//-/_}
    if [ -n "${!variable:-}" ]; then
        printf '%s' "${!variable}"
        return
    fi
    "$VENV/bin/python" -m pip config get "install.$1" 2>/dev/null ||
        "$VENV/bin/python" -m pip config get "global.$1" 2>/dev/null || true
}

# Exports a variable that uv reads, unless it is set already or there is nothing to say.
tell_uv() {
    local variable=$1 value=$2
    if [ -n "$value" ] && [ -z "${!variable:-}" ]; then
        export "$variable=$value"
    fi
}

# uv does not read pip's configuration: this carries over where packages come from, and whom to
# trust. What is already set for uv stays.
follow_pip() {
    if [ -z "${UV_INDEX_URL:-}" ]; then
        tell_uv UV_DEFAULT_INDEX "$(pip_setting index-url)"
    fi
    tell_uv SSL_CERT_FILE "$(pip_setting cert)"
    tell_uv SSL_CLIENT_CERT "$(pip_setting client-cert)"
    tell_uv UV_INSECURE_HOST "$(pip_setting trusted-host | xargs)"
    tell_uv UV_HTTP_TIMEOUT "$(pip_setting default-timeout)"
    tell_uv UV_NO_INDEX "$(pip_setting no-index)"
}

# pip's further sources: for installing only. What is compiled has to be there for everybody.
# Looking at all of them for the best match is what pip does; the hashes make it safe.
follow_pip_further() {
    if [ -z "${UV_EXTRA_INDEX_URL:-}" ]; then
        tell_uv UV_INDEX "$(pip_setting extra-index-url | xargs)"
    fi
    tell_uv UV_FIND_LINKS "$(pip_setting find-links | xargs | tr ' ' ',')"
    tell_uv UV_INDEX_STRATEGY unsafe-best-match
}

uv() { "$VENV/bin/python" scripts/uv_like_pip.py --quiet "$@"; }

install() {
    local set=$1
    say "installing requirements/$set.txt"
    uv pip install --python "$VENV/bin/python" --require-hashes -r "requirements/$set.txt"
    uv pip install --python "$VENV/bin/python" --no-deps --no-build-isolation --editable .
}

compile() {
    local output=$1
    shift
    say "compiling requirements/$output.txt"
    uv pip compile --universal --python-version "$OLDEST" --fork-strategy fewest \
        --generate-hashes --no-emit-index-url --no-emit-find-links \
        --custom-compile-command "make requirements" ${UPGRADE:+--upgrade} \
        --output-file "requirements/$output.txt" "$@" >/dev/null
}

# Some tests look at pages in a real browser; where there is none, they say so and skip.
ensure_browser() {
    local browser
    for browser in chromium chromium-browser google-chrome; do
        if command -v "$browser" >/dev/null; then
            return
        fi
    done
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        say "no Chromium here: tests of pages in a browser will skip (apt-get install chromium)"
        return
    fi
    say "installing chromium, which tests look at pages with"
    export DEBIAN_FRONTEND=noninteractive
    apt-get install -y --no-install-recommends chromium >&2 || {
        apt-get update >&2 && apt-get install -y --no-install-recommends chromium >&2
    } || say "chromium could not be installed: tests of pages in a browser will skip"
}

main() {
    case "${1:-}" in
    runtime | dev)
        prepare
        install "$1"
        if [ "$1" = dev ]; then
            ensure_browser
        fi
        ;;
    compile)
        prepare
        compile uv --group pyproject.toml:bootstrap
        compile runtime pyproject.toml --group pyproject.toml:build
        compile dev pyproject.toml --group pyproject.toml:build --extra dev --extra train \
            --constraint requirements/runtime.txt
        ;;
    *) fail "say which: scripts/setup.sh runtime, dev or compile" ;;
    esac
}

main "$@"
