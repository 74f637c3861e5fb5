"""Learns how words read that were turned away, and writes it down: from the red team's set, and
from the words that the example brand approved, as good ones.

    python scripts/learn_likeness.py            writes app/writer/turned_away.json
    python scripts/learn_likeness.py --check    says whether that is what comes out again

The same set and the same pinned scikit-learn give the same weights. Run it whenever the set grows.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import msgspec
from msgspec.structs import replace

from rapport.app.redteam.names import REJECT
from rapport.app.writer.turned_away import LANGUAGE, tells_an_offer
from rapport.bootstrap.redteam import brand_to_hold_to, digest_of_shipped_set, shipped_set
from rapport.core.copy_checks.standard import Rewrite
from rapport.core.creative.wording import TAG
from rapport.science.turned_away import Sorted, learnt

BY_RULE = frozenset(
    {
        "figure", "price", "currency", "percentage", "date", "link", "e-mail", "phone", "pii",
        "placeholder", "instruction", "injection", "language", "markup", "mark-up", "hidden",
        "disguise", "script", "mixed-script", "characters", "length", "reading", "repetition",
        "avoided word", "words", "other",
    }
)  # fmt: skip
"""Kinds of which rules know what they look like. The second look is there for what is only hinted
at, and learns that worse with these beside it."""

TARGET = Path(__file__).parents[1] / "src" / "rapport" / "app" / "writer" / "turned_away.json"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, and compare")
    check = parser.parse_args().check
    texts = [
        Sorted(line.slots, line.expected == REJECT, Rewrite(line.slots, offer=line.offer).offered)
        for line in shipped_set()
        if line.language in ("", LANGUAGE)
        and not (line.expected == REJECT and line.category in BY_RULE)
    ]
    folder, _ = brand_to_hold_to()
    for framework in folder.frameworks:
        texts += [
            Sorted({one.slot: TAG.sub(" ", one.text)}, away=False, offered=tells_an_offer(one))
            for one in framework.blocks
            if one.language == LANGUAGE
        ]
    found = replace(learnt(texts), learnt_from=digest_of_shipped_set())
    stored = msgspec.json.format(msgspec.json.encode(found), indent=0) + b"\n"
    if check:
        return 0 if stored == TARGET.read_bytes() else 1
    TARGET.write_bytes(stored)
    print(f"{TARGET}: {len(found.weights):,} runs of {len(texts):,} rewrites")
    return 0


if __name__ == "__main__":
    sys.exit(main())
