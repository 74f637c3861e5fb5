"""What words that somebody saw in a framework's file have become since."""

from __future__ import annotations

from difflib import SequenceMatcher

from rapport.core.creative.editing import Passage
from rapport.ports.brand_files import FrameworkFile


def became(passage: str, seen: FrameworkFile, now: FrameworkFile) -> Passage | None:
    """What stands now where a passage stood in a file as somebody saw it: itself or, where it was
    changed, what took its place. None where it was not in there, is gone, or cannot be told."""
    olds, news = ([one.id for one in file.passages] for file in (seen, now))
    if passage not in olds:
        return None
    place = olds.index(passage)
    steps = SequenceMatcher(None, olds, news, autojunk=False).get_opcodes()
    for what, begin, end, first, last in steps:
        if not begin <= place < end:
            continue
        if what == "equal":
            return now.passages[first + place - begin]
        here = now.passages[first:last]
        alike = [one for one in here if _alike(seen.passages[place], one)]
        if end - begin == last - first and here[place - begin] in alike:
            return here[place - begin]
        return alike[0] if len(alike) == 1 else None
    return None


def _alike(was: Passage, one: Passage) -> bool:
    """Whether one may be what another became: they are for the same, or say some of the same."""
    if was.language != one.language:
        return False
    return was.bound == one.bound or bool(was.words.items() & one.words.items())
