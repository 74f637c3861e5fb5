"""`rapport why`: why a message was chosen, in words and as a chart of characters."""

from __future__ import annotations

from pathlib import Path

from rapport.app.explaining.came_of_one import NOTHING, CameOf
from rapport.app.explaining.chart_text import chart_tables
from rapport.app.explaining.explain import Explanation
from rapport.app.wording.dates import local_time
from rapport.bootstrap.clocks import WallClock
from rapport.bootstrap.desks.person import PersonDesk
from rapport.bootstrap.installation import Installation
from rapport.cli.files import write_json
from rapport.cli.in_charge.policy import print_table
from rapport.cli.output import say_unreadable, terminal
from rapport.core.creative.wording import made_visible
from rapport.core.deciding.arms import ADAPTIVE
from rapport.core.unread import Unread
from rapport.errors import CodecError, UserError
from rapport.ports import MessageRow
from rapport.settings import Settings

LOOKED_AT = 200
"""Messages among which the newest that was chosen for somebody is looked for."""


def run_why(settings: Settings, brand: str, asked: str, json_file: Path | None) -> None:
    """Explains a decision, by the key of its message or its own; that of the newest message that a
    policy chose where nothing is asked for."""
    console = terminal()
    installation = Installation.existing(settings, WallClock())
    try:
        brand = installation.only_brand(brand)
        unread = Unread()
        if asked:
            row = installation.records.message_row(brand, asked)
            # What is no message's key may be a decision's.
            told = installation.readings.explain(brand, row.decision if row else asked)
        else:
            row, told = _newest(installation, brand, unread)
        if told is None:
            raise UserError(
                f"There is no message and no decision '{made_visible(asked)}'. A message's key is "
                "the end of its page's address in the console; without one, the newest is shown."
            )
        zone = installation.blueprint(brand).releases[-1].brand.zone
        if row:
            console.print(f"{_called(row)}, {local_time(row.at, zone)}: {row.key}", markup=False)
        show(told, _came_of(installation, brand, row, asked))
        say_unreadable(console, unread.told())
        write_json(json_file, told)
    finally:
        installation.close()


def _came_of(installation: Installation, brand: str, row: MessageRow | None, asked: str) -> CameOf:
    desk = PersonDesk(installation)
    if row is None:
        return desk.came_of(brand, asked)
    return desk.came_of(brand, row.decision, row.status, row.profile)


def show(told: Explanation, came: CameOf = NOTHING) -> None:
    """Prints it: the sentence, what came of it, the chart, then what the chart does not say."""
    console = terminal()
    for words in (told.summary, told.need, " ".join(came.says), came.note):
        if words:
            console.print(made_visible(words), markup=False, soft_wrap=True)
    for table in chart_tables(told.chart):
        console.print(f"\n{made_visible(table.title)}", markup=False, style="bold")
        print_table(table)
    if told.chart_note:
        console.print(f"\n{made_visible(told.chart_note)}", markup=False, soft_wrap=True)
    for table in told.beside_chart:
        console.print(f"\n{table.title}", markup=False, style="bold")
        print_table(table)


def _newest(
    installation: Installation, brand: str, unread: Unread
) -> tuple[MessageRow, Explanation | None]:
    """The newest message that a policy chose, else the newest, and why; those whose decision cannot
    be read are left out, and taken down. Raises CodecError where none can."""
    rows = installation.records.messages(brand, limit=LOOKED_AT)
    if not rows:
        raise UserError("There is no message yet, so there is nothing to explain.")
    trouble: CodecError | None = None
    for row in sorted(rows, key=lambda row: row.arm != ADAPTIVE):
        try:
            return row, installation.readings.explain(brand, row.decision)
        except CodecError as error:
            unread.note(error)
            trouble = trouble or error
    raise trouble or AssertionError("there are rows")


def _called(row: MessageRow) -> str:
    """A message's subject, or that it has none, and what stopped it."""
    if row.subject:
        return f"‘{made_visible(row.subject)}’"
    return f"Not written ({row.status}: {made_visible(row.reason)})"
