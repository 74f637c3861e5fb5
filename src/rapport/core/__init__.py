"""The core: pure, total, deterministic. No clock, no randomness, no I/O, no exception for data.

`step(blueprint, state, event)` is the whole of what Rapport decides; see `rapport.core.step`.
"""
