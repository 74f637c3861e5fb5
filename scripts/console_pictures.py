"""The pictures of the console: over a demo's own shop, served on a port of this computer alone.

What they show is what `make demo` shows, but for a draft that waits for a person and a mistake in
an approved passage, which are made for the picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from PIL import Image

from browser import Browser
from rapport.app.learning.learning import NOT_PUBLISHED
from rapport.bootstrap.clocks import TurnedClock
from rapport.bootstrap.desks.frameworks import FrameworkDesk
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.logs import left_out
from rapport.bootstrap.rehearsing.rehearsal import rehearse
from rapport.bootstrap.serving.web_edge import web_edge
from rapport.core.creative.draft import Draft, KeptDraft, edition_now, named
from rapport.core.creative.framework import Action, choose_blocks
from rapport.core.time import DAY, Instant
from rapport.settings import Settings
from rapport.testing.shop import ShopSettings
from serving import served

DEMO = ShopSettings(seed=1, customers=1_200, days=30)
"""As `rapport demo` runs it."""

FRAMEWORK, POINT = "checkout", "first"
ACTION = Action(offer="none", tone="warm", angle="reassure", visual="letter")
SUBJECT = "If anything breaks on its way to you, we put it right"
HEIGHT_OF_WHY = 940
SEVERAL = 3
SITUATIONS = ("once.compared.several.calm", "new.first.several.calm")
URGING = "Hurry! 10% off until Friday, the last chance we will ever give you to buy these pots"
PASSAGE = "A hand with choosing, if you’d like it"
"""The subject of the passage that the urging words are typed over."""


class ConsoleStudio:
    """A browser before the console of one installation."""

    def __init__(self, browser: Browser, folder: Path, here: Installation, base: str) -> None:
        self._browser = browser
        self._file = folder / "console.png"
        self._here = here
        self._base = base
        self._brand = here.only_brand()

    def overview(self) -> Image.Image:
        """What needs somebody, what each flow was worth, and the red switch."""
        self._open("/console", 1120, 960)
        return self._seen()

    def review(self) -> Image.Image:
        """A draft that waits for a person."""
        first = self._drafts()
        self._open(f"/console/review/{first.id}", 1280, 900)
        return self._seen()

    def words(self) -> Image.Image:
        """A passage's form, with what a check found beside the field."""
        file = FrameworkDesk(self._here).open(self._brand, FRAMEWORK)
        passages = file.passages if file else ()
        passage = next(one for one in passages if one.words.get("subject") == PASSAGE)
        self._open(f"/console/frameworks/{FRAMEWORK}/words/{passage.id}", 1280, 900)
        field = "document.querySelector('[name=\"slot.subject\"]')"
        self._browser.js(f"{field}.value = {URGING!r}, {field}.form.requestSubmit()")
        self._browser.until("document.querySelector('[role=alert]')")
        self._browser.js("document.activeElement.blur(), scrollTo(0, 0)")
        return self._seen()

    def why(self) -> Image.Image:
        """The chart of the newest message whose moment was chosen among several, for somebody of
        whom something spoke for it or against it."""
        rows = self._here.records.messages(self._brand, limit=1_000)
        key = next(one.key for one in rows if one.arm == "adaptive" and self._tells(one.decision))
        self._open(f"/console/messages/{quote(key, safe='')}", 1120, 900)
        self._browser.size(1120, int(self._browser.js("document.documentElement.scrollHeight")))
        section = (
            "[...document.querySelectorAll('section')]"
            ".find(s => s.querySelector('h2')?.textContent.trim() === 'Why')"
        )
        corners = "(r => [r.left, r.top, r.right, r.bottom])"
        place = self._browser.js(f"{corners}({section}.getBoundingClientRect())")
        left, top, right, bottom = (round(float(one)) for one in place)
        return self._seen().crop((left, top, right, min(bottom, top + HEIGHT_OF_WHY)))

    def _tells(self, decision: str) -> bool:
        told = self._here.readings.explain(self._brand, decision)
        first = told.chart[0] if told and told.chart else None
        return first is not None and len(first.bars) >= SEVERAL and bool(first.moved)

    def _drafts(self) -> Draft:
        """Words that a model might have written, twice, for people in two situations."""
        release = self._here.blueprint(self._brand).releases[-1]
        framework = next(one for one in release.frameworks if one.key == FRAMEWORK)
        language = release.brand.language
        approved = choose_blocks(framework, POINT, ACTION, language)
        now = self._here.clock.now()
        drafts = [
            named(
                Draft(
                    id="",
                    framework=FRAMEWORK,
                    edition=edition_now(
                        release, FRAMEWORK, point=POINT, action=ACTION, lang=language
                    ),
                    point=POINT,
                    action=ACTION,
                    language=language,
                    situation=situation,
                    slots={
                        slot: SUBJECT if slot == "subject" else block.text
                        for slot, block in approved.items()
                        if slot != "offer_line"
                    },
                    author="model:llama-3.1-8b",
                    prompt="rewrite-1",
                    made_at=now,
                    deadline=now + 2 * DAY,
                )
            )
            for situation in SITUATIONS
        ]
        with self._here.store.transaction() as transaction:
            transaction.add_drafts(self._brand, [KeptDraft(one) for one in drafts])
        return drafts[0]

    def _open(self, path: str, width: int, height: int) -> None:
        self._browser.size(width, height)
        self._browser.prefer("light")
        self._browser.open(f"{self._base}{path}?brand={quote(self._brand, safe='')}")

    def _seen(self) -> Image.Image:
        self._browser.js("document.documentElement.style.overflow = 'hidden'")
        self._browser.picture(self._file)
        with Image.open(self._file) as picture:
            return picture.convert("RGB")


@contextmanager
def console_studio(browser: Browser, folder: Path, at: Instant) -> Iterator[ConsoleStudio]:
    """The console over a demo's month, made in `folder`; it is `at` for whoever looks."""
    home = folder / "home"
    home.mkdir()
    settings = Settings(home=home)
    print("A demo's month comes first: that takes some minutes.", flush=True)
    with left_out(NOT_PUBLISHED):
        rehearse(settings, DEMO, lambda _share, _words: None, None).installation.close()
    here = Installation(settings, TurnedClock(at))
    try:
        for brand in here.folders.every():  # as the demo does before it shows its console
            here.publish(brand)
        with served(web_edge(here)) as base:
            yield ConsoleStudio(browser, folder, here, base)
    finally:
        here.close()
