"""Small exports, written by hand, and a mapping that fits them."""

from __future__ import annotations

from pathlib import Path

import pytest
from order_exports import HEADER, MAPPING, MakeMapping, OpenText

from rapport.adapters.order_export.export import OrderExport, open_export
from rapport.adapters.order_export.mapping import Mapping
from rapport.adapters.order_export.read_mapping import read_mapping


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
