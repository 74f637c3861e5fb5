"""Facts that nobody gave: the brand's past, family, moves and news, an order's fate, a reader's words."""

from __future__ import annotations

CLASSES = {
    "kin": (
        "father mother grandfather grandmother grandparents grandad granddad grandpa granny gran nan "
        "dad mum parents aunt uncle daughter daughters son sons husband wife brother sister cousin "
        "nephew niece ancestors forebears forefathers"
    ),
    "premises": (
        "workshop pottery potteries kiln kilns wheel business firm company shop trade studio forge "
        "brand mill garden gardens estate farm"
    ),
    "old_house": (
        "chapel barn stable stables dairy schoolhouse smithy warehouse brewery cowshed garage "
        "church farmhouse cottage granary piggery abbey priory bakery boathouse"
    ),
    "old_house_alone": (
        "chapel barn stable stables dairy schoolhouse smithy brewery cowshed farmhouse granary "
        "piggery abbey priory boathouse"
    ),
    "old_people": (
        "romans vikings victorians saxons tudors monks friars normans georgians quakers "
        "celts druids"
    ),
    "us_here": "we i nell asha she he workshop team",
    "thing_sent": "tin tins parcel delivery pot mug bowl plate teapot cup box order refill tea jug",
}

CLAIM = """
# Family and past
-your|a|whose|their @kin ..3 built|founded|started|opened|established|set|ran|dug|bought|glazed|fired|planted|threw|made|left|began ..5 @premises|it|this|them|glaze|glazes|clay|recipe|recipes|pots|mugs|bowls|teapot|teapots|handles|handle
my|our|nell|asha ..1 @kin ..2 built|founded|started|opened|made|threw|blended|baked|designed|carved|sewed|wove
@kin ..2 was|were ..1 a|an|the|also|both ..2 potter|potters|thrower|tea|master
-your|a|whose|their @kin -and|the ..1 recipe|recipes|pottery|potteries|kiln|workshop|wheel|secret|farm|business
! mother kiln
in|within my|our|the|same|one family ..1 for|since|from|until|hands
stayed|kept|been|remained in the|our|one family
we|i|from|are|by|long ..3 family of ..1 potters|makers|throwers|blenders|craftsmen
! welcome to the family of
@premises|she|he|it ..2 passed|handed ..3 @kin
@old_people ..8 founded|built|dug|made|threw|fired|kiln|kilns|clay|pottery|potters
founded|built|dug|made|threw|fired|used|kiln|clay|pottery|pots|since|as ..6 @old_people
since the ..1 war|wars
workshop|pottery|kiln|we|family|founded|opened|began|built|recipe|made|here|thrown|fired ..6 after|before|during|between the ..1 war|wars
after|before|during|between the ..1 war|wars ..5 workshop|pottery|kiln|we|clay|mill|founded|opened|made|thrown
i|nell|asha|she|he|they|we ..2 trained|apprenticed|studied|graduated ..3 under|with|in|at|as|from|to
who ..2 trained|apprenticed|studied|graduated ..3 under|with|in|at|from
i|nell|asha|she|he|who ..2 learned|learnt|taught|trained ..6 master|masters|college|school|apprentice|@kin|@region|mashiko|kyoto|apprenticeship|prison|convent
learned|learnt ..2 trade|craft
our|the new|youngest|latest apprentice|potter|thrower|baker|trainee|recruit
my|nell|our ..1 apprenticeship|teacher|tutor|mentor|master|masters
i|we|nell|asha|she|he spent ..4 years|winters|summers|months|decade|decades in|at|with|as|learning|training|working|under
before ..1 i|nell|asha|we was|were|became|founded|opened -interrupted|rudely
before ..1 i|nell|asha|we came to|here
before ..1 i|nell|asha|we took|started ..1 on|over|to|up|the|making|throwing|selling|here -letter|page
i|nell|asha|she|he used to work|teach|live|run|drive
used to be ..3 nurse|teacher|lawyer|banker|doctor|chef|cook|engineer|accountant|architect|librarian|vet|postman|solicitor|chapel|barn|mill|dairy|school|baker|shepherd|farmer
i|nell|asha|she ..1 grew up|tea
i|nell|asha|she|we ..1 founded|established|inherited|retired|emigrated
we|i|nell ..2 started|set|opened ..1 up? this|the|our|a ..1 workshop|pottery|business|company|firm|shop
workshop|pottery|building|studio was|were ..1 once|formerly|built|founded|established|started|opened
kiln was|were built
workshop|pottery|building|studio used to be
workshop|pottery|shop|we|company ..2 turns|turned|celebrat* ..4 years|anniversary|birthday|decade
our|kiln|workshop|pottery|shop|company|brand ..3 anniversary|jubilee
celebrat*|mark|marks|marking|this ..4 anniversary|jubilee
anniversary|jubilee of ..1 our|the
our|the workshop|pottery|company|shop ..1 birthday
we|workshop|shop|pottery|business|company|have ..2 grown ..2 from a ..6 to a
# Where it is, and moves
we|workshop|pottery|shop|studio|kiln|kilns ..2 moved|moving|relocat* -the|on|a|an|your|my|things|some|it|them|boxes|chairs|tables|pots|round|around|closer|nearer ..1 to|into|house|premises|next|across|over|down|up|from|rooms|downstairs|upstairs|workshop|again|here -soup|tea
our|my ..2 market|farmers|craft|christmas stall
us|we|me|find|visit ..3 at|on|have|from|run|with|by ..3 market|farmers|craft|christmas stall
stall at|in ..3 market|fair
we have|are ..1 moved|moving $
we moved $
we|workshop|pottery|shop|our|are|have|has|been|kiln ..2 relocat*
new|own|larger|bigger|historic|old|listed|moved|moving|smaller|former|industrial|purpose|victorian|georgian ..1 premises
packed up ..2 wheel|wheels|kiln|workshop|studio
new|bigger|larger|second ..1 workshop|premises|rooms|building|studio|showroom|shop|address|headquarters|kiln shed
workshop|pottery ..1 now ..1 lives|occupies|has|fills|sits
@us_here|lives|made|thrown|now|home|workshop ..5 in a|an|the|our ..3 @old_house_alone
converted|former|disused|restored|refurbished|derelict|renovated ..2 @old_house|mill|school|factory|building
our|in|from|at|by|inside|once|was|is|an|this|the|into|under ..2 old @old_house
-it|they|that open|opens a|an|our|up ..2 @old_house|cafe|tearoom|showroom|gallery|shop|studio|stall|branch|store -page|bag|window|door
our|opened|opening|visit|downstairs|upstairs|workshop|there|own|little <3> cafe|tearoom|tearooms|tea room|showroom -table*|chair*|curtain*
cafe|tearoom|tearooms|showroom ..2 is|has|downstairs|upstairs|next|in|opens ..1 open|now|the|door|downstairs|upstairs|here|workshop
cafe|tearoom|tearooms|showroom ..2 at ..1 the|our ..1 workshop|shop|studio|store|farm|back|front
drop|come ..1 in|by ..2 cafe|showroom|tearoom|gallery
shop|store|stall|branch|outlet|counter|showroom ..2 in|at ..3 market|village|city|station|airport|town|leeds|york|london|manchester
shop|store|stall|branch|outlet|counter|showroom ..2 in|at|on ..2 high street
stall at
open day|days|weekend|weekends|studios|evening
our|an|hold|holding open house
workshop|kiln|studio|factory tour|tours
take|book|join|our|for ..2 guided tour|tours
throwing|pottery|wheel|tasting|evening|weekend|beginners ..2 class|classes|course|courses|lesson|lessons
-your|their|his|its own ..1 hens|bees|cows|sheep|goats|orchard|allotment|farm|donkey -joke|jokes|pun|puns|song|songs
# Who works there
taken|took|taking|take on ..4 apprentice*|staff|people|potter*|help|hands|thrower*
apprentice* ..5 first|made|threw|glazed|packed|wrapped|painted|signed|left|joined|fired
made|thrown|threw|glazed|fired|decorated|painted|packed|wrapped|signed|dipped by ..1 our|my|the|nell|her|an ..2 apprentice*|@kin|trainee|newest|youngest
we ..2 hired|employ*|expanded|merged
team of ..1 potters|makers|people|throwers|blenders|us
# A reader's words, and meetings that never were
-if|when|had|what|should|whatever|where|unless|would|could|because|since you ..1 told|asked|promised|assured|wrote ..1 us|me|nell|asha|to -a|if
-if|when|what|whatever you ..1 said|mentioned|wrote ..1 you|that|it ..1 you|wanted|want|liked|would|had|were|was|needed|had
you ..1 said you|something|your
-far|much|long|little|soon|often|well|good as you ..2 requested|asked|wished|suggested|mentioned|said|wanted|told
as ..1 we|you ..1 agreed|discussed|promised
as we ..1 arranged
as|like you promised
as promised
following up|further to|in reply to|in response to|with reference to
-if|when|once your ..1 request|application|reservation|appointment|booking|membership|subscription|trial ..1 is|has|was|will|starts|ends|runs|renews
! your subscription is confirmed|active|set
you met us|me|nell|asha
we|i|nell met ..1 you|at
! time|while|ages|age|long|moons|ago|summer|winter since ..1 we met
was ..2 to ..1 meet|see|talk you
meeting|seeing|talking you|to|with you|at|on|in ..1 at|on|in|the|last
you ..1 visited|popped|dropped|came|stopped ..2 us|workshop|stall|market|in|by ..1 last|workshop|in|the -middle|end|checkout|page|basket
! you ..1 stopped|dropped by|in ..1 the {viewed.*}
thank*|thanks ..3 for ..2 your ..1 question|letter|photo|photos|message|kind|call|visit|feedback|review
# What became of an order
booking|payment ..1 is|was|now confirmed|received|accepted|processed|approved
booking|payment has been ..1 confirmed|received|accepted|processed|approved|placed
payment|booking confirmed|confirmation|accepted|approved
we|i ..1 received|confirmed|accepted|processed|taken your ..1 payment|deposit
you|your|card|account has|have|were|was ..2 charged|debited|billed|invoiced
payment|card ..2 failed|declined|due|overdue|outstanding
! if|whether|sometimes|occasionally ..4 payment|card ..2 failed|declined
pay ..2 invoice
invoice ..2 due|overdue|attached|enclosed|outstanding|unpaid|ready|below
your ..1 next|new|fresh|second|third|monthly|regular ..1 @thing_sent ..1 is|has|will|leaves|ships ..2 on|way|shipped|sent|posted|packed|arriv*|be|left|week
your|a|the next|fresh ..1 tin|delivery|refill|parcel|order ..2 way|coming|packed|posted
next ..1 @thing_sent ..1 on its way
already|now on ..1 its|their way ..2 you|door|home
signed|sign|enrolled|entered|put|added|subscribed|registered you|your|it|them|tin ..4 club|scheme|programme|plan|subscription|draw
signed|enrolled|entered|added|subscribed ..3 up ..3 club|scheme|programme|plan|subscription|refill*
refill*|renew*|sent|send|ship*|arrive|arrives|post|reorder* ..4 without ..1 asking|asked|ordering|lifting|being|word
! no|not|nothing|never|nobody ..8 without ..1 asking|asked|ordering|lifting|being|word
auto|automatic|automatically renew*|refill*|ship*|order*|reorder*|repeat*|send|sent|deliver*
renew*|refill*|ship*|reorder*|deliver*|sent ..2 automatically
! no|not|nothing|never ..5 automatically
terms|policy|conditions ..2 changed|updated|changing
accept|agree ..1 to? ..1 them|terms|conditions
confirm|verify|update|validate your ..2 account|details|address|payment|email|identity|card|password
! can|could|may ..6 update|change|check|confirm your ..1 details|address
! checkout|order ..4 confirm|check your ..1 details|address
# Work begun on what nobody ordered
we|i|nell ..1 started|begun|starting|making|throwing|firing|glazing|finished on? your|yours
started|begun|working|work on your ..2 @ware
on the wheel ..1 already|as|now|for
! pots|bowls|mugs|plates|things ..1 on the wheel as|now
yours is|was|are|were|came|sits ..2 on|in|from|at ..4 wheel|kiln|van|firing|batch
-you threw|glazed|fired|packed|wrapped|boxed|labelled|signed|made|chose|picked|dipped yours
-you threw|glazed|fired|wrapped|boxed|labelled|made|packed your ..4 this|yesterday|already|last|myself|today
we|i|nell|asha|have|been|is|was ..2 put|set|putting|setting|kept|reserved|reserving yours aside|by|away|back
yours|mug|one ..2 has|is|was ..1 been? put|set|kept|reserved aside|by|away|back
made|thrown|fired|glazed|mixed|blended ..1 specially|especially|just|only for you|your
piece|pot|mug|bowl|plate|teapot|one you ..1 ordered|bought|chose|have|picked ..2 came|was|were|is ..6 shelf|kiln|batch|firing|apprentice
your|yours <9> top|front|back|bottom|heart|corner|mouth|middle ..2 of the kiln
your ..2 @ware ..1 was ..1 made|thrown|glazed|fired|packed|picked|blended ..1 by|on|at|during|in ..3 apprentice*|nell|asha|spring|summer|autumn|winter|morning|full|storm|rain|snow
last|first|only one|pot|mug|bowl|piece out|off of? ..1 the ..1 kiln|wheel|firing
# What a parcel holds, and services
! good|best|kind wishes|words|thoughts ..2 in|under
i|we|nell|asha|somebody|have|apprentice ..1 tucked|slipped|popped|hid|hidden|enclosed -some ..6 in|inside|into|under|with|between|beneath|behind|among ..4 lid|parcel|box|wrapping|order|tin|paper|envelope
tucked|slipped|popped|hidden|enclosed ..1 in|under|inside ..5 you ..1 will find
your|every|each ..1 order|parcel|purchase|pot|mug|piece includes|contains|include ..4 gift|card|note|hand|message|ribbon|certificate|spare|extra
includes|include|add|free|with|in|comes ..4 gift wrap*|box|message|bag|receipt
includes|include|comes|with|contains ..4 handwritten card|note|tag|letter
certificate*
monogram*|personalis*|personaliz*|customis*|customiz*
engrave|engraved|engraving ..4 your|initials|name|free|for|you
made to ..1 order|measure
commissions|commission us|me|your|a|pieces
click and collect
collect|pick ..4 from|at our|the ..3 shop|store|workshop|counter
! pick something|anything|one ..2 from our|the ..3 shop|store
repair|mending service
loyalty|rewards|referral|ambassador|members scheme|programme|points|card|club
our|the ..1 app -is|we
# News of goods and growers
poor|good|bad|late|early|fine|bumper|failed|wet|dry|best|spring|springs|summer|summers|autumn|autumns|this|years ..2 harvest|monsoon|crop|flush|picking ..1 in|from|was|is|has|had|failed|this|means -a
the|this|late|early|good|kind|a|after|by monsoon
back|home|returned|returning ..1 from ..4 hills|@region|estate|estates|gardens|mountains|plantation*
growers|farmers|pickers|estates|gardens|smallholders|cooperative* ..2 we|us|our|i|asha -write|tell
we|our|asha|us ..3 grower*|farmer*|picker*|plantation*|smallholder*|cooperative*
picked -up ..3 herself|himself|themselves|ourselves|myself|dawn|spring|women
single estate|origin|garden
we|asha|nell|i have ..2 changed|improved|tweaked|reformulated|altered|adjusted ..2 blend|recipe|glaze|glazes|tin|tea|teas|leaf|mix|formula|shape|size -guide|guides|page|chart|table
change to ..1 your|our|the ..1 tea|tin|blend|recipe|glaze|terms|mug|size
they|mugs|bowls|teapots|pots|cups|plates|teas|tins|all|both ..1 now ..1 come ..1 in|with|larger|bigger
new ..1 formula|blend
our|the|its|has|have|with new ..1 recipe -book|books|card*|page*
improved|reformulated ..1 recipe|formula|blend|glaze|design|version
@kin ..1 turned|potted|threw|worked|kept|lived ..4 wheel|kiln|beck|clay|pots
came|comes|come|handed|passed down ..2 @kin
-your|a great grandfather|grandmother|aunt|uncle|grandparents
gave|gives|given|giving up ..2 law|teaching|career|job|office|city|banking|medicine|nursing|accountancy
been throwing|firing|potting|blending ..6 since|for ..2 years|a|long|decades|the|over|more|generations|before
been making|tasting|selling @ware|tea|stoneware|here|these|this|them|pottery ..4 since|for ..2 years|long|decades|the|over|more|generations|before
since the ..2 mill|millwheel|railway|canal|coronation|fifties|sixties|seventies|eighties|nineties|turn
workshop|pottery|building|room|it was|is ..4 in its|a|another|former ..1 day|life|past|youth
under new ownership|management|hands|owners
workshop|pottery|shop|company|brand|we ..2 has|have new|been ..1 owners|bought|sold|acquired|taken
closing|shutting|closed ..1 down
closing|shutting|closed|reopening|reopened the|our ..1 workshop|shop|pottery|kiln|doors|business|site
the|a|after|since flood -of
! like|as a burglar
! burglar in a|an|his|her|its|socks|fur|slippers
fire in|at|through the? ..1 kiln shed|workshop|roof|shed
there was|has been? a fire
nell|asha|potter ..1 has|is|will ..1 left|leaving|leave ..1 us|the
nell|asha|i|we|she ..2 on ..1 leave|holiday|sabbatical|maternity|paternity|strike
nell|asha|i|potter ..2 retired|retiring|married|marrying|expecting
! retire* ..2 matchmaker|series|letter*
-if|when|until|had|whatever|whether|unless you asked -for less|fewer|nothing
! you asked nothing
! several|some|many|few|lots of you asked
as|like you said
when|after we|you ..1 spoke|talked|chatted|rang
! when|after|once you ..2 talked|spoke|chatted ..1 it|about|with|to|over|among
since we ..1 talked|chatted
stopping|dropping|popping|coming ..1 by|in|to|past|round ..3 stand|stall|fair|market|studio|kiln
at|visit*|from our|my ..2 stall|stand|fair|festival
at|from|visit* the ..2 stall|fair
at|from|visit* the ..1 craft|pottery|tea|county|village|summer|spring|autumn festival
payment|transaction went|goes|gone|has ..1 through
packed|wrapped|boxed|posted|dispatched your basket
parcel|package|delivery|it ..2 waiting|held ..2 depot|customs|post|neighbour*
parcel|package|delivery|it ..2 waiting|held ..2 next door
parcel|order|waiting|held|it ..4 depot
your ..1 account ..1 has|is|was|will ..3 suspended|locked|blocked|frozen|closed|charged|debited|credited|limited|restricted|upgraded|renewed|expire*|deleted|deactivated|cancelled|overdue|risk|verified|updated|flagged|disabled|hacked|accessed|balance|shows|approved|confirmed|activated
your ..1 account ..1 has ..2 been|points|credit|money|message|messages|issue|problem
! your ..1 account ..1 has ..1 been set|opened|created|made
put|have|got you down for|as
we|i ..1 added|put|popped|slipped|dropped|moved ..4 to|in|into your ..1 basket|order
you will find|receive ..1 a|an|another ..1 handwritten|little|small|signed|thank ..1 card|note|letter|feather|surprise|postcard|sticker|biscuit|treat ..2 in|inside|under|with|from
! will put a|an handwritten? note
your ..1 initials|monogram
your|yours ..4 last|first ..1 out of
each|every|all ..5 numbered|signed|stamped|dated|initialled -off|up|in
! each|every|all ..3 lot|lots|chest|chests|sack|sacks|crate|crates ..4 signed for
straight|direct|directly from ..1 grower*|farm*|source|gardens|maker*|estate*|bush*
buys|buy|bought|sources|source|comes|come|gets ..2 from ..2 small|single|family ..1 estate|estates|farm|farms|garden|gardens|grower*|village
small|single|family ..1 estate|estates|farm
was|were|is|are ..2 picked|plucked|harvested|steamed ..1 before|after|at|in|by|when|within
was|were|is|are ..2 grown ..1 by|at|within
was|were|is|are ..2 grown ..1 in ..2 @region|own|our|estate|estates|hills|hill|mountains|valley|gardens
shade|slow|hand|mountain|highland|estate|garden|farm grown|picked|plucked
first|second flush
nothing but|only|pure|natural ..1 spring|rain|mineral water
made|cut|pressed|turned|built from ..2 old|recycled|scrap|reclaimed|salvaged|offcuts|discarded -mistakes
-your|a|whose|their @kin ..1 drew|designed|painted|invented|mixed|wrote|carved|planted|chose ..3 pattern|design|recipe|glaze|shape|it|this|blend|logo|sign
nell|asha|i|she|he started out|life|off ..2 as|making|in|selling|with
nell|asha|i|she|he ..1 worked as|in|at|for|on a|an|the|@region|london|india|one
nell|asha|i|she|he|we ..1 come|comes|came|am|is|are|from ..1 from|of a|an|generations ..1 long|old|line|family|of ..2 line|potters|family|makers|growers
when|before|since|after we|i|nell ..1 first opened|started|began|founded|bought|arrived|moved|took ..1 here|there|the|a|this|up|over|in
when we opened
workshop|pottery|building|house|room|kiln|wheel ..1 once|first|originally|formerly ..1 belonged|housed|stood|was|served|made|held
it ..1 once|originally|formerly ..1 belonged|housed|served
young|old|little|new|our tom|jack|ben|sam|harry|george|mary|anna|emma|joe ..1 packs|paints|throws|glazes|makes|fires|wraps|helps
our|the ..1 new shop|stall|store|workshop|potter -page|pages ..1 is|opens|opened|has|starts|joins
our|the ..1 new website|site|range ..1 opens|opened|starts|launch*|arriv*
we|have|has|nell|asha|i|workshop ..1 taken|took|take over ..1 the|a|next|another ..3 door|barn|building|shop|room|workshop|unit|floor
our|my ..1 number|address|name|phone|hours|opening ..1 hours? ..1 has|have|is|are|changed|changes|now ..1 changed|different|new|now
changed|changing|updated our|my ..2 name|address|number|website|hours|logo|details
we|workshop|kiln|shed ..2 had a ..1 fire|break|burst|leak|birth|wedding|baby
kiln|workshop|roof|building has|was|is ..1 been? ..1 rebuilt|replaced|condemned|extended|restored|burnt|destroyed|sold
potter|our|old ..1 wheel has|was|is ..1 been? ..1 rebuilt|replaced|condemned|restored|burnt|destroyed|sold
kiln|wheel broke|blew|burnt|burned|died|exploded
harvest|crop|monsoon|picking ..1 was|came|has|is ..1 been? ..1 poor|late|good|early|short|small|failed|better|worse -time|moment|reason|in
harvest|crop|monsoon failed
@ware|handle|lid|glaze|spout|design ..2 has|have|been|is|was been? ..1 redesigned|improved|redrawn|reshaped|updated|relaunched|discontinued|reworked
we|i|nell|asha ..2 made|changed|moved|raised|lowered the|its|your ..1 handle|rim|foot|spout|lid|recipe|blend|tin|shape|size ..1 bigger|smaller|wider|thinner|thicker|stronger|deeper|larger|longer|better
we|i ..2 begun|stopped|starting|begin|started ..1 selling|stocking|offering|shipping|teaching|roasting
you wanted ..6 said|told|wrote|mentioned
was ..2 good|nice|lovely|great|a ..2 talk|talking|speak|speaking|hear|chat to|with|from you
in|from|since your ..1 last|first|latest ..1 letter|message|email|note|visit|reply
! since your last|latest visit
saved|kept|held|picked|chosen|chose|reserved|set ..1 the|aside|one|you ..1 best|finest|aside|nicest|loveliest ..1 one|piece|mug|pot ..2 for|you
your|yours ..2 is|are ..2 drying|cooling|firing|waiting|sitting ..2 on|in|by ..4 as i|we
your ..2 mug|pot|bowl|teapot|plate|piece ..1 has|have|is|was ..1 just? been|being|now ..1 glazed|thrown|fired|made|packed|wrapped|boxed|posted|signed|trimmed
started|begun|begin|began|busy ..1 making|packing|wrapping|preparing|throwing your|yours
your ..1 basket|checkout has|is|was ..1 been? ..1 ordered|bought|paid|posted|shipped|dispatched|processed|charged|confirmed|submitted
! your ..1 basket|checkout has|is|was ..1 not|never|neither|nowhere|both been? ..1 ordered|bought|paid|posted|shipped|dispatched|processed|charged|confirmed|submitted
thank*|thanks|received|got|need|for ..2 your ..1 payment|deposit|donation|subscription|booking
problem|issue|trouble|error|mistake ..1 with|on|in your ..1 order|payment|account|card|address|parcel
order|parcel|payment|delivery ..1 could|can|was|is|has not ..1 be ..1 processed|delivered|completed|placed|taken|accepted|shipped|verified
! order ..2 not ..1 been? placed|complete*
order|parcel|payment|account ..1 is|has|was ..1 been? ..1 being? held|delayed|returned|locked|suspended|cancelled|refused|blocked|stopped|frozen
you have ..1 a|one|new|an ..1 new|unread|waiting ..1 message|voicemail|notification|reminder|letter|parcel
a|another|first|fresh ..1 tin|refill|parcel|box|pot|sampler|sample ..2 is ..1 on|already ..1 on? its|the way
your ..1 tin|refill|sampler|sample|box is ..1 on|already ..1 on? its|the way
inside|in|under|with ..1 the|your ..1 box|parcel|lid|wrapping|tin|order ..1 there|you|is|comes|we|i ..2 is|find|put|left|tucked|a ..2 card|letter|note|feather|surprise|gift|treat|sticker|biscuit
parcel|order|box|it|each|every ..1 comes|come|arrives ..1 with a|an|our|your|its ..2 card|letter|note|booklet|leaflet|certificate|gift|box|bag|ribbon|sticker|strainer|spoon|saucer|lid
nell|asha|i|we|she|he ..2 won|win|wins|gained|awarded|given|received|offered ..3 scholarship|grant|prize|place|residency|bursary|degree|diploma
scholarship|bursary|residency|diploma|degree ..1 in|at|to|from
nell|asha|she|he ..2 broke|sprained|hurt|burnt|fell|lost|injured her|his|an|a|off|the ..1 arm|wrist|hand|leg|thumb|finger|wheel|voice|ladder
our|my|us|we|join|meet|find|see|come|came|invited|stall ..4 summer|spring|autumn|christmas|winter|craft|village ..1 fair|fete|festival|market|party|exhibition
summer|spring|autumn|christmas|winter|craft|village ..1 fair|fete|sale
meet|welcome|with|have|is ..1 a|our|the ..1 new|second|third|another potter|thrower|apprentice|taster|owner|face|member|colleague -in|of
-your|a|whose|their @kin ..1 has|have|is|now ..1 joined|joins|taken|takes|runs|works|packs|helps|throws ..2 firm|over|business|workshop|us|bench|here|wheel|with
we|i spoke|chatted ..1 about|on|at
-if|when|whether|should your ..1 question|query|enquiry about|on|of ..5 made|has|is|was|set|got|reached|deserves
we|i ..1 had|have|got|received|read your ..1 letter|message|reply|question|email|note|photo|call|review
your ..1 transaction|booking|registration|application ..1 is|has|was
your ..1 purchase ..1 is|has|was ..2 confirmed|complete|completed|protected|insured|approved|processed|way|shipped|dispatched|successful|declined|cancelled
your ..4 club|subscription|membership ..1 tin|parcel|box|tea
started|begun|finished|busy ..1 glazing|making|throwing|firing|trimming|drying|painting|wrapping your|yours
your ..1 mug|bowl|pot|teapot|plate|piece|cup|tin|tea was ..1 thrown|made|fired|glazed|packed|picked|blended|chosen|trimmed ..1 on|in|at|by|during|when|while|the
your ..1 mug|bowl|pot|teapot|plate|piece|cup ..1 came|comes|is|was ..1 from|out|off ..2 first|last|top|bottom|same|second|kiln|shelf
dent|mark|lean|speck|thumbprint|fingerprint|wobble|dimple|line ..1 in|on ..1 yours|your|it ..3 is|was|comes|came|made ..3 my|nell|her|our|apprentice*|cat|by
signed|stamped|dated|numbered|initialled the|your|its ..1 foot|base|bottom|bowl|one|mug
handwritten|printed|thank|small|little|personal|signed card|note|letter ..1 is|comes|goes|waits|in ..3 in|inside|with|under ..2 parcel|box|order|lid|wrapping
pottery|kiln|workshop|mill|potters ..2 on|at this spot|site ..1 since|for
since|before the ..1 abbey|romans|vikings|normans|conquest|reformation|plague
congratulations|congrats|enjoy on|with ..2 your ..1 purchase|order|choice
congratulations|congrats on your new @ware|home|house|job
reserved|kept|held|saved|put ..3 under|in|with|against your|on ..1 name
! put|kept|saved|filed|tucked it|them ..1 under your name
your ..1 tin|mug|pot|bowl|teapot ..1 went|left|goes|leaves ..2 kiln|workshop|van|us|post|today|morning
we|i|nell|asha|still ..1 remember ..1 you ..1 asked|told|said|wanted|liked
storm|flood|lightning|wind|frost|snow ..1 cost|took|broke|brought|ruined|destroyed ..1 us|our
storm|flood|lightning|wind|frost|snow ..1 cost|took|broke|brought|ruined|destroyed the|a ..2 roof|kiln|workshop|shed|power|crop|stock|harvest|door|chimney|window
old|last|former ..1 workshop|studio|premises|shop|kiln was|had|is ..1 too|grown|become|no|gone
handing|handed|passing|passed ..2 wheel|kiln|business|workshop|shop|keys ..2 @kin
ran|run|did|held|took ..3 trial|study|experiment ..4 university|volunteers|hospital|institute|laboratory
panel of ..1 volunteers|tasters|experts|people|customers|testers|judges
university|institute of -life
since|in|from my|our|nell|her|asha ..1 grandfather|grandmother|father|mother|grandad|grandparents|parents|uncle|aunt day|days|time|hands|wheel|kitchen|house|bench|shed
thank*|thanks ..1 for ..1 calling|visiting|dropping|popping|coming ..2 in|by|at|to the? ..1 workshop|shop|us|stall|studio
share|part|some|bit|portion|slice of what you ..1 pay|spend
courier|parcel|order|delivery ..2 with tracking
choose|pick ..2 hour|slot|time ..1 of|for ..1 delivery
delivery slot|slots|window|windows
sign|signs|stamp|stamps|number|numbers the|each|every ..1 foot|base|bottom
"""

TABLES = {"claim": CLAIM}
