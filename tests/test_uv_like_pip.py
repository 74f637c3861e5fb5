"""Set-up takes packages from where pip is set to get them."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from pathlib import Path

SCRIPT = runpy.run_path(str(Path(__file__).parents[1] / "scripts" / "uv_like_pip.py"))
pip_settings: Callable[[str], dict[str, str]] = SCRIPT["pip_settings"]
uv_variables: Callable[..., dict[str, str]] = SCRIPT["uv_variables"]


def test_a_variable_wins_over_a_section_of_a_command_and_that_over_the_general_one() -> None:
    listing = (
        ":env:.index-url='variable'\n"
        "install.index-url='command'\n"
        "install.cert='command'\n"
        "global.index-url='general'\n"
        "global.cert='general'\n"
        "global.no-index='true'\n"
    )
    assert pip_settings(listing) == {
        "index-url": "variable",
        "cert": "command",
        "no-index": "true",
    }


def test_settings_of_other_commands_count_for_nothing() -> None:
    assert pip_settings("list.index-url='elsewhere'\n") == {}


def test_several_sources_reach_uv_as_it_separates_them() -> None:
    settings = {"extra-index-url": "\na\nb", "find-links": "one two"}
    added = uv_variables(settings, {}, compiling=False)
    assert added["UV_INDEX"] == "a b"
    assert added["UV_FIND_LINKS"] == "one,two"


def test_what_is_set_for_uv_already_stays_even_by_an_older_name() -> None:
    settings = {"index-url": "pip", "cert": "pip"}
    environment = {"UV_INDEX_URL": "uv", "SSL_CERT_FILE": "uv"}
    assert uv_variables(settings, environment, compiling=True) == {}


def test_compiling_looks_only_where_everybody_can() -> None:
    settings = {"index-url": "main", "extra-index-url": "here", "find-links": "here"}
    assert uv_variables(settings, {}, compiling=True) == {"UV_DEFAULT_INDEX": "main"}
