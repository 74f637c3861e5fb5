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

GOOD_WORDS = {
    "subject": "Ask away, the kettle is on",
    "preheader": "Your basket waits here, and so does a person with answers.",
    "headline": "A question is always welcome",
    "body": "If you would like to know how something feels in the hand, write back. I’ll take "
    "it off the shelf and tell you what I see.\n\nYour basket stays as it is meanwhile.",
    "cta": "Open your basket",
    "signoff": "Warm wishes from the workshop",
}
"""A whole message about a basket that passes every check."""


@cache
def example_release() -> Release:
    with example_folder() as folder:
        return replace(as_release(read_brand_folder(folder)), number=1)


def example_bench(*policies: Policy, proofreads: bool = False) -> Bench:
    """A bench on which a model is tried out; with one of these policies, or none."""
    release = example_release()
    blueprint = Blueprint(release.brand.key, (release,), policies)
    return Bench(blueprint, (), 0, proofreads=proofreads)
