"""`rapport review`: what waits for a person, and judging it from the terminal."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import typer
from msgspec import Struct
from rich.text import Text

from rapport.app.frameworks.described import NEW_LEVEL
from rapport.app.in_charge.reasons import ended
from rapport.app.messages.write import Written
from rapport.app.reviewing.review import FAULTY, Outcome
from rapport.app.reviewing.review_desk import Judged
from rapport.app.reviewing.review_item import Item
from rapport.app.reviewing.teach import Lesson
from rapport.app.wording.lengths import length
from rapport.app.wording.names import begun
from rapport.app.wording.table import Table
from rapport.cli.files import write_json
from rapport.cli.in_charge.policy import print_table
from rapport.cli.output import advice_of, terminal
from rapport.cli.words.at_desk import at_desk
from rapport.cli.words.review_ban import confirmed
from rapport.core.calendar import local_day_in_words
from rapport.core.copy_checks.teaching import EXAMPLE, PHRASE, RULE
from rapport.core.creative.draft import Draft
from rapport.core.creative.wording import made_visible
from rapport.core.text.word_diff import GONE, NEW
from rapport.errors import UserError
from rapport.settings import Settings

SHORT_ID = 8
_STYLES = {NEW: "green underline", GONE: "red strike"}


class Judging(Struct, frozen=True):
    """What a judgement's command line was given."""

    brand: str
    draft: str
    who: str
    because: str = ""
    take_back: bool = False


class Taught(Struct, frozen=True):
    """What a rejection is to teach, of which at most one is given."""

    ban: str = ""
    rule: str = ""
    example: bool = False
    yes: bool = False
    """Bans without asking."""


def run_list(settings: Settings, brand: str, limit: int, json_file: Path | None) -> None:
    with at_desk(settings, brand) as here:
        queue = here.desk.queue(here.brand, None, limit)
        write_json(json_file, {"counts": dict(queue.counts), "rows": queue.rows})
        if not queue.rows:
            terminal().print("Nothing waits for a person.")
            return
        rows = tuple(
            (
                row.draft.id[:SHORT_ID],
                row.begins,
                row.framework,
                ", ".join(row.levels),
                "its ground changed" if row.stale else length(row.draft.deadline - queue.now),
            )
            for row in queue.rows
        )
        heads = ("Draft", "Begins", "Framework", "For", "Left")
        note = f"{here.desk.waiting(here.brand):,} wait. One by one: rapport review"
        print_table(Table("Review", heads, rows, note))


def run_show(settings: Settings, brand: str, draft: str, json_file: Path | None) -> None:
    with at_desk(settings, brand) as here:
        item = here.desk.seen(here.brand, here.whole(draft))
        write_json(json_file, item)
        show(item, here.desk.shown(here.brand, item.draft.id))


def run_approve(settings: Settings, brand: str, draft: str, who: str) -> None:
    with at_desk(settings, brand) as here:
        actor = here.desk.acting(here.brand, who)
        tell([here.desk.approve(here.brand, here.whole(draft), actor)])


def run_edit(settings: Settings, judging: Judging, slots: Sequence[str]) -> None:
    with at_desk(settings, judging.brand) as here:
        actor = here.desk.acting(here.brand, judging.who)
        draft = here.whole(judging.draft)
        words = here.desk.kept(here.brand, draft).draft.slots
        edited = {**words, **dict(map(_slot, slots))} if slots else in_editor(words)
        tell([here.desk.edit(here.brand, draft, actor, edited, judging.because)])


def run_reject(settings: Settings, judging: Judging, taught: Taught) -> None:
    with at_desk(settings, judging.brand) as here:
        actor = here.desk.acting(here.brand, judging.who)
        draft = here.whole(judging.draft)
        lesson = lesson_of(taught, here.desk.kept(here.brand, draft).draft)
        if lesson is not None:
            lesson = confirmed(here, actor, lesson, draft, yes=taught.yes)
        judged = here.desk.reject(
            here.brand, draft, actor, judging.because, lesson, take_back=judging.take_back
        )
        say_taken_along(judged)
        tell([judged.outcome])


