"""flows/*.yaml: trigger, waits, conditions, decision points, exits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, get_args

from rapport.adapters.brand_folder.context import Context, read_conditions, read_length, unique
from rapport.adapters.brand_folder.nodes import Value, near, nearest
from rapport.adapters.brand_folder.scalars import TIME_OF_DAY, read_time_of_day
from rapport.core.creative.framework import CART, FACTORS, Framework
from rapport.core.events import AnyBody
from rapport.core.flow import (
    AnyNode,
    Branch,
    DecisionPoint,
    Exit,
    Flow,
    TimeLevel,
    UntilOrder,
    Wait,
)
from rapport.core.time import DAY, HOUR
from rapport.core.triggers import MEANINGS, ORDER_PLACED

EVENTS = (
    *sorted(str(body.__struct_config__.tag) for body in get_args(AnyBody)),
    *MEANINGS,
)
"""What can start a flow: types of events, and what some of them mean."""

NEXT_ORDER = "next_order"
"""What a wait may go on until."""

ENDINGS = (*EVENTS, "opted_out")
"""What can end a run: an event, or that the person may no longer be written to."""

_STEPS = ("wait", "if", "decide", "exit")
_END = "exit"


class Frameworks(NamedTuple):
    """The frameworks by key; not `complete` where a file of theirs could not be read. Those of
    which a point cannot be read are noted in `context`."""

    by_key: Mapping[str, Framework]
    complete: bool
    context: Context


def read_flow(value: Value, frameworks: Frameworks) -> Flow:
    parts = value.mapping(
        ["key", "name", "trigger", "enter_within", "reentry_after", "exit_on", "steps"],
        ["enter_when", "categories"],
    )
    steps = parts["steps"].items()
    if not steps:
        if parts["steps"].is_list:
            parts["steps"].expected("at least one step")
        frameworks.context.points_unread.add("")
    trigger = _event(parts["trigger"], EVENTS)
    reader = _Steps(steps, frameworks, trigger)
    read = [(step, reader.read(index, step)) for index, step in enumerate(steps)]
    nodes = tuple(node for _, node in read if node is not None)
    points = [(step, node.key) for step, node in read if isinstance(node, DecisionPoint)]
    unique(points, "decision point")
    return Flow(
        key=parts["key"].key(),
        name=parts["name"].line_of_text(most=120),
        trigger=trigger,
        nodes=nodes,
        enter_when=read_conditions(parts["enter_when"]),
        enter_within=read_length(parts["enter_within"]),
        reentry_after=read_length(parts["reentry_after"]),
        categories=tuple(item.line_of_text(most=80) for item in parts["categories"].items()),
        exit_on=tuple(_event(item, ENDINGS) for item in parts["exit_on"].items()),
    )


def _event(value: Value, known: tuple[str, ...]) -> str:
    if value.written.startswith("custom:") and value.written != "custom:":
        return value.line_of_text(most=100)
    return value.choice(known)


def _until(value: Value) -> UntilOrder:
    parts = value.mapping(["until", "else", "at_most"], ["before", "after"])
    parts["until"].choice([NEXT_ORDER])
    if not parts["before"].missing and not parts["after"].missing:
        parts["after"].problem("write either 'before' or 'after'")
    otherwise = read_length(parts["else"])
    at_most = read_length(parts["at_most"], otherwise)
    if otherwise > at_most and not parts["at_most"].missing:
        parts["else"].expected("no more than at_most")
    before = read_length(parts["before"]) - read_length(parts["after"])
    return UntilOrder(before, otherwise, at_most)


class _Steps:
    """Reads the steps of one flow; a branch may name any later step."""

    def __init__(self, steps: list[Value], frameworks: Frameworks, trigger: str) -> None:
        self._frameworks = frameworks
        self._trigger = trigger
        self._count = len(steps)
        self._names: dict[str, int] = {}
        for index, step in enumerate(steps):
            name = step.entries().get("name") if step.is_mapping else None
            if name is not None:
                self._names.setdefault(name.written, index)

    def read(self, index: int, step: Value) -> AnyNode | None:
        kinds = [kind for kind in _STEPS if kind in step.entries()]
        if len(kinds) != 1:
            step.problem(f"a step has exactly one of {', '.join(_STEPS)}")
            self._may_have_been_a_point(step, kinds)
            return None
        reader: dict[str, Callable[[int, Value], AnyNode]] = {
            "wait": self._wait,
            "if": self._branch,
            "decide": self._point,
            "exit": self._exit,
        }
        return reader[kinds[0]](index, step)

    def _may_have_been_a_point(self, step: Value, kinds: list[str]) -> None:
        parts = step.entries()
        if "framework" in parts:
            self._frameworks.context.points_unread.add(parts["framework"].written)
        elif "decide" in kinds or not step.is_mapping:
            self._frameworks.context.points_unread.add("")

    def _wait(self, _index: int, step: Value) -> Wait | UntilOrder:
        if step.entries()["wait"].is_mapping:
            return _until(step.mapping(["wait"], ["name"])["wait"])
        parts = step.mapping(["wait"], ["name", "quiet", "at_most"])
        return Wait(
            length=read_length(parts["wait"]),
            quiet=parts["quiet"].flag(),
            at_most=read_length(parts["at_most"], DAY),
        )

    def _branch(self, index: int, step: Value) -> Branch:
        parts = step.mapping(["if", "otherwise"], ["name"])
        target = parts["otherwise"]
        to = self._count
        if not target.missing and target.written != _END:
            to = self._names.get(target.written, -1)
            if to < 0:
                hint = near(target.written, [*self._names, _END])
                target.expected(f"the name of a step, or exit{hint}")
            elif to <= index:
                target.expected("a step further down: a run only goes forward")
        return Branch(conditions=read_conditions(parts["if"]), otherwise=to)

    def _exit(self, _index: int, step: Value) -> Exit:
        return Exit(reason=step.mapping(["exit"], ["name"])["exit"].line_of_text(most=80))

    def _point(self, _index: int, step: Value) -> DecisionPoint:
        parts = step.mapping(
            ["decide", "framework", "times", "usual"], ["name", "patience", "valid_for", "window"]
        )
        times = [(item, self._time(item)) for item in parts["times"].items()]
        unique([(item, time.key) for item, time in times], "time")
        if not times:
            parts["times"].expected("at least one time")
        written = parts["framework"]
        known_keys = self._frameworks.by_key
        complete = self._frameworks.complete
        key = written.reference("a framework", known_keys, once=True) if complete else written.key()
        usual = {name: value.key() for name, value in parts["usual"].mapping(FACTORS).items()}
        framework = known_keys.get(key)
        if framework is not None:
            self._can_be_about(written, framework)
            known = {factor: framework.keys(factor) for factor in FACTORS[1:]}
            known["time"] = tuple(time.key for _, time in times)
            for factor, value in parts["usual"].mapping(FACTORS).items():
                if usual[factor] and known[factor]:  # one without levels is told so
                    value.reference(f"a level of {factor}", known[factor], once=True)
        return DecisionPoint(
            key=parts["decide"].key(),
            # With the slip told, the point is held to be of the framework that was meant.
            framework=key or nearest(written.written, known_keys),
            times=tuple(time for _, time in times),
            usual=usual,
            patience=read_length(parts["patience"], DAY),
            valid_for=read_length(parts["valid_for"], 6 * HOUR),
            window=read_length(parts["window"], 5 * DAY),
        )

    def _can_be_about(self, written: Value, framework: Framework) -> None:
        """An order closes the basket, so that nothing could ever be said of it."""
        unsure = framework.key in self._frameworks.context.about_unknown
        if self._trigger == ORDER_PLACED and framework.about == CART and not unsure:
            written.problem(
                f"'{framework.key}' is about the basket, and there is none after an order: "
                "name a framework that is about the order or about nothing"
            )

    def _time(self, value: Value) -> TimeLevel:
        parts = value.mapping(["key"], ["label", "after", "at"])
        key = parts["key"].key()
        if parts["after"].missing == parts["at"].missing:
            value.problem("a time has either 'after' or 'at'")
        return TimeLevel(
            key=key,
            label=parts["label"].line_of_text(most=80) or key.replace("-", " ").capitalize(),
            after=read_length(parts["after"]),
            minute_of_day=parts["at"].read(read_time_of_day, -1, TIME_OF_DAY),
        )
