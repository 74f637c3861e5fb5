"""Claims made through others: who vouches for a thing, what it does to them, how it was made."""

from __future__ import annotations

CLASSES = {
    "the_trade": (
        "vet vets dentist dentists doctor doctors nurse nurses chef chefs teacher teachers "
        "mechanic mechanics midwife midwives gardeners physio physios physiotherapist* "
        "osteopath* trainers trainer coach coaches barber barbers hairdresser* stylist* "
        "optician* optometrist* groomer groomers breeder breeders farrier farriers sommelier* "
        "barista baristas bakers guides plumber* carpenters joiner joiners decorator* "
        "athlete* professionals professional pros librarian* pediatrician* paediatrician* "
        "pharmacist* podiatrist* surgeon surgeons therapist* beekeeper* musicians luthier* "
        "architect* photographers florist* psychologist* nutritionist* dietician* dietitian* "
        "agents designers guitarists pianists drummers violinists dancers "
        "skaters champions olympians snorers butchers tailors cyclists jockeys "
        "rescuers crews teams sherpas pilots divers firefighters explorers lifeguards "
        "restorers builders critic critics reviewers jurors judges researchers engineers shepherd shepherds"
    ),
    "made_so": (
        "built carved sewn stitched woven turned blown forged bound finished assembled "
        "poured painted rolled knitted knotted hammered planed hewn spun strung shaped"
    ),
    "nature": (
        "planet earth soil sea seas ocean oceans rivers bees environment climate wildlife "
        "forests rainforest*"
    ),
    "effects": (
        "shrinks corrects doubles trebles halves cleanses strengthens tightens firms smooths plumps "
        "whitens brightens restores repairs renews revives rebuilds lengthens prevents cures heals "
        "prolongs extends improves relieves purifies detoxifies nourishes hydrates moisturises "
        "softens straightens boosts protects regenerates stimulates thickens rejuvenates fights "
        "combats banishes erases eliminates sharpens enhances stabilises"
    ),
    "elsewhere": (
        "welsh scottish irish english cornish italian french spanish german japanese swedish danish "
        "norwegian finnish portuguese greek turkish moroccan indian swiss austrian belgian dutch "
        "shetland shetlands harris hebrides tuscany naples provence andalusia bavaria alps "
        "himalaya* peru colombia ethiopia brazil guatemala iceland swabia solingen limoges "
        "jermyn savile cotswolds pennines highlands brittany normandy sicily paris milan vienna"
    ),
    "charges": (
        "dog dogs puppies puppy cat cats kitten kittens child children kids baby babies toddlers "
        "pupils horse horses plants roses tomatoes hens birds runners riders"
    ),
}