def run_bulk(settings: Settings, judging: Judging, *, approve: bool, reject: bool) -> None:
    if approve and reject:
        raise UserError("Say --approve or --reject, not both.")
    with at_desk(settings, judging.brand) as here:
        draft = here.whole(judging.draft)
        drafts = [here.desk.kept(here.brand, draft).draft]
        drafts += [row.draft for row in here.desk.alike(here.brand, draft)]
        if not (approve or reject):
            rows = tuple((one.id[:SHORT_ID], " | ".join(one.slots.values())) for one in drafts)
            note = "All of them at once: rapport review bulk DRAFT --approve, or --reject --because"
            print_table(Table("Alike", ("Draft", "Words"), rows, note))
            return
        actor = here.desk.acting(here.brand, judging.who)
        why = judging.because if reject else None
        ids = [one.id for one in drafts]
        tell(here.desk.judge_many(here.brand, ids, actor, why))


def run_taught(settings: Settings, brand: str, take_back: int | None, who: str) -> None:
    with at_desk(settings, brand) as here:
        if take_back is not None:
            gone = here.desk.unteach(here.brand, here.desk.acting(here.brand, who), take_back)
            terminal().print(f"Taken back: {made_visible(gone.lesson.text)}", markup=False)
            if again := len(gone.waiting_again):
                wait = "draft waits" if again == 1 else "drafts wait"
                terminal().print(f"{again:,} {wait} again that it had taken along: rapport review")
            return
        lessons = [one for one in here.desk.taught(here.brand) if not one.withdrawn]
        rows = tuple(
            (str(one.number), one.kind, one.text, one.who, local_day_in_words(one.at, here.zone))
            for one in lessons
        )
        note = "To take one back: rapport review taught --take-back NUMBER" if rows else ""
        if not rows:
            terminal().print("The writer was taught nothing yet.")
            return
        print_table(Table("Taught", ("", "Kind", "Words", "By", "On"), rows, note))


# --- What the commands and the loop share -------------------------------------------------------


def show(item: Item, example: Written) -> None:
    """Prints all that a judgement needs; `example` is the message as somebody made up gets it."""
    console = terminal()
    levels = ", ".join(label for _, label, _ in item.levels)
    head = f"{item.framework} · {item.point or 'every point'} · {levels}"
    console.print(head, markup=False, style="bold")
    console.print(
        f"For: {made_visible(ended(item.situation))} Written by {made_visible(item.author)}. "
        f"{_messages(item)} would say this now; {_others(len(item.alike))} alike.",
        markup=False,
        soft_wrap=True,
    )
    for factor, label, describes in item.levels:
        if describes.startswith(NEW_LEVEL):
            told = f"{begun(factor)} {label}: {describes}"
            console.print(made_visible(told), markup=False, soft_wrap=True)
    for slot in item.slots:
        words = Text()
        for piece in slot.pieces:
            text = made_visible(piece.text)
            if not console.is_terminal:
                text = {NEW: f"{{+{text}+}}", GONE: f"[-{text}-]"}.get(piece.kind, text)
            words.append(text, style=_STYLES.get(piece.kind, ""))
        console.print(f"\n{slot.slot}", markup=False, style="dim")
        console.print(words, soft_wrap=True)
    console.print()
    for found in item.findings:
        console.print(
            f"✗ {found.rule} in {found.where}: {made_visible(found.found)} ({advice_of(found)})",
            markup=False,
            style="red",
            soft_wrap=True,
        )
    if not item.findings:
        console.print(f"✓ {len(item.checked)} checks passed", style="green")
        console.print(", ".join(item.checked), markup=False, style="dim", soft_wrap=True)
    reader = f"Who would get it, for example: {made_visible(item.example)}"
    console.print(f"\n{reader}", markup=False, style="dim", soft_wrap=True)
    for line in (example.message.subject, *example.message.text.splitlines()):
        console.print(f"  {made_visible(line)}".rstrip(), markup=False, soft_wrap=True)
    console.print()
    if item.stale:
        console.print("What it stands on has changed: it cannot go out any more.", style="red")
    elif not item.open:
        console.print(f"It is {item.standing.state}: {made_visible(item.standing.why)}")


