"""What is in a cart or a checkout: ids and money of its lines, as events tell of them."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.core.bounds import CATEGORY_CHARS, ID_CHARS, MAX_BASKET, money, quantity
from rapport.core.editions import VARIANTS_APART
from rapport.core.events import CartChanged, Line
from rapport.core.state import Basket


def basket(lines: tuple[Line, ...]) -> tuple[Basket, ...]:
    """Lines as the state keeps them: ids and money, the dearest first where there are many."""
    return tuple([_kept(line) for line in _dearest(lines)])


def cart_after(cart: tuple[Basket, ...], body: CartChanged, edition: int) -> tuple[Basket, ...]:
    """The lines of a cart in which this changed."""
    if edition < VARIANTS_APART:
        return _by_product(cart, body)
    lines = list(cart)
    if body.lines is not None:
        lines = [_of_variant(line) for line in _dearest(body.lines)]
    if body.added is not None:
        _put_in(lines, _of_variant(body.added), told_whole=body.lines is not None)
    if body.removed is not None:
        _take_out(lines, _of_variant(body.removed))
    return tuple(lines[-MAX_BASKET:])


def pieces(cart: tuple[Basket, ...]) -> dict[str, int]:
    """How many pieces of each product are in it, whatever the variant: one source names it and the
    next does not."""
    found: dict[str, int] = {}
    for line in cart:
        found[line.product_id] = found.get(line.product_id, 0) + line.quantity
    return found


def _put_in(lines: list[Basket], added: Basket, *, told_whole: bool) -> None:
    place = _place(lines, added)
    if place is None:
        lines.append(added)
    elif not told_whole:
        before = lines[place]
        together = quantity(added.quantity + before.quantity)
        variant = added.variant or before.variant
        lines[place] = replace(added, quantity=together, variant=variant)


def _take_out(lines: list[Basket], removed: Basket) -> None:
    place = _place(lines, removed)
    if place is None:
        return
    left = lines[place].quantity - removed.quantity
    if left > 0:
        lines[place] = replace(lines[place], quantity=left)
    else:
        del lines[place]


def _place(lines: list[Basket], told: Basket) -> int | None:
    """Which line is the one that is told of: of the same variant, or else the last of its product
    where either of the two names none."""
    alike = None
    for place, line in enumerate(lines):
        if line.product_id != told.product_id:
            continue
        if line.variant == told.variant:
            return place
        if not (line.variant and told.variant):
            alike = place
    return alike


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


def _of_variant(line: Line) -> Basket:
    return replace(_kept(line), variant=line.variant_key[:ID_CHARS])


def _kept(line: Line) -> Basket:
    return Basket(
        line.product_id[:ID_CHARS],
        quantity(line.quantity),
        money(line.unit_price),
        line.category[:CATEGORY_CHARS],
        max(money(line.full_price), 0),
    )
