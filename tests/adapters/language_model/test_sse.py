from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rapport.adapters.language_model.sse import Events

lines = st.text(st.characters(exclude_characters="\r\n\u2028", codec="utf-8"), max_size=20)


@given(st.lists(lines, max_size=6), st.sampled_from(["\n", "\r\n", "\r"]), st.data())
def test_events_are_read_wherever_the_chunks_were_cut(
    said: list[str], end: str, data: st.DataObject
) -> None:
    stream = "".join(
        f": {text}{end}event: x{end}data: {text}{end}data:more{end}{end}" for text in said
    ).encode()
    if end == "\r":
        stream += b":"  # what follows a lone carriage return says that it was alone
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=8)))
    events, found = Events(), []
    for start, stop in zip([0, *cuts], [*cuts, len(stream)], strict=True):
        found += events.feed(stream[start:stop])
    assert found == [f"{text}\nmore".encode() for text in said]
