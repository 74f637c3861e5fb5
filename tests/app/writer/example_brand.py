"""The example brand as if it had been published, for tests of what a model is asked."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from rapport.adapters.brand_folder import read_brand_folder
from rapport.app.publishing.publish import as_release
from rapport.app.writer.trying import Bench
from rapport.bootstrap.library import example_folder
from rapport.core.blueprint import Blueprint, Release
from rapport.core.policy.policy import Policy


@cache
def example_release() -> Release:
    with example_folder() as folder:
        return replace(as_release(read_brand_folder(folder)), number=1)


def example_bench(*policies: Policy, proofreads: bool = False) -> Bench:
    """A bench on which a model is tried out; with one of these policies, or none."""
    release = example_release()
    blueprint = Blueprint(release.brand.key, (release,), policies)
    return Bench(blueprint, (), 0, proofreads=proofreads)
