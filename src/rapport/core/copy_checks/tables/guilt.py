"""Guilt: words that make the reader feel sorry for somebody whom they left, forgot or disappointed."""

from __future__ import annotations

CLASSES = {
    "we": "we i us our my",
    "hurt": (
        "sad sadden* hurt hurts hurting heartbroken heartbreaking disappoint* upset crushed gutted "
        "devastat* lonely lonesome abandoned unloved unwanted neglected forlorn tearful crying cry "
        "cries weep* sob* rejected heartache grieving wounded dejected miserable ignored "
        "snubbed shunned jilted ghosted orphaned homeless bereft sighs sighing pining"
    ),
    "belongings": "basket cart mug mugs pot pots teapot cup bowl bowls kettle parcel it kiln potter potters",
    "custom": "order orders support custom purchase purchases",
}

GUILT = """
would|will be ..1 crushed|heartbroken|devastated|gutted
sad to ..1 see|hear|say
i|we can change
was|were i|we ..1 too
leave|left|leaving ..3 hanging
not angry|cross
i|we|she|he|they|am|rather|bit|little|so|just|quite disappointed
asking when|where|after|for|whether ..1 you
keeps us|me|nell ..1 up|awake at night
hate to think
a shame|pity you|that you|not
a shame|pity ..1 if you ..2 not
would mean ..4 to us|me
check* ..6 for your order|reply|answer
hoped|hoping|hopes ..3 your order
we|i ..2 done|do|did ..1 something|anything wrong
asks|asking after you
break* ..3 heart*
@we ..3 @hurt
@belongings ..4 @hurt
@hurt ..3 without you
miss|misses|missing|missed you|your
not ..2 let ..2 us|me|team|workshop|family|potters ..1 down
let|letting|lets|leave|leaving|left us|me|him|her down|hanging|waiting|behind|alone
after all we|i have|did|do
after everything ..1 we|i
after everything $
thought ..2 meant|special|friends|liked|loved|cared
was ..1 it something
break*|broke|breaks ..3 my|our|her|his|nell ..1 heart*
heart breaks|sinks|sank
make* ..2 cry|weep|sad
! onion*|pepper|mustard|horseradish|wind|joke*|films ..2 make* ..2 cry|weep
started|starts to? cry|crying|weep|sob
turn* ..1 back on
you ..2 turned|walked|walking|walk ..1 away
gave|give|giving up on us|me
you|your|basket|cart|us|me <4> abandon*|forsak*|deserted|neglect*|forsook
abandoned|forsaken|deserted basket*|cart*|mug|bowl|pot|workshop
feel bad for|if|when|leaving|saying|that|or|$
make|makes|made|making|let|should|will|would|might ..2 feel bad
you|been|was|is|are|were|be ..1 left ..3 lonely|waiting|wondering|hanging
left us|me|it|them|him|her|nell|asha|basket|everyone ..2 lonely|waiting|wondering|hanging
nobody ..2 came|comes|answered -to|but|round
forgot|forgotten ..2 us|me|something|your|basket
not|never|already|quite ..2 forget|forgot|forgotten|forgetting ..2 us|me|about|it|them|your|something
forget|forgetting us|me|your|nell|asha
you ..2 left ..4 behind
patient* ..1 waiting
@we|she|he|they|potter|potters|workshop|team|kiln ..2 waiting|waits ..2 for|to ..1 you|your|hear
potter|potters|team ..1 is|are waiting for|to you|your|hear
@we|she|he|they ..2 hoping ..2 you
not have|had ..1 heart
she|he|nell|potter|i|we keeps|keep|kept asking
where ..1 did|have|are you go|gone|been
how could you
do not you ..1 care|like|love|want
not ..2 care about
you ..2 hurt|snub*|ghost*|reject*|disappoint*
you ..2 ignored
you did this
ignored|ignoring|ghost*|snub*|rebuff* us|me|our|my
not|never|why|keep|keeps|who|how ..2 ignore|ignores us|me|our|my
ignore our|my
it stings|stung
stings ..1 bit|little|when
is|was it goodbye
break* up with
do not leave|desert us|me
-can|may|could come back to us|me
please ..1 come|reconsider|finish|complete|buy
beg|begging|begged you|us
pleading|plead|implore
last hope
+ think of us|me ..3 before|waiting|finish|order|leave|leaving|sitting|alone|close|closing|unsubscribe|delete
please ..1 think of us|me|our|my|nell|asha
think of our|my|nell|asha ..1 family|families|children|rent|potters|wages|bills|work|trouble|apprentice*|hands|evenings
disrespect*|wast* our|my
you ..3 said you would
you keep|break yours
@we ..2 been|was|were waiting|sitting|hoping -to|on
waiting|sitting by|at ..3 for you -to
nell|i|we|team|potters was|were|am|is|are|been ..1 hoping ..2 you
^ i am ..3 @hurt
^ were ..3 @hurt
not ..2 leave ..4 alone|lonely|behind|waiting|hanging
all alone
asked|wonder*|wondered|asks whether|if ..1 it|they|she|he|we|i ..2 done|did|said ..1 something|anything|wrong
it|they|she|he ..2 done|did something|anything wrong
trying|tries|try|trying ..1 to ..1 be|look|stay ..1 brave|strong|cheerful
being brave about
we|i|us|nell|asha|she|he|they|potters|workshop|basket ..4 brave face about|on
laid|lay|set ..1 a|your|you place|chair|seat|cup ..2 for you
laid|set your place
light|lamp ..2 on ..2 for you
you never|not ..1 call|write|visit|phone|ring|reply|answer|come ..1 round|back|by|anymore -to|about
you never|hardly call|write|visit|phone|ring|reply|answer
try|tries|trying|tried not to ..1 take|taking ..3 heart|personally
i|we took ..3 heart|personally
i|we had ..1 hoped -for
i|we had ..1 hoped for ..3 you|your|more|better
hoped|hoping|longed|longing to ..1 hear|see ..2 from you
you|it ..1 have? went|gone|fell quiet|silent on|lately|and|since|then
then it|you went quiet|silent
your silence
does|did|do|it ..1 sting|smart|hurt|hurts|stings ..3 when|if|to
each|every time ..3 reader|customer|you|someone|somebody|person|one|subscriber skips|skip|ignores|ignore|deletes|delete|leaves|leave|unsubscribes|unsubscribe|walks|passes
leaving|left ..3 unread|unopened|unanswered|unloved|unclaimed|unwanted
somebody|someone|she|he|it|heard|been|was|is ..1 crying|weeping|sobbing|sniffling|moping|pining
your basket|cart|parcel|mug|bowl|cup|order ..3 sulk*
! your? basket|cart|parcel|mug|bowl|cup|it ..2 not ..1 sulk*
sulk* ..3 without|since|because|until|till|that ..1 you|your
pine|pines|pining|yearn*|mope*|moping ..2 for|after|without you|your
was|were|been|be not? ..1 for nothing
had|have to look away
knows|know|feel|feels when ..2 not|un ..1 wanted|welcome|loved
unwanted|unloved|rejected|forgotten ..2 mug|mugs|pot|pots|basket|bowl|teapot|cup|it|us|me
could|would ..1 have ..1 sworn|thought you ..1 cared|care|liked|loved
you ..1 must|should ..1 feel|know how
no one ..2 came|comes|answered
our|my|the whole? hopes ..2 on|up|in you|your
without ..2 a|one goodbye|reply|explanation
without so|even ..1 a|as ..1 word
you ..1 do|would|will not ..1 want ..2 to? ..1 disappoint|hurt|upset|let
cried|cries|crying|weeps|wept|sobbed|sobs ..2 to sleep
mug|pot|bowl|basket|teapot|cup|kiln|kettle|it|workshop|we|i|nell ..1 cried|wept|sobbed|cries|weeps|sobs
not ..6 without you|your -@device|help|name|leave|consent|permission|say|address|saying|asking|ordering
lost|nothing|empty|quiet|cold|lonely|same without you
break*|broke|breaks ..3 my|our|her|his heart
you never|not ..1 came|come|returned|showed|arrived|turned ..1 back|up? $
you never ..1 came|showed|returned
you ..1 let it|us|them|me go|fall|wait
have you ..1 no|any heart|pity|feelings|shame
somebody|someone has|had|will to|have ..1 tell ..2 mug|pot|bowl|it|basket
what ..1 did|have we|i|it ..1 do|done to ..1 deserve|you
put|putting ..2 back on the shelf ..4 heart|sad|hard|sorry
heart|sad|hard|sorry ..5 back on the shelf
tears ..3 eye*|workshop|basket|it|us|potter*
i|we|nell|the waited for you
so sure you ..1 would|were|had
cruel|unkind|heartless|shame ..2 thing|to ..3 leave|send|return|let|turn|say
hard|harsh|rough|tough on her|him|me|us|asha|nell if it|you|they|nobody|no|this|that|these -rains|snows|breaks
be ..1 hard|sad|pity|shame|sorry ..10 came|come|comes|go|goes|went to nothing|waste
explain|account ..1 itself|themselves|himself|herself to the|its|her|his ..1 shelf|pots|teapots|mugs|others|neighbours|jugs|bowls|saucers
put ..1 that|it|this|things|matters right ..3 basket|order|checkout|button|shop
written|wrote|writing to you ..8 no|without ..2 answer|reply|response|word
written|wrote to you ..1 several|many|countless|numerous times
think|imagine|picture how nell|asha|she|he|i|we|they will|would|must|may|might feel
you ..1 keep|kept|keeping saying nothing
-if|should|when you ..1 stay|stayed|keep|kept|remain|remained silent|quiet|mum
do not ..1 send it|them back ..3 now|please|after|to
do not ..1 worry about us|me|it|that ..2 we|i|us|everyone
box|chair|place|peg|shelf is|was|sits|stands|still ..1 still empty
look|looked|looking|search*|check* for your ..1 name|order|letter|reply ..6 not|never|nothing|empty|there
your name ..8 is|was not ..1 there|here|among
try|tries|trying not to mind|care|cry|worry|notice
asha|nell|she|he|they|potter|team ..1 was|is|were|looked ..2 hurt|sad|upset|disappointed|crushed
cheer|cheers ..1 us|me|her|him|them|asha|nell ..1 up
when|since|because nothing|no ..2 came|arrived ..6 you|for
made|chosen|chose|kept|picked|saved|wrote|waiting|basket|piece ..3 with you in mind
should have been ..3 with|at|in ..2 children|kids|family|bed|home|asleep
-not take|took|takes it|that to heart
small|little|tiny|another goodbye
not ..1 unsubscribe ..5 heart|sad|miss
set my|our|her|his|their|nell|asha heart|hearts on|upon
would be ..2 sad|hurt|upset|crushed|heartbroken|cross|gutted
she|he|asha|nell|they|potters ..3 sad|saddened|hurt|heartbroken|upset|crushed|gutted|devastated|tearful|tears
please stay
i|we did ..1 hope|think|expect|look ..4 you
waited|sat|stayed up ..2 for your|you
@belongings keep|keeps|kept|stares|looks|looking|glances|glancing ..2 at the ..1 door|gate|window|clock|letterbox|phone
leaving|going|stopping|unsubscribing ..3 would|is|seems|be ..2 unkind|cruel|rude|cold|heartless|shabby
unkind|cold|cruel|heartless|shabby of you
been ..2 nothing but kind|good|patient|honest|nice
been ..1 so|very|more ..1 patient with|for
hard|difficult|impossible not to ..1 take|mind|feel|worry|wonder
spare a thought
what about us|me|nell|asha
not so much as
cold shoulder
hear|heard|hearing nothing|silence ..1 from you
do that to us|me|nell|asha|it|them
how will|do|shall ..1 we|i ..1 tell|explain ..2 mug|pot|it|them|asha|nell|potter
hope you can ..1 sleep|live
you are ..1 all|the ..2 have|got left
last|only ..1 reader|friend|customer ..1 we|i have
hurt|hurts|sad|sadden|upset ..4 not ..1 hear|see|answer|reply
had|have such|high|great hopes -for|of ..1 the|this|that|it
hopes for|on|in you|your
basket|goodbye|silence ..3 sorrow|sadness|blow|pang|heartbreak
keep|keeps|kept|goes ..1 checking|looking|asking|wondering ..1 whether|if|when|for ..1 you|your
letter|word|line|reply|note|answer|goodbye ..2 would have been ..1 nice|kind|something|welcome|enough
suppose ..2 used to it
nothing back $
if not for me|us|nell|asha
hard|sad|painful|difficult to ..1 see|watch ..5 passed|left|go|unwanted|waste|behind|ignored
was|were|is ..1 our|my|the ..2 not good|nice|kind|warm enough
not good enough for you
explain|explaining to ..1 asha|nell|them|everyone|her ..2 why ..1 you
saw|seen|see ..1 her|his|their face|faces
emptier|quieter|colder|duller|sadder without|since ..1 your|you
been|were|was ..2 looking forward
would have ..1 cheered|brightened|warmed
putting|put off telling
dread|hate|dreading telling|to tell
is it ..1 too much
waiting for you to ..1 come|take|bring|say
pity|shame ..2 to ..2 put|take|send ..3 back|away
+ ^ no ..1 i will ..2 let|leave|drink|carry|risk|miss|stay|keep ..2 down|without|old|bad|cold|thirsty|them
when i|we|she|he could|might|should ..1 be|been ..1 home|bed|asleep|supper
look|looking them|him|her ..1 in the face|eye|eyes
had|have ..1 so|really looked forward to
i|we|nell|asha ..2 stopped looking|hoping|waiting that|for|out way|you|your|yours
i|we|nell|asha ..2 stopped looking|hoping|waiting $
+ never mind ..1 i|we ..1 am|are? sure|expect|suppose|know you
yours|you ..2 has|have ..1 its|your reasons
heartbreak|pang|wrench|blow ..2 whenever|when|if|each|every ..1 somebody|someone|reader|one|you|time
somebody|someone|nell|asha|potter|potters|i|we ..2 cries|cry|weep|weeps|sobs|sighs ..2 every|each|when|whenever|if ..2 time|you|one|reader|somebody|someone|leave*
take|takes each|every ..1 one? hard|badly
+ whenever|when|each|every ..2 reader|name|somebody|someone|subscriber ..1 leaves|goes|unsubscribes|drops ..6 silent|quiet|still|sighs|dark|cold|sad|smaller
+ we|i|us|nell|bench|workshop ..6 lonelier|sadder|poorer|emptier
try|tries|trying|tried not to ..1 weep|sob|sigh|sniff|sniffle
will ..1 only|just cry|weep|sob|sigh -out|off
goodbye*|departure*|leaving ..6 cost|costs ..4 sleep|tears|smile|supper|night
leave|go|unsubscribe|stop if you must
bear it somehow|bravely
nobody|none|one likes|like|wants|enjoys to ..1 see|lose ..2 name|reader|friend|you
if you can bring|bear ..1 yourself|it|to
bring yourself to
smarts|stings|hurts|pains ..1 whenever|when ..2 goes|leaves|unsubscribes
told|promised ..3 expect you
your ..1 place|chair|seat ..5 laid|waiting|cold|empty|kept
+ sting|stings|hurts|smarts|hurt ..2 being|to left|ignored|forgotten|passed|dropped
counting on a|an ..1 happy|good|kind ending|answer|reply|yes
quiet|quieter|silent|still|cold|dark|empty ..3 after|since|when you ..1 left|went|closed|leave|stopped
used to being|be ..1 forgotten|left|ignored|overlooked|last
i|we ..1 believed|trusted you
basket|cart ..1 feels|feel|looks|seems forgotten|left|neglected|ignored|unwanted|overlooked
leave|leaves|left|leaving ..1 hole|gap in ..1 the|our|my day|week|heart|morning
would|will|could make ..1 asha|nell|our|my ..1 day|week|month|year|winter
you leave|leaving behind
you ..1 leave it|them|this|yours|us behind
you ..4 let|letting a|the|your ..3 @ware|basket down
kept|keep|keeping it|them|one|tea ..1 warm ..1 for you
-me|us|i|we|to|you think of the ..1 hands|people|person|potter|work ..1 that|who|behind|before
a|the kind|good|decent|true ..1 reader|person|soul|customer ..1 would|will|finishes
+ us|me|we ..2 here hoping|waiting|wondering
-not|never|nobody take|took|taken|taking it|that ..1 badly|hard -on
"""

TABLES = {"guilt": GUILT}
