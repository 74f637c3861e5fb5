"""The stories behind the golden histories: how each was made. A story that is written is final."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
from first_stories import (
    a_fuller_picture,
    after_an_order,
    anonymous_then_known,
    cap_puts_off,
    care_in_trouble,
    cart_then_checkout,
    holdout,
    intent_of_looks,
    left_and_came_back,
    looked_and_left,
    no_profiling,
    nothing_learnt_yet,
    opt_out_in_between,
    order_told_by_two_sources,
    predictions_in_the_context,
    refund_then_checkout,
    rhythm_of_orders,
    rules_of_the_brand,
    usual_arm,
    welcome_in_the_holdout,
)
from later_stories import (
    baskets_without_prices,
    caps_that_look_far_back,
    left_before_the_evening,
    levels_known_unevenly,
    on_a_phone_and_at_a_computer,
    said_before,
    to_the_floor_of_the_margin,
    told_in_any_order,
    told_late_claimed_and_gone_back,
    two_become_one,
    two_languages,
    two_sizes_and_an_order_of_unknown_worth,
)
from telling import Golden

FOLDER = Path(__file__).parent

STORIES: dict[str, Callable[[], Golden]] = {
    story.__name__: story
    for story in (
        left_and_came_back,
        order_told_by_two_sources,
        refund_then_checkout,
        opt_out_in_between,
        cap_puts_off,
        anonymous_then_known,
        usual_arm,
        holdout,
        no_profiling,
        nothing_learnt_yet,
        rules_of_the_brand,
        rhythm_of_orders,
        a_fuller_picture,
        intent_of_looks,
        looked_and_left,
        cart_then_checkout,
        after_an_order,
        welcome_in_the_holdout,
        predictions_in_the_context,
        care_in_trouble,
        said_before,
        two_become_one,
        levels_known_unevenly,
        caps_that_look_far_back,
        told_late_claimed_and_gone_back,
        two_sizes_and_an_order_of_unknown_worth,
        told_in_any_order,
        two_languages,
        left_before_the_evening,
        on_a_phone_and_at_a_computer,
        baskets_without_prices,
        to_the_floor_of_the_margin,
    )
}


def encode(golden: Golden) -> bytes:
    """As it is kept: JSON that a person can read and a diff can show."""
    return msgspec.json.format(msgspec.json.encode(golden), indent=1) + b"\n"


def decode(stored: bytes) -> Golden:
    return msgspec.json.decode(stored, type=Golden)


def write(folder: Path) -> list[str]:
    """Writes the histories that are not there yet, and never touches one that is."""
    written = []
    for name, story in STORIES.items():
        path = folder / f"{name}.json"
        if not path.exists():
            with path.open("xb") as file:
                file.write(encode(story()))
            written.append(name)
    return written


if __name__ == "__main__":
    for name in write(FOLDER):
        print(f"wrote {name}.json")  # noqa: T201 a script's own words
