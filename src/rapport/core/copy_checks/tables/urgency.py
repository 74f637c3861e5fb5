"""Urgency: hurry that no end date makes true."""

from __future__ import annotations

CLASSES = {
    "soon": "soon shortly today tonight now imminently tomorrow momentarily presently imminent",
    "ending": (
        "end ends ending close closes closing closed expir* finish finishes finishing stop stops "
        "over gone lapse lapses vanish* disappear* evaporat* run runs"
    ),
    "closing": (
        "end ends ending closes closing closed expir* finishes finishing over gone lapse lapses "
        "vanish* disappear* evaporat* close"
    ),
    "grab": "grab grabs grabbing snap snatch snag secure claim nab seize pounce",
}

URGENCY = """
! hold|holds|keep|keeps tea|heat|coffee|warmth for ..1 long
! can|will|does|do|could not hold|keep its|their|the|much heat|warmth|shape|edge for ..1 long|longer
! can|could not keep it|this|that to myself|ourselves any|much longer
! can|could not keep a straight|steady|quiet ..1 face|hand|tune|secret for long
! can|could not? keep ..1 cat|cats|dog|hens|kiln|kettle ..4 any|much longer
place|complete|finish|submit ..1 order ..1 right|straight away
run ..2 not walk
! stop|stopped|stopping too soon
moment|chance passes|passed
take ..1 it|them|this ..1 while ..3 can|last|lasts|there|here|chance|still
who hesitates
move on this|it|that
would ..1 order|buy|act ..1 before
no|not|without ..2 moment to lose|spare
borrowed time
calling time
speak now
sand ..4 running|runs ..1 out|through|down
before you ..1 change your mind
no|stop ..1 more? dither*
-can|could|to|you|may|before|and make your mind up
have|has to ..1 let ..2 go
last|one|final nudge
before we ..1 empty|clear|release|delete
would not leave ..2 longer|long|late
-take|have|need|all|want|give|you|find the time to decide
! decide|choose ..1 how|when|whether ..2 soon|fast|quickly
decide|choose|buy|act|finish|mind ..2 soon|quickly|fast -as|growing|drying
-your|the|an|this|each|next|our|another|his|her order ..2 soon|quickly|fast -as
time is? ..1 getting|moving|passing|going on|by|short|late|away|tight
before ..2 others|someone|somebody|everyone|anyone ..1 do|does|beats|beat|gets|get|snaps|takes|buys -up|home|back|dressed|hungry|cold|bored
about to ..3 off|back ..2 shelf
now or not
door is|are closing|shutting
-your|the|an|this|each order ..3 straight|at away|once
buy|decide|act ..3 straight|at away|once
only while ..3 open|kiln|stock
-your|the|an|this|each|our|his|her order ..2 while -you|it|we|the
-your|the|an|this|each|our|his|her order ..2 while ..1 it|you|we|the|they ..2 can|last|lasts|there|available|still|here|have
act|buy ..2 while -it|you|we|the
act|buy ..2 while ..1 it|you|we|the|they ..2 can|last|lasts|there|available|still|here|have
quick before
! ^ rush any|it|that|this of|and
hurry*|rush|rushing
! if|when you hurry|rush it|a|them|the
! in|over|during|for|these the? last|final ..1 days|hours|minutes|moments
! last call for ..2 cat|dog|kettle|tea|bed
! the last|final days|hours|minutes|moments of ..2 night|day|bake|bread|dough|summer|winter|spring|autumn|holiday|holidays|baking|cooking|journey|year|term
last|final chance*|call|opportunit*|days|hours|minutes|moments|notice|warning|window|countdown|push
! a last call from an|a|your|somebody
! in a pub the last call
! is the last|final reminder
-our|my|this last|final reminder -about|for|from|on|we|i|in|to|of|with|you
! in|over|during|for|these the? last|final few days|hours|minutes
last|final few days|hours|minutes|moments
act now|fast|quick*|soon|today|immediately|before
^ ..2 be quick|fast|swift|speedy|first $
-will|to|not|i|we|let be quick|fast|swift|speedy -about|and|to|with
! will|to ..1 be quick|fast
better be quick
move|think|decide fast|quick*|now -and
! think|decide now or ..1 later|whenever|tomorrow|never|another|not
not|never ..1 delay|dawdle|dither|linger|dally
not wait about|around|too|any|long|much
not sit on this|these|the ..1 one|ones|offer|basket|order|decision
! not wait too long between|before|after
not leave ..2 too late
not put it|this|that|things off -the
! did not miss
! not miss anything|much
not miss
do|would|should|could|must not let ..2 this|it|them|chance|moment|opportunity|yours|these|those|one|basket|offer ..2 slip|pass|escape
never let ..4 slip|pass|escape
not just|to|simply let ..4 slip|pass|escape
not ..1 let ..3 get away
not ..1 let ..2 go $
not sleep on this|it|these|them|that -side
not hesitate
miss|missing|missed|misses out -a|the|any|one|some|your|step|field
miss ..3 chance|opportunity|boat|offer|deal|window
wait ..2 any|much longer
waiting any|much longer
the longer you wait
time is|was|getting|gets|runs ..1 tick*|running|short|almost|nearly|flying|flies
time ..2 tick*|essence|flies|flying
time ..9 is|are ..1 quickly|fast|swiftly|rapidly running|ticking|slipping out|away|down
time|this|offer|chance runs out
run*|running out of? time
short of time
! clock|clocks ..3 tick*|stops softly|quietly|loudly|silently|without
! hear|wall|alarm|kitchen|old|cuckoo|grandfather clock|clocks ..3 tick*|stops|running
! clock|clocks that ..2 tick*|stops
clock ..3 tick*|running|against|stops
against the clock
tick* clock|away|down
tick tock
countdown*|counting down
while|whilst ..2 still can
while|whilst ..3 last|lasts|lasting
while|whilst there is|are ..1 time|stock|any|one
while|whilst there is|are still ..2 time|stock|left|any|one|chance|@ware|enough -life
while|whilst there is|are still some -life|light|heat|give|water|tea|warmth|wet|spring|clay
! before it ..1 boils|falls|tips|rolls|spills|bubbles|freezes ..1 over
before it|they|this|that|time|everything ..3 ends|end|closes|expir*|gone|disappear*|vanish*|lapse*|over
before the|your|our ..1 offer|sale|shop|door|doors|chance|basket|code|price|window|moment ..2 @ending
! {offer.ends} is|being ..1 last|final day of|for {offer.code}
! before the|your|our ..1 code|offer @ending on|at|with? {offer.ends}
! ^ before the|your code|offer closes|ends|expires $
before it|they|these ..1 go|goes $
! right|complete|correct|checked|packed|wrapped before it|they ..1 go|goes
order|buy|get|have|take|choose|decide|finish|come|look|see|pick|yours|you|now|soon|today ..5 before ..2 sell|sells|sold
^ before ..2 sell|sells|sold
before it is ..1 too? late
before|until|till ..1 someone|somebody else
before|until|till|when|while|unless ..4 too late -in
! if|when|should it|that|this ..1 comes|came|is|arrives ..1 too late
! never|not|nor|neither ..2 too late
may|might|could|will|would|can|soon|tomorrow|or|otherwise|later|almost|nearly|already|once|afterwards|then ..4 too late -for|in
^ ..2 too late $
^ too late -for|to|in
too late is|means
too late to ..1 order|buy|get|have|find|save|act
is|was|it|too ..1 too late $
@closing -knocking|writing|talking|with|up|softly ..1 @soon -and|or|after
soon|shortly|today|tonight|imminently|tomorrow|momentarily|presently|imminent -or ..1 @closing -to
now ..1 ending|closing|closed|gone|over -to
about to|going @ending
! if|when|should|once|in ..2 card|link|password|session|prescription|passport|token ..2 expir*
! link|password|session ..3 expir*
! case your|the ..1 card|link|password ..2 expir*
! expiry date ..1 on|of|printed
! before it expires ..2 password
! password ..3 before it expires
expir*
! {offer.*} ..2 expires|expired|expiring
-a|any|every|each|work|school|homework|essay|tax|deadline deadline -day|days|or
there is|has a|an ..1 deadline -and|or|at|day
! cat|dog|hens|kiln ..1 deadline* ..1 is
early bird ..2 price*|offer*|rate*|deal*|discount*|code|special*
now or never
act ..1 immediate*
immediate action|attention
right this minute|second|instant
this instant
! not ..6 this instant
asap|urgent*
limited time|period
limited ..2 time|period|days
short time only
only for a short time|while|period|spell
only for a short $
for|only a day|moment only
time limited|sensitive|critical
flash sale|offer|deal
last minute -change|changes|doubt|doubts|thought|thoughts|nerves|question|questions|packing|packers|jitters|panic|list
final|last offer|sale
! not ..2 last|hold|keep|stay ..2 warm|wet|dry|cold|fresh|hot|still|clean|flat|soft|tied|open ..2 long|longer
! will|can|could|may|might|do|does not ..2 last|hold|keep|stay ..2 warm|wet|dry|cold|fresh|hot|still|clean|flat|soft|tied|open ..2 long|longer
! will|can|could|may|might|do|does not ..2 last|keep|hold|stay ..3 long|longer ..4 fridge|jar|water|heat|sun|air|pan|oven|cupboard|freezer
! do|does not wait too long
will|can|could|may|might|do|does not ..2 last|hold|keep|wait|stay ..5 long|longer|forever|indefinitely
will|may|might|can not ..1 last
! page|site|service|website|chat|lines ..2 not ..1 be available|here|back
not ..1 be here|around|available|repeated|back
not around|here|available ..1 forever|long|much
not ..1 promise|guarantee ..6 stock|available|still|tomorrow|later|long
not ..1 promise|guarantee ..3 will|be ..2 there|here
can|will|could only ..1 hold|keep|save|reserve ..1 it|them|this|these|those|your|yours|basket|so|for|until|till|things
can|will|could only ..1 hold|keep|save|reserve $
hold|holding|keep|keeping|save|saving|reserv* ..5 much|any longer
hold|holding|save|saving|reserv* ..2 it|them|this|these|yours|basket|things|one|order ..2 for|so ..1 long|forever
no longer ..2 saved|held|kept|reserved|available|there|yours
! basket|cart|saved|list|items|things|order ..2 not|only|never ..2 emptied|deleted|cleared|erased|released|wiped|expire|expires|cancel*
! saved|list|items|basket ..2 emptied|deleted|cleared only
! order|items|things ..3 cancel* ..1 as|when|if|because you ..1 ask|asked|want|wish|like
! order|items|things ..1 can|may ..1 be cancel*
basket|cart|order|saved|selection|bag|tray|things|items|reservation ..4 expir*|emptied|deleted|cleared|cancel*|released|wiped|timed|erased|lapse*
! order|basket|it by {offer.value} and expires
! basket|cart|order|bag|tray|things ..2 cleared for landing|take|takeoff|departure|launch
! it is|will ..2 not ..1 expir*|emptied|deleted|cleared|released|wiped
please? do it|so right|straight away
do it while it|they|there
take|order|buy it|them|one soon -as|after
the good|best|pretty ones go first
again today
piece|it|pot|mug|one goes to the next|other person|customer|buyer|visitor
now is the moment|time
! is|are|be wiped now|down|clean|with|after|dry|off|over
! will ..2 deleted|cancel*|erased ..2 if|when|once|as|whenever you ..1 ask|asked|want|wish|like|say|tell
will|about|going ..2 deleted|emptied|cleared|released|cancel*|wiped|erased
must|soon|shortly|may|before|or|else ..3 release|return|put ..5 back ..2 shelf|shelves|stock|sale
! or put|return it|them|things|this|that|everything back ..2 shelf|shelves
! or put ..3 back on|in|to the|its|your|our shelf|shelves
! you may|can ..1 put ..3 back on|in|to the|its|your|our shelf|shelves
i|we have to ..2 release|return|put ..5 back ..2 shelf|shelves|stock|sale
basket|things|pieces|pots|cart ..3 will ..2 release*|return*|go|goes|put ..5 back ..2 shelf|shelves|stock|sale
will ..1 be ..1 released|returned|put back ..2 shelf|shelves|stock|sale -with|among|beside
gone for good|ever
gone tomorrow
window|chance ..1 is|are|starts closing
window closes
doors ..2 close|closes|closing|shut|shutting soon|shortly|now|on|at|tonight|$
before ..3 door ..1 clos*|shut*
blink and ..1 you|it|they|miss|gone
snap it|them|this|these|those|one|ones|yours|some ..1 up
snap ..1 {cart.*}|{viewed.*} ..1 up
you snooze
find|found ..4 gone
those|people who wait -for|in|at|on|patiently
grab|grabs|grabbing|snatch|snag|claim|nab|seize|pounce ..2 it|them|one|yours|these|this|those|some|your|@ware|@vessel|bargain|offer|chance|discount|{cart.*}|{viewed.*}|{offer.*} ..3 before|while|now|today|quick*|fast
grab|snatch|snag|claim|nab|seize|pounce now|today|quick*|fast|while|before
secure|snap ..1 yours|one|place|spot|pot|mug|basket|order|piece|{cart.*} ..2 before|while|now|today|quick*|fast
get|order|buy|take|shop|pick|come ..4 before ..2 it|they|this|we|someone|everyone|anyone|somebody|stock|stocks|prices|offer|time|our ..3 gone|sell*|sold|close*|end|ends|late|run|runs|miss|else|rise|change|changes
get|order|buy|take|shop|pick|come ..4 before you miss
beat the ..1 rush|crowd|crowds|queue|clock|deadline|others|price|rise|line|rest|end|date
race|racing against|you
race|racing to ..2 checkout|till|basket|shelf|finish
be ..1 first ..1 to -know|say|admit|tell|laugh|ask|hear
be ..1 first in ..1 line|queue
be among ..1 first
among the first -page|pages|chapter|chapters|step|steps|flowers|things|few
first come first|basis|only
or lose|regret
or ..1 miss out|it|your
or it|they|this ..2 gone|disappear*
-your|the|an|this|his|her|last|our|each order ..3 today|tonight|immediately|instantly|pronto
buy|claim|@grab|act|checkout|purchase ..3 today|tonight|immediately|instantly|pronto
! buy|order now ..1 plant|sow|bake|decide|read|freeze ..2 later|autumn|spring|winter
! order|buy|finish now or ..2 later|whenever|then|another|not|tomorrow|never
order|buy|finish|checkout|claim now
! now is the ..1 time|moment to|for ..1 plant|sow|prune|water|feed|repot|plan|wash|air|put|bring|dig|tulips|bulbs|check|cut|divide
now is the|your ..1 time|moment|chance
right|best|perfect moment|time to ..1 order|buy|act ..1 is
no time like the|now
now ..2 time to ..1 order|buy|act|finish|stock|shop|get
make ..2 move now|today|soon|fast
do it now|today
today is the last|only|final|moment|time|end
today is the day -we|of
strike while
once in a lifetime
never ..2 get|see|offer*|find ..4 again
never ..1 come -off|apart|loose|away|down ..4 again
no second|more chance*|time|warnings|waiting
chance|opportunity to -dry|cool|rest|settle|breathe|soak|set|warm|stand|steep|drain|air|root|harden ..3 before
your ..1 chance
chance* ..2 slip*|pass*|gone|fad*|dwindl*
slip* away -into|to|with|for
time is? ..1 up $
seconds|minutes|hours|days|hour|minute ..1 left|remain*
! take|takes|took|needs|need|after|lasts ..1 only ..2 minutes|hours|days
! only takes ..2 minutes
only ..2 hours|days|minutes
soon|later ..2 may|might|could|will ..2 late|gone
what are you waiting
why wait
waiting means
^ no time to lose|waste|spare
there|have|is ..1 no time to lose|waste|spare
time is now
going going
^ not? do not wait -for|on|by|until|till|at|in|up|to
not wait another|one|a ..1 second|minute|moment|instant|hour|day -for|before
time|moment to ..1 shop|buy|order|act|choose|decide|strike is ..1 now
will|would|can|should|must not wait -for|on|by|until|till|at|in|up|to
will|would not wait for you|ever|anyone|anybody|long
you do not wait -for|on|by|until|till|at|in|up|to
! countdown to ..1 christmas|easter|summer|spring
countdown*|countingdown
count|counting|counts down -from
short|little while|time|window only
only ..2 short|little|brief while|time|window
! not ..1 leave ..2 long in|on|under|out|between|near
not ..1 leave ..2 long|late|last
not much ..1 time left|remains|remaining|now|to
not much ..1 time $
not much longer
time|chance ..2 but not ..1 much|long
! still time to|for ..1 change|cancel|add|ask|return|reply|plant|sow|read|breakfast|lunch|supper
! is there still time
still time
there is not ..2 time|long
last day -of|in|at|with|when|before
last day of ..2 offer|sale|code|postage|free|{offer.*}
! last day of the|this ..1 code|offer is {offer.ends}
! no|without|never|any|nor|least|in|not|nobody|nothing ..2 hurry|rush|rushed|rushing|hurried
! no need ..2 hurry|rush
! hurry|rush|rushing is|for nobody|no|none
! about|against|of|without|from|for rushing|hurrying|rush|hurry
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
! can|could not miss it|us|them|the
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
! never ..4 hurry*|rush*
! @we ..2 not|never ..2 hurry*|rush*
! biscuit*|scone*|cake*|bread|milk|snow|frost|sun|light|flowers|scent|steam|toast|butter|leaves|cat|cats|apples|pears ..1 will|do|does|can|would|did not last|hang|keep|wait|stay|linger|sit ..1 long|about|around
! i|we|she|he|asha|nell ..2 would|could|will not miss it|that|them|this
! van|wheel|chair|bench|broom|stove|radio|fridge|table ..2 on its|their|his|her last legs
! sun|snow|light|frost|quiet|silence|peace|weather|warmth|sunshine ..1 while it lasts
! before it ends ..1 {offer.ends}
! it is|was ..1 not? too late to|for
! card|prescription|passport|link|password ..6 expired
! your card expires ..1 soon
! prescription|passport ..4 expir*
! in only ..2 minutes
too late for ..1 this|it|them|these|one|yours
there|is|are ..1 no time ..1 left
run do not walk
the|our doors are|is ..1 closing
hesitate ..1 and|or ..1 it|they|you|lose
seconds|minutes|moments count $
every second|minute counts
^ strike|act|go now $
basket|offer|code|nearly|almost ..3 out of time
this|that|the|such moment|chance|opportunity ..1 not ..1 come|return ..1 back|again
! not|nothing ..4 rush
baskets|carts|they|basket|cart is|are|get|gets|will ..2 cleared|emptied|wiped|deleted|swept|purged ..2 at|after|on|by|every|each|when|soon|overnight
"""

TABLES = {"urgency": URGENCY}
