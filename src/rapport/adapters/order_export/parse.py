"""Text into figures, a whole column at a time: numbers, money, times, ids.

Money is read in millionths of a currency unit ("micros"), so that a price of 0.001 stays exact
until an order is added up. A float holds these without a loss up to `LARGEST`, the bound kept.
"""

from __future__ import annotations

import polars as pl

from rapport.adapters.order_export.mapping import Formats

MICROS = 1_000_000
LARGEST = 2_000_000_000
"""Units of currency, or pieces, beyond which a figure is taken for a mistake."""

EARLIEST = 631_152_000_000
"""1990-01-01; an order before it, or after `LATEST`, is a date misread."""
LATEST = 4_102_444_800_000

ISO = (
    "%Y-%m-%dT%H:%M:%S%.f%z",
    "%Y-%m-%d %H:%M:%S%.f %z",
    "%Y-%m-%d %H:%M:%S%.f%z",
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%d",
)
_NUMBER = r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$"
_EMAIL = r"^[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\".]+$"


def text(series: pl.Series) -> pl.Series:
    """Trimmed text; what is blank is null. A whole number in a float column loses its `.0`."""
    if series.dtype.is_float():
        whole = series.round().cast(pl.Int64, strict=False)
        plain = (whole.cast(pl.Float64) == series).fill_null(value=False)
        both = pl.DataFrame({"float": series.cast(pl.String), "whole": whole.cast(pl.String)})
        chosen = pl.when(plain).then(pl.col("whole")).otherwise(pl.col("float"))
        return both.select(chosen.alias(series.name)).to_series()
    if series.dtype == pl.Binary:
        series = series.cast(pl.String, strict=False)
    words = series if series.dtype == pl.String else series.cast(pl.String)
    words = words.str.strip_chars(" \t\r\n\u00a0\ufeff")
    return words.to_frame().select(pl.when(pl.first() != "").then(pl.first()).alias(series.name))[
        series.name
    ]


def identifier(series: pl.Series) -> pl.Series:
    """Text, `17850.0` read as the number that a spreadsheet made a float of."""
    return text(series).str.replace(r"^(\d+)\.0+$", "$1")


def order_name(series: pl.Series) -> pl.Series:
    """An order's id, number or name as every source writes it: `1001` of `#1001`."""
    words = identifier(series).str.strip_chars_start("# ")
    return words.to_frame().select(pl.when(pl.first() != "").then(pl.first()).alias(series.name))[
        series.name
    ]


def email(series: pl.Series) -> pl.Series:
    """Lower-case addresses; what cannot be one is null."""
    words = text(series).str.to_lowercase()
    return words.to_frame().select(
        pl.when(pl.first().str.contains(_EMAIL)).then(pl.first()).alias(series.name)
    )[series.name]


def number(series: pl.Series, formats: Formats) -> pl.Series:
    """Floats; null where blank, not a number, or beyond `LARGEST`."""
    if series.dtype.is_numeric() or series.dtype.is_decimal():
        return _bounded(series.cast(pl.Float64))
    words = text(series).str.replace_all(r"[\s\u00a0\u202f'’£$€¥]", "")
    words = words.str.replace(r"^\((.+)\)$", "-$1")
    thousands, decimal = (",", ".") if formats.decimal == "." else (".", ",")
    grouped = rf"^[+-]?\d{{1,3}}(\{thousands}\d{{3}})+(\{decimal}\d*)?$"
    frame = words.to_frame("words").select(
        pl.when(pl.col("words").str.contains(grouped))
        .then(pl.col("words").str.replace_all(thousands, "", literal=True))
        .otherwise(pl.col("words"))
    )
    words = frame.to_series()
    if decimal == ",":
        # A dot left over now is no thousands' sign and no decimal one: let it fail below.
        words = words.str.replace_all(".", "?", literal=True).str.replace(",", ".", literal=True)
    plain = words.to_frame("words").select(
        pl.when(pl.col("words").str.contains(_NUMBER)).then(pl.col("words"))
    )
    return _bounded(plain.to_series().cast(pl.Float64, strict=False))


def _bounded(numbers: pl.Series) -> pl.Series:
    frame = numbers.to_frame("n").select(
        pl.when(pl.col("n").is_finite() & (pl.col("n").abs() <= LARGEST)).then(pl.col("n"))
    )
    return frame.to_series()


def micros(series: pl.Series, formats: Formats) -> pl.Series:
    """Money in millionths of a unit, as whole numbers."""
    return (number(series, formats) * MICROS).round().cast(pl.Int64)


def pieces(series: pl.Series, formats: Formats) -> pl.Series:
    """A count; null where it is not a whole number."""
    numbers = number(series, formats)
    frame = numbers.to_frame("n").select(
        pl.when(pl.col("n").round() == pl.col("n")).then(pl.col("n").cast(pl.Int64, strict=False))
    )
    return frame.to_series()


def instant(series: pl.Series, formats: Formats) -> pl.Series:
    """Milliseconds since the epoch; null where blank, unreadable or outside 1990 to 2100."""
    if series.dtype == pl.Date:
        found = _localised(series.cast(pl.Datetime("us")), formats.time_zone)
    elif isinstance(series.dtype, pl.Datetime):
        aware = series.dtype.time_zone is not None
        found = _millis(series) if aware else _localised(series, formats.time_zone)
    else:
        found = _from_text(text(series), formats)
    frame = found.to_frame("at").select(
        pl.when(pl.col("at").is_between(EARLIEST, LATEST)).then(pl.col("at"))
    )
    return frame.to_series()


def _from_text(words: pl.Series, formats: Formats) -> pl.Series:
    words = words.str.replace(r"\s*(Z|UTC|GMT)$", "+0000")
    words = words.str.replace(r"([+-]\d\d):(\d\d)$", "$1$2")
    found = pl.Series([None] * len(words), dtype=pl.Int64)
    patterns = [p for given in formats.dates for p in (ISO if given == "iso" else (given,))]
    for pattern in patterns:
        left = found.is_null() & words.is_not_null()
        if not left.any():
            break
        masked = words.to_frame("words").select(pl.when(left).then(pl.col("words"))).to_series()
        parsed = _parsed(masked, pattern)
        if parsed is None:
            continue
        aware = isinstance(parsed.dtype, pl.Datetime) and parsed.dtype.time_zone is not None
        found = found.fill_null(_millis(parsed) if aware else _localised(parsed, formats.time_zone))
    return found


def _parsed(words: pl.Series, pattern: str) -> pl.Series | None:
    """Times by one pattern; None where the pattern itself makes no sense to the parser."""
    try:
        return words.str.to_datetime(pattern, strict=False, time_unit="us")
    except pl.exceptions.PolarsError:
        return None


def _millis(times: pl.Series) -> pl.Series:
    return times.dt.epoch("ms")


def _localised(times: pl.Series, zone: str) -> pl.Series:
    """Local readings as instants. What falls into the hour that a clock skips is an hour later."""
    frame = times.to_frame("t").select(
        pl.col("t")
        .dt.replace_time_zone(zone, ambiguous="earliest", non_existent="null")
        .dt.epoch("ms")
        .alias("plain"),
        pl.col("t")
        .dt.offset_by("1h")
        .dt.replace_time_zone(zone, ambiguous="earliest", non_existent="null")
        .dt.epoch("ms")
        .alias("skipped"),
    )
    return frame.select(pl.col("plain").fill_null(pl.col("skipped"))).to_series()
