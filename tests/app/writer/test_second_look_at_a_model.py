"""What Rapport ships of how words read that were turned away, and to whose words it is held."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from rapport.app.frameworks.adoption_checks import as_release
from rapport.app.writer.beside import draft_faults
from rapport.app.writer.standards import Standards
from rapport.app.writer.turned_away import (
    letting_go,
    second_look,
    shipped_likeness,
    tells_an_offer,
)
from rapport.bootstrap.redteam import brand_to_hold_to, digest_of_shipped_set
from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.compiling import standard
from rapport.core.copy_checks.likeness import LIMIT, Likeness
from rapport.core.copy_checks.reading import read
from rapport.core.copy_checks.standard import Rewrite, Standard
from rapport.core.creative.draft import PERSON, Draft
from rapport.core.creative.framework import Action, Framework
from rapport.core.creative.wording import TAG

SCOLDING = {
    "subject": "A word about your basket",
    "body": "Your basket is saved. A careful host would have seen to the table by now, and people "
    "do notice when the cups on it do not go together. It would be a pity if they thought less of "
    "you for it, when so little was wanting.",
}
"""No table knows these turns of phrase."""

GOOD = {
    "subject": "Your basket is saved",
    "body": "The mug is where you left it. It holds a good cup of tea and stands well on a shelf. "
    "If you would like to know how the glaze wears, reply to this and I will tell you.",
    "cta": "See the shop",
}


@pytest.fixture(scope="module")
def checkout() -> Framework:
    folder, _ = brand_to_hold_to()
    return next(one for one in folder.frameworks if one.key == "checkout")


def test_it_turns_away_what_no_table_knows_and_lets_good_words_pass(checkout: Framework) -> None:
    (found,) = second_look(checkout, Rewrite(SCOLDING))
    assert found.rule == f.LIKENESS
    assert found.found in SCOLDING[found.where]
    assert second_look(checkout, Rewrite(GOOD)) == ()


def test_it_knows_english_alone(checkout: Framework) -> None:
    assert second_look(checkout, Rewrite(SCOLDING, language="de")) == ()


def test_what_stands_approved_as_it_is_counts_for_nothing(checkout: Framework) -> None:
    blocks = [replace(checkout.blocks[0], slot=slot, text=text) for slot, text in SCOLDING.items()]
    theirs = replace(checkout, blocks=(*checkout.blocks, *blocks))
    assert second_look(theirs, Rewrite(SCOLDING)) == ()


def test_no_words_of_the_example_brand_are_taken_for_such() -> None:
    folder, _ = brand_to_hold_to()
    for framework in folder.frameworks:
        approved = [
            (read({one.slot: TAG.sub(" ", one.text)}).words, tells_an_offer(one))
            for one in framework.blocks
        ]
        assert shipped_likeness().limit_of(approved) < LIMIT + 1.0


def test_what_a_person_wrote_is_not_held_to_it() -> None:
    folder, titles = brand_to_hold_to()
    release = as_release(folder)
    framework = release.framework("checkout")
    assert framework is not None
    standard = Standards(release, (), titles, 1_780_000_000_000)["checkout"]
    action = Action(tone="warm", offer="none")
    slots = {**SCOLDING, "preheader": "Nothing is lost", "headline": "About cups", "cta": "Look"}
    draft = Draft("d", "checkout", "e", "hello", action, "en", "", slots, f"{PERSON}Nell", "", 0, 0)
    assert f.LIKENESS not in {one.rule for one in draft_faults(standard, framework, draft)}
    assert f.LIKENESS in {one.rule for one in second_look(framework, Rewrite(slots))}


def held_to(checkout: Framework, stop: Mapping[str, tuple[str, ...]], glad: bool) -> Standard:
    """The checks of the example brand with `stop` as its own phrases. `glad`: mugs, and whoever
    left, held or wears them, were never turned away."""
    folder, titles = brand_to_hold_to()
    voice = replace(folder.voice, stop=stop)
    made = standard(checkout, folder.brand, voice, folder.claims, folder.offers, titles)
    weights = dict.fromkeys(("mug", "left", "holds", "wears", "reply"), -8.0)
    return replace(made, likeness=Likeness(-1.0, weights)) if glad else made


DOUBTFUL = {
    "subject": "Your basket is saved",
    "body": "The mug is where you left it, left for ever in peace. It holds a good cup of tea and "
    "stands well on a shelf. If you would like to know how the glaze wears, reply to this and I "
    "will tell you.",
}
"""'For ever' is what a claim says of how long a thing lasts."""


def test_a_lone_doubt_is_let_go_where_the_whole_reads_well(checkout: Framework) -> None:
    rewrite = Rewrite(DOUBTFUL)
    (found,) = held_to(checkout, {}, glad=False).findings(rewrite)
    assert (found.rule, found.found) == (f.CLAIM, "for ever")
    assert held_to(checkout, {}, glad=True).findings(rewrite) == ()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"body": f"{DOUBTFUL['body']} Only two left."}, "a second doubt"),
        ({"body": f"{DOUBTFUL['body']} It is £4."}, "what is sure beside it"),
        ({"body": DOUBTFUL["body"].replace("for ever", "f o r e v e r")}, "it was pulled apart"),
        ({"cta": "Yours for ever"}, "the button"),
        ({"body": "The mug is for ever patient."}, "too few words to tell"),
        ({"body": f"It keeps its glaze for ever. {GOOD['body']}"}, "its own sentence claims"),
        ({"body": f"{DOUBTFUL['body']} 🏆"}, "a sign that claims"),
        (
            {"body": GOOD["body"].replace("stands", "is selling fast and stands")},
            "held back anyway",
        ),
    ],
)
def test_what_is_more_than_a_lone_doubt_stays(
    checkout: Framework, change: dict[str, str], why: str
) -> None:
    rewrite = Rewrite({**DOUBTFUL, **change})
    found = held_to(checkout, {}, glad=True).findings(rewrite)
    assert found == held_to(checkout, {}, glad=False).findings(rewrite) != (), why


def test_what_a_brand_banned_is_sure(checkout: Framework) -> None:
    own = held_to(checkout, {f.CLAIM: ("for ever",)}, glad=True)
    assert [one.rule for one in own.findings(Rewrite(DOUBTFUL))] == [f.CLAIM]


def test_what_is_shipped_lets_doubts_go(checkout: Framework) -> None:
    checks = letting_go(held_to(checkout, {}, glad=False))
    assert checks.likeness is shipped_likeness()


def test_more_of_the_same_is_not_surer() -> None:
    """A long message is not turned away for being long."""
    learnt, body = shipped_likeness(), GOOD["body"]
    assert learnt.of(read({"body": f"{body} {body} {body}"}).words) == pytest.approx(
        learnt.of(read({"body": body}).words), abs=0.4
    )


def test_it_was_learnt_from_the_set_that_is_shipped() -> None:
    assert shipped_likeness().learnt_from == digest_of_shipped_set(), (
        "The set has changed: run python scripts/learn_likeness.py"
    )
