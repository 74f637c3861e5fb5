"""What others are said to think or do: other customers, the press, the great, judges and rivals."""

from __future__ import annotations

CLASSES = {
    "buyers": "customer customers buyer buyers shopper shoppers client clients",
    "crowd": (
        "customers customer shoppers buyers families households fans reviewers chefs chef "
        "baristas sommeliers experts expert doctors doctor nutritionists "
        "nutritionist dietitians scientists specialists celebrities critics journalists bloggers "
        "influencers editors thousands millions hundreds britain britons "
        "nation royals restaurants hotels cafes professionals dermatologists "
        "dentists therapists parents stylists designers"
    ),
    "praises": (
        "love loves loved adore adores adored rave raves raving swear swears recommend recommends "
        "recommended trust trusts trusted choose chooses choosing chosen prefer prefers preferred "
        "say says said agree agrees agreed rate rates rated approve approved endorse* voted vote "
        "praise praised enough choice favourite favourites approves talking used use uses "
        "switched switch obsessed review reviewed favour backed"
    ),
    "praises_done": (
        "loved adored raved recommended trusted preferred praised praise endorse* voted rated "
        "favourite favourites favoured obsessed backed approved"
    ),
    "folk": (
        "people customers readers buyers owners folk drinkers everybody everyone many most some "
        "others several they visitors cooks families strangers friends half somebody someone hundreds "
        "dozens plenty"
    ),
    "papers": (
        "paper papers newspaper newspapers magazine magazines press journal journalist journalists "
        "columnist reporter radio blog blogger critic critics editor presenter broadsheet"
    ),
    "grandees": (
        "king queen prince princess duke duchess mayor minister president bishop ambassador royals "
        "royalty actor actress celebrity celebrities"
    ),
}

