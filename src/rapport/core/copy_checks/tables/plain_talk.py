"""How any shop speaks of goods, their care and an order, and claims nothing: innocent phrases.

Of shops of all kinds, while `no_claims` has those that the example brand's copy brought.
"""

from __future__ import annotations

CLASSES: dict[str, str] = {}

CLAIM = """
! most natural|ordinary|important|boring|difficult|simple|obvious|useful ..1 in the world
! give|take ..1 your|an|any|old ..2 to ..1 charity
! donate your|an|any|old
! you can|may|might|could donate*
! you can|may|might|could ..4 charity|donate
! award for ..2 patient|patience|quietest|laziest|smallest|silliest|slowest
! patent leather|shoes|boots|pumps
! if|whether|which|what ..4 certif*|accredit*|patent*
! to proof|prove
! leave|let|leaves ..4 to proof|prove|rise
! medical advice|question*|matter*|grounds|reason*|condition*|bag|kit|toy|toys|drama|student*|thriller
! young|mad|little|budding|rocket|data|future|amateur|toy scientist|scientists
! ask|asks|see|consult|speak|talk|tell|ring|matter|question ..4 dermatologist|doctor|doctors|gp|pharmacist|physician|dentist|vet|nutritionist|dietitian|therapist|physiotherapist|osteopath|chiropractor
! you ..2 tested
! tested by a|the|our|my ..1 kitten|cat|dog|puppy|toddler|toddlers
! tested your|my|our ..1 patience|memory|nerves|limits
! royal mail|flush|purple|navy|red|jelly|wave
! puzzle|book|novel|story|castle|cardboard|box|toy|cat|sand|play ..4 palace
! palace of ..1 cushions|blankets|boxes
! germ of
! wheat germ
! melt the? fat
! cut|cuts ..1 the ..1 plastic tie|ties|ring|tag|tags|wrap*|film|clip|strip
! save|saving|saves your|their|his|my|our ..1 energy
! to prove it
! pass|passed|passes your|a|the|their|his|her|my ..1 driving|eye|sight|spelling|maths|swimming|theory test|tests
! not|no|hardly ..4 world record*
! not|never suitable|fit for ..1 induction|hob|oven|freezer|children|babies|vegans|everyone|outdoor*
! if|whether|which ..4 suitable|fit for ..1 induction|hob|oven|freezer|children|babies|vegans|everyone|outdoor*
! ^ is|are it|they|this|that ..1 suitable|fit for ..1 induction|hob|oven|freezer|children|babies|vegans|everyone|outdoor*
! if|should|when you ..1 take ..2 fall|knock|tumble
! ^ has|have|did ..3 survived a|the|any|our|being
! if|whether ..3 survived a|the|any|our|being
! how to survive a|the|any|our|being
! you will|can|would survive a|the|any|our|being
! outlived its|their|his|her use*
! ball|balls|trampoline|dog|puppy|lamb|toy ..6 bounced|bounces|bounce
! a|one|two|few|drop drop|drops of ..6 fine|mark
! you ..3 preheat|warm|heat|wipe|clean|open|light the|your ..1 oven|freezer|hob|grill|flame
! you|we|i|please ..1 never ..1 wear|break|scratch|peel|spill
! ^ please? do not ..2 @harm
! please|then do not ..1 @harm it|them|the|your|a
! we|i|you do not ..1 wear|age|break|spill|peel|crack|leak|fade
! sure|check|until ..4 will|do|does|can|not|could not|never ..2 @harm
! close|tighten|screw|wrap|fold|hang|keep|store|dry ..8 so ..3 will|do|does|can|not|could not|never ..2 @harm
! sure|check|until ..3 it|they|lid|spout ..1 never|not ..1 dribble*|drip*|spill*|leak*
! close|tighten|screw|wrap|fold|hang|keep|store|dry ..8 so ..3 never|not ..1 dribble*|drip*|spill*|leak*
! if|when it|they will|do|does not ..1 @harm
! everlasting flower*|friend*|love|life
! foolproof plan|way|excuse
! whether|if|until|unless|when ..3 safe for
! not|never -only|just|merely|simply ..2 safe for
! whether|if|until|unless|when ..3 safe to use|heat|eat|drink|put|boil|freeze
! not|never -only|just|merely|simply ..2 safe to use|heat|eat|drink|put|boil|freeze
! ^ is|are it|they|that|this|these ..1 safe for
! ^ is|are it|they|that|this|these ..1 safe to use|heat|eat|drink|put|boil|freeze
! ^ is|are ..3 @hard_place safe|proof|friendly|ready|resistant
! whether|if|which ..4 @hard_place safe|proof|friendly|ready|resistant
! not -only|just|merely|simply ..2 @hard_place safe|proof|friendly|ready|resistant
! stay|keep safe everyone
! safer to measure|ask|order|check|wait
! we|i will see you ..2 for|through
! please|and|so do not leave ..2 ring|rings|stain*|residue
! ^ do not leave ..2 ring|rings
! we are the ..1 first|last to admit|know|hear|say|agree|complain|arrive|judge
! @superlative trick|excuse|joke ..1 in the? ..1 world|country|trade|business|land|book
! we|i ..2 invented a|an|the ..1 word|excuse|game|song|joke|rule|dance
! best used|served|kept|drunk|eaten|worn with|at|from|in|by|overnight|fresh|before|on|as
! best made overnight|fresh
! best made with ..1 cold|warm|hot|fresh
! best piece of ..1 advice|news
! best set aside|out|up
! whichever|whatever|where|what ..3 most comfortable
! the best choice is|for|depends|may|will
! your|their|his|her ..1 best loved
! use|pick|cut ..1 freshest|greenest ..1 leaves|eggs|stem*|shoot*|flowers|milk
! greatest hits|hit|ease
! the best you|we|i|anyone can|could do
! ^ which|what|who|where ..3 is|are the best
! ask|tell|say|know|see|decide ..1 which ..2 is|are the best
! grow|grows|keeps|kept|does|do|sits|sit|lives|stands ..2 best in the? north|south|shade|country|land|shop|class|town
! which|what|whichever|if|whether|size|date|time|format|length ..4 better for you
! better for you to
! works|work|fits|fit|suits ..1 better for you
! beat|beats|beating ..1 all|other|any|the ..3 eggs|egg|butter|sugar|lumps|ingredients|dust|rugs
! competitor* in|at the ..1 race|match|game|event
! perfect sense|timing|world|stranger|strangers|silence|nonsense|storm|pitch|tense|number
! no perfect
! if|until|whether it|they|this|that|nothing ..2 perfect
! not|hardly|never|neither ..2 perfect
! ^ is|are|was ..4 perfect
! perfect is|timing|was ..1 overrated|boring|dull
! practise|practice ..3 perfect
! to|had|have perfect the
! amazing amount|number|how|what|that
! incredible amount|number|hulk|journey|sulking|shrinking
! fantastic mr|beasts|voyage
! magnificent seven
! every|any|each home|kitchen|table|cupboard|shelf needs|wants|should|must ..1 drawer|wall|screws|level|dusting|bulb|air|measuring|be|wipe|dust|clean
! every|any|each home|kitchen|table|cupboard|shelf needs|wants a ..1 drawer|wall|level|dusting|bulb|wipe|dust|clean|corner|window
! nobody|no one|none ..2 knows ..4 better
! nobody|no one|none ..2 knows ..4 better than you|him|her|them|they
! if|should|whenever|when|case ..1 you ..1 ever need|want ..1 another|again|anything|more
! you ever need|want to
! elevate your ..1 feet|legs|leg|foot|head
! is it a miracle
! some miracle
! deliver*|deliveries|delivery|send|ship|post|sell|available ..4 only ..2 in|to ..1 uk|britain|england|country|europe
! not|no|nor|without ..2 medal|medals|champion*
! deserve|deserves ..1 a medal
! old masters
! organic* section|shelf|page|department|shape|shapes|chemistry|question*
! whether|if it|they|this|that|the ..2 organic*|vegan*|vegetarian*
! ^ is|are it|they|this|that ..1 organic|vegan|vegetarian|caffeine|sustainab*|natural|unique
! recycl* bin|bins|day|box|centre|collection|point
! the recycling of
! put|goes|go|out|in|into|with ..3 recycling
! how|where|whether|if ..3 recycle*
! you can|may|might|could recycle the|this|your|it
! pack|packs|box|bag of ..2 compost
! compost ..1 comes? ..1 in|by ..2 pack|packs|box|boxes
! keep|keeping|kept|set|break|hands|wipe|brush ..4 free from|of
! book|map|history|guide|picture|pictures|photograph*|puzzle|story|tale|view|poster ..3 of the ..2 hills|slopes|mountains|gardens|fields|foothills|highlands|estates of|in
! your|their|every|his family recipe|tradition|secret|business
! book|history|guide|exhibition ..4 ancient ..1 art|wisdom|tradition*|recipe*
! repot*|plant|planting|roots|soil|plants ..6 terracotta pot|pots
! luxury of ..1 a|an|time|choice|doing|sitting|staying|not|space|choosing
! interior|graphic|garden|fashion|game|web designer*
! garden|foot|feet|head|face|person|dog|child|home|hand|hands|body|skin|taste|room ..3 is|are ..1 unique
! until|once|when|while|has|have|if ..4 heal|heals|healing
! dog|cat|pet|puppy|animal|horse|plant health
! question*|worry|worries|worried|concern*|advice|doubt*|talk|unsure ..4 health
! health and ..1 beauty|safety
! medicine cabinet|cupboard|box|chest|ball|spoon
! not|no|nor ..3 medicin*
! if|your|any|taking|take|on|unless ..3 medicine|medicines|medication
! help|helping ..3 skin|hair|sleep|nail|nails care|type|cream|tone|brush|products|mask|masks|size|sizes|bag|bags
! if|whether|when|whatever|whichever|whenever|time|day ..4 good for you
! if|when|unless|whatever|what ..2 your ..1 doctor|dentist|vet ..3 recommend*|say|says|said|advis*|prescribe*|tell|tells|told|like|likes|know|knows
! works|work|fits|as|suits|feels ..2 good for ..1 you
! put|use|slide|move ..2 loaf|bread|dough|cake|pie|batter|biscuits|meat|chicken|soup|leftovers|pan|kettle|saucepan|wok|moka ..5 oven|freezer|grill|hob|stove
! put|use|slide|move ..2 loaf|bread|dough|cake|pie|batter|biscuits|meat|chicken|soup|leftovers|pan|kettle|saucepan|wok|moka ..5 oven|freezer|grill|hob|stove and|or|too|with|at|on|freely|for|if
! loaf|bread|dough|cake|pie|soup|leftovers|berries|batter|ice|butter|beans ..8 oven|freezer|grill|hob|stove
! loaf|bread|dough|cake|pie|soup|leftovers|berries|batter|ice|butter|beans ..8 oven|freezer|grill|hob|stove ..1 and|or|too|with|at|on|freely|for|if
! milk|moka|pan|coffee|syrup|sugar ..6 over|on a|the ..1 low|gentle flame
! an ash tree|trees
! needs|need|wants|want|asks|drink|drinks|likes|like ..3 nothing but|more water|daylight|sunlight|rain
! do not|never|avoid use|clean|wipe|wash|using ..4 solvent*|chemicals
! keep|keeps ..5 from ..2 solvent*|chemicals
! tea|rooibos|peppermint|oolong|leaf ..2 in peace|calm
! clear the chest of
! let us ..1 sleep
! only|quite|perfectly natural
! drink|drinks|try|taste|take|takes|like|have ..3 without sugar
! drink|drinks|try|taste|take|takes|like ..3 with no sugar
! no animals|cats|mugs|socks|teapots|biscuits ..2 harmed|hurt in the? ..1 making|writing|packing
! water|waters|watered|watering|likes|prefers|prefer ..4 rainwater
! water|waters|watered|watering ..4 with|in|use|using|from rainwater
! should|must|do not ..2 sprayed
! loosen*|ease*|smooth*|settle*|steady ..2 over|on|at|round|around|behind|under ..1 head|heads|shoulders
! loosen*|ease*|smooth*|settle*|steady ..2 at|on|round|over ..1 shoulders
! year|week|summer|day|season|garden ..2 is|are winding down
! without a lead
! who|which|what|if|whether|maybe|perhaps|did|has ..1 your|a friend|friends|colleague|relative|sister|brother|neighbour ..1 recommended|mentioned|nominated|referred|sent|told|gave ..2 us|you|your
! list|letter|letters|newsletter|mail|mails|email|emails|e|sign|signed|subscribed|unsubscrib*|removed|account ..6 as you requested|asked|wished|wanted
! as you ..1 asked|requested|wished|wanted to ..2 hear|be|get|receive|read|stop
! as you ..1 asked|requested ..1 us not? to
! you ..1 asked ..1 us|me ..1 to ..1 write|email|e|tell|let|add|stop|remind
! you ..1 asked ..1 us|me ..1 to send you
! you ..1 asked ..1 us|me ..1 to keep you|in
! because|since you told|asked
! thank*|thanks ..1 in advance|ahead ..2 for ..2 your ..1 question|letter|photo|photos|message|kind|call|visit|feedback|review
! forward to ..1 seeing|meeting|talking you|to|with you|at|on|in ..1 at|on|in|the|last
! your|their|wedding|an|silver|golden|first ..1 anniversary
! book|novel|story|mystery|puzzle|scene|painting|toy|film ..6 in|at|is|was|an|the|about ..2 old @old_house
! book|novel|history|story|toy|puzzle|play ..6 @old_people ..8 built|founded|dug|made|used
! book|novel|history|story|toy|puzzle|play|ship|helmet|road ..4 built|made|used ..3 @old_people
! ^ last one out
! swimming|birth|school|framed|frame|first ..3 certificate*
! certificate* frame|frames
! if|whether|can|how|where|could ..4 engrav*|monogram*|personalis*|personaliz*|customis*|customiz*
! your ..1 earlier|last|past|previous|first ..1 purchase ..1 is|has|was
! each|every|all ..1 page|pages|part|parts|panel|panels|step|steps|box|boxes|screw|bag|bags ..3 numbered|stamped
! your ..1 basket|checkout|order has|is|was not ..1 been? ..1 ordered|bought|paid|posted|shipped|dispatched|processed|charged|confirmed|submitted
! if|any|should|case|unless ..5 problem|issue|trouble|error|mistake ..1 with|on|in your ..1 order|payment|account|card|address|parcel
! if|when|unless|until|should|once ..4 order|parcel|payment|account ..1 is|has|was ..1 been? ..1 being? held|delayed|returned|locked|suspended|cancelled|refused|blocked|stopped|frozen
! once|until|when|if|as|unless we ..1 have|had|got|received|read your ..1 letter|message|reply|question|email|note|photo|call|review
! saved under your ..1 name
! to be|best|can|are|is picked in spring|summer|autumn
! when|before ..2 ordering|order|confirm|pay ..4 confirm|verify|update|validate your ..2 address|details
! and good health
! no ..1 better|nicer|finer way|place|reason|excuse|time to|for|than|of|in
! you know ..4 better than anyone|anybody|everyone|us|most|all
! a|this paper called|named
! french|coffee|flower|grounds|leaves|flowers|water ..4 in the press
! grounds|leaves|flowers|water ..5 in the ..1 press
! recognised ..1 by|at|in|with its|their|the ..1 colour|shape|smell|leaf|leaves|lid
! featured in the|this|our ..2 photo|photograph|picture|guide
! name|title|label ..1 says it all
! the ..1 gallery on|of|page
! pictures|photographs|photos|images|page ..4 in|by|at the ..1 gallery
! some|other people ..1 prefer*
! everyone|everybody|people prefers|prefer|loves|love a|something ..1 different
! choose from
! use|used|choose|chosen|chose from ..2 hundreds|thousands
! you ..2 rated
! good or bad ..2 reviews
! leave|write|post|your ..2 customer review
! read|see|reading|seeing|write|find|are|is|where|to|for|the|any|more ..1 customer ..1 reviews
! popular science|music|songs|song|culture|fiction|names|names
! not -only|just|merely|simply ..2 popular|trendy|trending|fashionable|viral
! hardly|whether ..2 popular|trendy|trending|fashionable|viral
! trending|fashionable|popular or not
! viral video*
! your|their|his|her ..1 favourite
! whether|not|if|never ..3 in fashion
! animals|map|puzzle|recipes|stamps|flags|book|stories|countries|people|maps ..6 all|up over|across|around ..3 world|globe
! twentieth|last|nineteenth|next|new|turn|century ..4 century ..1 chair|chairs|furniture|novel*|art|lamp*|design
! novel|saga|story|book ..6 generations
! unsubscribe|stop|leave|close|cancel|end ..8 without ..1 a|any|giving reason
! not|never|hardly ..1 count|rely|depend|bank on ..1 us|it|that|this
! basket ..3 will|would never ..2 leave|go|look|lose
! you have never|yet|not|rarely|seldom ..2 broken|broke|cracked|chipped|stained|leaked
! if|when|should ..2 handle|lid|it|they ..1 can|will|does|do|could not|never ..1 come off|away|loose|undone|apart
! skewer|knife|needle|toothpick ..3 comes|come ..1 out ..1 clean
! you ..1 do not ..1 pay until|before|yet|here|now
! you ..1 do not ..1 pay anything until|before|yet|here|now
! you ..1 do not ..1 owe us|anybody|anyone ..1 an|any|a
! spare|replacement parts ..1 are ..1 listed|shown|explained|under|on|in
! not ..1 take|takes ..1 longer|more than a ..1 moment|minute|cup|song|page
! check|look|see|whether|if ..5 no chips|cracks|scratches|stains
! was|has|hope|if|whether|once ..3 delivered|arrives|arriving ..1 safely
! health|travel|bike|car|home insurance
! brief|short|quick|last|quiet|done|over|enough|pun|joke|spam|silly|gentle|few|harmless ..6 we|i promise
! we|i promise this is ..1 short|brief|quick|last|the
! you ..1 never ..1 need to
! next service
! the full amount|value of|is ..1 shown
! ^ keep it|the|them ..2 hot|cold|cool|warm ..1 for|until|till|to ..2 hour|hours|minutes|while|day|end|last
! you|yourself ..4 wrap* ..2 as a ..1 present|gift
! works every day at|from
! masters of ..1 disguise|universe|delay
! rest assured that? nothing|no
! some|many|most people call ..1 it|this|that|them
! good for you if|that|and
! perfect fit ..1 is|needs|takes|starts|depends
! you will ..1 love it|them|this or ..1 not|hate|leave|loathe
! ^ is|are|does|do|will it|they|this|that ..2 good|kind|gentle|safe|soft|easy ..4 stomach|tummy|joints|teeth|gums|throat|skin|wrists
! tread lightly on|over|past ..2 floor|stairs|carpet|boards|rug|ice|moss
! the green option is|or
! feel free from
! top|foot|side|back of the ..2 hills|mountains|gardens of|in
! your doctor|dentist|vet|gp|pharmacist ..1 can|could|may tell|say|advise|help
! more than a ..1 shop|machine can?
! fill|refill|top ..4 with rainwater
! send|sends|deliver|delivers|post ..3 in|to|within ..1 uk only
! a|any scientist might|would|may|could
! proof if you
! to fall asleep in|on
! ask|asks|need|show|bring ..1 for proof
! proof at the door
"""

TABLES = {"claim": CLAIM}
