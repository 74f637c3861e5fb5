"""The demo's story, in a terminal: what happened, three people's messages, what it was worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct
from rich.console import Console, Group
from rich.panel import Panel
from rich.table import Table as RichTable
from rich.text import Text

from rapport.app.explaining.explain import Explanation, effect_of, moved_most
from rapport.app.learning.routine import TOO_MUCH
from rapport.app.measuring.report_table import report_table
from rapport.app.wording.level_words import FACTOR_WORDS, LevelLabels
from rapport.app.wording.table import Table
from rapport.bootstrap.rehearsing.rehearsal import WHY_LEFT_OUT, Rehearsal, in_a_row
from rapport.core.codec import decode_decision
from rapport.core.creative.framework import CONTENT_FACTORS, FACTORS
from rapport.core.creative.message import Message
from rapport.core.deciding.arms import ADAPTIVE
from rapport.core.deciding.reasons import BY_POLICY
from rapport.core.decision import CONTENT_STAGE, Decision
from rapport.ports import MessageRow

PEOPLE = 3
MOST_LOOKED_AT = 600
"""Messages among which the people to show are looked for."""


class Chosen(Struct, frozen=True):
    """One message to show, with everything that led to it."""

    message: Message
    decision: Decision
    explanation: Explanation
    greeting: str


def tell(rehearsal: Rehearsal, console: Console) -> None:
    """Prints the whole story."""
    _what_happened(rehearsal, console)
    _three_people(rehearsal, console)
    _what_it_was_worth(rehearsal, console)


def _what_happened(rehearsal: Rehearsal, console: Console) -> None:
    installation, brand = rehearsal.installation, rehearsal.brand
    counts = installation.records.counts(brand.key)
    simulated, shop = rehearsal.simulated, rehearsal.simulated.shop
    ended = Counter[str]()
    for row in installation.records.flow_counts(brand.key):
        if row.what == "run ended":
            ended[row.reason] += row.count
    not_asked = sum(n for reason, n in ended.items() if reason.startswith("not entered"))
    decisions = Counter(
        (d.arm, d.reason, d.action.hold) for d in rehearsal.decisions() if d.stage == CONTENT_STAGE
    )
    held = decisions[ADAPTIVE, BY_POLICY, True]
    console.rule(f"[bold]A month at {brand.name}", align="left")
    lines = [
        f"{rehearsal.history_orders:,} orders of the year before were read from the shop's own "
        "export.",
        f"Then {shop['customers']:,} people came and went for {rehearsal.days} days: "
        f"{simulated.requests:,} requests over HTTP. {counts.get('duplicate', 0):,} told what was "
        f"known already and counted once; {counts.get('merged profiles', 0):,} anonymous visitors "
        "turned out to be customers.",
        f"{shop['checkouts_left']:,} checkouts were left behind for good. {not_asked:,} times a "
        "checkout was begun by somebody who had not agreed to hear from us: nothing was planned.",
        f"{simulated.messages:,} messages went out. {held:,} times saying nothing was the choice, "
        f"and {ended['order_placed']:,} times the order came first and stopped what was planned.",
    ]
    leaps = sum(TOO_MUCH in one.why for one in installation.records.candidates(brand.key))
    if leaps:
        often = "Once" if leaps == 1 else f"{leaps:,} times"
        lines.append(
            f"{often} the policy that was learnt would have changed too much at once, and "
            "did not take over: that waits until more decisions come to the same."
        )
    if rehearsal.left_out:
        lines.append(
            f"{in_a_row(rehearsal.left_out)} took no part. {WHY_LEFT_OUT} Their words: `rapport "
            f"preview`; your own past: `rapport backtest {rehearsal.left_out[0].key}`."
        )
    for line in lines:
        console.print(f"  {line}")
    console.print()


def _three_people(rehearsal: Rehearsal, console: Console) -> None:
    console.rule("[bold]Three people left a basket behind. What each was written", align="left")
    people = choose_people(rehearsal)
    if not people:
        console.print("  No adaptive message was sent in this run.\n")
        return
    beside = RichTable.grid(expand=True, padding=(0, 1, 0, 0))
    for _ in people:
        beside.add_column(ratio=1)
    beside.add_row(*(_panel(rehearsal, one) for one in people))
    console.print(beside)
    for one in people:
        console.print(f"  [bold]{one.greeting}[/]: {one.explanation.summary}")
    console.print()


def _panel(rehearsal: Rehearsal, chosen: Chosen) -> Panel:
    release = rehearsal.installation.blueprint(rehearsal.brand.key).release_number(
        chosen.decision.release
    )
    names = LevelLabels(release, chosen.decision)
    action = chosen.decision.action
    why = RichTable.grid(padding=(0, 1))
    for factor in FACTORS:
        why.add_row(
            Text(FACTOR_WORDS[factor], style="dim"), names.level(factor, action.level(factor))
        )
    known = known_of(_telling_signals(chosen.explanation))
    parts: list[Text | RichTable] = [
        Text(chosen.message.subject, style="bold"),
        Text(chosen.message.preheader, style="italic dim"),
        Text(),
        Text(_opening(chosen.message.text)),
        Text(),
        why,
        Text(),
        known,
    ]
    moved = spoke_for_it(chosen.explanation)
    if moved:
        parts += [Text(), Text("\n".join(moved), style="dim")]
    return Panel(Group(*parts), title=chosen.greeting, title_align="left")


def _opening(text: str) -> str:
    """The first paragraphs of the plain text part."""
    paragraphs = [p for p in text.split("\n\n") if p.strip()]
    return "\n\n".join(" ".join(p.split()) for p in paragraphs[:3])


TELLING = (
    "orders so far",
    "days since the last order",
    "share of orders with a discount",
    "value of the basket",
    "pages seen in the last visit",
    "messages in the last week",
)


def known_of(signals: Sequence[tuple[str, str]]) -> RichTable:
    """What was known, the value first: words that wrap stay one phrase beside it, whereas a value
    after them would stand within it."""
    known = RichTable.grid(padding=(0, 1))
    known.add_column(justify="right", no_wrap=True)
    known.add_column()
    for label, value in signals:
        known.add_row(value, Text(label, style="dim"))
    return known


def spoke_for_it(explanation: Explanation) -> list[str]:
    """What about this person moved the chosen levels the most, such as 'Plain: orders often'."""
    moved = sorted(moved_most(explanation.chart), key=lambda pair: -abs(pair[1].points))
    return [f"{part.chosen}: {one.because} ({effect_of(one)})" for part, one in moved[:3]]


def _telling_signals(explanation: Explanation) -> list[tuple[str, str]]:
    known = next((table for table in explanation.tables if table.title == "What was known"), None)
    rows = {row[0]: row[1] for row in known.rows} if known else {}
    return [(label, rows[label]) for label in TELLING if label in rows]


def choose_people(rehearsal: Rehearsal) -> list[Chosen]:
    """Sent adaptive messages to three people, as different from one another as there are.

    The first was answered by a click, if any was; each next one shares the least with those before.
    """
    records, brand = rehearsal.installation.records, rehearsal.brand.key
    sent = [
        row
        for row in records.messages(brand, limit=MOST_LOOKED_AT)
        if row.status == "sent" and row.arm == ADAPTIVE and row.point == "first"
    ]
    sent.sort(key=lambda row: (row.clicked_at is None, -row.at))
    written = {row.key: message for row in sent if (message := records.message(brand, row.key))}
    left = [row for row in sent if row.key in written]
    names = {profile: _name(rehearsal, profile) for profile in {row.profile for row in left}}
    picked: list[MessageRow] = []
    while left and len(picked) < PEOPLE:

        def in_common(row: MessageRow) -> int:
            return max((_alike(written[row.key], written[p.key]) for p in picked), default=0)

        picked.append(min(left, key=in_common))
        left = [row for row in left if row.profile != picked[-1].profile]
        # Two of one name would look like one person.
        name = names[picked[-1].profile]
        left = [row for row in left if names[row.profile] != name] or left
    chosen = [_chosen(rehearsal, row, written[row.key]) for row in picked]
    return [one for one in chosen if one is not None]


def _chosen(rehearsal: Rehearsal, row: MessageRow, message: Message) -> Chosen | None:
    installation, brand = rehearsal.installation, rehearsal.brand.key
    stored = installation.records.decision(brand, row.decision)
    told = installation.readings.explain(brand, row.decision)
    if stored is None or told is None:
        return None
    return Chosen(message, decode_decision(stored), told, _name(rehearsal, row.profile))


def _name(rehearsal: Rehearsal, profile: str) -> str:
    contact = rehearsal.installation.records.contact(rehearsal.brand.key, profile)
    return (contact.first_name if contact else "") or "Somebody"


def _alike(one: Message, other: Message) -> int:
    """How much two messages have in common; the tone counts for two."""
    same = [f for f in CONTENT_FACTORS
            if one.action.level(f) == other.action.level(f)]  # fmt: skip
    return len(same) + ("tone" in same)


def _what_it_was_worth(rehearsal: Rehearsal, console: Console) -> None:
    installation, brand = rehearsal.installation, rehearsal.brand
    flows = {flow.key: flow.name for flow in installation.blueprint(brand.key).releases[-1].flows}
    for report in installation.readings.report(brand.key):
        show_table(report_table(report, brand.locale, flows.get(report.flow, "")), console)
    thirds = rehearsal.hindsight()
    if thirds and all(third.share is not None for third in thirds):
        first, last = thirds[0], thirds[-1]
        console.print(
            "  The shop is made up, so its truth is known. The policy began near the usual message "
            f"and earned {first.share or 0.0:.0%} of what the best choice for each person would "
            f"have in the first third of its decisions, and {last.share or 0.0:.0%} in the last, "
            "while it still tried things out; the usual message for everybody would have earned "
            f"{first.usual / first.best:.0%} and {last.usual / last.best:.0%}.\n"
        )


def show_table(table: Table, console: Console) -> None:
    """A table in the terminal, its note beneath."""
    console.rule(f"[bold]{table.title}", align="left")
    if table.rows:
        shown = RichTable(show_edge=False, pad_edge=True, header_style="bold")
        for i, column in enumerate(table.columns):
            shown.add_column(column, justify="left" if i == 0 else "right")
        for row in table.rows:
            shown.add_row(*row)
        console.print(shown)
    if table.note:
        console.print()
        for line in table.note.splitlines():
            console.print(f"  {line}")
        console.print()
