"""Whether the decision points and moments that frameworks name are in the flows.

One slip in a flow (its file is gone, its framework is misspelt, a step cannot be read) leaves a
framework without points that dozens of its words are for. What is told is the slip, and not what
merely follows from it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from rapport.adapters.brand_folder.context import Context
from rapport.adapters.brand_folder.nodes import Value
from rapport.core.blueprint import BrandFolder

ANY = ""
"""Stands for a framework that cannot be told, or is not there: which one, the flow is told."""


def check_points(folder: BrandFolder, files: Mapping[str, Value], context: Context) -> None:
    """Notes the points and moments that frameworks name and no flow has; `files` are those of the
    frameworks, by key."""
    points: defaultdict[str, set[str]] = defaultdict(set)
    times: defaultdict[str, set[str]] = defaultdict(set)
    for flow in folder.flows:
        for point in flow.points:
            whose = point.framework if point.framework in files else ANY
            points[whose].add(point.key)
            times[whose].update(time.key for time in point.times)
    left = _left_alone(points, times, context)
    for framework, named in left.items():
        files[framework].problem(
            f"no flow decides on '{framework}', and {named}: put its flow back, or name it "
            "as the framework of a step that decides"
        )
    unsure = {*left, *context.points_unread}
    context.points_known = not unsure and not points[ANY]
    for kind, written, known in (
        ("a decision point of this framework", context.points_named, points),
        ("a time of this framework's points", context.times_named, times),
    ):
        for framework, value in written:
            told_elsewhere = not framework or not unsure.isdisjoint((framework, ANY))
            if not told_elsewhere and value.written not in known[ANY]:
                value.reference(kind, known[framework] | known[ANY], once=True)


def _left_alone(
    points: Mapping[str, set[str]], times: Mapping[str, set[str]], context: Context
) -> dict[str, str]:
    """Frameworks that no flow decides on, with what they name of it; not such as may be meant where
    a flow could not be understood."""
    if ANY in points.get(ANY, ()) or ANY in context.points_unread:
        return {}
    told: dict[str, str] = {}
    for says, written, known in (
        ("its words are for the point", context.points_named, points),
        ("its rules are about the time", context.times_named, times),
    ):
        for framework in dict.fromkeys(framework for framework, _ in written):
            if not framework or framework in {*points, *context.points_unread, *told}:
                continue
            keys = list(dict.fromkeys(value.written for key, value in written if key == framework))
            if known.get(ANY, set()).isdisjoint(keys):
                told[framework] = f"{says}{'s' * (len(keys) > 1)} {_listed(keys)}"
    return told


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
