"""Used lines into what happened, in the order of time: orders, refunds, cancellations, consent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import polars as pl
from babel.numbers import get_currency_precision
from msgspec import Struct

from rapport.adapters.order_export.judge import Judged
from rapport.adapters.order_export.mapping import ConsentSetting
from rapport.adapters.order_export.parse import MICROS
from rapport.core.events import MAX_LINES

WORDS = ("product_id", "title", "sku", "category")
NONE = -1
PLACED, CONSENT, RETURNED, REFUNDED, CANCELLED = range(5)
"""What happened; at the same instant, in this order."""


class History(Struct, frozen=True):
    """Everything that happened, sorted by time.

    `happenings`: `at`, `what`, `order`, `target` (the row of `orders` that a return is taken off,
    or NONE), `amount` and `revenue` (minor units), `word` (of consent), `lines` (of the file, that
    went into it), `first` and `count`: its slice of `kept`.
    `kept`: products only, sorted as the happenings are, at most MAX_LINES for each: `quantity`,
    `unit_price` (minor units), `free`, and `line`, a row of `lines`, which holds the words.
    `orders`: as judged, with `total` and the like in minor units.
    """

    happenings: pl.DataFrame
    kept: pl.DataFrame
    lines: pl.DataFrame
    orders: pl.DataFrame
    lines_cut: int
    """Lines counted in their order's amounts but beyond MAX_LINES, so not named in the event."""
    returns_unmatched: int
    """Returned lines for which no earlier order of the customer was found."""


