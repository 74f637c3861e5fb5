"""What choosing a moment leads to, from the choice on: with those who ordered before it came.

A message's worth is told from decisions on content, and those are made when the moment has come. By
then whoever would have ordered at once has ordered, and the later the moment, the more of them are
missing. Held against one another, such decisions say that a later moment is worse where it changes
nothing at all. So two things are kept by moment, beside the sums of `rapport.science.evidence`:

- of decisions to say nothing, so that messages are held against silence **at the same moment**
  (`told_apart`);
- of all whom chance gave the moment, those among them whose run ended before it came: what moments
  differ by is learnt from those (`chosen`), each with what their message is believed to have added
  by its other levels taken off.

Whoever never came to a decision on content got no tone and no offer. They count as if they had got
the mix that people like them got at that moment (the projection of levels on the context), so that
they say nothing about levels, and all about the moment. See decision record 0112.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np
from msgspec import Struct

from rapport.science.arrays import Floats, Ints, block

TIME = "time:"
"""How names of levels begin that are moments."""


class AtMoment(Struct, frozen=True, eq=False):
    """Discounted sums over decisions at one moment. With w features, x the context, y whether the
    person ordered, and z the whole row of d coefficients:

    `held`, shape (w, w), and `held_orders`, shape (w,): x x^T and x y of those that said nothing.
    `came` (w, w) and `mix` (w, d): x x^T and x z^T of those that chance gave the moment, and that
    came to it. `left` (w, w): x x^T of those whose run had ended before. `orders` (w,): x y of
    both.
    """

    held: Floats
    held_orders: Floats
    came: Floats
    mix: Floats
    left: Floats
    orders: Floats

    def __add__(self, other: AtMoment) -> AtMoment:
        return AtMoment(*(one + two for one, two in zip(self.sums, other.sums, strict=True)))

    @property
    def sums(self) -> tuple[Floats, ...]:
        """All of them, in their order."""
        return (self.held, self.held_orders, self.came, self.mix, self.left, self.orders)

    def times(self, share: float) -> AtMoment:
        """Counting for less."""
        return AtMoment(*(share * one for one in self.sums))

    def narrowed(self, width: int, kept: Ints) -> AtMoment:
        """For the first `width` features alone, and the coefficients `kept` of a row."""
        first = slice(width)
        return AtMoment(
            self.held[first, first], self.held_orders[first], self.came[first, first],
            self.mix[first][:, kept], self.left[first, first], self.orders[first],
        )  # fmt: skip


Waits: TypeAlias = Mapping[str, AtMoment]
"""By level, such as `time:evening`."""

Sums: TypeAlias = tuple[Floats, Floats]
"""X'X, shape (d, d), and X'y, shape (d,)."""


class Taken(Struct, frozen=True):
    """How these sums take one decision: its moment, whether chance chose that, whether it said
    nothing, and whether its run ended before the moment came."""

    moment: str
    by_chance: bool
    held: bool
    left: bool


def observed(
    rows: Sequence[Taken], x: Floats, design: Floats, weights: Floats, ordered: Floats
) -> Waits:
    """The sums of n decisions: their contexts `x`, shape (n, w), their whole rows `design`, shape
    (n, d), and how each weighs and whether it was ordered, shape (n,). Those without a moment are
    passed over."""
    moments = np.array([row.moment for row in rows])
    chance = np.array([row.by_chance for row in rows], dtype=bool)
    held = np.array([row.held for row in rows], dtype=bool)
    left = np.array([row.left for row in rows], dtype=bool)
    weighed = x * weights[:, None]
    found = {}
    for moment in sorted({row.moment for row in rows if row.moment}):
        here = moments == moment
        silent, came, ended = here & held & ~left, here & chance & ~left, here & left
        both = came | ended
        found[moment] = AtMoment(
            x[silent].T @ weighed[silent],
            weighed[silent].T @ ordered[silent],
            x[came].T @ weighed[came],
            weighed[came].T @ design[came],
            x[ended].T @ weighed[ended],
            weighed[both].T @ ordered[both],
        )
    return found


def moments_of_all(waits: Waits) -> bool:
    """Whether it is known at which moments nothing was said, and not of messages alone."""
    return any(one.held.any() for one in waits.values())


def together(one: Waits, other: Waits) -> Waits:
    """Both; of two that are laid out alike and weigh as of one instant."""
    names = sorted({*one, *other})
    return {
        name: one[name] + other[name] if name in one and name in other
        else one.get(name) or other[name]
        for name in names
    }  # fmt: skip


def told_apart(waits: Waits, levels: Sequence[str], gram: Floats, orders: Floats) -> Sums:
    """`gram`, shape (d, d), and `orders`, shape (d,), with moments counted of silence too, so that
    what a moment has in common with silence at it is none of what a message adds."""
    gram, orders = gram.copy(), orders.copy()
    for name, at in waits.items():
        if name not in levels:
            continue
        width = len(at.held_orders)
        base, own = slice(0, width), block(2 + levels.index(name), width)
        gram[base, own] += at.held
        gram[own, base] += at.held
        gram[own, own] += at.held
        orders[own] += at.held_orders
    return gram, orders


def chosen(waits: Waits, levels: Sequence[str], believed: Floats) -> tuple[list[str], Sums]:
    """The sums of a regression on the moment alone, and its levels; d as they lay it out.

    `believed`, shape (d,), is what was learnt of messages, laid out for `levels`: what the levels
    that are no moments add is taken off what was ordered.
    """
    moments = [name for name in levels if name.startswith(TIME)]
    width = len(believed) // (2 + len(levels))
    added = believed.copy()
    added[:width] = 0.0
    for name in moments:
        added[block(2 + levels.index(name), width)] = 0.0
    gram = np.zeros(2 * (width * (2 + len(moments)),))
    orders = np.zeros(len(gram))
    base = slice(0, width)
    for name in moments:
        at = waits.get(name)
        if at is None:
            continue
        # What who left would have got, had they stayed: what people like them got.
        mix = np.linalg.lstsq(at.came, at.mix, rcond=None)[0]
        rest = at.orders - (at.mix + at.left @ mix) @ added
        own, everybody = block(2 + moments.index(name), width), at.came + at.left
        for one in (base, own):
            orders[one] += rest
            for other in (base, own):
                gram[one, other] += everybody
    return moments, (gram, orders)
