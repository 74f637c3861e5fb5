"""What each line of a set is held to: its framework's checks, by the names that a brand has."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapport.app.redteam.line import Line
from rapport.app.redteam.names import OTHER_OFFERS, OTHER_SLOTS, plain
from rapport.app.redteam.words import Notes, shown
from rapport.app.writer.proofreading import Proof
from rapport.app.writer.turned_away import letting_go, second_look
from rapport.core.blueprint import BrandFolder
from rapport.core.copy_checks.compiling import standard
from rapport.core.copy_checks.minimum import without_absent_minimum
from rapport.core.copy_checks.standard import Rewrite, Standard
from rapport.core.creative.facts import PRODUCT_GROUPS, in_our_forms
from rapport.core.creative.framework import CART, NO_OFFER, VIEWED, Framework
from rapport.core.creative.message import Finding

_GROUP = re.compile(r"\{\{-?\s*(\w+)\.")
_OF_PRODUCTS = re.compile(rf"(\{{\{{-?\s*)(?:{'|'.join(PRODUCT_GROUPS)})\.")


def rewrite_of(line: Line, folder: BrandFolder) -> Rewrite:
    """A line as the checks take it."""
    return Rewrite(
        slots=line.slots,
        tone=line.tone,
        language=line.language or folder.brand.language,
        offer=line.offer,
        earlier=line.earlier,
    )


class _Taken(Struct, frozen=True):
    """A line as it was taken: by which framework's checks, and what they are held against. `own` is
    the framework that it names, where there is one."""

    own: Framework | None
    framework: Framework
    standard: Standard
    rewrite: Rewrite


class Standards:
    """A standard for each framework that lines name, made when it is first needed."""

    def __init__(self, folder: BrandFolder, titles: Sequence[str]) -> None:
        self._folder = folder
        self._titles = titles
        self._made: dict[object, Standard] = {}
        self._frameworks = {plain(one.key): one for one in reversed(folder.frameworks)}
        self._usual = usual_framework(folder)
        self._notes = Notes()

    @property
    def strange(self) -> tuple[str, ...]:
        """What lines name and the brand does not have, as sentences with counts."""
        return self._notes.sentences()

    def findings(self, line: Line) -> tuple[Finding, ...]:
        """What stands against a line, with its names for slots and offers taken for the brand's."""
        taken = self._taken(line, self._notes)
        rewrite = taken.rewrite
        return taken.standard.findings(rewrite) or second_look(taken.framework, rewrite)

    def proof(self, line: Line) -> Proof:
        """What a proofreader is given of a line, taken as for `findings`; but what it is about is
        what it says, whichever framework has its offer."""
        taken, folder = self._taken(line, Notes()), self._folder
        return Proof(
            brand=folder.brand,
            voice=folder.voice,
            claims=folder.claims,
            framework=taken.own or taken.framework,
            offer=taken.standard.offers.get(taken.rewrite.offer or NO_OFFER),
            slots=taken.rewrite.slots,
        )

    def _taken(self, line: Line, notes: Notes) -> _Taken:
        taken: set[str] = set()
        own = self._named(line.framework)
        offer = self._our_offer(line.offer, taken)
        framework = self._framework(replace(line, offer=offer), own, taken)
        known = self._standard(framework)
        words = _our_slots(_about(framework, line.slots, taken), known, taken)
        slots = without_absent_minimum(words, known.offers.get(offer or ""))
        tone = line.tone or next(iter(framework.keys("tone")), "")
        if tone != line.tone:
            taken.add(f"no tone is named: '{tone}', the first of '{framework.key}', was taken")
        notes.add(taken)
        taken_so = replace(
            line,
            slots=slots,
            offer=offer,
            tone=tone,
            earlier=tuple(_our_slots(one, known, set()) for one in line.earlier),
        )
        if own is None or own.about not in (CART, VIEWED):  # something may have been ordered
            known = replace(known, before_an_order=False)
        return _Taken(own, framework, known, rewrite_of(taken_so, self._folder))

    def _standard(self, framework: Framework) -> Standard:
        kind = (framework.key, framework.about, framework.offers)
        if kind not in self._made:
            checks = standard(
                framework,
                self._folder.brand,
                self._folder.voice,
                self._folder.claims,
                self._folder.offers,
                self._titles,
            )
            self._made[kind] = letting_go(checks)
        return self._made[kind]

    def _named(self, name: str) -> Framework | None:
        """The framework of this name, or the one whose own name is the longest within it: other
        tools call theirs 'abandoned_cart' or 'Browse abandonment'."""
        said = plain(name)
        within = [key for key in self._frameworks if key in said]
        return self._frameworks[max(within, key=len)] if within else None

    def _framework(self, line: Line, own: Framework | None, taken: set[str]) -> Framework:
        """The one that a line is held to, where `own` is that of its name."""
        usual = self._usual
        named = f"there is no framework '{shown(line.framework)}'"
        if own is None:
            taken.add(
                f"{named if line.framework else 'no framework is named'}: held to '{usual.key}'"
            )
            return _with_what_it_names(line, usual, usual, taken)
        if plain(own.key) != plain(line.framework):
            taken.add(f"{named}: taken for '{own.key}'")
        return _with_what_it_names(line, own, usual, taken)

    def _our_offer(self, offer: str | None, taken: set[str]) -> str | None:
        """The brand's offer of this name, or the first of the kind that other tools name so."""
        known = {one.key: one.kind for one in self._folder.offers}
        if offer is None or offer in known:
            return offer
        said = plain(offer)
        ours = next((key for key in known if plain(key) == said), None)
        if ours is None and (kind := OTHER_OFFERS.get(said)):
            ours = next((key for key in known if known[key] == kind), None)
        so = f"taken for '{ours}'" if ours else "which was decided is not known"
        taken.add(f"there is no offer '{shown(offer)}': {so}")
        return ours


