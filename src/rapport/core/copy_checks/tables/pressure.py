"""Urgency and scarcity: hurry that no end date makes true, shortage that no stock makes true."""

from __future__ import annotations

CLASSES = {
    "soon": (
        "soon shortly today tonight now imminently tomorrow momentarily presently any imminent fast "
        "quickly"
    ),
    "ending": (
        "end ends ending close closes closing closed expir* finish finishes finishing stop stops "
        "over gone lapse lapses vanish* disappear* evaporat* run runs"
    ),
    "stocked": "left remaining remain remains available stock spare unsold",
    "stock": "stock stocks supply supplies availability quantity quantities inventory",
    "sold": "gone sold sell sells selling snapped disappear* vanish* taken claimed",
    "grab": "grab grabs grabbing snap snatch snag bag secure claim nab seize pounce",
    "others": (
        "other others another someone somebody people everyone everybody shoppers customers buyers "
        "browsers neighbours folk crowd"
    ),
}

URGENCY = """
hurry*|rush|rushing|quick
last|final chance*|call|opportunit*|days|hours|minutes|moments|reminder|notice|warning|window|countdown|days|push
last|final few days|hours|minutes|moments
act now|fast|quick*|soon|today|immediately|before
be quick|fast|swift|speedy|first
move|think|decide fast|quick*|now
not|never ..1 delay|dawdle|dither|linger|dally
not hang|sit|wait|leave about|around|on|too|any|long|much
not wait
not leave ..2 too late|long
not put ..1 off
not miss
not ..1 let ..4 slip|pass|go|get|escape
not sleep on
not hesitate
miss|missing|missed|misses out
miss ..3 chance|opportunity|boat|offer|deal|window
wait ..2 any|much longer
waiting any|much longer
the longer you wait
time ..2 tick*|running|short|almost|nearly|fly*|essence
time|it|this|offer runs out
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
before it|they|this|we|the|that|time|your|all|everything ..5 @ending
before it|they|this|the|that|your ..4 go|goes|change*|late|too|slip*|sell*|sold|up
before|until|till ..1 someone|somebody else
too late
@ending ..1 @soon
@soon ..1 @ending
about to|going @ending|go
expir*
deadline*
now or never
act ..1 immediate*
immediate action|attention
right this minute|second|instant
this instant
asap|urgent*|stat
limited time|period
limited ..2 time|period|days
for a? short|limited|brief time|while|period
for|only a day|moment only
time limited|sensitive|critical
flash sale|offer|deal
last minute
final|last offer|sale
will|can|could|may|might|do|does not ..2 last|hold|keep|wait|stay|be ..5 long|longer|forever|indefinitely|much
will|may|might|can not ..1 last
not ..1 be here|around|available|there|able|repeated|back
not around|here|available ..1 forever|long|much
cannot|not ..1 promise|guarantee ..6 there|here|stock|available|still|tomorrow|later|long
only ..2 hold|keep|save|reserve*|saved|held|kept
hold|holding|keep|keeping|save|saving|reserv* ..5 much|any longer
hold|holding|keep|keeping|save|saving|reserv* ..5 so long|for long|forever
no longer ..2 saved|held|kept|reserved|available|there|yours
basket|cart|order|saved|selection|bag|tray|things|items|reservation|it ..4 expir*|emptied|deleted|cleared|cancel*|released|wiped|timed|erased|lapse*
will|about|going ..2 deleted|emptied|cleared|released|cancel*|wiped|erased|let
release|return|put|putting ..5 back ..2 shelf|shelves|stock|sale
gone for good|ever
gone tomorrow
window ..2 clos*|open|shut*
door* ..2 clos*|shut*
blink and
snap ..3 up
@grab ..4 before|while|now|today|quick*|fast
get|order|buy|have|take|make|shop|pick|be|come ..4 before ..5 gone|go|goes|sell*|sold|close*|end*|late|run|miss*|else|price*|change*
beat the
race|racing to|against|you
be ..1 first ..1 to|in
among the first
first come
early bird
jump on
or lose|miss|regret
or it|they|this ..2 gone|goes|go
order|buy|claim|@grab|act|checkout|purchase ..3 today|tonight|immediately|instantly|pronto
now is the|your ..1 time|moment|chance
now ..1 time to
make ..2 move now|today|soon|fast
do it now|today
today is the
strike while
once in a lifetime
never ..2 again -have|be|look|worry|know
no second|more chance*|time|warnings|waiting
chance|opportunity to ..3 before
your ..1 chance
chance* ..2 slip*|pass*|gone|fad*|dwindl*
slip* away|through
seconds|minutes|hours|days|hour|minute ..1 left|remain*|to|away
only ..2 hours|days|minutes|time
running down
soon|later ..2 may|might|could|will ..2 late|gone
what are you waiting
why wait
no time to
time is now
priority
critical
going going
and then it|they ..2 gone
! no|without|never|any|nor|least|in hurry|rush|quick
! no need ..2 hurry|rush
! not|never ..1 hurry|rush|rushed|rushing|hurried
! not|never ..1 in a hurry|rush
! hurry|rush|rushing is|for nobody|no|none
! nothing|nobody|anybody|anyone ..2 hurry*|rush*
! a|that quick question|note|look|word|rinse|wipe|cup|hello|reply|wash|one|coffee|breakfast|line|tour|guide|lunch|bite|tea|answer
! quick to|and|questions|answers|lunch*|breakfast*|on|wash
! quick ..1 slow|easy
! rush hour
! not hesitate to? ask|reply|write|get|contact|tell|say|shout|drop|let
! hurried
! long before
! not wait to
! what are you waiting ..1 hear
! while it lasts -order|buy|stock
! have|has not missed
! not miss a
! be the first to admit|say|tell
! before the kettle
! before it|they|the|your ..1 cool*|cold|go|goes ..1 cold|bitter|tepid
! before it|they ..2 is|are glazed|fired|thrown|packed|dry
! too late to ask|reply|change|return|write
! never too late
! time flies
! soon over|gone ..2 tea
! set|sets|beat|beats|beating|race against
! not last note|e|email|message|word|letter
! last call for tea
! or miss your
! close to now
! the day ends|is over
! when|once the ..1 day|rush|week|morning is|has ..1 over|gone|ends|ended|done
! end|ends|ending up|with
! take|takes|taking|took ..2 rush
"""

