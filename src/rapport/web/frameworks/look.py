"""How words that are being typed will look: a picture beside the form, and what stands against it.

The picture is the message as the product writes it, never a template of the browser's. It is kept
in memory for as long as it is looked at, under a digest of what it holds; nothing is saved.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from hashlib import sha256
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from rapport.app.frameworks.preview import BARRED, UNAPPROVED, Place
from rapport.app.frameworks.trial import Look, Reach, Trial
from rapport.app.wording.languages import language_name
from rapport.core.copy_checks.characters import html_in
from rapport.core.creative.editing import BOUND_TO
from rapport.core.creative.framework import Framework
from rapport.core.creative.longest_way import longest_way
from rapport.core.creative.message import Finding
from rapport.core.creative.wording import words_of
from rapport.errors import RapportError
from rapport.web.access import brand_of
from rapport.web.console import INERT, MAIL_HEADERS, split_doctype
from rapport.web.desks import ShowEdited
from rapport.web.frameworks.mistake_words import Labels
from rapport.web.frameworks.mistakes import Asked, against, places_of_words
from rapport.web.frameworks.saving import ROOT, Here
from rapport.web.pages import SCRIPTED, address_below, part_name

MOST_KEPT = 64
"""Pictures: each is some 20 kB, and the newest are the ones that somebody looks at."""

LOOKING = {"Content-Security-Policy": SCRIPTED["Content-Security-Policy"] + "; connect-src 'self'"}
"""Of the one page whose script asks the server while somebody types."""

SEE, STEP = "see.", "step"
"""The fields that choose a message: by a level of a factor, or the one before or after."""

NO_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType({})

TOO_LONG_A_BRANCH = (
    "The longest branches come to {} characters without facts, and there is room for {}: whoever "
    "they are for gets no message."
)

SEEN_AS_IT_STANDS = "“{}”: people see it as it stands here. Write plain words."

BIND_THEM = "Of words that fit a message, those bound to most go first: tick which they are for."

NEVER_SECOND = "Only a subject and a body go to whoever had the others."

FILE = "typed"
"""What stands for the file in what is wrong with words that are in none."""


class Choice(Struct, frozen=True):
    """A factor in which messages differ: its levels' keys, and the one that is shown."""

    factor: str
    keys: tuple[str, ...]
    chosen: str


class Picture(Struct, frozen=True):
    """What the panel beside the form shows. `mail` is where the message is, empty where there is
    none."""

    mail: str = ""
    subject: str = ""
    preheader: str = ""
    who: str = ""
    number: int = 0
    """Which of the messages it is, from 1; 0 where there is none."""
    messages: int = 0
    before: str = ""
    """What asks for the message before it; for the last where it is the first."""
    after: str = ""
    choices: tuple[Choice, ...] = ()
    beside: Mapping[str, tuple[str, ...]] = NO_WORDS
    """What stands against the words of each part, for beside its field."""
    against: tuple[str, ...] = ()
    """What stands against the message as a whole."""
    behind: tuple[str, ...] = ()
    """What becomes of parts that other words go before."""
    as_meant: bool = False
    """Whether that is what somebody ticked."""
    barred: bool = False
    nothing: bool = False
    """Whether nothing was typed yet."""

    @property
    def count(self) -> int:
        """How many things stand against it."""
        return len(self.against) + sum(map(len, self.beside.values()))


class Pictures:
    """Makes them, and keeps the newest. Safe to share between threads."""

    def __init__(self, edited: ShowEdited) -> None:
        self._edited = edited
        self._kept: OrderedDict[tuple[str, str], str] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, here: Here, trial: Trial) -> Picture:
        """What the message looks like with these words."""
        if not any(trial.words.values()):
            return Picture(nothing=True)
        try:
            look = self._edited.tried(here.brand.key, here.framework.key, trial)
        except RapportError as error:
            return Picture(against=(str(error),))
        cell = look.cell
        found = _against(look, here.framework, here.labels)
        for slot in here.framework.slots:
            words = trial.words.get(slot.key, "")
            long = longest_way(words).letters
            if long > slot.max_chars and slot.key not in found:
                found[slot.key] = (TOO_LONG_A_BRANCH.format(long, slot.max_chars),)
            if html := html_in(words_of(words)):
                found[slot.key] = (*found.get(slot.key, ()), SEEN_AS_IT_STANDS.format(html))
        mail = self._keep(here, cell.html) if cell is not None and cell.html else ""
        picture = Picture(
            mail=mail,
            subject=cell.subject if cell else "",
            preheader=cell.preheader if cell else "",
            who=look.who,
            beside={slot: words for slot, words in found.items() if slot},
            against=found.get("", ()),
            behind=behind(look.reach, also=trial.also),
            as_meant=trial.also and not look.reach.nobody,
            barred=cell is not None and cell.state == BARRED,
        )
        return _among(picture, look)

    def _keep(self, here: Here, html: str) -> str:
        digest = sha256(html.encode()).hexdigest()[:32]
        with self._lock:
            self._kept[(here.brand.key, digest)] = html
            self._kept.move_to_end((here.brand.key, digest))
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return address_below(ROOT, here.brand.key, here.framework.key, "look", digest)

    def mail(self, request: Request) -> Response:
        """GET: one of them alone, where nothing in it can run or lead anywhere."""
        with self._lock:
            html = self._kept.get((brand_of(request).key, request.path_params["digest"]))
        if html is None:
            raise HTTPException(404)
        doctype, rest = split_doctype(html)
        light = '<meta name="color-scheme" content="only light">'
        return HTMLResponse(doctype + INERT + light + rest, headers=MAIL_HEADERS)


