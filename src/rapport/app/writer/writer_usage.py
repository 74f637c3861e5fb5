"""How the model is used: what it was asked, what came of it, and whose words messages got.

Counted as it happens, by the brand's day and framework, within the very commit that it belongs to.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from msgspec import Struct

from rapport.app.wording.dates import written
from rapport.app.wording.table import Table
from rapport.core.brand import Brand, WriterBudget
from rapport.core.creative.message import Message
from rapport.core.time import DAY, SECOND
from rapport.errors import ModelTrouble
from rapport.ports import WriterReading, WriterUse

QUESTIONS, TOKENS_IN, TOKENS_OUT = "questions", "tokens in", "tokens out"
ESTIMATED = "tokens estimated"
"""How many of the tokens a server did not count."""

MADE, STOPPED, FAILED = "made", "stopped", "failed"
"""What came of an errand, beside the kinds of `ModelTrouble`: a draft; words that the checks
stopped, twice; something that nobody foresaw."""

NEW, KEPT = "new words", "kept words"
"""Messages that got a draft's words: asked for since they were planned, or kept from before."""

LATE, HELD, APPROVED = "late", "held", "approved words"
"""Messages that could have had a draft's words and got approved ones: since it was not there in
time; since a guardrail held the draft's; and all others, such as where a person sees it first."""

TROUBLES = (
    FAILED, ModelTrouble.TEMPORARY, ModelTrouble.SETTING, ModelTrouble.UNUSABLE,
    ModelTrouble.TOO_LONG, ModelTrouble.REFUSED, ModelTrouble.RETIRED,
)  # fmt: skip


class FrameworkUse(Struct, frozen=True):
    """One framework's day. `stopped` are errands whose words the checks stopped twice, `failed`
    those of which no words came; `new` to `approved` count messages. `estimated` of the tokens were
    counted by nobody."""

    framework: str
    questions: int
    tokens_in: int
    tokens_out: int
    made: int
    stopped: int
    failed: int
    out_of_budget: int
    new: int
    kept: int
    late: int
    held: int
    approved: int
    estimated: int = 0

    @property
    def fallbacks(self) -> int:
        """Messages that got approved words where a model may write."""
        return self.late + self.held + self.approved


class WriterDay(Struct, frozen=True):
    """One day of a brand, as `2026-11-28` on its clock. What is asked is held to the budget."""

    brand: str
    day: str
    used: WriterUse
    budget: WriterBudget
    frameworks: tuple[FrameworkUse, ...]


def writer_usage(book: WriterReading, brand: Brand, day: int) -> WriterDay:
    """What a model was used for in one day of the brand's."""
    counts = book.writer_tallies(brand.key, day)
    frameworks = sorted({framework for framework, _ in counts})
    return WriterDay(
        brand=brand.key,
        day=datetime.fromtimestamp(day * DAY / SECOND, UTC).date().isoformat(),
        used=book.writer_use(brand.key, day),
        budget=brand.writer,
        frameworks=tuple(_of_framework(key, counts) for key in frameworks),
    )


def _of_framework(key: str, counts: Mapping[tuple[str, str], int]) -> FrameworkUse:
    def count(*names: str) -> int:
        return sum(counts.get((key, name), 0) for name in names)

    return FrameworkUse(
        framework=key,
        questions=count(QUESTIONS),
        tokens_in=count(TOKENS_IN),
        tokens_out=count(TOKENS_OUT),
        made=count(MADE),
        stopped=count(STOPPED),
        failed=count(*TROUBLES),
        out_of_budget=count(ModelTrouble.OUT_OF_BUDGET),
        new=count(NEW),
        kept=count(KEPT),
        late=count(LATE),
        held=count(HELD),
        approved=count(APPROVED),
        estimated=count(ESTIMATED),
    )


def went_with(words: str, draft: str, message: Message) -> str:
    """Whose words a message got, where `words` and `draft` were chosen for it; empty where no model
    may write for it."""
    if draft and not any(block.startswith(f"draft:{draft}:") for block in message.blocks):
        return HELD
    return words


# --- In words -----------------------------------------------------------------------------------

COLUMNS = (
    "Framework", "Questions", "Tokens", "Drafts", "Stopped", "No answer",
    "New words", "Kept words", "Approved words", "Late",
)  # fmt: skip


def usage_table(one: WriterDay) -> Table:
    """The day in a table: each framework, and all of them together where there are several."""
    rows = [_row(use.framework, use) for use in one.frameworks]
    if len(rows) > 1:
        rows.append(_row("All", _together(one.frameworks)))
    day = written(date.fromisoformat(one.day))
    return Table(f"How the model was used on {day}", COLUMNS, tuple(rows), in_words(one))


def in_words(one: WriterDay) -> str:
    """What of the budget is used, and that it is used up where it is."""
    used, budget = one.used, one.budget
    said = (
        f"{used.questions:,} of {budget.questions:,} questions and {used.tokens:,} of "
        f"{budget.tokens:,} tokens of the day are used."
    )
    if guessed := sum(use.estimated for use in one.frameworks):
        said += f" {guessed:,} of these tokens are estimated: its server did not count them."
    if used.questions >= budget.questions or used.tokens >= budget.tokens:
        said += " The budget is used up: approved words go out until tomorrow."
    return said


def _row(name: str, use: FrameworkUse) -> tuple[str, ...]:
    counts = (
        use.questions, use.tokens_in + use.tokens_out, use.made, use.stopped, use.failed, use.new,
        use.kept, use.fallbacks, use.late,
    )  # fmt: skip
    return (name, *(f"{count:,}" for count in counts))


def _together(uses: tuple[FrameworkUse, ...]) -> FrameworkUse:
    names = FrameworkUse.__struct_fields__[1:]
    return FrameworkUse("", *(sum(getattr(use, name) for use in uses) for name in names))
