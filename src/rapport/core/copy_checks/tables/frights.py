"""Fear put quietly: what lives, lurks, breaks or happens while the reader does without."""

from __future__ import annotations

CLASSES = {
    "pests": (
        "ticks fleas mites mosquitoes rats mice moths woodworm termites wasps slugs germs bacteria "
        "thieves burglars robbers hackers fraudsters crooks criminals danger dangers"
    ),
    "frail": (
        "feet spine spines teeth eyes eyesight hearing skin knees joints lungs kidneys heart back "
        "backs gums ears"
    ),
}

FRIGHTS = """
# What lives there
think|imagine|picture|guess|wonder ..1 what|who ..3 living|lurking|growing|crawling|hiding|breeding
things|something|creatures with ..1 legs ..4 in|under|there|your
breeding|feasting|multiplying|hatching|crawling in|under|inside|on|through ..1 there|you|bed|pillow|ear|ears|mattress|sheets|skin|pillows
crawls|creeps|climbs in|into|under|inside your ..1 ear|ears|bed|skin|pillow|mouth|nose
@pests ..2 may|might|could|are|is|be|already ..2 eating|gnawing|chewing|feeding|nibbling|munching ..3 way|your|through|on|at
@pests ..1 are|is|wait|waits|lie|lies|lurk|sit|stand ..1 waiting|lurking|everywhere|hiding|ready|out|wait in|behind|under|there
eating|gnawing|breeding|feeding|rotting|rusting|crawling ..8 as|while|whilst you ..1 read|sleep|dream|speak|wait|hesitate
give|gives|giving off things|something|fumes|stuff|substances
what is|are|it growing|living|breeding|lurking|hiding|crawling in|under|inside|behind ..1 your -garden|head
damp|mould|dust|smoke|fumes|plastic|chemicals|poison|soot ..4 get|gets|go|goes|settle|settles|creep|creeps|end|ends|works ..3 lungs|blood|bones|food|chest|bloodstream|brain
# What may happen
+ one|a|single|wrong slip|fall|spark|crash|stumble|skid|step ..10 and ..4 hospital|grave|ambulance|over|gone|fire|stretcher|crutches
only|just ..1 a question of who|time|how|where
matter of time before|until ..6 fail*|break*|stolen|leak*|burst*|accident|hurt|taken|dies|thief|lost
imagine|picture|think ..1 your|a|the|of ..2 child|baby|toddler|dog|cat|puppy|son|daughter|mother|father|kids ..2 choking|drowning|falling|burning|screaming|crying|bleeding|swallowing|trapped|hurt|lost
face when|if|as ..5 scald*|bursts|burns|explodes|shatters
+ imagine|picture|think ..18 nothing happening|happens|there
+ imagine|picture|think|picturing|imagining ..14 choking|drowning|bleeding|trapped|stranded|helpless|failing|fails|snaps|snapping|screaming|flames
brake|brakes|pedal|lever|rope|ladder|strap|chain|lock ..3 fail|fails|failing|snap|snaps|gives|give|giving ..1 way|when|while|halfway
+ alarm|alarms ..4 silent ..4 nobody|never|none|sleep
who will|would|is ..1 find|hear|save|rescue you|them|him|her|your if|when
strangers|thieves|burglars|criminals|hackers|crooks|fraudsters|somebody|someone ..2 can|could|may|might|will ..2 see|read|get|take|steal|use|find|copy ..2 your|yours
fall|falls|get|gets|end|land|ends into|in|up|to ..2 wrong hands
details|data|address|card|password|account|name is|are|be ..2 not|hardly|never|longer ..1 safe|secure|protected
make|keep yourself|myself safe|secure
damage|harm ..1 quietly|silently|unseen|unnoticed
quietly|silently|slowly ..1 harm|harms|damages|harming|damaging|ruining|poisoning|destroying|killing|kills|ruins
only|just find|finds|found|notice|notices out? ..1 later|afterwards|late
how|where accidents|fires|falls|injuries|crashes|burglaries|infections|tragedies ..1 begin|start|happen|come
your ..4 will|might|may|would|could not ..1 see|survive|outlive|live|reach ..3 spring|summer|winter|night|year|christmas|autumn|frost
your ..1 @frail is|are|get|gets|getting|grow|grows|will ..2 worse|weaker|ruined|damaged|suffering|failing|paying|suffer|pay|fail
teeth|eyes|hearing|eyesight|fingers|limbs|knees|gums ..1 do|does|will|can|never ..1 not? grow|come|heal|mend|return back|again?
what would|will you do if|when ..10 failed|died|broke|stolen|burned|fire|nobody|alone|gone|never ..1 back|came|$
storm|flood|fire|frost|thief|wind|gale|wave ..3 could|may|might|will|can ..1 take|tear|rip|carry|have|sweep ..1 your
has|have|had cost ..4 life|lives|sight|leg|hand|finger|fingers|hearing|eye
ruin|ruins|wreck|wrecks|damages|deform*|destroys|harms ..3 @frail
will|may|can|could|might|not ..1 damage|harm|destroy|deform ..3 child|children|your ..1 @frail
pay|pays|paid for it|that|this with ..2 life|health|kidneys|sight|skin|teeth|knees|back
crippl*|paralys*|electrocut*|intruder*|suffocat*|asphyxiat*|maim*|mutilat*
infect you|your|the|him|her|children
choking -hazard*|hazards
burglars|burglary|burglaries
+ and ..3 so ..1 will ..1 the ambulance|doctor|dentist|vet|bill|pain
hear|notice a|the|any|no ..1 stranger|burglar|thief|intruder|footsteps ..4 stairs|window|door|house|night|garden|room
would|will|do|can you not? hear|notice|wake|know ..1 if|when|a|the|somebody|someone ..2 stranger|burglar|thief|intruder|broke|breaks|climbed|fell|stopped
nobody|none|no ..1 plans|expects|means to ..1 be|have|need|end|get ..8 when|if|accident|fire|crash|fall|hospital
know who ..1 has|is|was|could|holds ..4 key|keys|outside|watching|door|window
coming|flaking|peeling|leaking|rubbing off|out|from ..1 your|the|those old
there may|might|could|can be more|things|something in your -basket|cart|account|order|list ..2 than
not|never ..1 get|have|be|given a|another second|another ..1 chance
only ..9 after|until a|the|an|it ..1 fire|accident|burglary|flood|crash|theft|fall|injury|late
how ..1 you ..1 feel if ..5 gave|broke|failed|fell|died|lost|gone|happened|hurt
gas|smoke|carbon|fumes|water filling|flooding|seeping ..4 room|house|home|lungs|kitchen|cellar
basket|order|account|name|address|details has|have|was|been|is|are ..1 flagged|reported|blocked|blacklisted|frozen|compromised -on|as|colour
unless|if|or ..9 have|forced|obliged|going to report|inform|block|fine|charge
make|makes|making the|your ..1 baby|child|dog|cat|family|children|guests ..1 i will
little|nothing|nobody ..2 left to save|rescue|mend
fatal|lethal|deadly -serious|earnest|quiet|dull|nightshade
+ leave|leaving ..4 as it|they is|are and ..7 road|hurt|fall|break|worse|rot|burn|die|dead
what you ..1 breathe|swallow|inhale
can|could|may|might|will kill $
you ..1 could|may|might|can|will be fined|arrested|prosecuted|sued|sacked|evicted
somebody|someone|stranger|strangers ..1 has|have ..1 been in|inside|through your account|house|home|garden|bag|drawers
can|could|may|might|will kill you|your|him|her|them|somebody|someone -time|appetite
spark ..6 house|home|roof|kitchen|curtains ..2 burn|burns|flames|gone|ablaze
thieves|burglars|thief|burglar has|have your
in their sights
pneumonia|hypothermia|frostbite|sepsis|gangrene|concussion|meningitis
days|weeks|hours before|until|till any*|some* ..1 finds|found|find|noticed|notices|heard|missed|comes|came ..1 you|your|him|her
nobody|no|none|not ..1 one|soul|body ..1 coming|comes|come|near to ..1 help|rescue|find|save
nobody coming|comes|near to ..1 help|rescue|find|save
imagine|picture ..1 yourself ..6 dark|stranded|alone|lost|storm|trapped|drowning|helpless -theatre|cinema|chocolate
put|puts|putting|land|lands you ..1 in ..1 bed|hospital|intensive|plaster|traction|wheelchair
end|ends|ended|ending up? ..1 with|in ..2 broken|fractured|cracked|sprained|shattered|crushed|severed hip|neck|leg|arm|bone*|wrist|ankle|back|skull|rib|ribs|nose|tooth|teeth|collarbone|finger*
your|house|home|kitchen|everything ..4 go|goes|going|gone|went up in flames|smoke
could|might|may|would|ride|walk|climb|trip|journey|road|dive|swim ..5 not|never ..1 come|get|return|make ..1 home|back ..1 from -school|work|holiday|without
not|never ..1 come|get|make|arrive home|back alive|safe|safely
find|finds|found|learn|learns|learned|learnt|discover* ..5 to their|your|his|her cost
you ..3 lost|lose|losing the|your|that job|position|promotion|career -of
you ..2 lost the|that post -office|of|that|which|for
your career|reputation|marriage going|goes|gone|go ..1 down|up|under
your career|reputation|marriage ..2 ruined|finished|over|collaps*
-nobody|no|none|not|never go|goes|going|gone|went to bed hungry
+ without ..4 skin|hair|teeth|gums|joints ages|wrinkles|cracks|rots|thins|withers|decays|suffers|yellows
damage|harm ..2 not|never be? go|goes|undone|reversed|repaired|mended|heal|heals
+ if ..1 stop|stops|quit|skip ..5 wrinkles|spots|pimples|cracks|itching|pain|dandruff|fleas|mould|lines come|comes|return|returns|spread|deepen
years|childhood|days you|they ..1 wasted|squandered
-we|i bitterly|deeply|forever ..1 regret*
family|baby|child|children|dog drinks|eats|breathes|swallows|drink|eat ..1 what|whatever is|was|comes|leaks|seeps
turn|turns|turned|develop|grow|grows|become into|to something ..1 worse|nasty|serious
you|your ..2 could|might|may be next -to|in|up|for|week|time
may|might|could|can|will|would set|catch the|your ..2 alight|fire|ablaze
people|children|families|dogs|cats|pets|babies|cyclists|walkers|drivers|hedgehogs|birds ..1 die|drown|perish|suffocate|starve
come|comes|grow|grows|return back? worse
left untreated|unchecked
^ untreated|unchecked fleas|mould|rot|damp|wounds|it|they
will|would|can|could|may not save|protect|catch you|your|him|her|them
ends|ended|end|finish|finished ..6 in|with plaster|hospital|disaster|ditch|flames|casualty
put|puts|land|lands|send|sends|bring|brings you|him|her|somebody|someone ..2 in|into|to|inside ..1 hospital|casualty|ambulance|grave|coffin|wheelchair|ward
you ..1 may|might|could|will|would|can|risk|lie|end|ends ..8 broken|fractured|shattered|smashed leg|legs|arm|hip|neck|ankle|wrist|skull|bone|bones|spine|pelvis|collarbone
broken|fractured hip|skull|wrist|ankle|collarbone|pelvis
can|could|may|might|will|would|shall blind|maim|kill|cripple|scar|choke|poison|deafen|drown you|your|him|her|them|somebody|someone
-not|never lose|forfeit|surrender ..1 every|all|any|your right|rights|protection ..1 to|of|under|against|$
serve|serves|serving|feed|feeding|give|giving|pour|pouring ..1 your|the ..1 guests|family|children|kids|friends|visitors|baby|dog|cat ..4 rancid|mouldy|poison|germs|bacteria|limescale|filth|grime
your ..2 could|might|may|can ..1 swallow|choke|drown|suffocate|collapse|starve|poison|electrocute
your ..2 may|might|could|will not ..1 hold|survive|bear|withstand|wake
needs|takes ..1 only|just ..1 a minute|second|moment|spark ..2 to ..6 curtains|house|child|drown|steal|burn|lose|fall|choke|room
hair|skin|teeth|wrinkles|moles|spots|cracks|damp|rot|rust|gums|pain|cough ..5 do|does|will not ..1 wait|go|heal|mend|disappear|clear|vanish
-not|or|and|people|those|men|ones who ..1 break|breaks|broke|breaking in -first|a|the|new|shoes|boots
give|gives|giving you|your|them|children ..2 spots|rash|rashes|headaches|infections|cancer|nightmares|worms|fleas|asthma|cramps
your|the heart|breathing|pulse stops|stop|fails|gives
heart attack|attacks|failure
would|will|might be ..2 pity|shame|sad|unfortunate if ..1 your|something|anything|somebody|thieves
one|some day|night|morning ..5 will|could|might|may ..1 let|fail|leave|drop|betray you ..1 down|stranded|alone|$
long way to|down ..1 the ground|bottom
copied|cloned|stolen|skimmed|hacked your
accident|disaster|fire|tragedy waiting to
somebody|someone|driver|drivers|lorry|car|cars|nobody ..3 not? see|sees|spot|spots you -off|out|to|at|there|soon
thieves|burglars|crooks|robbers know|love|like|count|need|want|come
your|the ..4 be run over -by|with
disease|infection|decay|cancer|illness begins|starts|comes ..1 with|in|from
gum|heart|lung|skin|tooth|liver disease|decay|cancer
you|your|child|they ..1 may|might|could be i will
give|gives|fail|fails|break|breaks up|down|in|on ..3 coldest|darkest|longest
address|details|data|name|order ..4 for all|everyone|anybody|anyone|everybody to see|read
growing in it|that|there $
lose|cost|costs|take|takes|claim everything you ..1 own|have|love
account|card|identity|details|data ..2 could|may|might|will ..2 taken|stolen|hacked|abused|misused|copied|emptied|leaked
leave|leaves|left|leaving you ..1 stranded|alone|helpless|injured|blind|lame|homeless|defenceless
bed bugs
@pests love|adore ..3 your|yours
lose|losing your ..1 sight|eyesight|hearing|teeth|life|home|savings|leg|hand|fingers
your ..2 could|may|might ..1 already ..1 be ..2 burnt|burned|damaged|infected|ruined|dying|dead|lost|poisoned|rotten
beyond repair|saving|rescue
hides|hiding what|who is ..1 waiting|lurking|standing
mountain*|sea|road|roads|winter|weather|river|water|hill|hills|ice|summit ..2 not ..1 forgive
rescue|ambulance team*|crew*|service*|workers|helicopter* ..3 find|finds|found|recover*|carry|carries
brake|brakes|strap|straps|helmet|rope|ropes|tyre|tyres|harness|lock|locks|alarm|chain ..6 fail|fails|snap|snaps|give|gives ..6 warning|descent|descents|traffic
do|would ..1 you ..1 want|like|wish to find out on|when|at|too|alone
never|would|could|not ..2 forgive yourself|yourselves
skin|hair|eyes|teeth|bones|joints|heart is|are ..1 ageing|aging|failing|dying|rotting|suffering
carry|carries|spread|spreads ..2 disease|diseases|illness|illnesses
the call from the school|hospital|police
"""

TABLES = {"fear": FRIGHTS}
