"""Intake to committed state: parse, check, deduplicate, identify, log, step, commit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import batched

from rapport.adapters.sources import segment
from rapport.adapters.sqlite.database import connect
from rapport.bench.figures import Beside, Figure, Sizes, median, rate, spread
from rapport.bench.homes import Home, empty_folder, fresh_home
from rapport.bench.traffic import Call, batch_body, segment_calls