def history_of(judged: Judged, consent: ConsentSetting) -> History:
    """The happenings that the used lines and their orders tell of."""
    digits = {
        code: 10 ** get_currency_precision(code)
        for code in judged.orders["currency"].drop_nulls().unique()
    }
    per_unit = pl.col("currency").replace_strict(digits, default=100, return_dtype=pl.Int64)
    orders = judged.orders.with_columns((MICROS // per_unit).alias("step"))
    lines, unmatched = _with_targets(judged.lines, orders)
    deeds = _deeds(lines, orders)
    extra = pl.concat(
        [_refunds(deeds, orders), _cancels(deeds, orders), _words(deeds, orders, consent)]
    )
    happenings = (
        pl.concat([deeds, extra], how="diagonal")
        .sort("at", "what", "order", "target", maintain_order=True)
        .with_row_index("number")
    )
    kept = _kept_lines(lines, happenings, orders)
    sizes = kept.group_by("number").agg(pl.len().cast(pl.Int64).alias("count"))
    happenings = happenings.join(
        sizes, on="number", how="left", maintain_order="left"
    ).with_columns(
        pl.col("count", "lines", "amount", "revenue").fill_null(0), pl.col("word").fill_null("")
    )
    happenings = happenings.with_columns(first=pl.col("count").cum_sum() - pl.col("count"))
    cut = int((~lines["fee"]).sum()) - kept.height
    names = ("total", "subtotal", "discount", "shipping", "refunded_amount")
    orders = orders.with_columns(_minor(pl.col(name), pl.col("step")).alias(name) for name in names)
    words = lines.select(name for name in WORDS if name in lines.columns)
    return History(happenings, kept.drop("number"), words, orders, cut, unmatched)


def _minor(micros: pl.Expr, step: pl.Expr) -> pl.Expr:
    """Micros in minor units, halves up."""
    return (micros + step // 2) // step


def _deeds(lines: pl.DataFrame, orders: pl.DataFrame) -> pl.DataFrame:
    """One row for each order placed and each return, its lines added up and rounded once."""
    product = ~pl.col("fee")
    sums = lines.group_by("order", "returned", "target").agg(
        pl.len().cast(pl.Int64).alias("lines"),
        pl.col("amount").sum(),
        pl.col("amount").filter(product).sum().alias("products"),
        (product & pl.col("free")).any().alias("gifts"),
    )
    of_order = orders.select(
        "order", "at", "step", "total", "subtotal", "discount", "shipping", "left_out"
    )
    taken_off = pl.col("discount").fill_null(0)
    fees = pl.col("amount") - pl.col("products") + pl.col("shipping").fill_null(0)
    # What the shop told goes before what lines add up to; where one of them could not be read and
    # nothing was told, nobody knows.
    missed = (pl.col("left_out") > 0) & ~pl.col("returned")
    added_up = (
        pl.when(missed).then(pl.col("total") - fees).otherwise(pl.col("products") - taken_off)
    )
    unknown = missed & pl.col("subtotal").is_null() & pl.col("total").is_null()
    revenue = pl.coalesce(pl.col("subtotal"), added_up, 0)
    total = pl.when(unknown).then(0).otherwise(pl.coalesce(pl.col("total"), revenue + fees))
    # An export of whole orders, without lines, tells nothing but the total. Goods that were free
    # are worth nothing, whatever their delivery cost.
    revenue = (
        pl.when(revenue == 0, pl.col("products") == 0, ~pl.col("gifts"))
        .then(pl.coalesce(pl.col("subtotal"), pl.when(unknown).then(0).otherwise(total - fees)))
        .otherwise(revenue)
    )
    returned = pl.col("returned")
    return sums.join(of_order, on="order").select(
        "at",
        pl.when(returned).then(RETURNED).otherwise(PLACED).cast(pl.Int64).alias("what"),
        "order",
        "target",
        "lines",
        _minor(pl.when(returned).then(pl.col("amount")).otherwise(total), pl.col("step")).alias(
            "amount"
        ),
        _minor(revenue, pl.col("step")).alias("revenue"),
    )


def _placed(deeds: pl.DataFrame, orders: pl.DataFrame) -> pl.DataFrame:
    """The orders that were placed, each with its fields."""
    placed = deeds.filter(pl.col("what") == PLACED).select("order", paid=pl.col("amount"))
    return orders.join(placed, on="order", how="inner", maintain_order="left")


def _refunds(deeds: pl.DataFrame, orders: pl.DataFrame) -> pl.DataFrame:
    """Refunds that an order's own columns state, at their date or else at the order's.

    A cancelled order is taken back whole by its cancellation; its refund would count twice.
    """
    placed = _placed(deeds, orders).filter(pl.col("refunds") & ~pl.col("cancels"))
    return placed.select(
        at=pl.max_horizontal("at", pl.coalesce("refunded_at", "at")),
        what=pl.lit(REFUNDED, dtype=pl.Int64),
        order="order",
        target=pl.lit(NONE, dtype=pl.Int64),
        amount=_minor(pl.col("refunded_amount"), pl.col("step")),
        word=pl.lit(None, dtype=pl.String),
    )


def _cancels(deeds: pl.DataFrame, orders: pl.DataFrame) -> pl.DataFrame:
    placed = _placed(deeds, orders).filter("cancels")
    return placed.select(
        at=pl.max_horizontal("at", pl.coalesce("cancelled_at", "at")),
        what=pl.lit(CANCELLED, dtype=pl.Int64),
        order="order",
        target=pl.lit(NONE, dtype=pl.Int64),
        amount=pl.lit(None, dtype=pl.Int64),
        word=pl.lit(None, dtype=pl.String),
    )


def _words(deeds: pl.DataFrame, orders: pl.DataFrame, consent: ConsentSetting) -> pl.DataFrame:
    """Each change of a person's word about marketing, beginning with their first yes.

    A no that was never a yes withdraws nothing; a no after a yes is taken as a withdrawal.
    """
    person = pl.coalesce("customer", "email")
    told = _placed(deeds, orders).filter(
        pl.col("accepts_marketing").is_not_null(), person.is_not_null()
    )
    said = pl.col("accepts_marketing").str.to_lowercase().is_in(consent.yes)
    changed = told.sort("at", "order").with_columns(yes=said, person=person)
    before = pl.col("yes").shift(1).over("person").fill_null(value=False)
    return changed.filter(pl.col("yes") != before).select(
        at="at",
        what=pl.lit(CONSENT, dtype=pl.Int64),
        order="order",
        target=pl.lit(NONE, dtype=pl.Int64),
        amount=pl.lit(None, dtype=pl.Int64),
        word=pl.when("yes").then(pl.lit("subscribed")).otherwise(pl.lit("unsubscribed")),
    )


def _kept_lines(
    lines: pl.DataFrame, happenings: pl.DataFrame, orders: pl.DataFrame
) -> pl.DataFrame:
    """The products of each happening, at most MAX_LINES, in the order of time and file."""
    deeds = happenings.filter(pl.col("what").is_in([PLACED, RETURNED])).select(
        "number", "order", "target", returned=pl.col("what") == RETURNED
    )
    each = pl.lit(1, dtype=pl.Int64)
    if "quantity" in lines.columns:
        each = pl.col("quantity").abs()
    # The price of one piece is rounded for show; amounts were added up before rounding.
    price = _minor((pl.col("amount") + each // 2) // each, pl.col("step"))
    return (
        lines.with_row_index("line")
        .filter(~pl.col("fee"))
        .select("line", "order", "target", "returned", "amount", "free", each.alias("quantity"))
        .join(deeds, on=["order", "target", "returned"])
        .sort("number", "line")
        .filter(pl.int_range(pl.len()).over("number") < MAX_LINES)
        .join(orders.select("order", "step"), on="order", maintain_order="left")
        .select("number", "line", "quantity", price.alias("unit_price"), "free")
    )


# --- Which order a return belongs to --------------------------------------------------------------


def _with_targets(lines: pl.DataFrame, orders: pl.DataFrame) -> tuple[pl.DataFrame, int]:
    """Lines with `target`: for a return, the order that it is taken off, or NONE.

    A return inside an order with goods belongs to that order. A credit note of its own belongs to
    the customer's latest earlier order which holds the product in enough quantity that is not
    returned yet. A piece that was given brings no money back, and so is returned for none alone;
    one that is returned for none is looked for among those first.
    """
    sold_in = lines.filter(~pl.col("returned"))["order"].unique()
    own = pl.col("order").is_in(sold_in.implode())
    lines = lines.with_columns(
        target=pl.when(pl.col("returned") & own)
        .then(pl.col("order").cast(pl.Int64))
        .otherwise(pl.lit(NONE, dtype=pl.Int64))
    )
    alone = lines.filter(pl.col("returned") & (pl.col("target") == NONE))
    if alone.is_empty() or not {"product_id", "quantity"} <= set(lines.columns):
        return lines, alone.height
    people = orders.select("order", "at", person=pl.coalesce("customer", "email"))
    wanted = ("row", "order", "product_id", "quantity", "free")
    returns = alone.select(wanted).join(people, on="order").sort("at", "row")
    keys = returns.select("person", "product_id").unique().drop_nulls()
    sales = (
        lines.filter(~pl.col("returned"))
        .select(wanted)
        .join(alone.select("product_id").unique(), on="product_id", how="semi")
        .join(people, on="order")
        .join(keys, on=["person", "product_id"], how="semi")
        .sort("at", "row")
    )
    found = pl.DataFrame(
        list(_matches(sales, returns)),
        schema={"row": pl.UInt32, "found": pl.Int64},
        orient="row",
    )
    lines = lines.join(found, on="row", how="left", maintain_order="left").with_columns(
        target=pl.coalesce("found", "target")
    )
    return lines.drop("found"), alone.height - found.height


def _matches(sales: pl.DataFrame, returns: pl.DataFrame) -> Iterator[tuple[int, int]]:
    """The row of each return that has an order to be taken off, with that order."""
    left: dict[tuple[str, str, bool], list[list[int]]] = defaultdict(list)
    for person, product, free, quantity, at, order in sales.select(
        "person", "product_id", "free", "quantity", "at", "order"
    ).iter_rows():
        left[person, product, free].append([at, quantity, order])
    for person, product, free, quantity, at, row in returns.select(
        "person", "product_id", "free", "quantity", "at", "row"
    ).iter_rows():
        given = left.get((person, product, True), []) if free else []
        paid = left.get((person, product, False), [])
        for sale in (*reversed(given), *reversed(paid)):
            if sale[0] <= at and sale[1] >= abs(quantity):
                sale[1] -= abs(quantity)
                yield row, sale[2]
                break
