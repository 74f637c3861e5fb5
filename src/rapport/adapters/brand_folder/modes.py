"""`writer` and `oversight`: who writes, how much, and what people see of it first."""

from __future__ import annotations

from rapport.adapters.brand_folder.care import write_care
from rapport.adapters.brand_folder.context import read_length
from rapport.adapters.brand_folder.limits import write_stop_when
from rapport.adapters.brand_folder.nodes import Value
from rapport.adapters.brand_folder.scalars import (
    WHOLE,
    read_share,
    read_whole,
    write_duration,
    write_share,
)
from rapport.core.brand import Brand, Learning, WriterBudget
from rapport.core.creative.modes import MODES, SAMPLE, Writing
from rapport.core.time import DAY, HOUR

LEAST_SHARE, MOST_SHARE = "1%", "100%"
_SAMPLE = f"a percentage from {LEAST_SHARE} to {MOST_SHARE}, such as 10%"
SHORTEST_DEADLINE, LONGEST_DEADLINE = HOUR, 90 * DAY


def read_writing(value: Value) -> Writing:
    """The mode, with what belongs to it: a sample where there is one, and a deadline."""
    usual = Writing()
    if value.missing:
        return usual
    parts = value.mapping(["mode"], ["sample", "deadline"])
    mode = parts["mode"].choice(MODES) or usual.mode
    if not parts["sample"].missing and mode != SAMPLE:
        parts["sample"].problem(f"only mode '{SAMPLE}' has a sample: take it out, or change mode")
    usual_share = read_share(write_share(usual.sample))
    share = parts["sample"].read(read_share, usual_share, _SAMPLE)
    if not read_share(LEAST_SHARE) <= share <= read_share(MOST_SHARE):
        parts["sample"].expected(_SAMPLE)
    deadline = read_length(parts["deadline"], usual.deadline)
    if not SHORTEST_DEADLINE <= deadline <= LONGEST_DEADLINE:
        parts["deadline"].expected("a deadline from 1h to 90d")
    return Writing(mode, float(share), deadline)


def write_writing(writing: Writing) -> dict[str, object]:
    """What `read_writing` reads; empty where nothing needs saying."""
    usual = Writing()
    if writing == usual:
        return {}
    plain: dict[str, object] = {"mode": writing.mode}
    if writing.mode == SAMPLE:
        plain["sample"] = write_share(writing.sample)
    if writing.deadline != usual.deadline:
        plain["deadline"] = write_duration(writing.deadline)
    return plain


def write_in_charge(brand: Brand) -> dict[str, object]:
    """What people in charge set in brand.yaml, as far as it is not as usual."""
    plain: dict[str, object] = {}
    if limits := write_stop_when(brand.stop_when):
        plain["stop_when"] = limits
    if care := write_care(brand.care):
        plain["care"] = care
    if brand.learning != Learning():
        plain["learning"] = {"publish": f"by {brand.learning.publish}"}
    if brand.four_eyes:
        plain["oversight"] = {"four_eyes": "true"}
    if brand.writer != WriterBudget():
        plain["writer"] = write_writer_budget(brand.writer)
    return plain


def write_writer_budget(budget: WriterBudget) -> dict[str, str]:
    """What `read_writer_budget` reads."""
    return {
        "questions_a_day": str(budget.questions),
        "tokens_a_day": str(budget.tokens),
        "proofreads": "true" if budget.proofreads else "false",
    }


def read_writer_budget(value: Value) -> WriterBudget:
    """`writer` of brand.yaml: what a language model may be asked for it in a day, and whether it
    reads its words once more."""
    usual = WriterBudget()
    if value.missing:
        return usual
    parts = value.mapping((), ["questions_a_day", "tokens_a_day", "proofreads"])
    return WriterBudget(
        questions=_limit(parts["questions_a_day"], usual.questions),
        tokens=_limit(parts["tokens_a_day"], usual.tokens),
        proofreads=not parts["proofreads"].missing and parts["proofreads"].flag(),
    )


def _limit(value: Value, usual: int) -> int:
    return usual if value.missing else value.read(read_whole, usual, f"{WHOLE}, 0 for none")


def read_four_eyes(oversight: Value) -> bool:
    """Whether nobody approves or publishes what they wrote themselves."""
    if oversight.missing:
        return False
    return oversight.mapping(["four_eyes"])["four_eyes"].flag()
