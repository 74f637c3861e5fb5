"""What commands share: a terminal to print to."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderableType
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.segment import Segment

from rapport.core.creative.message import Finding
from rapport.core.creative.wording import harmless, made_visible
from rapport.core.unread import Unreadable


class _Terminal(Console):
    """Whatever is printed comes out as words: people who write to the shop, models and files put
    into them what would change a terminal's title or clipboard, or hide a line."""

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterator[Segment]:
        for segment in super().render(renderable, options):
            words = segment.text if segment.control else harmless(segment.text)
            yield segment if words == segment.text else Segment(words, segment.style)


def terminal() -> Console:
    """Standard output, as wide as it is; 110 columns where it is no terminal."""
    console = _Terminal(highlight=False, emoji=False)
    if not console.is_terminal:
        console.width = 110
    return console


def bar(console: Console) -> Progress:
    """A progress bar with a word beside it and the time that is left; nothing where the output is
    no terminal."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(bar_width=36),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def say_unreadable(console: Console, unreadable: Unreadable, indent: str = "") -> None:
    """Which rows could not be read, one line for each table; nothing where all could."""
    for sentence in unreadable.says:
        words = "".join(c if c.isprintable() else " " for c in sentence)
        console.print(f"{indent}{words}", markup=False, soft_wrap=True)


def advice_of(finding: Finding) -> str:
    """What a finding advises; of a lesson also how to take it back."""
    if finding.ban is None:
        return finding.advice
    number = finding.ban.lesson
    advice = f"{finding.advice}; to take it back: rapport review taught --take-back {number}"
    return made_visible(advice)
