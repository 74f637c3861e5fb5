"""A brand's folder of files, as far as the console changes it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from types import MappingProxyType
from typing import Protocol

from msgspec import Struct

from rapport.core.blueprint import BrandFolder
from rapport.core.creative.draft import Draft
from rapport.core.creative.editing import Begin, Change, Passage
from rapport.core.creative.voice_editing import VoiceChange, is_about_claims
from rapport.core.deciding.brand_rules import BrandRuleChange, SetCare, SetWriter
from rapport.core.oversight.adoption import Adopted

VOICE, CLAIMS = "voice.yaml", "claims.yaml"
RULES, SETTINGS = "rules.yaml", "brand.yaml"
"""Where rules of the whole brand are, and its care and what a model may do for it."""


BrandChange = VoiceChange | BrandRuleChange
"""What people may change of a brand beside its frameworks."""


def file_of(change: BrandChange) -> str:
    """The file that a change is about."""
    if isinstance(change, BrandRuleChange):
        return SETTINGS if isinstance(change, SetCare | SetWriter) else RULES
    return CLAIMS if is_about_claims(change) else VOICE


class FrameworkFile(Struct, frozen=True):
    """A framework's file as it stands, or one of the brand's words beside it. `edition` is a digest
    of its bytes.

    `passages` and `unread` are as in `FolderNow`.
    """

    name: str
    """Below the folder, such as `creative/checkout.yaml`."""
    text: str
    edition: str
    passages: tuple[Passage, ...] = ()
    unread: str = ""
    """Why there are no passages: the file is not plain YAML. Empty where it is."""


class FolderNow(Struct, frozen=True):
    """A brand's folder as it stands now, with what is wrong in it, each with file and line.

    `content` is None where the folder cannot be read at all; with mistakes, what they are about
    has a harmless default in it. `catalogue` is a digest of the products beside it.
    """

    content: BrandFolder | None
    mistakes: tuple[str, ...] = ()
    catalogue: str = ""


class Source(Struct, frozen=True):
    """What a new framework is made of: another one's file, and what goes with it, as text.
    `layouts` are by file. `by` is where its words come from, empty for the brand's own."""

    text: str
    edition: str
    voice: str = ""
    layouts: Mapping[str, str] = MappingProxyType({})
    by: str = ""


class Adoption(Struct, frozen=True):
    """An approved proposal, and where its words come from, as it will stand beside them.

    `label` is what people see of a tone or an angle that is new, `describes` what it is described
    by: what was asked for, where it is empty, or with `name_alone` its name.
    """

    draft: Draft
    by: str
    label: str = ""
    describes: str = ""
    name_alone: bool = False


class BrandFiles(Protocol):
    """The folder of one brand. Every method may block on the disk and raise UserError."""

    @property
    def where(self) -> str:
        """The folder, to tell it from another of the same brand."""
        ...

    def read_only(self) -> str:
        """Why nothing can be written into it, in a sentence; empty where it can."""
        ...

    def now(self) -> FolderNow: ...

    def framework(self, key: str) -> FrameworkFile | None:
        """The file of a framework; None where there is none."""
        ...

    def key_of(self, name: str) -> str:
        """The key of the framework in a file; empty where there is none in it."""
        ...

    def alone(self) -> AbstractContextManager[None]:
        """Nobody else who asks for it, in whatever process, is within it at the same time."""
        ...

    def changed(self, key: str, change: Change) -> Mapping[str, str]:
        """The files that the change makes, by name, whole; those that stay as they are left out.

        Raises UserError where the change cannot be made by itself.
        """
        ...

    def own_file(self, name: str) -> FrameworkFile:
        """A file of the brand beside its frameworks, such as `voice.yaml`; one that is not there
        yet has no text."""
        ...

    def own_changed(self, change: BrandChange) -> Mapping[str, str]:
        """The files that the change makes, as `changed` does for a framework."""
        ...

    def source(self, key: str) -> Source | None:
        """What a new framework that is to be like this one is made of; None where there is none."""
        ...

    def begun(self, begin: Begin, source: Source) -> tuple[str, Mapping[str, str]]:
        """A new framework's file, and all files that it makes, by name, whole.

        Raises UserError where that cannot be done by itself.
        """
        ...

    def mentioned(self, words: Collection[str]) -> Collection[str]:
        """Those that stand in the file of any framework."""
        ...

    def text(self, name: str) -> str:
        """A file's text. Raises UserError where it cannot be read."""
        ...

    def with_adopted(self, adoptions: Sequence[Adoption]) -> Mapping[str, str]:
        """The files that approved proposals make, by name, whole.

        Raises UserError where that cannot be done by itself.
        """
        ...

    def adopted(self, adoptions: Sequence[Adoption]) -> Adopted:
        """As many of these as the files can take, and what each other one still needs.

        Raises BrandFolderError where the folder has mistakes already.
        """
        ...

    def saying(self, content: BrandFolder) -> Mapping[str, str]:
        """The files, by name, whole, that make the folder say these frameworks, voice and claims;
        those that say so already are left out. What else there is in `content` is not looked at,
        and frameworks that it lacks stay.

        Raises BrandFolderError where the folder has mistakes, or would have.
        """
        ...

    def refuse_mistakes(self, texts: Mapping[str, str]) -> None:
        """Reads the folder as it would be with these. Raises BrandFolderError with each mistake."""
        ...

    def write(self, texts: Mapping[str, str], when_ready: Callable[[], None]) -> None:
        """Puts these in place, each whole or not at all, whatever happens meanwhile.

        `when_ready` is called once they are on the disk beside the old ones and can only be put in
        place any more; if it raises, nothing is changed.
        """
        ...

    def texts(self, content: BrandFolder) -> Mapping[str, str]:
        """The files that would say this, by name, in a form that is always the same."""
        ...
