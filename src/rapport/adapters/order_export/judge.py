"""The rules, asked of all lines at once: which are used, which are set aside, and why."""

from __future__ import annotations

import polars as pl
from babel.numbers import list_currencies
from msgspec import Struct

from rapport.adapters.order_export.lines import ORDER_FIELDS
from rapport.adapters.order_export.mapping import ORDER_AMOUNTS, Mapping
from rapport.adapters.order_export.rules import Action, Condition, Rule, code_of


class Judged(Struct, frozen=True):
    """What the rules made of the lines.

    `lines`: the used ones, with `order` (a row of `orders`), `returned` and `fee` flags, `free`
    where it was told that they come to nothing, and `amount` (micros, after line discounts).
    `orders`: one row for each `order`, in its order, with the order's own fields filled from its
    first line that has them, flags `cancels` and `refunds`,
    and `left_out`: how many of its lines were set aside since nobody can tell what they came to.
    `fates`: for every line of the file 0 or the code of the rule that set it aside. `handled`: how
    often a rule let a line pass in another way than as it is, by rule and action.
    """

    lines: pl.DataFrame
    orders: pl.DataFrame
    fates: pl.Series
    handled: dict[tuple[Rule, Action], int]


def judge(lines: pl.DataFrame, order_ids: pl.Series, mapping: Mapping) -> Judged:
    """Asks every rule, in the order of the table, of every line that `LineReader` read."""
    court = _Court(lines, order_ids, mapping)
    court.before_orders()
    court.fill_from_orders()
    court.about_customers()
    court.about_orders()
    court.about_lines()
    court.about_fees()
    return court.verdict()


