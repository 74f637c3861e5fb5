"""Urgency and scarcity: hurry that no end date makes true, shortage that no stock makes true."""

from __future__ import annotations

CLASSES = {
    "soon": "soon shortly today tonight now imminently tomorrow momentarily presently imminent",
    "ending": (
        "end ends ending close closes closing closed expir* finish finishes finishing stop stops "
        "over gone lapse lapses vanish* disappear* evaporat* run runs"
    ),
    "few": "few couple handful last final",
    "stocked": "left remaining remain remains available stock unsold",
    "stock": "stock stocks supply supplies availability quantity quantities inventory",
    "sold": "gone sold sell sells selling snapped disappear* vanish*",
    "grab": "grab grabs grabbing snap snatch snag secure claim nab seize pounce",
    "others": "other others another someone somebody everyone everybody shoppers customers buyers browsers neighbours crowd people",
    "rival": "someone somebody another other others shoppers customers buyers everyone everybody",
}

URGENCY = """
! hold|holds|keep|keeps tea|heat|coffee|warmth for ..1 long
place|complete|finish|submit ..1 order ..1 right|straight away
run ..2 not walk
! stop|stopped|stopping too soon
moment|chance|time passes|passed
take ..1 it|them|this ..1 while
while it|they is|are ..1 there|here
who|he|she hesitates
move on this|it|that
would ..1 order|buy|act ..1 before
moment to lose|spare
borrowed time
calling time
speak now
sand ..4 glass|running
before you ..1 change your mind
no|stop ..1 more? dither*
make your mind up
have|has to ..1 let ..2 go
last|one|final nudge
before we ..1 empty|clear|release|delete
would not leave ..2 longer|long|late
the moment|time to decide
decide|order|choose|buy|act|finish|mind ..2 soon|quickly|fast
time is ..1 getting|moving|passing|going|short
before ..2 others|someone|somebody|everyone|anyone ..1 do|does|beats|beat|gets|get|snaps|takes|buys
about to ..3 off|back ..2 shelf
now or not
door is|are closing|shutting
order|buy|decide|act ..3 straight|at away|once
only while ..3 open|kiln|stock
act|order|buy ..2 while
quick before
hurry*|rush|rushing
last|final chance*|call|opportunit*|days|hours|minutes|moments|reminder|notice|warning|window|countdown|push
last|final few days|hours|minutes|moments
act now|fast|quick*|soon|today|immediately|before
be quick|fast|swift|speedy|first $
be quick|fast|swift|speedy
better be quick
move|think|decide fast|quick*|now
not|never ..1 delay|dawdle|dither|linger|dally
not hang|sit|wait about|around|on|too|any|long|much
not wait
not leave ..2 too late
not put ..1 off
not miss
not ..1 let ..4 slip|pass|escape
not ..1 let ..3 get away
not ..1 let ..2 go $
not sleep on
not hesitate
miss|missing|missed|misses out
miss ..3 chance|opportunity|boat|offer|deal|window
wait ..2 any|much longer
waiting any|much longer
the longer you wait
time ..2 tick*|running|short|almost|nearly|fly*|essence
time|this|offer|chance runs out
run*|running out of? time
short of time
clock ..3 tick*|running|against|stops
against the clock
tick* clock|away|down
tick tock
countdown*|counting down
while|whilst ..2 still can
while|whilst ..3 last|lasts|lasting
while|whilst there is|are ..1 still|time|stock
before it|they|this|that|time|everything ..3 ends|end|closes|expir*|gone|disappear*|vanish*|lapse*|sold|over
before the|your|our ..1 offer|sale|shop|door|doors|chance|basket|code|price|window|moment ..2 @ending
before it|they|these ..1 go|goes $
before ..2 sell|sells|sold
before it is ..1 too? late
before|until|till ..1 someone|somebody else
too late
@ending ..1 @soon
@soon ..1 @ending
about to|going @ending
expir*
deadline*
now or never
act ..1 immediate*
immediate action|attention
right this minute|second|instant
this instant
asap|urgent*
limited time|period
limited ..2 time|period|days
short time only
only for a short
for|only a day|moment only
time limited|sensitive|critical
flash sale|offer|deal
last minute
final|last offer|sale
will|can|could|may|might|do|does not ..2 last|hold|keep|wait|stay ..5 long|longer|forever|indefinitely
will|may|might|can not ..1 last
not ..1 be here|around|available|repeated|back
not around|here|available ..1 forever|long|much
not ..1 promise|guarantee ..6 there|here|stock|available|still|tomorrow|later|long
can|will|could only ..1 hold|keep|save|reserve
hold|holding|keep|keeping|save|saving|reserv* ..5 much|any longer
hold|holding|save|saving|reserv* ..5 for|so ..1 long|forever
no longer ..2 saved|held|kept|reserved|available|there|yours
basket|cart|order|saved|selection|bag|tray|things|items|reservation|it ..4 expir*|emptied|deleted|cleared|cancel*|released|wiped|timed|erased|lapse*
will|about|going ..2 deleted|emptied|cleared|released|cancel*|wiped|erased
have|must|will|soon|may ..2 release|return|put ..5 back ..2 shelf|shelves|stock|sale
gone for good|ever
gone tomorrow
window|chance ..1 is|are|starts closing
window closes
doors ..2 clos*|shut*
before ..3 door ..1 clos*|shut*
blink and
snap ..3 up
you snooze
find|found ..4 gone
those|people who wait
@grab ..4 before|while|now|today|quick*|fast
get|order|buy|take|shop|pick|come ..4 before ..2 it|they|this|we|you|someone|everyone|anyone|somebody|stock|stocks|prices|offer|time|our ..3 gone|sell*|sold|close*|end|ends|late|run|runs|miss|else|rise|change|changes
beat the
race|racing to|against|you
be ..1 first ..1 to|in
among the first
first come first|basis|only
early bird
or lose|regret
or ..1 miss out|it|your
or it|they|this ..2 gone|disappear*
order|buy|claim|@grab|act|checkout|purchase ..3 today|tonight|immediately|instantly|pronto
order|buy|finish|checkout|claim now
now is the|your ..1 time|moment|chance
right|best|perfect moment|time to ..1 order|buy|act ..1 is
no time like
now ..2 time to ..1 order|buy|act|finish|stock|shop|get
make ..2 move now|today|soon|fast
do it now|today
today is the
strike while
once in a lifetime
never ..2 again
no second|more chance*|time|warnings|waiting
chance|opportunity to ..3 before
your ..1 chance
chance* ..2 slip*|pass*|gone|fad*|dwindl*
slip* away
time is ..1 up
seconds|minutes|hours|days|hour|minute ..1 left|remain*
only ..2 hours|days|minutes
soon|later ..2 may|might|could|will ..2 late|gone
what are you waiting
why wait
waiting means
no time to lose|waste|spare
time is now
going going
and then it|they ..2 gone
not wait -for|on|by|until|till|at|in|up|to
countdown*|countingdown
count|counting|counts down
short|little while|time|window only
only ..2 short|little|brief while|time|window
only while
not ..1 leave ..2 long|late|last
not much ..1 time|longer
time|chance ..2 but not ..1 much|long
still time
there is not ..2 time|long
last day
while ..1 it|they|these|this ..1 is|are there|available|on
! no|without|never|any|nor|least|in|not|nobody|nothing ..2 hurry|rush|rushed|rushing|hurried
! no need ..2 hurry|rush
! hurry|rush|rushing is|for nobody|no|none
! nothing|nobody|anybody|anyone ..2 hurry*|rush*
! rush hour
! come|comes to those who wait
! nothing|not|no|hardly|little ..1 urgent*
! can not keep ..1 in any|much longer
! need not ..1 decide|order|act|choose|buy ..4 away|once|now|soon|quickly|fast
! no|not ..1 need|have to ..1 decide|order|act|choose|buy ..3 away|once|now|soon|quickly|fast
! not -wait|delay|hesitate ..1 order|buy|decide|choose ..3 away|once|now|soon|quickly|fast
! not hesitate to? ask|reply|write|get|contact|tell|say|shout|drop|let
! long before
! not wait to
! what are you waiting ..1 hear
! have|has not missed
! not miss a
! be the first to admit|say|tell
! before it|they|the|your ..1 cool*|cold|go|goes ..1 cold|bitter|tepid
! before it|they ..2 is|are glazed|fired|thrown|packed|dry
! before it|they|these go|goes in|into|on|to|near|out
! too late to ask|reply|change|return|write
! never too late
! time flies
! set|sets|beat|beats|beating|race against
! last call for tea
! the day ends|is over
! when|once the ..1 day|rush|week|morning is|has ..1 over|gone|ends|ended|done
! end|ends|ending up|with
! no|none|without|never|nor|any ..4 deadline*|hurry|rush|countdown*
! before we ..1 sell|sold
! in no time like
! no time like ..1 weekend|breakfast
! still time for ..1 tea|cup
! there is still time for|to ..1 ask|change
! order ..1 now or|and ..1 later|whenever|then|another
! order ..1 now is fine
! while since ..3 last
! before you go ..4 quick
"""

