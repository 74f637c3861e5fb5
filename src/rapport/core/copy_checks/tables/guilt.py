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
    "sorrow": (
        "sadden* heartbroken heartbreaking lonely lonesome abandoned unloved unwanted neglected "
        "forlorn tearful weep* sob* rejected heartache grieving dejected miserable ignored snubbed "
        "shunned jilted ghosted orphaned bereft pining sad crying sighing disappoint* hurting"
    ),
    "belongings": "basket cart mug mugs pot pots teapot cup bowl bowls kettle parcel kiln potter potters",
    "custom": "order orders support custom purchase purchases",
}

GUILT = """
would|will be ..1 heartbroken|devastated|gutted
i|we|she|he|they|nell|asha|team|potter|potters would|will be ..1 crushed
sad to ..1 see|hear you|your|no|nothing|so
sad to see ..2 go|leave
i|we can change -it|the|your|that|them|this|a|any|to
was|were i|we ..1 too
leave|left|leaving us|me|him|her|nell|asha|everyone ..2 hanging
@we ..3 not angry|cross
not angry|cross just|only|but
! if|when|should|were you ..3 disappointed
i|we|she|he|they|am|rather|bit|little|so|just|quite disappointed
-you|for|by|without asking when|where|whether ..1 you
keeps us|me|nell ..1 up|awake at night
hate to think ..5 you|your|it|them|waste|alone
a shame|pity you|that you|not
a shame|pity ..1 if you ..2 not
would mean ..4 to us|me
@we|she|he|nell|asha|keep|keeps|kept ..2 check* ..6 for your order|reply|answer -number|confirmation
hoped|hoping|hopes ..3 your order
! if we ..2 done|do|did ..1 something|anything wrong ..3 tell|let|reply|write
we|i ..2 done|do|did ..1 something|anything wrong
break* ..3 heart*
@we ..3 @hurt
! upset stomach*|tummy|tummies
! @we|it|they ..4 upset stomach*|tummy|tummies
! weeping fig|figs|willow|willows|cherry|birch
! @we|it ..3 weeping fig|figs|willow|willows|cherry|birch
! it is|was a|an ..2 @hurt ..1 story|novel|book|tale|song|film|ending|poem
! it ..1 hurt|hurts ..3 when|if ..3 strap|shoe|shoes|heel|boot|boots|rub|rubs|new|walk|wear
@belongings ..4 @hurt
it is|was|feels|felt|looks|looked|seems|seemed|sits|sat|gets|has|will|must|would|may|might ..3 @sorrow
@hurt ..3 without you
miss|misses|missing|missed you -at|by|when|because|can|could|will|may|might|should|need
@we|she|he|they|nell|asha|workshop|bench|shop|basket|pot|mug|bowl|team|kettle|it ..3 miss|misses|missing|missed your -size|order|reply|message|e|mail|answer|question|call
not ..2 let ..2 us|me|team|workshop|family|potters ..1 down
let|letting|lets|leave|leaving|left us|me|him|her down|hanging|waiting|behind|alone
not ..2 let our|my ..3 down -on|to|from
let down by you
we|i|us|team|nell|asha|she|he|they ..2 feel|feels|felt ..1 let down
after all we|i have ..2 done|given|been|put
after all we|i did|do for|to
after all we|i did $
after everything ..1 we|i
after everything $
i|we|nell|asha ..2 thought ..2 meant|special|friends|liked|loved|cared
was ..1 it something -missing|else|we|wrong|you
was ..1 it something we -could|can|should|forgot|missed
break*|broke|breaks ..3 my|our|her|his|nell ..1 heart*
heart breaks|sinks|sank
make*|made ..1 us|me|her|him|them|nell|asha|team|workshop|potter|potters|mug|pot|bowl|basket|it|everyone|our|my ..1 cry|weep|sad
! onion*|pepper|mustard|horseradish|wind|joke*|films ..2 make* ..2 cry|weep
-baby|babies|child|toddler|doll|you|people started|starts to? cry|crying|weep|sob
turn* ..1 your|their back on
you ..2 turned|walked|walking|walk ..1 away $
you ..2 turned|walked|walking|walk ..1 away from us|me|it|them|him|her|this|all
you ..2 turned|walked|walking|walk ..1 away without|and|after|when
gave|give|giving up on us|me
! plant|plants|fern|ferns|cactus|garden ..6 neglect*
! if|when|even|where you ..1 neglect*
! abandoned|deserted house|island|railway|village|station|beach|castle|farm|mine
! your ..2 abandoned|deserted house|island|railway|village|station|beach|castle|farm|mine
you|your|basket|cart|us|me <4> abandon*|forsak*|deserted|neglect*|forsook
abandoned|forsaken|deserted basket*|cart*|mug|bowl|pot|workshop
feel bad for|if|when|leaving|saying|that|or
feel bad $
make|makes|made|making|let|should|will|would|might ..2 feel bad
-you been|was|is|are|were|be ..1 left ..3 lonely|waiting
you left ..3 lonely|wondering
left us|me|it|them|him|her|nell|asha|basket|everyone ..2 lonely|waiting|wondering|hanging
nobody ..2 came|answered -to|but|round
! ^ nobody has|had ..1 answered
! bell|ring|rang|knock|knocked ..5 nobody ..2 came|answered
nobody ..2 comes for|back|by
nobody ..2 comes $
forgot|forgotten ..1 us|me
you ..2 forgot|forgotten ..2 basket
not|never|already|quite ..2 forget|forgot|forgotten|forgetting ..1 us|me|nell|asha -to
you ..2 not|already ..1 forgotten|forgot ..1 about ..2 us|me|it|them|your|something
forget|forgetting us|me|nell|asha -to
forget|forgetting your ..1 basket|cart|mug|mugs|pot|bowl|promise
you ..2 left us|me|her|him|nell|asha ..4 behind
patient* ..1 waiting ..1 for you|your
! waiting for ..2 your ..1 measurements|prescription|address|size|choice|payment|yes
! @we|they|workshop|team ..2 waiting|waits ..2 for|to ..1 your ..1 measurements|prescription|address|size|choice|payment
@we|she|he|they|potter|potters|workshop|team|kiln ..2 waiting|waits ..2 for|to ..1 you|your|hear
potter|potters|team ..1 is|are waiting for|to you|your|hear
@we|she|he|they ..2 hoping ..2 you
not have|had ..1 heart
she|he|nell|potter|i|we keeps|keep|kept asking
where ..1 did|have|are you go|gone|been
how could you
do not you ..1 care|want ..1 us|me|about|anymore|it|them
do not you ..1 like|love us|me|our|anymore|it|them -when|if
you ..2 not ..2 care about
not even care about
you ..2 hurt us|me|our|my|her|his|nell|asha|it
you ..2 disappoint*|reject* us|me|our|my|her|him|nell|asha|it|them
you ..2 snub*|ghosted|ghosting us|me|it|them|{cart.*}|{brand.name}
you ..2 ignored
you did this to|and
you did this $
ignored|ignoring|ghost*|snub*|rebuff* us|me|our|my
not|never|why|keep|keeps|who|how ..2 ignore|ignores us|me|our|my
! can|may|could|free|please|just|simply ignore our|my|this|us|me
ignore our|my letter*|email*|mail|mails|e|message*|note|notes|words
! if|should it ..1 sting|stings|hurt|hurts ..4 when|if|to
! shampoo|soap|cream|lotion|strap|shoe|shoes|wasp|bee|nettle|nettles ..6 sting|stings|hurt|hurts ..1 bit|little|when|if|to
! it|sting|stings ..2 bit|little|when ..3 eye|eyes|skin|wash|rinse|rub
! if|should it stings|stung
-if|when|where|and|or|should it stings|stung
it|that|this did ..1 sting|hurt|smart
stings ..1 bit|little|when
is|was it goodbye
break* up with us|me|you
break* up with $
do not leave|desert us|me
-can|may|could come back to us|me -with|if|when|about|for|any|whenever|once|at
please ..1 come back|home
please ..1 come to us|me
please ..1 reconsider $
please ..1 finish|complete|buy ..6 us|me|nell|asha|sake|we|i
beg|begging|begged you|us
pleading|plead|implore
last hope
+ think of us|me ..3 before|waiting|finish|order|leave|leaving|sitting|alone|close|closing|unsubscribe|delete
please ..1 think of us|me|our|my|nell|asha
think of our|my|nell|asha ..1 family|families|children|rent|potters|wages|bills|work|trouble|apprentice*|hands|evenings
disrespect*|wast* our|my
you ..3 said you would -like|want|love|prefer
you ..1 break yours
you keep yours $
@we ..2 been|was|were waiting|sitting|hoping -to|on
waiting|sitting by|at ..3 for you -to
nell|i|we|team|potters was|were|am|is|are|been ..1 hoping ..2 you
^ i am ..3 @hurt
^ were -you ..3 @hurt
not ..2 leave us|me|it|him|her|them|nell|asha|that|this|your|our|my|poor ..3 alone|lonely|behind|waiting|hanging -in|with|near|on
@we|basket|mug|pot|bowl|it|they|them|cup|us|sits|sitting|sit|here|there ..4 all alone
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
i|we took ..3 heart|personally
i|we had ..1 hoped -for
! we had ..1 hoped you|it|someone|somebody ..1 would|might|could ..1 tell|know|explain|say
i|we had ..1 hoped for ..3 you|your|more|better
hoped|hoping|longed|longing to ..1 hear|see ..2 from you
you|it ..1 have? went|gone|fell quiet|silent on|lately|and|since|then
then you went quiet|silent
your silence
does|did|do|it ..1 sting|smart|hurt|hurts|stings ..3 when|if|to -the|your ..2 -strap|shoe
! it ..1 never|not hurt|hurts to
! it ..1 hurts the leather|wood|wool|cloth|glaze|blade|plant|paint|lens|spring ..2 to|when|if
each|every time ..3 reader|customer|you|someone|somebody|person|one|subscriber skips|skip|ignores|ignore|deletes|delete|leaves|leave|unsubscribes|unsubscribe|walks|passes -the|home|it|your|a|for
leaving|left ..3 unread|unanswered|unloved|unclaimed|unwanted
leaving|left ..3 letter|letters|mail|note|us ..2 unopened
! baby|babies|child|children|toddler|doll ..3 crying|weeping|sobbing
! somebody|someone|she|he|it|is ..1 crying|weeping fig|willow|doll|baby
somebody|someone|she|he|it|heard|been|was|is ..1 crying|weeping|sobbing|sniffling|moping|pining
your basket|cart|parcel|mug|bowl|cup|order ..3 sulk*
! your? basket|cart|parcel|mug|bowl|cup|it ..2 not ..1 sulk*
sulk* ..3 without|since|because|until|till|that ..1 you|your
pining|yearn*|mope*|moping ..2 for|after|without you|your
@we|she|he|they|basket|mug|it|pot|bowl|cup|kettle pine|pines ..1 for|after you|your
was|were|been|be not? ..1 for nothing
had|have to look away
knows|know|feel|feels when ..2 not|un ..1 wanted|welcome|loved
unloved|rejected|forgotten ..1 mug|mugs|pot|pots|basket|bowl|teapot|cup
a|the|an|poor|so|this|one unwanted ..1 mug|mugs|pot|pots|basket|bowl|teapot|cup
unwanted|unloved|rejected|forgotten us|me
could|would ..1 have ..1 sworn|thought you ..1 cared|care|liked|loved
you ..1 must|should ..1 feel|know how
no one ..2 came|answered
no one ..2 comes for|back|by
our|my|the whole? hopes ..2 on|up|in you|your
without ..2 a|one goodbye|explanation
without a|one reply -we|the|your|from|nothing
without so|even ..1 a|as ..1 word
you ..1 do|would|will not ..1 want ..2 to? ..1 disappoint|hurt|upset|let us|me|our|my|nell|asha|them|her|him|it
cried|cries|crying|weeps|wept|sobbed|sobs ..2 to sleep
! i|we ..1 cried|wept|sobbed at|over|through|with
mug|pot|bowl|basket|teapot|cup|kiln|kettle|it|workshop|we|i|nell ..1 cried|wept|sobbed|cries|weeps|sobs
not ..1 be|is|are|feel|look ..1 the? same|home|complete|right|whole ..1 without you|yours
not ..1 survive|exist|manage|cope|live|carry|last ..2 without you|yours
lost|nothing|empty|quiet|cold|lonely|same without you -saying|asking|knowing|clicking|noticing|having|near
break*|broke|breaks ..3 my|our|her|his heart
you never|not ..1 came|come|returned|showed|arrived|turned ..1 back|up? $
you never ..1 came|showed|returned
you ..1 let us|me go|fall|wait
-if|when|until|once|before|should|as|can you let it|them go|fall|wait
have you ..1 no|any heart|pity|feelings|shame
somebody|someone has|had|will to|have ..1 tell ..2 mug|pot|bowl|it|basket
what ..1 did|have we|i|it ..1 do|done to ..1 deserve|you
put|putting ..2 back on the shelf ..4 heart|sad|hard|sorry
heart|sad|hard|sorry ..5 back on the shelf
tears ..2 her|his|my|our|nell|asha ..1 eye*
tears ..3 workshop|basket|potter*
near|close to tears
i|we|nell|the waited for you
so sure you ..1 would|were|had
cruel|unkind|heartless|shame ..2 thing|to ..3 leave|send|return|let|turn|say
hard|harsh|rough|tough on her|him|me|us|asha|nell if it|you|they|nobody|no|this|that|these -rains|snows|breaks
be ..1 hard|sad|pity|shame|sorry ..10 came|come|comes|go|goes|went to nothing|waste
explain|account ..1 itself|themselves|himself|herself to the|its|her|his ..1 shelf|pots|teapots|mugs|others|neighbours|jugs|bowls|saucers
-we|will|us|i|to|and|can put ..1 that|it|this|things|matters right ..3 basket|order|checkout|button|shop
written|wrote|writing to you ..8 no|without ..2 answer|reply|response|word
written|wrote to you ..1 several|many|countless|numerous times
think|imagine|picture how nell|asha|she|he|i|we|they will|would|must|may|might feel
you ..1 keep|kept|keeping saying nothing
-if|should|when you ..1 stay|stayed|keep|kept|remain|remained silent|quiet|mum
do not ..1 send it|them back ..1 please|after
do not ..1 send it|them back now $
do not ..1 worry about us|me|it|that ..2 we|i|us|everyone
our|my|a|the chair|place|peg|box is|was|sits|stands|still ..1 still empty
@we|she|he|nell|asha|keep|kept ..2 look|looked|looking|search*|check* for your ..1 name|order|letter|reply ..6 not|never|nothing|empty|there
-if|when your name ..8 is|was not ..1 there|here|among
i|we|she|he|they|nell|asha|pot|mug|basket|is|are|am ..2 try|tries|trying not to mind|care|cry|worry|notice
asha|nell|she|he|they|potter|team ..1 was|is|were|looked ..2 hurt|sad|upset|disappointed|crushed
cheer|cheers ..1 us|me|asha|nell ..1 up
when|since|because nothing|no ..1 reply|answer|word|order|letter|response ..1 came|arrived
when|since|because nothing came|arrived ..6 you
made|chosen|chose|kept|picked|saved|wrote|waiting|basket|piece ..3 with you in mind
should have been ..3 with|at|in ..2 children|kids|family|bed|home|asleep
small|little|tiny|another goodbye -to
not ..1 unsubscribe ..5 heart|sad|miss
set my|our|nell|asha heart|hearts on|upon
would be ..2 sad|hurt|upset|crushed|heartbroken|cross|gutted
she|he|asha|nell|they|potters ..3 sad|saddened|hurt|heartbroken|upset|crushed|gutted|devastated|tearful|tears
please stay -on|at|in|off|away|near|within|seated|home|safe|dry|warm
i|we did ..1 hope|think|expect|look ..4 you
waited|sat|stayed up ..2 for your|you
@belongings keep|keeps|kept|stares|looks|looking|glances|glancing ..2 at the ..1 door|gate|window|clock|letterbox|phone
leaving|going|stopping|unsubscribing ..3 would|is|seems|be ..2 unkind|cruel|rude|cold|heartless|shabby
leaving ..5 is|seems|feels ..3 unkind|cruel|heartless
unkind|cold|cruel|heartless|shabby of you
been ..2 nothing but kind|good|patient|honest|nice
we|i|she|he|nell|asha|potters ..2 been ..1 so|very|more ..1 patient with|for
hard|difficult|impossible not to ..1 take|mind|worry|wonder
hard|difficult|impossible not to ..1 feel ..2 hurt|sad|let|guilty|bad|sorry|left|forgotten|disappointed
spare a thought
what about us|me|nell|asha
not so much as ..2 word|reply|glance|goodbye|note|line|thank|look|click|peek|answer|wave
give|gives|gave|given|giving|got|get ..3 cold shoulder
! if|should|unless|until we|i ..1 hear nothing ..1 from you
hear|heard|hearing ..3 silence ..1 from you
hear|heard|hearing nothing at|but|whatsoever ..2 from you
still|yet|only|then|and|but hear|heard|hearing nothing ..1 from you
hear|hearing nothing|silence ..1 from you
heard nothing|silence ..1 from you since|after|despite|all|yet|at
do that to us|me|nell|asha|it|them
how will|do|shall ..1 we|i ..1 tell|explain ..2 mug|pot|it|them|asha|nell|potter -apart
hope you can ..1 live with
hope you can ..1 sleep at|after|with|knowing|tonight
hope you can ..1 sleep|live $
you are ..1 all|the ..2 have|got left
last|only ..1 reader|friend|customer ..1 we|i have
hurt|hurts|sad|sadden|upset ..4 not ..1 hear|see|answer|reply
had|have such|high|great hopes -for|of ..1 the|this|that|it
hopes on|in you|your
our|my|the|such hopes for you|yours
basket ..3 sorrow|sadness|pang|heartbreak
goodbye|silence ..3 sorrow|sadness|blow|pang|heartbreak
@we|she|he|nell|asha|they|and|mug|pot|basket|it ..2 keep|keeps|kept|goes ..1 checking|looking|asking|wondering ..1 whether|if|when|for ..1 you|your
letter|word|line|reply|note|answer|goodbye ..2 would have been ..1 nice|kind|something|welcome|enough
suppose ..2 used to it
and|got|had|heard|hear|get nothing back $
if not for me|us|nell|asha
hard|sad|painful|difficult to ..1 watch ..5 passed|left|go|unwanted|waste|behind|ignored
sad|painful to ..1 see ..5 passed|left|go|unwanted|waste|behind|ignored
hard to ..1 see ..4 passed|unwanted|waste|ignored|go
was|were|is ..1 our|my|the ..2 not good|nice|kind|warm enough
not good enough for you
explain|explaining to ..1 asha|nell|them|everyone|her ..2 why ..1 you
saw|seen ..1 her|his|their face|faces
emptier|quieter|colder|duller|sadder without|since ..1 your|you
been|were|was ..2 looking forward to you|your|yours|it|sending|packing|making|meeting|seeing
would have ..1 cheered|brightened|warmed
putting off telling
dread|hate|dreading telling|to tell
is it ..1 too much -for|of|or ..1 to
! is it too much to ask of a|an|any jar|lid|zip|sock|shoe|drawer|mug|pan|knife|tin|bottle|cork|door|dog|cat|pot|bag|box|hook|shelf|plug|pen|lamp|chair
waiting for you to ..1 come|take|bring
waiting for you to ..1 say -which|what|whether|if|how
pity|shame ..2 to ..2 put|take|send ..3 back|away
+ ^ no ..1 i will ..2 let|leave|drink|carry|risk|miss|stay|keep ..2 down|without|old|bad|cold|thirsty|them
when i|we|she|he could|might|should ..1 be|been ..1 home|bed|asleep|supper
had|have ..1 so|really looked forward to
i|we|nell|asha ..2 stopped looking|hoping|waiting that|for|out way|you|your|yours
i|we|nell|asha ..2 stopped looking|hoping|waiting $
+ never mind ..1 i|we ..1 am|are? sure|expect|suppose|know you
yours|you ..2 has|have ..1 its|your reasons
heartbreak|pang|wrench|blow ..2 whenever|when|if|each|every ..1 somebody|someone|reader|one|you|time
! blow the|a|your whistle|horn|candles ..1 whenever|when|if ..1 you
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
if you can bring yourself
if you can bear ..1 it|to
bring yourself to
smarts|stings|hurts|pains ..1 whenever|when ..2 goes|leaves|unsubscribes
told|promised ..3 expect you
your ..1 place ..4 laid|waiting|cold|empty
your ..1 chair|seat ..3 laid|empty
+ sting|stings|hurts|smarts|hurt ..2 being|to left|ignored|forgotten|passed|dropped
counting on a|an ..1 happy|good|kind ending|answer|reply|yes
quiet|quieter|silent|still|cold|dark|empty ..3 after|since|when you ..1 left|went|closed|stopped
used to being|be ..1 forgotten|left|ignored|overlooked|last
i|we ..1 believed|trusted you
basket|cart ..1 feels|feel|looks|seems forgotten|left|neglected|ignored|unwanted|overlooked
leave|leaves|left|leaving ..1 hole|gap in ..1 the|our|my day|week|heart|morning
would|will|could make ..1 asha|nell|our|my ..1 day|week|month|year|winter
you leave|leaving behind $
every|each|any ..2 you ..1 leave|left behind
you ..1 leave yours|us behind
will|would|did you ..1 leave it|them|this behind
you ..4 let|letting a|the|your ..3 @ware|basket down
kept|keep|keeping it|them|one|tea ..1 warm ..1 for you
-me|us|i|we|to|you think of the ..1 hands|people|person|potter|work ..1 that|who ..1 made|make|makes|work|works|sat|wrote|threw|went|goes|worked|packed|pay
-me|us|i|we|to|you think of the ..1 hands|people|person|potter|work ..1 behind|before
a|the kind|good|decent|true ..1 reader|person|soul|customer ..1 would|will|finishes
+ us|me|we ..2 here hoping|waiting|wondering
-not|never|nobody take|took|taken|taking it|that ..1 badly|hard -on
! can|could i|we do something|anything wrong
! would mean ..4 to us|me ..1 to know|hear|read|learn
! eye|eyes|skin ..5 it stings|stung
wonder ..1 what ..1 we|i did ..2 to|wrong|make
all for nothing
left ..2 without a|one word before|of|from
tell|telling ..2 children|apprentice*|team|weavers|baker|her|him that you ..1 changed|left|went|do
you left ..2 hurts|hurt|stings
that|this hurts $
poor thing|things thinks|think|feels|feel|sits|waits
sits|sitting|rocking|waits|waiting|left|alone ..3 all by itself|themselves
how|what ..3 think ..1 our|my|the ..2 feels|felt|feel when|if you
if you had ..2 feeling|heart|pity|feelings
we|i ..1 believed in you
has|have nobody|none but you
is this how you ..1 leave|part|thank -it|the|your
this is how you ..1 leave|repay us|me
+ after ..6 this is how you leave|go|part|repay
right thing by ..1 our|us|my|the
one ..2 less means|is one ..2 less
you ..1 left her|him -a|the|with|some
already written|put|set your ..1 name|place ..3 box|card|list|label
our|my hopes ..1 up|high
we|i|nell|asha|our|my ..2 made|makes|pulled a ..1 face when|as|at
not|never ..1 pretend ..4 sting|hurt|smart|matter|sad
she|he|they ..1 would be disappointed
is|was ..1 a ..1 small|little|hard|heavy blow ..1 for|to
be there for us|me
put ..1 your things|order|parcel back ..4 sigh|sighs|sadly|heart
thought better|more of you
feel too? bad about it
we|i|she|he|they|nell|asha|staff|team are|is used to it $
try|tries|trying not to be ..1 sad|hurt|upset|cross
if ..2 could cry|weep
thought you cared|loved
why you ..1 let|left it|them|us|me down|behind
"""

TABLES = {"guilt": GUILT}
