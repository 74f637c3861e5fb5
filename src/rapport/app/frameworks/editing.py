"""Changing a framework: who may, whether it is still what they saw, whether the folder stays right.

A change goes into the brand's files and nowhere else; what is published goes on until somebody
publishes. It stands in the audit log with who made it, the lines that it changed, as they were and
as they are, and the digests of the file that they saw and of the one that it became.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256

import structlog
from msgspec import Struct
from msgspec.structs import replace

from rapport.app.frameworks import unfinished
from rapport.app.frameworks.as_seen import still_said
from rapport.app.frameworks.successors import became
from rapport.app.in_charge.audit_log import note
from rapport.app.in_charge.people import allow, still
from rapport.app.publishing.second_person import EDITED
from rapport.core.creative.editing import (
    KEY,
    Begin,
    Change,
    EditWords,
    Passage,
)
from rapport.core.oversight.audit import Deed
from rapport.core.oversight.people import WRITE, Actor
from rapport.core.text.line_diff import Hunk, changed_lines, lines_that_differ
from rapport.errors import ConflictError, NotFoundError, TemporaryError, UserError
from rapport.ports import Clock, Store, Transaction
from rapport.ports.brand_files import BrandFiles, FrameworkFile, Source

MOST_BY = 200
"""Characters of what a file says of where words come from."""

MOST_REMEMBERED = 32
"""Editions of files that people opened, to tell what somebody changed since: a few MB at most."""

log = structlog.get_logger(__name__)


class ReadOnlyError(ConflictError):
    """There is no folder to write into."""


class ChangedMeanwhileError(ConflictError):
    """Somebody changed the same thing since it was opened. `hunks` say what, where it is known;
    `file` is how it stands now, and `became` the passage that the one asked for is now, if any."""

    def __init__(
        self, told: str, file: FrameworkFile, hunks: tuple[Hunk, ...], became: Passage | None = None
    ) -> None:
        super().__init__(told)
        self.file = file
        self.hunks = hunks
        self.became = became


class Order(Struct, frozen=True):
    """What somebody asks for. `edition` is of the framework's file as they saw it."""

    framework: str
    edition: str
    change: Change


class Saved(Struct, frozen=True):
    """What came of it: the file's new edition, and the files that changed, none where it said so
    already. `framework` is the key that the framework has now: whoever changes the whole file may
    change it."""

    edition: str
    files: tuple[str, ...]
    framework: str


class Told(Struct, frozen=True):
    """What the audit log says of a change, such as to `framework checkout`; `saw` are digests of
    what they saw."""

    brand: str
    what: str
    actor: Actor
    words: str
    saw: Mapping[str, str]


class Place(Struct, frozen=True):
    """Where files are put in place, and the digest of each."""

    where: str
    files: dict[str, str]