def behind(reach: Reach, *, also: bool = False) -> tuple[str, ...]:
    """What becomes of parts that other words go before, and what to do; with `also` it is wanted so
    of those that somebody gets."""
    told = []
    for slots, who in (
        (reach.second, "Only whoever had the other words already gets"),
        (reach.nobody, "Nobody gets"),
    ):
        if slots:
            *others, last = [part_name(slot).lower() for slot in slots]
            names = f"{', '.join(others)} and {last}" if others else last
            they = "it fits, others go before it" if len(slots) == 1 else (
                "they fit, others go before them"
            )  # fmt: skip
            told.append(f"{who} this {names}: wherever {they}.")
    if also and reach.nobody:
        told.append(NEVER_SECOND)
    return (*told, BIND_THEM) if told and not also else tuple(told)


def asked_in(form: Mapping[str, str]) -> dict[str, str]:
    """Which message somebody wants to see, by factor: by the button that they pressed or, without
    one, by what they chose."""
    step = form.get(STEP, "").split("/")
    if len(step) == len(BOUND_TO):
        return dict(zip(BOUND_TO, step, strict=True))
    chosen = {factor: form.get(f"{SEE}{factor}", "") for factor in BOUND_TO}
    return {factor: key for factor, key in chosen.items() if key}


def _among(picture: Picture, look: Look) -> Picture:
    """The picture with which of the messages it is, and what leads to the others."""
    places, cell = look.places, look.cell
    if cell is None or cell.place not in places:
        return picture
    number = places.index(cell.place)
    after = places[(number + 1) % len(places)]
    return replace(
        picture,
        number=number + 1,
        messages=len(places),
        before=_step(places[number - 1]),
        after=_step(after),
        choices=_choices(places, cell.place),
    )


def _step(place: Place) -> str:
    return "/".join(str(getattr(place, factor)) for factor in BOUND_TO)


def _choices(places: Sequence[Place], now: Place) -> tuple[Choice, ...]:
    """What differs among the messages, by factor."""
    found = []
    for factor in BOUND_TO:
        keys = tuple(dict.fromkeys(str(getattr(place, factor)) for place in places))
        if len(keys) > 1:
            found.append(Choice(factor, keys, str(getattr(now, factor))))
    return tuple(found)


def _against(look: Look, framework: Framework, labels: Labels) -> dict[str, tuple[str, ...]]:
    """What stands against the words, each once, by the part that it is about, empty for all of
    them: the words' own checks, then the message's."""
    slots = [slot.key for slot in framework.slots]
    places = places_of_words(FILE, [0], slots)
    told = against(look.problems, Asked(FILE, places, labels, slots))
    found: dict[str, dict[str, None]] = {slot: {} for slot in (*slots, "")}
    for name, words in told.fields.items():
        found[name if name in slots else ""].update(dict.fromkeys(words))
    found[""].update(dict.fromkeys(one.words for one in told.rest))
    if look.cell is not None:
        for one in look.cell.against:
            if one.where not in told.fields:
                slot = one.where if one.where in slots else ""
                found[slot][_sentence(one, look.cell.place.language)] = None
    return {slot: tuple(words) for slot, words in found.items() if words}


def _sentence(finding: Finding, language: str) -> str:
    if finding.rule == UNAPPROVED:
        return f"Nothing is approved for this part in {language_name(language)} yet."
    return f"{finding.found}: {finding.advice}" if finding.advice else finding.found
