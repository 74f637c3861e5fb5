"""Guilt, shame, fear and flattery: words that work on the reader instead of telling them something."""

from __future__ import annotations

CLASSES = {
    "we": "we i us our my",
    "hurt": (
        "sad sadden* hurt hurts hurting heartbroken heartbreaking disappoint* upset crushed gutted "
        "devastat* lonely lonesome abandoned unloved unwanted neglected forlorn tearful crying cry "
        "cries weep* sob* sulk* rejected heartache grieving wounded dejected miserable ignored "
        "snubbed shunned jilted ghosted orphaned homeless bereft"
    ),
    "belongings": "basket cart mug mugs pot pots teapot cup bowl bowls kettle parcel it they kiln potter potters",
    "praise": (
        "great excellent exquisite impeccable superb wonderful amazing fabulous fantastic brilliant "
        "marvellous outstanding exceptional incredible lovely good perfect refined discerning "
        "flawless unerring enviable beautiful gorgeous sophisticated stylish discriminating clever "
        "smart stunning remarkable keen sharp extraordinary rare fine finest elegant expert "
        "immaculate unmistakable faultless"
    ),
    "lacking": (
        "chipped ugly cheap tired shabby sad boring dull mismatched tatty drab old plastic "
        "embarrassing pathetic miserable grubby stained hideous tacky dated worn mediocre second "
        "supermarket dreary"
    ),
}

GUILT = """
@we ..3 @hurt
@belongings ..4 @hurt
@hurt ..3 without you
miss|misses|missing|missed you|your
not ..2 let ..2 down
let|letting|lets|leave|leaving|left us|me|them|it|him|her down|hanging|waiting|behind|alone
let ..2 team|workshop|family|potters down
after all ..3 we|i|our|that|this|work|done|time|effort
after everything|all ..1 we
@we ..2 worked|works|work|tried|put|poured|slaved|toiled|laboured so|very? hard|heart*|soul|hours
poured|put|pouring ..1 heart*|soul
thought ..2 meant|special|friends|liked|loved|cared
was it something
something we|i said|did
you ..1 owe
owe it to
you promised|said|told
least you ..1 could|can
not even|ever ..1 reply|answer|say|order|open|bother
not ..1 bother ..2 to? reply|answer|finish|order
not ..1 had ..1 decency
small business*|shop*|workshop* ..4 depend*|rel*|need*|surviv*|count*|suffer*|struggl*|die*
depend*|rely|relies|relying|counting|count|bank|banking ..1 on you|your|orders|every|people|customers
every|each order ..4 keep*|help*|feed*|pay*|support*|mean*|matter*|save*
keep* ..3 kiln|lights|doors|workshop|business|us|wheel ..2 going|on|open|lit|alive|afloat|burning|turning
without ..2 your? orders|order|support|custom|you ..1 we|our|the
support small|local|us|our|independent
jobs ..3 depend*|line|risk
cannot ..1 go on
break*|broke ..3 heart*
heart breaks|sinks|sank
make* ..2 cry|weep|sad
turn* ..1 back on
turned|walked|walking|walk ..1 away
gave|give|giving up on us|me|it|them
abandon*|forsak*|desert*|neglect*|forsook
forgot|forgotten|forget|forgetting ..2 us|me|about|something|it|them|your|basket
left ..3 lonely|alone|cold|waiting|behind|wondering|hanging
waited|waiting|been waiting ..4 for you
patient* ..1 waiting
where ..1 did|have|are you go|gone|been
how could you
do you not care|like|love|want
not ..2 care about
you ..2 hurt|ignor*|snub*|ghost*|reject*|disappoint*|let
ignor*|ghost*|snub*|rebuff* us|me|our|my
sake of
for our|the ..1 potters|families|family|sake|children|livelihood|team
selfish|ungrateful|heartless|unkind|thoughtless|inconsiderate|rude
guilt*|conscience|sorry you
feel bad
shame on
is|was it goodbye
break* up with
do not you? leave|go|break
come back to us|me
please -reply|ask|tell|write|let|do|say ..1 come|reconsider|finish|complete|buy|order|help|do not
beg|begging|begged|pleading|plead|implore
last hope
struggl*
think of us|our|me
disrespect*|wast* our|my
took ..3 time ..5 you
held|holding|kept ..5 others|for you ..3 so|and|but|long
you ..3 said you would
one of us will
! not miss
! patiently waiting for glaze|kiln
! begin*|beg to
! where you left
! forget ..1 about it
! think of us as|when|if
! waited for you to
! feel bad about
! beginner*
! the least we
! @we ..2 not sulk
! miss your train|bus
! heart and soul
! counting on you to
! worked ..1 hard*
! neglected corner*
! break* your heart
! sorry you had
"""

