"""Editions of releases: what is decided otherwise from which on.

A release is published with the newest, and a history replays under those that it was decided by. So
a change of what is decided gets the next number, a name and its sentence here, and `EDITION` with
it; the code asks `release.edition >= NAME`.
"""

from __future__ import annotations

RULES_NAMED = 1
"""Rules that leave nothing are named, and pairs that a rule takes away are recorded."""

FLOWS_OF_MORE_KINDS = 2
"""Flows know of more than checkouts, see `rapport.core.flows.runs`. Runs of older ones go on as
they were decided."""

CARE_TAKEN = 3
"""Care is taken, see `rapport.core.deciding.care`."""

WORDS_REMEMBERED = 4
"""What was said is not drawn again, see `rapport.core.deciding.had`."""

WINDOWS_APART = 5
"""Where two profiles are one, a run of one closes no window of the other's run with the same
number, see `rapport.core.flows.merge`."""

RUNS_GO_ON = 6
"""The runs of a profile that is merged into another go on there, see
`rapport.core.flows.runs_together`; they ended before."""

CATALOGUED = 7
"""The catalogue tells of which category a product in the basket is, see
`rapport.core.person.signals.cart`: checkouts seldom do."""

REFUNDS_WAIT = 8
"""Money of an order that nobody has told of is taken off once somebody does, and not off the
person's other orders, see `rapport.core.person.orders`: two sources that tell of one refund took it
twice."""

ONE_LANGUAGE = 9
"""Decisions take a message for one in the brand's language where something is missing in the
person's, see `rapport.core.creative.speaking`."""

CAPS_COUNTED = 10
"""A state remembers as many messages, for as long, as caps may count, see
`rapport.core.person.notes`: caps of more than eight messages, or of more than four weeks, did not
hold before."""

ANSWERS_NAMED = 10
"""What anybody could have sent counts against no message that it does not name, see
`rapport.core.person.notes`: strangers could stop a flow by saying that its messages were reported
as spam."""

LOOKED_AT_ALIKE = 11
"""What is put in a cart counts as looked at wherever products of a visit are counted, see
`rapport.core.person.signals.visits`: more of them had been looked at before, by the record, than
were looked at."""

VARIANTS_APART = 12
"""Two variants of a product are two lines of a cart, and what was put into a cart that is told as a
whole is counted once, see `rapport.core.person.baskets`: the second variant took the first one's
place or gave it its price, and what was put in came twice. And they are one product where a visual
needs two, see `rapport.core.deciding.eligible`."""

TOLD_LATE = 12
"""What is told too late starts no run even where nothing has happened to the person since, see
`rapport.core.flows.runs`: late was reckoned from the last of what had happened."""

MONEY_GOES_BACK = 12
"""What goes back is taken off decisions that it was credited to while their windows are open, and
nobody who proved nothing takes money off an order that the shop itself told of, see
`rapport.core.person.orders`."""

UNTOLD_IS_UNKNOWN = 12
"""The money of an order does not count where nobody told what it came to, see
`rapport.core.person.orders`: it was booked as a loss of its goods. And lines without a price, of
which the catalogue knows nothing, cost what the brand's margin leaves: they cost nothing."""

ALL_VISITS_COUNT = 12
"""The share of visits that an e-mail led to is one of all visits, see
`rapport.core.person.signals.visits`: those of which nobody told how they came about were left
out."""

CHECKED_ABROAD = 13
"""The last guardrail holds words in eight other languages to the short strict list, see
`rapport.core.copy_checks.remarks_abroad`: only English ones were. What was published before goes
out as it is."""

TOLD_IN_ANY_ORDER = 14
"""Of two words on one thing the later one holds, in whatever order they are told, see
`rapport.core.person.last_words`: a question that was closed was open for ever where it was told
afterwards that it had been opened, and a late word set country and language back."""

CHOICES_KEPT = 14
"""What a person declines is kept whole, and lifted by nobody who proves nothing and by no older
word, see `rapport.core.person.declined`: of more than ten topics, and of those with long keys, some
were not kept."""

UNREAD_IS_LEFT = 14
"""Where what is known of a profile that is merged into another cannot be read, nobody knows whether
the person had opted out, so they count as somebody who had, see `rapport.core.flows.merge`: it was
passed over."""

IN_THEIR_LANGUAGE = 15
"""Nobody gets a message in another language than theirs where any can be said in it, see
`rapport.core.deciding.in_language`: one tone that was not translated yet, or a second message, took
people to words that they do not read."""

WAITED_FOR = 16
"""Who ordered before the chosen moment came counts for that moment, and a decision to say nothing
names the moment that it was made at, see `rapport.core.deciding.decide`: a later moment met only
those who had not ordered yet, and looked worse for it."""

PRICED_AS_LISTED = 17
"""A checkout that is told without prices has the catalogue's, as a cart has, and what nobody knows
is no 0, see `rapport.core.person.signals.valued`: it counted as a basket worth nothing and a loss
of its goods, and hardly anybody was written to."""

FLOOR_IS_ENOUGH = 18
"""An offer that leaves a basket exactly the brand's floor may go out, see
`rapport.core.deciding.margin`: of such baskets, it depended on the last bit whether it did."""

EDITION = FLOOR_IS_ENOUGH
"""What a release is published with: the newest."""