SCARCITY = """
@vague|final|last|handful|small|number <3> @stocked -in|it|off|behind|them|you|your|to
only|just|barely|scarcely|hardly -as ..2 left -it|off|them|your|to|you|in
only|just|barely ..2 remain*|available
only|just ..2 in|to go|stock
@number|one|single|last ..2 left -it|off|them|to|in|by|behind
@number|one|single ..3 in stock
not many|much ..3 @stocked
few ..1 to go
last|final|very few|handful|piece|pieces|pair|remaining|stock|stocks|batch|batches|pallet|restock|run -days|hours|notes|words|e|minutes|mornings|weeks
last|final of our|its|the|their|them|these|this ..1 batch|stock|line|kind|run|season|range|colour|year|firing|-note
last|final -cup|mug @ware -of|at|before|when
last|final ones|one left|in|available|standing|remaining
almost|nearly|practically|virtually|close ..1 gone|sold|out|exhausted|depleted|finished
as good as gone|sold
all but gone|sold
sell* ..2 fast|quick*|rapid*|out|soon|well|like|steadily|themselves|briskly
sold out|through
sell out
going|go|gone|goes|disappear*|vanish*|fly*|flew|flown|moving|move|shift*|leav* ..3 fast|quick*|rapid*
fly*|flew|flown|walk*|leap* ..2 shelves|shelf|door
hot cakes|cake
run*|running out|low|short
ran out
low|limited|dwindling|scarce|short|thin|finite|restricted|fast ..1 @stock|edition*|run|release|batch*|numbers|number
limited|restricted to
limited|special|small|numbered edition|editions|run
@stock ..3 low|limited|dwindl*|last|lasts|running|shrink*|short|thin|going|fad*|tight|disappear*
while|whilst @stock
high|huge|great|heavy|popular|overwhelming|unprecedented|such|strong|growing|this|big demand
in demand
demand ..3 high|strong|outstrip*|exceed*|grow*|rocket*|great|huge|up
before|until|till ..3 @sold
get|order|have|buy ..4 before ..3 gone|go|goes
once|when|if|after ..3 gone -cold|back|out|down|by
gone is gone
here today
will|may|might|can|do|does|are|is|not|never ..4 restock*|reissue*|remade|remake*|replenish*|rerun
never|not ..2 be|to ..1 made|repeated|return|seen|offered|fired|thrown ..1 again|back
not ..2 making|make|fire|firing|throw|throwing ..4 again|more|after
no more ..4 being|made|coming|after|where|will
last time ..3 made|make|making|fire|firing|throw|stock*|offer*|see
discontinu*
one of a kind
one off|offs
rare|rarely|rarity
hard|difficult|impossible to find|come|get|replace
in short supply
@others|else ..4 has|have|had ..3 eye|eyes|eyed|basket*|cart*
@others ..4 looking|eyeing|viewing|watching|waiting|queu*|circling|browsing|wanting|buying|bidding|considering ..2 at|this|these|it|same|your|right|for|one
@others else ..3 may|might|could|will|would|is|are|has|want* -like
@others ..3 same ..1 item|mug|bowl|piece|thing|pot|one
else ..2 grab*|snap*|take*|took|buy*|bought|get|gets|got|beat*|enjoy*
@others ..2 grab*|snap*|snatch*
in ..2 baskets|carts
waiting list|lists
waitlist*|wait list*
back in stock|again
backorder*
snapped|snap ..1 up
get|secure|claim|reserve|order|nab|bag yours -with|at
yours ..2 before
reserve|secure your|one
end of line
oversubscribed
stock ..1 clear*
last season
only ..3 made|make|fired|throw|threw|making|produced|exist
handful|few made|exist|survive|ever
never enough
not enough ..2 go
! last|final piece ..2 puzzle
! last piece of cake|toast|advice|pie
! run ..1 out of ideas|steam|breath|milk|patience|words
! hot cakes ..1 plate
! left ..1 in your|the|a|our ..2 basket|cart|cup|pot|sink
! rarely
! before we ..1 sell|sold|take*
! rare treat|moment|quiet|breed|steak|pleasure|thing|bird
! not hard to
! hard to ..1 find fault
"""

TABLES = {"urgency": URGENCY, "scarcity": SCARCITY}
