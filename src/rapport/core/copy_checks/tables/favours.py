"""Prices and gifts as favours: what is ours to give, bent, passed on or thrown in."""

from __future__ import annotations

CLASSES: dict[str, str] = {}

FAVOURS = """
have|take the|a|another ..1 @wares on me|us
@wares is|are on us|me $
we|i will|would|can|could buy ..2 back -to|in
buy|stand you a|an|the|some ..1 @wares|drink|coffee|round
dearer|pricier -to|friend*
and a|an ..1 @wares is yours
both ..2 come|end out|up ahead|better
collect ..2 stamp|stamps ..3 order*|visit*
full card earns|gets|means|brings
knock* ..2 down for you
make|throw|fire you ..1 new|another|fresh one|@wares
name a|your sum|figure|number
be talked|beaten|haggled down
do something|what ..2 about ..2 total|price|bill|cost|sum
wiggle|wriggle room on|with|if|when|at -the|a|toe
wiggle|wriggle room ..5 price|total|cost|bill|date|minimum
price|total|cost|bill|date|minimum ..6 wiggle|wriggle room
we|i can|could|will|might meet ..2 middle|halfway -of
meet you ..2 halfway|middle
better|kinder|friendlier|keener|friendly|keen figure|sum|rate|price|total -in|at|by|with
minimum|date|{offer.minimum}|{offer.ends} is ..1 a guide|suggestion|formality|guideline|hint
it|code|{offer.code} works|applies|valid on everything|anything|all -in|you|your|orders|baskets|over|above
slipped|tucked|popped a|an|another|some ..2 @wares|@present in
send us|me ..4 and we|i ..1 will? send|give you a|an|some|our ..1 @wares|tin|bag|box|bottle|pouch|pack
have|take|enjoy ..3 on me|us $
have|take|enjoy a|an ..4 on the shop|house|firm|warehouse|store $
throwing in the|a -towel|air
practically|almost|nearly|virtually giving ..1 away
! you ..2 slipped|tucked|popped a|an|another|some ..2 @wares|@present in
! reduction in ..1 kiln|heat|size|air
! in reduction
! reduction firing|glaze|glazes|kiln
worth more than ..1 costs|cost|price
charged|charge less|half
absorb* ..2 rise|increase|duty
for the same money|price|outlay
spread|split it|them|payment over|across ..1 winter|months|spring|summer|year
we take the risk -of
sign up|join and get|receive|enjoy
free to send|post|ship|deliver
vote|guess ..6 and win
guess ..8 it is yours
guess the weight
! nothing to pay attention|heed
{offer.code} ..14 full|whole|entire|proper|big|bigger|larger|large ..1 tin|bag|box|caddy|bottle|pouch|tub|sack|pack|packet|jar
{offer.code} ..6 and a|an|another ..2 @pots_and_goods|tin|caddy|strainer|infuser|apron|towel|scoop
ours|mine to give|offer|spare
smaller|smallest|cheaper|cheapest|lesser|second|other one|tin|item|pot|mug ..3 ours|free|gift|nothing
smaller|smallest|cheaper|cheapest|lesser|second|other one|tin|item|pot|mug ..2 on us
put|type|enter|say|give|whisper|drop|write|mention|murmur|slip|pop ..2 word|password|words -{offer.code}|is|on|about|in|to ..7 checkout|till|box
! your password ..7 checkout|box
! give|say the word and? it|they will trot|hop|roll|walk|slide|sail|waltz|skip|march|run|jump through|to|over|past|towards the? checkout|till
cost|costs|costing ..8 @meal
! costs? nothing to look|ask|reply|wait|think ..8 @meal
spend|spending|pay ..2 on|for|as|like|than|more|less ..5 @meal
! spend|spending ..3 time|morning|evening|afternoon ..5 @meal
with|to every|each|any ..2 @wares|order|parcel|basket ..1 comes|come|goes|travels|get|gets|add|adds
asked|tell|told|been|feeling ..4 generous with ..1 your|the
travels|goes|comes|sent|posted|travel|go ..1 without ..1 stamp|stamps
{offer.*} ..8 sister|brother|mother|mum|dad|father|neighbours|aunt|cousin|colleague|partner|husband|wife|daughter|son|mate|mates|boss
code twice|again|repeatedly|elsewhere
{offer.code} also works|covers|gets|takes|brings|gives|opens
more you ..1 put|add|order|spend|buy|choose ..2 the bigger|more|better|less|lower|higher|larger|fuller|further
money|amount|sum|price|total|payment|it|comes|goes ..3 back on|onto|to|in|into ..2 card|account -page|settings
back on|onto ..2 card
! go|goes|take|takes|click it? back to ..2 account
let|allow us|me to? treat|spoil|pamper you|your
tea|mug|bowl|pot|cup|drink|drinks|next|lunch|it|saucer is? ours|mine this time|today|once
code|offer ..2 good|valid|works|fine ..2 friends|family|anyone|everyone|whoever|both|all
miss|missed|missing {offer.ends}
{offer.ends} ..2 only|just ..1 when|a|an|the|what
{offer.ends} ..12 wake|revive|stretch|extend|bend|reopen|nudge|wiggle|later|sort
! {offer.ends} ..12 later ..4 usual|normal|regular|full|without
secret|magic ..1 word|phrase|password ..5 checkout|till|box|price|gets|is
! secret|magic ..1 word|phrase|password ..6 {offer.code}
! secret|magic ..1 word|phrase|password is not -just|only|the
! secret|magic ..1 word|phrase|password is|being {offer.code}
! {offer.code} is ..1 secret|magic ..1 word|phrase|password and? {offer.value} is
a|an|your|few|couple|one|the|price|cost ..2 @meal|coffees buys|pays|covers|cover|would ..2 it|one|them|this|mug|bowl
week|month|year|fortnight of ..2 coffees|lunches|takeaways|lattes|papers|bus|fares
few|couple|handful|some|single|small ..1 coin|coins -from|in
! room|space|pocket|pockets|holds|hold|fits ..1 for? a? few|couple|handful|some|single|small ..1 coin|coins
coin|coins per|each|buys|less|more|cup
total|price|sum|bill ..8 corrected|adjusted|downward|downwards|trimmed|amended|halved
! total ..3 adjusted|amended|corrected ..3 if|when|as|once you
a|at|the snip -of
! -is|only|just|absolute|real|such a|the snip and|with|here|above|below|off
something ..3 in it|there when|as you open
compliments of|from
comes|come|arrives as a|your ..1 present|gift|treat|bonus
! if|whether|when ..3 comes|come as a present|gift
throw|toss|chuck the ..1 lid|saucer|spoon|@wares in $
throw|toss|chuck the ..1 lid|saucer|spoon|@wares in too|as|with|for
not ..2 be|appear|show|land on your ..1 bill|total|tab|card|account|receipt -until|unless|before
tell the checkout -{offer.code}|the|it|what|where|and
nell|asha|i|we sent you $
make it worth ..1 the|your trip|while|trouble
keep the change
token of ..1 thanks|gratitude|our|my|appreciation
wrapping|ribbon|card|box|lid|saucer|tea included
sweetener for you|your|the|finishing|ordering -coffee|tea|cup|baking
in|part exchange
bit|little|some more if|when you ..1 ask|write|reply|say
! tell|say|explain|show|share ..3 bit|little|some more if|when you ..1 ask|write|reply|say
sampler|samplers ..4 full|whole|big|bigger ..1 tin|bag|box
this time and every|each|the
less|cheaper|dearer|same than|as|of a ..1 bunch|box|bottle|bar|packet|tank|ticket|trip|tub of
cost|costs|pay|spend|no|not|nothing more than a ..1 bunch|box|bottle|bar|packet|tank|ticket|trip|tub of
pocket|pockets|purse|wallet|bank ..2 not ..2 notice|feel|mind|hurt|suffer
more than we|i ..1 ask|charge|want
your bill
spend|spent that|more|less|as on
saucer|lid|spoon|mug|cup|tin coming|comes|goes ..1 with it|them
is|are|been|already|tea|postage|carriage paid for -by|in
! van|courier|postman|stamp|stamps is|are paid for
! not ..2 paid for
! until|unless|before|once|when ..4 paid for
owe you a|an|one
! owe you a|an ..1 answer|reply|apology|explanation|word|line|thank*|note|hello|description
not ..3 asked|charged|billed ..2 for ..1 @parcel|it|anything
! not been ..1 charged for anything|it
! not be asked for anything else|more|new|again
parcel|box ..3 have|has company
we|i|nell|asha|will ..2 send|sends|sent ..4 before you ..1 pay|paid
tell|give ..2 friends|neighbours|family|sister|others|everybody|everyone ..2 word|code|too
less than you ..1 fear|dread
you would ..1 hardly|barely|scarcely ..1 feel|notice it $
handful of ..1 change|silver|coins|pennies
for what i|we ..1 paid|pay|spent
smallest|any order counts|qualifies
^ ..2 less|cheaper than you ..2 expect|think|guess $
@pots_and_goods|spoon|spoons and|plus|with ..2 sampler|samplers
! your ..2 @pots_and_goods and a? tea? sampler
keep|kept|keeping|take|taken|have ..5 without ..1 payment|paying -attention|heed
share ..3 friend|friends|family|neighbour|neighbours|sister|others ..4 both|gift|treat|reward|get|gets
whoever ..1 orders|order|buys|replies|finishes ..2 gets|get|receives|has
whoever guesses|writes|finds|answers|names ..4 gets|get|receives|wins
piggy bank ..4 shut|stay|stays|open|closed|break|empty
break|raid|empty ..2 piggy bank
leave|leaves|burn|burns|make|makes ..2 hole in your pocket
bank balance
less|more|cheaper than ..3 worth of
what you ..2 give|pay|spend|leave for ..3 buys|covers|gets
win a|an|our|one|some ..4 order|basket|checkout|purchase|entry
we|i will? pay ..1 the? customs|duty|duties|import|tax|vat
little|small brother|sister ..4 ride|rides|come|comes|travel|travels ..2 along|too|with
! little|small brother|sister ..4 ride|rides|come|comes ..2 along|too|with you
down to ..1 what we|i|it ..1 paid|cost|costs
what|than we|i|they paid ..1 for it|them|this
-temperature|rain|river|tide|heat|sun|dust|curtain|fever|snow|leaves has|have ..1 come|gone|dropped down $
pay|pays|paying|paid in ..1 parts|instalments|installments|stages|slices|bits
keep ..4 even if|though you ..2 return|send|cancel -to
"""

TABLES = {"offer": FAVOURS}
