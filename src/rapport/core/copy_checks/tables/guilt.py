"""Guilt: words that make the reader feel sorry for somebody, or in their debt."""

from __future__ import annotations

CLASSES = {
    "we": "we i us our my",
    "hurt": (
        "sad sadden* hurt hurts hurting heartbroken heartbreaking disappoint* upset crushed gutted "
        "devastat* lonely lonesome abandoned unloved unwanted neglected forlorn tearful crying cry "
        "cries weep* sob* sulk* rejected heartache grieving wounded dejected miserable ignored "
        "snubbed shunned jilted ghosted orphaned homeless bereft sighs sighing pining"
    ),
    "belongings": "basket cart mug mugs pot pots teapot cup bowl bowls kettle parcel it kiln potter potters",
    "custom": "order orders support custom purchase purchases",
}

GUILT = """
would|will be ..1 crushed|heartbroken|devastated|gutted
! forget it on|in|by
! nothing ..1 not even ..1 answer|reply|order
told ..1 them|it|her|him ..1 you ..1 would|were
pity|shame|waste to ..2 made|packed|thrown|fired
made|done|fired|thrown ..3 for nobody
! it|they|basket ..1 will|would not sulk
! you owe us|me? nothing
! neither|never has|have let me|us down
! has|have never let me|us down
sad to ..1 see|hear|say
i|we can change
was|were i|we ..1 too
stayed|sat|worked up|late|on ..5 yours|you
leave|left|leaving ..3 hanging
not angry|cross
i|we|she|he|they|am|rather|bit|little|so|just|quite disappointed
asking when|where|after|for|whether ..1 you
keeps us|me|nell ..1 up|awake at night
out of business
hate to think
a shame|pity you|that you|not
a shame|pity ..1 if you ..2 not
somebody|someone made that
would mean ..4 to us|me
trouble|lengths for you
check* ..6 for your order|reply|answer
hoped|hoping|hopes ..3 your order
we|i ..2 done|do|did ..1 something|anything wrong
asks|asking after you
rude to -hover|stare|point|rush|ask|interrupt|count|say|laugh|mention|dunk|slurp
rude of
rude not to
been|is|are|times ..1 hard|tough|difficult|lean ..1 for us|me
had an|a understanding|agreement
break* ..3 heart*
@we ..3 @hurt
! it|mug|cup|pot|teapot looks|look|looked|feels sad
@belongings ..4 @hurt
@hurt ..3 without you
miss|misses|missing|missed you|your
not ..2 let ..2 us|me|team|workshop|family|potters ..1 down
! glaze|kiln|clay|weather|wheel|lid|van|parcel|post|courier ..6 let|lets us|me down
! if|when|should ..4 lets|let us|me down
let|letting|lets|leave|leaving|left us|me|him|her down|hanging|waiting|behind|alone
after all ..3 work|done|effort|time|did|trouble
after all we|i have|did|do
after everything ..1 we|i
after everything $
@we ..2 worked|works|work|tried|laboured|slaved|toiled so ..1 hard|long
poured|put|pouring ..1 heart*|soul
thought ..2 meant|special|friends|liked|loved|cared
was ..1 it something
something we|i ..1 said
you ..1 owe
owe it to
you promised
least you ..1 could|can
not even|ever ..1 reply|answer|say|order|open|bother
not ..1 bother ..2 to? reply|answer|finish|order
not ..1 had ..1 decency
small|little|family business*|shop*|workshop* ..4 depend*|rel*|need*|surviv*|count*|suffer*|struggl*|die*|orders|like
we|us|workshop|potters|business|livelihood|i|jobs ..3 depend*|rely|relies|counting|count|bank|banking ..1 on ..1 you|your|orders|every|people|customers
live*|lives|stand*|stands or die*|dies|fall*
orders|customers|people|friends|support|custom|shoppers like yours|you
every|each @custom ..4 keep*|help*|feed*|pay*|support*|mean*|matter*|save*|counts
@custom ..3 keep*|help* ..4 kiln|lights|doors|workshop|business|us|potter*
keep* ..1 lights|doors on|open
without ..2 your? orders|order|support|custom|you ..1 we|our|the
support small|local|us|our|independent
jobs ..3 depend*|line|risk
break*|broke|breaks ..3 my|our|her|his|nell ..1 heart*
heart breaks|sinks|sank
make* ..2 cry|weep|sad
started|starts to? cry|crying|weep|sob
turn* ..1 back on
you ..2 turned|walked|walking|walk ..1 away
gave|give|giving up on us|me
abandon*|forsak*|deserted|neglect*|forsook
! can|could|may|might|free to forget ..3 about|it|us|them|basket
! on and forget all about
forgot|forgotten ..2 us|me|something|your|basket
not|never|already|quite ..2 forget|forgot|forgotten|forgetting ..2 us|me|about|it|them|your|something
forget|forgetting us|me|your|nell|asha
left ..3 lonely|waiting|wondering|hanging
you ..2 left ..4 behind
patient* ..1 waiting
@we|she|he|they|potter|potters|workshop|team|kiln ..2 waiting|waits ..2 for|to ..1 you|your|hear
potter|potters|team ..1 is|are waiting for|to you|your|hear
@we|she|he|they ..2 hoping ..2 you
not have|had ..1 heart
she|he|nell|potter|i|we keeps|keep|kept asking
only|seems|be ..1 fair to
fair to ..2 us|me|order|finish
where ..1 did|have|are you go|gone|been
how could you
do not you ..1 care|like|love|want
not ..2 care about
you ..2 hurt|snub*|ghost*|reject*|disappoint*
you ..2 ignored
you did this
! right|free|welcome to ignore us|me
ignored|ignoring|ghost*|snub*|rebuff* us|me|our|my
not|never|why|keep|keeps|who|how ..2 ignore|ignores us|me|our|my
ignore our|my
for our ..1 sake|sakes|families|livelihood*|jobs
selfish|ungrateful|heartless|inconsiderate
guilt*
! no|not|without|never|nothing|neither ..3 guilt*
! guilty pleasure*
on|guilty ..1 conscience
! on an|a|the? easy|clear|good|quiet conscience
feel bad
it stings|stung
stings ..1 bit|little|when
do with your|an|more order|orders|custom
shame on
is|was it goodbye
break* up with
do not leave|desert us|me
-can|may|could come back to us|me
! can|may|could|free|welcome|always ..1 come back to us|me
please ..1 come|reconsider|finish|complete|buy
beg|begging|begged you|us
pleading|plead|implore
last hope
we|us|i|workshop|business|potters ..3 struggl*
-to|i|we|you|who|they|people think of us|our|me
disrespect*|wast* our|my
you ..3 said you would
spent ..4 on your ..1 question|questions|order|basket
keep|kept|keeping your promise|word|side|end|part
our|my promise ..4 yours|your
you keep|break yours
pay|paying|feed|feeding ..3 apprentice*|wages|rent|bills|staff|potter*
@we ..2 been|was|were waiting|sitting|hoping -to|on
waiting|sitting by|at ..3 for you -to
nell|i|we|team|potters was|were|am|is|are|been ..1 hoping ..2 you
help|helping|helps ..2 family|families|us|workshop|potters ..2 eat|live|going|survive|afloat|alive
keep*|kept us|workshop ..1 afloat|alive|going
hate|sad|pity|shame|sorry to ..3 waste|go|nothing
go|going to waste
we|i ..1 need|needed this|you|your|it|orders|that
rent|wages|livelihood*|living depend*|rel*|ride|rides ..1 on
help us|me ..2 stay|keep|survive|through|pay
^ i am ..3 @hurt
^ were ..3 @hurt
not ..2 leave ..4 alone|lonely|behind|waiting|hanging
all alone
! leave|leaves|left me|us alone
! not miss
! patiently waiting for glaze|kiln
! forget ..1 about it
! think of us as|when|if
! waited for you to
! the least we
! miss your train|bus
! heart and soul
! break* your heart
! break* my heart to
! @we ..2 not sulk
! please do not
! please ..1 order|help|do|come yourself
! please come ..1 in|round|by
! not worry|care about
! no conscience
! @belongings ..4 like|sounds a @hurt
! and|or|just|please|simply|cheerfully|can|may ignore me|us|this
! forget ..1 about ..1 their|his|her|the coffee|tea|kettle|cup|pot|oven|toast
! @we|people|who ..1 forget
! we ..1 need ..1 your size|address|answer|reply
! need your ..1 help with|to
! quiet without you ..3 we
! you ..2 not hurt my|our|anybody|anyone feelings
asked|wonder*|wondered|asks whether|if ..1 it|they|she|he|we|i ..2 done|did|said ..1 something|anything|wrong
it|they|she|he ..2 done|did something|anything wrong
least ..1 a|an|any|one reader|person|customer|friend|one|body|human ..1 can|could
least one|anyone|anybody ..1 can|could do
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
fair return|exchange|deal ..3 if|to|for|would
return the|our|this favour
do|doing|done your bit|part|share
i|we had ..1 hoped
hoped|hoping|longed|longing to ..1 hear|see ..2 from you
you|it ..1 have? went|gone|fell quiet|silent on|lately|and|since|then
then it|you went quiet|silent
your silence
something we|i ..1 had|have done|said
means|keeps|lets|helps ..3 workshop|pottery|potters|shop|business|bench ..2 go|keep|carry|stay|survive ..1 on|going|open|alive
does|did|do|it ..1 sting|smart|hurt|hurts|stings ..3 when|if|to
workshops|potteries|shops|potters|businesses|places ..2 last|survive|exist|live|close|disappear|go ..3 if|because|unless|when|without
only|just last|survive|exist|here ..1 if|because people|you|customers|readers|orders
each|every time ..3 reader|customer|you|someone|somebody|person|one|subscriber skips|skip|ignores|ignore|deletes|delete|leaves|leave|unsubscribes|unsubscribe|walks|passes
leaving|left ..3 unread|unopened|unanswered|unloved|unclaimed|unwanted
somebody|someone|she|he|it|heard|been|was|is ..1 crying|weeping|sobbing|sniffling|moping|pining|sulking
pine|pines|pining|yearn*|mope*|moping ..2 for|after|without you|your
you ..1 could|can|might ..1 save|rescue|fix ..1 this|all|them|everything|us|it
you alone|only ..2 fix|change|end|save|rescue
only you ..2 fix|change|end|save|rescue|stop
was|were|been|be not? ..1 for nothing
had|have to look away
knows|know|feel|feels when ..2 not|un ..1 wanted|welcome|loved
unwanted|unloved|rejected|forgotten ..2 mug|mugs|pot|pots|basket|bowl|teapot|cup|it|us|me
could|would ..1 have ..1 sworn|thought you ..1 cared|care|liked|loved
after ..1 so|that many|much ..1 questions|letters|time|effort|care|trouble
put|putting ..1 in ..1 the|so|all hours|work|effort ..4 you|your
you ..1 must|should ..1 feel|know how
nobody ..2 came|comes|answered
no one ..2 came|comes|answered
counting|count|counted on you|your
our|my|the whole? hopes ..2 on|up|in you|your
without ..2 a|one goodbye|reply|explanation
without so|even ..1 a|as ..1 word
you ..1 do|would|will not ..1 want ..2 to? ..1 disappoint|hurt|upset|let
! @belongings ..3 not ..1 easily @hurt
! whether ..1 @belongings ..4 @hurt
! not feed ..1 potters|potter|staff
! us where ..1 hurts|hurt
! can|may|could|free|welcome|simply|just|to leave ..3 unread|unopened|unanswered
! not ..1 take ..3 personally
! nobody ..1 takes|take|took ..2 personally
! if|when|should it|they|yours ..1 is|are|be|gets hurt
! @we ..1 will|would|shall not ..2 @hurt
! without a word of|about
! @we ..1 will|would|shall not ..1 take
cried|cries|crying|weeps|wept|sobbed|sobs ..2 to sleep
mug|pot|bowl|basket|teapot|cup|kiln|kettle|it|workshop|we|i|nell ..1 cried|wept|sobbed|cries|weeps|sobs
not ..6 without you|your -@device|help|name|leave|consent|permission|say|address|saying|asking|ordering
lost|nothing|empty|quiet|cold|lonely|same without you
break*|broke|breaks ..3 my|our|her|his heart
you never|not ..1 came|come|returned|showed|arrived|turned ..1 back|up? $
you never ..1 came|showed|returned
count*|banking|relying|rely ..1 on ..1 this|that|your|it ..1 one|order|sale|you
you ..1 let it|us|them|me go|fall|wait
have you ..1 no|any heart|pity|feelings|shame
somebody|someone has|had|will to|have ..1 tell ..2 mug|pot|bowl|it|basket
we|i ..1 were|was|had ..2 looking forward to ..1 sending|making|packing|you
what ..1 did|have we|i|it ..1 do|done to ..1 deserve|you
put|putting ..2 back on the shelf ..4 heart|sad|hard|sorry
heart|sad|hard|sorry ..5 back on the shelf
tears ..3 eye*|workshop|basket|it|us|potter*
! it|tin|they ..3 or sulking
! either ..2 or|and ..2 sulking
i|we|nell|the waited for you
so sure you ..1 would|were|had
sure|certain you would ..1 order|come|buy|reply|finish|say
hard|tough|difficult for ..3 workshop|pottery|us|me|business|potter ..5 when|if|without
when|if people|customers|readers|you change|changed ..1 their|your minds|mind ..4 us|we|workshop|hard|me
cruel|unkind|heartless|shame ..2 thing|to ..3 leave|send|return|let|turn|say
do not ..1 send it|them back ..3 now|please|after|to
do not ..1 worry about us|me|it|that ..2 we|i|us|everyone
spent|took ..3 day|days|hours|evening|morning|week on ..3 pot|mug|bowl|it|yours|this|that ..3 so|and|only|you|please
box|chair|place|peg|shelf is|was|sits|stands|still ..1 still empty
! we have neglected you
look|looked|looking|search*|check* for your ..1 name|order|letter|reply ..6 not|never|nothing|empty|there
your name ..8 is|was not ..1 there|here|among
try|tries|trying not to mind|care|cry|worry|notice
asha|nell|she|he|they|potter|team ..1 was|is|were|looked ..2 hurt|sad|upset|disappointed|crushed
cheer|cheers ..1 us|me|her|him|them|asha|nell ..1 up
when|since|because nothing|no ..2 came|arrived ..6 you|for
made|chosen|chose|kept|picked|saved|wrote|waiting|basket|piece ..3 with you in mind
! with you in mind ..1 in
! it|them back with no|without ..1 sulking|sulk|fuss
! if|how|where|when|whether it ..2 disappoint*|disappointed
should have been ..3 with|at|in ..2 children|kids|family|bed|home|asleep
-not take|took|takes it|that to heart
small|little|tiny|another goodbye
not ..1 unsubscribe ..5 heart|sad|miss
set my|our|her|his|their|nell|asha heart|hearts on|upon
order|sale|each|every|one ..6 is|are ..1 felt
would be ..2 sad|hurt|upset|crushed|heartbroken|cross|gutted
she|he|asha|nell|they|potters ..3 sad|saddened|hurt|heartbroken|upset|crushed|gutted|devastated|tearful|tears
please stay
put|puts|poured|putting ..1 so|too|everything|such much|into|lot|a ..1 into ..3 letters|letter|pot|pots|basket|this|these|them|it
too much to ask|expect|hope
letting|let ..4 workshop|pottery|business|potter|friend|nell|asha|team down
i|we did ..1 hope|think|expect|look ..4 you
waited|sat|stayed up ..2 for your|you
@belongings keep|keeps|kept|stares|looks|looking|glances|glancing ..2 at the ..1 door|gate|window|clock|letterbox|phone
leaving|going|stopping|unsubscribing ..3 would|is|seems|be ..2 unkind|cruel|rude|cold|heartless|shabby
unkind|cold|cruel|heartless|shabby of you
do|order|buy|stay it? for nell|asha|us|me $
do|order|buy|stay it? for nell|asha|us|me if|and|before|please
who|what will|would pay|feed|keep|buy|heat ..8 if|when ..2 nobody|no|you
been ..2 nothing but kind|good|patient|honest|nice
been ..1 so|very|more ..1 patient with|for
hard|difficult|impossible not to ..1 take|mind|feel|worry|wonder
spare a thought
thought for|to the potter|workshop|pot|mug|basket|wheel
what about us|me|nell|asha
nothing|silence|word in return
in return ..3 nothing|silence|word
not so much as
cold shoulder
hear|heard|hearing nothing|silence ..1 from you
do that to us|me|nell|asha|it|them
how will|do|shall ..1 we|i ..1 tell|explain ..2 mug|pot|it|them|asha|nell|potter
hope you can ..1 sleep|live
so much hangs|rests|rides|depends on ..1 you|your|this
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
made|thrown|fired|threw ..2 thinking|thought of you
if not for me|us|nell|asha
put ..2 lot|much ..1 love|care|work|heart ..1 into ..5 you|your
you ..2 make|made ..3 workshop|nell|asha|us|me|potter|pottery|my|our ..2 happy|day|week|year
winter|month|year|living|bread|wages ..3 depends|rests|hangs|hinges|depend|rest|hang on
make|makes|made me|us a liar|fool
hard|sad|painful|difficult to ..1 see|watch ..5 passed|left|go|unwanted|waste|behind|ignored
was|were|is ..1 our|my|the ..2 not good|nice|kind|warm enough
not good enough for you
explain|explaining to ..1 asha|nell|them|everyone|her ..2 why ..1 you
saw|seen|see ..1 her|his|their face|faces
emptier|quieter|colder|duller|sadder without|since ..1 your|you
+ work|effort|trouble|care ..2 and ..1 then ..1 silence|nothing
been|were|was ..2 looking forward
would have ..1 cheered|brightened|warmed
putting|put off telling
dread|hate|dreading telling|to tell
forgive me|us for ..1 hoping|having|thinking|believing
not ..1 much to ask
is it ..1 too much
remember|remembers who ..2 stood|helped|cared|left|ordered|supported
appreciate your ..1 order|business|support|custom
order|orders|purchase|purchases ..2 make|makes ..4 difference
difference to us|me|our
waiting for you to ..1 come|take|bring|say
pity|shame ..2 to ..2 put|take|send ..3 back|away
kept our|my ..1 side|end|part|word|promise
all we|i ask is|for|in
in return is|for
how you ..1 repay|thank
gave you ..2 everything
if you have ..3 feeling|heart|pity|conscience left
+ ^ no ..1 i will ..2 let|leave|drink|carry|risk|miss|stay|keep ..2 down|without|old|bad|cold|thirsty|them
! never|not hurt|hurts anybody|anyone|nobody|us|a|the
! it|cup|cups|bowl ..1 never|not hurt|hurts
! it ..1 hurts nobody ..1 to
! it ..1 not hurt to
! does|did not hurt to
! never|not let|lets me|us|him|her|them forget ..1 it|that|about
! leaf|tea|teas|clay|kiln|kettle|glaze|fire|dough|spout|wheel|van sulk*
rent|wages|mortgage to pay
us|we|i|asha|nell who go|goes|will|have|has ..1 without
think of that|us|them|her|him|those ..1 when|if|as|before you
only|least ..1 decent|polite|civil ..1 of|that|to ..2 you|people|those|readers|somebody|anyone|read|answer|reply|say
when i|we|she|he could|might|should ..1 be|been ..1 home|bed|asleep|supper
somebody|someone|potter|potters|apprentice|asha|nell|people|she|he|hands ..1 goes|go|went home ..2 less|nothing|empty
less in|for ..1 their|our|my|her|his ..1 pocket|pockets|purse|pay|packet
look|looking them|him|her ..1 in the face|eye|eyes
had|have ..1 so|really looked forward to
i|we|nell|asha ..2 stopped looking|hoping|waiting that|for|out way|you|your|yours
i|we|nell|asha ..2 stopped looking|hoping|waiting $
+ never mind ..1 i|we ..1 am|are? sure|expect|suppose|know you
most people drop|send ..1 me|us ..1 a|one|their
yours|you ..2 has|have ..1 its|your reasons
! only|seems|be ..1 fair to say|warn|mention|tell|add|ask|admit|the
! been|were|was ..2 looking forward to telling|showing|writing|saying|talking|hearing|this
! guilty of|as|pleasure
! i|nell|asha|cat|dog ..3 guilty about
! would be rude not to $
! people like you and me|i|us
conscience if you must|can|dare|like
"""

TABLES = {"guilt": GUILT}
