"""Prices, deals and promises that no offer allows."""

from __future__ import annotations

CLASSES = {
    "corner": (
        "corner space shelf room seat moment hook evening morning afternoon hour chair drawer burner cupboard hand hands"
    ),
    "pots": (
        "mug mugs cup cups bowl bowls plate plates pot pots teapot teapots saucer saucers jug jugs "
        "spoon spoons candle vase platter tin tins"
    ),
    "price": "price prices priced pricing pricetag pricey",
}

ALWAYS = """
i|we owe you one|a|an -plain|word|reply|answer|explanation|apology|letter|note|line|hello|sorry|straight|description|thank*
offer us what
slip you a|an|some|something
regulars|members|customers|subscribers|readers ..3 get|gets|receive|receives ..2 treat|something
pick|choose any ..4 i|we will? ..1 send|give
{offer.*} ..12 abroad|overseas|worldwide|internationally
credit -card|cards ..6 in|on|to your ..1 account|basket|order
credited your|you|the
enter|enters|entered|entry ..3 draw|raffle|lottery|competition|contest
raffle*|lottery
! nothing has|is|was|been ..1 charged ..1 nothing
i|we can|could|will|would|might come down ..1 little|bit|some|on|for
enough|your ..1 points ..2 for
total ..2 surpris*
surpris* ..3 total|bill
charge|charges|charging ..1 for
! charge for @parcel
! a|any charge for @parcel
! no charge for the|your|our ..1 @parcel|carrying|journey|trip|ride|van
! charging cable|cables|lead|dock|station|case|stand|pad|time for
! charge it|them for a|an|the
cost*|price*|pay|spend|total|is ..2 less|lower than you ..1 think|expect|imagine|thought|expected|feared
for less than you ..1 think|expect|imagine|thought|expected|feared
thrown in $
it|that|this|which|tag|total|figure|{cart.*}|{viewed.*} ..1 has|have come down ..1 bit|little|touch|lot|notch|some -from|the|on
tag|ticket|total|bill ..2 says|reads|shows|is less|lower than|now
round it|that|this|sum|total down -to|the
consider|call the ..1 postage|delivery|shipping|post ..1 gone|paid|settled|covered|sorted
we|i ..2 throw|throwing|threw in a|an|some|the|your|another -towel|sponge|morning*|afternoon*|evening*|night|dark|barn|workshop|studio|shed|summer|winter|garden|park|same|usual
! throw|throwing|threw in the towel
! not|never be thrown in
persuaded|tempted to ..1 lower|reduce|drop
nothing|no extra for|to
! nothing extra to do|fill|sign|learn|install|read|click|say|know|worry|think|decide|remember
credit note
for|than|less|under|about|price|half|twice|at the? cost of a|an -van|stamp|parcel|letter
less|dearer than ..2 coffee|takeaway|lunch|dinner|pint|paperback|sandwich|night|cinema|round -table|maker|machine|grinder
more than a|an|your|the|some ..1 coffee|takeaway|lunch|dinner|pint|paperback|sandwich|cinema -table|maker|machine|grinder|break|shop
you|have ..1 saved on ..2 order|basket|one
treat you to
cost|costs|costing ..3 more -than
! than it|they used to be
used to cost
used to be ..2 higher|dearer|cheaper|double|pricier|{cart.*}
used to be ..2 less -of|like|work|trouble|fuss|bother|choice
used to be ..2 more -of|like|to|than|interesting|fun|about|complicated|crowded|difficult|popular|common|trouble|fuss|work|choice
{offer.code} ..20 as often
{offer.code} ..20 whoever
tax|vat ..2 off|free|back|paid|ours|us|covered
off ..2 tax|vat
works|work|valid|good|redeem* ..3 as often|many
use|used ..3 as many
works|work|valid|good|use|redeem* ..2 more than once
free -range|standing|@unpaid ..1 @pots_and_goods
second|another|two|extra|bigger|double|free|every ..1 sampler*|gift|present
sampler*|gift|present and|plus|with|alongside ..2 @pots|gift|discount
! sampler|sample with|alongside your|the @pots
sampler*|gift|present and|plus|with|alongside a|an|another|some ..1 @goods
pots|price ..1 tag
{offer.code} ..6 returns|exchanges|repairs
cover|covers|covering|absorb|absorbs|shoulder*|meet|meets|share|split ..3 cost|costs|expense*|bill|charge*|fee|fees|duty|duties|customs
! cover|pay|carry the|your @parcel charge|cost|costs|bill|fee
for ..1 what you ..2 think|feel ..2 fair|worth|right|enough
for ..2 what feels|seems ..2 fair|right|enough
for whatever you ..1 think|like|feel ..2 fair|right|worth
-look|looking|search|searching|ask|asking|reach|hunt for what you ..1 like|want|choose|can
we|i|our|us|shop|workshop|points|earn|earned|loyalty|collect|unlock|claim|unlocked ..3 reward|rewards|rewarded
reward|rewards|rewarded ..3 order|orders|purchase*|loyalty|regulars|custom|readers|ordering|joining|finishing|friends|members
reward|rewarded ..1 with ..3 discount|gift|treat|code|sampler|money|off|saving*
your reward|rewards
reward|rewards|rewarded for you|your|every|each -dog|dogs|cat|cats|puppy|pet|kitten|horse
never|not|without|stop|no pay|pays|paying -attention|heed|close|by|for|rent|us|me|to|bills|board|court|their|its|compliments|calls|anything|until|unless|before
! not pay ..2 until|unless|before you
free ..1 returns|exchanges|refill*|replacement*|repair*|wrapping|wrap|upgrade*|entry|trial|consultation|engraving
get|gets|add|adds|send|sends|become*|make*|bring*|give*|tuck*|slip*|with|as|is|it|{offer.*} ..5 full|bigger|larger ..1 size|sized tin|bag|pack|box|bottle|pouch|tub|sack|of
full|bigger|larger|whole|entire ..2 tin|range|box|bag|set with|as ..1 free|gift|well
same|next day delivery|postage|dispatch|shipping|service
customs|duty|duties ..2 paid|covered|free|included
on|part|half credit|exchange
on account -of|page
on|with tick
name your|a own? price
pay|paying ..2 as|what|when|later|monthly|weekly|by instalment*
pay|pays|paying for? it|them|this|everything later
haggl*|negotiat*|barter* ..4 price*|total|us|me|you|discount|offer|minimum
price*|total|minimum|open|happy|willing ..3 haggl*|negotia*|barter*
your money
no|without ..1 obligation to ..1 pay
two|double for|at
twice|both for|at ..1 a|an|the|less|half|no|this|that ..3 @price|cost|sum|money|total
both for less|half|nothing|free|one
match*|beat*|undercut* ..3 price*|quote*|offer*|rival*|anyone|any
more for your money
sell|sells|find|finds|found|get|gets|have|take ..3 for less -work|trouble|time|fuss|effort
treat*|spoil* you to
! cost|costs ..2 more ..1 time|effort|patience
-{offer.value}|{offer.label}|off in it for you -to
cost|costs|costing|pay|pays|paying|for|price*|charge* ..2 next to nothing
set you back
for a song
! time|sing|singing|ask|asks|asking|listen|listening|breath|pause|words|tune|tunes ..1 for a song
-feeder|feeders|made|dish|bowl|tray for peanuts
pay|pays|paying ..2 only|just|full|extra|more|monthly|weekly|interest|instalments
pay|pays|paying ..1 just|only|but ..1 {cart.*}
! pay|pays|paying ..1 only|just when|once you ..2 order|confirm|place|press|checked|finish|complete
! pay|pays|paying ..1 more|extra attention|heed
we|i|us ..1 pay|pays|paying ..2 half|part|your|you|back|tax|vat|difference -@parcel
we|i|us ..1 pay|pays|paying ..1 for -its|the|sending|carriage|ride|lift|passage|fare|journey|@parcel
pay ..1 what you think|like|want|feel|can
match|matches ..5 pay|price|elsewhere|competitor*
! not match ..4 elsewhere
special|lower|reduced rate|rates
throw in the ..1 @wares
everything|all|prices|pots|range ..2 reduced
first ..2 to ..2 order|reply|buy|finish|answer|write ..3 gets|get|wins|receives|has
first ..3 gets|wins|receives
! first ..2 everything|nothing gets
everyone|everybody|person|friend|friends|you|one|who ..6 gets|receives a|an ..1 @wares
you|everyone|everybody|customers|readers|subscribers|order|basket ..2 get|gets|receive|receives|earn|earns a|an ..1 @ware
! you ..1 receive|get a tea sampler|sample
you|everyone|everybody|customers|readers|subscribers|order|basket ..2 get|gets|receive|receives|earn|earns a|an ..1 @goods too|as|free|with|when|if|for|from
-{offer.value}|{offer.label}|off is|are ..1 included
! what is|are ..1 included
! is|are not included
consider it ..2 @present
bill ..2 later
settle -in|down|into ..2 later
more you ..4 save
you|we|can|to save $
! heart|bookmark|star ..3 to save $
you|they save -it|them|your|as|in|to|here|there|yourself|items|things|something|anything|{offer.value}
not cost
cost|costs you -anything|nothing|no|a|an|the|your
giving away
@wares ..6 with our|my love
cat|dog|puppy|pet|child|sister ..2 gets|get|receives a|an ..1 @goods ..1 too|as|from
sending ..2 back ..3 free|covered|ours
! before|when|until|once|after|as|if you ..1 pay
! pay ..1 attention|heed|visit
! pay when|once you are ready
! pay when|once it suits
! we|i will? ..1 pay ..3 @parcel
! mine|ours to pay
! not ..2 stack*|combin* ..4 offer*|discount*|code*
! @parcel ..2 not cost ..1 you?
! nothing to pay for ..1 @parcel
! look*|ask*|asking at|for|about the price
! no|without @parcel to pay
! not cost ..1 to ask
! costs? you nothing to ask|look|reply
! weather ..2 included
! wave|smile|hug|hello|nod|chat|advice|look|laugh|thought is|was|are ..1 free
! sampler|gift is free with
! @parcel is free on your next order|purchase -and|too|also|as|plus|or
! free @parcel on your next order|purchase -and|too|also|as|plus|or
! @free_of free
! lint|fluff|streak|gluten|dairy|sugar|lactose|caffeine|plastic|nickel|latex|fragrance free @pots_and_goods
! leave|leaves|leaving|keep|keeps ..2 arm|arms|hand|hands|paw|paws|shoulder|shoulders|fingers|lap|mouth free
! break|breaks|broke|broken|wriggle|wriggled|wriggles|shake|shook|shakes free
! free yourself|yourselves
! ^ free the ..2 @goods
! ^ free your weekend|evening|evenings|hands|shelf|shelves|mind|afternoon|desk
! set|sets ..1 dog|dogs|cat|bird|birds|mind|hands|feet|imagination free
! a|the|your free patch|spell|while|square|page|slot
! the free end|ends of
! there is|are a|an|one|two ..2 free
! leave|keep ..2 end|ends free
! travel|travels|travelling|ride|rides|sail|sails free
! go|goes|come|comes free $
! i|we|you|she|he|they|nobody|somebody|anybody|whoever|who|asha|nell|hands|hand ..1 is|are|am|be free
! advice ..3 free
! feel|feels|felt|feeling free
! set|sets|setting free
! fuss|jargon|worry|crumb|hands|trouble|rush|hurry|spam|clutter|noise|stress|pressure free
! hands|hand ..1 free
! no ..1 luggage|baggage fee|fees|charge|charges
! ^ a? little|bit|something something? off your next order -too|also|as|and|plus|when|if|with|each
! are|is|be free to
! you|we|i ..2 free ..2 to
! @parcel ..4 free
! no|without @parcel charge*|cost*|fee* -ever|again
! no ..1 charge|cost ..2 for @parcel
! @parcel at no ..1 cost|charge
! cheap and cheerful
! for sale
! jumble|boot|yard|garage|rummage sale|sales
! here|work|works|is|are|nobody|not ..2 in sales
! sales pitch|talk|patter|floor|team|letter
! great|good deal of|more|to|about|better|longer|slower|softer|harder|less
! a great|good deal -on|for|off|at|if|when|today|now|this
! no|real|big deal -on|for
! deal|deals with
! not for nothing
! cost|costs ..1 nothing to
! no cost to
! win a smile|place
! any|all|every|no other|another offer* ..1 of help
! money where
! in terms of
! toss|flip|tossed|flipped|tosses|flips a? coin|coins
! side|sides of the? coin
! is|are|bit of|rather a ..1 lottery
! deposit|deposits of|from|inside|in
! on ..1 speaking|good|first terms
! take* ..1 round*
! round* ..1 up ..1 the cat|children
! reduced to a|tears|rubble|clay|powder
! @parcel ..1 costs? you nothing|less
! leave|leaves|left|leaving ..2 price ..2 out|off
! price ..1 out
! ask|asked|asking|wonder* ..3 price|prices
! price ..2 on ..1 page
! price ..2 box|note
! you ..1 never pay for looking
! price* ..5 shown|listed|clear|there|before
! price* ..2 above|below
! no obligation to
! whole range of
! treat you to ..1 view|story|tour|look
! feel|feels|felt|feeling free to ..4 you|us|your|every|each|keep|delivery
! no charge for|to asking|questions|looking|advice|an|ask|look
! free to change|leave|stay|go|choose|say your|it|as|one|no
pay|paid ..2 once|when|after it|they|everything|this ..3 arriv*|here|there|landed|come|comes|lands
pay ..3 easy|small|equal|little pieces|bits|parts|steps|chunks|amounts
! cheap talk|trick|shot
! free up
! prize marrow|leek|leeks|onion|onions|pumpkin|rose|roses|dahlia|dahlias|pig|idiot
! deal table|chair|door|board|plank|top
! deals|dealt in -discount*|price*|sale*
! i|we? ..1 will|would|could? throw in a|an|some ..1 joke|jokes|story|opinion|pun|rhyme|compliment|recipe
pay|pays|paying later|half
! nothing to pay for ..1 van|courier|driver|journey|trip
! @parcel ..1 cost|costs ..1 nothing
for ..2 what you would|might|could|may ..2 hand|pay|spend|give|leave|put|fork
for|about|than|as ..1 what a|an|your|supper|lunch|dinner|breakfast|coffee|the ..4 costs|cost
! no prize|prizes for guessing
"""

TABLES = {"offer": ALWAYS}
