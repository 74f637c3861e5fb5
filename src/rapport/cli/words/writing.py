"""`rapport writer ahead`, `writer usage`, `propose` and `adopt`: the writer, for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from rapport.app.frameworks.proposing import Brief
from rapport.app.writer.drafting import Drafted
from rapport.app.writer.writer_usage import usage_table
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.desks.writer import WritersDesk
from rapport.bootstrap.installation import Installation
from rapport.cli.files import write_json
from rapport.cli.output import advice_of, terminal
from rapport.cli.words.review import SHORT_ID
from rapport.core.creative.draft import KeptDraft
from rapport.core.creative.wording import made_visible
from rapport.settings import Settings

CAME_TO = {
    "made": "drafts written",
    "stopped": "stopped by the checks, twice",
    "refused": "refused by the model",
    "temporary": "not answered in time",
    "out of budget": "left, since the day's budget is used up",
}


@contextmanager
def the_desk(settings: Settings, brand: str) -> Iterator[WritersDesk]:
    """The writer's desk, over an installation that is closed afterwards."""
    installation = Installation.existing(settings, WallClock())
    try:
        yield WritersDesk(installation, brand)
    finally:
        installation.close()


def run_ahead(settings: Settings, brand: str, json_file: Path | None) -> None:
    """Prints what became of each errand."""
    with the_desk(settings, brand) as desk:
        done = desk.ahead()
    console = terminal()
    if not done:
        console.print("There is nothing to write: every planned message has its words.")
    for result, count in sorted(done.items()):
        console.print(f"{count} {CAME_TO.get(result, result)}")
    write_json(json_file, dict(done))


def run_usage(settings: Settings, brand: str, days: int, json_file: Path | None) -> None:
    """Prints each day's table, today's first."""
    console = terminal()
    with the_desk(settings, brand) as desk:
        found = desk.usage(days)
    for one in found:
        table = usage_table(one)
        console.print(Text(table.title, "bold"))
        if table.rows:
            shown = RichTable(*table.columns, box=None, pad_edge=False)
            for row in table.rows:
                shown.add_row(*row)
            console.print(shown)
        else:
            console.print("It was asked nothing, and no message could have had its words.")
        console.print(Text(f"{table.note}\n"))
    write_json(json_file, found)


def run_propose(
    settings: Settings, brand: str, brief: Brief, who: str, json_file: Path | None
) -> int:
    """Prints what was proposed; 1 where the checks stopped it."""
    console = terminal()
    with the_desk(settings, brand) as desk:
        proposed = desk.propose(brief, who)
    print_words(console, proposed.drafted.answered, {})
    passed = print_verdict(console, proposed.drafted)
    if proposed.draft is not None and proposed.known:
        console.print("The very same words were proposed before; nothing was added.")
    elif proposed.draft is not None:
        console.print(f"It waits for a person as draft {proposed.draft.id}: rapport review")
    write_json(json_file, {"passed": passed, "proposed": proposed})
    return 0 if passed else 1


def run_adopt(settings: Settings, brand: str, named: Path | None, by: str) -> int:
    """Writes approved proposals into the folder, and says which files changed and what could not
    be taken in; 1 where nothing could."""
    console = terminal()
    with the_desk(settings, brand) as desk:
        folder = desk.folder(named)
        waiting, adopted = desk.adopt(folder, by)
    if not waiting:
        console.print("No approved proposal waits to be taken in.")
        return 0
    lines = {one.kept.draft.id: _in_a_line(one.kept) for one in waiting}
    for draft in adopted.drafts:
        console.print(Text(f"  {lines[draft]}"))
    if adopted.files:
        written = ", ".join(str(folder / file) for file in adopted.files)
        console.print(Text(f"Written into {written}."))
        for sentence in adopted.told:
            console.print(Text(made_visible(sentence)), soft_wrap=True)
        console.print(Text(f"Look at it, then: rapport publish {folder}"))
    if adopted.held:
        console.print("\nNot taken in yet:" if adopted.drafts else "Nothing was written:")
    for held in adopted.held:
        console.print(Text(f"  {held.draft[:SHORT_ID]}  {lines[held.draft]}"))
        for need in held.needs:
            console.print(Text(f"    {made_visible(need)}"), soft_wrap=True)
    if adopted.held:
        console.print("Ask for what is missing, or take one back: rapport review reject DRAFT")
    return 0 if adopted.drafts else 1


def _in_a_line(kept: KeptDraft) -> str:
    draft = kept.draft
    words = made_visible(draft.begins.partition("\n")[0])
    return f"{draft.framework}, {draft.action.tone}, {draft.action.angle}: {words}"


def print_words(console: Console, words: Mapping[str, str], approved: Mapping[str, str]) -> None:
    """Each part, the approved words below it where there are some."""
    for slot, text in words.items():
        console.print()
        console.print(Text(slot, "bold"))
        console.print(Text(text))
        if slot in approved:
            console.print(Text(f"approved: {approved[slot].strip()}", "dim"))


def print_verdict(console: Console, drafted: Drafted) -> bool:
    """What the checks make of it; whether it passed."""
    console.print()
    if drafted.slots:
        tries = "at the first try" if drafted.tries == 1 else "at the second try"
        console.print(f"It passes every check, {tries}.")
        return True
    console.print("The checks stop it, so it would not be used:")
    for one in drafted.findings:
        console.print(Text(f"  {one.where}: '{one.found}' ({one.rule}). {advice_of(one)}"))
    return False
