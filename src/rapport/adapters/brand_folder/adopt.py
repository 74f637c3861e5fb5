"""Takes approved proposals into a brand's folder: what people wrote stays as they wrote it.

Entries are put behind the last one of their list, as text, so that comments and the order of things
are kept. Before a file is replaced, the folder with all of it is read as publishing would read it.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from rapport.adapters.brand_folder.in_yaml import in_yaml
from rapport.adapters.brand_folder.patching import end_line
from rapport.adapters.brand_folder.read import read_brand_folder
from rapport.core.blueprint import BrandFolder
from rapport.core.creative import NO_OFFER
from rapport.errors import BrandFolderError, UserError
from rapport.ports.brand_files import Adoption

NOTHING_WRITTEN = "Nothing was written: with the approved words the folder has mistakes."


def adopted_already(folder: Path, draft: str) -> bool:
    """Whether the folder's words name this draft as where they come from."""
    return any(
        draft in file.read_text(encoding="utf-8", errors="replace")
        for file in sorted((folder / "creative").glob("*.yaml"))
    )


def adopt(folder: Path, adoptions: Sequence[Adoption]) -> list[str]:
    """Writes them into the folder, all or none, and says which files changed.

    Raises BrandFolderError where the folder would not be right with them (a new angle may need
    words for every point), and UserError where a list is not written one entry below the other.
    """
    texts = with_adopted(folder, read_brand_folder(folder), adoptions)
    _refuse_mistakes(folder, texts)
    for name, text in texts.items():
        _replace(folder / name, text)
    return list(texts)


def with_adopted(
    folder: Path, before: BrandFolder, adoptions: Sequence[Adoption]
) -> dict[str, str]:
    """The files that change, by name, whole. Raises UserError as `adopt` does."""
    texts: dict[str, str] = {}
    tones = {tone.key for tone in before.voice.tones}
    added: set[tuple[str, str, str]] = set()
    frameworks = {framework.key: framework for framework in before.frameworks}
    files = _files(folder)
    for one in adoptions:
        draft = one.draft
        framework, file = frameworks.get(draft.framework), files.get(draft.framework)
        if framework is None or file is None:
            raise UserError(f"There is no framework '{draft.framework}' in {folder} any more.")
        for factor in ("tone", "angle"):
            level = draft.action.level(factor)
            new = level and level not in framework.keys(factor)
            if new and (file, factor, level) not in added:
                added.add((file, factor, level))
                described = {"describes": draft.brief}
                entry = {"key": level, "label": one.label or _label(level), **described}
                _add(folder, texts, file, f"{factor}s", entry)
        tone = draft.action.tone
        if tone and tone not in tones:
            tones.add(tone)
            _add(folder, texts, "voice.yaml", "tones", _voice_tone(one))
        _add(folder, texts, file, "blocks", _entry(one, before.brand.language))
    return texts


def _entry(one: Adoption, language: str) -> dict[str, object]:
    draft, action = one.draft, one.draft.action
    bound: dict[str, object] = {"by": one.by}
    if draft.point:
        bound["points"] = [draft.point]
    for factor in ("offer", "tone", "angle"):
        if action.level(factor) not in ("", NO_OFFER):
            bound[factor] = action.level(factor)
    if draft.language != language:
        bound["language"] = draft.language
    return {**bound, **draft.slots}


def _voice_tone(one: Adoption) -> dict[str, object]:
    draft = one.draft
    words = draft.slots.get("body") or next(iter(draft.slots.values()))
    return {
        "key": draft.action.tone,
        "label": one.label or _label(draft.action.tone),
        "describes": draft.brief,
        "example": words.partition("\n")[0],
    }


def _label(key: str) -> str:
    return key.replace("-", " ").capitalize()


def _files(folder: Path) -> dict[str, str]:
    """The file of each framework, below the folder."""
    found = {}
    for file in sorted((folder / "creative").glob("*.yaml")):
        node = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
        key = _value(node, "key")
        if isinstance(key, yaml.ScalarNode):
            found[str(key.value)] = f"creative/{file.name}"
    return found


def _add(
    folder: Path, texts: dict[str, str], name: str, key: str, entry: Mapping[str, object]
) -> None:
    """Puts an entry behind the last one of a list, in what the file is about to be."""
    text = texts.get(name) or (folder / name).read_text(encoding="utf-8")
    entries = _value(yaml.compose(text, Loader=yaml.SafeLoader), key)
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
    texts[name] = "\n".join([*lines[:place], *apart, *added, *lines[place:]])


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if isinstance(name, yaml.ScalarNode) and name.value == key:
                found: yaml.Node = value
                return found
    return None


def _refuse_mistakes(folder: Path, texts: dict[str, str]) -> None:
    """Reads a copy of the folder with the new files in it."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "brand"
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns(".*"))
        for name, text in texts.items():
            (copy / name).write_text(text, encoding="utf-8", newline="")
        try:
            read_brand_folder(copy)
        except BrandFolderError as error:
            raise BrandFolderError((NOTHING_WRITTEN, *error.problems)) from error


def _replace(file: Path, text: str) -> None:
    """All of the new file or all of the old one, whatever happens meanwhile."""
    scratch = file.with_name(f".{file.name}.new")
    with scratch.open("w", encoding="utf-8", newline="") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    shutil.copymode(file, scratch)
    scratch.replace(file)
