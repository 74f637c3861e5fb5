"""Fear and flattery: words that frighten or butter up the reader."""

from __future__ import annotations

CLASSES = {
    "praise": (
        "great excellent exquisite impeccable superb wonderful amazing fabulous fantastic brilliant "
        "marvellous outstanding exceptional incredible lovely good perfect refined discerning "
        "flawless unerring enviable beautiful gorgeous sophisticated stylish discriminating clever "
        "smart stunning remarkable keen sharp extraordinary rare fine finest elegant expert "
        "immaculate unmistakable faultless"
    ),
}

FEAR = """
ruined|spoiled ..1 for good|ever
one|single wrong|false move
harbour* ..2 mould|germs|bacteria
make|makes you sick|unwell
make|makes you i will # ill, which is read as "I’ll"
may|might|could|can|will|would|known|liable ..2 explode*
explode*|explosion ..4 you|your|kitchen
no telling what
may|might|could|will be lost
lose ..1 the|it lot|all
lost if
you|will|would|do|never|not|to|your|without|no|live|later|might|may|people|customers|those|who|they ..3 regret*
you|your ..1 will ..2 sorry|kick
kick* yourself
miss|missing|missed out
one who missed|misses
hate ..3 you ..1 to miss
fomo
fear of|missing|that ..1 missing|losing|you|it
your fear|fears
you ..2 afraid|scared|frightened
you|your|be|feel|people|guests|children ..4 scared|terrif*|dread|dreaded|dreading|frighten*
nightmare|nightmares ..3 you|your|come|true|await*|begin|for
terrifying|dreadful|frightening|horrifying thing*|news|truth|accident*|risk*|stories|story|what|how
worse|worst case|still
do not ..1 risk|gamble
do not ..1 lose -your|heart|sleep|hope|track|touch
do not ..1 lose ..1 your ..1 basket|place|order|cart|items|saved|selection|access|discount|offer
risk|risks|risking ..2 your|losing|missing|it|being
at risk
risky
lose|losing|loses|lost ..3 access|everything|forever|chance|out|basket|opportunity|cart|order|items
basket|cart|order|items ..3 lost|gone
everything ..1 will|be|gets lost|gone
do not act
you ..1 always wonder
let ..2 go ..2 you ..1 always
danger|dangers to|for|of ..2 your|you|health
of danger|dangers
dangerous ..1 level*|amount*|chemical*
hazard*|unsafe|toxic*|poison*|carcinogen*|leach*|contaminat*|deadly|lethal
do you ..1 know what ..3 made|in|made ..1 of
harm|harms|harmful|damag* ..2 your|you|family|child*|health
final|last|important|security|health warning*
account ..4 closed|suspended|locked|deactivated|restricted|cancelled|terminated|deleted|limited|compromised
deactivat*|terminate|terminated|termination
^ action required
action needed -unless|if
! no action needed|required
respond|reply immediately|or|now
never ..3 see|find|have|get|be|forgive ..4 again|yourself
you ..1 may|might never
you ..1 will|would not ..1 find another
before something
what if ..5 gone|late|never
imagine ..5 losing|lost|gone|missing
penalt*|bailiff*|debt*
legal|court|final action|letter|notice|demand
unpaid
legal action
solicitor*|prosecut*
security breach|alert|risk
life is ..1 short
while you still can
recession|inflation|pandemic
war|wars in|means|has|may|might|could|will|with
in|by|of|the war|wars -of|over|on|between|about
burglar*|hacked|fraud*
bad luck|omen
curse|curses|cursed ..3 you|your|basket|house|kitchen|home
you|your ..3 cursed|curse
haunt|haunts you
microplastic*
particle* ..6 body|tea|food|bloodstream|water
your ..1 body|blood|lungs|bloodstream|system
what ..2 does to your
cause|causes|risk|certain|sudden|slow|your|early|untimely ..2 death|deaths
die|dies|died|dying of|from|young|early -curiosity|laughter|laughing|boredom|embarrassment|thirst
what is ..1 in your ..1 old|mug|mugs|cup|cups
imagine|picture ..4 someone|somebody|anyone|another|stranger* else
someone|somebody|stranger* else ..2 drinking|using|enjoying|holding|taking|sipping|eating|pouring
end|ends|ending|left up? with nothing|none|empty
not ..1 let ..1 somebody|someone|anyone|another|others
your ..1 @crockery|crockery ..2 making|make|makes|could|may|might ..2 sick|harm*|unwell|poorly
making you|your ..2 sick|unwell|poorly
making you i will # ill, which is read as "I’ll"
! no|not|nothing|never|without ..2 fear|risk|panic|afraid|alarm|regret*|danger
! fear not
! i|we ..2 afraid
! risk free
! lost for words
! lost in the|a|post|thought|translation
! not be afraid
! dying to
! word|words of warning
! fair warning
! life is too short
! regret* nothing
! cream ..1 crisis
! not ..1 harm ..1 you|your
grow|grows|growing|harbour*|breed*|carr*|collect*|hold*|hide|hides|hiding|full|give|gives|giving|shed*|release* ..3 mould|mold|bacteria|germs|cadmium|toxin*|fumes
give|gives|giving|release* ..1 off lead|fumes|chemicals
lead|cadmium|chemicals|toxins|metals in|from ..3 glaze|glazes|crockery|plate|plates|mug|mugs|cup|cups|tea|water|pot|pots|china
lead ..1 for|over years|decades
boiling|hot|scalding|burning water|tea|coffee|soup ..5 lap|legs|skin|child|children|face|baby
scald*|burn|burns ..1 yourself|you|somebody|someone|child*
not|never|nobody|you ..3 know|tell|sure what ..1 is ..1 in|inside|on ..3 glaze|tea|plate|plates|mug|mugs|cup|cups|water|bowl|teabag|tap
do|would|can you ..1 know what is ..1 in|inside
not|hardly|barely|never ..1 face ..2 day|morning|week|guests
nobody|none ..1 checks|tests|inspects|regulates ..1 it|what|them|that
no one ..1 checks|tests|inspects|regulates ..1 it|what|them|that
account|membership|profile|subscription ..3 close|closes|lapse*|end|ends|expire*|suspend*|removed
plotting|plot ..2 against|you
before it|something ..1 breaks|cracks|fails|happens|goes ..3 you|your|wrong
something ..1 happens ..1 bad|to
something ..1 bad|terrible|awful|dreadful|horrible|nasty ..1 happens|will|is|happened|might|may
what you|your ..1 not see ..3 hurt|harm|kill|make
would|will you ..1 ever ..1 know|notice|forgive
until|till|when it is|was ..1 too late
unsafe|not safe|risky to ..1 drink|eat|use|keep|pour
one of these|day|morning mornings|days|it|will
dust and sweepings|stalks|fannings
sweepings
family|kitchen rows|arguments|quarrels ..1 begin|start
family|children|child|kids|guests|you ..2 drinking|eating|swallowing|breathing ..2 lead|toxins|chemicals|germs|poison|plastic|metal|metals
think|thinking|imagine ..2 what|everything ..1 could|might|can|may ..1 go|happen ..1 wrong
what ..1 could|might|can|may go wrong
-our|my|nell|asha|her|his|their|made|made biggest|worst|costly|terrible|big|serious|grave|expensive mistake
mistake you ..1 will|would|may|might
never ..1 be ..1 same|safe|sure again?
you ..1 will|would ..1 live to
disaster*|catastroph*|tragedy
wake up ..4 gone|empty|too|sorry
it ..1 could|might|may ..1 be ..2 last|too late|gone|over
shatter*|explode*|burst* ..4 hand|hands|moment|face|lap|any
your ..2 safety|health|family|home ..2 at|in|on stake|danger|line
! basket|cart|order|things|everything has|have not gone
! basket|order ..1 not lost|gone
mould|moulds|mold|germs|bacteria ..3 you|your|not|see|swallow|drink|eat
not|never ..2 want to ..1 swallow|drink|eat|breathe|think|know|imagine
what ..2 lives at|in|under|on ..2 bottom|cup|mug|tin|pot|sink|cracks|rim
lurks|lurking|grows at|in|under|on ..2 bottom|cup|mug|tin|pot|sink|cracks|rim
make|makes|making|made ..4 sick|poorly|unwell -of
harbour|harbours|harbouring ..2 things|germs|bacteria|dirt|nasties
clock|time ..5 not|against ..1 on your side
people|someone|somebody ..2 fallen|fell sick|poorly
no friend|friends ..1 to|of ..2 stomach|health|heart|teeth
blame you
regret it|this|them|that|not
mistake|choice ..3 you ..3 live with
hate|loath|sorry ..1 for you to ..1 miss|lose|regret
what happens|happened|becomes to|of people|those|anyone|someone|you|who|houses|homes|kitchens
nobody finds|found|hears|heard them|you|it|him|her
^ imagine|picture|think ..2 morning|mornings|life|day|winter|breakfast|kitchen ..1 without
without it|one|them ..1 your|you|mornings|breakfast ..4 poorer|worse|duller|empty|emptier|colder|grey|sorry
make|makes|making|made people|somebody|someone|anyone|drinkers|families i will
go|goes wrong if|when|unless you ..2 wait|leave|delay|ignore|put
basket|order|things|cup|cups|mug|tin is|are not ..1 safe|secure
bad for the|your ..1 heart|health|teeth|liver|stomach|nerves|lungs|kidneys|blood|baby|skin|bones
wish|wishing you had|would ..1 ordered|bought|kept|chosen|acted|listened|known|taken|decided
^ be warned
mark my words
delay|wait|ignore ..2 at your ..1 peril
not say ..2 warned|told
face|suffer|bear|mind ..1 consequences
who knows what ..1 is|lurks|lives|will|comes ..3 in|your|happen
could|might|may be your last
if you ignore|wait|delay|dither ..8 lose|lost|gone|worse|sorry|break
sorry later
safe ..2 your|the ..1 children|family ..2 are|is|really
when did you last ..1 check|look|wash|clean|test
trust what ..1 is in
^ ..6 or else $
"""

