"""Words for what people read: sums, shares, times, levels, and what things are called."""
