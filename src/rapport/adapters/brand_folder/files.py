"""The files of a brand's folder, as the console reads and changes them."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO

from rapport.adapters.brand_folder.adopt import adopted, with_adopted
from rapport.adapters.brand_folder.beginning import There, begun
from rapport.adapters.brand_folder.changing import passages_in, texts_with
from rapport.adapters.brand_folder.changing_brand_rules import rule_texts_with
from rapport.adapters.brand_folder.changing_rules import GONE, Entry, visual_in
from rapport.adapters.brand_folder.changing_voice import voice_texts_with
from rapport.adapters.brand_folder.draft import BrandDraft
from rapport.adapters.brand_folder.in_place import put_in_place
from rapport.adapters.brand_folder.line_ends import with_line_ends
from rapport.adapters.brand_folder.nodes import MAX_BYTES, Problems, load
from rapport.adapters.brand_folder.read import read_brand_draft, read_brand_folder
from rapport.adapters.brand_folder.restoring import Around, texts_saying
from rapport.adapters.brand_folder.trying_out import copied, not_tried_out, scratch
from rapport.adapters.brand_folder.write import write_brand_folder
from rapport.adapters.plain_files import plain_file
from rapport.core.blueprint import BrandFolder
from rapport.core.creative.editing import (
    Begin,
    Change,
    RuleChange,
    SaveRule,
    SetAllowed,
    WholeText,
    rule_already,
    rule_id,
)
from rapport.core.creative.framework import Rule
from rapport.core.deciding.brand_rules import BrandRuleChange
from rapport.core.oversight.adoption import Adopted
from rapport.errors import BrandFolderError, TemporaryError, UserError, not_written
from rapport.ports.brand_files import (
    VOICE,
    Adoption,
    BrandChange,
    FolderNow,
    FrameworkFile,
    Source,
)

_Stamp = tuple[tuple[str, int, int], ...]
_BOM = "\ufeff"
_LOCK = threading.Lock()


class FolderFiles:
    """Implements `rapport.ports.brand_files.BrandFiles` over the folder at `path`. `lock` is
    a file outside of it, by which processes that change it wait for each other."""

    def __init__(self, path: Path, lock: Path) -> None:
        self._path = path
        self._lock = lock
        self._parsed: dict[str, FrameworkFile] = {}
        self._known: tuple[_Stamp, FolderNow, BrandDraft | None] | None = None
        self._reading = threading.Lock()

    def read_only(self) -> str:
        creative = self._path / "creative"
        places = [self._path, *([creative] if creative.exists() else [])]  # else it is made
        if all(os.access(place, os.W_OK | os.X_OK) for place in places):
            return ""
        return (
            f"The folder {self._path} may be read and not written. Whoever runs Rapport can change "
            "that; until then words are changed where the folder comes from."
        )

    def now(self) -> FolderNow:
        return self._as_it_is()[1]

    @property
    def where(self) -> str:
        return str(self._path.resolve())

    def draft(self) -> BrandDraft | None:
        """The same, with where each mistake is; None where the folder cannot be read at all."""
        return self._as_it_is()[2]

    def _as_it_is(self) -> tuple[_Stamp, FolderNow, BrandDraft | None]:
        known = self._known
        if known is not None and known[0] == self._stamp():
            return known
        with self._reading:  # a large folder takes a while: one reads it, the others have it then
            stamp, known = self._stamp(), self._known
            if known is None or known[0] != stamp:
                known = self._known = stamp, *self._read()
            return known

    def _read(self) -> tuple[FolderNow, BrandDraft | None]:
        catalogue = _digest(self._path / "catalogue.csv")
        try:
            draft = read_brand_draft(self._path)
        except BrandFolderError as error:
            return FolderNow(None, error.problems, catalogue), None
        return FolderNow(draft.folder, draft.mistakes, catalogue), draft

    def _stamp(self) -> _Stamp:
        """Name, time and size of all that is read."""
        found = []
        for pattern in ("*.yaml", "*.yml", "*.csv", "creative/*", "flows/*", "layouts/*"):
            for file in sorted(self._path.glob(pattern)):
                if not file.name.startswith(".") and file.is_file():
                    told = file.stat()
                    found.append((str(file), told.st_mtime_ns, told.st_size))
        return tuple(found)

    def framework(self, key: str) -> FrameworkFile | None:
        for file in sorted((self._path / "creative").glob("*.yaml")):
            name = f"creative/{file.name}"
            try:
                content = self._bytes(name)
            except UserError:
                continue  # nobody knows whose it is; `now` says what is wrong with it
            problems = Problems()
            value = load(name, content, problems)
            text = _decoded(content)
            if problems.found or not value.is_mapping:
                if re.search(rf"^key:[ \t]*{re.escape(key)}[ \t]*(#.*)?$", text, re.MULTILINE):
                    unread = problems.lines() or (f"{name}: it holds no framework",)
                    return FrameworkFile(name, text, _edition(content), (), unread[0])
            elif (found := value.entries().get("key")) is not None and found.written == key:
                return self._with_passages(name, text, _edition(content))
        return None

    def key_of(self, name: str) -> str:
        value = load(name, self._bytes(name), Problems())
        found = value.entries().get("key") if value.is_mapping else None
        return found.written if found is not None else ""

    def _with_passages(self, name: str, text: str, edition: str) -> FrameworkFile:
        """Taking a large file apart takes a second, so it is done once for each edition."""
        known = self._parsed.get(name)
        if known is None or known.edition != edition:
            known = FrameworkFile(name, text, edition, passages_in(text))
            self._parsed[name] = known
        return known

    @contextmanager
    def alone(self) -> Iterator[None]:
        with alone(self._lock):
            yield

    def changed(self, key: str, change: Change) -> Mapping[str, str]:
        found = self.framework(key)
        if found is None:
            raise UserError(f"There is no framework '{key}' in {self._path} any more.")
        if isinstance(change, WholeText):
            return texts_with(change, found.name, self._text)
        if isinstance(change, RuleChange) and rule_already(change, self._rules(key)):
            return {}
        if isinstance(change, SaveRule) and change.was:
            was = self._rule(key, change.was)
            return texts_with(change, found.name, self._tame_text, was)
        if isinstance(change, SetAllowed) and change.taken:
            visuals = {key: self._visual(key, of) for key, of in change.taken.items()}
            return texts_with(change, found.name, self._tame_text, visuals=visuals)
        return texts_with(change, found.name, self._tame_text)

    def own_file(self, name: str) -> FrameworkFile:
        try:
            content = self._bytes(name) if self._is_there(name) else b""
        except UserError as error:  # `now` says so, too
            return FrameworkFile(name, "", _edition(b""), unread=str(error))
        return FrameworkFile(name, _decoded(content), _edition(content))

    def own_changed(self, change: BrandChange) -> Mapping[str, str]:
        if isinstance(change, BrandRuleChange):
            content = self.now().content
            rules = content.rules if content else ()
            return rule_texts_with(change, rules, self._tame_text_if_there)
        return voice_texts_with(change, self._tame_text_if_there)

    def _is_there(self, name: str) -> bool:
        return os.path.lexists(self._path / name)

    def _rules(self, key: str) -> tuple[Rule, ...]:
        content = self.now().content
        found = content.framework(key) if content else None
        return found.rules if found else ()

    def _rule(self, key: str, was: str) -> Rule:
        for rule in self._rules(key):
            if rule_id(rule) == was:
                return rule
        raise UserError(GONE)

    def _visual(self, key: str, framework: str) -> Entry:
        """A visual as another framework has it."""
        found = self.framework(framework)
        if found is None:
            raise UserError(f"There is no framework '{framework}' to take a visual from any more.")
        return visual_in(self._tame_text(found.name), key)

    def source(self, key: str) -> Source | None:
        found = self.framework(key)
        if found is None or found.unread:
            return None
        layouts = {
            name: self._text(name)
            for name in sorted(f"layouts/{file.name}" for file in self._path.glob("layouts/*.mjml"))
        }
        return Source(found.text, found.edition, self._text(VOICE), layouts)

    def begun(self, begin: Begin, source: Source) -> tuple[str, Mapping[str, str]]:
        content = self.now().content
        there = There(
            self._tame_text(VOICE),
            {one.key for one in content.offers} if content else (),
            content.brand.facts if content else (),
            {f"layouts/{file.name}" for file in self._path.glob("layouts/*")},
        )
        made = begun(begin, source, there)
        own = begin.text or made[""]
        name = self._new_name(begin.key)
        return name, {**{other: text for other, text in made.items() if other}, name: own}

    def _new_name(self, key: str) -> str:
        """A file that is not there yet."""
        stem = key.replace("-", "_")
        names = [f"creative/{stem}.yaml", *(f"creative/{stem}_{n}.yaml" for n in range(2, 200))]
        return next(name for name in names if not os.path.lexists(self._path / name))

    def mentioned(self, words: Collection[str]) -> Collection[str]:
        found: set[str] = set()
        for file in sorted((self._path / "creative").glob("*.yaml")) if words else ():
            with contextlib.suppress(UserError):  # `now` says what is wrong with it
                text = self._text(f"creative/{file.name}")
                found.update(one for one in words if one in text)
        return found

    def text(self, name: str) -> str:
        return self._text(name)

    def with_adopted(self, adoptions: Sequence[Adoption]) -> Mapping[str, str]:
        now = self.now()
        if now.content is None or now.mistakes:
            raise BrandFolderError(now.mistakes)
        return with_adopted(self._path, adoptions)

    def adopted(self, adoptions: Sequence[Adoption]) -> Adopted:
        try:
            return adopted(self._path, adoptions)
        except OSError as error:
            raise not_tried_out(error) from error

    def saying(self, content: BrandFolder) -> Mapping[str, str]:
        now = self.now()
        if now.content is None or now.mistakes:
            raise BrandFolderError(now.mistakes)

        def text(name: str) -> str:
            return self._tame_text(name) if name.endswith(".yaml") else self._text(name)

        around = Around(
            self.framework,
            lambda name: text(name) if self._is_there(name) else "",
            self._new_name,
            self.would_say,
        )
        return texts_saying(now.content, content, around)

    def refuse_mistakes(self, texts: Mapping[str, str]) -> None:
        self.would_say(texts)

    def would_say(self, texts: Mapping[str, str]) -> BrandFolder:
        with scratch("rapport-edit-") as aside:
            copy = aside / "brand"
            copied(self._path, copy)
            for name, text in texts.items():
                (copy / name).parent.mkdir(exist_ok=True)
                (copy / name).unlink(missing_ok=True)  # it may be a link to the very file
                (copy / name).write_bytes(self._encoded(name, text))
            return read_brand_folder(copy)

    def write(self, texts: Mapping[str, str], when_ready: Callable[[], None]) -> None:
        # The voice first: a tone that nobody uses yet is no mistake, one that it lacks is. Layouts
        # likewise: one that no framework names is none, either.
        names = sorted(texts, key=_turn)
        contents = {self._path / name: self._encoded(name, texts[name]) for name in names}
        try:
            for file in contents:
                file.parent.mkdir(exist_ok=True)
            put_in_place(contents, when_ready, self._path / "brand.yaml")
        except OSError as error:
            raise not_written(error, self._path) from error

    def texts(self, content: BrandFolder) -> Mapping[str, str]:
        return texts_of(content)

    def _text(self, name: str) -> str:
        return _decoded(self._bytes(name))

    def _tame_text(self, name: str) -> str:
        """Of plain YAML alone: what is not could be anything once it is taken apart."""
        content, problems = self._bytes(name), Problems()
        load(name, content, problems)
        if problems.found:
            raise BrandFolderError(problems.lines())
        return _decoded(content)

    def _tame_text_if_there(self, name: str) -> str:
        return self._tame_text(name) if self._is_there(name) else ""

    def _bytes(self, name: str) -> bytes:
        file = self._path / name
        try:
            if not file.resolve().is_relative_to(self._path.resolve()):
                raise UserError(f"{name} leads out of the brand's folder.")
            with plain_file(file).open("rb") as stream:
                return stream.read(MAX_BYTES + 1)
        except OSError as error:
            raise UserError(f"{name} cannot be read: {error.strerror}.") from error
        except RuntimeError as error:
            raise UserError(f"{name} cannot be read: it is a link to itself.") from error

    def _encoded(self, name: str, text: str) -> bytes:
        """With the beginning and the ends of lines that the file has now."""
        try:
            now = self._bytes(name)
        except UserError:
            now = b""
        bom = _BOM.encode() if now.startswith(_BOM.encode()) else b""
        return bom + with_line_ends(now.removeprefix(bom), text).encode()


def texts_of(content: BrandFolder) -> Mapping[str, str]:
    """The files that would say this, by name, in a form that is always the same."""
    with scratch("rapport-texts-") as root:
        write_brand_folder(content, root)
        return {
            str(file.relative_to(root)): file.read_text(encoding="utf-8")
            for file in sorted(root.rglob("*"))
            if file.is_file()
        }


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Nobody else who asks for the file `lock`, in whatever process, is within it meanwhile."""
    with _LOCK, contextlib.ExitStack() as held:
        try:
            _wait_for(held.enter_context(plain_file(lock).open("a")))
        except OSError as error:
            raise TemporaryError(f"{lock} cannot be used: {error.strerror}.") from error
        yield


def _turn(name: str) -> int:
    return 0 if name == VOICE else 1 if name.startswith("layouts/") else 2


def _wait_for(file: IO[str]) -> None:
    """Takes the lock, which falls when the file is closed."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 (is only there)

        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
    else:
        import fcntl  # noqa: PLC0415 (is only there)

        fcntl.flock(file, fcntl.LOCK_EX)


def _decoded(content: bytes) -> str:
    return content.decode("utf-8-sig", "replace").replace("\r\n", "\n")


def _edition(content: bytes) -> str:
    return sha256(content).hexdigest()


def _digest(file: Path) -> str:
    """Empty where there is none, or it cannot be read: publishing says so then."""
    try:
        return _edition(file.read_bytes()) if file.is_file() else ""
    except OSError:
        return ""
