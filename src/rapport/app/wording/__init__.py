"""Words for what people read: sums, shares, times, levels, tables, and what things are called."""
