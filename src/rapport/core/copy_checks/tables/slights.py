"""Shame put sideways: a slight on what the reader owns, how they look, what they manage."""

from __future__ import annotations

CLASSES: dict[str, str] = {}

SLIGHTS = """
your ..2 is|are ..1 the? saddest|ugliest|shabbiest|dullest|poorest|dirtiest|cheapest
saddest|ugliest|shabbiest|dullest|dirtiest one|thing|bike|bicycle|home|house|garden in|on|at|of ..1 the|your
if you could|can ..1 see yourself -in
everyone|everybody|guests|people|they ..3 will|can|could|must ..1 see|smell|notice that|those|your ..1 stain|stains|hole|holes|crack|cracks|dust|dirt|spots|smell
everyone|everybody|guests|visitors ..3 will|must ..1 see|smell|notice the ..1 stain|stains|hole|holes|crack|cracks|dust|dirt|spots|smell
is this|that how you ..1 treat|live|dress|eat|sleep|keep
get|gets|got the ..2 they|he|she|you ..1 deserve|deserves|deserved
hiding|hide your ..1 feet|face|skin|hair|body|hands|teeth|belly|arms|legs
is|are|was ..4 dishwater
nobody|none respects|trusts|hires|kisses|loves a|an ..2 man|woman|person|host|cook|boss|girl|boy
you would be surprised ..1 what|how they|people|others
you ..1 can|could do ..1 better and|$
has|have|had the discipline|stamina|nerve|courage|brains|guts to
perhaps|maybe a|an ..1 simpler|easier|cheaper ..2 would|is ..1 suit|better|right|enough ..1 you
look less like|as
eats|eat|lives|live|sleeps|sleep better at|with|in ..2 neighbours|neighbour|kennel|shelter
! if|so ..1 you ..1 can|could do ..1 better
what|clothes|shoes|coat|outfit|curtains|sofa|kitchen|home|house you|your ..4 embarrassing|shabby|dowdy|drab|dated|tatty|frumpy
you|your ..3 wear|wearing ..4 embarrassing|shabby|dowdy|drab|dated|tatty|frumpy
deep down you ..1 know|suspect
a|any ..1 well run|kept|ordered|organised|organized household|home|kitchen|office ..1 does|would|do|is|never|has|keeps
you have|had ..1 let your|the ..3 run out|dry|wild again
how you come|look|smell|sound ..1 across|to others|people|guests|colleagues
"""

TABLES = {"shame": SLIGHTS}