class Editing:
    """The use case, for one installation. `files` gives a brand's folder, None where it has none;
    `anchor` keeps an anchor of the audit log once something is committed. `library` is what a new
    framework may be made of besides the brand's own, by key."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        files: Callable[[str], BrandFiles | None],
        anchor: Callable[[str], None],
        library: Callable[[str], Source | None] = lambda _: None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._files = files
        self._anchor = anchor
        self._library = library
        self._opened: OrderedDict[str, FrameworkFile] = OrderedDict()
        self._lock = threading.Lock()

    def read_only(self, brand: str) -> str:
        """Why nothing can be changed here, in a sentence; empty where it can."""
        files = self._files(brand)
        if files is None:
            return (
                "This server has only what was published, and not the folder that it came from, "
                "so nothing can be changed here. Whoever runs Rapport changes words in that "
                "folder, and publishes it."
            )
        return files.read_only()

    def open(self, brand: str, framework: str) -> FrameworkFile | None:
        """A framework's file as it stands; it is remembered that somebody saw it so."""
        files = self._files(brand)
        found = files.framework(framework) if files else None
        if found is not None:
            self.remember(found)
        return found

    def became(self, file: FrameworkFile, passage: str) -> Passage | None:
        """What words are now that somebody saw in this file once, as far as that is remembered."""
        with self._lock:
            opened = list(self._opened.values())
        for seen in reversed(opened):
            if seen.name == file.name and (found := became(passage, seen, file)) is not None:
                return found
        return None

    def check(self, brand: str, order: Order, actor: Actor) -> None:
        """Whether a change could be saved, which it is not. Raises what `save` would."""
        self.allow(brand, actor)
        files = self.writable(brand)
        with files.alone():
            self._unchanged(files, order)
            files.refuse_mistakes(files.changed(order.framework, order.change))

    def save(self, brand: str, order: Order, actor: Actor) -> Saved:
        """Makes the change, all of it or nothing.

        Raises NotAllowedError, ReadOnlyError, ChangedMeanwhileError, BrandFolderError with every
        mistake that the folder would have, and UserError where it cannot be done for another
        reason. Nothing is written then.
        """
        self.allow(brand, actor)
        files = self.writable(brand)
        with files.alone():
            before = self._unchanged(files, order)
            texts = files.changed(order.framework, _signed(order.change, before, actor))
            if not texts:
                return Saved(before.edition, (), order.framework)
            files.refuse_mistakes(texts)

            what, saw = f"framework {order.framework}", {"the file": before.edition}
            self.put(files, texts, Told(brand, what, actor, order.change.in_words, saw))
            key = files.key_of(before.name)
            after = files.framework(key)
        return Saved(after.edition if after else "", tuple(texts), key)

    def begun(self, brand: str, begin: Begin) -> tuple[str, str]:
        """The file that a new framework would be, and its text. Raises UserError where there is
        nothing to make it of."""
        files = self.writable(brand)
        source = self._source(files, begin)
        name, texts = files.begun(begin, source)
        return name, texts[name]

    def begin(self, brand: str, begin: Begin, actor: Actor, *, only_check: bool = False) -> Saved:
        """Makes a new framework, all of it or nothing, or says whether it could be made.

        Raises what `save` does, and UserError where the key will not do or is taken.
        """
        self.allow(brand, actor)
        files = self.writable(brand)
        if not KEY.fullmatch(begin.key):
            raise UserError("A key is made of lower-case letters, digits and '-', at most 63.")
        with files.alone():
            content = files.now().content
            if files.framework(begin.key) or (content and content.framework(begin.key)):
                raise UserError(f"There is a framework '{begin.key}' already. Take another key.")
            source = self._source(files, begin)
            name, texts = files.begun(begin, source)
            files.refuse_mistakes(texts)
            if not only_check:
                origin = "the starting library's " if begin.library else ""
                words = f"started it from {origin}{begin.like}"
                saw = {"the file": source.edition}
                self.put(files, texts, Told(brand, f"framework {begin.key}", actor, words, saw))
            key = files.key_of(name) if not only_check else begin.key
            after = files.framework(key)
        return Saved(after.edition if after else "", tuple(texts), key)

    def _source(self, files: BrandFiles, begin: Begin) -> Source:
        found = self._library(begin.like) if begin.library else files.source(begin.like)
        if found is None:
            raise NotFoundError(f"There is no framework '{begin.like}' to start from any more.")
        return found

    def put(
        self,
        files: BrandFiles,
        texts: Mapping[str, str],
        told: Told,
        sure: Callable[[Transaction], None] = lambda _: None,
    ) -> None:
        """Puts files in place, with their entry in the log, by whoever is `alone` and has found no
        mistake in them. Raises UserError where they cannot be written; then the log says so.

        `sure` is asked in the very unit of work that makes the entry; if it raises, nothing is
        done.
        """
        self._find_out(told.brand, files)
        saw = dict(told.saw)
        for name, text in texts.items():
            saw |= {f"{name} became": _digest(text), **_changed_words(files, name, text)}
        noted = False

        def on_record() -> None:
            nonlocal noted
            self._note(told, saw, sure, Place(files.where, unfinished.digests(texts)))
            noted = True

        try:
            files.write(texts, on_record)
        except UserError as error:
            if noted:
                words = f"{told.words}: it could not be written"
                self._note(replace(told, words=words), {"why": str(error)})
            raise
        with suppress(TemporaryError), self._store.transaction() as transaction:
            unfinished.done(transaction, told.brand)  # else it is found out that all is in place

    def find_out(self, brand: str, files: BrandFiles) -> str:
        """What became of a change that was cut short, which the log says from now on, too; empty
        where there is none."""
        with files.alone():  # whoever is at it may finish first
            return self._find_out(brand, files)

    def _find_out(self, brand: str, files: BrandFiles) -> str:
        with self._store.transaction() as transaction:
            told = unfinished.find_out(transaction, brand, files, self._clock.now())
        if told:
            log.warning("a change was cut short", brand=brand, told=told)
            self._anchor(brand)
        return told

    def _note(
        self,
        told: Told,
        saw: dict[str, str],
        sure: Callable[[Transaction], None] = lambda _: None,
        place: Place | None = None,
    ) -> None:
        """Committed before the files are put in place: there may be an entry of a change that a
        crash prevented, and there is never a change without its entry."""
        brand, actor = told.brand, told.actor
        deed = Deed(actor.name, "edited", told.what, told.words, saw)
        with self._store.transaction() as transaction:
            allow(still(transaction, brand, actor), WRITE, "change words")
            sure(transaction)
            entry = note(transaction, brand, self._clock.now(), deed)
            transaction.turn(brand, EDITED, "yes")
            if place is not None:
                begun = unfinished.Begun(
                    entry.number, told.what, told.words, place.where, place.files
                )
                unfinished.begin(transaction, brand, begun)
            else:
                unfinished.done(transaction, brand)
        self._anchor(brand)

    def allow(self, brand: str, actor: Actor) -> None:
        """Raises NotAllowedError where somebody may not change words."""
        with self._store.transaction() as transaction:
            allow(still(transaction, brand, actor), WRITE, "change words")

    def writable(self, brand: str) -> BrandFiles:
        """The brand's folder. Raises ReadOnlyError where nothing can be changed in it."""
        files = self._files(brand)
        wrong = self.read_only(brand)
        if files is None or wrong:
            raise ReadOnlyError(wrong)
        return files

    def _unchanged(self, files: BrandFiles, order: Order) -> FrameworkFile:
        """The file as it is, if what the change is about is still what they saw."""
        file = files.framework(order.framework)
        if file is None:
            raise NotFoundError(f"There is no framework '{order.framework}' any more.")
        content = files.now().content
        own = content.framework(order.framework) if content else None
        if still_said(order.change, order.edition, file, own):
            return file
        seen = self._opened.get(order.edition)
        raise self.changed_meanwhile(order.edition, file, _became(order, seen, file))

    def changed_meanwhile(
        self, edition: str, file: FrameworkFile, became: Passage | None = None
    ) -> ChangedMeanwhileError:
        """What somebody is told who saw an edition of a file that says something else by now."""
        seen = self._opened.get(edition)
        hunks = changed_lines(seen.text, file.text) if seen is not None else ()
        self.remember(file)
        return ChangedMeanwhileError(
            "Somebody changed this since you opened it. Nothing was saved, and what you typed is "
            "still here.",
            file,
            hunks,
            became,
        )

    def remember(self, file: FrameworkFile) -> None:
        """Somebody saw this edition of a file."""
        with self._lock:
            self._opened[file.edition] = file
            self._opened.move_to_end(file.edition)
            while len(self._opened) > MOST_REMEMBERED:
                self._opened.popitem(last=False)


def _signed(change: Change, file: FrameworkFile, actor: Actor) -> Change:
    """Words that came from a model say who edited them, once somebody did."""
    if not isinstance(change, EditWords):
        return change
    was = next((one for one in file.passages if one.id == change.passage), None)
    said = f", edited by {actor.name}"
    if was is None or not was.by or was.by.endswith(said):
        return change
    if all(was.words.get(slot, "") == text for slot, text in change.words.items()):
        return change
    return replace(change, by=was.by[: MOST_BY - len(said)] + said)


def _became(order: Order, seen: FrameworkFile | None, file: FrameworkFile) -> Passage | None:
    """What a passage is now that somebody would change and that is not there any more."""
    if not isinstance(order.change, EditWords) or seen is None:
        return None
    return became(order.change.passage, seen, file)


def _changed_words(files: BrandFiles, name: str, text: str) -> dict[str, str]:
    """What a file says in the lines that change, and what it says there from now on: they are its
    people's own words, and nothing of customers stands in them. Of a new file nothing is said."""
    try:
        before = files.text(name)
    except UserError:
        return {}
    was, becomes = lines_that_differ(before, text)
    said = {f"{name} said": was, f"{name} says": becomes}
    return {what: words for what, words in said.items() if words}


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
