"""Grief, money and work, and quieter words for health, family and age: what `traits` begins."""

from __future__ import annotations

CLASSES: dict[str, str] = {}

CIRCUMSTANCES = """
# Grief, money, work
bereave*|grief|griev*|mourn*|funeral*
! give|gives|gave|giving|cause|causes you|us ..1 grief
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
pay day
credit score|rating
unemploy*|redundan*|jobless|jobseek*
laid off
on benefits
between jobs
lost|losing|quit|changed|starting|started ..2 job|jobs
left your ..1 job
your new|last|old|day|lost job|jobs
about|losing|lost|with|from|at|after|before|since your job|jobs -is|of|in
you|who|somebody|someone|congratulations|settling ..4 new job|role|position|career
new job $
^ new job -for
you|those|anyone|people|while|^ ..3 looking|searching|hunting for ..1 work|job -boots|shoes|bag|gloves|trousers|surface|bench|wear|clothes|top|light|lamp|table
^ looking|searching|hunting for ..1 work|job -boots|shoes|bag|gloves|trousers|surface|bench|wear|clothes|top|light|lamp|table
cost of living
low income
people|families on ..2 budget|benefits|income
newly|freshly in love
since|now|as ..1 you are|live ..1 on your own -for|with|at|two|in|time
setting|set up home|house with ..1 someone|somebody|him|her|boyfriend|girlfriend|partner
your ..1 bunion*|corns|haemorrhoids|varicose|rheumati*|gout|sciatica
bunion*|rheumati*|gout|sciatica|ankles|veins|knees|joints|hips ..1 such|like as? yours
swollen|stiff|arthritic|bad|aching ankles|knees|joints|hips|feet|hands ..1 like|such|as ..1 yours|your
struggl* financially|with ..2 money|bills|depression|anxiety
what|whatever|everything|all|time|something ..1 you ..2 going through
veterans|carer*|caregiver*
veteran -of
vegan*|vegetarian* like|as|you
your ..1 lifestyle|caste
your social class
working|middle|upper class
poor|rich|wealthy|posh people|area|neighbourhood*
lefty|lefties|snowflake*
! lefty loosey
your|our|the|when hands|fingers|wrists|joints|knees ..4 ache|aches|aching|stiffen*|hurt|swell*|shake
our|my|this|her|his time|stage|season of life
at|for|of|by our|my|this|his|her age
living|live|lives|eating|eat|cooking|cook|dining|being on|by your|their|her|his own|yourself
blood sugar|sugars|pressure|count|thinner*
after|before|during|break|breaking the|your fast -road|lane|train|wash|spin|setting|ride|charge|charger|bowler
house|home|table|kitchen ..2 quieter|emptier|empty|lonelier|quiet|bigger ..2 now|since|without|these
when the sun ..1 goes|sets|down ..6 family|sit|table|again
sorry to hear ..6 house|loss|mother|father|husband|wife|passing|death|gone|quieter|health
pension*
hard|tight|lean|tough ..1 month|months|times|year -boots|coat|gloves
thin month|months|times|year
of|in|after|during ..2 hard|lean winter ..2 you|your|for|$
stretch*|count|counting|watching every|your|the|their penny|pennies|pounds|budget|figure|weight|waist|sugar|money
little|small|tiny hands|feet|ones|fingers ..3 house|home|way|arrive|about|around|your
your bump
your ..1 growing family
your|her|his|their ..1 illness|operation|recovery|disability
your|her|his|their condition|treatment -is|of|in|on|oil|with|for
through your treatment
at home with ..2 baby|children|kids|little
your ..1 husband|wife|partner|boyfriend|girlfriend ..1 will|would|has|is|might|may
for a|any|every|the ..1 proud|true|real|good scot|brit|yorkshireman|yorkshirewoman|londoner|northerner|southerner|geordie|scouser|brummie|irishman|welshman|englishman|catholic|muslim|jew|christian|patriot|socialist|tory
hear|heard|sorry|sad ..4 about your ..1 mother|father|husband|wife|mum|dad|loss|illness|diagnosis|accident|operation|divorce|job|son|daughter|brother|sister|dog|cat
your ..1 late mother|father|husband|wife|mum|dad|grandmother
you not ..1 have|drink|eat|stand caffeine|gluten|dairy|milk|sugar|alcohol|meat
gluten|dairy|lactose|sugar|caffeine|alcohol|meat intoleran*|allerg* ..3 you|your
with your ..1 hands|eyes|back|heart|stomach|gut|nerves|sleep|bones|joints ..1 as|being|like|so
if|since|because|as your ..1 hands|eyes|fingers|wrists|joints ..2 are|is|get|feel|tire|not|shake
! if|since|because|as your ..1 hands|fingers are|get ..1 black|wet|full|dirty|oily|busy|sticky|muddy|floury|clean|free
you ..2 who|that ..1 live|lives|are|is ..1 alone|single|widowed|retired|disabled
on|with a ..1 small|tight|fixed|limited|modest|student|pension budget|income
small|tight|modest|limited|little budgets|budget|means|incomes
women|men|ladies|girls|gentlemen ..1 of|over|under|like|who|will|love|prefer|deserve
man|lady|woman|queen|king of the house
you|your ..2 as a|an ..1 mother|father|parent|carer|nurse|teacher|student|widow|veteran|immigrant|christian|muslim
weak|bad|stiff|poor|tired|small|large|delicate wrists|grip|hands|fingers|eyes|knees|back ..2 like|yours
wrists|hands|eyes|fingers|knees|backs like|as yours
wrists|hands|eyes|fingers|knees|backs such as yours
allerg*|eczema|stomach|asthma|condition|ailment|hip|hips|blood|sight|hearing like|as yours
allerg*|eczema|stomach|asthma|condition|ailment|hip|hips|blood|sight|hearing such as yours
skin like|as yours -is|wants|may|,
with your ..2 allerg*|eczema|asthma|migraine*|arthriti*|diabet*
your ..1 sugar|cholesterol|iron|hormone|stress level|levels
your blood sugar|pressure
death|deaths|passing|bereavement in your ..1 family|household
losing|lost your ..2 companion|dog|cat|friend|pet|father|mother|husband|wife|partner
with|now|since|once|when ..2 children|kids|sons|daughters ..1 out of the house
children|kids ..2 flown|left the nest|home
new to|in this|the country
household|home|house|family like yours ..6 money|penny|budget|cost|count|costs|pennies
votes|vote|voted|voting green|greens|labour|tory|conservative|liberal|left|right|remain|leave
love of your life
wedding|divorce|funeral|separation is? behind you
you are|will expecting -a|an|the|it|some|something|somebody|someone|guests|visitors|parcel|company|us|me|more|less|to|that
as a ..1 single|married|widowed|divorced|working|stay|new|busy ..2 man|woman|mother|father|mum|dad|parent
too skint|broke|mean for|to
you ..2 too poor for|to
certain age
tummy|stomach|back|heart|sleep|skin|bladder|hip|knee|joint trouble|troubles|pain|pains|problem|problems|complaint*
you are ..1 a|an ..1 grandmother|grandfather|mother|father|aunt|uncle|widow|pensioner|parent
for|with|while|when|and|after|before the little ones -are|in|come|have|fit|hold
the little ones ..2 asleep|bed|school|nap|home
now|since ..1 your ..1 little|baby|child|toddler ..1 is|has|one|walks
mothers|mums|fathers|dads|parents ..1 know|knows|understand|need|deserve|like|love|will
you|your|now|those|people|readers|customers|couple|couples|folk|anyone|somebody|someone|who|recently|newly ..3 retired|retiring|retirement|retire
! you|people|those|anyone|somebody ..1 let ..2 retire
! your old|worn|tired|faithful -man|boss|dad|mum|folks ..1 may|can ..1 retire
in|happy|enjoy the? retired|retirement -of|as
retirement age|home|village|years|days|plan|plans|fund
senior -potter*|thrower*|moment|moments|cat|dog|cats|dogs|pet|pets|puppy|formula|food|recipe|kettle|to|teapot|mug|brush|school
student|students|youngster|youngsters ..4 like|discount|house|flat|digs|loan|budget|days|rate|price
you|your ..2 student|students|youngster -or|and
as|like|every|fellow|hello|dear ..1 student|students|youngster|youngsters -of
^ students -of|who|wishing|will|may
where your ..1 family|people|parents|folk|ancestors|grandparents|forebears ..1 come|comes|came|hail|hails
way|how|as|like|tea your ..1 people|ancestors|forebears|countrymen -at|in|there|with|round
you|your|vote|votes|voting|however|whoever|result|general|local|next <5> election|elections|voter*|politic*|parliament*
after|before|during|for|since the|an ..2 election|elections
election|elections day|night|result|results|season|year|campaign
gospel|bible|scripture|priest|vicar ..1 says|tells|teaches
after|before|from|to|for mass -of|market|produ*|of|appeal|and
after|before mass $
observe|observing|keeping the ..1 fast|feast|sabbath
congratulations ..2 on ..2 little|baby|arrival|wedding|engagement|bump|birth
after|with the|a ..1 year|month|winter|loss ..1 you ..1 have ..1 had|been
days|day|while|during|after|when|through ..3 chemo*|surgery|operation
days|through|during|when ..3 the|your|her|his treatment -of|on|oil|dries
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
joints|knuckles|hips|shoulders|bones|legs like yours
joints|knuckles|hips|shoulders|bones|legs such as yours
work|office|career|job ..2 behind you
with your years
your years ..2 comes|bring|brings
wrists|hands|fingers|knees|joints|eyes as they are
your ..1 fingers|hands|eyes|wrists|knees|back ..2 not ..2 what they|it were|was|used
somebody|someone|anyone|reader with|of your back|knees|hands|eyes|years|age|health
+ now that ..6 office|commute|career|boss
you ..2 earned ..3 mornings|rest|days|afternoons|evenings
you ..1 no longer ..6 train|commute|office|work
the|that|your|growing bump ..2 must|is|gets|getting|grow*|show*|arriv*
eyes|hands|knees|ears|legs|fingers|joints|backs ..2 not ..1 what|as ..2 they|it were|was|used
eyes|hands|knees|ears|legs|fingers|joints|backs past|beyond ..1 best|prime
heavier|bigger|larger|broader|stouter ..2 like you
for ..1 big girls|ladies|women|lads
those|people|anyone|customers|families who ..1 fast|fasts|pray|prays|worship
when|if|for|as hands|fingers|joints|knees|eyes ..1 get|grow|turn|go ..1 stiff|weak|sore|shaky|tired
now that ..8 to|from the office
your ..1 hearing|sight|eyesight|memory|balance|skin|hair|ears|legs|feet|teeth|bones|hips|stomach|energy ..2 not ..2 what they|it were|was|used
your ..1 hearing|eyesight|memory|balance|bladder ..1 is|has|fails|gets|getting|going|not -fine
people|riders|readers|ladies|women|men|those|you|us|folk|customers|cyclists|runners|walkers|gardeners|players|drivers|skiers|swimmers ..2 of a certain|particular vintage|generation|build|size|shape|years|age|faith|background|complexion
after|since|because|as|given|following|now ..2 your ..1 doctor|gp|consultant|nurse|specialist|physio|midwife|therapist|oncologist|surgeon ..2 said|says|told|tells|advised|ordered|prescribed|warned|recommended|found
somebody|someone|people|anyone|those|person|reader|customer|woman|man with|of ..1 your|a ..1 complexion|colouring|build|figure|weight|skin|features|background|age|condition|income|faith -type
for|with|of your build|complexion|colouring|waistline|bust|belly|background|faith
your nest -box|boxes ..2 empty|emptied|empties
bare|bald|balding|thinning|hairless|shaved ..1 scalp|crown|patch
given|considering|despite|knowing your ..1 grip|hands|back|knees|eyes|eyesight|hearing|heart|hip|hips|joints|legs|balance|memory|wrists|shoulders|figure|weight|build|age|years|condition|circumstances|background|means|income|faith|complexion -rest|break
-how|see|know|hope you are getting on $
getting on in years|age
+ as|because|since|now you are getting on
mother|mothers|mum|mums|mummy|mom|dad|father|parent|parents|grandmother to be -found|seen
heavier|bigger|larger|broader|stouter|taller|older|younger|frailer|shorter|thinner|slimmer|plumper|weaker ..2 like|as you|yourself|yours
failing|weak|weakening|fading|ageing eyes|ears|eyesight|memory|knees|joints|hips|legs|hands|vision
a|every|our|for|your ..1 widow|widows|widowed|widower|widowers|spinster|spinsters|divorcee|divorcees -novel
your ..1 sight|eyesight|eyes|hearing|memory|knees|legs|hips|joints|heart|body|balance ..1 lets|let|letting|fails|fail|failed|failing|playing|plays ..2 you|down|up
walk|walks|walking with a ..1 stick|limp|frame
english|french|german|welsh|spanish|polish|hindi|urdu|arabic|dutch is|are ..1 not ..1 your ..1 first|native|own|mother
with|given your weight|build
death|deaths|passing|bereavement|loss|funeral|burial of your ..2 companion|family|household|father|mother|mum|dad|husband|wife|partner|son|daughter|brother|sister|grandmother|grandfather|gran|grandad|child|baby|parents|parent|friend|dog|cat|pet|loved
since|after|when|while you|your ..2 lost your ..2 father|mother|mum|dad|husband|wife|partner|son|daughter|brother|sister|grandmother|grandfather|gran|grandad|child|baby|parents|parent|job
with|for|given|because|since|considering|on your ..1 sensitive|weak|bad|delicate|nervous|irritable|poor|upset|dodgy|sore|stiff|aching|arthritic|swollen|fragile|failing ..1 stomach|gut|bowel|bowels|heart|back|knee|knees|hip|hips|eyes|eyesight|joints|bladder|lungs|skin|feet|hands|nerves|digestion|bones|hearing
"""

TABLES = {"protected trait": CIRCUMSTANCES}
