"""A preview shows, language by language, what people who read it get and what they don't."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from rapport.adapters.mail_renderer import MailRenderer
from rapport.app.frameworks.preview import BARRED, BROKEN, NEEDS, RULE, WORKS, Cell, Preview, Wanted
from rapport.app.frameworks.preview_person import Invented
from rapport.app.messages.language import UNSAID
from rapport.app.messages.links import Links
from rapport.app.messages.write import Writer
from rapport.bootstrap.library import example_folder
from rapport.bootstrap.previews.desk import Shown, invented
from rapport.bootstrap.previews.from_folder import from_folder
from rapport.core.creative.fixed_words_shipped import GERMAN
from rapport.core.creative.framework import ONLY, Block, Framework, Rule

AT = 1_780_410_000_000


@pytest.fixture(scope="module")
def shown() -> Iterator[Shown]:
    with example_folder() as folder, from_folder(folder) as shown:
        yield shown


def named(shown: Shown, key: str = "checkout") -> Framework:
    return next(one for one in shown.release.frameworks if one.key == key)


def in_german(blocks: tuple[Block, ...], tone: str) -> tuple[Block, ...]:
    """Those that a message of a tone may have; for a preview any words will do."""
    return tuple(
        replace(block, id=f"{block.id}/de", language="de")
        for block in blocks
        if tone in (block.tones or (tone,))
    )


def cells(
    shown: Shown, *more: Block, key: str = "checkout", rules: tuple[Rule, ...] = ()
) -> list[Cell]:
    """All messages in German, of a brand that said this much in it."""
    framework, release = named(shown, key), shown.release
    framework = replace(
        framework, blocks=(*framework.blocks, *more), rules=(*framework.rules, *rules)
    )
    said = replace(
        GERMAN,
        offers={one.key: one.label for one in release.offers},
        facts=release.brand.facts,
        pictures={one.picture: one.alt for one in release.brand.scenes},
    )
    release = replace(release, brand=replace(release.brand, words={"de": said}))
    writer = Writer(Links("https://x.invalid", "secret"), MailRenderer())
    seen = invented(shown, Invented())
    preview = Preview(writer, release).with_framework(framework)
    return list(preview.cells(framework, seen, AT, Wanted(languages=("de",))))


def test_what_is_not_translated_is_taken_away_from_people_who_read_that_language(
    shown: Shown,
) -> None:
    found = cells(shown, *in_german(named(shown).blocks, "warm"))
    unsaid = {f for one in found for f in one.against if f.rule == UNSAID}
    assert {one.state for one in found if UNSAID in {f.rule for f in one.against}} == {BARRED}
    assert {one.place.tone for one in found if one.state == WORKS} == {"warm"}
    assert not [one for one in found if one.state == BROKEN and one.place.tone != "warm"]
    assert {(one.where, one.found) for one in unsaid} >= {("de", "no approved subject")}
    assert all("until then whoever reads German gets the others" in one.advice for one in unsaid)


def test_where_nothing_is_translated_they_are_written_to_in_the_brands_language(
    shown: Shown,
) -> None:
    subject = [one for one in in_german(named(shown).blocks, "warm") if one.slot == "subject"]
    found = cells(shown, *subject)
    assert Counter(one.state for one in found).keys() <= {BROKEN, BARRED}
    assert UNSAID not in {f.rule for one in found if one.state == BARRED for f in one.against}
    # A rule leaves them nothing that is translated, and so it is as if nothing were.
    rule = Rule("never warm", (("tone", ("plain",)),), kind=ONLY)
    found = cells(shown, *in_german(named(shown).blocks, "warm"), rules=(rule,))
    barred = {f.rule for one in found if one.state == BARRED for f in one.against}
    assert barred <= {RULE, NEEDS}
    assert {one.place.tone for one in found if one.state == BROKEN} == {"plain"}


def test_a_review_that_is_there_in_another_language_alone_is_told_so(shown: Shown) -> None:
    browse = named(shown, "browse")
    found = cells(shown, *in_german(browse.blocks, "warm"), key=browse.key)
    needs = {f.found for one in found for f in one.against if f.rule == NEEDS}
    assert needs == {"nobody's words about it are stated in German"}
    assert {one.place.visual for one in found if one.state == WORKS} & {"scene", "letter"}
