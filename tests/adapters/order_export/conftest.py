"""Small exports, written by hand, and a mapping that fits them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rapport.adapters.order_export.export import OrderExport, open_export
from rapport.adapters.order_export.mapping import Mapping
from rapport.adapters.order_export.read_mapping import read_mapping
from rapport.core.events import Incoming

MAPPING = """
key: shop
format: {time_zone: Europe/London, dates: ["%d/%m/%Y %H:%M", iso]}
currency: GBP
columns:
  order_id: Order
  customer: {column: Customer, kind: user_id}
  at: Date
  product_id: Product
  title: Title
  quantity: Quantity
  unit_price: Price
"""
HEADER = "Order,Customer,Date,Product,Title,Quantity,Price\n"

MakeMapping = Callable[..., Mapping]
OpenText = Callable[..., OrderExport]


@pytest.fixture
def mapping(tmp_path: Path) -> MakeMapping:
    """A mapping from `MAPPING` with the given `rules`, a YAML block, or another text."""

    def make(rules: str = "", text: str = MAPPING) -> Mapping:
        path = tmp_path / "mapping.yaml"
        path.write_text(text + (f"rules:\n{rules}" if rules else ""), encoding="utf-8")
        return read_mapping(path)

    return make


@pytest.fixture
def opened(tmp_path: Path, mapping: MakeMapping) -> OpenText:
    """An export opened from the text of its lines, under `HEADER`."""

    def make(lines: str, rules: str = "", *, header: str = HEADER) -> OrderExport:
        path = tmp_path / "orders.csv"
        path.write_text(header + lines, encoding="utf-8")
        return open_export(path, mapping(rules))

    return make


def events_of(export: OrderExport) -> list[Incoming]:
    """Every event of the export."""
    return [incoming for batch in export.batches() for incoming in batch.incoming]
