"""Protected traits: health, parenthood, love, faith, origin, politics, age, grief and money."""

from __future__ import annotations

CLASSES = {
    "illness": (
        "arthriti* arthritic rheumat* diabet* cancer* anxiety depression depressed adhd autis* "
        "disabilit* disabled wheelchair* allerg* coeliac celiac intoleran* dementia alzheimer* "
        "menopaus* migraine* insomnia* asthma* epilep* chemo* dialysis obes* overweight bmi bipolar "
        "ptsd ocd eczema psoriasis ibs crohn* hiv tremor* parkinson* sciatica osteo* infertil* "
        "sclerosis fibromyalgia illness* ailment* diagnos* symptom* medication* prescription* surgery "
        "hospital* therap* rehab* alcoholi* sobriety sober impairment* deaf blind dyslexi* disorder disorders "
        "hypertension cholesterol reflux incontinen* immun* chronic"
    ),
    "faith": (
        "christian* muslim* islam* jewish jew jews judaism hindu* sikh* buddhis* catholic* "
        "protestant* methodist* anglican* evangelical* atheist* mormon* mosque* synagogue* "
        "gurdwara* ramadan eid halal kosher diwali hanukkah passover quran koran allah jesus christ "
        "rabbi* imam* hajj iftar suhoor shabbat communion confirmation"
    ),
    "devout": (
        "church* temple* prayer* pray prays praying parish* bible* biblical scripture* gospel* "
        "priest* congregation* sabbath pilgrim* baptis* religio* believer* worship* sermon*"
    ),
    "origin": (
        "ethnic* racial minority minorities immigrant* migrant* refugee* asylum african* "
        "caribbean* asian* hispanic* latino* latina* latinx bame roma arab arabs arabic gypsy "
        "nationality citizenship foreigner* expat* diaspora"
    ),
    "people_of": (
        "woman women man men lady ladies gentleman gentlemen girl girls boy boys guy guys person "
        "people family families community communities customer customers shopper* household* couple "
        "couples folk folks heritage roots background homes friend friends readers"
    ),
    "nationality": (
        "english british scottish welsh irish indian pakistani bangladeshi chinese japanese korean "
        "polish african caribbean asian american european german french italian spanish turkish "
        "nigerian jamaican arab jewish muslim christian hindu sikh vietnamese filipino russian "
        "ukrainian romanian greek portuguese brazilian mexican iranian iraqi syrian somali black "
        "white brown latina hispanic roma"
    ),
    "love": (
        "gay gays lesbian* queer* bisexual* homosexual* heterosexual* transgender* trans lgbt* "
        "nonbinary pronoun pronouns sexuality asexual*"
    ),
    "politics": (
        "tory tories conservative* libdem* brexit* remainer* leaver* leftwing rightwing socialis* "
        "communis* republican* democrat* trump starmer sunak farage "
        "referendum activist* feminist* ukip"
    ),
    "age": (
        "pensioner* seniors retiree* elderly oap boomer* "
        "millennial* teen teens teenage* octogenarian* grandparent* "
        "grandma* granny grandpa* grandad* nan nana grandchild* grandkid* twentysomething* "
        "thirtysomething* midlife"
    ),
    "vessel": (
        "mug mugs cup cups bowl bowls plate plates pot pots teapot teapots tin tins lid lids jug jugs "
        "spoon spoons crockery spout spouts handle handles kettle kettles kiln apron broom brush "
        "sponge towel saucer saucers basket baskets jar jars glaze wheel bucket"
    ),
    "partner": (
        "husband husbands wife wives hubby girlfriend* boyfriend* spouse* fiance* partner bride groom"
    ),
    "mother": "mum mums mummy mom moms mama mothers",
    "parent": "mother dad father parent grandmother grandfather woman women man men ladies girl lady",
}

