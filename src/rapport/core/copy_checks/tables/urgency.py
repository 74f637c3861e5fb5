"""Urgency: hurry that no end date makes true."""

from __future__ import annotations

CLASSES = {
    "soon": "soon shortly today tonight now imminently tomorrow momentarily presently imminent",
    "ending": (
        "end ends ending close closes closing closed expir* finish finishes finishing stop stops "
        "over gone lapse lapses vanish* disappear* evaporat* run runs"
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
time is? ..1 getting|moving|passing|going on|by|short|late|away|tight
before ..2 others|someone|somebody|everyone|anyone ..1 do|does|beats|beat|gets|get|snaps|takes|buys
about to ..3 off|back ..2 shelf
now or not
door is|are closing|shutting
order|buy|decide|act ..3 straight|at away|once
only while ..3 open|kiln|stock
act|order|buy ..2 while
quick before
! ^ rush any|it|that|this of|and
hurry*|rush|rushing
! if|when you hurry|rush it|a|them|the
last|final chance*|call|opportunit*|days|hours|minutes|moments|notice|warning|window|countdown|push
-our|my|this last|final reminder -about|for|from|on|we|i|in|to|of|with|you
last|final few days|hours|minutes|moments
act now|fast|quick*|soon|today|immediately|before
^ ..2 be quick|fast|swift|speedy|first $
-will|to|not|i|we|let be quick|fast|swift|speedy -about|and|to|with
! will|to ..1 be quick|fast
better be quick
move|think|decide fast|quick*|now -and
not|never ..1 delay|dawdle|dither|linger|dally
not hang|sit|wait about|around|on|too|any|long|much
not leave ..2 too late
not put ..1 off
not miss
do|would|should|could|must not let ..4 slip|pass|escape
never let ..4 slip|pass|escape
not just|to|simply let ..4 slip|pass|escape
not ..1 let ..3 get away
not ..1 let ..2 go $
not sleep on
not hesitate
miss|missing|missed|misses out
miss ..3 chance|opportunity|boat|offer|deal|window
wait ..2 any|much longer
waiting any|much longer
the longer you wait
time ..3 tick*|running|short|almost|nearly|fly*|essence
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
while|whilst there is|are ..1 time|stock|any|one
while|whilst there is|are still ..2 time|stock|left|any|one|chance|@ware|enough -life
while|whilst there is|are still some -life|light|heat|give|water|tea|warmth|wet|spring|clay
before it|they|this|that|time|everything ..3 ends|end|closes|expir*|gone|disappear*|vanish*|lapse*|over
before the|your|our ..1 offer|sale|shop|door|doors|chance|basket|code|price|window|moment ..2 @ending
before it|they|these ..1 go|goes $
order|buy|get|have|take|choose|decide|finish|come|look|see|pick|yours|you|now|soon|today ..5 before ..2 sell|sells|sold
^ before ..2 sell|sells|sold
before it is ..1 too? late
before|until|till ..1 someone|somebody else
too late
@ending -knocking|writing|talking|with|up ..1 @soon -and|or
@soon -or ..1 @ending -to
about to|going @ending
expir*
deadline*
! cat|dog|hens|kiln ..1 deadline* ..1 is
early bird ..2 price*|offer*|rate*|deal*|discount*|code|special*
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
last minute -change|changes|doubt|doubts|thought|thoughts|nerves|question|questions
final|last offer|sale
will|can|could|may|might|do|does not ..2 last|hold|keep|wait|stay ..5 long|longer|forever|indefinitely
will|may|might|can not ..1 last
not ..1 be here|around|available|repeated|back
not around|here|available ..1 forever|long|much
not ..1 promise|guarantee ..6 stock|available|still|tomorrow|later|long
not ..1 promise|guarantee ..3 will|be ..2 there|here
can|will|could only ..1 hold|keep|save|reserve
hold|holding|keep|keeping|save|saving|reserv* ..5 much|any longer
hold|holding|save|saving|reserv* ..5 for|so ..1 long|forever
no longer ..2 saved|held|kept|reserved|available|there|yours
basket|cart|order|saved|selection|bag|tray|things|items|reservation ..4 expir*|emptied|deleted|cleared|cancel*|released|wiped|timed|erased|lapse*
it will|is|gets|be|would ..3 expir*|emptied|deleted|cleared|cancel*|released|wiped|timed|erased|lapse*
will|about|going ..2 deleted|emptied|cleared|released|cancel*|wiped|erased
must|soon|shortly|may|before|or|else ..3 release|return|put ..5 back ..2 shelf|shelves|stock|sale
i|we have to ..2 release|return|put ..5 back ..2 shelf|shelves|stock|sale
basket|things|pieces|pots|cart ..3 will ..2 release*|return*|go|goes|put ..5 back ..2 shelf|shelves|stock|sale
will ..1 be ..1 released|returned|put back ..2 shelf|shelves|stock|sale -with|among|beside
gone for good|ever
gone tomorrow
window|chance ..1 is|are|starts closing
window closes
doors ..2 clos*|shut* soon|shortly|now|on|at|tonight|$
before ..3 door ..1 clos*|shut*
blink and
snap ..3 up
you snooze
find|found ..4 gone
those|people who wait
@grab ..4 before|while|now|today|quick*|fast
get|order|buy|take|shop|pick|come ..4 before ..2 it|they|this|we|you|someone|everyone|anyone|somebody|stock|stocks|prices|offer|time|our ..3 gone|sell*|sold|close*|end|ends|late|run|runs|miss|else|rise|change|changes
beat the ..1 rush|crowd|crowds|queue|clock|deadline|others|price|rise|line|rest|end|date
race|racing to|against|you
be ..1 first ..1 to -know|say|admit|tell|laugh|ask|hear
be ..1 first in ..1 line|queue
be among ..1 first
among the first
first come first|basis|only
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
never ..2 get|see|offer*|find ..4 again
never ..1 come -off|apart|loose|away|down ..4 again
no second|more chance*|time|warnings|waiting
chance|opportunity to ..3 before
your ..1 chance
chance* ..2 slip*|pass*|gone|fad*|dwindl*
slip* away
time is? ..1 up $
seconds|minutes|hours|days|hour|minute ..1 left|remain*
only ..2 hours|days|minutes
soon|later ..2 may|might|could|will ..2 late|gone
what are you waiting
why wait
waiting means
^ no time to lose|waste|spare
there|have|is ..1 no time to lose|waste|spare
time is now
going going
and then it|they ..2 gone
^ not? do not wait -for|on|by|until|till|at|in|up|to
will|would|can|should|must not wait -for|on|by|until|till|at|in|up|to
you do not wait -for|on|by|until|till|at|in|up|to
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
last day -of|in|at|with|when|before
last day of ..2 offer|sale|code|postage|delivery|free|month|week|year|season|{offer.*}
while ..1 it|they|these|this ..1 is|are there|available|on
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
"""

TABLES = {"urgency": URGENCY}
