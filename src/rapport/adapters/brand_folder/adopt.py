"""Takes approved proposals into a brand's folder: what people wrote stays as they wrote it.

Entries are put behind the last one of their list, as text, so that comments and the order of things
are kept. The folder with all of it is read as publishing would read it before a file is replaced.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from rapport.adapters.brand_folder.closing import LevelKey, closed, is_kept_closed, without_closing
from rapport.adapters.brand_folder.coverage import uncovered
from rapport.adapters.brand_folder.draft import BrandDraft
from rapport.adapters.brand_folder.in_yaml import in_yaml
from rapport.adapters.brand_folder.nodes import LOADER
from rapport.adapters.brand_folder.positions import end_line
from rapport.adapters.brand_folder.read import read_brand_draft, read_brand_folder
from rapport.adapters.brand_folder.stretches import composed
from rapport.adapters.plain_files import plain_file
from rapport.core.creative.editing import LEVELS
from rapport.core.creative.framework import NO_OFFER
from rapport.core.creative.seconds import go_second
from rapport.core.creative.wording import sentence_in
from rapport.core.oversight.adoption import Adopted, Held
from rapport.errors import UserError
from rapport.ports.brand_files import Adoption


def adopted(folder: Path, adoptions: Sequence[Adoption]) -> Adopted:
    """The folder's files with as many of them as it can take; nothing is written.

    What cannot be taken in holds up nothing else. Those for the same new tone and angle go
    together, as each may be what another one lacks. Raises BrandFolderError where the folder has
    mistakes as it is.
    """
    read_brand_folder(folder)
    with tempfile.TemporaryDirectory(prefix="rapport-adopt-") as scratch:
        shelf = _Shelf(folder, Path(scratch) / "brand")
        if not adoptions or not shelf.take(adoptions):
            return Adopted(shelf.texts, tuple(one.draft.id for one in adoptions))
        taken: list[str] = []
        held: list[Held] = []
        for group in shelf.groups(adoptions):
            wrong = shelf.take(group)
            if not wrong:
                taken += [one.draft.id for one in group]
                continue
            for one in group:  # one alone may be right
                needs = shelf.take([one]) if len(group) > 1 else wrong
                if needs:
                    held.append(Held(one.draft.id, wrong))
                else:
                    taken.append(one.draft.id)
        return Adopted(shelf.texts, tuple(taken), tuple(held))


def with_adopted(folder: Path, adoptions: Sequence[Adoption]) -> dict[str, str]:
    """The files that all of them make, by name, whole, whether or not they would be right.

    Raises UserError where an entry cannot be added by itself.
    """
    with tempfile.TemporaryDirectory(prefix="rapport-adopt-") as scratch:
        return _Shelf(folder, Path(scratch) / "brand").having(adoptions)


class _Shelf:
    """A copy of a folder, and the texts of the files in it that are about to be others."""

    def __init__(self, folder: Path, copy: Path) -> None:
        self._folder = folder
        self._copy = copy
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns(".*", "images"))
        self._written: set[str] = set()
        self.texts: dict[str, str] = {}

    def groups(self, adoptions: Sequence[Adoption]) -> list[list[Adoption]]:
        """Those for the same new combination together, each other one by itself, in their order."""
        frameworks = {one.key: one for one in self._read({}).folder.frameworks}
        groups: dict[object, list[Adoption]] = {}
        for one in adoptions:
            framework, action = frameworks.get(one.draft.framework), one.draft.action
            new = framework is None or any(
                action.level(factor) not in framework.keys(factor) for factor in LEVELS
            )
            combination = (one.draft.framework, action.tone, action.angle)
            groups.setdefault(combination if new else one.draft.id, []).append(one)
        return list(groups.values())

    def take(self, group: Sequence[Adoption]) -> tuple[str, ...]:
        """Takes them all in, or says what is in the way and changes nothing."""
        try:
            texts = self.having(group)
        except UserError as error:
            return (str(error),)
        draft = self._read(texts)
        if draft.mistakes:
            return _in_short(draft)
        self.texts = texts
        return ()

    def having(self, group: Sequence[Adoption]) -> dict[str, str]:
        texts = dict(self.texts)
        content, files = self._read(texts).folder, _files(self._folder)
        tones = {tone.key for tone in content.voice.tones}
        frameworks = {framework.key: framework for framework in content.frameworks}
        narrow: dict[str, list[LevelKey]] = {}
        seconds = go_second(content, [one.draft for one in group])
        for one, second in zip(group, seconds, strict=True):
            draft = one.draft
            framework, file = frameworks.get(draft.framework), files.get(draft.framework)
            if framework is None or file is None:
                raise UserError(f"There is no framework '{draft.framework}' any more.")
            text = texts.get(file) or self._original(file)
            for factor in LEVELS:
                level = draft.action.level(factor)
                known = narrow.setdefault(draft.framework, [])
                new = level and level not in framework.keys(factor)
                if (factor, level) not in known and (new or is_kept_closed(text, (factor, level))):
                    known.append((factor, level))
                    if new:
                        self._add(texts, file, f"{factor}s", _level(one, level))
            tone = draft.action.tone
            if tone and tone not in tones:
                tones.add(tone)
                self._add(texts, "voice.yaml", "tones", _voice_tone(one))
            entry = _entry(one, content.brand.language, second=second)
            self._add(texts, file, "blocks", entry)
        for key, levels in narrow.items():
            if levels:
                texts[files[key]] = without_closing(texts[files[key]], levels)
                texts[files[key]] = closed(texts[files[key]], self._read(texts).folder, key, levels)
        return texts

    def _read(self, texts: Mapping[str, str]) -> BrandDraft:
        for name in {*self._written, *texts}:
            text = texts.get(name) or self._original(name)
            (self._copy / name).unlink(missing_ok=True)  # it may be a link to the very file
            (self._copy / name).write_text(text, encoding="utf-8", newline="")
        self._written = set(texts)
        return read_brand_draft(self._copy)

    def _original(self, name: str) -> str:
        return plain_file(self._folder / name).read_text(encoding="utf-8-sig")

    def _add(self, texts: dict[str, str], name: str, key: str, entry: Mapping[str, object]) -> None:
        """Puts an entry behind the last one of a list, in what the file is about to be."""
        texts[name] = _with_entry(name, texts.get(name) or self._original(name), key, entry)


def _in_short(draft: BrandDraft) -> tuple[str, ...]:
    """What is wrong, with all the parts that a combination lacks in one sentence."""
    gaps: dict[str, list[str]] = {}
    said = {gap for _, gap in uncovered(draft.folder)}
    for gap in said:
        what, _, where = gap.removeprefix("no approved ").partition(" for ")
        gaps.setdefault(where, []).append(what)
    others = [line for line in draft.mistakes if not any(line.endswith(gap) for gap in said)]
    lacking = [f"It needs words for {where}: {', '.join(gaps[where])}." for where in sorted(gaps)]
    return (*others, *lacking)


def _level(one: Adoption, key: str) -> dict[str, object]:
    return {"key": key, "label": one.label or _label(key), "describes": _described(one, key)}


def _described(one: Adoption, key: str) -> str:
    return f"{_label(key)}." if one.name_alone else one.describes or one.draft.brief


def _entry(one: Adoption, language: str, *, second: bool) -> dict[str, object]:
    draft, action = one.draft, one.draft.action
    bound: dict[str, object] = {"by": one.by}
    if draft.point:
        bound["points"] = [draft.point]
    for factor in ("offer", "tone", "angle"):
        if action.level(factor) not in ("", NO_OFFER):
            bound[factor] = action.level(factor)
    if draft.language != language:
        bound["language"] = draft.language
    if second:
        bound["also"] = True
    return {**bound, **draft.slots}


def _voice_tone(one: Adoption) -> dict[str, object]:
    draft = one.draft
    return {
        "key": draft.action.tone,
        "label": one.label or _label(draft.action.tone),
        "describes": _described(one, draft.action.tone),
        "example": sentence_in(draft.slots) or _described(one, draft.action.tone),
    }


def _label(key: str) -> str:
    return key.replace("-", " ").capitalize()


def _files(folder: Path) -> dict[str, str]:
    """The file of each framework, below the folder."""
    found = {}
    for file in sorted((folder / "creative").glob("*.yaml")):
        node = yaml.compose(plain_file(file).read_text(encoding="utf-8"), Loader=LOADER)
        key = _value(node, "key")
        if isinstance(key, yaml.ScalarNode):
            found[str(key.value)] = f"creative/{file.name}"
    return found


def _with_entry(name: str, text: str, key: str, entry: Mapping[str, object]) -> str:
    entries = _value(composed(text), key)
    written = in_yaml([entry])
    below = isinstance(entries, yaml.SequenceNode) and not entries.flow_style and entries.value
    if not isinstance(entries, yaml.SequenceNode) or not below:
        raise UserError(
            f"{name}: '{key}' is not written one entry below the other, so nothing is added by "
            f"itself. Add this yourself:\n{written}"
        )
    last = entries.value[-1]
    indent = " " * entries.value[0].start_mark.column
    dash = text.split("\n")[entries.value[0].start_mark.line]
    indent = dash[: len(dash) - len(dash.lstrip())] if dash.lstrip().startswith("-") else indent[2:]
    lines = text.split("\n")
    place = end_line(last)
    while place > 0 and not lines[place - 1].strip():
        place -= 1
    added = [f"{indent}{line}" if line else "" for line in written.rstrip("\n").split("\n")]
    apart = [""] if key == "blocks" else []
    return "\n".join([*lines[:place], *apart, *added, *lines[place:]])


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if isinstance(name, yaml.ScalarNode) and name.value == key:
                found: yaml.Node = value
                return found
    return None
