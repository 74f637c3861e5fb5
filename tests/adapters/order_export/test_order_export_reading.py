"""Files of every kind: what they are read as, and what is said where they cannot be."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from order_exports import HEADER, MAPPING, MakeMapping, OpenText, events_of

from rapport.adapters.order_export.export import open_export
from rapport.adapters.order_export.read_mapping import read_mapping
from rapport.core.events import MAX_LINES
from rapport.errors import UserError

LINE = "1,17850.0,01/02/2024 10:00,A,Café,2,3.50\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_an_export_reads_the_same_in_every_encoding_and_line_ending(
    tmp_path: Path, mapping: MakeMapping, encoding: str, ending: str
) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes((HEADER + LINE).replace("\n", ending).encode(encoding))
    (order,) = events_of(open_export(path, mapping()))
    assert order.event.body.lines[0].title == "Café"
    assert order.identifiers[0].value == "17850"
    assert order.event.id == "import:shop:order:1"
    assert order.event.backfill


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_the_header_uses(
    tmp_path: Path, mapping: MakeMapping, delimiter: str
) -> None:
    path = tmp_path / "orders.csv"
    path.write_text((HEADER + LINE).replace(",", delimiter), encoding="utf-8")
    assert open_export(path, mapping()).counts.orders == 1


def test_parquet_with_typed_columns_reads_as_the_same_orders(
    tmp_path: Path, mapping: MakeMapping, opened: OpenText
) -> None:
    frame = pl.DataFrame(
        {
            "Order": [1, 1],
            "Customer": [17850.0, 17850.0],
            "Date": ["2024-07-01 10:00:00", "2024-07-01 10:00:00"],
            "Product": ["A", "B"],
            "Title": ["Café", "Mug"],
            "Quantity": [2.0, 1.0],
            "Price": [3.55, 0.001],
        }
    ).with_columns(pl.col("Date").str.to_datetime())
    path = tmp_path / "orders.parquet"
    frame.write_parquet(path)
    from_parquet = events_of(open_export(path, mapping()))
    from_text = events_of(
        opened("1,17850,01/07/2024 10:00,A,Café,2,3.55\n1,17850,01/07/2024 10:00,B,Mug,1,0.001\n")
    )
    assert from_parquet == from_text
    assert from_parquet[0].event.at == 1_719_824_400_000  # 09:00 UTC in summer
    assert from_parquet[0].event.body.total == 710


@pytest.mark.parametrize(
    ("decimal", "price", "minor"),
    [
        (".", "1234.56", 123456),
        (".", '"1,234.56"', 123456),
        (".", "£ 3.999", 400),
        (".", "2e2", 20000),
        (".", "1.005", 101),
        (",", '"1.234,56"', 123456),
        (",", '"12,5"', 1250),
        (",", '"1 234,56 €"', 123456),
    ],
)
def test_a_price_is_read_to_the_penny_however_it_is_spelt(
    tmp_path: Path, mapping: MakeMapping, decimal: str, price: str, minor: int
) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(f"{HEADER}1,7,01/02/2024 10:00,A,Mug,1,{price}\n", encoding="utf-8")
    text = MAPPING.replace("format: {", f"format: {{decimal: '{decimal}', ")
    (order,) = events_of(open_export(path, mapping(text=text)))
    assert order.event.body.total == minor


@pytest.mark.parametrize("price", ['"1,5"', '"1.234.5"', "1.5.2", "3,50 or so"])
def test_a_price_that_could_be_two_figures_is_refused(opened: OpenText, price: str) -> None:
    quoted = price if price.startswith('"') else f'"{price}"'
    export = opened(f"1,7,01/02/2024 10:00,A,Mug,1,{quoted}\n")
    assert export.counts.rejected == {"bad_price": 1}


def test_an_amount_is_rounded_once_for_the_whole_order(opened: OpenText) -> None:
    (order,) = events_of(
        opened("".join(f"1,7,01/02/2024 10:00,P{i},x,1,0.004\n" for i in range(5)))
    )
    assert order.event.body.total == 2


def test_yen_have_no_minor_unit(tmp_path: Path, mapping: MakeMapping) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(f"{HEADER}1,7,01/02/2024 10:00,A,Mug,2,350\n", encoding="utf-8")
    (order,) = events_of(open_export(path, mapping(text=MAPPING.replace("GBP", "JPY"))))
    assert order.event.body.total == 700


def test_an_hour_that_the_clock_skipped_is_still_read(opened: OpenText) -> None:
    (order,) = events_of(opened("1,7,31/03/2024 01:30,A,Mug,1,1\n"))
    assert order.event.at == 1_711_848_600_000  # 01:30 UTC, which was 02:30 in London


def test_an_order_beyond_the_limit_keeps_its_amounts_and_says_what_was_cut(
    opened: OpenText,
) -> None:
    export = opened("".join(f"1,7,01/02/2024 10:00,P{i},x,1,1\n" for i in range(MAX_LINES + 7)))
    (order,) = events_of(export)
    assert len(order.event.body.lines) == MAX_LINES
    assert order.event.body.total == 100 * (MAX_LINES + 7)
    assert export.counts.lines_cut == 7


def test_events_come_in_the_order_of_time_and_in_batches_that_count_every_line(
    opened: OpenText,
) -> None:
    lines = [f"{i},{i % 7},{1 + (i * 5) % 28:02}/02/2024 10:00,A,Mug,1,1\n" for i in range(50)]
    export = opened("".join(lines) + ",,,,,,\n")
    batches = list(export.batches(size=8))
    assert max(len(batch.incoming) for batch in batches) == 8
    assert sum(batch.lines_read for batch in batches) == export.total_lines == 51
    times = [i.event.at for batch in batches for i in batch.incoming]
    assert times == sorted(times)
    assert len(times) == 50


def test_the_same_export_gives_the_same_ids_again(opened: OpenText) -> None:
    assert events_of(opened(LINE)) == events_of(opened(LINE))


# --- What cannot be read -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\n\n", "is empty"),
        (HEADER.encode(), "no lines"),
        (b"PK\x03\x04rest of a workbook", "Excel"),
        (b"\x1f\x8b\x08\x00aaaaaaaa", "gzip"),
        (b"PAR1broken", "cannot be read as Parquet"),
        (HEADER.encode() + b'1,7,01/02/2024,"A,Mug,2,3\n2,7,\n', ":2: a quote is opened"),
        (b"Order,Customr,Date,Product,Title,Quantity,Price\n", "Did you mean 'Customr'?"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_words_that_help(
    tmp_path: Path, mapping: MakeMapping, content: bytes, words: str
) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        open_export(path, mapping())
    assert words in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path, mapping: MakeMapping) -> None:
    with pytest.raises(UserError, match="is a folder"):
        open_export(tmp_path, mapping())
    with pytest.raises(UserError, match="no file"):
        open_export(tmp_path / "none.csv", mapping())


def test_the_rejects_never_overwrite_the_export(tmp_path: Path, mapping: MakeMapping) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(HEADER + LINE, encoding="utf-8")
    with pytest.raises(UserError, match="must not be the export"):
        open_export(path, mapping(), path)
    export = open_export(path, mapping(), tmp_path / "no" / "rejects.csv")
    with pytest.raises(UserError, match="cannot be written"):
        list(export.batches())


def test_the_rejects_file_is_for_its_owner_only(opened: OpenText) -> None:
    export = opened(",,,,,,\n")
    list(export.batches())
    assert export.rejects_path.stat().st_mode & 0o777 == 0o600


# --- Any text ------------------------------------------------------------------------------------

FIELD = st.one_of(
    st.sampled_from(
        [
            "",
            "1",
            "2",
            "C1",
            "7",
            "-3",
            "0",
            "3.50",
            "1,5",
            "1e3",
            "01/02/2024 10:00",
            "A",
            '"',
            "x\ny",
        ]
    ),
    st.text(max_size=6),
)
ROW = st.lists(FIELD, min_size=5, max_size=8)


def _quoted(row: list[str]) -> str:
    return ",".join('"' + field.replace('"', '""') + '"' for field in row)


LENIENT = """rules:
  cancelled: {when: order_id starts with C, do: refund}
  no_customer: anonymous
  duplicate: merge
  negative_quantity: refund
  missing_price: zero
  zero_price: keep
  negative_price: fee
  no_product: fee
  only_fees: keep
  missing_title: keep
"""


@pytest.mark.parametrize("rules", ["", LENIENT])
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_text_is_refused_cleanly_or_adds_up(
    tmp_path: Path, rules: str, data: st.DataObject
) -> None:
    rows = data.draw(
        st.one_of(
            st.lists(ROW, max_size=8).map(lambda rows: "\n".join(map(_quoted, rows))),
            st.text(max_size=80),
        )
    )
    (tmp_path / "mapping.yaml").write_text(MAPPING + rules, encoding="utf-8")
    path = tmp_path / "orders.csv"
    path.write_bytes((HEADER + rows).encode("utf-8", "surrogatepass"))
    try:
        export = open_export(path, read_mapping(tmp_path / "mapping.yaml"))
    except UserError:
        return
    batches = list(export.batches())
    assert export.counts.adds_up
    assert sum(batch.lines_read for batch in batches) == export.counts.lines
    ids = [i.event.id for batch in batches for i in batch.incoming]
    assert len(ids) == len(set(ids))