def _messages(item: Item) -> str:
    if item.waiting == 1 and not item.waiting_is_least:
        return "1 planned message"
    return f"{item.waiting:,}{' or more' if item.waiting_is_least else ''} planned messages"


def _others(count: int) -> str:
    return "1 other is" if count == 1 else f"{count:,} others are"


def tell(outcomes: Sequence[Outcome]) -> None:
    """Says what became of judgements. Ends with 1 where one was not taken."""
    for outcome in outcomes:
        say(outcome)
    if not all(outcome.done for outcome in outcomes):
        raise typer.Exit(1)


def say(outcome: Outcome) -> None:
    """One judgement in a line, and what stops the words beneath."""
    console = terminal()
    more = " Take them in with: rapport adopt" if outcome.to_adopt else ""
    if outcome.can_take_back:
        more = f" To overturn that: rapport review reject {outcome.draft} --take-back --because …"
    words = f"{outcome.draft[:SHORT_ID]}  {made_visible(outcome.told)}{more}"
    console.print(words, markup=False, soft_wrap=True)
    for found in outcome.findings if outcome.did == FAULTY else ():
        line = f"  {found.rule} in {found.where}: {made_visible(found.found)} ({advice_of(found)})"
        console.print(line, markup=False, soft_wrap=True)


def say_taken_along(judged: Judged) -> None:
    """How many drafts went with a ban."""
    if gone := len(judged.withdrawn):
        number = judged.lesson.number if judged.lesson else 0
        more = "1 more draft was" if gone == 1 else f"{gone:,} more drafts were"
        terminal().print(
            f"{more} taken along. With rapport review taught --take-back {number} they wait again.",
            soft_wrap=True,
        )


def lesson_of(taught: Taught, draft: Draft) -> Lesson | None:
    """What is to be taught. Raises UserError where it is several things at once."""
    asked = [
        *([Lesson(PHRASE, taught.ban)] if taught.ban else []),
        *([Lesson(RULE, taught.rule)] if taught.rule else []),
        *([Lesson(EXAMPLE, "\n".join(draft.slots.values()))] if taught.example else []),
    ]
    if len(asked) > 1:
        raise UserError("Teach one thing at a time: --ban, --rule or --example.")
    return asked[0] if asked else None


def in_editor(slots: Mapping[str, str]) -> dict[str, str]:
    """The slots as somebody left them in their editor (`VISUAL` or `EDITOR`)."""
    text = "\n\n".join(f"[{key}]\n{words}" for key, words in slots.items())
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    with tempfile.NamedTemporaryFile("w+", suffix=".txt", encoding="utf-8") as file:
        file.write(f"{text}\n")
        file.flush()
        try:
            subprocess.run([*shlex.split(command), file.name], check=True)  # noqa: S603 (theirs)
        except (OSError, subprocess.CalledProcessError) as error:
            raise UserError(f"The editor '{command}' did not work: {error}.") from error
        edited = Path(file.name).read_text(encoding="utf-8", errors="replace")
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in edited.splitlines():
        key = line.strip()[1:-1] if line.strip().startswith("[") else ""
        if key in slots and line.strip() == f"[{key}]":
            lines = found.setdefault(key, [])
        else:
            lines.append(line)
    return {key: "\n".join(lines).strip() for key, lines in found.items()}


def _slot(words: str) -> tuple[str, str]:
    key, equals, text = words.partition("=")
    if not equals:
        raise UserError(f"--slot {words!r} has no words. Write: --slot body='New words.'")
    return key, text
