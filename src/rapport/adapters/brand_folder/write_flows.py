"""Writing flows, so that reading them again gives the same."""

from __future__ import annotations

from rapport.adapters.brand_folder.flows import NEXT_ORDER
from rapport.adapters.brand_folder.plain import Plain, conditions, filled
from rapport.adapters.brand_folder.scalars import write_duration, write_time_of_day
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


def write_flow(flow: Flow) -> Plain:
    targets = {node.otherwise for node in flow.nodes if isinstance(node, Branch)}
    names = {index: f"step-{index + 1}" for index in targets if index < len(flow.nodes)}
    return {
        "key": flow.key,
        "name": flow.name,
        "trigger": flow.trigger,
        "enter_when": conditions(flow.enter_when),
        "enter_within": write_duration(flow.enter_within),
        "reentry_after": write_duration(flow.reentry_after),
        "exit_on": list(flow.exit_on),
        **({"categories": list(flow.categories)} if flow.categories else {}),
        "steps": [
            {**filled(name=names.get(index)), **_step(node, names)}
            for index, node in enumerate(flow.nodes)
        ],
    }


def _step(node: AnyNode, names: dict[int, str]) -> Plain:
    match node:
        case Wait():
            return {
                "wait": write_duration(node.length),
                **({"quiet": True} if node.quiet else {}),
                "at_most": write_duration(node.at_most),
            }
        case UntilOrder():
            ahead = {"before" if node.before >= 0 else "after": write_duration(abs(node.before))}
            return {
                "wait": {
                    "until": NEXT_ORDER,
                    **(ahead if node.before else {}),
                    "else": write_duration(node.otherwise),
                    "at_most": write_duration(node.at_most),
                }
            }
        case Branch():
            return {
                "if": conditions(node.conditions),
                "otherwise": names.get(node.otherwise, "exit"),
            }
        case DecisionPoint():
            return _point(node)
        case Exit():
            return {"exit": node.reason}


def _point(point: DecisionPoint) -> Plain:
    return {
        "decide": point.key,
        "framework": point.framework,
        "times": [_time(time) for time in point.times],
        "usual": dict(point.usual),
        "patience": write_duration(point.patience),
        "valid_for": write_duration(point.valid_for),
        "window": write_duration(point.window),
    }


def _time(time: TimeLevel) -> Plain:
    moment = (
        {"at": write_time_of_day(time.minute_of_day)}
        if time.minute_of_day >= 0
        else {"after": write_duration(time.after)}
    )
    return {"key": time.key, "label": time.label, **moment}
