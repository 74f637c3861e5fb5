"""Runs the uv of this environment with pip's configuration.

uv reads none of pip's files or variables. On a machine where packages come through a mirror, a
proxy's certificate or a folder of wheels, pip is what is set up for it; this carries over where
packages come from and whom to trust. What is set for uv already stays as it is.

    python scripts/uv_like_pip.py pip install ...
"""

import ast
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

# pip's setting, uv's variable, what uv puts between several values
SOURCE = (
    ("index-url", "UV_DEFAULT_INDEX", " "),
    ("no-index", "UV_NO_INDEX", " "),
    ("cert", "SSL_CERT_FILE", " "),
    ("client-cert", "SSL_CLIENT_CERT", " "),
    ("trusted-host", "UV_INSECURE_HOST", " "),
    ("default-timeout", "UV_HTTP_TIMEOUT", " "),
    ("timeout", "UV_HTTP_TIMEOUT", " "),
)
# For installing only: what is compiled has to be there for everybody, not just on this machine.
FURTHER_SOURCES = (
    ("extra-index-url", "UV_INDEX", " "),
    ("find-links", "UV_FIND_LINKS", ","),
)
# Older names that uv still reads for the same thing.
OLDER_NAMES = {"UV_DEFAULT_INDEX": "UV_INDEX_URL", "UV_INDEX": "UV_EXTRA_INDEX_URL"}
# In pip a variable wins over a file, and a command's own section over the general one.
SECTIONS = ("global", "install", ":env:")


def pip_settings(listing: str) -> dict[str, str]:
    """What `pip config list` says, by a setting's bare name: lines of `section.name='value'`."""
    found: dict[str, dict[str, str]] = {section: {} for section in SECTIONS}
    for line in listing.splitlines():
        key, _, value = line.partition("=")
        section, _, name = key.rpartition(".")
        if section in found:
            found[section][name] = str(ast.literal_eval(value))
    return {name: value for section in SECTIONS for name, value in found[section].items()}


def uv_variables(
    settings: Mapping[str, str], environment: Mapping[str, str], *, compiling: bool
) -> dict[str, str]:
    """The variables to add to `environment` so that uv does as pip with `settings` would."""
    added: dict[str, str] = {}
    for name, variable, separator in SOURCE if compiling else SOURCE + FURTHER_SOURCES:
        taken = variable in environment or OLDER_NAMES.get(variable, variable) in environment
        if settings.get(name) and not taken:
            added[variable] = separator.join(settings[name].split())
    if not compiling and "UV_INDEX_STRATEGY" not in environment:
        # pip looks at all sources for the best match; uv would stop at the first that knows the
        # name. The hashes in requirements/ make the former safe.
        added["UV_INDEX_STRATEGY"] = "unsafe-best-match"
    return added


def main(arguments: list[str]) -> None:
    """Replaces this process by uv."""
    listing = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], check=True, capture_output=True, text=True
    ).stdout
    added = uv_variables(pip_settings(listing), os.environ, compiling="compile" in arguments)
    uv = Path(sys.executable).with_name("uv")
    os.execve(uv, [str(uv), *arguments], {**os.environ, **added})  # noqa: S606  # no shell is meant


if __name__ == "__main__":
    main(sys.argv[1:])