SHAME = """
@lacking ..2 mug|mugs|cup|cups|bowl|bowls|plate|plates|crockery|kitchen|table|tableware|china|pots|teapot|ones|stuff|tea|teabags|things
your -own ..1 @lacking ..2 mug|mugs|cup|cups|bowl|bowls|plate|plates|crockery|kitchen|table|tableware|china|teapot|home|house|cupboard|life
still using|drinking|eating|serving|putting|making|stuck|settling|sipping|living ..6
not ..2 be ..3 cheap|silly|foolish|stupid|person|fool|cheapskate|stingy|miser|left|lazy|boring
only a? fool*|idiot*
fool*|idiot*|stupid*|foolish*|silly|lazy|careless*|forgetful*|cheapskate*|stingy|miser|tight* -little
embarrass*|ashamed|shame|shameful|humiliat*|disgrac*|mortif*|cringe*
what ..2 guests|friends|neighbours|people|others|family|mother|visitors ..2 think|say|see
guests|neighbours|visitors ..3 judge*|laugh*|notice*|talk*|whisper*|pity
judg* you|your
everyone|everybody else|already ..4 has|have|is|knows|bought|upgraded|owns|does|switched
only one|person|household ..4 not|without|left|who
real|true|proper|serious -cup|mug|pot|tea|tea|letter|life|life ..3 lovers|people|cooks|fans|drinkers|hosts|grown|adults|men|women ..3 do|would|never|know|use|buy|not|have|own|choose
know|knows|known better
settl*|settle ..2 for ..2 less|second|mediocre|ordinary|worse|boring|average
stop settling|pretending|drinking|eating|using|being|making
grow up
what is wrong with
is|are you too
cannot|not ..1 afford
can ..1 you ..1 afford
if you ..2 afford
not ..2 good|sophisticated|clever enough
you should ..1 know|feel|have
should ..1 be ashamed|embarrassed
no excuse*
excuses
how can you ..2 live|still|not
are you really|seriously
no wonder
cheap out|option
peasant*|savage*|barbarian*|uncivilised|uncultured|philistine*
let ..2 yourself go|down
letting yourself
lower ..1 standards
your ..2 standards
failing|failure
loser*
unlike you
who ..1 have no taste
no|bad|poor|questionable taste
left behind
indecisive|dither*|flak*|fickle|hopeless|clueless
can not you? even
make up your mind
you again
messy|mess|clutter*
be the odd one
! no shame
! tight lid*|fitting|budget|seal
! silly question*|question
! no question is too|ever? silly
! too small|silly|foolish|daft
! a silly
! no|any silly|stupid
! shame to
! tight
! old friend*
! clutter*|mess free
! make a mess
! know better than us|i|we|anybody|anyone
! old table|kitchen
! no clutter|mess
"""