CLAIM = """
# Others who bought
@folk <3> wrote|write|writes|written|writing|rang|ring|rings|phoned|emailed ..2 to|in|us|back ..3 say|thank|praise|swear|saying
@folk ..3 wrote|write|writes|written|writing|rang|ring|rings ..2 to|in ..1 tell us|that|how ..1 it|they|much
@folk ..1 keep|keeps|kept ..1 writing|asking|coming|telling|ordering|buying|raving|thanking -what|how|why|whether|if|me
@folk ..1 keep|keeps|kept on writing|asking|coming|telling|ordering|buying|raving|thanking
@folk ..2 never stop|stopped|tire
-how|what|which|if|whether most|many|nearly|almost|practically|virtually|half ..2 people|everybody|everyone|who|customers|readers ..6 buy|buys|goes|choose|chooses|pick|picks|order|orders|own|owns|reorder*
nearly|almost|practically|virtually|just|like everybody|everyone|all|anybody ..1 who ..2 buy|buys|bought|pick|picks|tries|tried|owns|has|orders|holds
everybody|everyone|anyone|anybody|people|those|most|nobody|customers|readers who ..2 bought|buys|picks|picked|tries|tried|chose|chooses|orders|ordered|buy|try ..5 goes|went|came|comes|back|another|love*|say*|agree*|keep*|never|also|sister|wishes|want*|regret*|orders
everybody|everyone|anyone|anybody|people|those|most|nobody|customers|readers who ..2 owns|own|has|have ..2 one|it|them|ours|these|this|two|some|@ware ..5 goes|went|came|comes|back|another|love*|say*|agree*|keep*|never|also|sister|wishes|want*|regret*|orders
would|will buy it|one|them again
not one of them|us ..1 would|regret*
none of them ..1 would|regret*
i|we asked|rang|surveyed|polled|interviewed|spoke ..4 who own|have|bought|use|owned
a|one|another|our|some|happy|regular ..1 customer|buyer|owner|fan|shopper|client ..2 wrote|writes|told|tells|said|says|called|calls|swears|confessed|confesses|bought|ordered|uses
one|another|a|our reader|visitor|regular wrote to|in? ..1 say|tell that|it|us|thank|this
one of ..1 our|you|readers ..2 wrote|writes|told|tells|says|called|calls|swears
says|said|writes|wrote one|a|our|another ..2 kitchen|customer|reader|family|fan|owner|buyer|household
in the words of
mug|cup|pot|teapot|bowl|plate|one|tea|glaze|tin everybody|everyone|people|readers|customers|they ..2 ask|asks|asking|writing|reach|reaches|want|wants|fight|fights|choose|chooses|buy|buys|order|orders for|to|first|over|again|back|most
@ware|one ..1 that? ..1 sells|sold fastest|quickest|first|most
@ware|one ..1 that? ..1 goes|leaves fastest|quickest
most ordered|bought|picked|chosen|reordered|gifted
visitors|customers|guests|people|few|nobody ..1 never|not|hardly|leave|leaves ..1 leave? ..2 without ..1 one|it|buying|this
word has ..1 spread
what|which others|everyone|everybody|customers ..1 choose|chose|buy|bought|say|think|love
others|customers|people ..1 also bought|buy|chose|like|liked|ordered|loved|looked
others ..4 bought|chose|ordered|picked|loved ..2 same|it|this|one|these
you are|will be? not alone ..4 choosing|loving|liking|this|it
in good company ..3 with
won|win|winning|gained|earned ..3 fans|following|admirers|hearts|friends ..1 -here
found ..3 fans|following|admirers|hearts
fan|fans|following club|mail
following of
fan|fans of our|this|ours|it|@ware
# Press and judges
@papers ..2 called|named|described|wrote|praised|voted|interviewed|listed|reviewed|hailed|compared|mentioned|profiled|raved|featured|dubbed|came
! radio came|comes to|on|through|back
customers|readers|regulars|everybody|everyone|people|buyers ..2 mad|crazy|wild|nuts|potty about|for|over
called|named|described|praised|voted|hailed|featured|listed|reviewed|mentioned|dubbed|profiled|written <4> @papers
national|regional|leading|trade|county press|paper|newspaper|magazine|journal|radio
glossy|sunday press|newspaper|magazine|journal|supplement
came|come|coming ..4 to film|photograph|interview
in the ..1 news|headlines|papers
in the press $
in the national|local|tea|design|food|uk|british|trade press
! papers ..1 round|under|over|between
voted|crowned|named|hailed|elected|chosen|judged|picked ..8 of the year|month|decade|season|century|week
shortlisted|longlisted|nominee*|finalist*
-your|a|own|their|to|my shortlist|shortlists|longlist|longlists
nominated for|as
commended|honoured|recognised ..1 by|with|for|in|at
commendation*
runner up
win|wins|won|winning|scooped ..5 prize|prizes|medal|medals|ribbon|ribbons|rosette*|trophy|trophies|title|competition|contest|honours
the best one for
best of ..1 its|their kind
nothing else ..1 cuts|holds|pours|works|keeps|cleans|brews|does ..3 as|so
no better|finer|nicer|truer|softer|stronger ..3 is|are|was made|woven|sold|found|grown|baked|brewed|thrown ..1 anywhere|elsewhere|on|in
take|takes|took|gave|given|collected ..5 prize|prizes|medal|medals|rosette*|trophy|trophies|honours
won|took ..2 silver|gold|bronze|first|second at|in|for|place
county|flower|village|trade|craft show
show|fair|festival ..3 gave|awarded|named|chose
first|second|third|top|more|grand prize|prizes
! no prize|prizes for
trophy|trophies -cabinet*|shelf|case
rosette* -of|forms|form|in|grows|leaves|opens
judges ..5 gave|agreed|named|chose|awarded|picked|voted|medal|harrogate|said
copied|exhibited|displayed|studied|stocked|collected|imitated ..6 college*|school|schools|universit*|shops|stores|museum*|galler*|palace*|restaurants|hotels|potters
taught|shown ..2 in|at|by ..3 college*|school|schools|universit*|museum*|galler*|palace*|restaurants|hotels|potters
our|some|several|leading|top|fine|good|in|by|many|london|smart hotel|hotels|restaurants|museums|galleries
the|a|one|short|actual|real @grandees ..1 has|have|had|owns|bought|uses|ordered|drinks|keeps|asked|visited|drank|came
made|make|throw|threw ..4 for ..4 @grandees
fit for ..2 palace
chap|man|woman|chef|cook|lady|presenter|somebody|someone|people|crew|team|he|she from|off|on ..2 telly|tv|television|bbc|radio
professional|famous|celebrity|tv|television|michelin chef*|cook*|baker*|barista*|potter*|taster*|gardener*
! professional|trained|expert|skilled taster*|chef*|cook*|baker*|gardener* say|says|use|uses things|words|phrases
ask any chef|barista|potter|doctor|nurse
physiotherapist*|osteopath*|chiropractor*|ergonom*|sommelier*
according to ..3 experts|expert|science|study|studies|research|survey|doctors|doctor|customers|readers|critics|critic|papers|paper|press|tests|reviews|chefs|chef|taster*|museum|judges|magazine|survey*
! according to the? kettle|cat|label|spoon*|weather|lid
# Beside others
know|knows|found|find|seen|drunk|held|met|imagine ..1 of? no ..1 better|finer|nicer|truer|kinder|warmer|other
no ..1 better|finer|nicer|truer ..3 @ware|clay|glaze|potter|kiln|gift|present ..3 from|than|in|anywhere|around|for|at|money|to
better|finer|nicer|faster|truer than anyone|anybody|most|all|everyone|any
as ..1 good as ..2 any|gets -used|worn|out
where|while|but|whereas ours|mine ..1 do|does|bend*|stay*|keep*|hold*|will|never|last*|not
competitors|potteries|makers|brands|shops|companies|elsewhere ..1 cut|skip|rush|settle|cast|charge|cheat|skimp|hide|fake|fall|crack|fail
-some others|rest ..1 cut|rush|cast|charge|cheat|skimp|fake|crack|fail|skip|settle -it|this|them|down|$
other|most|many|some|lesser ..1 makers|potters|potteries|brands|shops|companies|mugs|teapots|cups|pots|workshops|studios -and|or|for|who|need ..2 cut|skip|rush|settle|use|cast|charge|buy|stop|crack|drip|dribble|fail|not|would|never|forget
do|does not cut corners
no|without|cut|cutting|cuts corners|shortcuts ..1 cut|taken|here
-in ordinary|cheap|cheaper|lesser|inferior|shoddy|flimsy|industrial|bought|common ..2 crockery|pottery|china|porcelain|tableware|stoneware|teabag*|ware|bodies|clay|glazes|mugs|teapots
teabags|dust ..3 lack*|inferior|stale|taste*|sweepings
tea bags ..3 lack*|inferior|stale|taste*|sweepings|never|not
teabags ..3 never|not
bags ..3 lack*|inferior|stale|sweepings
floor|factory sweepings
how tea|pots|mugs should|ought to? be|taste
tea|pottery|mug|coffee ..3 you have ..1 been missing|dreaming
most|half|many|few of you ..4 bought|ordered|tried|came|chose|picked|own
@folk|you who|that ..2 tried|bought|ordered|own|owns ..4 second|another|again|back|more
! @folk|you who|that own|owns more
film|camera|tv|television crew|team
tv|television cameras
served|gave|given|sold|sent|went ..1 to ..2 @grandees|prime
served|gave|given|sold|sent|went ..1 to ..2 white house
prime minister
cafe|restaurant|hotel|inn|pub|pubs|cafes ..4 serves|serve|uses|use|pours|pour|stocks|stock
writer|chef|cook|baker|barista|potter|friend|critic|stylist ..1 we|i|who ..1 admire|admires|know|respect|trust
following online
has|have|gathered|got|earned ..1 a|quite ..2 following
big|chain|large|bigger|high shops|stores|brands|names|firms|chains|makers
nobody|nothing|none|no ..1 one? fires|throws|glazes|makes|pours|brews|packs|blends|holds|sits ..2 like|as|better|so
nothing ..1 feels ..2 like|as|better|so
no @ware|glaze|clay|pottery|stoneware ..2 wears|pours|holds|brews|keeps|lasts|fires|comes|compares
there is no finer|better|nicer|truer ..1 @ware|pottery|glaze|clay|stoneware|handle|spout
every|each|any|the judge|chemist|chemists ..2 it|we|has|have|who|said
chemist|chemists ..2 checked|tested|looked|say|said|found|swear
university|universities ..3 measured|studied|tested|found|showed|developed|used|uses|bought
! university mug|town
studies of|show|back|have|say|suggest
potter*|retailer*|shop|brand|pottery|potteries|maker*|gift|product|mug|business|company|workshop|tea|book|supplier|firm|design|pot|best|winner|finalist*|named ..2 of the year
national|royal|public|city|county|museum collection|collections
picked|chosen|selected|shown|entered|accepted for|at|by|in ..3 show|exhibition|fair|council|biennale|festival|jury
picked|chosen|selected|accepted for ..3 collection
talk of ..1 @region|town|north|county|country
talk of the ..2 @region|trade|world|street|village|industry|season|fair|city
north|south|county|town|valley|city|nation|country|yorkshire|house ..1 favourite|favourites -spot|chair
guests|visitors|friends|people|everyone|neighbours|they ..2 ask|asks|asked|always|want|wants|admire* ..1 where|about|which ..1 you|it|they ..2 got|get|bought|found|came|comes|from
guests|visitors|friends|neighbours|colleagues will|always ..2 envy|admire|notice|love|jealous
guests|visitors|friends|neighbours|colleagues will|always ..2 ask|want ..1 about|for|where|which|one|it|them|this|to -to|a
everyone|everybody|anyone|all who sees|see|holds|hold|drinks|touches ..3 wants|want|asks|loves|needs|smiles
jealous of|envy of
green with envy
letters|postcards|messages|requests|orders keep|keeps|kept arriving|coming|landing
we|i ..1 get|receive|had ..2 letters|requests|messages|mail|photos|photographs ..1 about|for|asking
sells|sell|selling|sold ..1 faster|quicker|quickly|well
most ..1 asked|wanted|wished|talked|written|borrowed|used for|about|after|of
our ..1 readers|customers|visitors|regulars ..1 chose|choose|voted|picked|pick|love|favour|prefer|tell|say|told
our ..1 readers|customers|visitors|regulars ..1 ask|asked -us|about|most|how|when|before|if|whether
@ware|one our|most|many ..1 readers|customers|visitors|regulars|families ..1 chose|choose|voted|picked|pick|buy|ask
potters|makers|cooks|bakers|chefs|baristas ..1 buy|use|choose|collect|recommend|love|envy
says it all
you ..2 have ..1 read|heard|seen ..1 about|of|us ..1 us|our|on|in
starred|appeared|featured|starring|cameo ..1 in
! starring in|role ..2 breakfast|kitchen
other|most|usual|ordinary|normal|many|lesser mugs|cups|teapots|pots|bowls|plates|glazes|teas ..1 go|get|lose|turn|are|will|do|drip|chip|crack|fade|feel|taste|come
while|whereas this|ours|these ..1 one|mug|pot ..1 stays|stay|keeps|holds|does|never
you ..1 will not ..1 get|find ..1 this|it|these|that|them ..1 from|in|at|anywhere|elsewhere
more|better|longer|harder|slower|further than most|some|many
! we|i|you ..1 think|talk|worry|chat|argue|laugh|read|dream|fuss ..4 more|better|longer|harder than most|some|many
! unlike some|most|many of? us|emails|letters|messages|jokes|guests|mondays
thicker|thinner|heavier|lighter|smoother|rounder|wider|deeper|slower|stronger than ..1 most|average|ordinary|normal|others|standard|shop
! your ..2 is|are thicker|thinner|heavier|lighter|wider|deeper than ..1 most|average|standard
we|i|asha|nell test|tests|tested|inspect* ..1 every|each|all
! we|asha|nell taste* every|each
british|european|international|food|safety standard|standards|regulation*|rule|rules
meets|meet|exceeds|complies|pass|passes ..2 every|all|the ..2 standard*|regulation*|rule|rules|requirement*|law
earned|earn|carries|holds|has|got|with ..4 gold|silver|bronze|great medal|award|taste
earned|earn|carries|holds|awarded ..4 gold|silver|bronze|great star|stars
michelin star|stars|starred
great taste
nobody|no one|none|nothing|nowhere ..1 in|on|near|around|from ..3 throws|fires|makes|sells|pours|comes|blends|glazes|does ..2 @comparative|thinner|lighter|rounder|like|so|as|closer
@ware|one|glaze ..1 every|all|each|half|most ..1 nurse*|teacher*|cook*|kitchen*|house*|office*|student*|potter*|family|families|baker*|of ..4 own|owns|has|have|uses|wants|seems|drinks|drink
more|most ..1 people|readers|customers|folk ..4 for|than|to ..4 any|other|another|again|anything
@folk|who|regulars|everyone ..2 come|comes|came|coming|go|goes ..1 back ..1 for this|it|more|another|these
come|comes|came|coming|go|goes ..1 back ..1 for this|another|these ..2 mug|one|glaze|tea|bowl
comes|came|goes back for it|more
any other ..1 mug|cup|bowl|pot|teapot|plate|tea|glaze|maker|pottery|potter
than|like|unlike any other ..1 @ware
shop|plastic|metal|glass|paper|factory|supermarket|thin|glazed|cheap mugs|cups|tubs|tins|teapots|pots|bowls|plates|ones ..2 ruin|ruins|spoil*|crack|leak|not|can|taint|lose|go|get|break|rust|drip|fade
hold|holds ..1 a candle to
porcelain|china|plastic|earthenware ..1 would|will|might|cracks|chips|breaks|goes|gives|ruins|taints|loses|never -and
glass|metal|steel ..1 would|might|cracks|chips|ruins|taints|loses|never -and
like|unlike no|any ..1 other? @ware|tea|glaze ..2 you
mug|bowl|teapot|tea|pot|king|queen of ..1 mugs|bowls|teapots|teas|pots
word has|is|got|gets|spread|spreads ..1 got|getting|gone|spread|out ..1 round|around|about|out
-if|did|perhaps|maybe|has|whether|when your|a friend|friends|colleague|relative|sister|brother|neighbour ..1 recommended|mentioned|nominated|referred|sent|told|gave ..2 us|you|your
friend|neighbour|colleague|sister|brother|somebody|someone of yours ..2 recommended|mentioned|nominated|referred|told|suggested
-your|whether|if museum|gallery|palace|university|college|hotel|restaurant ..1 keeps|has|bought|owns|uses|asked|ordered|sells|wants|displays
no @ware|handle|spout|lid|glaze ..1 is|was|sits ..1 easier|kinder|better|finer|lighter|stronger|smoother
better|finer made|thrown|glazed|fired ..1 than
visitors|customers|guests|readers|people ..1 carry|take|grab|snap|pick ..2 home|first|most
visitors|customers|guests|readers ..1 carry|take|grab|pick it|them|this|one off
visitors|customers|guests|readers|people snap ..1 up
the|only one our|most|all visitors|customers|guests|regulars|people
thicker|tougher|sturdier than ..1 usual|normal
chefs|hotels|restaurants|cafes|baristas|sommeliers ..6 serve|pour|use|stock|choose|order|swear|rely|favour
restaurants|hotels|chefs|cafes|palaces|galleries ..8 buy|buys|order|orders|use|uses|choose ..4 from us|ours
the king|queen|kings|queens own ..2 taster|cook|chef|potter|tea
with ..1 stars on ..2 door
top|leading|famous|celebrated|starred|great|finest|professional|renowned ..1 chefs|chef|cooks|hotels|restaurants|kitchens|bakers|baristas|potters|critics
chefs|restaurants|hotels|baristas|sommeliers|critics|celebrities|actors ..8 our|ours|us
what|anything the? others|other|rivals|competition|big ..1 sell|sells|make|makes|offer|offers|charge|do|does
ours|mine|this|these ..1 keeps|holds|stays|pours|lasts|keep|hold|stay|pour|brews|brew ..5 longer|better|hotter|warmer|cleaner|stronger
what|which the? best|finest|top ..1 kitchens|cooks|chefs|houses|tables|hosts
was|been|were|appeared|appears|featured on ..1 telly|tv|television|radio
whole|entire village|street|office|town|county|valley ..2 drinks|uses|loves|buys|talks|queues|swears
copied|imitated ..3 matched|equalled|bettered
cooks|chefs|bakers|gardeners|writers ..1 write|wrote|writes to ..1 us|me
drink|drinks|serves|serve ..2 nothing|anything else
uses ..1 nothing else
they|who|people|we|i|chefs|will|now|cooks ..1 use ..1 nothing else
as tough|hard|strong|solid|good as ..1 they come
copied|imitated by ..2 everywhere|others|everyone|everybody
shown|sold|sells|hang|hangs|hung|seen|stocked|sit|sits|collected|display*|exhibited|belongs|stand|stands|found|look|looks|one|piece|place|home ..2 in|by|at ..3 gallery
sold|sells|cost|costs|price*|worth|more ..6 gallery
in|by|at ..1 art|famous|national|london|big|modern|public gallery
in|by|from national|sunday|local|weekend|regional ..1 newspaper*|papers|paper
seen|read|appeared|reviewed|mentioned|written|featured ..4 in|by the|a ..1 paper|papers|newspaper*
we|i|nell|asha|has ..2 yet to meet|see|hear ..2 @buyers|anyone|anybody|better|who|complaint|one|any
we|i|nell|asha|has ..2 never met|seen|known anybody|anyone|one|customer
-you|have|had never met|seen|known anybody|anyone|customer
eaten by ..3 @grandees|chefs|people|everyone|royal*|romans|victorians
food|design|restaurant|art|harshest|toughest|tea critic|critics
never ..2 known to -complain|argue|answer|say|speak|bite|sulk|talk
people say|call ..1 it|this|our|we|that|them
customers|readers|owners|buyers|shoppers|visitors|chefs|regulars ..1 call|calls|called|name|named|dub|dubbed it|this|these|our|them
most|half|all of our ..1 customers|readers|shoppers|visitors
many of our ..1 customers|readers|shoppers|visitors -write|ask|send|tell|want
recommendations from
on|by ..1 recommendation
nobody|none|never|no ..4 sent|returned|complain* ..3 back
nobody|none|never ..1 has|have|had|ever ..2 complain*
customer*|people|guests|buyers never ..2 complain*
nobody|no one|customer* ..2 has|have|ever complain*
had|get|receive|received|been|zero ..1 no ..1 complaint* -and
everyone|everybody|anyone who ..2 buys|bought|tries
everyone|everybody|anyone who ..2 owns ..1 one|ours|it|them|these|this|@ware
buys another|again|more
-your|their|from @crowd ..3 @praises
! trick|tip|habit|method|rule @crowd use
@praises ..1 by|of|from|among|amongst|with|in|to ..2 @crowd
@praises_done ..3 @crowd
people|everyone|everybody -who|you|we|i ..2 love*|adore*|rave*|raving|swear*|recommend*|trust*|prefer*|endorse*|obsessed
everyone|everybody|people|world favourite|choice
loved|adored|trusted|chosen|recommended|preferred|enjoyed|owned|favoured|praised|approved|endorsed|rated by|in ..3 @crowd|homes|kitchens|top|leading|professional*|michelin|royal*|celebrit*|magazine*|press
used|worn by|in ..3 @crowd|top|leading|professional*|michelin|royal*|celebrit*|magazine*|press
used|worn in ..1 homes|kitchens ..1 all|across|around|everywhere|up|throughout
as seen|featured|used|worn in|on|by
seen|featured|mentioned|reviewed|written|talked in|on|about ..3 vogue|magazine*|guardian|telegraph|tv|television|bbc|press|papers|tiktok|instagram|bake|news|media
featured in|on|by
reviewer*|testimonial*|trustpilot|feefo|yelp|tripadvisor
top|highly|best|well|highest|five|people|readers|are|is|been|be|it|them|this|customers|all ..1 rated -for|at|to|if|whether
high|top|great|excellent|star|stars|five|average|perfect|our|customer|best|customers|its|their|a ..1 rating|ratings -takes|is|would|of ..1 how|whether|if|welcome|optional|yours
rating|ratings ..2 speak|speaks|average|star*|out|high*|say|says
great|glowing|rave|five|star|stars|happy|wonderful|excellent|lovely|best|brilliant|fantastic|hundreds|thousands|full|kind|positive|warm|customer|customers|good|our|its|their|more|most|these|buyers|reader|readers ..2 reviews -are|is|page|go|stand|live
reviews ..2 say|says|said|speak|speaks|agree|call|calls|prove|praise*|rave*|mention*|keep|glow*|themselves|like|yet|tell
! most|more|truly useful|helpful|honest reviews ..1 say|tell|mention|describe|name -it|that|this|these|they|ours|we|you|{order.*}|{viewed.*}|{cart.*}
! helpful|useful|honest reviews ..1 say|tell|mention|describe|name how|what|which|whether|who|where|when
reviews are in
reviews ..2 full|great|good|lovely|excellent|warm|kind|unanimous|five|amazing|fantastic|glowing
rated excellent|outstanding|best|highly|top|among|first|a|five
best|most|well|highly|we|everyone|people|customers|have|has|been ..1 reviewed
a|one|another|every|each|last|recent|customer|first ..1 review ..2 said|says|called|calls|reads|read|from|by|put|described|mentioned|told
star|stars rating|rated|review*|reviews
@number|five|four stars|star
popular*|bestlov*|cult|viral|trending|trendy|fashionable|coveted
sought after
much|highly|widely sought
in fashion|vogue|demand
-your|their most|customer*|crowd|everyone|everybody|people|public|cult|reader*|nation|nations|family favourite*|favorite*
household name*
word of mouth
everyone|everybody -who|you|we ..2 is|was|seems|keeps ..1 talking|raving|using|asking
everyone|everybody loves
happy|satisfied|delighted|loyal ..1 customer*|families|owners|drinkers|buyers|shoppers
join ..4 customers|people|thousands|others|families|happy|who|community|fans
customer|your|full|total|complete satisfaction
satisfaction ..1 guarantee*|assured|promise*|rate|score
@crowd ..2 not ..1 get|stop|live|put
people ..1 tell|say|call us -what|how|whether|they|so|about|if|when|which
used|seen|sold|bought|collected|shown|stocked|serve*|developed ..4 museum*|galleries|restaurant*|hotel*|university|universities|palace*
found|stand|stands|sit|sits|hang|hangs|on ..3 in|of|at ..2 museum*|galleries|restaurants|hotel|hotels|universities|palace*
museums|galleries|restaurants|hotels|universities ..1 from|around|have|buy|bought|use|serve|choose|across|everywhere
auction*|exhibited|embassy|michelin
department|high|designer store|stores|street|brand|brands|label|labels
supermarkets|factories|ikea|importers|imported|imports
supermarket|chain|instant coffee|beans|wine|food|bread|flowers|clothes|chocolate tastes|taste|is|are|can|has|never|lacks
supermarket|factory ..1 @ware|brand*|pottery|crockery|shelf|shelves|ware|pots|china|made|tea|bags|alternative*|version*|quality|price*
mass|machine|factory produced|made|market
collection of|in ..2 museum*|gallery
taste* ..2 difference
bbc|netflix|broadcast*|journalist*|columnist*|influencer*|celebrit*
seen|featured|appear*|star|stars|starred|starring|feature ..3 television|telly|tv|podcast*|documentar*
been on ..2 television|telly|tv|podcast*|documentar*
documentary ..2 about|made
seen|featured|appear*|reviewed|glossy ..4 magazine*
read ..2 about|of|our|us ..4 magazine*
style|food|design|lifestyle ..1 magazine*
generations
we|our|us|family|pottery|workshop|site <6> centuries|century|decades
hear|heard|read about us ..2 from|in|on
everyone|everybody needs|deserves ..3 @ware|one|this|these|ours|it|teapots|treat
everyone|everybody should ..1 own|have|try|drink|use|get|taste|know
loved|adored|trusted|used|worn|chosen|recommended|preferred|enjoyed|owned|favoured|praised|bought by|in ..2 everyone|everybody|all|people|drinkers|cooks|homes|thousands|hundreds ..2 over|across|around|everywhere|nationwide|country
all|up over|across|around|down ..3 country|world|globe|land|nation|kingdom
@region|nation|country|world|county|planet leading|foremost|top|oldest|largest|biggest|favourite|finest|greatest|only|loveliest|smallest|best
every|each|all|most|countless|many|several|numerous|our ..1 @buyers ..4 back|again|return|returns|stay|agree|agrees|say|says|keep|keeps|choose|chooses|love|loves|smile*
favourite|favourites|favorite|hit|winner with|among|amongst|of ..1 writers|food|chefs|customers|readers|visitors|critics|everyone|families|cooks|stylists|tea|people|restaurants|shoppers
never had one|any ..2 back|returned
become ..1 your ..1 favourite|go|new
favourite|favourites among|amongst|with ..1 our|the
supermarket|supermarkets teabag*|leaf|sort|kind|stuff|own|shelf
other|most|many|big|large|lesser|rival ..1 shops|firms|brands|companies|potteries|makers|chains|sellers|blenders ..1 sell|sells|put|puts|use|make|cut|skimp|pack|fill|charge
big|large|giant|household ..1 tea|pottery|china firms|companies|giants|brands|names|makers
sold|passed|marketed|labelled off? as handmade|hand|thrown|real|genuine|fresh|whole|artisan
chef|chefs|baristas|cooks|bakers|experts|professionals ..1 reach|reaches for
same ..3 they serve|serves|pour|pours|use|drink at|in
were|was|been|are voted ..1 best|top|favourite|friendliest|kindest|finest|most
come|comes|travel*|flock* ..2 from ..1 far|afar|miles|abroad|overseas ..4 see|buy|for|taste
checked|inspected|tested|chosen|approved|blended|picked by ..2 expert|experts|master|masters|specialist*|professional*
people|those|customers|readers|owners|others who ..7 tell|say|report|swear|find|sleep|feel ..3 they|that|better|more
tell|told us they|their ..1 sleep|feel|work|run|ride|walk|cook
"""

TABLES = {"claim": CLAIM}