class _Court:
    """Holds the lines while the rules go over them, one after another."""

    def __init__(self, lines: pl.DataFrame, order_ids: pl.Series, mapping: Mapping) -> None:
        self._mapping = mapping
        self._fate = lines["fate"]
        self._lines = lines.drop("fate").with_row_index("row")
        self._has = frozenset(lines.columns)
        self._orders = order_ids.to_frame().with_row_index("order")
        self._masks: dict[tuple[Rule, Action], pl.Series] = {}
        self._no = pl.Series([False]).new_from_index(0, lines.height)
        self._returned = self._no
        self._fee = self._no

    # --- One rule ------------------------------------------------------------------------------

    def _ask(self, rule: Rule, applies: pl.Series, action: Action | None = None) -> pl.Series:
        """Lets `rule` do its work where it applies; returns the lines that it let pass."""
        applies = applies.fill_null(value=False) & (self._fate == 0)
        do = self._mapping.rule(rule).action if action is None else action
        if do in (Action.REJECT, Action.MERGE):
            code = pl.Series([code_of(rule)], dtype=pl.UInt8).new_from_index(0, len(applies))
            self._fate = code.zip_with(applies, self._fate)
            return self._no
        seen = self._masks.get((rule, do), self._no)
        self._masks[rule, do] = seen | applies
        return applies

    def _column(self, name: str) -> pl.Series:
        return self._lines[name]

    def _of_order(self, name: str) -> pl.Series:
        """An order's field, at each of its lines."""
        return self._orders[name].gather(self._lines["order"])

    # --- The rules -----------------------------------------------------------------------------

    def before_orders(self) -> None:
        blank = self._fate == code_of(Rule.BLANK_LINE)
        copies = ~self._column("hash").is_first_distinct() & ~blank
        merged_or_left = copies & (self._fate != code_of(Rule.BROKEN_LINE))
        if self._mapping.rule(Rule.DUPLICATE).action is not Action.KEEP:
            # A copy of a line that is set aside is first of all a copy.
            zero = pl.Series([0], dtype=pl.UInt8).new_from_index(0, len(copies))
            self._fate = zero.zip_with(merged_or_left, self._fate)
        self._ask(Rule.DUPLICATE, merged_or_left)
        self._lines = self._lines.drop("hash")
        self._ask(Rule.NO_ORDER, self._column("order").is_null())

    def fill_from_orders(self) -> None:
        """Gives each order its own fields, from its first line that has them.

        A line set aside for its price still tells whose order it is; a broken one tells nothing.
        """
        present = [field for field in ORDER_FIELDS if field in self._has]
        whole = self._fate != code_of(Rule.BROKEN_LINE)
        usable = self._lines.select("order", *present).filter(whole)
        first = usable.group_by("order").agg(pl.col(f).drop_nulls().first() for f in present)
        self._orders = self._orders.join(first, on="order", how="left", maintain_order="left")
        needed = {"customer"} | {
            setting.when.field for setting in self._mapping.rules.values() if setting.when
        }
        self._lines = self._lines.drop(field for field in present if field not in needed)
        missing = [
            pl.lit(
                None, dtype=pl.Int64 if f.endswith("_at") or f in ORDER_AMOUNTS else pl.String
            ).alias(f)
            for f in ORDER_FIELDS
            if f not in self._has
        ]
        self._orders = self._orders.with_columns(missing)
        if self._mapping.customer_kind == "email":
            self._orders = self._orders.with_columns(pl.col("email").fill_null(pl.col("customer")))
        if self._mapping.currency:
            self._orders = self._orders.with_columns(currency=pl.lit(self._mapping.currency))

    def about_customers(self) -> None:
        self._ask(Rule.BAD_DATE, self._of_order("at").is_null())
        known = pl.Series(sorted(list_currencies()))
        self._ask(
            Rule.BAD_CURRENCY,
            ~self._of_order("currency").is_in(known.implode()).fill_null(value=False),
        )
        customer = self._of_order("customer")
        self._ask(Rule.NO_CUSTOMER, customer.is_null() & self._of_order("email").is_null())
        self._ask(Rule.OTHER_CUSTOMER, self._column("customer") != customer)

    def about_orders(self) -> None:
        unreadable = self._any_line(self._fate == code_of(Rule.BAD_AMOUNT))
        self._ask(Rule.BAD_AMOUNT, unreadable.gather(self._lines["order"]))
        unpaid = self._mapping.rule(Rule.UNPAID)
        if unpaid.when is not None:
            self._ask(Rule.UNPAID, self._meets(unpaid.when))
        cancelled = self._mapping.rule(Rule.CANCELLED)
        when = cancelled.when
        if when is None and "cancelled_at" in self._has:
            when = Condition("cancelled_at", "is filled")
        passed = self._no if when is None else self._ask(Rule.CANCELLED, self._meets(when))
        if cancelled.action is Action.REFUND:
            self._returned = passed
        refunded = self._ask(Rule.REFUNDED, self._of_order("refunded_amount") > 0)
        whole = passed if cancelled.action is Action.CANCEL else self._no
        if self._mapping.rule(Rule.REFUNDED).action is not Action.REFUND:
            refunded = self._no
        self._orders = self._orders.with_columns(
            self._any_line(whole).alias("cancels"), self._any_line(refunded).alias("refunds")
        )

    def about_lines(self) -> None:
        if "product_id" in self._has:
            codes = self._mapping.rule(Rule.NON_PRODUCT).codes
            product = self._column("product_id").str.to_lowercase()
            for code, action in codes.items():
                if code.endswith("*"):
                    hit = product.str.starts_with(code.removesuffix("*"))
                else:
                    hit = product == code
                passed = self._ask(Rule.NON_PRODUCT, hit, action)
                if action is Action.FEE:
                    self._fee = self._fee | passed
            self._fee = self._fee | self._ask(Rule.NO_PRODUCT, product.is_null())
        if "quantity" in self._has:
            negative = (self._column("quantity") < 0) & ~self._returned
            self._returned = self._returned | self._ask(Rule.NEGATIVE_QUANTITY, negative)
        if "unit_price" in self._has:
            price = self._column("unit_price")
            self._ask(Rule.MISSING_PRICE, price.is_null())
            passed = self._ask(Rule.NEGATIVE_PRICE, price < 0)
            if self._mapping.rule(Rule.NEGATIVE_PRICE).action is Action.FEE:
                self._fee = self._fee | passed
            self._ask(Rule.ZERO_PRICE, price == 0)
        if "title" in self._has:
            self._ask(Rule.MISSING_TITLE, self._column("title").is_null() & ~self._fee)
        self._ask(Rule.BAD_PRICE, self._amount().is_null())

    def about_fees(self) -> None:
        if "product_id" not in self._has:
            return
        product = self._any_line(~self._fee & (self._fate == 0)).gather(self._lines["order"])
        self._ask(Rule.ONLY_FEES, ~product & ~self._returned)

    # --- What they have in common ----------------------------------------------------------------

    def _any_line(self, mask: pl.Series) -> pl.Series:
        """For each order, whether the mask holds for a line of it."""
        hit = self._lines["order"].filter(mask)
        return self._orders["order"].is_in(hit.unique().implode())

    def _meets(self, condition: Condition) -> pl.Series:
        """Where a line, or the order for it, meets the condition."""
        if condition.field not in self._has and condition.field != "order_id":
            return self._no
        if condition.field not in self._lines.columns:
            found = self._of_order(condition.field)
        elif condition.field in self._orders.columns:
            found = self._column(condition.field).fill_null(self._of_order(condition.field))
        else:
            found = self._column(condition.field)
        if condition.test == "is filled":
            return found.is_not_null()
        words = found.cast(pl.String).str.to_lowercase()
        if condition.test == "is":
            return words.is_in(pl.Series(condition.values).implode())
        met = self._no
        for value in condition.values:
            met = met | words.str.starts_with(value)
        return met

    def _amount(self) -> pl.Series:
        """Micros for the whole line, without a sign from the quantity; null where too large."""
        one, none = pl.lit(1, dtype=pl.Int64), pl.lit(0, dtype=pl.Int64)
        quantity = pl.col("quantity") if "quantity" in self._has else one
        price = pl.col("unit_price").fill_null(0) if "unit_price" in self._has else none
        discount = pl.col("line_discount").fill_null(0) if "line_discount" in self._has else none
        rough = quantity.cast(pl.Float64).abs() * price.cast(pl.Float64).abs()
        amount = pl.when(rough <= LARGEST_LINE).then(quantity.abs() * price - discount)
        return self._lines.select(amount.alias("amount")).to_series()

    def verdict(self) -> Judged:
        used = self._fate == 0
        lines = self._lines.with_columns(
            self._amount(), self._returned.alias("returned"), self._fee.alias("fee")
        ).filter(used)
        told = (
            pl.col("unit_price").is_not_null() if "unit_price" in self._has else pl.lit(value=False)
        )
        lines = lines.with_columns((told & (pl.col("amount") == 0)).alias("free"))
        handled = {key: int((mask & used).sum()) for key, mask in self._masks.items()}
        unread = self._fate.is_in(pl.Series(UNREAD, dtype=pl.UInt8).implode())
        if "quantity" in self._has:  # of which no piece was bought came to nothing
            unread &= (self._column("quantity") != 0).fill_null(value=True)
        missed = (
            self._lines.filter(unread)
            .group_by("order")
            .agg(pl.len().cast(pl.Int64).alias("left_out"))
        )
        orders = self._orders.join(missed, on="order", how="left", maintain_order="left")
        orders = orders.with_columns(pl.col("left_out").fill_null(0))
        return Judged(lines, orders, self._fate, handled)


UNREAD = [
    code_of(rule)
    for rule in (Rule.BROKEN_LINE, Rule.BAD_QUANTITY, Rule.BAD_PRICE, Rule.MISSING_PRICE)
]
"""Rules that set a line aside since what it came to cannot be told. Others set aside what is none
of the order's products, or not this order's."""

LARGEST_LINE = 2_000_000_000 * 1_000_000
"""Micros beyond which a line's amount is taken for a mistake; see `parse.LARGEST`."""