def _with_what_it_names(line: Line, own: Framework, usual: Framework, taken: set[str]) -> Framework:
    """A framework as it would be with the offer that a line names and it has not, by the words that
    the usual one has for it, and about the products that the line names where it is about none: the
    line was written for another brand's framework of that name."""
    if line.offer is not None and line.offer not in own.offers:
        taken.add(f"of '{own.key}', with an offer that it has not: '{line.offer}' was added")
        telling = [one for one in usual.blocks if line.offer in one.offers]
        own = replace(own, offers=(*own.offers, line.offer), blocks=(*own.blocks, *telling))
    if own.about in PRODUCT_GROUPS:
        return own
    named = (group for text in line.slots.values() for group in _GROUP.findall(text))
    about = next((group for group in named if group in PRODUCT_GROUPS), None)
    if about is None:
        return own
    taken.add(f"of '{own.key}', which is about no products: taken for one about '{about}'")
    return replace(own, about=about)


def _about(framework: Framework, slots: Mapping[str, str], taken: set[str]) -> Mapping[str, str]:
    """Words with facts of what the framework is about where they name the same facts of something
    else: `{{ cart.items }}` in a message about what was looked at."""
    if framework.about not in PRODUCT_GROUPS:
        return slots
    named = rf"\g<1>{framework.about}."
    found = {slot: _OF_PRODUCTS.sub(named, words) for slot, words in slots.items()}
    if found != slots:
        about = f"taken for '{framework.about}'"
        taken.add(f"of '{framework.key}', with facts of something else: {about}")
    return found


def _our_slots(slots: Mapping[str, str], known: Standard, taken: set[str]) -> dict[str, str]:
    """Words by the framework's names for slots; two that come to one are put together."""
    own = {plain(slot): slot for slot in known.slots}
    found: dict[str, str] = {}
    for key, text in slots.items():
        usual = OTHER_SLOTS.get(plain(key), key)
        ours = own.get(plain(key), usual if usual in known.slots else key)
        if ours != key:
            taken.add(f"there is no slot '{shown(key)}': it was taken for '{ours}'")
        words = in_our_forms(text)
        found[ours] = f"{found[ours]}\n\n{words}" if ours in found else words
    return found


def usual_framework(folder: BrandFolder) -> Framework:
    """The one that lines of no known framework are held to: about a basket if there is one, and of
    several that with the most offers, so that the fewest lines name what it does not have."""
    return max(folder.frameworks, key=lambda one: (one.about == CART, len(one.offers)))
