"""What the pages of voice and claims need from the rest."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol

from rapport.app.frameworks.editing import Saved
from rapport.app.frameworks.voice_editing import VoiceOrder
from rapport.app.reviewing.foreseen import PutAside, Stopped
from rapport.core.creative.voice_editing import SetVoice
from rapport.core.oversight.people import Actor
from rapport.ports.brand_files import FrameworkFile


class ShowVoice(Protocol):
    """Voice and claims to change; see `rapport.app.frameworks.voice_editing` for what may be
    raised. To read, they are in the `Book` of the frameworks."""

    def open(self, brand: str) -> Mapping[str, FrameworkFile]:
        """The files, by name; none where there is no folder."""
        ...

    def check(self, brand: str, order: VoiceOrder, actor: Actor) -> None: ...

    def save(self, brand: str, order: VoiceOrder, actor: Actor) -> Saved: ...

    def would_stop(self, brand: str, actor: Actor, change: SetVoice) -> Stopped:
        """Which drafts the new phrases of a change would stop."""
        ...

    def put_aside(self, brand: str) -> PutAside:
        """Which drafts publishing the folder would put aside."""
        ...

    def changed(self, brand: str) -> Collection[str]:
        """Which of the files say something else than what is published."""
        ...
