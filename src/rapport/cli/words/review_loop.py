"""`rapport review` without a word: one draft after the other, each judged with a single key."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress

import typer

from rapport.app.in_charge.people import NotAllowedError
from rapport.app.reviewing.review import Outcome
from rapport.app.reviewing.review_item import Item
from rapport.app.reviewing.teach import Lesson
from rapport.cli.asking import ask
from rapport.cli.output import terminal
from rapport.cli.words.at_desk import AtDesk, at_desk
from rapport.cli.words.review import (
    Taught,
    in_editor,
    lesson_of,
    say,
    say_taken_along,
    show,
)
from rapport.cli.words.review_ban import confirmed
from rapport.core.creative.wording import made_visible
from rapport.core.oversight.people import Actor
from rapport.errors import UserError
from rapport.settings import Settings

KEYS = "a approve  e edit  r reject  x reject and ban words  b all alike  j skip  q leave  ? keys"

EXPLAINED = """\
a  approve: these words go out from now on
e  edit in your editor, and approve what you wrote
r  reject, with a reason
x  reject, and never write some of these words again
b  approve this one and all that are alike, after one more question
j  skip it for now
q  leave
?  these keys"""

LEAVES = ("q", "\x03", "\x04", "")
"""What ends the loop: the key for it, an interruption, and the end of the input."""

JUDGES = ("a", "e", "r", "x", "b")


def run_loop(settings: Settings, brand: str, who: str) -> None:
    """Goes through what waits until somebody leaves or nothing waits any more."""
    console = terminal()
    with at_desk(settings, brand) as here:
        actor = here.desk.acting(here.brand, who)
        skipped: set[str] = set()
        while (item := _next(here, skipped, actor)) is not None:
            console.rule(style="dim")
            show(item, here.desk.shown(here.brand, item.draft.id))
            console.print(f"\n{KEYS}", markup=False, style="dim", soft_wrap=True)
            key = _chosen()
            if key in LEAVES:
                break
            if key == "j":
                skipped.add(item.draft.id)
                continue
            try:
                outcomes = _judge(here, item, actor, key)
            except NotAllowedError:
                raise
            except UserError as error:
                console.print(str(error), markup=False, soft_wrap=True)
                continue
            for outcome in outcomes:
                say(outcome)
                if not outcome.done:
                    skipped.add(outcome.draft)
        left = here.desk.waiting(here.brand)
        console.print(f"{left:,} still wait." if left else "Nothing waits for a person.")


def read_key() -> str:
    """One key of the terminal, without Enter; one character where the input is no terminal. Empty
    where there is no more."""
    return typer.getchar().lower() if sys.stdin.isatty() else _next_sign()


def _chosen() -> str:
    """The next key that does something here. `?` tells what each does; what does nothing is said to
    do so, and no draft is judged by it."""
    while (key := read_key()) not in (*LEAVES, *JUDGES, "j"):
        if key == "?":
            terminal().print(EXPLAINED, markup=False)
        else:
            terminal().print(f"‘{made_visible(key)}’ does nothing here. Keys: ?", markup=False)
    return key


def _next_sign() -> str:
    """The next character that is no white space."""
    while sign := sys.stdin.read(1):
        if not sign.isspace():
            return sign
    return ""


def _next(here: AtDesk, skipped: set[str], actor: Actor) -> Item | None:
    """The first draft that waits and was not skipped."""
    place = None
    while True:
        queue = here.desk.queue(here.brand, place, 50)
        for row in queue.rows:
            if row.draft.id not in skipped and not row.stale:
                with suppress(UserError):  # somebody judged it this moment
                    return here.desk.item(here.brand, row.draft.id, actor)
        if queue.next is None:
            return None
        place = queue.next


def _judge(here: AtDesk, item: Item, actor: Actor, key: str) -> list[Outcome]:
    act: Callable[[], list[Outcome]] = {
        "a": lambda: [here.desk.approve(here.brand, item.draft.id, actor)],
        "e": lambda: [
            here.desk.edit(here.brand, item.draft.id, actor, in_editor(item.draft.slots))
        ],
        "r": lambda: [_reject(here, item, actor, None)],
        "x": lambda: [_reject_and_ban(here, item, actor)],
        "b": lambda: _all_alike(here, item, actor),
    }[key]
    return act()


def _reject_and_ban(here: AtDesk, item: Item, actor: Actor) -> Outcome:
    lesson = lesson_of(Taught(ban=ask("Never write: ")), item.draft)
    if lesson is not None:
        lesson = confirmed(here, actor, lesson, item.draft.id, yes=False)
    return _reject(here, item, actor, lesson)


def _reject(here: AtDesk, item: Item, actor: Actor, lesson: Lesson | None) -> Outcome:
    why = ask("Why? ")
    judged = here.desk.reject(here.brand, item.draft.id, actor, why, lesson)
    say_taken_along(judged)
    return judged.outcome


def _all_alike(here: AtDesk, item: Item, actor: Actor) -> list[Outcome]:
    ids = [item.draft.id, *item.alike[:199]]
    terminal().print(f"Approve all {len(ids)} that are alike? y")
    if read_key() != "y":
        return []
    return here.desk.judge_many(here.brand, ids, actor, None)
