"""`stop_when` of brand.yaml: how much may go wrong before a flow stops by itself."""

from __future__ import annotations

from rapport.adapters.brand_folder.nodes import Value
from rapport.adapters.brand_folder.scalars import read_share, write_share
from rapport.core.flows.limits import MEASURES, SAMPLE_RATIO, StopWhen

OFF, ON = "off", "on"
LIMIT = "a percentage above 0% and below 100%, such as 0.3%, or off"
SWITCH = "on or off"


def read_stop_when(value: Value) -> StopWhen:
    """Each limit as it is written, or as usual where it is not."""
    usual = StopWhen()
    if value.missing:
        return usual
    parts = value.mapping([], [*MEASURES, SAMPLE_RATIO])
    limits = {measure: _limit(parts[measure], usual.limit(measure)) for measure in MEASURES}
    return StopWhen(**limits, sample_ratio=_switch(parts[SAMPLE_RATIO]))


def _limit(value: Value, usual: float) -> float:
    if value.missing:
        return usual
    if value.written == OFF:
        return 0.0
    share = float(value.read(read_share, read_share(write_share(usual)), LIMIT))
    if not 0.0 < share < 1.0:
        value.expected(LIMIT)
        return usual
    return share


def _switch(value: Value) -> bool:
    if value.missing or value.written == ON:
        return True
    if value.written != OFF:
        value.expected(SWITCH)
    return False


def write_stop_when(limits: StopWhen) -> dict[str, object]:
    """What `read_stop_when` reads: what is not as usual."""
    usual = StopWhen()
    plain: dict[str, object] = {
        measure: write_share(limits.limit(measure)) if limits.limit(measure) else OFF
        for measure in MEASURES
        if limits.limit(measure) != usual.limit(measure)
    }
    if not limits.sample_ratio:
        plain[SAMPLE_RATIO] = OFF
    return plain
