"""Offers in everyday words that no offer of ours allows: deals, trades, points, favours, first looks."""

from __future__ import annotations

CLASSES: dict[str, str] = {}

BARGAIN = """
earn|earns|earning|collect|collects|gain|gains|bring|brings|worth|score ..4 points|stamps|stars|credits
before anybody|anyone|everybody|everyone else -is|has|in|wakes|gets|eats|does
ahead of everybody|everyone|anybody|anyone|others|rest|public|queue
take|buy|choose|order|get|pick|bundle|stock|double|mix|combine ..5 and|to|you save -the|space|time|room|it|them|your|for
save|saves when|if you ..1 buy|order|take|choose|spend|finish|use|enter|subscribe|join
credit towards|toward|against|off|on
spend ..2 more|extra|over|above|enough|bit|little -time|of|a|longer|while
! spend ..3 little|bit|more|extra ..2 time|longer|while|afternoon|evening|morning|moment
first|next order|purchase|basket ..8 money|off|less|free|gift|present|treat
first|next order|purchase|basket ..5 something|bit|little
first|next order|purchase|basket ..4 on us
lesser|smaller|cheaper|cheapest one|tin|item|pot|mug ..2 is|are|comes|goes ..1 ours|free|gift|nothing|us
bob or two|so -up
or two less|off|cheaper
a|is|are|at|comes shade|touch|notch|whisker|tad|smidge below|under|above|over the|our|your|its|a|that ..1 @wares|price|total|last|old
knock|get|gets @number off -the
no|not|never|without|forget|ignore|skip|drop|dropped|waive|lower|lowered|below|any|whatever|under|scrap|relax|relaxed|reach|short|despite|regardless ..5 minimum
! no|not|never|any|without|drop ..3 to a minimum
after|past|beyond|following that|this|the ..1 date|deadline
! after that|this|the ..1 date the|it|this|code|offer ..4 usual|normal|regular|no|ends|gone|over|stops|expires|closed -end|limit
full|whole|entire|proper|generous tin|bag|box|caddy|bottle|pouch|tub|sack|pack|jar ..8 parcel|post
samplers
any tea ..2 you ..4 gift|sampler|with|free|ours|us
@parcel|discount|offer|code|saving|free|@present ..6 for good|ever|life|always|forever|permanent*|keeps -friend|friends|neighbours|measure|reason|sleep|company|cooks|readers
! present|gift or for keeps
@parcel|discount|offer|code|saving|free|@present ..3 every|each order|month|week|year
@parcel|discount|offer|code|saving|free|@present ..1 every|each time
every|each time ..4 free|ours|pay|saving|discount|gift|sampler
always|forever|permanently|ever free|ours|discounted
postage|delivery|shipping|carriage ..8 world|worldwide|abroad|overseas|anywhere|wherever|globe|country
wherever|anywhere|world|abroad|overseas|worldwide ..8 postage|delivery|shipping|carriage
reduced|slashed|discounted|lowered the|our|all|every|its|this ..1 @wares
! as long as you like|want ..4 basket
! sampler|tea|taste|leaf ..4 in it for you
before the public
comes|come|came in at|under|over|below|above -the|your|our|a
! come|came|comes in at {brand.name}
pick|choose|choice|select|chosen ..4 as|for|be ..1 your|our|the ..1 gift|present|treat|sampler|sample|freebie -for|to
pick|choose|select ..4 as a ..1 freebie|sample|sampler|bonus
choose|pick|choice your|of|our ..1 gift|present|treat|sampler|sample|freebie|samples|gifts
better|more|best|worse value
i|we value your
! i|we value your ..1 opinion|advice|thoughts|time|view|views|privacy|feedback|trust|reply|answer
dearer|more|less|cheaper|higher|lower ..2 in ..1 town|shops|stores|city
would|could|might ..1 have paid ..4 more|less|double|twice
price|prices ..5 not ..2 see|find|get|meet ..2 in|at ..2 any|other|another
! more easily|readily|nimbly|often in ..1 town|shops|stores|city
we|i|they|shops ..3 charge|charges|charged -of|up|with
! we|i will? cover|pay|carry|take the|your @parcel charge
! we|i charge no @parcel
! we|i will? not charge for @parcel
! we|i have not ..1 charged
! we|i ..2 not|never|only charge ..2 until|before|unless|when|once
we|i ..1 only|just? ask|asks ..3 for|less|more|only|pounds|$ ..1 what|for|pieces|it|@pots_and_goods
! we|i will ask for it
! we|i ..1 only? ask ..1 for ..1 what we|i need
larger|bigger|smaller|other|wider|taller one|pot|mug|bowl|tin|size ..1 is|costs|comes ..2 little|bit|touch|not|much|only ..1 more|less|dearer $
introductory|launch|loyal|member*|friends|friendly|reduced|family|mates|staff|trade|special|seasonal|preferential|discounted rate|rates|price|prices|terms|tariff
send|return|give|ship ..4 back and|but|yet|still ..1 keep
you ..3 keep it|them|both ..1 anyway|regardless|either
yours to keep ..1 anyway|regardless|either|whatever
-we|will keep the|your|that|a ..1 @trinkets|@wares|@present|@keepsake ..1 anyway|either|regardless
points|credits ..2 waiting|sitting|ready ..4 account|basket|you
pay|pays|paying ..6 only|just|alone $
pay|pays|paying|paid for the -post|postage|van|delivery|carriage|courier|journey|stamps|trip|fare ..3 only|alone
! pay|pays for the goods|things|books|plants|wool|yarn alone|only
-out on loan|approval|trial|hire|tick
tell|refer|bring|invite|introduce|recommend|nudge ..2 a|your|some ..1 friend|friends|neighbour|sister|colleague|family ..5 get|something|both|and|we|you
get|gets|getting something|little|bit|some back|in return|off|extra
by|via|per|post|send|sent|goes|travels|delivery express
! less to pay at|on the ..1 checkout|till
! some money off
before it|they ..1 goes|go|hits|reaches ..2 shop|shelves|site|public|everybody|everyone
a|an|early ..1 early|sneak look|peek|glimpse|preview|pick|dibs
a|the first peek|glimpse|preview|pick|dibs
friends price|rate|terms
just|simply ask for ..2 price|rate|discount
order|buy|choose|take|get|pick|have ..5 and ..5 is|are|comes|goes ours|included|thrown
order|buy|get ..5 and ..3 @wares|@trinkets|@present|something ..2 is|are|comes yours
order|buy|choose|get|pick ..5 and ..3 is|comes|goes free
! order|buy|choose|get|pick ..7 there is free
! order|buy|choose|get|pick ..5 and ..2 @parcel is|comes|goes free
@wares|@trinkets is|are a|our|my present|gift -for|to|that|you
! if|whether|when|because ..2 @wares|@trinkets is|are a present|gift
we|i|our|us|my|nell|asha ..5 say|says|saying thank you|thanks with a|an|another
i|we ..1 will|can|would match|beat|undercut it|them|that|any
match|matches|refund|refunds|cover|covers the difference
find|see|saw|seen|found it|them ..3 cheaper|less|lower -shelf|down|rack|drawer|left|than|on|in|often|clearly
have|take|enjoy ..4 @wares ..3 on the workshop|house|shop|kiln|potters|firm -floor|bench|table|shelf
@trinkets ..8 along for the ride
! opinion|answer|advice|view|look|word ..3 yours for the asking
! bargain between|with
! part of the deal|bargain
! parcel|box ..2 we pay for
is|are|was|been|have|has reduced -by|everyone|everybody|him|her|them|us|me|it|whole
! reduced to husks|crumbs|tears|ashes|ash|dust|rubble|stubs|stub|shreds|rags|a|whispers
! is|are|was|been reduced to husks|crumbs|tears|ashes|ash|dust|rubble|stubs|stub|shreds|rags|a|whispers
! -price|prices|cost|costs|it has|have reduced itself|themselves
! is|are|was|been|have|has reduced to crumbs|tatters|rags|threads|tears|ashes|dust
@wares|everything|prices ..1 reduced -by
weeks|days|months|mornings|years worth of ..1 @meal|coffees
! small|modest|tidy sum off
! we|i will? pay ..2 @parcel|van|driver ..1 you
! travels|travel|goes|comes|sent|rides|ride|posted for nothing
pay|pays|paying|cover ..3 returns
try|use|keep|drink ..2 free ..1 for|$
! keep ..2 hands|hand|arms|afternoon|morning|evening|space|time|shelf|corner|weekend free
have|has|got|with ..2 points ..2 to|left|waiting
! have|has|got|with ..2 points ..1 to consider|note|check|remember|look|watch|compare|weigh|think
points ..1 to spend|use
cost|costs ..3 what ..4 cost|costs|should
the|its cost is|was ..1 small|low|little|nothing|tiny|modest|lower|less|high|a
! costs what it|they costs|cost
throwing|throws|threw in ..1 @trinkets|@parcel|tea|teas|tin
! want|wants|wanted|wanting for nothing
! not ..1 for nothing
get|earn|collect|gain|gather ..1 points
! get ..1 points across
points for|with ..1 each|every|your|orders|order
money to be saved|had|made
"""

TABLES = {"offer": BARGAIN}
