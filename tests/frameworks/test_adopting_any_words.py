"""Whatever words were approved: they are in the files as they are, or nothing is, with a reason."""

from __future__ import annotations

from pathlib import Path

from desk_world import BRAND, ME, World
from hypothesis import given, settings
from hypothesis import strategies as st
from proposals import propose

from rapport.adapters.brand_folder import read_brand_folder
from rapport.app.frameworks.adopting import UnfitError
from rapport.errors import BrandFolderError

PLAIN = st.sampled_from(
    "See it;Have a look;Here: the kettle;- a kettle;'Tin', she said;# one;*Tin*;& more;? Well;"
    "yes;null;~;0x1F;2026-01-01;{a};[b];| more;> less;%tag;@home;`tin`;\ttab; a kettle ;é, ñ;"
    "two\n\nlines;line\n- item\nkey: value;{{ brand.name }};{% if x %};\u202eback;zero\u200bwidth;"
    "\ud83e\uded6 tea".encode("utf-16", "surrogatepass")
    .decode("utf-16")
    .split(";")
)
ANY = st.one_of(PLAIN, st.text(max_size=40))


def test_what_is_taken_in_reads_as_it_was_approved_and_what_is_not_changes_nothing(
    tmp_path: Path,
) -> None:
    world = World(tmp_path / "home")
    seen = {"in": 0, "out": 0}
    taken: dict[str, str] = {}

    @settings(max_examples=40, deadline=None)
    @given(ANY)
    def holds(words: str) -> None:
        if words in taken or not words.strip():
            return
        try:
            draft = propose(world, {"cta": words})
        except (AssertionError, UnicodeError):
            return  # proposed before, or nothing that can be stored
        before = world.everything()
        try:
            world.desk.adopt(BRAND, [draft], ME)
        except (UnfitError, BrandFolderError):
            assert world.everything() == before
            seen["out"] += 1
            return
        seen["in"] += 1
        taken[words] = draft
        (framework,) = read_brand_folder(world.folder).frameworks
        (block,) = (one for one in framework.blocks if draft in one.by)
        assert block.text.strip() == words.strip()

    holds()
    assert min(seen.values()) > 3, seen
    (framework,) = read_brand_folder(world.folder).frameworks
    told = {one.by: one.text.strip() for one in framework.blocks if one.by}
    for words, draft in taken.items():
        assert words.strip() in [text for by, text in told.items() if draft in by]
    world.close()
