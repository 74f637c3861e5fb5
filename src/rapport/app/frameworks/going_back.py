"""The way back for words: what a release said is written into the brand's folder once more.

Nothing holds by that. It is a change to the files like any other, with its entry in the audit log,
and goes out once somebody publishes it: what differs is read first, and by two where two are asked
for.
"""

from __future__ import annotations

from msgspec import Struct

from rapport.app.frameworks.editing import Editing, Told
from rapport.app.publishing.put_back import EVERYTHING, FRAMEWORK, WORDS, Part, with_part
from rapport.app.publishing.release_changes import folder_of, seen_as
from rapport.core.blueprint import Release
from rapport.core.creative.editing import bound_in_words
from rapport.core.oversight.people import Actor
from rapport.errors import BrandFolderError, ConflictError

CHANGED = (
    "Something was changed or published since you looked. Nothing was put back: look again "
    "at what differs now."
)


class WrittenBack(Struct, frozen=True):
    """What came of it: the part that was put back, and the files that changed; none where they said
    so already."""

    part: Part
    files: tuple[str, ...]


class GoingBack:
    """The use case. Every change goes through `editing`."""

    def __init__(self, editing: Editing) -> None:
        self._editing = editing

    def put_back(
        self,
        brand: str,
        then: Release,
        part: Part,
        actor: Actor,
        seen: str = "",
        *,
        only_check: bool = False,
    ) -> WrittenBack:
        """Writes this part into the folder as the release has it, or with `only_check` looks
        whether it could; `seen` is the digest (`seen_as`) of release and folder as somebody saw
        them, empty where nobody did.

        Raises NotAllowedError, ReadOnlyError, BrandFolderError with every mistake that the folder
        has or would have, ConflictError where it is not as it was seen, and UserError where it
        cannot be written. Nothing is changed then.
        """
        self._editing.allow(brand, actor)
        files = self._editing.writable(brand)
        with files.alone():
            now = files.now()
            if now.content is None or now.mistakes:
                raise BrandFolderError(now.mistakes)
            if seen and seen != seen_as(then, now.content):
                raise ConflictError(CHANGED)
            texts = files.saying(with_part(part, now.content, folder_of(then)))
            if texts:
                files.refuse_mistakes(texts)
                if only_check:
                    return WrittenBack(part, tuple(texts))
                words = f"put back {_called(part)}, as release {then.number} has it"
                self._editing.put(files, texts, Told(brand, _about(part), actor, words, {}))
        return WrittenBack(part, tuple(texts))


def _about(part: Part) -> str:
    """What the audit log says that it was done to."""
    if part.framework:
        return f"framework {part.framework}"
    return "all frameworks, the voice and the claims" if part.kind == EVERYTHING else "the voice"


def _called(part: Part) -> str:
    if part.kind == WORDS:
        return f"the words {bound_in_words(dict(part.bound))}"
    if part.kind == FRAMEWORK:
        return "all of it"
    if part.kind == EVERYTHING:
        return "all of them"
    return f"“{part.what}”"
