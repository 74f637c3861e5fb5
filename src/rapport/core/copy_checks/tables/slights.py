"""Shame put sideways: a slight on what the reader owns, how they look, what they manage."""

from __future__ import annotations

CLASSES = {
    "doers": (
        "runner cyclist rider cook gardener walker hiker parent mother father host hostess owner "
        "man woman gentleman lady professional swimmer camper painter musician player baker "
        "climber angler sailor adult knitter dad mum"
    ),
}

SLIGHTS = """
your ..2 is|are ..1 the? saddest|ugliest|shabbiest|dullest|poorest|dirtiest|cheapest
saddest|ugliest|shabbiest|dullest|dirtiest one|thing|bike|bicycle|home|house|garden in|on|at|of ..1 the|your
if you could|can ..1 see yourself -in
everyone|everybody|guests|people|they ..3 will|can|could|must ..1 see|smell|notice that|those|your ..1 stain|stains|hole|holes|crack|cracks|dust|dirt|spots|smell
everyone|everybody|guests|visitors ..3 will|must ..1 see|smell|notice the ..1 stain|stains|hole|holes|crack|cracks|dust|dirt|spots|smell
is this|that how you ..1 treat|live|dress|eat|sleep|keep
! if|when|while|whether|perhaps|maybe ..2 you ..3 indecisive|dithering
get|gets|got the ..2 they|he|she|you ..1 deserve|deserves|deserved
hiding|hide your ..1 feet|face|skin|hair|body|hands|teeth|belly|arms|legs
nobody|none respects|trusts|hires|kisses|loves a|an ..2 man|woman|person|host|cook|boss|girl|boy
you would be surprised ..1 what|how they|people|others
you ..1 can|could do ..1 better and|$
has|have|had the discipline|stamina|nerve|courage|brains|guts to
perhaps|maybe a|an ..1 simpler|easier|cheaper ..2 would|is ..1 suit|better|right|enough ..1 you
look less like|as
eats|eat|lives|live|sleeps|sleep better at|with|in ..2 neighbours|neighbour|kennel|shelter
! if|so ..1 you ..1 can|could do ..1 better
what|clothes|shoes|coat|outfit|curtains|sofa|kitchen|home|house you|your ..4 embarrassing|shabby|dowdy|drab|dated|tatty|frumpy
you|your ..3 wear|wearing ..4 embarrassing|shabby|dowdy|drab|dated|tatty|frumpy
deep down you ..1 know|suspect
a|any ..1 well run|kept|ordered|organised|organized household|home|kitchen|office ..1 does|would|do|is|never|has|keeps
you have|had ..1 let your|the ..3 run out|dry|wild again
how you come|look|smell|sound ..1 across|to others|people|guests|colleagues
! not|nothing|never|no|hardly|is|find ..4 embarrassing|humiliating|awkward to ask|need $|not|here|us
is|be|so|rather|quite embarrassing|humiliating|shameful|awkward to ..1 have|be|ask|need|admit|own|wear|carry|serve|get
most|any|every|all|other grown ..1 ups|up|adult|adults|men|women ..1 can|knows|manage|manages|know|could
not take a ..1 genius|professor|degree|brain to|$
people|guests|others|neighbours|visitors do see|notice|talk|stare|look|smell
not|never|hardly kept|keep|keeping up with ..2 rest|others|neighbours|street|joneses|class|fashion
surely you ..1 not ..1 mean|want|intend|think|going|expect
! surely you ..1 not ..1 want|mean ..1 to miss
you let|left ..3 plant|plants|roses|fern|basil|fish|one|them|it die|wither|starve|dry ..2 once|already|again|last|before
a|any|every|no real|proper|true|serious|decent|good @doers would|has|owns|never|should|ought|leaves|goes|does
with handwriting|hair|skin|feet|hands|lawn|cooking|memory|manners|spelling|knees|posture like that|those|this
someone|somebody|people|man|woman|person|anyone your|of size|weight|shape|age needs|need|should|must|has|ought
^ ..1 you call that|this|those|these
hide|hiding|cover|disguise|conceal those|that|your ..1 roots|spots|greys|wrinkles|flaws|belly|bulges|veins|lines|circles|chins
really|honestly|seriously ..1 want|mean|plan|intend|going to ..1 turn|show|walk|serve|greet|seen|arrive|wear ..4 in|with|from|on|up that|those|this|it|them
not|neither|hardly|nor|barely is|are|quite? fit to be ..1 seen|worn|shown
seen|know|met|has|have|visited ..2 tidier|cleaner|smarter|better|nicer|fresher|brighter|greener|sharper|neater ..3 than yours
neighbours|colleagues|friends|guests|people|children|others|everyone|relatives ..5 whisper|giggle|wince|snigger|titter|smirk|sniff|frown ..8 you|your|see|when
neighbours|colleagues|friends|guests|people|children|others|everyone|relatives ..3 move|step|edge|shift|lean|back|turn away|back|aside ..8 you|your
wrong|failed ..2 on|at your side|end|part -or
other|good|caring|sensible|loving|responsible|decent parents|owners|mothers|fathers|hosts ..1 think|remember|know|manage|take|make|always|never|would
not your ..1 strong ..1 point|suit|side
not your forte|strength
person|parent|owner|mother|father|man|woman|anyone|somebody|someone who ..2 cares|loves|cared|loved ..8 would|will|have ..1 not|never|long|already
as blunt|dull|old|shabby|slow|bad|worn|thin|tired|faded|scruffy|saggy as your|yours
it is ..2 time you ..1 did|bought|got|changed|learned|sorted|stopped|grew|replaced|faced
friends|guests|colleagues|neighbours|family|people|they|everyone|visitors|relatives ..3 too kind|polite|nice|tactful to
you ..2 putting|put this|it|that|things off like|again
your ..4 sounds|looks|smells|sound|look|smell|feels|rattles ..1 like a|an|the ..2 bag|heap|pile|skip|pigsty|jungle|tip|swamp|rag|rags|scarecrow|tramp|barn|cave|dungeon|mess|sack|cardboard|bomb|junk*|ruin|wreck|zoo|dump
everyone|everybody|people|neighbours|street ..2 hears|hear|sees|smells|smell|notices it|that|them|you $
not|hardly|never|few ..4 cut out for|to
look|looks ten|twenty|much|years ..1 years|older
do try|please to keep up -with
you are ..2 the last|only ..8 without|left
those|your|that teeth|feet|nails|brows|hair|skin|hands|heels|elbows|face|neck|breath ..1 could do with
smelt|smelled|sniffed ..1 your|yourself
of|at your years|age needs|should|ought|must|one|skin|has
your|that ..1 beard|face|hair|breath|cooking|feet|singing|driving scares|frightens|offends|repels|puts|worries
will|would not improve|get ..1 better? by itself|themselves
tidy|sensible|organised|normal|decent|clever|wise|responsible person|man|woman|shopper|parent|owner ..1 would|has|does|never
your ..1 waistline|belly|wrinkles|hips|tummy has|have|is|are|shows|says|noticed|could|needs
look|looks like ..3 who has|have given up
yours|your|you ..6 is|are|was|were ..1 an|a ..1 embarrassment|disgrace|eyesore|laughing
plain|downright|frankly|utterly|plainly|sheer slovenly|sloppy|slovenliness|shabby|unkempt|slatternly
as yours|you is|are|look|looks slovenly|sloppy|shabby|scruffy|lazy|vulgar
no real|proper|true|serious|decent|good @doers ..1 uses|buys|wears|serves|rides|drinks|leaves|keeps
really|honestly|seriously want|like to ..1 look|be|seem|live like that|this
everyone|everybody|people|colleagues|guests|friends ..1 notices|notice|sees|see|smells|smell|remembers your|those|that ..1 worn|scuffed|dirty|stained|frayed|cheap|chipped|shabby|greasy|unwashed|old|holes
nobody|none ..1 likes|trusts|respects|invites|hires|visits a|an ..1 host|hostess|guest|man|woman|mother|father|neighbour|colleague|cook|parent
in front of your|the ..1 boss|colleagues|class|mother|guests|neighbours|friends|date ..6 staring|whispering|sniggering|smirking
whole|entire room|office|street|class|party staring|stares|sniggering|whispering|smirking
with your ..1 figure|shape|build|complexion|nose|legs|waist ..2 you|one|better|best
you ..1 hardly|barely|scarcely a|an ..1 @doers
friends|guests|colleagues|neighbours|people|others|everyone|children|they|family ..2 laugh|laughing at ..1 you|your|that|those
laugh*|giggl*|snigger*|whisper*|smirk*|talk|talking|talks|joke|jokes|joking|gossip* ..1 behind your back
disgrace|shame|joke|eyesore|laughing|embarrassment stock? of ..1 the|your whole? street|neighbourhood|office|village|town|family|class|team|club|school|road
when|before|until|let|once|because your|the neighbours ..1 start|begin|started|began to? talk|talking|whisper|stare|staring|notice|laugh|gossip|complain
neighbours have|are ..1 begun|started|beginning|starting to talk|whisper|stare|notice|laugh|gossip|complain
do something about your ..1 face|hair|body|skin|figure|looks|weight|smell|clothes|home|house|garden|kitchen|sofa|shoes
you ..1 not even finish|manage|fill|cook|boil|tie|mend|keep
cry for help
what sort|kind of @doers
about|at|by what you have become
nothing|hardly|not ..2 to be proud of
scruffy|smelly|odd|poor|sad|fat kid|child|one at|in|outside the ..1 school|class|gate|playground|party
nobody|no|who wants ..1 their|a ..1 child|kid|son|daughter|baby|family ..2 be|look|seem ..1 the|left|laughed|teased|bullied
waistband|waistline|scales|mirror|belt ..2 told|tells|tell ..2 story|truth|tale
as if|though its|the|your owner|owners ..1 gave|given|had|has|did
you ..1 still wear|ride|drive|use|cook|sleep|sit ..2 that|those ..1 old
smile|hair|figure|body|skin|face is not what it was|used
! enough to know better
"""

TABLES = {"shame": SLIGHTS}
