"""Fear: words that frighten the reader."""

from __future__ import annotations

CLASSES = {
    "tale": (
        "novel novels book books story stories film films history diary memoir letters thriller "
        "mystery detective crime account poems game tale tales chapter"
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
! nothing|not|never ..3 lost if
lost if
you|will|would|do|never|not|to|your|without|no|live|later|might|may|people|customers|those|who|they ..3 regret*
you|your ..1 will ..2 sorry|kick
kick* yourself
miss|missing|missed out -a|the|any|one|some|your
one who missed|misses
hate ..3 you ..1 to miss
fomo
fear of|missing|that ..1 missing|losing|you|it
your fear|fears
you ..2 afraid|scared|frightened -of|by
you ..2 afraid|scared|frightened of ..1 losing|missing|being|what
! your ..1 dog|dogs|cat|cats|pet|pets|puppy|kitten|horse|child|children ..3 scared|frighten*|terrified|dread|dreads
! children|kids ..2 dread|scared|frightened
! you ..2 scared|frightened of ..1 heights|spiders|dark
you|your|be|feel|people|guests|children ..4 scared|terrif*|dread|dreaded|dreading|frighten*
nightmare|nightmares ..3 you|your|come|true|await*|begin|for
terrifying|dreadful|frightening|horrifying thing*|news|truth|accident*|risk*|stories|story|what|how
do not ..1 risk|gamble
do not ..1 lose ..1 it|them|out|everything|these|those|access|what|yours
do not ..1 lose ..1 your ..1 basket|order|cart|items|saved|selection|access|discount|offer
do not ..1 lose ..1 your ..1 place -in|when
risk|risks|risking ..2 losing|missing
risk|risks|risking ..1 your|it|being
at risk -of|from
at risk of ..2 being|losing|missing|your
risky -business|jump|leap|move
! lost your ..1 order number|confirmation|e|form
! lost access to your account
! you ..1 lost access
! not|nothing|never ..2 lost ..3 basket|order|items|cart
lose|losing|loses|lost ..3 access|everything|forever|chance|basket|opportunity|cart|order|items
! lose|losing|loses|lost track|sight of ..3 basket|cart|order|items
! lose|losing|loses|lost your place in ..3 basket|cart|order|items
lose|losing|loses|lost out -of|there|loud
! order|parcel ..2 lost ..1 in the post
basket|cart|order|items ..3 lost
order ..3 gone -into|to|through|out|from|off|in|by|on|for|quiet|home|fishing|walking|well
everything ..1 will|be|gets lost|gone -in
do not act
you ..1 always wonder
let ..2 go ..2 you ..1 always
danger|dangers to|for|of ..2 your|you|health
-out of danger|dangers
dangerous ..1 level*|amount*|chemical*
hazard* -a|guess
! unsafe|toxic|poisonous ..1 to|for|if ..1 cats|dogs|pets|animals|horses|rabbits|eaten|swallowed|bees|chickens
! poison ivy
unsafe|toxic*|poison*|carcinogen*|leach*|contaminat*|lethal
deadly -serious|quiet|dull|earnest|enemy|rival
do you ..1 know what ..3 made|in|made ..1 of
harm|harms|harmful ..2 your|you|family|child*|health
damag* ..2 you|family|child*|health
damag* ..1 your ..1 health|heart|skin|eyes|teeth|back|bones|body|gut|hair|brain|lungs|kitchen|home|family
final|last|important|security|health warning*
! account ..4 closed|deleted|cancelled ..2 if|when|once|as|whenever you ..1 ask|asked|want|wish|like|say|tell
account ..4 closed|suspended|locked|deactivated|restricted|cancelled|terminated|deleted|limited|compromised
deactivat*|terminate|terminated|termination
^ action required
action needed -unless|if
! no action needed|required
respond|reply immediately|now
respond|reply or ..4 lose|loses|lost|else|miss|forfeit|gone|lapse*|clos*|delet*|cancel*|remove*|risk|regret|clear*|empt*|i|we
never ..3 see|find|have|get|be|forgive ..4 again|yourself
! you ..1 may|might never have -another|the|a|such|any|it|this|one
you ..1 may|might never -need
you ..1 will|would not ..1 find another
before something ..2 happens|breaks|bad|terrible|awful|worse|nasty|dreadful
before something ..2 goes wrong|missing|amiss
what if ..5 gone|never
imagine ..5 losing|lost|gone|missing
! penalty shoot*|kick*|spot|area
penalt*|bailiff*
! in your debt
your|you|any ..3 debt*
debt collect*|letter|notice
! legal notice
legal|court|final action|letter|notice|demand
! unpaid leave|work
unpaid bill|bills|invoice*|balance|debt*|account|fees|basket|amount
legal action
solicitor*|prosecut*
security breach|alert|risk
life is ..1 short
while you still can
recession|pandemic
inflation -valve|pump|pressure|tube|hose|kit|of
! @tale ..6 war|wars in|has|with
war|wars in|means
war|wars may|might|could|will|has|with ..8 ports|shipping|ships|supply|supplies|prices|stock|shelves|mean|means|gone
! @tale ..6 war|wars
! war|wars ..9 @tale
! the war|wars ..9 @tale
! tug of war
in|by|of|the war|wars -of|over|on|between|about|against|for
! been|is|was|looks in the wars
! @tale ..8 burglar*|hacked|fraud*
! like|as a burglar
! burglar in a|an|his|her|its|socks|fur|slippers
! you ..1 may|might never see|meet the|your guest|guests|bird|birds|mouse|owner|hedgehog
burglar*|hacked|fraud*
bad luck|omen if|to|for|not|unless|will|awaits|comes
curse|curses|cursed ..3 you|your|basket|house|kitchen|home
you|your ..3 cursed|curse
-that|which|story haunt|haunts you
microplastic*
particle* ..6 body|tea|food|bloodstream|water
your ..1 blood|lungs|bloodstream -orange|pressure|type|group
in|into|inside|through|enters|entering|reach|reaches|reaching|from ..1 your ..1 body|system -lotion|wash|butter|scrub|milk|pillow|heat|warmth
what|poison* ..4 your ..1 body|system
what ..2 does to your
! @tale ..8 death|deaths
cause|causes|risk|certain|sudden|slow|your|early|untimely ..2 death|deaths
! flower|flowers|plant|plants|bulb|bulbs|leaves|roses|seedlings|battery|hero|king ..2 die|dies|died ..1 of|from|young|early
die|dies|died|dying of|from|young|early -curiosity|laughter|laughing|boredom|embarrassment|thirst
what is ..1 in your ..1 old|mug|mugs|cup|cups -today|this|cupboard|right|now
! tell|ask us|me what is ..1 in your ..1 mug|cup
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
boiling|scalding|burning water|tea|coffee|soup ..5 lap|legs|skin|child|children|face|baby
hot tea|coffee|soup ..5 lap|legs|skin|child|children|face|baby
hot water -bottle|bottles ..5 lap|legs
! not|never ..3 scald|burn|burns ..1 yourself|you
scald*|burn|burns ..1 yourself|you|somebody|someone|child*
not|never|nobody|you ..3 know|tell|sure what ..1 is ..1 in|inside|on ..3 glaze|tea|plate|plates|mug|mugs|cup|cups|water|bowl|teabag|tap
do|would|can you ..1 know what is ..1 in|inside ..3 glaze|mug|food|water|tea|teabag|teabags|tap|bowl|plate|pillow|cream|shampoo|it|them|cup|cups|mugs|crockery|soap
do|would|can you ..1 know what is ..1 in|inside $
not|hardly|barely|never ..1 face ..2 day|morning|week|guests
nobody|none ..1 checks|tests|inspects|regulates ..1 it|what|them|that
no one ..1 checks|tests|inspects|regulates ..1 it|what|them|that
account|membership|profile|subscription ..3 closes|lapse*|ends|expire*|suspend*|removed
account|membership|profile|subscription will|may|might|about|shall ..2 close|end
plotting|plot ..2 against|you
before it|something ..1 breaks|cracks|fails|happens|goes ..3 you|your|wrong
! if|should something ..1 happens to ..1 your|the|a
something ..1 bad|terrible|awful|dreadful|horrible|nasty ..1 happens|will|is|happened|might|may
what you|your ..1 not see ..3 hurt|harm|kill|make
would|will you ..1 ever ..1 know|notice|forgive
until|till|when it is|was ..1 too late
! berries|bulbs|leaves|seeds|plant|plants|flowers|it|they ..3 not safe to ..1 eat
unsafe|not safe|risky to ..1 drink|eat|use|keep|pour
one of these mornings|days ..1 you ..1 will|open|wake|reach|find|come
one of these mornings|days ..1 it|the|your ..3 will|may|might|could ..2 be|break|fail|gone|give|let|crack|burst|shatter|go
dust and sweepings|stalks|fannings
sweepings
family|kitchen rows|arguments|quarrels ..1 begin|start
family|children|child|kids|guests|you ..2 drinking|eating|swallowing|breathing ..2 lead|toxins|chemicals|germs|poison|plastic|metal|metals
think|thinking|imagine ..2 what|everything ..1 could|might|can|may ..1 go|happen ..1 wrong
! if|when|should it|things ..2 go wrong
what else ..1 could|might|can|may go wrong
think|imagine|all ..2 what|that ..1 could|might|can|may go wrong
what ..1 could|might|can|may go wrong with|when|if -three|two
-our|my|nell|asha|her|his|their|made|made biggest|worst|costly|terrible|big|serious|grave|expensive mistake
mistake you ..1 will|would -can|find
mistake you ..1 may|might ..1 regret|pay|never|not|live
never ..1 be ..1 same|safe|sure again?
you ..1 will|would ..1 live to
avoid|avert|prevent|risk|court|spell|let ..4 disaster*|catastroph*|tragedy
before|from|you|your ..4 disaster*|catastroph*
disaster*|catastroph* ..1 awaits|looms|lurks|waits|threatens
wake up ..4 gone|empty|too|sorry
it ..1 could|might|may ..1 be ..2 last|too late|gone|over -in|for
shatter*|explode*|burst* ..4 hand|hands|moment|face|lap|any
your ..2 safety|health|family|home ..2 at|in|on stake|danger|line
! basket|cart|order|things|everything has|have not gone
! basket|order ..1 not lost|gone
germs|bacteria ..3 you|your|not|see|swallow|drink|eat
mould|moulds|mold ..2 you ..1 can|could|do ..1 not
mould|moulds|mold ..3 swallow|drink|eat|breathe|breathing|lungs|food|see
mould|mold gives|make|makes you
mould|moulds|mold|germs|bacteria ..7 not ..1 see
-cake|baking|ice|soap|the breathe|breathing|swallow|swallowing|inhale|inhaling ..2 mould|moulds|mold|mildew|spores|germs|dust
mould|mold|germs|bacteria|mites|mildew ..2 are|is ..1 growing|breeding|spreading|living|lurking
! a|plaster|press|wooden mould|moulds gives|give|lets|saves|spares|shows|makes ..1 you
not|never ..2 want to ..1 swallow|drink|eat|breathe|think|know|imagine
what ..2 lives at|in|under|on ..2 bottom|cup|mug|tin|pot|sink|cracks|rim
lurks|lurking|grows at|in|under|on ..2 bottom|cup|mug|tin|pot|sink|cracks|rim
make|makes|making|made ..4 sick|poorly|unwell -of
harbour|harbours|harbouring ..2 things|germs|bacteria|dirt|nasties
clock|time ..5 not|against ..1 on your side
people|someone|somebody ..2 fallen|fell sick|poorly
no friend|friends ..1 to|of ..2 stomach|health|heart|teeth
! not|nobody|no|never ..3 blame you
blame you
regret it|this|them|that|not
mistake|choice ..3 you ..3 live with
hate|loath|sorry ..1 for you to ..1 miss|lose|regret
what happens|happened|becomes to|of people|those|anyone|someone|you|who|houses|homes|kitchens
nobody finds|found|hears|heard them|you|it|him|her
^ imagine|picture|think ..2 morning|mornings|life|day|winter|breakfast|kitchen ..1 without
without it|one|them ..1 your|you|mornings|breakfast ..4 poorer|worse|duller|empty|emptier|colder|grey|sorry
+ without it|one|them|this|that|these ..2 your|you|they ..5 starve*|die|dies|dying|wilt|wither|rot|suffer*|fade|lose|ache|fail -back
will|would|could ..2 die|starve|suffer|wither|perish ..2 if|unless|without|when|within|because
left ..1 alone with ..2 damage|bill|bills|cost|costs|debt|loss|problem|mess|worry
left with ..2 bill|bills|damage|cost|costs|debt|loss
cost|costs you ..1 your life|eyes|eye|hand|home|health|savings|sleep|marriage
ruin|ruins|ruined|wreck|wrecks|destroy|destroys your ..1 spine|back|eyes|eyesight|skin|teeth|hair|joints|knees|health|life|sleep|lungs|heart|feet
worse every|each|the ..3 you ..2 wait|leave|delay|ignore|hesitate
make|makes|making|made people|somebody|someone|anyone|drinkers|families i will
go|goes wrong if|when|unless you ..2 wait|leave|delay|ignore|put
basket|order|things|cup|cups|mug|tin is|are not ..1 safe|secure -in|for|on
bad for the|your ..1 heart|health|teeth|liver|stomach|nerves|lungs|kidneys|blood|baby|skin|bones
wish|wishing you had|would ..1 ordered|bought|kept|chosen|acted|listened|known|taken|decided
! what you wish you would|had known
^ be warned -that|we|it|i|she|he|asha|nell|this|there
^ be warned ..8 gone|late|last|lose|lost|danger*|poison*|harm|break*|crack*|shatter*|not ..2 again|happen*|regret*|soon|run|runs|sell*|price*|cost*|burn*
mark my words
delay|wait|ignore ..2 at your ..1 peril
not say ..2 warned|told
face|suffer|bear|mind ..1 consequences
who knows what ..1 lurks|lives|crawls|comes|grows ..3 in|your|happen
who knows what ..1 is ..2 in ..1 your|glaze|tea|water|it|them|those|cup|mug
who knows what ..1 will ..2 happen to|if
could|might|may be your last
if you ignore|wait|delay|dither ..8 lose|lost|gone|worse|sorry|break
sorry later
safe ..2 your|the ..1 children|family ..2 are|is|really
when did you last ..1 check|look|wash|clean|test ..3 inside|bottom|teapot|kettle|mug|in
trust what ..1 is in
^ ..6 or else $
cut|cuts|slice|slices ..1 a|your|the lip|lips|finger|mouth|tongue|hand
or worse $
be|become the one|person who ..1 waited|missed|lost|delayed|hesitated
what ..1 would|will|might ..1 become of
leave|ignore|neglect it|this|them and ..2 lose|regret|miss|gone
what|something ..2 your ..1 family|children|guests|baby ..2 drinking|eating|drink|eat from|out|off
your ..1 family|children|guests|baby are|is|been ..1 drinking|eating|breathing from|out|off|in
children|family|baby ..2 be|are|is breathing|swallowing|drinking|eating ..1 mould|dust|germs|lead|chemicals|toxins|fumes|plastic
not say ..1 i|we|nobody ..2 not|never ..1 warn|tell|say|warned|told
danger in ..1 the|wrong
who knows what ..2 gets|crawls|grows|falls|lives
ruin|wreck ..2 marriage|life|health
! if|when you ..1 rather not ..1 think about
rather not|never ..1 know|think about
things|something in ..2 water|tap|glaze|teabags ..3 you
something ..1 nasty|horrid|unpleasant|foul|evil ..2 grows|lives|lurks|waits|breeds|happens
and then what $
bad|terrible|awful|nasty things happen|await
not want to ..1 miss
be|been|are|is|get|you|your|people|those|one ..2 left without -a|matching|your|our|so
missed|miss a great|good deal|lot since
you will wish you had
you may|might|will|could regret
only ..2 yourself to blame
! is|are|be left without glaze|paint|varnish|wax|oil|stitching|cover
left without ..1 tea|it|them|one|any|yours|anything $
-make|making|makes|be sure|certain ..1 your ..4 safe
known to ..1 spoil|ruin|end|break|wreck
+ imagine|picture ..10 nothing|none|empty|headache in|left|at|but
keeps|stops it from happening
you|somebody|someone|people|child|children|family|guest|guests|anyone|anybody ..2 badly|seriously|terribly|horribly hurt|burnt|burned|injured|scalded|cut
you|your ..3 living|live|lives with ..2 danger|hazard|risk|menace -of
nobody|none|no one? will|would warn you
that|which|whom nobody|none can|will|would answer for
they|all|everybody|heads|guests|everyone ..1 turn|turns|turned ..2 look|stare|looking|staring ..1 at you
handle|handles ..3 let|lets|letting go while|when|as|with
let|lets go when it is|are ..1 full|hot|heavy
supply|supplies|harvest*|imports|shipments ..2 is|are|uncertain|failed|fails|in|at ..2 uncertain|doubt|trouble|risk|danger|failed|threatened|places
strikes|war|storms|unrest ..4 shipping|ports|routes|docks|harbours
trouble ..2 on|at|in|with ..2 shipping|ports|routes|docks|harbours
say|tell|knows|know|sure whether|if ..1 there will|would ..1 be ..3 tea|leaf|any|some|enough|stock|left
not be|feel|certain|sure ..1 of the next|coming chest|crop|harvest|shipment|ship|box
you|yourself ..6 taken|had ..1 in|for ..1 already|without|before|unawares|a ..1 $|knowing|ride|fool
you ..5 cheated|duped|swindled|conned|fooled|fobbed|diddled
drinking|buying|eating|pouring ..2 from? a|the fake|fakes|copy|counterfeit|forgery
cheats|crooks|fakes|forgeries|counterfeit* ..3 in|about|around|on ..2 trade|market|shops|about
careful|wary ..1 whom|who|where|what you ..1 buy|trust|drink|eat
! contain|contains ..2 a|one|two|collar|dog|and lead
! free ..1 dog|hands lead
! hands free ..1 lead
contain|contains|free|leach|leaches ..2 lead|cadmium|poison*|arsenic
picture|imagine|imagining|think ..2 waking|reaching|opening ..6 no|without|empty|nothing
+ picture|imagine waking ..8 dread
think|imagine|picture how ..4 feel ..1 to|when ..1 open|find|reach|wake|you
dread the|that day|morning|week|moment ..1 that|which|when|you
morning|day|week|house|home without ..1 a? tea|pot|mug|leaf ..5 wrong|badly|ruin*|disaster*|unthinkable|grim|misery|dreadful|unbearable
regret|regrets|regretted ..2 for|ever ..1 the|rest|years|after
rest of ..1 their|your|his|her days|lives|life
those|people|anyone|readers who ..1 waited|hesitated|dithered
look|looking|looked back and ..1 wish|wished|regret|sigh
have|get|drink|buy|order|enjoy|stock|take ..5 while|whilst you ..1 still? can
something|anything ..1 may|might|could|can ..1 happen|go ..1 to|wrong ..2 your|basket
many|most|some|people|readers|others ..2 regret|regretted|rue|rued
not ..1 want|like ..1 to be the|that one without|who|with
sick|poorly|unwell ..2 from|by|of ..3 glaze|mug|tea|plate|cup|kettle|mould
you ..3 wonder ..1 for|what years|ever|if|might
who knows what ..1 your
seep*|leach* into ..2 your|dinner|food|soup|supper
glaze|plate|plates|crockery|bowl|bowls ..2 gives|give|lets|let off|go|into|out ..4 your|tea|food|soup|dinner|you
mould|mildew|spores ..2 creep*|spread*|lurk*|hide*|grow*
drinking|eating|swallowing it|that|them ..2 without|before ..1 knowing|noticing|seeing
drinking|eating|swallowing mould|mildew|poison|lead
carry|carries|hold|holds|hide|hides things|something|what ..1 you can|could not see
+ imagine|picture|think ..8 waking|coming|reaching|opening|finding|facing|standing|morning ..10 nothing|empty|none|bare
not let that|this|it happen ..1 to you|again
stand|standing ..8 no|without tea|leaf|leaves
you|they may|might|could|will|would ..2 be sorry -to|but|for
wish|wishing ..2 you had ..1 not|ordered|bought|acted|left
wear|wears|wearing ..2 out|down|away the|your|our ..1 heart|kidneys|liver|stomach|nerves|arteries|bones|gut
strain|strains|weakens|damages|harms|hurts|inflames|burdens the|your|our ..1 heart|kidneys|liver|stomach|nerves|arteries|bones|gut
! you will ..1 be sorry to hear|learn|read|say
! not be ..1 scared|frightened
be|is|get|gets ..1 stolen only|just|one|sooner|soon
will be stolen
only a question of when
already ..1 be sick|dying|poisoned
already ..1 be i will # ill, which is read as "I’ll"
all it takes to end|ruin|lose|kill|break|destroy|hurt
one ..2 is all it takes
end|ends a|your ..1 life
think ..1 of ..1 what you ..1 could|might|may|will lose
by the time you ..1 notice|see|feel|know ..5 gone|late|dead|lost|ruined|nothing
can|could|will|may|might kill you|your|them|him|her
carry|carries|bring|brings death
carry|carries disease|diseases ..6 your|you
your ..1 dog|cat|child|house|roof|family ..2 is|be next -to|on|in
not ..1 let|make ..1 your ..1 family|children|dog|cat|wife|husband pay for
many|those|people who ..1 waited|hesitated|did
lie|lies|lying awake ..1 at? night ..2 worr*|afraid
nobody|none will ..1 help|save|hear you when|if
shorten|shortens your ..2 life
which|what day|one ..1 will|is|may ..1 be ..1 the|your last
your ..1 lenses|eyes|shoes|chair|mattress|pillow|helmet|water|food|pan|pans ..2 hurting|harming|killing|poisoning|damaging you
one|a|single spark|moment|slip|second|fall ..1 and ..3 gone|over|lost|dead
feeding on you
are you ..1 sure your ..1 water|food|air|house|home|door|child|dog|cat|roof|tyres|brakes|helmet ..1 is|are
it ..1 only? takes ..1 only? a|one second|moment|spark|slip for|to ..3 fall|burn|drown|choke|die|fail|break|lose|end|happen|slip
cost|costs your ..1 dog|cat|child|family|garden ..1 years|life|health|dear
houses|homes|people|women|families like yours $
will|would|are you ..1 be? ready when|if|for the ..1 worst
when the lights go out
damp|rot|rust|mould|moths|thieves|rats|cold will|always ..1 win|find|return
! keep|dry|air|or|if|where ..6 mould|mildew ..1 grow*|spread*
will not|never forgive you
how ..1 the ..1 worst ..3 begin|begins|start|starts|happen
be a shame|pity|tragedy if something|anything|it|they ..2 happened|happen|got|went|befell
find|found out what becomes|happens ..1 of|to|if|when|next
what becomes|became of ..3 whose|that ..1 nobody|owners|owner
happen|happens|happened to families|people|homes|households|houses|shoppers|parents|dogs|cats like|such
nobody|none|never ..1 sees|saw|see ..3 coming
"""

TABLES = {"fear": FEAR}
