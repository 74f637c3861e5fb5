"""What an installation's brands say of themselves, to read and to change in the console."""

from __future__ import annotations

from collections.abc import Mapping

from rapport.app.reviewing.foreseen import PutAside, Stopped
from rapport.bootstrap.desks.frameworks import FrameworkDesk
from rapport.bootstrap.desks.own_files import OwnFilesDesk, Part
from rapport.bootstrap.installation import Installation
from rapport.core.copy_checks.findings import AVOIDED
from rapport.core.creative.voice_editing import SetVoice
from rapport.core.oversight.people import Actor
from rapport.ports.brand_files import CLAIMS, VOICE

OF_VOICE: Mapping[str, Part] = {
    VOICE: lambda content: content.voice,
    CLAIMS: lambda content: content.claims,
}


class VoiceDesk(OwnFilesDesk):
    """Implements the console's `ShowVoice`, beside what all such desks do."""

    def __init__(self, here: Installation, frameworks: FrameworkDesk) -> None:
        super().__init__(here, frameworks, OF_VOICE)

    def would_stop(self, brand: str, actor: Actor, change: SetVoice) -> Stopped:
        voice = self._frameworks.book(brand).content.voice
        new = [(check or AVOIDED, phrase) for check, phrase in change.new_phrases(voice)]
        return self._here.review.would_stop(brand, actor, new)

    def put_aside(self, brand: str) -> PutAside:
        return self._here.review.put_aside(brand, self._frameworks.book(brand).content)