FEAR = """
regret*
you|your ..1 will ..2 sorry|kick
kick* yourself
miss|missing|missed out
fomo
fear*|afraid|scared|scary|terrif*|dread*|panic*|frighten*|alarm*|nightmare*
worse|worst case|still
do not ..1 risk|lose|gamble
risk|risks|risking|risky
lose|losing|loses|lost ..3 your|it|them|access|everything|forever|chance|out|place|basket|opportunity
danger*|hazard*|unsafe|toxic*|poison*|carcinogen*|leach*|contaminat*|deadly|lethal
harm*|hurting|damag* ..2 your|you|family|child*|health
warning*|beware|caution
account ..4 closed|suspended|locked|deactivated|restricted|cancelled|terminated|deleted|limited|compromised
suspend*|deactivat*|terminat*
action required|needed
respond|reply immediately|or|now
never ..3 see|find|have|get|be|forgive ..4 again|yourself
you ..1 may|might|will never
before something
what if ..5 gone|late|break*|never|lost|wrong|happen*
imagine ..5 without|losing|lost|gone|missing
consequence*|penalt*|fine|legal|court|bailiff*|debt* -print ..2 will|action|be|letter|notice|collect*
legal action
bailiff*|solicitor*|prosecut*
security breach|alert|risk
worried about|that
life is ..1 short
who knows what|how
while you still can
recession|inflation|crisis|shortage*|war|pandemic|catastroph*|disaster*
thief|thieves|burglar*|stolen|hacked|fraud*
bad luck|omen
curse*|cursed
haunt*
die|dying|death|dead
! no|not|nothing|never|without ..2 fear|risk|panic|afraid|alarm|regret*|danger
! fear not
! risk free
! lost for words
! lost in the|a|post|thought|translation
! lost|lose ..2 post|track|heart|sleep|its|their|heat|warmth|flavour
! harm* no
! harmon*
! not be afraid
! die hard|down
! alarm clock
! dying to
! dead simple|easy|straight|level|right|weight
! scary part|bit
! damaged
"""

FLATTERY = """
your|you|such|of ..2 @praise ..1 taste|eye|judgement|judgment|instinct*|style|palate|choice*|discernment|sense -of|you|for|between
taste is|was @praise
have|has|got|with|an|a|of ..1 @praise ..1 taste|eye|judgement|instinct*|palate
with|of your ..1 taste|eye|discernment|calibre|standards|refinement
someone|somebody|people|person|shopper*|customer*|those|collectors like|as you|special|discerning
you are|were ..2 special|amazing|wonderful|brilliant|incredible|fantastic|important|extraordinary|valued|precious|unique|awesome|worth|best|favourite|vip|genius|star|legend|gem|treasure|smart|clever|beautiful|gorgeous|stylish|connoisseur|perfect|chosen|queen|king|gifted
you so? clearly|obviously|certainly|evidently|truly ..1 know|have|appreciate|understand|deserve|love|recognise
deserv*
worth it|yourself
because you are
you ..1 have|earned earned
treat* yourself
spoil* yourself
pamper*|indulg*
our|most|my ..2 valued|loyal|favourite|best|special|treasured|important|cherished|esteemed|discerning customer*|friend*|people|client*|shopper*|reader*|guest*|member*
one of our|the ..3 customers|people|few|favourites -to
among our ..3 customers|people
loyal*
valued
vip*|insider*|elite|inner circle|hand picked
chosen few
select few|group|handful
hand picked|selected for you
handpicked|handselected for
just|only|specially|especially|exclusively|personally|reserved for you
exclusive*|exclusively
connoisseur*|tastemaker*|trendsetter*|aesthete*|genius|visionar*
clever|lucky|smart|wise|brilliant you|thing|choice|cookie
great|excellent|superb|fantastic|perfect|brilliant|inspired|wise|smart|impeccable|outstanding|exquisite choice*|pick|decision|selection
we|i|everyone|everybody|us ..1 love|adore|admire|envy|worship you|your
love|adore|admire ..1 your|about you
impress*|envy|envious|jealous|admir* ..3 your|friends|guests|everyone|of|by
gorgeous|darling|sweetheart|honey|beautiful|babe|hun|handsome $
people of|with @praise
not everyone|everybody|anyone|just ..5 you|taste|appreciate*|understand*|invited|gets
only the best for
finer things
you ..1 stand out
few people ..4 taste|eye|notice|appreciate*|understand
nobody|no one ..3 like|as you
so proud of you
one in a million
you have been chosen|selected|picked
chosen you|for
specially|personally selected|chosen|picked
congratulations
! chosen for the|its|their|you
! you are worth
! best choice for
! reserved for you to
! because you are in|not
! not just for
! valued at
! exclusive of
! love your ..1 question*|feedback|thoughts|view*|company|kettle
! we love ..1 your ..2 question*
! you deserve to know
! you are welcome
! one of our ..1 favourites
! only|just for you to
"""

TABLES = {"guilt": GUILT, "shame": SHAME, "fear": FEAR, "flattery": FLATTERY}
