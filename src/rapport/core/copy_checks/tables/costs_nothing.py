"""That something costs nothing: true where the parcel or a gift does, and nowhere else.

What is innocent of an offer is so here, too; see `all_tables`.
"""

from __future__ import annotations

CLASSES: dict[str, str] = {}

NOTHING = """
cost*|charg* ..2 nothing|zero
for nothing -but|else|more|in|will|is|can|could|comes|came|need|needs|would|happen*|was|has|that|to
at|for no ..1 cost|charge|expense
no ..1 charge|charges|fee|fees|cost|costs -to
without ..2 charge|charges|fee|fees
waiv*
we|i charge
free of charge|cost
free -@unpaid|@parcel|@present|@wares|something|ride|passage|journey|trip|lift
for free -@parcel|@present|@wares
free for|from|with|and|to -@unpaid ..1 you|us|your|every|each|delivery|keep
pay|pays|paying nothing -until|unless|before
"""

RIDE = """
tin|tea|sampler|leaves|leaf|taste ..3 free ride|passage|journey|trip|lift
tin|tea|sampler|leaves|leaf|taste|something|parcel|box|spoon|mug|cup ..8 along for the ride
no luggage|baggage ..1 fee|fees|charge|charges
travels|travel|goes|comes|sent|rides|ride|posted for nothing
"""

TABLE = "offer:nothing"
TABLES = {TABLE: NOTHING, "offer:ride": RIDE}
