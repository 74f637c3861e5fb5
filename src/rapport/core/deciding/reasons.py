"""Why a decision came out as it did, where it was not the policy's choice.

They stand in the record of every decision, so none is ever worded anew: people read them in the
words of `rapport.app.explaining.explain`.
"""

from __future__ import annotations

from rapport.core.deciding.arms import HOLDOUT, USUAL

BY_POLICY = ""
"""The policy chose."""

TEACHING = frozenset({BY_POLICY, USUAL, HOLDOUT})
"""Reasons whose decisions can be compared, and so learnt from: who got what was dealt by design,
and not by the person's consent or a cap."""
