"""Scarcity by others: who else is after a thing, how fast it goes, what is kept from them."""

from __future__ import annotations

CLASSES: dict[str, str] = {}

TAKERS = """
not ..1 much|enough|many ..3 to go round|around -the|your|a
everybody|everyone|people|customers|readers has|have been ..1 buying|ordering|snapping|taking
! fight|squabble|tussle|scramble over|for ..2 last ..1 biscuit*|slice|cake|chip|page|word|sausage|seat
! nobody|no|not ..3 fight|squabble over|for|about it|them|one|these
scuffle|scramble|stampede|tussle|fight|squabble|brawl|scrum over|for|about ..3 rest|them|it|these|one|remaining|pots|ones
you have ..2 rival|rivals|competition
others|people|shoppers|customers|buyers|eyes|somebody|someone ..3 hovering ..1 around|over|near
@others|buyers|hands ..3 circling
is|are|was eyed
@others|buyers ..3 eyeing
somebody|someone|others|people|customers ..3 asked|asking after ..1 it|this|these|one
somebody|someone|others|people|customers ..1 else|already|also|keep|have|has|is|are|been|just ..2 asked|asking ..2 about|for ..1 it|this|these|one
others ..3 asked|asking ..2 about|for ..1 it|this|these|one
one|it|this|them|some aside|by for you
! your ..1 shampoo|coffee|soap|cream|food|kibble|litter|jar|bag|bottle|tube|box|packet|pack|supply|bar|oil|flour|seed|compost|toothpaste|cleanser|conditioner|lotion|honey|jam|candle|candles|vitamins|treats ..2 almost|nearly gone
! you|have ..3 almost|nearly gone through
! cake|bread|biscuits|stain|snow|frost|pain|moon|milk|summer|winter ..2 almost|nearly gone
almost|nearly|practically|virtually|close ..1 gone|sold|exhausted|depleted
as good as gone|sold
all but gone|sold
sell* ..2 fast|quick*|rapid*|out|soon|steadily|themselves|briskly
sell* ..1 like hot|mad|crazy|wild*|umbrellas|nothing
sell*|sold very|so|really|too|rather|surprisingly? well
sold out|through
sell out
! goes|go|going ..1 fast|quickly uphill|downhill|enough|on|round|down
! disappear*|vanish* ..1 quickly|fast in|into|under
! not|to|can|will|you|too go fast|quickly
! bike|scooter|tricycle|wheels|car|sledge|kart|ball|train ..3 go|goes|going fast|quickly
going|go|gone|goes|disappear*|vanish* ..1 fast|quick*|rapid*
! not|never|nor go|going too|so fast|quick*
we|i ..2 only ..2 get|make|have|stock|order|receive ..1 a|few ..1 handful|few|couple|dozen|of ..1 each|every|of|these|them|it
grab|grabs|grabbing|snatch*|pinching ..3 rest|last|others|remaining|these|them ..2 off|from ..1 rail|rails|shelf|shelves|table
precious|very|too little|few between ..4 you|yours
are the|our last|final ..1 bottles|jars|pairs|boxes|bags|tins|copies|packs|pots|rolls|skeins|balls -in|on|to|you
this|these|that ..1 colour|size|print|pattern|shade|batch|edition|fabric|yarn ..1 will|is|are not|never ..1 come|coming|be? ..1 back|again|return*|repeated|restocked|reprinted
! bird|birds|kite|kites|bee|bees|dust|sparks|dragon|witch|owl|bat|bats ..4 fly|flies|flying|flew ..2 off|out
flying|flies|fly|flew|flown ..2 shelves|shelf|door|off|out
! not ..1 flown off
like|as hot cakes|cake|pies
almost|nearly everyone|everybody|all ..5 bought|theirs|gone|taken|snapped|ordered
sizes|colours|pieces|ones are ..1 going|selling|disappearing|flying
high|higher|huge|great|heavy|popular|overwhelming|unprecedented|such|strong|growing|this|big|too ..1 demand
in demand
demand ..4 high|higher|strong|outstrip*|exceed*|grow*|rocket*|great|huge|up
! stir|rub|wash|rinse|soak|simmer|boil|shake|whisk|wipe|brush ..6 until|till ..2 gone|disappear*|vanish*
before|until|till ..2 gone|snapped|disappear*|vanish*
get|order|have|buy ..4 before ..3 gone|sold
! once the ..1 stain|pain|dust|frost|smell|order|parcel|form|paint|glue|mud|lumps|suds|foam|payment ..2 gone
once our|the|this ..3 has|have|is|are ..1 gone -cold|down|off|back|out|through|into|to
! queue for the ..1 bus|shower|showers|checkout|lift|post|train|till|coffee|swing|chair|bathroom|mirror|kettle|sofa
queue for it|this|them|these|the|our|that|yours
@rival|else ..3 has|have|had ..3 eye|eyes|eyed ..1 on|it|this|these|them|yours -you
@rival|else ..3 has|have|had ..3 in ..2 basket*|cart*
@rival|else ..3 eyed
someone|somebody|another|others ..1 else ..2 has|have|had ..3 basket*|cart*
! looking after|forward|up|into
! @others ..4 looking after|forward|up|into
! is|if ..1 someone|somebody ..1 else? looking after
! is someone|somebody else looking after your
! @others ..1 looking after your|it|this
@others ..4 looking|eyeing|viewing|watching|queu*|circling|browsing|wanting|bidding|considering ..1 at|this|these|it|same|your|right|one
! someone|somebody|everyone|everybody ..2 will get ..1 e|a|an|the|their|your|this|to|back|in
! someone|somebody ..1 you ..1 know|love|like may|might|would ..2 love|want|get
! someone|somebody ..1 could|can|will|may get ..1 as ..1 gift|present
! someone|somebody ..1 could|can|will|may take ..1 other|in|it to|end|in
another|other person|reader|customer|buyer|shopper|visitor ..2 may|might|could|will|would|is ..2 buy|take|have|get|snap|grab|want|wanting|love|beat -end|other|to
@rival else ..2 want|wants|wanted ..1 it|this|one|yours
another|other|others|shoppers|customers|buyers ..2 want|wants|wanted ..1 it|this|one|yours
-case|until|till|when|if|unless|while someone|somebody ..1 already|also|may|might|will|has ..1 want|wants|wanted|asked|ask
! someone|somebody has to ask
@rival else ..3 asked|asks|asking|enquired|enquiring ..3 same|it|this|one|yours|them
@rival ..3 same ..1 item|mug|bowl|piece|thing|pot|one
someone|somebody|everyone|everybody|anyone|anybody|who else ..2 grab*|snap*|take*|took|buy*|bought|get|gets|got|beat*|enjoy*
@others ..2 grab*|snap*|snatch*
! your ..1 weekend|evening|morning|day|sunday|saturday|summer|afternoon ..2 spoken for
spoken for
already|others|people|many|several|other|few|everybody|everyone|some|customers|shoppers|readers ..5 in ..2 baskets|carts
it|this|them|these|those|she|he|sits|sitting|waiting|one|ones|piece|pieces|pot|pots|mug|mugs|{cart.*}|{viewed.*} ..5 in ..1 other|others|several|many|more|few|their|peoples|different|@number|some ..1 baskets|carts
waiting list|lists
waitlist*|wait list*
back in stock
backorder*
snapped|snap ..1 up -the|front|to
secure|claim|reserve|nab|bag yours -with|at
get|order yours ..2 now|before|while|today|soon|quick|quickly|fast
reserve your|one -energy|seat|table
secure one
secure your ..1 order|place|spot|pot|mug|basket|piece|items|pair|copy|size|share|{cart.*}
most|much|half|all|rest ..3 already ..1 found|gone|sold|taken|went|left|spoken|claimed|promised -to|into|out
we|i|nell|asha|have|has|been|is|are ..2 put|set|kept|keep|placed|tucked|hidden|held ..2 yours|basket|it|them|things|mug|bowl|pot ..1 to|on one side
where nobody|no else ..3 find|get|take|buy|reach
! no|nobody one? ..1 else ..2 get into
nobody|no one ..1 else ..2 find|get|take|buy|have|reach|snap
second|spare|extra|another tin ..1 by|away|aside|in ..1 store|reserve|case -if
could|can|able only ..1 get|buy|source|find|secure|make|bring|spare|have ..2 part|some|few|little|small|handful|bit
not ..2 enough ..2 for everyone|everybody|all
as long|while as ..2 stock*|supplies ..1 last*|have|hold*
as long|while as we have|hold ..2 stock|any|some|left|them|these|one|it
as long|while as they ..1 last*
shelf|shelves ..2 empty|emptier ..2 by|soon|fast|now
@ware ..3 going|gone|left|leaving ..1 fast|quickly|soon
popular ..3 sell*|go|goes|gone|run*|last
tend|tends to leave|go|disappear|vanish|sell|fly ..2 quick*|fast|soon|early|days
! tend|tends to go quick*|fast once|when|after|in|with
leave|leaves|left us quickly|fast|soon
have|has|holds|keep|keeps ..1 the last of it|them|these|this|that ..1 here|now|$
another|other reader*|shopper*|customer*|buyer* ..3 want|wants|after|eye*|look*|ask*|first|beat
stock*|supplies|supply|batch|shelf|they|we|there not ..1 stretch|go|reach|enough|do ..2 everyone|everybody|all|round|around|far
more of|people|readers you|customers ..6 than ..5 of? them|pots|bowls|mugs|these
went|sold|gone|vanished|disappeared in|within|by|before ..1 a|an|the|one ..1 morning|hour|day|afternoon|blink|flash|lunch*|minutes|night
the last to ..1 own|have|get|buy|hold
kept|keep|keeping|saved|held ..2 this|that|it|one back|aside|by for you
kept|held|hid back ..1 for
! you ..1 ran|run out ..2 last|before
! if|when you ..2 ran|run out ..2 before|fast|quick*
! did you ..1 run out ..2 last time|year
ran|run out ..2 last time|year|batch|quick*|fast|before
stock*|supplies|supply|batch ..1 not ..2 stretch|reach ..2 everyone|everybody|all|round|far
else ..2 has|have ..6 basket*|cart*
batch|firing ..4 moving|shifting|flying|selling
this|the|whole lot ..3 moving|shifting|flying|selling -house
more ..2 readers|people|takers|hands|friends|customers|admirers than ..2 @ware|stock
only one|ones ..1 looking|eyeing|interested|wanting|after|admiring
first to ask|write|reply ..3 has|gets|takes|keeps
asking|asked after that|this|it|those|these|the ..1 @ware ..4 all|week|day|morning|since
more ..1 orders|baskets|requests|names than ..2 @ware|stock
rest|others|most|all ..2 gone|went|found ..2 good|new|other homes|hands|kitchens
people|others|shoppers|customers|readers ..2 have|has ..2 in ..1 their basket|baskets
faster|quicker than we|i|nell|asha|potters|they can|could ..1 throw|make|fire|pack|fill|blend|glaze
not be any|enough|one|some for the|those|everybody|everyone|anyone|you|latecomers|all
go|goes to those|whoever|people|them|anyone who|that? ask|asks|come|comes|order|orders|write|writes ..3 first|soonest
people|customers|buyers|visitors|they|everyone ..8 by the armful|boxful|cartload|sackful|trayful
other|others people|shoppers|customers lists|baskets|list|carts
shelf|stock|kiln|we can not ..1 serve|satisfy|supply ..2 all|everybody|everyone
plenty|enough|lots of ..1 every|each|all|them|it|these|teas|pots|mugs|bowls ..2 to go round|around
tend|tends|inclined not to ..1 hang|linger|stay|sit|last|wait
who|whoever|anyone|anybody|those ..1 dawdles|dawdle|hesitates|hesitate|dithers|dither|waits|wait|lingers|linger|delays|delay|sleeps ..3 without|nothing|empty|loses|lose|misses|miss|late
find|finds|finding|found ..1 homes|owners|takers|buyers ..1 quick*|fast|soon
rest|others|remainder aside|by for ..2 people|those|others|readers|whoever
for ..1 the earliest|quickest|soonest|fastest|swiftest|promptest -way|route|answer|supper|cup|tea
only|works|goes|kept|meant|reserved ..3 for the first ..1 to|people|readers|hands|takers|comers|handful|customers|friends
only|works|goes|kept|meant|reserved ..3 for the first few -days|weeks|times|washes|minutes|nights|walks|uses|months|evenings|hours
i|we|nell|asha|shop|shelf|workshop can|could|will|would|shall|may not ..1 hold|keep|save|reserve|guard ..1 it|them|these|this|those|basket|yours|pieces|pots ..5 longer|forever|indefinitely|long
hold|keep|holding|keeping ..2 back from the|our|other ..1 shop|shelf|shelves|others|people|customers|buyers
they|these|those|pieces|ones|pots|mugs|bowls ..1 tend to go $
stools|seats|places|spaces|spots|bench ..4 filling $
stools|seats|places|spaces|spots|bench ..4 filling up -with
not|only ..1 many|few stools|seats|places|spaces|spots -to|for|in|on|of|where
people|friends|readers|guests|visitors as fit|fits ..2 on|in|round|around
found ..1 homes|kitchens|owners ..3 save|except|but|bar one|a|the|two|this
! with|has|make|makes|leaves|seats room|space ..1 for ..2 few|handful ..2 friends|guests|people|visitors
room|space|seats|places ..1 for ..2 handful|few ..2 people|friends|readers|guests|visitors|customers|you|us
one|single|lone|last|only sibling|brother|sister|twin|cousin ..1 left|remains|remaining|waits
everyone|everybody wants|want ..1 these|them|it|one|this $
may|might|will|would|could not ..1 get any more
not ..2 get ..1 any more of
! first|old|current|opened|that bag|jar|bottle|box|tube|packet|pack ..1 almost|nearly gone
everybody|everyone|people|others is|are ..1 buying|ordering|getting|wearing ..1 them|these|it|one|this
they|these|those|ones|pieces|pairs|@ware ..1 disappear*|go|goes|sell|sells|fly faster|quicker than we|you|anyone
they|these|it go|goes|sell|sells like ..1 warm|fresh|hot bread|rolls|buns|cakes
sell|go|leave|sold|gone|left before we ..1 can|could
wish we|i had ..1 more of
demand ..1 has ..1 surprised|overtaken|swamped|caught
! ran|run out of it|them ..1 last time
other|more|several shoppers|people|customers|buyers|browsers ..4 holding|eyeing|clutching|carrying ..4 same|it|them|this
your size ..5 disappears|disappear|vanishes|sells|goes first|before|soonest|quickest
places|seats|spaces|spots|slots|tickets is|are|were ..1 limited|few|scarce|short|going|nearly|almost
places|seats|spaces|spots|slots|tickets|ones|copies|pairs ..1 have ..1 been ..1 taken|booked|claimed|filled|sold
most|many|half|all have ..1 been ..1 taken|booked|claimed|snapped|spoken -in|at|from|by|with|on|into|apart|over|outside|out
scampering|galloping|racing|speeding|bounding|trotting|sprinting|shooting|pouring|skipping|dancing|rolling|hopping|going|leaping|jumping|marching off|out ..1 our|the? shelves|shelf|rail|rails|rack|racks|door
we|i|makers|packers|baker|bakers|team|shop can|could hardly|barely|scarcely|not ..1 keep up|pace
before ..1 some|any other ..2 does|do|gets|takes|beats|buys|snaps
half|most|much ..4 is|are|been ..1 booked|claimed
single|lone|one|last crate|pallet|roll|barrel|case|sack|shipment ..1 came|arrived|reached|left
may|might|could|will not ..1 be ..2 on|in ..1 the|our page|shop|shelf|site|list|store|range ..3 when|by|next|tomorrow|again|later
has|have put|laid|hung|packed ..5 for good|ever
boots|they|these|those|ones|@ware|@goods walk|walks|fly|run|runs|march|jump|leap ..1 out of|off the|our|my shop|store|shelf|shelves|door|warehouse
! no|nobody|not|never ..4 fight|scramble|jostle|compete|race for ..1 a|the|your seat|place|spot|space
fight|scramble|squabble|jostle|compete|race for ..1 a|the|your seat|place|spot|space|pair|copy|piece
there|we ..2 are|have|had ..1 more ..1 riders|cyclists|gardeners|walkers|runners|bakers|painters|sleepers|swimmers|players|dogs|cats|orders|heads|people|readers|guests than ..2 @goods|helmets|seats|places|copies|pairs|tickets|jars|bikes|tents|desks
comes|come along|round|around|by ..1 once in
down to its|our bones|boards|floorboards
not|never|no ..2 another|other|others ..1 like it|this|them|these -shop|letter|one
stockroom|storeroom|warehouse ..3 empty|bare|nothing
so|too many ..1 people|customers|readers|riders|gardeners|others ..1 have|want|wanted|ask|asked ..1 -how|about|what|why|where that we|i can|could not
can|could not hold|reserve|keep yours|one $
your size ..8 disappears|disappear|vanishes|sells|goes ..4 before|first
size|sizes|colour tends|tend to ..2 go|disappear|vanish|sell|leave -with|for|up
not be another batch|run|firing|printing|delivery|harvest|lot|chance
"""

TABLES = {"scarcity": TAKERS}
