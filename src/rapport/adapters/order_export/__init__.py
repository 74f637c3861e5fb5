"""A shop's own order export, CSV or Parquet, with a mapping from its columns to events.

mapping = read_mapping("shopify_orders")
export = open_export("orders.csv", mapping)
for batch in export.batches():
    ...  # hand batch.incoming to ingest; batch.lines_read moves the progress bar
export.counts  # what became of every line
"""

from rapport.adapters.order_export.export import (
    ImportBatch,
    ImportCounts,
    OrderExport,
    default_rejects_path,
    open_export,
)
from rapport.adapters.order_export.read_mapping import read_mapping, shipped_mappings

__all__ = [
    "ImportBatch",
    "ImportCounts",
    "OrderExport",
    "default_rejects_path",
    "open_export",
    "read_mapping",
    "shipped_mappings",
]
