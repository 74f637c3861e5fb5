"""What the pages of voice and claims need from the rest."""

from __future__ import annotations

from typing import Protocol

from rapport.app.reviewing.foreseen import PutAside, Stopped
from rapport.core.creative.voice_editing import SetVoice
from rapport.core.oversight.people import Actor
from rapport.web.own_files_desk import ChangeOwnFiles


class ShowVoice(ChangeOwnFiles, Protocol):
    """Voice and claims to change, and what that would do to drafts."""

    def would_stop(self, brand: str, actor: Actor, change: SetVoice) -> Stopped:
        """Which drafts the new phrases of a change would stop."""
        ...

    def put_aside(self, brand: str) -> PutAside:
        """Which drafts publishing the folder would put aside."""
        ...
