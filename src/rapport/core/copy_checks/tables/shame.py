"""Shame: words that make the reader feel small."""

from __future__ import annotations

CLASSES = {
    "lacking": (
        "chipped ugly cheap tired shabby sad boring dull mismatched tatty drab old plastic "
        "embarrassing pathetic miserable grubby stained hideous tacky dated worn mediocre second "
        "supermarket dreary paper"
    ),
    "shabby": (
        "chipped ugly tired shabby sad boring dull mismatched tatty drab embarrassing pathetic "
        "miserable grubby stained hideous tacky mediocre dreary saggy cracked"
    ),
    "crockery": (
        "mug mugs cup cups bowl bowls plate plates crockery kitchen table tableware china pots "
        "teapot ones stuff teabags things home house cupboard life glasses"
    ),
}

SHAME = """
you still pouring|brewing|cooking|baking
be|is ..1 beyond you
grown person|man|woman|adult should|ought|must|needs|has
careless|clumsy as|like ..1 people|you|most
you ..2 surely|probably|doubtless ..2 chipped|broken|broke|ruined|dropped
they|buyers|people ..1 not be bothered to
most|many buyers|people|owners|customers ..1 ruin|spoil|break|waste
guests|visitors|friends ..4 polite
guests|visitors ..2 have|has|had|may|must|surely|already|probably ..1 seen|noticed|thought
friends ..2 have|has|must|surely|already|probably ..1 noticed|thought
guests|visitors|friends ..2 say|think nothing|so|it|something|of
guests|visitors ..2 noticed|thought
you are|deserve ..1 better than
you can ..1 do|choose|have|afford ..1 better than
you|your|table|kitchen|home|house|cupboard|shelf ..4 crying out
people|everyone|everybody|most|others|friends|neighbours|we ..4 gave|given|give up ..1 plastic|teabags
say|says about you
self respecting
drinking|eating|living like a student|child|teenager
nobody|no one? ..1 serves|uses|drinks|buys ..5 any more
nobody|no one? ..1 serves|uses|drinks|buys ..5 that|those|anymore
could do with some|a|an ..1 dignity|upgrade|lift|class
do not be the|that
you|still ..2 making do
grown ..1 adult|adults
people|guests|others|they ..1 notice|judge what|how you
people|guests|others ..1 see what|how you ..1 live|drink|eat|serve|use|wear|own|are
in law ..6 think|thinks|say|says|notice|notices|judge|visit*|laugh*|see|sees
@lacking ..2 mug|mugs|cup|cups|bowl|bowls|plate|plates|crockery|china|teapot ..1 at home|of|you|embarrass*|have|must
your -own ..1 @shabby ..2 @crockery
your cheap|supermarket|dated ..1 @crockery
your ..1 old ..1 plastic|paper|cheap|dull
you ..2 still using|drinking|eating|serving|sipping|living|sleeping|wearing|sitting ..5 @shabby|plastic|paper|bags|teabags|instant|mug|supermarket|cheap
you ..2 still using|drinking|eating|serving|sipping|living ..1 from|out|off|like
you ..2 still using|drinking|eating|serving|sipping ..2 old|those|that ..3 @crockery
you ..2 still settling|stuck|putting ..1 with|for|up
you ..2 still using|drinking|eating|serving|putting|stuck|settling|sipping|living $
^ still using|drinking|eating|serving|sipping|living|sleeping|wearing|sitting ..5 @shabby|plastic|paper|bags|teabags|instant|mug|supermarket|cheap|saggy|worn
^ still using|drinking|eating|serving|sipping|living ..1 from|out|off|like
^ still using|drinking|eating|serving|sipping ..2 old|those|that ..3 @crockery
^ still settling|putting ..1 with|for|up
^ still stuck with|using|drinking|in
are you drinking|eating from|off|out ..1 @lacking
not let ..2 @shabby|cheap|mediocre
do not ..1 be ..2 cheap|silly|foolish|stupid|fool|cheapskate|stingy|miser|boring
only a? fool*|idiot*
you|your|be|are|feel|look ..2 idiot*|stupid*|foolish
cheapskate*|miser
you|your|be|being|not|so ..2 stingy
you|your|the|for|so|too ..1 forgetful
you|your|be|feel|look ..2 a|like|the fool|fools
a fool to|not|who
! nothing to be ashamed|embarrassed
you|your|guests|friends|yourself|be <5> embarrass*|ashamed|shameful|humiliat*|mortif*|cringe*
embarrass* ..1 by|of
the embarrassment
you|your|yours|table|kitchen|cupboard|shelf|home|house|tin ..4 disgrac*
disgrac* <4> you|your|yours
what|such|an? utter|absolute|real|a ..1 disgrace -is|it|and
! our|my|his|her|their ..6 disgrace
what will|would|must|might|could|do|your|the ..2 callers|guests|friends|neighbours|family|mother|visitors ..2 think|say|see|make
what will|would|must|might|could ..1 people|others ..2 think|say|see
think|imagine|know|picture|consider|matters|care|guess ..1 what ..2 guests|friends|neighbours|people|others|family|mother|visitors ..2 think|say|see
! guests|neighbours|visitors ..2 not ..1 notice*|laugh*|judge*
guests|neighbours|visitors ..3 judge*|laugh*|notice*|whisper*|pity
guests have too
judg* you|your
everyone|everybody else|already ..4 has|have|bought|upgraded|owns|switched -to
-not the only one|person ..3 not|without
real|true|proper|serious -cup|mug|pot|tea|letter|life ..3 lovers|people|cooks|fans|drinkers|hosts|grown|adults|men|women ..3 do|would|never|know|use|buy|not|have|own|choose
serious ..1 about tea|food|cooking|their|pottery|coffee|taste
nobody|anyone|anybody who -likes|wants|would|wishes|needs|asks ..2 cares|care|knows|know|appreciate*|understands -us|how|where|what|to|why|for|after
! we|i|nell|asha|cat|cats|dog|dogs|potter|potters|apprentice|nobody ..2 know|knows|known|knew better
know|knows|known better -which|what|where
settl*|settle ..2 for ..2 less|second|mediocre|ordinary|worse|boring|average
stop settling|pretending
stop drinking|eating from
what is wrong with you
not ..1 afford
can ..1 you ..1 afford
if you ..2 afford
not ..2 sophisticated|clever enough
you should ..1 know better
should ..1 be ashamed|embarrassed
! it|that|this|which is no excuse
how can you ..2 live|still|not
are you really|seriously -sure|ready|done|finished|there|certain
cheap out|option
peasant*|savage*|barbarian*|uncivilised|uncultured|philistine*
let ..2 yourself go|down
lower ..1 standards
your ..2 standards
you are ..1 too ..1 old|grown|young
like a|an ..1 grown up|ups
a|an|proper|real|more ..1 grown up ..2 @crockery|taste|choice|cup|gift|people|person|thing|way
time ..4 grown up
be|act ..2 grown up
rude to stop|leave|go|walk|ignore
how ..1 people ..2 like|want|wish to be seen
no guest|visitor|friend ..2 to see ..3 empty|bare|dirty|cracked|old
! be very grown up about
grown ups|up ..1 drink|drinks|eat|use|own|have|do|know|serve|buy|deserve|would|need
who ..1 have no taste
your|has|have|had|shows|such ..1 bad|poor|questionable taste
not everyone|everybody|anyone|everybody can ..1 tell -left|which|where|whether|if
not ..1 tell|taste ..2 difference -between
be|been|get|being|feel|feels|feeling left behind
! basket*|cart*|order*|things|items|mug*|umbrella* ..2 left behind
you -may|might ..3 indecisive|dithering|fickle|hopeless|clueless|flaky -skin|scalp|pastry|crust|salt|romantic|romantics|between
finally|just make up your mind
! if|when|should you ..1 not make up your mind
not|never make up your mind -yet|between|about|on|at
most|other people manage
your ..1 messy|cluttered ..1 @crockery|kitchen|hall|desk|shelf|table
! choose|pick|make|making|like your mess
be the odd one
save yourself from
save yourself ..3 blush*|embarrassment|shame
your ..1 @crockery could do|use ..3 help|lift|upgrade|better|rescue|love|attention|refresh|makeover|nicer|taste|style|class
your ..1 @crockery could do|use ..2 new|proper look|ones|start|face|life
-if|whatever|what|where|should your ..1 @crockery lack*
your ..1 @crockery deserve* ..1 better|more|finer|new|nicer|proper|best|upgrade|rescue*
people|those|anyone|anybody|someone|somebody|hosts|cooks|families with|of ..1 standards|class|manners
have|has|got ..1 standards
that|those|these ..1 old|ugly|tired|sad|chipped thing|things
moved|move on from ..2 plastic|paper|cheap|teabag*|supermarket|mug*
what are you ..1 drinking|eating|serving ..2 from|off|out|on
+ what do you ..1 drink|eat|serve ..2 from|off|out|on ..2 jam|jar|bucket|plastic|paper|shoe|tin|saucepan
understand|see|know|wonder why ..1 nobody|none|people|guests|no ..3 stay*|visit*|come*|call*|left
be|is|are|look|looks|seem silly|daft|mad|foolish|crazy|bonkers ..1 not
your friends|neighbours|guests|mother|colleagues|sister ..1 have|has|own|owns|bought|already|drink* ..2 one|ones|them|theirs|it|better|nicer|finer|proper|real|own|bought|moved|upgraded|decent|have
! no shame
! no question is too|ever? silly
! know better than us|i|we|anybody|anyone
! in bad taste
! not embarrass*
everyone|everybody|people|others|most else ..3 finish*|manage*|order*|repl*|answer*|buy*|bought|decid*|complet*|understand*|gets
more than ..2 can ..1 be said|say for|of|about ..1 your|yours|you|some|most|others|many|other
say the same for|of|about your|whatever|what
whatever|what you are ..1 drinking|eating|pouring|cooking ..2 from|out|with ..4 moment|now|instead|currently
what will|would|do|must|might they|she|he|everyone|everybody ..1 say|think
+ ^ no ..1 thanks? i ..2 like|prefer|love|enjoy|rather|hate|do|want|am ..2 not|bad|ugly|cold|boring|paying|plastic|chipped|paper|cheap|drinking|eating|happy|fine|missing|with
people|those who ..1 finish|carry things|it|a
people|those who ..1 see|follow things|it|a ..1 through
by now -and|or|but ..3 people|everyone|everybody|anyone should|have|ought|know|would
by now -and|or|but ..1 you ought|know|would
by now -and|or|but ..1 you should ..1 know|do|be|own
most|all people|of us ..2 learn*|grow*|outgrow*|move|moved ..3 that|by|on|out
on your conscience
your conscience ..1 knows|says|will|would|is|can
anyone|anybody|everyone|people|those|person who ..1 still drink*|us*|buy*|eat*|serve*|make*|think*|dunk*
you ..2 been? brewing|making|doing|drinking|washing|using|storing|pouring|steeping|eating ..3 badly|incorrectly
you ..1 have ..1 been ..1 brewing|making|doing|drinking|washing|holding|using|storing|pouring|steeping|eating ..3 wrong
! we|i|us ..6 getting|got|doing it|this|tea all? wrong
! by getting|doing it|this wrong
doing|done|got|getting it|this|tea all? wrong
embarrassing|shameful|dreadful|awful|hideous ..1 cup|cups|mug|mugs|plate|plates|bowl|bowls|crockery|teapot|china|table
has|have|had not ..1 begun|started|learnt|learned ..1 to ..1 taste|live|drink|cook
absent without|again
some people|of us ..1 do|bother|manage|reply|care -not
some people|of us ..1 keep|remember ..2 promise*|word|birthday*|thank
a|the|your test of character
your ..2 poor|sorry|sad|shabby|tatty|chipped|mismatched|tired ..1 mug|mugs|cup|cups|plates|bowls|crockery|kitchen|table|shelf|cupboard
chipped|cracked|stained rim|mug|cup|plate is|are no|not|hardly|never ..2 way|fit|good|serve|place
you|we ..1 can ..1 all ..1 tell|see ..4 cheap|mistake|wrong|amateur
amateur*|beginner*|novice ..1 mistake|error|taste
even a|your child|beginner|granny|dog could|can|knows
only a|an ..1 careless|foolish|lazy|rude|thoughtless|selfish|silly|mean|tasteless person|people|customer|fool
no wonder ..2 nobody|none|guests|friends|people|your|you -feet|dog|cat|hands|plants|back|get|gets
no wonder ..2 no one
even|only students|children|kids|teenagers ..2 have|has|own|drink|use|know|do
about|high time ..1 you|your
is not it ..1 time ..1 you
you ..1 call|called that|this|yourself ..2 mug|cup|teapot|host|cook|person
still ..1 using|drinking|serving|eating ..4 student|chipped|plastic|promotional
still ..1 using|drinking|serving|eating ..3 old|free|paper ..2 @crockery|teapot|kettle|bag|bags
who ..1 drinks|drink|serves|serve|uses|use ..3 anymore|these days|nowadays|any more
nobody ..2 will|would ..2 take you seriously
no one ..2 will|would ..2 take you seriously
you ..1 can|could|should|might ..1 at least -choose|pick|keep|look|see|use|read|change|save
judging by|from the? ..2 state|look|looks of
state|condition of ..3 kitchen|kitchens|cupboard|table|mugs|plates|house ..3 yours|you|your
commitment issues|problems
indecisive|dithering|undecided are you|we
some|most people not|can ..2 even
makes|make you|us|me wonder how|what|whether ..1 they|you
finish what they|people|others|we start*
that|it says|said something|everything|plenty|lots|a ..1 lot? $
you ..1 have ..1 let ..4 cold|go|slide|die|down
should|if you ever ..1 make up ..1 your mind
ever make up your mind
cleanest|nicest|best thing ..3 kitchen|house|cupboard|room ..3 yours|you|your
! if you ..1 not want|like|wish ..5 see|know|notice
you ..1 would|do|will not want|like|wish ..3 guests|visitors|friends|people|anyone|neighbours ..2 to? see|know|notice
says|say something|a|everything|lot ..2 about|of ..1 a|your|the|any ..1 home|house|person|host|kitchen|cook
you ..1 have|were|been ..1 careless|clumsy|rough|lazy|slapdash|negligent
as beginners|amateurs|novices ..1 are|do|always
chipped|tired|tatty|sad things|stuff|cups|mugs|plates|ones ..3 you
old cups|mugs|plates ..3 about you
people|anyone|those who ..1 can not be bothered
most|any|sensible|normal adults|grown ..3 manage|decide|choose|know|make
you|still ..3 drink|eat|sip|drinking|eating from|off|out plastic|polystyrene|chipped|jam
you never did|have ..1 -see|saw|ask|asked|need
you|they|she|he could not ..1 go through with
laughing at you
that was embarrassing
if you can face
not|never ..3 proper|due|enough|sufficient|reasonable care
-our|my|these careless|clumsy|impatient|thoughtless|heedless hands|hand|washing|owner|owners|users|people|treatment|handling
-our|my|these rough owner|owners|treatment|handling|washing|users
pity for such
anybody|anyone|somebody|people|most with|who ..6 would have ..1 decided|chosen|ordered|known|bought|finished|replied|answered
would have ..1 decided|chosen|ordered|bought|finished|replied|answered by now
keep|make|made|kept it ..1 simple|slow|easy|short for you $
people|those|anyone|anybody|customers who ..1 use|uses|drink|drinks|buy|buys|keep|keeps ..2 teabag|teabags|supermarket|plastic
simple|slowly|easy ..1 enough for you
proper|decent|civilised|respectable|grown ..1 kitchen|home|house|table|host|household|cupboard ..1 has|have|keeps|needs|owns|deserves|knows|would
somebody|someone ..2 tell|told|warn|warned ..1 you about|that ..3 your
even|any ..1 my|a|our|the nephew|niece|child|toddler|fool|beginner|schoolboy|monkey|baby|idiot|infant ..2 can|could|knows|manages|brews|would|gets
even for you
even you ..1 can|could|will|should|might|must
most|all|other readers|people|customers|cooks|guests ..2 grasp|understand|follow|learn ..2 this|it|that|quickly|easily|once
happy|content with|without ..2 bad|cold|weak|poor|dull|chipped|ugly|mediocre|cheap|horrid|awful|stale|dusty -water|milk|soil|wash|light
fine with|without ..2 bad|dull|chipped|ugly|mediocre|cheap|horrid|awful|stale|dusty
people|those|guests with an|a|any ..1 eye|taste|palate|standards|manners
your ..3 seen better days
! we ..2 not tell anybody|anyone|others ..1 what|that|how ..1 you ..2 buy|bought|order|ordered|read|write|see|live
not tell anybody|anyone|soul what|that|how ..1 you|your
be the one|host|house|person with|who|without ..4 odd|chipped|plastic|bags|bag|instant|paper|cracked
even ..1 your ..1 guests|cat|dog|neighbours|children ..2 know|knows|notice*|could|can|drinks|deserves|laugh*|judge*|manage*|would|better|thinks|think
even ..1 your ..1 guests|cat|dog|neighbours|children ..2 has|have ..2 better|more|noticed|taste|manners|one
how can you ..1 live|bear|stand|cope
how do you ..1 bear|stand|cope|live $
how do you ..1 live with ..1 it|that|this|those|yourself
how do|can you ..1 put up with
-last|next|first|the|by|every|each|any|this|same time you ..1 grew|learnt|learned|had|got|stopped|bought|replaced
better than this|that|those|these $
what you|your ..1 call|calls ..1 tea|a|your
stop embarrassing
fit for a|the ..1 skip|bin|jumble
it|that|this|she|he|is|are|thing|things ..1 beneath you $
is it|that|this beneath you
some of us ..1 like|prefer|expect|want|care|know ..3 tea|mugs|pots|better|things
telling on you
gives|give you away
luckily|fortunately for you
in this day and
shelf|cupboard|kitchen|table|home could ..1 do|use ..3 help|lift|rescue|upgrade
+ again are we
+ no judgement|judgment|offence -from ..1 but
your ..2 plates|mugs|cups|bowls ..2 not ..1 match
hide|hid those|your|that mugs|cups|plates|bowls|crockery|teapot|mug
not|hardly everybody|everyone|anybody|anyone ..1 has|have ..2 palate|taste|eye|nose
anyone|anybody|people|those|somebody|person with ..1 sense|brain|brains|manners|taste ..1 would|will|can|knows|could|sees
other|most readers|customers|people did|do|had|have ..1 not ..1 need
shame|pity if ..1 anybody|guests
you ..2 probably|surely|doubtless ..1 scrubbed|used|washed|brewed|burnt|done ..4 silly|wrong|harsh|bad
bit|little|rather|too|touch ..1 advanced|difficult|complicated|clever for you -to
bit|little|rather|touch ..1 hard for you $
people who ..1 have given up on|and|hope
people who ..1 have given up $
as if|though you|they ..1 had|have|has ..1 given up
make|makes|making you look ..1 as|like ..1 if|though|you|a
make|makes|making you look ..1 cheap|poor|lazy|careless|shabby|mean|common
us not talk|speak about|of ..2 you|your
^ not talk|speak about|of ..2 you|your
rather|better not talk|speak about|of ..2 you|your
child|toddler|baby|dog ..2 could|would ..2 faster|better|quicker
a|any|even ..1 child|toddler|baby|dog ..2 can ..2 faster|better|quicker
guests|friends|family|visitors deserve*
tea|coffee lovers|drinkers ..2 not|never|would
what ..1 they|people|guests|others|visitors ..2 think|say|make of ..1 you|your|us
raise|lift the? tone of ..1 your
people|those|anyone who know|knows tea|pots|coffee|better|good|their
if you still do $
how you keep|run ..1 your ..1 kitchen|house|home|table|cupboard|cups|mugs|shelf
nobody|no|one ..1 serious|sensible|civilised ..3 drinks|uses|eats|serves|buys
at least do not tell
! i|we|nell|asha ..3 no excuse*
should|ought ..1 be able to ..1 manage|do|finish|choose|decide
hardly|scarcely|barely anybody|anyone ..1 fails|fail|gives|stops|struggles
^ most people get to|through|there|finish
only ..1 people|somebody|those|someone who ..1 can|could|would|do|know not|nothing|no
taken|mistaken for one of those|them|that
visitors|guests|friends|neighbours|company ..4 straight face|faces
back to|into decent|good|polite company
somehow|still|yet you ..1 can|could|will not ..1 manage|decide|finish|choose|bring|make
pull yourself|yourselves together
like an|a adult|grownup|grown $
what is wrong with your
afraid ..3 yours says|is|looks|does
table|home|house|kitchen|shelf|cupboard ..5 looks|look poor|cheap|shabby|mean|common
nobody ..5 given it|them ..1 any? thought
people|those|anyone|somebody|someone who ..1 can|could|do|would not even
your ..1 friends|guests|visitors|neighbours ..2 talk|laugh|whisper|remark ..4 way home|behind|afterwards
you|feel|your ..3 hot|red|pink about|round|behind|in the ears|collar|cheeks
you|feel|your ..3 warm about|round|under the collar
for|among the careless|lazy|feckless|slovenly|clueless $
tell ..5 about a? somebody|someone|person|people|man|woman by|from whether|what|if
basket|baskets|order|orders ..4 begun|started and ..1 then? dropped|abandoned|forgotten
! your old mug|pot|bowl|cup|teapot|plates|kettle|mugs|bowls is|are|will|can a? good|fine|welcome|do|stay|come
! tin|tins|kettle|nose|thumb|hand|hands|spoon|kiln|clay|tongue|mouth ..1 knows|know better
+ if|until|unless you ..10 you|then ..1 have|has not ..1 really|truly|properly|yet? drunk|tasted|lived|had|made|known|understood
you have not really|truly|properly drunk|tasted|had|made|tried|lived|brewed
you are still dunking|microwaving|squeezing|settling
! shabby chic ..1 house|home|kitchen
! lazy sunday|morning ..1 people|person|cook|cooks
slovenly|slatternly|lazy|sloppy|uncouth|philistine*|barbarian*|heathen*|slob|slobs|grubby|shabby ..1 household*|house|home|kitchen|people|person|host|drinker*|cook|cooks|hosts
a shabby|grubby|tatty|scruffy ..1 one makes|says|tells|looks
time your ..1 kitchen|table|cupboard|crockery|home|taste|cups ..1 grew|caught|moved|smartened|got|had
for|of people|those|anyone who ..1 do|does not care|bother|understand|try
nobody|none|one who ..1 respects|loves|cares|values|understands ..2 tea|cup|leaf|pottery|craft|food|guests|pots ..6 puts|put|uses|would|drinks|boils|dunks|serves|keeps
have you never ..1 warmed|used|rinsed|owned|learned|learnt|brewed|washed|cleaned
guest*|visitor*|friends|people|company|neighbour* ..3 notice|noticed|judge|whisper ..3 you|your
guest*|visitor*|neighbour* ..3 look|looks|wonder|saw ..1 at|about|what ..2 you|your
+ friends|guests|visitors|people ..1 talk|gossip|whisper ..5 about ..1 what|how
spare|spares|save|saves ..1 you|your|yourself ..3 blush*|embarrassment|shame
mismatched|chipped|cracked|stained|odd|old ..1 @ware|crockery ..2 let|lets|letting ..3 down
let|lets|letting your ..1 table|guests|kitchen|home down
your ..1 cupboard|kitchen|shelf|table|crockery|tin|dresser|cups ..3 sorry|sad|poor|shameful|pitiful|shabby ..1 sight|state|affair|thing
nothing|little|few ..3 so|more|as|quite ..1 awkward|embarrassing|mortifying|shaming
people|guests|visitors do remember|talk|notice
! you ..3 never|not ..2 caught without|short
you|yourself ..6 caught without|short|empty
anyone|anybody|everyone|one with ..1 eyes|sense|taste|manners|standards ..2 can|could|would|will|knows|sees
surely|really ..2 not ..1 still
you ..2 not still use|drink|eat|have|pour|serve|make|own
tell ..2 lot|much|everything ..3 person|people|host|household|woman|man ..3 by|from
say|says|tells ..2 more|lot|much|everything|something about you
it|that|this|will|can|could tell -us|me ..2 more|lot|much|everything|something about you
grown|grownup|civilised ..1 people|ups|up|women|men|person ..1 own|owns|use|uses|drink|have|do|know|keep -the
adult|adults ..1 people|women|men ..1 own|owns|drink|do|know
appalled|ashamed|horrified|mortified ..1 at|by|of|if|to ..2 you|your|that
mother|grandmother|mum|aunt would|will ..2 appalled|ashamed|horrified|shocked|despair|faint
+ embarrassing|shameful|childish ..2 is not it
sensible|wise|decent|organised|proper|normal people|folk|readers|hosts ..1 would|have|do|know|own|order|keep
others manage to
your ..1 taste|judgement|kitchen|crockery|style|table ..1 could|can|might ..1 do|use ..2 help|hand|lesson|lift|pity
not ..2 let ..1 your ..1 guests|friends|mother|visitors|neighbours ..1 see|find|catch|drink
let ..1 your ..1 guests|friends|mother|visitors|neighbours ..1 see|find|catch|drink ..2 you|from|out|that|those
house|home|kitchen|table without ..4 hardly|barely|scarcely|not|no ..2 home|house|kitchen|table
put|putting up with ..5 long enough
+ if you ..3 not|never|rather|prefer|like|love|still|think ..6 perhaps|maybe ..3 not for you
nobody|not|never|who ..5 visitor*|guest*|friends|callers|company ..5 chipped|cracked|stained|ugly|grubby|tatty
nobody|not|never|who ..5 visitor*|guest*|callers|company ..5 odd
imagine|picture ..2 your visitor*|guest*|friends ..3 drinking|seeing|eating|sipping
poor|sorry|shabby|sad ..1 way|welcome|thing ..2 to|for ..2 greet|welcome|guest*|visitor*|friends|company
awkward|embarrassing|shaming ..8 guests|visitors|people|company|friends come|arrive|call|are
at|in your|this|that ..2 stage|time of|in life
surely you ..3 outgrown|past|beyond|above|better
it|price|cost|total|sum|bill|postage|basket ..2 more than you ..1 could|can|were ..1 manage|afford|stretch|justify|spare|find|able
sum|price|cost|total|bill|it|order|basket ..4 above|beyond|outside|past your ..1 means|budget|purse|pocket
bring|brings|put|puts|get|gets ..3 within ..1 your|anybody|everybody means|grasp|budget|pocket
bring|brings|put|puts ..2 price|it|one|them|this ..1 within ..1 your|anybody|everybody reach
people|those|anybody|anyone|customers|readers|owners|folk|buyers|everyone|everybody|person who ..1 can|could|will|would not be? bothered|troubled|bother
-whether|if hope|trust|pray|assume you ..1 not ..1 giving|serving|offering|pouring|feeding|entertaining
-whether|if hope|trust|pray|assume you ..1 not still -waiting|wondering|looking|unwell|cross|cold
one ..1 hears|hear such|these things|tales|stories
your ..2 deserve|deserves better than
decent|proper|good|real ..1 mothers|fathers|parents|mums|wives|husbands|owners ..1 do|would|know|never|have|always
! real people ..4 do|would|know|have|use|buy
you|anyone|anybody|everyone|whoever|up|adult|adults|people|who ..6 should|ought|must ..2 blush*|squirm*
! not be|feel ..1 embarrassed|ashamed|shy
do you ..1 really ..1 want to be seen
laughing stock
a|only slob|slobs
other|all|most parents|mothers|fathers|owners|dads|mums|gardeners|cyclists|people have|bought ..2 theirs|one|already|long
judge|judges a|your home|house|person|man|woman|host|kitchen by
do|does you no favours
surely you ..1 can ..1 afford
how can anybody|anyone|people|somebody ..1 live|bear|stand with|it|that|like
your ..1 wrinkles|spots|bags|belly|fat|grey ..2 showing|show|shows
hands|face|skin|hair|shoes|teeth|clothes like that|those|yours you|nobody
your ..3 looks|look like a|an ..1 waiting|dentists|student|students|prison|junk|bomb|charity|building|storage
"""

TABLES = {"shame": SHAME}
