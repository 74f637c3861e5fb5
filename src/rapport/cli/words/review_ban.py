"""Before a phrase is banned at the terminal: what that takes along, and a question."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from rich.text import Text

from rapport.app.reviewing.taken_along import Mention, TakenAlong
from rapport.app.reviewing.teach import Lesson
from rapport.cli.asking import NO, YES, ask, not_confirmed
from rapport.cli.output import terminal
from rapport.cli.words.at_desk import AtDesk
from rapport.core.copy_checks.teaching import PHRASE
from rapport.core.creative.wording import made_visible
from rapport.core.oversight.people import Actor


def confirmed(here: AtDesk, actor: Actor, lesson: Lesson, draft: str, *, yes: bool) -> Lesson:
    """The lesson as it was confirmed, perhaps with fewer words to stop.

    Shows what a ban takes along beside the draft, and asks, unless that is nothing or `yes` was
    said. Raises NotConfirmedError where the answer is no, or there is none.
    """
    while lesson.kind == PHRASE:
        found = here.desk.takes_along(here.brand, actor, lesson, draft)
        lesson = replace(lesson, text=found.phrase, seen=found.seen)
        show(found)
        if yes or not found.any:
            break
        answer = ask("Ban them? y, n, or other words: ").strip()
        if answer.casefold() in NO:
            raise not_confirmed(answer, "To ban without a question: --yes")
        if answer.casefold() in YES:
            break
        lesson = replace(lesson, text=answer)
    return lesson


def show(found: TakenAlong) -> None:
    """Prints what a ban takes along; nothing where it takes nothing."""
    console = terminal()
    for line in said(found):
        console.print(line, markup=False, soft_wrap=True)
    for heading, mentions, count in (
        ("Drafts", found.drafts, found.waiting + found.usable),
        ("Approved words", found.blocks, found.wordings),
    ):
        if not mentions:
            continue
        few = "" if len(mentions) == count else f", {len(mentions)} of {count:,}"
        console.print(f"{heading}{few}:", style="dim")
        for one in mentions:
            console.print(_line(one), soft_wrap=True)


def said(found: TakenAlong) -> Sequence[str]:
    """What a ban takes along, in sentences."""
    phrase = made_visible(found.phrase)
    lines = []
    if found.waiting:
        them = "draft that waits is" if found.waiting == 1 else "drafts that wait are"
        lines.append(f"{found.waiting:,} other {them} rejected with '{phrase}'.")
    if found.usable:
        them = "draft goes" if found.usable == 1 else "drafts go"
        lines.append(f"{found.usable:,} approved {them} out no more.")
    if found.wordings:
        have = "wording has" if found.wordings == 1 else "wordings have"
        lines.append(
            f"{found.wordings:,} approved {have} '{phrase}' and will stay; whatever is written "
            "anew must do without."
        )
    return lines


def _line(one: Mention) -> Text:
    line = Text(f"  {one.framework}, {one.slot}: ")
    line.append(made_visible(one.before)).append(made_visible(one.found), "bold underline")
    return line.append(made_visible(one.after))
