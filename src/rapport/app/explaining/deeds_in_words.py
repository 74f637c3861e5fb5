"""What people in charge did, as somebody would say it who never reads a log."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from rapport.app.wording.names import Names, called
from rapport.core.blueprint import Blueprint
from rapport.core.oversight.audit import BY_ITSELF, DEEDS, WAITS, Deed
from rapport.core.oversight.people import OWNER
from rapport.core.oversight.stopping import BRAND, EVERYTHING, FLOW, FRAMEWORK, MESSAGE, Switch
from rapport.core.text.word_diff import GONE, NEW, Piece, tokens, word_diff

PUBLISHED, FILES, REVIEW, STOPS, PEOPLE, OPT_OUTS, TESTS, OTHERS = (
    "published", "changes", "review", "stops", "people", "opt-outs", "tests", "others",
)  # fmt: skip
KINDS = {
    PUBLISHED: "Releases and policies",
    FILES: "Changes of words and rules",
    REVIEW: "Drafts and the writer",
    STOPS: "Stops and offers’ budgets",
    PEOPLE: "People in charge",
    OPT_OUTS: "Opt-outs by hand",
    TESTS: "Tests by e-mail",
    OTHERS: "The log itself",
}
"""What an entry is about, and what a list calls that."""

THE_OWNER = "The owner"

UNREADABLE = "An entry that cannot be read"

SAID, SAYS = " said", " says"
"""How the names end by which an entry keeps what a file said in the lines that were changed, and
what it says there from then on."""

MOST_COMPARED = 800
"""Words and marks of both texts together; longer ones are shown one after the other."""

_KIND_OF = {
    "published": PUBLISHED, "overrode": PUBLISHED, "rolled back": PUBLISHED, "blocked": PUBLISHED,
    "learnt again": PUBLISHED, "edited": FILES, "approved": REVIEW, "rejected": REVIEW,
    "taken back": REVIEW, "taught": REVIEW, "asked": REVIEW, "stopped": STOPS, "resumed": STOPS,
    "retired": STOPS, "brought back": STOPS, "opted out": OPT_OUTS,
    "tested": TESTS,
}  # fmt: skip
_CHANGED = {"person": PEOPLE, "lesson": REVIEW, "the": PUBLISHED}
_SWITCHES = {FLOW, FRAMEWORK, MESSAGE}


class Changed(Struct, frozen=True):
    """What a deed changed in one file, word by word."""

    file: str
    pieces: tuple[Piece, ...]


class Said(Struct, frozen=True):
    """One deed. `did` goes after the name of `who` did it. `why` is what they gave as a reason, or
    what of a file they changed; `changed` has the words before and after, `seen` all else that
    they had before them, by its name. `about` is what it was done to, as kind and key."""

    who: str
    did: str
    why: str
    about: tuple[str, str]
    kind: str
    changed: tuple[Changed, ...] = ()
    seen: tuple[tuple[str, str], ...] = ()


class Called(Struct, frozen=True):
    """What people call what deeds are about."""

    names: Names
    offers: Mapping[str, str]


def called_in(blueprint: Blueprint, names: Names) -> Called:
    """By what a brand has published."""
    offers = {one.key: one.label for release in blueprint.releases for one in release.offers}
    return Called(names, offers)


def kind_of(deed: Deed) -> str:
    """One of `KINDS`."""
    word = deed.what.partition(" ")[0]
    if deed.did == "changed":
        return _CHANGED.get(word, OTHERS)
    if deed.did == "edited" and word == "draft":
        return REVIEW
    return _KIND_OF.get(deed.did, OTHERS)


def who_did(deed: Deed) -> str:
    """Whoever did it, by the name that is shown."""
    if deed.did not in DEEDS:
        return UNREADABLE
    return {OWNER: THE_OWNER, "": "Somebody"}.get(deed.who, deed.who)


def said(deed: Deed, things: Called) -> Said:
    """One deed in words."""
    word, _, key = deed.what.partition(" ")
    changed, seen = _seen(deed)
    did = _did(deed, word, key, things) if deed.did in DEEDS else ""
    return Said(who_did(deed), did, deed.why, (word, key), kind_of(deed), changed, seen)


def _did(deed: Deed, word: str, key: str, things: Called) -> str:
    waits = f", which waits for {deed.saw[WAITS]}" if WAITS in deed.saw else ""
    draft = {
        "approved": f"approved a draft{waits}",
        "edited": f"edited a draft and approved it{waits}",
        "rejected": "rejected a draft",
        "taken back": "took back a draft that was approved",
    }
    if word == "draft" and deed.did in draft:
        return draft[deed.did]
    if deed.did in ("stopped", "resumed"):
        return _stopped(deed, word, key, things)
    if deed.did == "changed":
        return {
            "person": f"changed what {key} may do",
            "lesson": "took back what the writer had been taught",
            "the": "proposed a release, which waits for a second publisher",
        }.get(word, f"changed {deed.what}")
    if deed.did == "edited":
        return f"changed {_thing(word, key, things)}"
    if deed.did == "rolled back":
        return f"went back to {deed.saw.get('content', 'an earlier policy')}, now {deed.what}"
    by_rule = " by rule" if deed.who == BY_ITSELF and word == "policy" else ""
    return {
        "taught": "taught the writer",
        "asked": "asked a model for new words",
        "published": f"published {deed.what}{by_rule}",
        "overrode": f"published {deed.what} against the launch gate",
        "blocked": f"held back {deed.what}",
        "retired": "retired the brand",
        "brought back": "brought the brand back",
        "opted out": "opted one person out, who had asked for it",
        "tested": f"asked for a test by e-mail of {_thing(word, key, things)}",
        "restored": "entered that a backup was restored",
        "learnt again": f"learnt again from {deed.what}",
    }.get(deed.did, f"{deed.did} {deed.what}")


def _stopped(deed: Deed, word: str, key: str, things: Called) -> str:
    stopped = deed.did == "stopped"
    if word == "offer":
        return f"{'closed' if stopped else 'opened'} {_thing(word, key, things)}"
    if deed.what.startswith("publishing "):
        return f"{'paused' if stopped else 'resumed'} the {deed.what}"
    return f"{deed.did} {_thing(word, key, things)}"


def _thing(word: str, key: str, things: Called) -> str:
    """What a deed was done to, by the name that people gave it."""
    if word == "offer":
        return f"the offer ‘{things.offers.get(key) or key}’"
    if word in _SWITCHES and key:
        return called(Switch(word, key), things.names)
    if word == EVERYTHING:
        return "everything"
    if (word, key) == ("the", "brand"):
        return called(Switch(BRAND), things.names)
    whole = f"{word} {key}".strip()
    return f"the {whole}" if whole in ("voice", "claims") else whole


def _seen(deed: Deed) -> tuple[tuple[Changed, ...], tuple[tuple[str, str], ...]]:
    """The words that changed, file by file, and all else that was seen."""
    files = dict.fromkeys(
        name.removesuffix(end)
        for name in deed.saw
        for end in (SAID, SAYS)
        if deed.did == "edited" and name.endswith(end)
    )
    changed = tuple(
        Changed(file, _pieces(deed.saw.get(file + SAID, ""), deed.saw.get(file + SAYS, "")))
        for file in files
    )
    shown = {file + end for file in files for end in (SAID, SAYS)}
    return changed, tuple((name, text) for name, text in deed.saw.items() if name not in shown)


def _pieces(before: str, after: str) -> tuple[Piece, ...]:
    if len(tokens(before)) + len(tokens(after)) <= MOST_COMPARED:
        return word_diff(before, after)
    return tuple(piece for piece in (Piece(GONE, before), Piece(NEW, after)) if piece.text)