SCARCITY = """
made|fired|threw|make only ..1 a handful|few|couple
! i|we ..1 have one of each
things|some|pieces|items|pots ..3 basket ..2 running|runs|getting low|short
running|runs|getting low|short ..1 in|at ..1 workshop|shop|warehouse
will|would|can|shall not ..2 mixed|made|fired|thrown|stocked|repeated again|once
harvest|crop|yield|picking ..2 small|poor|short|thin
not ..1 much|enough|many ..3 to go round|around
other|another|more hands|hand ..2 reach*
yield*|gives|gave ..2 handful|few in|of|each
almost|nearly out of this|these|it|them|that|stock
fewer ..3 left|remain*
you have ..2 rival|rivals|competition
hovering ..1 around|over|near
all ..1 there will|is|are ..1 be $
quarry|garden|supplier|maker ..6 closed|stopped|gone|shut
end of the line
few of these|them|those ..1 will|are|were|left|remain|ever
remaining ones|stock|few|pieces|@ware
not come ..1 round|along|around ..1 often|again|every
may|might|could never ..1 happen|come|return|be
struggle|pushed|lucky|pressed to find|get
nearly|almost ..1 run|got|gone through
stopped|stopping ..1 making|producing|growing|supplying
circling
not many ..1 of
only ..1 got|have|has|had ..1 the? one $
will|would not be ..1 any|many more|left
doubt ..3 any|left|more
most|many|all|few ..3 found ..2 home|homes
on its|their way out
somebody|someone|others|people|customers ..3 asked|asking ..2 about|after|for ..1 it|this|these|one
never|not|rarely|seldom ..1 stay|stays|sit|sits|linger ..4 shelf|shelves|long
not ..1 only one|person ..1 who|that
one of the|our last|only ..1 @ware|ones|pieces|left
yours|it|this ..1 is|was one of the ..1 few
one time firing|run|batch|only|offer
we|i ..2 down to ..2 last|few|handful
@stock ..5 limited|low
@few ..3 @stocked -in|it|off|behind|them|you|your|to|on|from|at
only|just|barely|scarcely|hardly -as ..2 left -it|off|them|your|to|you|in
only|just|barely ..2 remain*|available
only|just ..2 in stock
@number ..2 left -it|off|them|to|in|by|behind|the|us
one|single|last ..1 @ware|one|piece ..1 left -it|off|to|by|behind|the|us
one left $
@number|one|single ..3 in stock
not many|much ..3 @stocked
not|are many of these|those|them
few ..1 to go $
last|final|very few|handful|piece|pieces|pair|remaining|stock|stocks -days|hours|notes|words|e|minutes|mornings|weeks|of
final batch|firing|run|stock
last|final batch|firing of|left|before
last|final of our|its|the|their|them|these|this ..1 batch|stock|line|kind|run|season|range|colour|year|firing
last|final mug|bowl|plate|teapot|platter|jug|vase|set|cups -of|at|before|when|i|we
last|final ones|one left|in stock|available|standing|remaining
is|it|this|that|these|are|your|the very? last one|ones|pair -about|we|i|you|of|from|for|to|on|this|is|was
one|it|this|them|some aside|by for you
your name on it
almost|nearly|practically|virtually|close ..1 gone|sold|exhausted|depleted
shelf|shelves ..3 bare|empty|thin|emptying
as good as gone|sold
all but gone|sold
sell* ..2 fast|quick*|rapid*|out|soon|well|like|steadily|themselves|briskly
sold out|through
sell out
going|go|gone|goes|disappear*|vanish* ..1 fast|quick*|rapid*
flying|flies|fly|flew|flown ..2 shelves|shelf|door|off|out
out|leaving the door
hot cakes|cake
running out|low|short
shortage* of|in @stock|clay|glaze|@ware|tea
stock|supply|clay|tea|glaze shortage*
hardly|barely|scarcely any|left|enough|a -rush|pressure|noise|effort
finished|gone|sold|used that is it|all
no|not ..3 making|throwing|firing ..1 any? ..1 more
down to ..2 final|last|few|handful ..1 box|boxes|tin|tins|piece|pieces|one|ones|few|handful|of
only ..1 one|single|few ..3 made|left|exists|each
one of each
almost|nearly everyone|everybody|all ..5 bought|theirs|gone|taken|snapped|ordered
last one|ones|few|pair|piece|pieces|tin|tins|box|boxes|set|sets ..2 on|in|from|of ..1 the|this|our|that ..1 shelf|batch|stock|kiln|firing|glaze|season|kind|workshop|shop|run
retir* ..2 glaze|shape|colour|line|range
glaze|shape|colour|line|range ..3 retired|retiring|discontinu*
sizes|colours|pieces|ones are ..1 going|selling|disappearing|flying
! you|your|tin|caddy|tea ..3 running low|short ..1 on|of?
! ^ running low|short on|of
! when|if|is ..2 tea|tin|you ..2 running low|short|down|out
stock*|supplies|they|we|shelves|these ..2 run|runs|ran out|low|short
low|limited|dwindling|scarce|short|thin|finite|restricted ..1 @stock|edition*|run|release|batch*|numbers|number
limited|restricted to
limited|special|small|numbered edition|editions|run
very little|few of it|them
@stock ..3 low|limited|dwindl*|last|lasts|running|shrink*|short|thin|going|fad*|tight|disappear*
while|whilst @stock
high|higher|huge|great|heavy|popular|overwhelming|unprecedented|such|strong|growing|this|big|too ..1 demand
in demand
demand ..4 high|higher|strong|outstrip*|exceed*|grow*|rocket*|great|huge|up
before|until|till ..2 @sold
get|order|have|buy ..4 before ..3 gone|sold
once|when|after they|these|it|this|those ..1 is|are|have ..1 gone -cold|back|out|down|by
gone is gone
when ..1 gone that is
here today
may|might|could|will|would ..2 be gone
not|never ..4 restock*|reissue*|remade|remake*|rerun
never|not ..2 be|to ..1 made|repeated|return|seen|offered|fired|thrown|mixing ..1 again|back
not ..2 making|make|fire|firing|throw|mix|mixing ..4 again|more|after
not|doubt ..4 get|find|see|make ..3 again
no more ..4 being|made|coming|after
last time ..3 made|make|making|fire|firing|throw|stock*|offer*|see
discontinu*
one of a kind
one off|offs
rarity
rare ..2 @ware|leaf|glaze|find|chance|colour|edition|piece|opportunity|batch
hard|difficult|impossible to find|come|get|replace
in short supply
gone by|within|in ..1 lunch*|noon|hours|minutes|days|evening|morning|tea|teatime
gold dust
in|our|the stock
checked ..2 stock
once our|the|this ..3 has|have|is|are ..1 gone -cold|down|off|back|out
is|are no more $
queue for it|this|them|these
@rival|else ..3 has|have|had ..3 eye|eyes|eyed|basket*|cart*
@others ..4 looking|eyeing|viewing|watching|queu*|circling|browsing|wanting|bidding|considering ..2 at|this|these|it|same|your|right|one
is|are|was eyeing|eyed|circling
@rival else? ..2 may|might|could|will|would|is|are ..2 buy|take|have|get|snap|grab|want|wanting|eyeing|love|after|beat
@rival else? ..2 want|wants|wanted ..1 it|this|one|yours
@rival ..3 same ..1 item|mug|bowl|piece|thing|pot|one
else ..2 grab*|snap*|take*|took|buy*|bought|get|gets|got|beat*|enjoy*
@others ..2 grab*|snap*|snatch*
spoken for
in ..2 baskets|carts
waiting list|lists
waitlist*|wait list*
back in stock
backorder*
snapped|snap ..1 up
get|secure|claim|reserve|order|nab|bag yours -with|at
reserve|secure your|one
end of line
oversubscribed
stock ..1 clear*
only ..1 made|fired|threw|make|throw a|some ..1 few|handful|couple
only ..1 made|fired|threw|make|throw few|some|one|@number
handful|few made|exist|survive|ever
hands full of orders
never|not enough ..2 go|round
everything must go
! last|final piece ..2 puzzle
! last piece of cake|toast|advice|pie
! we|i|they? have|has? run|runs|ran out of -stock|time|it|them|these|this|those|us|@ware
! hot cakes ..1 plate
! left ..1 in your|the|a|our ..2 basket|cart|cup|pot|sink
! rare treat|moment|quiet|breed|steak|pleasure|thing|bird
! not hard to
! hard to ..1 find fault
! last one in|out|to ..2 bed|kettle|lights
! before we ..1 sell|sold|take*
! short of @stock
! not ..1 have to start again
! flying ..1 off the wheel
! ^ running|getting low $
! ^ running|getting low on tea|leaf $
! your|yours ..4 running|runs|getting|gets|is low
! if ..4 running|runs|getting|gets|is low
! last one|few ..2 to pack
! thought|think|like|liked|love|loved|enjoyed|as|than|with ..2 the|your last one
! before you go ..4 quick
"""

TABLES = {"urgency": URGENCY, "scarcity": SCARCITY}
