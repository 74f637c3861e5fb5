"""What the tests of order exports share: a mapping, its header, and words for the fixtures."""

from __future__ import annotations

from collections.abc import Callable

from rapport.adapters.order_export.export import OrderExport
from rapport.adapters.order_export.mapping import Mapping
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


def events_of(export: OrderExport) -> list[Incoming]:
    """Every event of the export."""
    return [incoming for batch in export.batches() for incoming in batch.incoming]