FLATTERY = """
as @praise|special as you|yours
so @praise ..1 eye|taste|palate
clever|wise|smart|shrewd of you
few people ..1 have ..2 sense|taste|eye|wit
not the same without
as|so special as you
few|many people ..1 go|choose|pick|see|know|manage|would
take|takes somebody|someone with|who
you chose|choose|picked ..1 well
you ..1 spotted|noticed|saw what|something ..1 others|most|few
nobody ..2 rather
you are ..1 quite|such|a ..1 the|a|real|true ..1 expert|pro|natural|star|cook|host
you are the reason
not like ..1 other customers|people|shoppers
unlike other customers|people|shoppers
your ..1 choice|taste says|tells|speaks
takes|have|has|with a|an|the ..1 trained|practised|keen|sharp eye
takes a ..1 eye
you of all
beautiful|wonderful|special|amazing|brilliant|remarkable person|people|woman|man|human
you have got? style|class|flair|taste
your ..2 @praise ..1 taste|eye|judgement|judgment|instinct*|palate|choice*|discernment
you ..2 have|got|with ..2 @praise ..1 taste|eye|judgement|instinct*|palate|style
you ..3 have an eye
have ..1 @praise eye
you ..2 an|a|the ..1 instinct|eye|gift|knack|talent|flair|nose for
most|other|few people ..1 do|would|can|could not $
knew you would
among the ..1 few
for ..2 customers only
person|people|someone|somebody|man|woman|customer of|with ..2 taste|discernment|refinement|calibre|distinction
with|of your ..1 taste|discernment|calibre|standards|refinement
someone|somebody|people|person|shopper*|customer*|those|collectors like you
there is you
then|and there is you
you are|were ..2 special|amazing|wonderful|brilliant|incredible|fantastic|important|extraordinary|valued|precious|unique|awesome|favourite|vip|genius|star|legend|gem|treasure|smart|clever|beautiful|gorgeous|stylish|connoisseur|chosen|queen|king|gifted
special to us|me
you so? clearly|obviously|certainly|evidently|truly ..1 know|have|appreciate|understand|deserve|love|recognise
truly|really understands|appreciates|knows
you|yourself|someone|women|mums|mothers ..3 deserv*
! leaf|leaves|tea|pots|glaze|clay that|which deserv*
deserv* ..1 the|a|an|to ..1 best|treat|break|better|little|something|be
because you are ..2 special|worth|one|our|valued|loyal|amazing
earned ..2 treat|reward|discount|special|break|upgrade
treat* yourself
spoil* yourself
pamper|indulge ..1 yourself
you ..2 indulge*
our|most|my|top ..2 valued|loyal|favourite|best|special|treasured|important|cherished|esteemed|discerning ..1 customer*|friend*|people|client*|shopper*|reader*|guest*|member*
one of our ..3 customers|few|members
among our ..3 customers|people
top|favourite customer*|client*|shopper*
loyal*
valued
vip*|insider*|elite|inner circle|hand picked
chosen|select few|group|handful
hand picked|selected for you
handpicked|handselected for you
just|only|specially|especially|exclusively|personally|reserved for you
exclusive*|exclusively
connoisseur*|tastemaker*|trendsetter*|aesthete*|genius|visionar*
clever|lucky|smart|wise|brilliant you|thing|cookie
superb|fantastic|perfect|brilliant|inspired|wise|smart|impeccable|outstanding|exquisite choice*|pick|decision|selection
we|i|everyone|everybody|us really|all? love|adore|admire|envy|worship you|your
of all ..5 you are
impress*|envy|envious|jealous|admir* ..3 your|friends|guests|everyone
darling|sweetheart|babe|hun
people of|with @praise
not everyone|everybody|anyone|just ..4 taste|appreciate*|understand*|invited|gets|picked|chosen|pick|choose
only the best for
finer things
you ..1 stand out
few people ..4 taste|eye|notice|appreciate*|understand
nobody ..3 like|as you
no one ..3 like|as you
so proud of you
one in a million
you have been chosen|selected|picked
chosen you
specially|personally selected|chosen|picked
for|like|as|is|are|such a|an @praise person|human|soul|lady|gentleman|customer|reader|kitchen|home
@praise ..1 person|human|soul|lady|gentleman|customer like
you are ..1 worth
only|just the|those ..1 discerning|refined|chosen|select|best|brightest
you are ..1 a|an|the ..1 natural|expert|pro|master|genius|inspiration
what an|a ..1 @praise ..1 eye|taste|choice|palate|mind
! only|just for you to
! love your ..1 question*|feedback|thoughts|view*|company|kettle
! you deserve to know
! you are welcome
! reserved for you to
! valued at
! exclusive of
! lucky thing ..1 clay
one of ..2 few ..2 readers|people|customers|who|to
yours|your ..3 masterpiece|triumph|marvel
yours is ..1 delight|joy
yours is a ..1 work of art
clever|wise|smart|discerning|tasteful|stylish|sophisticated|refined|cultured people|readers|customers|buyers|souls|shoppers|kitchens|hosts|drinkers
you ..1 see|notice|know|understand|hear|taste|feel ..1 more than ..1 others|most|many|anyone|other
you|your ..2 had|have|with ..1 kind|lovely|beautiful|good|clever|warm eyes|face|smile|heart|soul
person|people|somebody|someone|customer*|reader*|cook|eye|friend such|just as|like you|yours|yourself
discerning
one of the ..1 good|best|rare|clever|special ones|few
cleverest|kindest|wisest|smartest|loveliest|nicest|sharpest readers|customers|people|reader|customer|person|ones
basket|choice|choices|table|pick|picks|eye|selection|order is|are ..1 so|very|really|rather|most tasteful|lovely|beautiful|elegant|perfect|inspired|exquisite|clever
so|very|most tasteful|discerning|stylish|sophisticated
we|i mean|meant you $
we|i mean|meant you of
people ..8 the way you do
people ..6 you ..2 are rare
rare|unusual to ..1 find|meet|see ..2 such|somebody|someone|a|people
you ..1 clearly|plainly|obviously|evidently -what|how|that|which|why ..1 care|cook|host|know|see|understand|have|are
only|not ..1 many|few|everyone ..3 would|could|can ..1 have|spot*|notice*|see|chosen|choose ..1 that|this|it
you are ..1 the|our|exactly ..1 kind|sort|type of ..1 person|customer|reader|people
your ..1 table|kitchen|home must|is ..2 lovely|beautiful|elegant|envy|special
we|i|everyone ..1 have|has all|both ..2 admired|look|admiring ..4 your|it|twice
only|just ..1 someone|somebody|a|an|people|person ..2 with|like|of ..1 your|you
love|like|adore|admire ..1 the|how way you|you ..1 think|choose|see|look|live|cook|work
love|adore|admire how you
you ..1 are|have ..2 such|so ..2 taste|eye|flair|style|sense|person
we|i ..1 wish ..2 more|all|every customers|people|readers ..2 like|were
a|an ..1 person|woman|man|cook|host|eye of ..1 your|such|rare|real
well chosen you|we|indeed
hats off|bravo|kudos|applause ..1 to|for ..1 you|your
bravo
kudos
you ..1 do|are|have ..2 not ..2 ordinary|average|usual
how ..1 clever|wise|thoughtful|kind|lovely|tasteful ..1 of you
your|you ..2 excellent|superb|impeccable|faultless|unerring|refined|exquisite
the|a likes ..1 of you
! how ..1 kind of you ..1 to? write|reply|ask|say|tell
sets|puts|places you ..2 above|apart|ahead|beyond
+ you being ..2 @praise|bright*|clever*|smart*|better|wise*
far|much|so brighter|cleverer|smarter|wiser|better looking
good|better|best looking ..4 you|your
you ..3 good|better looking
most|other|few people ..1 never|hardly|rarely|not ..8 you do|are|have|can|will
written|made|kept|meant|for for the ..1 few who
the|a few who see|know|notice|understand|care|appreciate
our|my most|best|dearest|favourite|finest ..1 customer|customers|reader|readers|friend|regular|regulars
you ..2 chosen|chose|picked|choose|choosing ..1 brilliantly|beautifully|cleverly|wonderfully|superbly|wisely|splendidly|perfectly|exquisitely|impeccably|shrewdly|magnificently
as you always|usually do|have
eye|taste|palate|judgement|nose|sense like|such yours
cleverest|wisest|sharpest|loveliest|brightest|finest|best|dearest|keenest|kindest|smartest|nicest of ..2 readers|customers|friends|people|you
few|nobody|none|many|rarely|hardly ..4 as ..1 well|carefully|cleverly|sharply|thoughtfully as you
takes|took|needs somebody|someone|a|an ..2 special|rare|clever|discerning|particular|certain ..2 to -keep|hold|make|reach
for|to|with|like ..1 people|readers|customers|those|somebody|someone|anybody|folk with|of ..1 judgement|taste|discernment|style|wit
what @praise taste|judgement|instincts
you|your ..1 have|has ..1 the ..1 hands|eye|heart|soul|makings|mind|touch of ..1 a|an|the potter|artist|saint|maker|cook|artists|potters
think|thought|thinks ..1 the? world|highly of you
trust you to ..1 find|pick|spot|choose|see|go
choice|basket|eye|order|taste|that ..3 says|speaks ..2 lot|much|volumes|well ..1 for|of you
you ..3 excellent|great|splendid|lovely|beautiful|handsome|marvellous|first ..1 choice|pick|selection
you brighten|light|warm
excellent|splendid|marvellous|impeccable choice|pick|taste|eye
you are ..1 a|our|the ..1 kind|sort|person we
you are ..2 our ..1 kind|sort
we|i ..1 like|love|admire ..1 how|the way you
readers|customers|people like you ..3 are|is|make|keep|do
you ..1 were|are ..1 born|made ..1 for|to
you ..1 know|recognise ..1 quality|good|beauty|craft|value when
always ..1 had|have ..1 good|great|such|an|excellent taste|eye
rare|good|fine|sound|sure judgement|instinct of|on you|yours
beautiful|lovely|elegant|handsome home|house|kitchen|table|shelf ..1 like yours
a|any ..2 like you ..2 needs|deserves|knows|understands|will|would
rarer|keener|sharper|finer|surer eye|taste|palate|judgement|sense
"""

TABLES = {"fear": FEAR, "flattery": FLATTERY}
