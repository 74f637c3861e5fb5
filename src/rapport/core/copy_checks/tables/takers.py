"""Scarcity by others: who else is after a thing, how fast it goes, what is kept from them."""

from __future__ import annotations

CLASSES: dict[str, str] = {}

TAKERS = """
not ..1 much|enough|many ..3 to go round|around
everybody|everyone|people|customers|readers has|have been ..1 buying|ordering|snapping|taking
scuffle|scramble|stampede|tussle|fight|squabble|brawl|scrum over|for|about ..3 rest|last|them|it|these|one|remaining|pots|ones
you have ..2 rival|rivals|competition
others|people|shoppers|customers|buyers|eyes|somebody|someone ..3 hovering ..1 around|over|near
@others|buyers|hands ..3 circling
is|are|was eyed
@others|buyers ..3 eyeing
somebody|someone|others|people|customers ..3 asked|asking ..2 about|after|for ..1 it|this|these|one
one|it|this|them|some aside|by for you
almost|nearly|practically|virtually|close ..1 gone|sold|exhausted|depleted
as good as gone|sold
all but gone|sold
sell* ..2 fast|quick*|rapid*|out|soon|steadily|themselves|briskly
sell* ..1 like hot|mad|crazy|wild*|umbrellas|nothing
sell*|sold very|so|really|too|rather|surprisingly? well
sold out|through
sell out
going|go|gone|goes|disappear*|vanish* ..1 fast|quick*|rapid*
flying|flies|fly|flew|flown ..2 shelves|shelf|door|off|out
like|as hot cakes|cake|pies
almost|nearly everyone|everybody|all ..5 bought|theirs|gone|taken|snapped|ordered
sizes|colours|pieces|ones are ..1 going|selling|disappearing|flying
high|higher|huge|great|heavy|popular|overwhelming|unprecedented|such|strong|growing|this|big|too ..1 demand
in demand
demand ..4 high|higher|strong|outstrip*|exceed*|grow*|rocket*|great|huge|up
before|until|till ..2 gone|snapped|disappear*|vanish*
get|order|have|buy ..4 before ..3 gone|sold
once our|the|this ..3 has|have|is|are ..1 gone -cold|down|off|back|out
queue for it|this|them|these|the|our|that|yours
@rival|else ..3 has|have|had ..3 eye|eyes|eyed|basket*|cart*
@others ..4 looking|eyeing|viewing|watching|queu*|circling|browsing|wanting|bidding|considering ..2 at|this|these|it|same|your|right|one
someone|somebody|others|shoppers|customers|buyers|everyone|everybody -here|in|at else? ..2 may|might|could|will|would|is|are ..2 buy|take|get|snap|grab|want|wanting|eyeing|love|after|beat
someone|somebody|others|shoppers|customers|buyers|everyone|everybody else? may|might|could|will|would ..1 have -agreed|been|to|a|an
another|other person|reader|customer|buyer|shopper|visitor ..2 may|might|could|will|would|is ..2 buy|take|have|get|snap|grab|want|wanting|love|beat
@rival else ..2 want|wants|wanted ..1 it|this|one|yours
another|other|others|shoppers|customers|buyers ..2 want|wants|wanted ..1 it|this|one|yours
-case|until|till|when|if|unless|while someone|somebody ..1 already|also|may|might|will|has ..1 want|wants|wanted|asked|ask
@rival else ..3 asked|asks|asking|enquired|enquiring ..3 same|it|this|one|yours|them
@rival ..3 same ..1 item|mug|bowl|piece|thing|pot|one
else ..2 grab*|snap*|take*|took|buy*|bought|get|gets|got|beat*|enjoy*
@others ..2 grab*|snap*|snatch*
spoken for
it|this|them|these|those|already|others|people|many|several|other|few|everybody|everyone|sits|sitting|waiting|some|she|he|one|ones|piece|pot|pots|mug|mugs|{cart.*}|{viewed.*} ..5 in ..2 baskets|carts
waiting list|lists
waitlist*|wait list*
back in stock
backorder*
snapped|snap ..1 up
get|secure|claim|reserve|order|nab|bag yours -with|at
reserve|secure your|one
most|much|half|all|rest ..3 already ..1 found|gone|sold|taken|went|left|spoken|claimed|promised
put|set|kept|keep|put|placed|tucked|hidden|held ..2 yours|basket|it|them|things|mug|bowl|pot ..1 to|on one side
where nobody|no else ..3 find|get|take|buy|reach
nobody|no one ..1 else ..2 find|get|take|buy|have|reach|snap
second|spare|extra|another tin ..1 by|away|aside|in ..1 store|reserve|case -if
could|can|able only ..1 get|buy|source|find|secure|make|bring|spare|have ..2 part|some|few|little|small|handful|bit
not ..2 enough ..2 for everyone|everybody|all
as long|while as ..2 stock*|supplies|they|we ..1 last*|have|hold*
shelf|shelves ..2 empty|emptier ..2 by|soon|fast|now
@ware ..3 going|gone|left|leaving ..1 fast|quickly|soon
popular ..3 sell*|go|goes|gone|run*|last
tend|tends to leave|go|disappear|vanish|sell|fly ..2 quick*|fast|soon|early|days
leave|leaves|left us quickly|fast|soon
have|has|holds|keep|keeps ..1 the last of it|them|these|this|that ..1 here|now|$
another|other reader*|shopper*|customer*|buyer* ..3 want|wants|after|eye*|look*|ask*|first|beat
stock*|supplies|supply|batch|shelf|they|we|there not ..1 stretch|go|reach|enough|do ..2 everyone|everybody|all|round|around|far
more of|people|readers you|customers ..6 than ..5 of? them|pots|bowls|mugs|these
went|sold|gone|left|vanished|disappeared in|within|by|before ..1 a|an|the|one ..1 morning|hour|day|afternoon|blink|flash|lunch*|minutes|night
the last to ..1 own|have|get|buy|see|hold|find
kept|keep|keeping|saved|held ..2 this|that|it|one back|aside|by for you
kept|held|hid back ..1 for
ran|run out ..2 last time|year|batch|quick*|fast|before
stock*|supplies|supply|batch ..1 not ..2 stretch|reach ..2 everyone|everybody|all|round|far
else ..2 has|have ..6 basket*|cart*
lot|batch|firing ..4 moving|shifting|flying|selling -house
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
find|finds|finding|found ..1 homes|owners|takers|buyers ..1 quick*|fast|soon
rest|others|remainder aside|by for ..2 people|those|others|readers|whoever
for ..1 the earliest|quickest|soonest|fastest|swiftest|promptest -way|route|answer|supper|cup|tea
only|works|goes|kept|meant|reserved ..3 for the first ..1 to|people|readers|few|hands|takers|comers|handful|customers|friends
i|we|nell|asha|shop|shelf|workshop can|could|will|would|shall|may not ..1 hold|keep|save|reserve|guard ..1 it|them|these|this|those|basket|yours|pieces|pots ..5 longer|forever|indefinitely|long
hold|keep|holding|keeping ..2 back from the|our|other ..1 shop|shelf|shelves|others|people|customers|buyers
they|these|those|pieces|ones|pots|mugs|bowls ..1 tend to go $
stools|seats|places|spaces|spots|bench ..4 filling $
stools|seats|places|spaces|spots|bench ..4 filling up -with
not|only ..1 many|few stools|seats|places|spaces|spots -to|for|in|on|of|where
people|friends|readers|guests|visitors as fit|fits ..2 on|in|round|around
found ..1 homes|kitchens|owners ..3 save|except|but|bar one|a|the|two|this
room|space|seats|places ..1 for ..2 handful|few ..2 people|friends|readers|guests|visitors|customers|you|us
one|single|lone|last|only sibling|brother|sister|twin|cousin ..1 left|remains|remaining|waits
"""

TABLES = {"scarcity": TAKERS}
