"""What is in a cart or a checkout: ids and money of its lines, as events tell of them."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from rapport.core.bounds import CATEGORY_CHARS, ID_CHARS, MAX_BASKET, money, quantity
from rapport.core.editions import VARIANTS_APART
from rapport.core.events import CartChanged, Line
from rapport.core.state import Basket


class _Told(NamedTuple):
    """A line as the state keeps it, and every name of its variant that is known."""

    line: Basket
    names: tuple[str, ...]


def variant_names(line: Line) -> tuple[str, ...]:
    """What tells this variant of the product from its others, the best name first; nothing where
    nobody told. The state keeps the first one."""
    told = (line.variant_id, line.sku, line.variant)
    return tuple([name[:ID_CHARS] for name in told if name])


def basket(lines: tuple[Line, ...]) -> tuple[Basket, ...]:
    """Lines as the state keeps them: ids and money, the dearest first where there are many."""
    return tuple([_kept(line) for line in _dearest(lines)])


def cart_after(cart: tuple[Basket, ...], body: CartChanged, edition: int) -> tuple[Basket, ...]:
    """The lines of a cart in which this changed."""
    if edition < VARIANTS_APART:
        return _by_product(cart, body)
    lines = [_Told(line, (line.variant,)) for line in cart]
    if body.lines is not None:
        lines = [_of_variant(line) for line in _dearest(body.lines)]
    if body.added is not None:
        _put_in(lines, _of_variant(body.added), told_whole=body.lines is not None)
    if body.removed is not None:
        _take_out(lines, _of_variant(body.removed))
    return tuple([told.line for told in lines[-MAX_BASKET:]])


def pieces(cart: tuple[Basket, ...]) -> dict[str, int]:
    """How many pieces of each product are in it, whatever the variant: one source names it and the
    next does not."""
    found: dict[str, int] = {}
    for line in cart:
        found[line.product_id] = found.get(line.product_id, 0) + line.quantity
    return found


def _put_in(lines: list[_Told], added: _Told, *, told_whole: bool) -> None:
    place = _place(lines, added)
    if place is None or not (told_whole or lines[place].line.free == added.line.free):
        lines.append(added)  # a piece that is given on top is no piece that is paid
    elif not told_whole:
        before, names = lines[place]
        together = quantity(added.line.quantity + before.quantity)
        # the name of before stays: whoever told that one alone will tell it alone again
        variant = before.variant or added.line.variant
        lines[place] = _Told(replace(added.line, quantity=together, variant=variant), names)


def _take_out(lines: list[_Told], removed: _Told) -> None:
    place = _place(lines, removed)
    if place is None:
        return
    before, names = lines[place]
    left = before.quantity - removed.line.quantity
    if left > 0:
        lines[place] = _Told(replace(before, quantity=left), names)
    else:
        del lines[place]


def _place(lines: list[_Told], told: _Told) -> int | None:
    """Which line is the one that is told of: of the same variant; or else the last of its product
    that goes by another of the names told; or else the last where either of the two has none.

    Of those that cost something and those that are free, the kind that is told of goes first.
    """
    alike = [place for place, one in enumerate(lines) if one.line.free == told.line.free]
    if len(alike) == len(lines):
        return _named(lines, told)
    place = _named([lines[place] for place in alike], told)
    return _named(lines, told) if place is None else alike[place]


def _named(lines: list[_Told], told: _Told) -> int | None:
    wanted = told.line
    renamed: int | None = None
    unnamed: int | None = None
    for place, (line, names) in enumerate(lines):
        if line.product_id != wanted.product_id:
            continue
        if line.variant == wanted.variant:
            return place
        if not (line.variant and wanted.variant):
            unnamed = place
        elif line.variant in told.names or wanted.variant in names:
            renamed = place
    return unnamed if renamed is None else renamed


def _by_product(cart: tuple[Basket, ...], body: CartChanged) -> tuple[Basket, ...]:
    """The same with one line a product, as it was told of up to edition 11."""
    lines = {line.product_id: line for line in cart}
    if body.lines is not None:
        lines = {line.product_id: line for line in basket(body.lines)}
    if body.added is not None:
        added = _kept(body.added)
        before = lines.get(added.product_id)
        together = quantity(added.quantity + (before.quantity if before else 0))
        lines[added.product_id] = replace(added, quantity=together)
    if body.removed is not None:
        removed = _kept(body.removed)
        before = lines.pop(removed.product_id, None)
        if before is not None and before.quantity > removed.quantity:
            left = before.quantity - removed.quantity
            lines[before.product_id] = replace(before, quantity=left)
    return tuple(lines.values())[-MAX_BASKET:]


def _dearest(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """As many as are kept, the dearest first where there are more."""
    if len(lines) <= MAX_BASKET:
        return lines
    return tuple(sorted(lines, key=lambda x: -x.unit_price * x.quantity)[:MAX_BASKET])


def _of_variant(line: Line) -> _Told:
    names = variant_names(line)
    return _Told(replace(_kept(line), variant=names[0] if names else ""), names)


def _kept(line: Line) -> Basket:
    return Basket(
        line.product_id[:ID_CHARS],
        quantity(line.quantity),
        money(line.unit_price),
        line.category[:CATEGORY_CHARS],
        max(money(line.full_price), 0),
        free=line.free,
    )
