"""Prices and promises said another way round: by comparison, as a hint, as money that comes back."""

from __future__ import annotations

CLASSES = {
    "meal": (
        "coffee coffees lunch lunches dinner dinners takeaway takeaways pint pints paperback sandwich sandwiches round latte lattes cappuccino croissant croissants bun buns meal meals haircut newspaper magazine pizza beer beers drink pastry brunch breakfast cinema bus taxi snack"
    ),
}

TALK = """
cost|costs|costing|pay|spend|spending|worth|price* ..4 as much|little as -you|it|we|ever|they
cost|costs|costing|pay|paying|price* ..2 same as
less|more|dearer|over|under than? ..3 pay|spend|spent|paid|cost|costs ..1 for|on|at|in|elsewhere
comes|come|came|adds|added|sets|works to|back|up|out|at ..4 less|under|little|nothing|more than|over -or
price|cost|worth|value|spend|spent|price* of? a|an|your|that|one ..2 @meal
same ..2 a|an|your|two @meal
as much|little as ..2 @meal
less|more|cheaper|dearer|lower|under ..1 than a|an|your|the|most ..2 @meal|bill
loose|small|spare|pocket change -of|in|to|the
change from|out ..1 a|your
break the bank
easy|kind|gentle|light|lighter|easier|kinder|gentler on|to the|your|a ..1 purse|wallet|pocket|budget|bank
wallet*
your|the purse -strings|string|lips|my
cost|costs|costing|spend|pay|for ..3 earth|fortune|packet|arm|pittance|pence
fraction of the|what|that
modest|small|tidy|smaller|round|princely sum|outlay
prices ..1 start|begin|from
starting|starts|start from|at only|just|under|less|{cart.*}
price|prices|pricing ..4 fall*|fell|drop*|climb*|held|hold|frozen|unchanged|lower*|soften*|slip*|tumbl*|rose|crept|stay*|stuck
coppers|shillings
for what it|they ..1 cost|costs -you
@parcel|price|cost|costs|total ..14 find|see|meet|talk|work|sort|arrange ..3 way|arrangement|halfway|agreement|middle|between
@parcel|price|cost|costs|total ..9 see|sort|work|talk ..2 something|what|it ..1 out|do|can|over
miss|missed|late|past|lapse* ..8 honour*|extend*|anyway|regardless
after {offer.ends} ..8 honour*|extend*|still|anyway|regardless|another
still|always ..1 honour*|accept* ..4 code|it|offer
surprise|free|extra|bonus|unused|unspent|available|shop|welcome credit -card|note|to|for|where|is
your|some credit -card|note|to|for|where|is|as
more|extra off than|usual|again|today|still
little|bit|something|some|extra more off
add|adds|adding|tuck|tucks|slip|put|puts|pop|send|sends|include|includes|throw|brings|join|joins|comes|give|gives|offer|offers ..4 full|whole|entire|bigger|larger|proper|larger ..1 tin|bag|box|caddy|pack|set|jar|@pots
full|whole|entire|bigger|larger|proper tin|bag|box|caddy|pack|set|jar ..8 comes|join|joins|climb*|ride*|travel*|goes ..2 along|with|in|into|your|too
{offer.code} add|adds|puts|gets|brings|tucks|slips|sends ..1 @pots
{offer.code} ..10 and a|an|another ..1 @pots ..3 join|joins|come|comes|too|as|free|along|with
{offer.code} ..8 samplers
{offer.code} ..12 chosen|choice|choose ..2 yourself|you|yours
nothing|no ..1 to? spend ..1 first
whatever|however|whichever ..1 much|little|you|small|large|big ..2 spend|spending|order|buy|costs|comes|total
big|large|small|little or|and small|large|big|little ..3 order*|basket*|spend
order*|basket*|spend ..2 big|large|small|little or|and small|large|big|little
no matter how|what ..3 spend|order*|small|large|big|little|cost*|buy
on|for|with any|every|all order|orders|purchase*|basket* -whatever|of|over|from|above
on any|every|all order|orders whatever ..1 you
orders|order|baskets|basket of ..1 any|all|every size*|kind|sum|value
without|no|never ..2 threshold*|minimum*
add|buy|order|choose|pick|take ..1 one|another|something|two|a ..3 lose|losing|save|free|skip|drop|ditch|dodge ..2 @parcel
you keep it|them ..6 refund|return|returned|paid|back|pay
return|returns|give|gives|get|send|pay|hand|repay ..3 what|everything|all|whatever you ..1 paid|spent
your|the|every money|payment|penny ..1 back
pay|repay|paid you ..1 back|full
pay|paid back ..2 same|in|full|you
more ..5 than ..3 paid|pay|bought|ordered|charged ..1 for|$
to the brim and ..2 then|more|some
generous* <6> checkout|till|total|bill|price
checkout|till|total|bill|price ..6 kinder|lighter|smaller|softer|soften*|shrink*|shrunk|melt*|slimmer|friendlier|gentler|thinner|lower|shave*|trim*
get|gets|use|uses|works|applies|counts|have|has|claim* it|this|them|code|both|that|{offer.code} twice|over
use|uses|works|applies|claim* code|{offer.code} again
works|applies|counts twice
existing|old|new|returning|loyal|regular|valued|first|every customers|readers|friends|fans|subscribers|customer|buyers ..3 get|gets|receive*|enjoy*|have|save*|pay|qualify
@sum ..4 bargain|steal|value|little
owe|owed you nothing -to
i|we ..1 will|would|could throw in -the
sweeten*|sweetener* ..3 deal|order|basket|you|offer|pot
carte blanche
goodwill gesture
gesture of goodwill
half as much
win win
! come|comes|came to more|less than the|its sum
! change from a|the ..1 saucer|mug|cup
! before|when|until|once|after|as|if i|we ..1 pay for something|anything|things|it
! a? great|good deal before|after|while|if|by|when|from|than
! tell|tells|told|say|says|know|knows|learn|learnt|learned|matters|matter ..2 great|good deal
! @corner free
! ever cost|costs ..2 more
! swallow|shoulder|bear|meet|stomach ..2 cost|costs|expense|bill ..3 @parcel
! cover|covers|absorb|absorbs ..3 cost|costs ..3 @parcel
! what you get for it
! find|finds ..1 way ..3 house|door|kitchen|home
miss|missed|late|lapse*|past|out ..6 see|find|try ..2 what|something i|we ..1 can|could
price ..5 what|where|something ..2 stops|puts|worries|holds|gives|pause ..10 write|reply|ask|tell|way|something
! on any order whatever its size
! has|have come to an arrangement
! wallet on your
! use it again $
! been at the price with
"""

TABLES = {"offer": TALK}