VOUCHED = """
# Who vouches
@the_trade ..2 swear|swears|swore by
swear|swears|swore by it|them|this|these|our|ours
our|the|my ..1 regulars|customers|readers|staff|team|buyers|members|locals|guests|families ..2 swear|swears|swore|rave|raves|rely by|about|on
that|which|what|shop|place|one ..1 @the_trade ..2 whisper|whispers|talk|talks|rave|raves|dream|dreams|gossip|murmur|boast|write|fight about|of|over
@the_trade ..2 rave|raves|swoon|dream|dreams|go|goes|are about|of|over|mad|crazy|wild about|for|over|this|it|these|our|ours
no|not other|another ..1 roaster|maker|shop|baker|brewer|brand|firm|company|seller|florist|grower|tailor|workshop|bakery|dairy|nursery|house ..8 as|like|so|such -far|you|if|though
@the_trade ..2 hand|hands|give|gives|use|uses|choose|chooses|trust|trusts|buy|buys|pick|picks|wear|wears|keep|keeps ..3 these|this|our|ours|it|them|same ..4 own|themselves|home|families|family|children|patients|clients|kids
@the_trade ..4 tell|tells|advise|advises their ..1 own? clients|patients|pupils|customers|guests|readers|families
@the_trade ..6 would|will|be delighted|pleased|glad|happy|proud to ..1 hear|see|know
it is what they ..1 tell|give|recommend|use|advise
@the_trade reach|reaches for
what|which|that ..2 @the_trade ..1 recommend|recommends|use|uses|choose|reach|wear|buy|prescribe|advise|prefer
@the_trade ..1 we|i know|asked|spoke
recommend|recommends|choose|chose|advise ..4 above|over anything|all|everything|any|others
@the_trade ..2 not|never stop talking|raving|writing
writers|readers|people|they|everyone|everybody ..2 not|never stop talking|raving|writing about
thought|dreamt|dreamed|mixed|invented|developed|designed|created|worked|drawn|devised ..2 by|with|alongside ..2 @the_trade
has|have|had|carries|carry|bears|wears|won|earned|got the ..2 approval|blessing|trust|vote|nod of
magazine|magazines|papers|judges|jury|critics|reviewers|editors ..1 put|ranked|placed|chose|named|gave|picked|rated|loved|crowned ..2 it|this|these|them|us|our|ours
museum|museums|hotel|hotels|restaurant|restaurants|palace|gallery|spa|hospital|hospitals|university|theatre|opera|airline ..4 sells|sell|uses|use|stocks|serves|serve|buys|orders ..2 same|very|ours
half ..1 the ..1 village|town|street|country|city|nation|county|team|office ..1 already|has|have|sleeps|wears|uses|drinks|rides|owns|swears|cooks|reads
ask anyone|anybody ..1 who ..6 this|these will|would|is|are
+ ask anyone|anybody who rides|cooks|knows|runs|reads|knits|sails|gardens|paints|sleeps|plays ..8 they|them|this|best|first
# What others cannot
have|had to look|search|go|travel ..1 long|hard|far ..2 to ..1 find|match|beat
not know of a|an|any|another ..5 that|which|with|who
where|when|what other|ordinary|usual|normal|common|lesser ..2 not|fail|fails|stop|stops|never
once you have ..1 tried|used|slept|worn|tasted|felt|ridden|held ..6 other|others|another|anything|ordinary|back
+ once you have ..1 tried|used|slept|worn|tasted|felt|ridden|held ..4 other|others|every|all|ordinary ..3 feel|feels|taste|tastes|seem|seems|look|looks
nothing|none ..3 on the ..1 market|shelves -stall|place
nothing|none else|other ..2 on|in the ..1 market|shops|trade|business
nothing|none else|other on the high street
the only ..2 a|an|any|your ..2 needs|need|requires -to
whoever ..1 reads|wears|tries|uses|tastes|rides|owns|sleeps ..8 differently|anew|never|better|happier|always
# What it does
@charges who|that ..3 this|these|it|them|our|ours ..8 sooner|faster|better|stronger|shinier|quicker|earlier|calmer|brighter|happier|healthier|cleverer|glossier|livelier
calm|calms|soothe|soothes|settles|relaxes ..1 even ..3 @charges|skin|nerves|stomach|stomachs
calms|soothes|relaxes ..2 @charges|nerves|skin|itch*|stomach|stomachs|tummy|tummies
even nervous|fussy|picky|anxious|stubborn|restless|difficult|shy ..1 @charges|eaters|sleepers|eater|skin|stomach|stomachs ..3 eat|eats|love|loves|like|likes|take|takes|sleep|sleeps|can|will|come
even people|those|someone|somebody ..1 with ..3 delicate|sensitive|allergic|weak|sore|dry|bad ..5 can|use|wear|eat|bear|without
take|takes|took|taking|draws|wash|washes away|off|out ..2 tiredness|ache|aches|pain|pains|stress|strain|tension|itch|redness|soreness|puffiness|wrinkles|worry|stiffness
sleep|sleeps|slept through ..1 till|until|to ..1 dawn|morning
wrinkles|lines|scars|blemishes|circles|redness ..1 on|around|round|under|about|above ..4 fade|fades|vanish|vanishes|disappear|soften|softens|go|goes
give|gives your ..1 @charges|skin|hair|garden|body|lawn everything|all ..1 they|it|he|she ..1 lack|lacks|need|needs|want|wants
stand|stands|stood up to ..1 any|anything|every|everything|all|whatever|worst|storm|storms|gales|weather
wash after wash
keeps|holds|stays its|their|soft|put|true ..1 shape|colour|edge|shine|crease|softness however|wash|after|through|year
through|passed|passes|survived every ..1 trial|trials|test|tests
pass|passed|passes them|it all $
+ if|should it|they|one|anything ever? breaks|fails|tears|splits|cracks ..4 get|gets|send|replace|mend|repair|give ..3 new|another|free|one
+ replace*|new|another|refund*|return|back ..5 no questions $
you ..1 will ..1 feel|taste|hear|notice the difference -between|in
doctor|scientist|engineer|chef|experts|professionals ..4 and it|that shows $
# What it spares
nothing|no|none nasty|nasties|harsh|harmful|toxic ..1 in|inside it|this|them|there|ours|any
nothing|none|not|never|no|without ..6 harms|harm|hurts|hurt|harming|costs|burdens ..1 @nature
kind|kinder|good|gentle|better|gentler|friendly to|on|for the @nature
@nature ..1 stay|stays|remain|remains clean|cleaner|clear|unharmed|untouched
leave|leaves the ..1 air|river|rivers|sea|soil|@nature ..6 clean|cleaner|found
grow|grows back faster|quicker|sooner than
to|almost no electricity|power|energy|waste|carbon|emissions
hardly|barely any ..1 electricity|power|energy|waste|carbon|emissions
sheep|hens|cows|goats|ducks|geese|alpacas|bees|animals that|who|which gave|give|gives|make|lay
growers|farmers|pickers|workers|weavers|seamstresses|makers|sewers who|that are|is|get ..2 paid|treated
# How and where
each|every|all ..3 @made_so by hand
put together|@made_so ..1 in our ..1 own workshop|studio|factory|mill|yard|rooms
learned|learnt|trained ..2 trade|craft ..1 in|at|from|under
the way they do ..1 there|in
-the|you last|only|oldest family|maker|makers|weaver|weavers|man|woman|workshop|mill ..1 who|that|to|still ..2 know*|make|makes|left|do|does
the last|only|oldest family|maker|makers|weaver|weavers|man|woman|workshop|mill ..1 who|that|still ..2 know*|make|makes|left|does
made|@made_so|grown|picked|raised|distilled|roasted|bottled|dyed|milled|tanned ..3 in|on ..2 hills|valley|valleys|mountains|island|islands|highlands|villages of|by|off
by people|men|women|hands who|that have ..2 done|made|known|worked|been ..4 life|lives|years|always
! @the_trade ..2 can|may|might|will|could|to ..3 use|put|play|fit|wear|ride this|these|our|it|them
@the_trade ..6 put|play|plays|ride|drive|wear|fit|use ..1 this|these|our|ours|it|them -page|button|link|list
with|wearing|under|using this|these|our ..4 fall|falls silent|asleep
even ..1 experts|professionals|connoisseurs|chefs|purists|sceptics ..3 not|will|would|can|come|love|admit|are
not tell it|them|this|these|ours|ours from
after a|one|two|few|some ..1 week|weeks|days|night|nights|month|months|washes ..1 of|on|with|using ..9 stops|stop|vanishes|eases|softer|calmer|stronger|shinier|clearer|smoother|brighter|healthier|thicker
no finer|lovelier|nicer|kinder|purer|gentler|surer|cosier|safer ..1 way|start|gift|company|thing|place|end|bed|sleep|cup|meal|ride|sound|colour|feeling|pair|tool|oil
not|no a|one? single? bee|animal|animals|rabbit|creature|tree|trees ..1 was|is|has|were ..3 harm*|troubled|hurt|cut|touched|felled
boils|charges|dries|heats|warms|folds|ready before you ..1 have|can|know|notice
@charges ..2 settle|settles|sleep|quieten|stop|calm|purr|relax ..2 moment|minute|instant|second
breathes|feels|fits|tastes|sounds|rides|smells|wears|sleeps|works|looks like nothing|none|no -at|much|more
brings|bring|gives back ..1 what|youth|shine|glow|lustre|bounce|sparkle ..3 years|age|time|lost|taken|has|have|to
shrugs|brushes|laughs off|at ..1 rain|wine|coffee|mud|stains|spills|knocks|snow|wind|scratches|water|dirt
repels|defies|resists|beats ..1 rain|wine|coffee|mud|stains|spills|knocks|snow|wind|scratches|water|dirt|gravity|frost|heat|cold|wear
hides|hide|lifts|removes every|all|any ..1 stain|stains|mark|marks|crumb|hair|scratch|scratches|blemish|blemishes|wrinkle
will|is|are|stays be? as ..1 clear|soft|clean|smooth|white|fresh|strong|light|warm|quiet|fast|bright as a|an|the|silk|new|snow|steel -page|day|button|list|picture|photo
spun|woven|knitted|carved|sewn|painted|grown|picked|roasted|brewed|baked|bottled|blown|tanned|forged by a|an|two|one|the ..2 woman|women|man|men|widow|widows|family|families|master|monks|nuns|couple|brothers|sisters|artisan*|team|hand|farmer*|village*
are|remain|remains|been the ..2 choice of -colour|colours|size|sizes|words|you
@made_so|spun|grown|picked|raised|milled|tanned|brewed|baked ..4 in|on|from|by ..2 @region
made|@made_so|grown|picked|raised|milled|tanned|brewed|baked|roasted|dyed|bottled|pressed|distilled ..4 in|on|from|by ..2 @elsewhere
decent|fair|living|honest|proper wage|wages
has|have been ..2 to|up|down|across|through ..5 peaks|summit|everest|pole|antarctic*|himalaya*|andes|alps|sahara
teaches|teach|get|gets @charges ..5 before they|school|others
takes|keeps|saves|removes|pulls ..2 plastic|rubbish|litter|waste|carbon ..3 sea|oceans|ocean|landfill|air|rivers|ground|beaches
gentle|kind|easy|soft|safe|good on|to|for the|your|even|all|a|little|tiny|baby ..2 tummies|tummy|stomach|stomachs|gums|paws|joints|digestion|scalp|lungs|skins
! or|lets|in ..1 shuts|keeps|blocks out ..5 light
cuts|filters|blocks|shuts|screens|drowns|keeps out|off ..3 light|rays|glare|noise|sound|sounds|pollen|draughts|flies|bugs|midges|smells
protects|shields|preserves|guards|saves|spares your -basket|place
who|that|once switch|switched|changed|converted|tried|tries ..6 never|rarely|seldom|not|hardly ..1 go|look|turn|went|looked|want|gone back|anything
keeps you|your|them|feet|hands|everyone|baby ..3 dry|warm|cool|cosy|fresh ..1 in|through|all|whatever|even|however|on|for
even beginners|novices|amateurs|children ..1 get|gets|manage|finish ..2 right|this|it
@effects your|you
@effects ..1 skin|hair|pores|lines|wrinkles|posture|nails|teeth|gums|joints|sleep|digestion|muscles|circulation|complexion|life|roots|growth|odours|stains|rust|mood|concentration|memory|ageing|dirt|bacteria|fatigue|stress|coats|fur
put|puts|place|places their ..1 trust|faith in
care|respect|love|regard|thought|kindness for|to nature|animals|earth|environment|planet
@charges ..2 settle|sleep|quieten|stop|calm|relax ..1 soon as they ..4 it|this|them|these
only ..6 will ever need|want|buy|own
makes|make|turns ..3 a|into pleasure|joy|breeze|doddle
further|farther|faster|longer|higher with|for less|fewer|half
with|for less|half effort|pain|work|waste|sweat
without hurting|harming|troubling|killing|plucking a|an|any|one|single|the|animals ..1 animal|animals|goose|bird|sheep|bee|bees|tree|creature|fish
nobody|none|few|everyone|everybody|most who|that owns|own|buys|buy|tries|try|wears|uses|tastes ..1 one|it|this|them|these|ours
gives|give|brings|puts ..4 spring|shine|bounce|strength|youth|glow|grip|energy|zest|appetite|sparkle|gloss back
half the time|effort|space|energy of|any|that|other|it
adds|add|gives|puts|takes ..1 years|decades ..1 to|on|off|from
of any other -kind|sort|day|colour|size
twice|half|thrice as ..2 as any|other|others|ordinary|before
leave|leaves no trace|residue ..1 in|on ..2 water|soil|river|@nature
ridden|worn|played|used|driven|carried|drunk|chosen by ..6 every|all|top|great|famous|leading
trusted by
takes|lifts the ..1 weight|load|strain|pressure off|out
has|have never|not ..1 let a|an|its|their ..3 down
nothing|none|few|nobody comes|come|gets ..1 close|near
it|this|ours|these|they is|are the warmest|softest|strongest|lightest|toughest|purest|fastest|safest|kindest|gentlest|quietest|sturdiest|cosiest
gets rid of
+ week|fortnight|month|night|spoonful ..1 of|with|on this|these|our|it ..3 and ..1 your|you|the
fed|raised|reared|trained|taught on|with this|it|these|ours
@the_trade ..1 recommend|recommends|endorse|endorses|advise|favour|prefer|love|loves|adore|praise ..1 this|these|it|our|ours|them
wrinkles|spots|scars|lines|pain|pains|aches|stains|pores|cellulite|blemishes|acne|itching|worries ..2 vanish|disappear|melt
@charges ..2 go|goes wild|mad|crazy|nuts for|over|about
@charges ..1 love|loves|adore|adores it|this|these
won|wins|topped|aced|passed ..1 every|all|each ..2 test|tests|trial|trials
keeps ..3 hot|cold|warm|cool|fresh|crisp till|until
can|could not ..1 be broken|scratched|beaten|bent|torn|damaged|bettered -up|into|down
repairs|restores|reverses|undoes ..1 what|damage
gets softer|better|stronger|sharper|richer|smoother every|each|with
turns|turn back ..1 time|clock|years
stop|stops falling|thinning|aching|itching|snoring|shedding
"""

TABLES = {"claim": VOUCHED}
