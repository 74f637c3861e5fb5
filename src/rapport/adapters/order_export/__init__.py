"""A shop's own order export, CSV or Parquet, with a mapping from its columns to events."""
