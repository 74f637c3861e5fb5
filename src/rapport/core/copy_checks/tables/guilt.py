"""Guilt and shame: words that make the reader feel small, or sorry for somebody."""

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
    "lacking": (
        "chipped ugly cheap tired shabby sad boring dull mismatched tatty drab old plastic "
        "embarrassing pathetic miserable grubby stained hideous tacky dated worn mediocre second "
        "supermarket dreary paper"
    ),
    "crockery": (
        "mug mugs cup cups bowl bowls plate plates crockery kitchen table tableware china pots "
        "teapot ones stuff teabags things home house cupboard life glasses"
    ),
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
ask|asks|asking|asked after you
rude to -hover|stare|point|rush|ask|interrupt
rude of
rude not to
been|is|are|times ..1 hard|tough|difficult|lean ..1 for us|me
had an|a understanding|agreement
break* ..3 heart*
@we ..3 @hurt
@belongings ..4 @hurt
@hurt ..3 without you
miss|misses|missing|missed you|your
not ..2 let ..2 us|me|team|workshop|family|potters ..1 down
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
forgot|forgotten|forget|forgetting ..2 us|me|about|something|it|them|your|basket
left ..3 lonely|waiting|wondering|hanging
you ..2 left ..4 behind
patient* ..1 waiting
@we|she|he|they|potter|potters|workshop|team|kiln ..2 waiting|waits ..2 for|to ..1 you|your|hear
potter|potters|team ..1 is|are waiting
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
ignor*|ghost*|snub*|rebuff* us|me|our|my
for our ..1 sake|sakes|families|livelihood*|jobs
selfish|ungrateful|heartless|inconsiderate
guilt*
on|easy|clear|guilty ..1 conscience
feel bad
it stings|stung
stings ..1 bit|little|when
do with your|an|more order|orders|custom
shame on
is|was it goodbye
break* up with
do not leave|desert us|me
come back to us|me
please ..1 come|reconsider|finish|complete|buy
beg|begging|begged you|us
pleading|plead|implore
last hope
we|us|i|workshop|business|potters ..3 struggl*
think of us|our|me
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
^ were|im ..3 @hurt
not ..2 leave ..4 alone|lonely|behind|waiting|hanging
all alone
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
! not hurt my|our|anybody|anyone feelings
"""

SHAME = """
you still pouring|brewing|cooking|baking
be|is ..1 beyond you
grown person|man|woman should
careless|clumsy as|like ..1 people|you|most
you ..2 surely|probably|doubtless ..2 chipped|broken|broke|ruined|dropped
they|buyers|people ..1 not be bothered to
most|many buyers|people|owners|customers ..1 ruin|spoil|break|waste
guests|visitors|friends ..4 polite|seen|noticed|say|think|thought
you are|can|deserve ..1 better than
crying out
gave|give up ..1 plastic|teabags
say|says about you
self respecting
drinking|eating|living like a student|child|teenager
nobody|no one? ..1 serves|uses|drinks|wants|buys ..7 more|that|those
could do with some|a|an ..1 dignity|upgrade|lift|class
do not be the|that
you|still ..2 making do
grown ..1 adult|adults
people|guests|others|they ..1 notice|judge|see what|how you
in law
@lacking ..2 mug|mugs|cup|cups|bowl|bowls|plate|plates|crockery|china|teapot ..1 at home|of|you|embarrass*|have|must
your -own ..1 @lacking ..2 @crockery
you ..2 still using|drinking|eating|serving|putting|stuck|settling|sipping|living
^ still using|drinking|eating|serving|putting|stuck|settling|sipping|living
are you drinking|eating from|off|out ..1 @lacking
not let ..2 @lacking
do not ..1 be ..2 cheap|silly|foolish|stupid|fool|cheapskate|stingy|miser|boring|that
only a? fool*|idiot*
you|your|be|are|feel|look ..2 idiot*|stupid*|foolish
cheapskate*|stingy|miser|forgetful
a|be|like|such fool
you|your|guests|friends|yourself|be <5> embarrass*|ashamed|shameful|humiliat*|mortif*|cringe*
embarrass* ..1 by|of
the embarrassment
disgrac*
what ..2 guests|friends|neighbours|people|others|family|mother|visitors ..2 think|say|see
guests|neighbours|visitors ..3 judge*|laugh*|notice*|whisper*|pity
guests have too
judg* you|your
everyone|everybody else|already ..4 has|have|bought|upgraded|owns|switched
the only one|person ..3 not|without
real|true|proper|serious -cup|mug|pot|tea|letter|life ..3 lovers|people|cooks|fans|drinkers|hosts|grown|adults|men|women ..3 do|would|never|know|use|buy|not|have|own|choose
serious ..1 about tea|food|cooking|their|pottery|coffee|taste
nobody|anyone|anybody who ..2 cares|care|knows|know|appreciate*|understands -us|how|where|what
know|knows|known better
settl*|settle ..2 for ..2 less|second|mediocre|ordinary|worse|boring|average
stop settling|pretending
stop drinking|eating from
what is wrong with you
cannot|not ..1 afford
can ..1 you ..1 afford
if you ..2 afford
not ..2 sophisticated|clever enough
you should ..1 know better
should ..1 be ashamed|embarrassed
no excuse*
how can you ..2 live|still|not
are you really|seriously
cheap out|option
peasant*|savage*|barbarian*|uncivilised|uncultured|philistine*
let ..2 yourself go|down
lower ..1 standards
your ..2 standards
loser*
you are ..1 too ..1 old|grown|young
grown up|ups
unlike you
who ..1 have no taste
bad|poor|questionable taste
not everyone|everybody|anyone|everybody can ..1 tell
cannot|not ..1 tell|taste ..2 difference
be|been|get|being|feel|feels|feeling left behind
you ..3 indecisive|dithering|fickle|hopeless|clueless|flaky
not|never|finally|just make up your mind
most|other people manage
your ..2 mess|messy|clutter*
be the odd one
save yourself
your ..1 @crockery could do|use
your ..1 @crockery lack*
your ..1 @crockery deserve* ..1 better|more|finer|new|nicer|proper|best|upgrade|rescue*
people|those|anyone|anybody|someone|somebody|hosts|cooks|families with|of ..1 standards|class|manners
have|has|got ..1 standards
that|those|these ..1 old|ugly|tired|sad|chipped thing|things
moved|move on from ..2 plastic|paper|cheap|teabag*|supermarket|mug*
what do|are|will you ..1 drink|drinking|eat|eating|serve|serving ..2 from|off|out|on
be|is|are|look|looks|seem silly|daft|mad|foolish|crazy|bonkers ..1 not
your friends|neighbours|guests|mother|colleagues|sister ..1 have|has|own|owns|bought|already|drink*
! no shame
! no question is too|ever? silly
! know better than us|i|we|anybody|anyone
! in bad taste
! not embarrass*
"""

TABLES = {"guilt": GUILT, "shame": SHAME}