TRAIT = """
limited|poor|weak|failing grip|mobility|dexterity|sight|eyesight|hearing|movement
your|whatever|any ..1 race -to
girl|girls|boy|boys|lady|ladies|man|men|woman|women best|favourite|secret
your ..1 time|stage|season of life
bigger|larger|smaller|curvy|curvier|fuller|plus|slim* ..1 body|bodies|figure|figures|frames|hips
real|proper|strong|true|modern|busy|smart|any|every men|man|women|woman|lads|girls|bloke*
since|after|when|now that? you ..1 separated|retired|graduated|married|divorced|emigrated|converted
since|after|when|now that? you moved out|here|country
scot|scots|brit|yorkshireman|yorkshirewoman|londoner|northerner|southerner|yorkshireman|geordie|scouser|brummie like|you|we|know|knows
as|like|for an? scot|brit|yorkshireman|yorkshirewoman|londoner|northerner|southerner|geordie|scouser|brummie|native
too ..1 poor|broke|skint|fat|frail|infirm
you are|were|get ..1 too ..1 old|young|thin|weak
older|younger|mature|elderly|senior|female|male ..1 customer|customers|reader|readers|drinker|drinkers|shopper|hands|generation|cook|cooks|woman|man
proud|proudly to? be? ..1 @nationality
proud to be
! retail therapy
! surgery for|is ..2 crockery|pots|mugs|lids|teapots|spouts|open|clay
for|during|in|over lent
hands ..6 steady|steadier|weak|unsteady
carpal
time of the month
hard of hearing|seeing
now ..2 you are ..1 on your own
ageing|aging|older|elderly|arthritic hands|eyes|bones|skin
over the hill
! goes|went|comes|came|off|walk|walks|walked|drive|drives|drove|carries|carried|road|van|parcel|sun|moon|rain|snow|post|bus|path ..3 over the hill
bad|sore|dodgy|aching|stiff back|knee|knees|hip|hips|hands|joints|wrists|fingers
children|kids ..3 left|flown|moved home|away|out|nest
empty nest*
hands ..1 shake|shaking|tremble|hurt|ache
shaky|trembling|unsteady hands
out of work
chaps|blokes|lads|gals
a girl|woman|man|lady ..1 can|needs|should|never|deserves|has
brits|scots|aussies|yanks
lost|losing someone|somebody
# Health
@illness
your|women|men ..1 condition|health|pain|joints|hips|knees|diet|weight|figure|blood
you ..1 pain
kind|easy|gentle ..2 sore|stiff|weak|tired|painful|achy hands|fingers|joints|wrists
diet -of
dieting|dieter*|slimming|slimmers
slimmer you|waist|figure|body|by|hips
weight|fat loss
los* weight
menstru*|period pain*|hormon*|pms
living|live|lives|cope|coping|struggl*|suffer*|battl* ..1 with ..3 pain|illness|alone|anxiety|depress*|loss
recover* ..1 from ..2 surgery|illness|operation|treatment
caffeine ..2 your|you ..2 sleep|heart
# Parenthood
pregnan*|trimester*|breastfe*|ivf|newborn*|midwi*|maternity|antenatal|postnatal|miscarr*|motherhood|fatherhood|toddler*|fertil*
expecting|expectant -company|guests|visitors|rain|you|a|it|to|too|the|any|much|milk|tea|soup|snow|trouble|nothing
baby|babies -leaf|steps|spinach|blue|teapot
new|first mum|mother|parent*|dad|father
@mother of|to|like|who|deserve*|everywhere|and|on|be|need*
as|for|busy|tired|every|fellow|yummy|super a|all|the|our|fellow? @mother|@parent
busy|tired|new|fellow|yummy|super|other|every @mother
mothers|fathers|parents|women|men|girls|ladies like you
ladies|gents
for|every|any|all|most|modern|busy|strong|real|only|you|some ..2 woman|women|man|men of|who|like|deserve
women|men who|like|deserve
for women|men|ladies|girls|boys
your kids|children|child|son|daughter|toddler|grandchildren|grandson|granddaughter|bump
little one|ones on|arrival|coming
school run
# Love and family
your|as|for|his|her ..1 @partner -of|to
divorc*|newlywed*|breakup
widow*|bachelor*|singleton* -@vessel|sock|socks|glove|glass
his and his
her|hers and hers
being|are|newly|still|happily|young single
singles
single again|life|people|and|women|men|parent*|mother*|mum*
alone again|tonight
own again
on your own again|tonight
table for one again
live|living|lives alone
your ..1 divorce|separation|relationship|marriage|wedding|engagement|honeymoon
@love
same sex
straight men|women|couples
happy|this|for|of pride -in
pride month|parade|season|week
# Faith, origin
@faith
you|your|yours|those|anyone|people|folk|readers|customers|who|families|household <5> @devout
for|after|before|during|between|from|at|to|on|of|in|as|like a|an|the|your|our? ..1 @devout -mouse|bells|warden|tower|of|clock|roof|spire|steps|hall|fete|jumble|bell|according|kettle|biscuit|kiln|to
@devout group|groups|meeting|hall|service|services|table|supper|lunch|mat|mats|beads|book|time|times|room|leader|leaders|wedding|feast|day|days|goers|goer|fast
^ @devout
church|temple|prayer|prayers|worship $
! a|small|quiet|said|say|with|on ..2 prayer|prayers ..3 kiln|wheel|glaze|lid|clay|door
! @devout ..4 according|kettle|biscuit|biscuits|kiln|cake|teapot|tin|jug|jugs|bakery|sink
god|gods -knows|send|of
! kiln god|gods
god bless*
blessings|blessed
faith|faiths -in|that|to|on|as
! act|leap|little|bit|good|some|much|more|take*|keep*|kept|have|has|need* ..2 faith
breaking the|your fast
your ..2 faith|beliefs|religion|culture|heritage|ancestors|ethnicity|race|homeland|mother tongue|accent|nationality
your ..1 roots|origins|ancestry
@origin
@nationality -tea|breakfast|coffee|pepper|glaze|clay|slip|leaf @people_of
for our|the ..1 @nationality friends|customers|readers|shoppers|cousins
as an|a @nationality
fellow @nationality
old country
came here from
tea|taste|flavours of home -made
back home -from|in|to
your grandmother|grandma|mother ..1 made|used|back
# Politics, unions
@politics
labour|green|lib|liberal party|voter*|supporter*|government|dem
for labour
how|who|way|however|whoever|whichever|whatever ..2 you ..2 vote*|voting
left|right wing
trade|labour|credit|workers|nurses|rail union*
union member*|rep|rate|dues|card|meeting
on|postal|rail|nurses strike
picket*
comrade*
solidarity
# Age
! elderly|retired|senior kettle|teapot|mug|cat|dog|kiln|wheel|van|apron|tin|radio|pot|bowl|cup|lid|jug|spoon
! bowl*|mug*|pot|pots|cup|cups|one|teapot* ..6 retired
@age
at|for|of your age
your age
age group|bracket|range|gap
women|men|people|customers|those|anyone|nobody over|past|approaching ..2 @number|their|certain|age
over|past|turning|approaching|hitting|reached|reaching|nearly ..1 fifty|sixty|forty|thirty|seventy|eighty
turning|approaching|hitting ..2 @number|old|older|age
not getting|as ..1 younger|young
getting older|old
old|older age|people|folk|customers|bones|joints|generation
young|younger at|people|women|men|customers|generation|professional*|family|families
golden|twilight|later years
of a certain age
generation|gen x|y|z
middle age*
mature|silver customer*|shopper*|ladies|women|surfer*
# Grief, money, work
bereave*|grief|griev*|mourn*|funeral*
! come|comes|came|coming|good to? grief
passed|pass away
sorry for|about ..2 loss
your loss
after|through|since|sorry|suffered|recent|great ..3 loss -of
lost|losing someone|somebody|loved|a|your ..1 loved|mother|father|parent|husband|wife|dad|mum|partner
money|budget|cash|wallet|purse ..2 tight|hard|short|thin
times ..2 tight|tough|hard|difficult
times like these
payday|salary|overdraft|mortgage
your|you|our|his|her|their|on|till|until|low|small|month|week|next|last|minimum|living ..2 wage|wages|income
your|of|out ..1 debt|debts
you|those|people|anyone ..3 in debt
debt|income|wage|wages trouble|trap|worries|counsel*|problem*|cut|cuts|drop|drops
on benefits
pay day
credit score|rating
unemploy*|redundan*|jobless|jobseek*
laid off
between jobs
lost|losing|left|quit|changed|starting|started ..2 job|jobs
your ..1 job|jobs -is
you|who|somebody|someone|congratulations|settling ..4 new job|role|position|career
new job $
^ new job -for
you|those|anyone|people|while|^ ..3 looking|searching|hunting for ..1 work|job
^ looking|searching|hunting for ..1 work|job
cost of living
low income
people|families on ..2 budget|benefits|income
struggl* financially|with ..2 money|bills|depression|anxiety
you ..2 going through
veterans|carer*|caregiver*
veteran -of
vegan*|vegetarian* like|as|you
your ..1 lifestyle|class|caste
working|middle|upper class
poor|rich|wealthy|posh people|area|neighbourhood*
lefty|lefties|snowflake*
! labour of
! blind firing|tasting|taste*
! baked blind
! deaf to
! blind to
! chronic lack
! race|races to|against|is|the
! temple of
! allergic to ..1 hurry|fuss|jargon|plastic|rush|pushy|mornings
! retired glaze*|from|potter*
! kiln|pot|glaze|wheel|van ..1 retired
! taste*|tasted ..1 blind
! senior potter*|thrower*|kettle
! pray tell
! old hands at
! the old generation of
! things ..2 difficult
! a|the small|slight|shallow depression
! therapeutic*
! party politics
! church fete|hall
! your family teapot
! wedding present*|gift*|list*
! proud to be ..1 yours|ours|making|small|slow
! blind date|alley|spot|eye|man|luck|corner|side
! where ..1 hurts
! describe|what|list|the symptoms
! in the care of teenagers|children|students|nephews
! it|which|that has|was ..1 ..1 retired
! spoon|brush|apron|broom|sponge|mug|bowl|jug|pan ..6 retired
your|our|the|when hands|fingers|wrists|joints|knees ..4 ache|aches|aching|stiffen*|hurt|swell*|shake
our|my|this|her|his time|stage|season of life
at|for|of|by our|my|this|his|her age
living|live|lives|eating|eat|cooking|cook|dining|being on|by your|their|her|his own|yourself
blood sugar|sugars|pressure|count|thinner*
after|before|during|break|breaking the|your|a fast -road|lane|train
house|home|table|kitchen ..2 quieter|emptier|empty|lonelier|quiet|bigger ..2 now|since|without|these
when the sun ..1 goes|sets|down ..6 family|sit|table|again
sorry to hear ..6 house|loss|mother|father|husband|wife|passing|death|gone|quieter|health
pension*
hard|tight|thin|lean|tough ..1 month|months|times|year|winter
stretch*|count|counting|watching every|your|the|their penny|pennies|pounds|budget|figure|weight|waist|sugar|money
little|small|tiny hands|feet|ones|fingers ..3 house|home|way|arrive|about|around|your
your bump
your ..1 growing family
your|her|his|their ..1 illness|operation|treatment|recovery|condition|disability
at home with ..2 baby|children|kids|little
your ..1 husband|wife|partner|boyfriend|girlfriend ..1 will|would|has|is|might|may
! growing family of
! senior to
! for the month|year|winter
for a|any|every|the ..1 proud|true|real|good scot|brit|yorkshireman|yorkshirewoman|londoner|northerner|southerner|geordie|scouser|brummie|irishman|welshman|englishman|catholic|muslim|jew|christian|patriot|socialist|tory
hear|heard|sorry|sad ..4 about your ..1 mother|father|husband|wife|mum|dad|loss|illness|diagnosis|accident|operation|divorce|job|son|daughter|brother|sister|dog|cat
your ..1 late mother|father|husband|wife|mum|dad|grandmother
who|that not ..1 have|drink|eat|stand caffeine|gluten|dairy|milk|sugar|alcohol|meat
gluten|dairy|lactose|sugar|caffeine|alcohol|meat intoleran*|allerg*|free ..3 you|your
with|for your ..1 hands|eyes|back|heart|stomach|gut|skin|nerves|sleep|bones|joints ..1 as|the|being|like|in|so
if|since|because|as your ..1 hands|eyes|fingers|wrists|joints ..2 are|is|get|feel|tire|not|shake
you ..2 who|that ..1 live|lives|are|is ..1 alone|single|widowed|retired|disabled
on|with a ..1 small|tight|fixed|limited|modest|student|pension budget|income
small|tight|modest|limited|little budgets|budget|means|incomes
women|men|ladies|girls|gentlemen ..1 of|over|under|like|who|will|love|prefer|deserve
man|lady|woman|queen|king of the house
you|your ..2 as a|an ..1 mother|father|parent|carer|nurse|teacher|student|widow|veteran|immigrant|christian|muslim
left|right handed ..6 you|your|yours|like
weak|bad|stiff|poor|tired|small|large|delicate wrists|grip|hands|fingers|eyes|knees|back ..2 like|yours|of
wrists|hands|eyes|fingers|knees|backs like|such yours|as
! it|yours|mug|pot|bowl|piece|cup|jug|teapot ..3 found|has|got|have|given|for ..1 a|its ..1 new job
you are|will expecting -a|an|the|it|some|something|somebody|someone|guests|visitors|parcel|company|us|me|more|less|to|that
as a ..1 single|married|widowed|divorced|working|stay|new|busy ..2 man|woman|mother|father|mum|dad|parent
too tight|skint|poor|broke|mean for|to
certain age
tummy|stomach|back|heart|sleep|skin|bladder|hip|knee|joint trouble|troubles|pain|pains|problem|problems|complaint*
you are ..1 a|an ..1 grandmother|grandfather|mother|father|aunt|uncle|widow|pensioner|parent
for him and ..1 her
the little ones
mothers|mums|fathers|dads|parents ..1 know|knows|understand|need|deserve|like|love|will
you|your|now|those|people|readers|customers|couple|couples|folk|anyone|somebody|someone|who|recently|newly ..3 retired|retiring|retirement|retire
for|in|of|a|happy|enjoy the? retired|retirement -of|as
! thinking of retirement
retirement present|presents|gift|gifts|party|age|home|village|years|days|plan|plans|do|fund
! gentle|quiet|early|into|in|for ..1 retirement ..1 among|as|with|on|in|under|from|behind ..2 pencils|shelf|cupboard|geraniums|spoons|flowers|drawer|stove|brushes|bench|windowsill|sink|shed|garden
! @vessel ..6 retirement|retire|retired|retiring
! retirement|retire|retired|retiring <6> @vessel
senior -potter*|thrower*|moment|moments|cat|dog|kettle|to|teapot|mug|brush
student|students|youngster|youngsters <5> you|your|like|as|discount|house|flat|digs|loan|budget|days|rate|price|still
for|as|like|every|any|new|fellow|hello|dear ..1 student|students|youngster|youngsters -of
! as|like a student of
^ students -of|who|wishing|will|may
! surgery|clinic|hospital|ward|rehab|therapy for ..3 @vessel
! surgery|clinic|hospital hours
! @vessel surgery|hospital|therapy|rehab
! if|since|because|as your ..1 hands|fingers ..2 are|is|get ..1 wet|muddy|full|floury|dirty|soapy|cold|busy|sticky|clean|dry
! church clock|roof|spire|steps|jumble|bell|fete|hall
! the mother ship|of all
! like a baby
where your ..1 family|people|parents|folk|ancestors|grandparents|forebears ..1 come|comes|came|hail|hails
way|how|as|like|tea your ..1 people|ancestors|forebears|countrymen -at|in|there|with|round
you|your|vote|votes|voting|however|whoever|result|general|local|next <5> election|elections|voter*|politic*|parliament*
after|before|during|for|since the|an ..2 election|elections
election|elections day|night|result|results|season|year|campaign
! @vessel|toaster|hens|hen|cat|dog|drawer ..3 on strike
! ladies and gentlemen ..1 the|a|we|your
! symptom* ..6 rattle|wobble|draught|drip|dribble|chip|crack
! diagnosis ..1 empty|thirst|thirsty|dry
gospel|bible|scripture|priest|vicar ..1 says|tells|teaches
after|before|from|to|for mass -of|market|produ*|of|appeal|and
after|before mass $
! proud|nervous|anxious|careful|fond|strict|patient as a|any @mother|@parent
! @vessel ..3 single
observe|observing|keeping the ..1 fast|feast|sabbath
congratulations ..2 on ..2 little|baby|arrival|wedding|engagement|bump|birth
after|with the|a ..1 year|month|winter|loss ..1 you ..1 have ..1 had|been
days|day|while|during|after|when|through ..3 treatment|chemo*|surgery|operation
since|after|now ..1 you ..1 lost|buried|nursed ..1 him|her|someone|somebody
with|has|have|got|for|those ..2 the shakes
you|whoever ..2 vote|voted|voting
another|extra|new|more mouth|mouths to feed
since|now|after he|she left|died|passed|went $
you ..1 can|could not ..1 work any|anymore|now
your|older|younger generation|generations
age|now|since|finally ..5 mornings|days|weeks|time is|are ..1 your|yours own? -breath
you ..2 reached|reach ..4 age|stage
at|of an age when|where one|you|we
joints|knuckles|hips|shoulders|bones|legs like|such yours|as
work|office|career|job ..2 behind you
with your years
your years ..2 comes|bring|brings
wrists|hands|fingers|knees|joints|eyes as they are
your ..1 fingers|hands|eyes|wrists|knees|back ..2 not ..2 what they|it were|was|used
somebody|someone|anyone|reader with|of your back|knees|hands|eyes|years|age|health
+ now that ..6 office|commute|career|boss
you ..2 earned ..3 mornings|rest|days|afternoons|evenings
you ..1 no longer ..6 train|commute|office|work
now that ..8 to|from the office
! another|extra|new|more mouth|mouths to feed ..3 hens|cat|cats|geese|ducks|robins|sheep|goats|spoons
"""

TABLES = {"protected trait": TRAIT}
