"""Urgency said another way round: as advice, as a picture, with an end that is named."""

from __future__ import annotations

CLASSES: dict[str, str] = {}

URGENCY = """
sooner than|rather ..2 later
! the sooner you ..1 water|plant|sow|wash|soak|treat|rinse ..5 better|sooner
the sooner ..5 better|sooner
@grab|order|buy|get|do|go|right|very ..3 this minute|second|instant
do ..2 so|it now
strike ..1 the iron
while|whilst the iron is ..1 hot
order|choose|buy|reserve|visit|finish|make ..5 straight away
get yours|it|one|them|these|this ..3 straight away
decide|choose|reserve|finish|checkout|act ..2 today
to|must|should|better|best|please ..1 decide|choose|order|buy|reserve|act ..3 today|now|tonight -that|or|and
make haste -slowly
hasten -to
you|now|time|quick|ready ..3 pounce
now|time|quick ..3 sprint
! no|not|without|before ..4 run to the shop
sprint|dash|run to|for|towards the|your checkout|basket|till|shop
! early birds|bird and|or ..1 night|late|owls
early birds|bird -gets|catches|got|caught|sang|sings|gave|may|keeps|keep|wakes
you|your|stop|not|no|quit|without|enough ..2 procrastinat*
post haste
get ..1 move on
get your skates
step on it -to|with|and
look lively
^ look sharp $
sharpish|pronto|posthaste
without ..1 delay|hesitation
eleventh hour
chop chop
double quick -time
order|choose|chosen|buy|decide|pick* ..5 next|this|todays kiln|firing|batch|post|van|bake
order|choose|chosen|buy|decide|pick* ..5 next|todays collection
today only
today is your day
today is the day -of|we
+ now ..2 or ..2 never|not
your|the time has come to
dilly dally*
not|no|never|who|those|why ..2 dawdle|dawdling -over|with
shake a leg
get|jump|dive in early|quick*|now|fast
get in while
get while
sun ..2 set|sets|setting on ..2 offer|code|basket|chance|this
curtain ..2 fall*|close*|drop*|down on|for|soon|tonight
wraps|wrapping|winding|winds up|down ..2 soon|today|now|shortly|fast
lights ..2 go|going ..1 off|out ..3 offer|code|sale
ahead of ..1 rush|crowd|queue|others
do|better|must|should not be ..1 late|last -for
dash to|for|over ..2 checkout|till|shop|basket|it|them|one|door
ticks|ticking away
while there is|are still some -life|water|tea|light|heat|give|wet|clay|room
while there is|are some left|of|stock
! before|until|till i|we ..1 sell|sold|sells
! applications|entries ..3 closed
! now closed $
! take* ..2 sooner|soon
! no|not|nothing|never|nobody|without|neither ..4 without delay|hesitation
! soon|sooner or later
! no|nothing|neither|nobody ..7 decide|choose|order|buy|reserve|act|finish ..3 today|now|tonight
! not|never ..2 have|need|must to? decide|choose|order|buy|reserve|act|finish ..3 today|now|tonight
! while there is ..1 some life
! refill|restock|reorder|top ..2 while there is ..1 some left
better|rather now than
today|tonight or|not never|not|at
not|no ..1 time to ..2 think|ponder|dwell|decide|consider|lose|waste|dither
not|never hang|wait|linger|loiter still|about|around
not sit about|around
! order|buy|choose|reply today -only|before|or ..2 in|another|tomorrow|later|whenever
quick|fast as you can|may|possibly|possible -be
-your|the|an|each|every|this|our order ..5 soon as you can|may|possible
buy|decide|choose|finish|checkout|act|claim ..5 soon as you can|may|possible
-your|the|an|each|every|this|our order ..5 quickly|quick|speedily|swiftly as you|possible
buy|decide|choose|finish|checkout|act|claim|come ..5 quickly|quick|speedily|swiftly as you|possible
can|could|will not ..1 keep|hold ..2 open|aside|back|by|there|here ..3 long|week|day|forever|month|much|always
it is now or
now ..1 it counts
moment|second|minute hesitation|delay|pause|late ..4 gone|lose|lost|miss
soon|tomorrow|otherwise ..3 somebody|someone|another else*|person|reader
someone|somebody elses
closing days|moments|week
closing hours of ..2 code|offer|sale|saving|{offer.*}
dying|final|fading days|hours|moments|week
close|closes|closing ..2 book|books|shutters|list ..4 soon|shortly|now|on|today
close|closes|closing ..2 door|doors ..2 soon|shortly|today|tonight
whoever asks|orders|clicks|replies ..1 first
whoever comes first ..1 gets|has|takes|is|wins
first ..2 to ..3 gets|has|takes|wins ..1 it|them|this
now ..1 is ..1 when|time to|for|$
too good to ..1 miss|pass|wait
too good to ..1 leave -on|in
! hate|loath|reluctant|wrong|silly|rude|sorry to hurry|rush
! to the checkout now
order|choose|buy|decide|finish ..1 before ..2 go|going to bed
+ reply|write|answer|order|buy ..2 tonight|today because|before|or|as ..3 close|closes|end|ends|stop|stops
! tasted|tested|checked|fired|packed|glazed|made|tried|looked|weighed|washed|held ..3 before it|they is|are ..1 sold
! no|without|never hurrying|rushing
do it soon|now|quickly|today
decide|choose|order soon ..1 though|if|before|or
want to be quick ..1 about
rather you ..1 not wait
order|buy|get|decide|act|reply|choose|reserve|finish ..4 right away
closes|shuts|ends|goes|close|shut for good|ever
make|making|clear room for someone|somebody
make|making|clear room for others $
make|making|clear room for other|another ..1 people|customers|customer|orders|order|readers|reader|baskets|basket
we|i|workshop|shop|nell|asha have|has|must to? ..2 clear|empty|delete|release ..1 it|this|them|your|basket
have|has|must to? ..2 clear|empty|delete|release ..1 your ..1 basket
order|buy|reserve|claim soon -after|as|enough
gone|over before you ..1 know|blink|notice
! expir*|ends|end|ending|closes|close|finish*|stop*|last|runs|over|deadline|day ..4 {offer.ends}
! {offer.ends} ..4 last|final day
the sooner you ..1 decide|order|reply|act|choose|buy|finish
+ the longer you leave|wait ..4 less|harder|fewer|worse|smaller
bench|shelf|basket|shop|door clears|empties|closes|shuts ..1 soon
this|now is your ..1 moment|chance|time|cue|turn
! quick|fast|speedy decision is|are ..1 not|never
! no|not ..1 quick|fast|speedy decision
quick|prompt|swift|speedy|fast yes|decision
window ..3 narrowing|closing|shuts|shutting|shrinking
window of ..3 narrow|tight
before i|we ..1 change ..1 my|our mind|minds
soon ..2 not be
-because|when|if|as|before|while|until the|this|our ..1 train|boat|ship|bus is ..1 leaving|sailing|departing
snap|hop|jump|step|spring to it
get cracking
make it snappy
just|only ..1 little|short time|while left|remains|remaining|more
little|bit of? time left|remaining
-your|my|our|his|her|their|few last orders
not long left|remaining
not long to ..1 go|decide|choose|order -until|till|before
nearly|almost ..1 too late|out of time
fading fast
no|without ..1 ifs
better ..1 not wait|delay|leave
would not ..1 wait|delay|dither|linger|leave ..2 you|long|late|if
every|each ..1 moment|minute|second|hour|day ..1 that? you ..1 hesitate|delay|dither|dawdle|waste
every|each ..1 moment|minute|second|hour|day ..1 that? you wait|lose|hold
every|each moment|minute|second|hour ..1 counts -when|in|of|on|for
-you|we|i|they|it|will|would|to|can|not|never get|order|buy|act|claim ..6 immediately -after|before|below|above|next|behind|beside|when|if|on|in
best to ..1 decide|order|act|move|choose ..2 soon|quickly|now|early
needs|need|want|wants your ..1 answer|decision|reply ..2 soon|now|quickly|today
your ..1 answer|decision|reply is|are ..1 needed|wanted|due ..1 soon|now|quickly|today
your ..1 order is|are ..1 needed|wanted ..1 soon|now|quickly|today
tell|let us|me know ..2 soon|quickly|today|now ..2 or|before|as|because
and|but not ..1 much|long after|longer|beyond
be ..1 brisk|swift
be ..1 quick|speedy|prompt about it
! if|when|then ..3 be ..1 quick about it
speak up|out ..1 now
+ or ..2 somebody|someone|others|another ..1 else? ..1 will -help|hold|answer|carry|it|fit
little|short|tiny while|time left
shelf|kiln|bench|wheel ..2 other ideas|plans
+ order|buy first ..2 think|ask
order|buy|yours|decide ..6 before ..1 others|everyone|everybody|anyone|anybody|somebody|someone|rest -is|has|comes
get|say|put ..3 yours|one|name|order|it|yes ..2 before ..1 others|everyone|everybody|anyone|anybody|somebody|someone|rest -is|has|comes|come|wakes
you|can|could|may|might ..1 still make it -by|with
if you ..2 go|act|move|order|reply|decide now|today|soon|quickly
-last|each|every|any|next|first|the|by|this|same|a|some|long|upon|previous|earlier|other|what time that? you ..2 made|make|decided|decide|chose|ordered|acted|came -a
-your|the|much|enough|more|have|of|some time to ..1 make ..2 decision|mind|choice
offer|offers|code|sale|discount|stock|{offer.*} ..3 on ..2 last|final legs
closing|shutting ..1 the|our list|book|books
closing|shutting ..1 our door|doors
closing|shutting the door|doors on|soon|to|at
offer|code|basket is? ..1 almost|nearly ..1 asleep|over|gone|ended|up -there
offer|code is? ..1 almost|nearly ..1 done|finished
+ ^ quick the|use|before|while|order|get|your|take|it|grab|only|there
{offer.ends} ..3 here|upon|near|close|round|soon ..3 before|so|and|you
time|must|should|better|now|quick|quickly|hurry|need|last|chance ..2 make your move
make your move now|soon|today|quickly|fast|before|while|early|at
drag this|it|things out -of|from|to
you ..1 are|were|be|being ..2 too slow
you ..5 too slow $
save|secure|claim|bag your spot|place|seat|pot|share
i|we need to know|hear ..2 by|before|soon|now
answer|tell me|us soon|today|quickly -if|when|whether|that
last you will ..2 get|have|see -from|of
claim|speak|decide|buy|act ..4 now -and|that|then|it|the|is|in|with|on|we|i|you|of|or|than|as|a|change|if|wash|plant
-your|the|an|this|our|last|his|her|each|next order|choose ..4 now -and|that|then|it|the|is|in|with|on|we|i|you|of|or|than|as|a|change|if
use|get ..3 code|offer|discount|yours|saving|them|one|{offer.*} ..1 now -and|that|then|it|the|is|in|with|on|we|i|you|of|or|than|as|a|change|if
! ^ use|apply my|your|the|it code|offer|discount? now $
! use|order|claim|get|speak|decide|go|choose|buy|act ..4 by|for|until|till|from|just|even|as|every|than|there|up|right|good now
! not|nothing|nobody|needn|never|no ..5 use|order|claim|get|speak|decide|go|choose|buy|act ..4 now
not ..2 leave|leaving it till|until|to|for ..1 the? last|another|tomorrow|later
say so|yes before|while|now
you have until i|we
^ time to order|act|buy
^ time to choose|decide -on|a|the|which|between
basket|cart ..3 swept|tidied|binned
get|grab it|them|yours while
your ..1 turn|moment|chance|place will|may|might ..1 pass|go
later is ..1 not
! after|past closing time
saved|held|kept|here|open|available|yours ..4 much|any longer
^ finish|complete what you started|began today|now -or
before you lose it|them|your|out
time to ..1 say goodbye -to
time to ..1 say goodbye to ..1 it|basket|order|offer
goodbye to your ..1 basket|cart|order|offer|saving|discount
goodbye to it
be one of the first
make it yours before|now|today|while
flaking|fading|melting|drying|wearing|crumbling|evaporating|shrinking ..3 as|while you ..1 read|speak|dither|wait
best|better do|use|say|order ..2 it ..1 with your coat
+ later ..6 never $
put|puts|putting off ..8 without
end|ends|ended up without it|one|them $
! hurry|hurrying|rush|rushing ..1 is|was|makes|spoils|suits|helps|never
! rush mat|mats|seat|seats|light|lights|chair
! rush on|at|for ..3 kettle|sink|toast|soup|cake|biscuits|jam
! tin|bread|milk|cake|loaf|jam|biscuits ..3 not last ..3 long
! not|no ..2 countdown*|deadline*
be there|first|here before ..1 the ..1 rest|others|crowd|queue
your ..1 basket|cart|offer|order has ..3 to live
leave|leaving it too|very long|late
order|buy|pay|reply|place|act|finish|complete ..3 immediately|forthwith|pronto|instantly
may|might|could|will ..1 find|discover|regret ..3 left|leave it|this|that too|very? long|late
get|put|place|send ..1 the|your|that|an order|orders ..1 in ..1 now|today|early|quick*|fast|soon|first|while|before -it|they|term|school|cooking|washing
should|must|had|has|needs|better ..2 be ..1 a fast|quick|swift|speedy|prompt one|choice|move|answer
not|no|hardly|barely|scarcely ..1 a? moment|minute|second to think|lose|waste|ponder|spare|consider|dither|dwell|weigh
sooner|quick|early than sorry
drop everything and|for|$
not|no a|another|one day|minute|moment|hour longer
it|this|that|order|basket can not wait -to|for|until
before you ..1 do ..1 anything|something else
today rather|not than? tomorrow|later -it|the
clock|calendar|time ..1 is ..1 not ..2 your|our side|friend
waiting|delay|delaying ..1 would|will|is|may|might ..2 mistake|costly|cost|unwise|risky
not ..1 let ..2 day|morning|afternoon|evening|weekend|week go|pass|slip|run -smoothly|well
answer|reply|decision|order|basket|it|this ..2 can|must|should not ..1 be ..1 left|kept hanging|waiting|until|till
grass grow under
time|tide waits for no
make hay while|today
drag|dragging your feet|heels
before the ink ..1 on
on the double $
with all speed
get weaving $
at the first|earliest opportunity|chance
high time you|to
now is not the time to ..1 wait|dither|think|ponder|hesitate|sleep
had|would better not ..1 wait|linger|put|leave|delay
ought to ..2 order|decide|act|choose|buy ..4 now|today|soon|before|first
later you ..2 leave|wait|order|decide
every|each day|hour|minute you ..1 wait|leave|delay|spend|put|dither|hesitate -for
order|decide|choose|buy|finish|mind|answer|reply|yes ..3 by ..1 supper|lunch|lunchtime|bedtime|noon|nightfall|sunset|teatime|dinner|breakfast|dusk -or
have|get|getting|having ..1 your|the|an order ..1 in -touch|one|hand|a|the|your
order|decide|choose|buy|basket ..5 while ..3 coffee|tea|kettle|cup|iron ..3 hot|warm|boils|brews|cools
catch|get|grab|order|buy|claim ..4 before it|they|he|she ..3 off|away|without
cutting it|things ..1 fine|close
+ now|checkout|go|order ..3 smartly $
not ..1 be|get left behind|out|without
order|buy|decide|choose|act ..2 this very evening|morning|afternoon|night|hour|minute|day|week
counting ..1 minutes|hours|seconds
till|until|before|when ..1 your|the ..1 basket|cart empties|clears|closes|vanishes|expires|resets|lapses
little|no|small|what sense|point|use|wisdom|merit|gain in|of|to ..1 dither*|wait*|delay*|hesitat*|putting|stalling|dawdl*|sleeping -for|on|up
+ if not now when
boarding call
moment|chance|time|window|opportunity ..5 slipping|passing|ticking|draining|fading ..1 by|away|past|through
leaves|leave|goes|sails|ends|starts|go with or without you|your
now is ..1 the|a ..1 hour|time|moment|day for|to ..2 decision|choice|choose|decide|order|act|buy
would|should order|buy|decide|act|choose ..1 today|now|tonight|soon|early -or|and
+ we|i would ..1 order|buy|decide|act|get ..4 in your shoes|place|position
-your|the|an|this|each|every order|buy|decide|choose before we|i -pack|send|post|ship
the hour|time|moment ..1 for ..1 a|your decision|choice
have|take|get it|them|yours now $
sale|offer|offers|discount|code|{offer.*} ..3 packing|packed its|their bags
^ not? do not take ..1 too|very long
we|i|shop can|could|will only keep|hold|leave ..3 open|aside|here|free so|for|until|till
see to it|this|that at once|now|soon|today
please ..4 at once|immediately $
would do well -with|in|on|under|without ..1 not ..1 to ..1 leave|wait|delay|dither
order|basket|decide|choose|checkout ..3 before ..1 bedtime|supper|lunch|dinner|noon|nightfall
-no|any|a|the answer|decision|reply|choice is|are needed|wanted|due ..1 soon|sooner|now|today|quickly|by
checkout ..1 quickly|fast|now $
+ checkout ..1 quickly|fast|sharpish $
may|might|could ..1 be no basket|order|offer|cart left|when|by
no basket|offer|cart left
a decision is ..1 needed|wanted|due
! is|are|was over now
! curtain ..2 fall*|close*|drop*|down on {offer.ends}
+ by the time you ..4 this ..4 over|gone|late|closed|finished
"""

TABLES = {"urgency": URGENCY}
