"""Claims about what things are made of, where and by whom, and what they do for health and planet."""

from __future__ import annotations

CLASSES = {
    "material": (
        "porcelain silver gold leather cotton silk linen cashmere oak marble bamboo crystal "
        "china bone titanium terracotta earthenware copper brass slate walnut"
    ),
    "region": (
        "england britain uk scotland wales ireland yorkshire lancashire cornwall devon london "
        "staffordshire stoke sheffield japan china india ceylon assam darjeeling kenya italy france "
        "portugal germany spain europe america denmark sweden norway cumbria kent sussex"
    ),
    "boon": (
        "sleep digestion immunity metabolism energy mood focus concentration memory skin heart "
        "circulation stress anxiety tension headache headaches bloating inflammation hydration "
        "wellbeing wellness health vitality calories gut liver brain bones hair nails "
        "cholesterol ageing aging nerves colds cough coughs hangover fatigue tiredness "
        "longevity cramps nausea"
    ),
    "remedy": (
        "help helps helping boost boosts boosting improve improves improving reduce reduces relieve "
        "relieves ease eases soothe soothes soothing cure cures treat treats heal heals support "
        "supports aid aids promote promotes prevent prevents fight fights combat combats lower "
        "lowers burn burns cleanse cleanses detox* strengthen* restore* repair* increase* enhance* "
        "sharpen* settle* relax* calm* wonders banish* beat beats"
    ),
    "boon_mere": (
        "care type types cream creams tone brush brushes colour mask masks bag bags products "
        "section page feels is may dryer clip clips file shop"
    ),
    "dog_lead": (
        "the a your your so or dog dogs he she it you we they on at is to for may can please "
        "needed pencil pencils role roles"
    ),
}

CLAIM = """
happens|done|everything|step ..4 in @region
all|every ..3 done|made|thrown|fired|packed|stage|stages|bit ..2 in @region
british|english|yorkshire through
pack*|box|boxes|card|wrap*|paper <6> compost*
! recycle|reuse the|it|your -box
settle*|calm*|ease*|kind|kinder|gentle|good|great|soothe*|easy|easier|soft|softer|light ..4 stomach|tummy|joints|kidneys|teeth|gums|enamel|wrists|throat
sharpen* ..2 mind|senses|focus
lift|lifts ..2 mood|spirits
rich in -stories|memories|smell|smells|mud|puns|ideas
electricity|energy ..5 wind|sun|solar|renewable*|green
vegan*|vegetarian* -cookbook*|book|books|recipe*|section|page|guest*|friend*
single|solid block|piece|sheet of -paper|cake|string|toast|news|furniture|advice|card|luggage|clothing|butter|chocolate|soap|ice
block|slab of @material
! paper|card|kitchen|your recycling
digestion|metabolism|cholesterol|bloating|inflammation|hydration|nausea|cramps
-of|in circulation -of|in
for|against|help*|cure*|ease*|away|after|of|with ..3 hangover*|colds|flu
calms|soothes|relaxes|settles ..1 you|your|children|babies|dogs|people|nerves
paid|treated fairly|properly
fair wage*|pay
clay <4> dug|quarried|mined
signed|numbered ..1 and|by ..1 numbered|signed|hand|artist|maker|potter
# Made of, made where
natural|pure|organic|real|authentic|untreated|unprocessed ..1 ingredient*|material*|product*|clay|tea|teas|leaf|leaves|glaze*|goodness|dye*|fibre*|wax|oil*|source*|extract*|remed*|herbs|flavour*|botanical*|porcelain|silver|gold|origin*
all|wholly|fully|totally|completely|entirely|purely|percent|hundred|truly natural|organic|handmade|recycl*|british|sustainable|biodegradable|vegan|pure|compostable
organic*|biodynamic*
vegan|cruelty|vegetarian ..1 friendly|free|approved|society|glaze*|clay
sustainab*|eco|ecolog*|biodegrad*|compostable|recycl*|renewable*|upcycl*|regenerative -setting|mode|programme
! -by|from|that|we recycling your|what|it|them|old
! -we|they|who rinse|sort|reuse|repair|mend|keep|finish|empty|refill ..3 recycle
emission*|biodynamic
climate neutral|positive|friendly|change|pledge|crisis|action|impact|conscious|partner
good|kind|kinder|better|help*|protect*|save*|fight*|for ..3 climate
the climate $
greenhouse gas|gases|effect
offset|offsets|offsetting ..4 carbon|emission*|footprint|every|each|delivery|parcel|journey|miles
we|i|is|are offset|offsets|offsetting
run|runs|fired|powered|made|heated|kiln|kilns|workshop|we|our|by|on ..3 solar
solar powered|power|energy|electricity|panels|panel|fired|kiln
carbon neutral|free|footprint|negative|offset*|zero|low|positive|emission*
low|zero|less|no|net carbon
the|our|whole|your|one|this planet -of|he|she|from|on|is|in|saturn|mars|jupiter|mobile|poster|lamp
carbon|environmental|light|lighter|smaller|our|ecological ..1 footprint|tread
environmental|ecological ..1 touch
light|lighter ..1 touch on ..2 earth|world|planet|nature|land
tread|treads lightly
net zero
environmental*
the|our environment -in|at|of|where
environment ..2 friendly|first|matters|kind*|better
green|greener choice|choices|option*|credentials|company|business|energy|way|way|brand|future|living|packaging
earth|planet|ocean|bee|bird friendly|kind
without harming|cruelty
without hurting ..2 animal|animals|thing|creature|creatures|nature|planet|bees
cleans|purifies|purify|freshens|filters|detoxes ..1 air
kind|kinder|good|gentle|better ..1 for|to|on the ..1 planet|earth|environment|ocean*
zero|no|low|without ..1 waste|plastic|plastics|emissions|carbon|chemical*|additive*|preservative*|pesticide*|cadmium|toxin*|bpa|nasties|caffeine|gluten|calorie*
zero|no|low|without|any ..1 lead -@dog_lead
fair trade|traded|wage*|wages
fairtrade
ethical*|cruelty|humane*
responsibly|consciously ..1 sourced|made|grown|produced|packed|managed|harvested|fired
lead|bpa|gluten|sugar|dairy|caffeine|chemical|plastic|pesticide|additive|toxin|allergen|nut|fat|calorie|cruelty|paraben|gm|gmo|wheat|carbon|lactose|preservative|cadmium|phthalate free
free from|of -rush|hurry|pressure|fuss|jargon|the|charge|cracks|air|bubbles|a|any|dust|noise|opinion*|view*|worr*|care*|drama|advice|ambition*|strings|obligation*|it|work|school|my|your|his|her|leaves|weeds|dirt|mud
! free of|from carriage|postage|delivery|rust|knots|grit|stones|lime|leaves|lumps
non toxic|gmo|slip
non stick -pan|pans|frying|tray|trays
not so much as tick|crack|chip|craze|warp|flinch|wince
nontoxic|hypoallergenic|antibacterial|antimicrobial|hygienic|sterile
contain*|contains no|zero -ideas|plans|spoilers|plot|jokes|news|words|thoughts|homework
contain*|contains only ..3 natural|pure|organic|leaf|leaves|best|finest|ingredients|plants|water|herbs|tea|clay|real|whole
british|english|scottish|welsh|irish|yorkshire|japanese|italian|french|danish|scandinavian|german|locally|local|cornish|staffordshire made|crafted|built|grown|sourced|thrown|designed|produced|clay|owned|heritage|pottery|craftsman*|craftsmanship|tradition -class*|book*|course*|museum
made|thrown|fired|grown|sourced|produced|crafted|designed|born|blended|picked|imported|shipped|harvested in|from ..2 @region|locally|here
from|of the ..2 hills|slopes|mountains|gardens|fields|foothills|highlands|estates of|in
grown|picked|raised|dug ..2 the ..2 hills|slopes|mountains|foothills|highlands|estates of|in
wood|oak|pine|timber|cork|beech|cotton|wool ..2 comes|come|is|are ..1 from ..4 forest|forests|woods|farm|farms|village|herd|flock|sheep
family run|owned|business|firm|recipe|secret
our|the|in|old|long ..1 family tradition
family tradition ..1 since|of|for|behind|goes
independent* ..1 maker*|pottery|business|shop|workshop|studio|brand|company|potter*|family|uk|british|test*|lab*|trader*
family run|owned
familyowned
since|established|founded|est ..1 @number
generations|centuries|decades|years of ..1 experience|tradition|skill|craft*|making|expertise|knowledge|family|potters|potting|practice
century|centuries old|of
ancient|ancestral|secret ..1 recipe*|technique*|wisdom|art|tradition*|method*|formula
champion*|medal|medals|medallist* -hanger*|napper*|sleeper*|snorer*|of|rack|box
experts|specialists|masters
! poked|tested|tried|licked ..4 by experts including|such
! experts including|such a|an|our|the ..1 goat|cat|dog|hens|children|toddler*|mouse|spider*
expert|specialist|master|sommelier|stylist ..1 picked|chose|chooses|selected|picks|tested|checked|approved|blended|recommends
it has been shown|proven
it has been found to|that|by
expert*|master|skilled|experienced|trained|qualified|professional potter*|craftsm*|artisan*|maker*|blender*|taster*|team|ly|made|crafted|chosen|blended
by|our|in|with|through|of|their|has|have ..1 expert*|master|skilled|experienced|trained hands
expertly|masterfully|exquisitely|meticulously|painstakingly|flawlessly|perfectly made|thrown|crafted|glazed|fired|blended|shaped|chosen|selected|finished|formed|balanced|designed|packed|sourced
exquisitely|flawlessly|ethically
hand painted|carved|stitched|woven|dyed|blown|forged|poured|rolled|sewn|knitted|glazed|dipped|decorated|blended|harvested|cut|turned|polished|plucked|selected|sorted|mixed|dug
painted|carved|stitched|woven|dyed|blown|forged|rolled|sewn|decorated|plucked|harvested|picked|dug ..1 by hand
handpainted|handcarved|handpicked|handblended|handglazed|handwoven|handpoured|handsewn
small batch*
! cook|fry|bake|work|roast|brown|wash|do|sear ..3 small batch*
limited|numbered|signed edition*
made|cast|carved|crafted|spun|blown of|from ..2 @material
pure|solid|real|genuine|sterling|fine|bone|plated|rolled|true @material
fine|actually|really|pure porcelain
bone|fine china
! linen|airing|china cupboard*
carat|karat|plated
! for|with|if|of|leave|wipe|clean|polish ..2 plated pieces|jewellery|items|parts|ones|surfaces|metal
luxur*|artisan*|curated|exclusive*|couture|opulent|boutique -hotel*
bespoke|designer -of|on|who|is|will|and
investment -in|of
for|by|among|with|prized|sought|of ..1 collectors
eye|taste|shelf of a collector
collectable*|collectible* -card*|figure*|game*|toy*
unique* -code|link|number|password|username|reference|to
# Health
healthy ..1 choice|option|start|habit|lifestyle|weight|body|drink|alternative|diet|living|heart|skin|way
healthier|healthful|wellness|wellbeing|superfood*|antioxidant*|detox*|immune|immunity|probiotic*|metabol*|slimming -page|section|shelf|department|magazine|category
healing|heals|heal
for|to|of|better|good|great|gut|heart|mental|skin|our|its|about|protect*|best|more|in|improves|and|or|with ..1 health -visitor|is|problem*|condition*|matter*|record*|question*|advice|page|section|shelf|insurance|care
health benefit*|boost*|giving|tonic|drink*|food*|claim*|properties|in|for|kick|first|from|by
support*|boost*|protect*|improve*|good|great|better ..4 health
! wish|wishing|wishes ..2 good health
! till|until then good health
! good health to you|all|everyone
vitamin c|d|b|e|k|rich|boost*|packed|filled
rich|full|packed|contains|contain|source|high|loaded|dose|with|plus|has|more|of|and|natural ..2 vitamin*
vitamin*|vitamins ..2 help*|keep*|protect*|boost*|support*|goodness|galore
cleanses|cleansing -milk|oil|balm|gel|foam|wipes|bar|brush|cream|routine|page|lotion|water|pad*|step*
! begin|start|after|before|finish ..1 cleansing
juice|tea|body|gut|liver|gentle|day|inner|natural cleanse
cleanse the|your|any ..1 body|gut|liver|system|mind|soul|palate|blood
a|can|will|that cleanse -your|the|skin|face|twice|first|with
to cleanse -your|the|skin|face|twice|first|with|to|then|before|after|rinse
@remedy ..3 @boon -@boon_mere
! a calm|calmer heart|mind -from|for|with|thanks
@boon ..1 boost*|support|relief|aid|remedy|cure|booster*|enhancing|boosting|benefit*
benefit* ..2 @boon|health|body
cure|cures|curing|cured ..3 cold|colds|flu|headache*|hangover*|insomnia|stress|sleeplessness|anxiety|ills|ailment*|illness|stomach*|nerves|blues|tiredness|aches|pains|everything|anything|all|most|whatever|disease*|cough*|you|body
medicin*|therapeutic*|antiinflammator*|antiaging|antiseptic
herbal|natural|traditional|ancient|folk|old|age|home|grandmother|proven|gentle|soothing remedy|remedies
tea|tins|rooibos|peppermint|oolong|chamomile|camomile|leaf|leaves|infusion|cup|sip ..3 a|the|as|our|remedies remedy|for
remedy|remedies for|against ..3 throat|sleep|sleeplessness|cold|colds|head|heads|headache*|stomach|tummy|nerves|mood|moods|stress|tiredness|cough|aches|pains|worry|worries|heart|winter|illness|ills|everything|hangover*
anti inflammatory|ageing|aging|stress|bacterial|oxidant*|viral
calorie*|low|high|rich|full ..1 calorie*|sugar|fat|antioxidant*|vitamin*|caffeine|fibre|protein|mineral*|nutrient*
energi*|reenergi*|rejuvenat*|revitali*|restorative|nutritious -the|a|an ..1 plant*|shrub*|lawn|rose*|hedge*
stress free|relief|busting|buster|relieving
good|great for you|health|heart|gut|digestion|skin|sleep|body|mind|mood|planet
! full|enough|plenty|either|decided|done|is ..1 and? good for you
physician*|nutritionist*|dietitian*|dermatologist*|gp|gps|pharmacist*|therapist*
! ask|asks|speak|talk|see|consult|check ..1 with|to? ..3 physician|dietitian|dermatologist|gp|pharmacist|therapist -why|who
doctor|doctors|dentist|dentists -before|if|or|about|first|whether ..3 recommend*|say|says|said|swear*|approv*|agree*|trust*|use|uses|drink|drinks|advis*|prescribe*|tell|tells|told|like|likes|know|knows|praise*|choose*|ordered
dermatolog*|physician*|nutritionist*|pharmacist*|therapist*|physiotherapist*|optician*|midwi*|vets|veterinar* -before|if|or|about|first|whether ..3 recommend*|say|says|said|swear*|approv*|agree*|trust*|use|advise*|praise*|choose*|prefer*
recommend*|approved|trusted|advised|prescribed|tested|designed|developed|endorsed|loved|good|safe ..3 doctor|doctors|dentist|dentists
keep|keeps ..2 doctor|doctors|dentist|dentists
your ..1 doctor|doctors|dentist|dentists ..1 will|would|might|may|approves|approve|knows|thanks|nods|agrees|would
ask|see|tell|consult|from ..1 doctor|doctors|dentist|dentists about
ask any ..1 doctor|doctors|dentist|dentists|vet|vets|gp|nurse|dermatologist|optician|midwife
vets|veterinar*|opticians|midwives|nurses|trainers ..1 recommend*|approve*|trust*|prefer|prefers|swear*|advise*|endorse*|choose|chooses|love|agree*|say|rate
vet ..1 recommends|approves|trusts|swears|endorses|approved
recommended|approved|trusted|endorsed|loved|developed|tested|designed|advised|made|formulated|chosen ..3 vet|vets|veterinar*|midwives|opticians|nurses
sleep better|deeper|sounder|soundly|longer
sleep through the ..1 night|small
better|deeper|sounder|restful|perfect|good night|sleep|nights
! wish|wishing|wishes|bid|hope ..3 restful|good|better|peaceful|perfect night|nights|sleep -with|on|under|in|from|thanks
live longer
fall|falls|falling|drop|drops asleep ..1 in|within ..1 minutes|moments|seconds|no
fall|falls|falling|drop|drops asleep ..1 faster|quicker|sooner|easily|easier
remedy|cure|balm for|against ..3 skin|hands|lips|hair|feet|back|joints
our own clay|land|fields|estate|farm|orchard|pit
look|feel|looking ..1 younger|slimmer|healthier|amazing
look|feel|looking ..1 years -ahead|back|from
take|takes|took|taking ..2 years|decades off
gentle|natural|steady lift|boost|buzz -of|on|to
without the|a|any ..1 crash|jitters|slump
improves|corrects|straightens|eases|relieves|strengthens|supports|heals|soothes|strains ..3 posture|back|knees|joints|spine|neck|muscles|wrists|feet|eyes
teeth|coat|fur|hair|nails|breath|gums|skin ..1 will|is|are|gets|get|become|becomes|feels ..2 cleaner|shinier|softer|whiter|brighter|stronger|glossier|fresher|smoother|clearer
your|the joints|back|feet|knees|eyes|body|shoulders|neck|wrists|hips|nose ..1 will|would thank|love|adore|bless
less|little|lower|gentle|light|free|lighter|low|lot|plenty|more|not|never|hits|kick|hit|boost|natural|naturally|contains|contain|has|have|hint|high|much|half|is|of|the ..2 caffeine -is|shelf|page|talk|talks|question|questions|joke|jokes|chat|corner|section|headache|debate
keeps|leaves|makes you|children|kids|them ..2 sharp|focused|alert|awake|calm|young|healthy|energised|energetic|fit|slim|strong|productive|regular|relaxed|upright|sane
caffeine ..2 kick|hit|boost|free|lift|level*|content|rush|jolt|crash|keep*|wake*
naturally|gently|water decaf*
-trust|follow|to your gut|liver|metabolism|digestion|immunity
your skin|stomach|heart|complexion ..1 will|would ..2 love|thank|feel|look|glow|be|notice|settle|drink|soak|thanks
your skin|stomach|complexion ..1 loves|thanks|glows|drinks|deserves|craves|adores|needs
leave|leaves|leaving|makes|keep|keeps|keeping|gives|feed*|nourish*|hydrat*|moisturis*|softens|protects|brightens|clears|plumps|repairs|restores|balances|sooth*|calm*|love*|cares|caring|warms|lifts|eases|settles|heal*|for|good ..2 your skin|stomach|complexion -type|tone|is|feels|and
kind|kinder|gentle|gentler|good|great|better ..1 on|to|for ..1 your|the|all|sensitive|any ..1 skin|stomach|complexion
keep* ..3 young|younger|healthy|slim -plants|plant|trees|tree|children|seedlings|birds|ones|roots
keep* ..1 you|your|them|him|her|body ..1 fit
hot|warm ..3 to|until|till the ..1 last|bottom|end
! as all handmade things
! in|into|with the ..1 recycling
! pink|best of health
# Uses that nobody tested
oven|freezer|hob|grill|stove <2> yes|fine|safe|happily|welcome|ok|okay|happy|proof|friendly
! welcome to the ..1 stove|grill|oven|hob
made|poured|pressed|woven|spun|cast|carved|baked|brewed of|from|out ..1 nothing but
blown by mouth|hand
oven|freezer|hob|grill|stove too $
can|may|will|goes|go|going|moves|works|bakes|bake|suits|takes|straight|happily|happy|safe|good|suitable|loves|likes|pop|stand|stands|survives ..5 oven|freezer|grill|hob|stove|bbq|barbecue|campfire|stovetop|broiler -@beside_heat
put|use ..5 oven|freezer|grill|hob|stove -@beside_heat ..1 and|or|too|with|at|on|freely|for|if
+ for|is|are|from|between|dishwasher|microwave ..4 oven|freezer|grill|hob ..1 and|or|to|too|as ..1 grill|oven|freezer|hob|table|well|back
! not ..2 take ..4 from the freezer|fridge to|into the oven
! not ..3 from the freezer|fridge to|into the oven
+ dishwasher|microwave ..3 oven|freezer|grill|hob -is|are|no|not
! not ..3 for|is ..4 oven|hob|freezer|grill ..1 and|or ..1 the? hob|oven|freezer|grill
! can|may|will|goes|go|going|suits|takes|happily|happy|safe|good|likes|pop|stand|stands|keep|keeps|put ..4 away|clear|far|back from ..1 oven|freezer|grill|hob|stove
roast|bake|braise|casserole|simmer|fry in ..1 it|them|this|one|our
on|over a|the|an ..1 low|naked|open|gas|direct|gentle ..1 flame
! dry|heat|warm|season|melt|simmer|cook|stir|toast|fry ..5 on|over a|the ..1 low|gentle ..1 flame
made|built|designed|withstand*|resist*|no|for|against ..1 thermal shock
thermal shock resist*|proof|is
oven to table
# Where clay, ash and power are said to come from
clay|ash|glaze|glazes|minerals|wood|sand|wool|honey|eggs|iron|slip ..2 from ..2 our|my|the|own ..2 valley|beck|hill|hills|bank|field|fields|garden|orchard|tree|trees|river|quarry|hearth|woods|farm|estate|moor|moors|stream|roof
clay|ash|glaze|glazes|minerals|wood|sand|wool|honey|eggs|iron|slip ..2 in ..2 our|my|own ..2 valley|beck|hill|hills|bank|field|fields|garden|orchard|tree|trees|river|quarry|hearth|woods|farm|estate|moor|moors|stream|roof
from|of our|my own? ..1 valley|hill|hills|field|fields|garden|orchard|river|quarry|hearth|woods|farm|estate|moor
local|nearby clay|clays|minerals|ash|farm|farms|stone|wood|timber|spring|quarry
willow|apple|oak|beech|hay|seaweed|bone|bramble|cherry|pine|bracken ash
ash ..3 tree|trees|orchard|hearth|bonfire
kiln|kilns|wheel|workshop|we|everything|oven|lights ..1 run|runs|powered|fired|heated|turns|turn|fire|driven|burns|burn on|by|off|with|from|entirely ..5 beck|river|stream|water|waterwheel|weir|turbine|panels|breeze|sun|sunlight|roof
nothing but|more sunlight|sunshine|wind|daylight
run*|powered|fired|driven|turn*|made|use|uses|using|add|contains|but|is ..3 nothing but|more ..1 water|rain
without ..1 burning|harming|polluting a|the|any ..1 thing|planet|drop|anything|gas|wood
not|never ..2 burning a thing|anything
leave*|leaving|leaves no|little|hardly|barely|not ..3 world|earth|nature|landfill
cost*|costing ..2 earth|world ..1 nothing|less|the
back to ..1 earth|soil|nature
parcel|packing|packaging|wrapping ..8 compost
everything|all|box ..2 goes|go|can|on|in|is|to|for|straight ..5 compost
green way|kiln|kilns|electricity|credentials
solvent*|nanopart*|microplastic*|chemicals|toxin*|pesticides|pollut*|phthalate*|additive* -in|on|away|near
kind|kinder|gentle|good ..1 to|for|on|with ..2 world|nature|seas|oceans|earth|bees
save|saves|saving the ..1 world|seas|trees|bees
# Calm and body
tea|rooibos|peppermint|oolong|pot|leaf|brew|infusion|chamomile|camomile|sip ..2 calms|calming|soothes|soothing|relaxes|relaxing|unwinds|unknots|quiets
tea|rooibos|peppermint|oolong|chamomile|camomile|leaf ..3 calm|peace|sleep|nerves|serenity -clay|glaze
the calm you|your
calm|calms|quiet|quiets|stills|soothe|soothes|steady|steadies ..2 nerves|mind|thoughts|soul|worries
unwind|destress|winds you down
send|sends|sending|sent ..1 you ..2 to ..1 sleep|bed|dreams
clear|clears|clearing -of ..2 head|cold|colds|chest|skin|sinuses|throat|mind|cough|complexion|airways
! a|with ..1 clear head|conscience|mind
keep|keeps|keeping ..3 heart|blood|bones|colds|doctor|bugs -of|in|from|away|off|out|for
keeps|keeping ..3 colds|doctor|bugs|flu
keep colds|doctors ..1 away
keep the doctor ..1 away
polyphenol*|flavonoid*|catechin*|theanine|electrolyte*|tannins protect
protect|protects|protecting ..2 heart|teeth|skin|cells|you
melt*|ease*|reliev*|reduce*|banish*|wash* ..2 stress|tension|worries|anxiety|cares
sleep|sleeping|slept ..2 like ..1 baby|log|top|child|lamb
help*|lets|let|make|makes|making|get|gets ..2 you|us ..2 sleep
help*|get|gets|getting ..2 to ..1 sleep
edge off ..2 day|nerves|monday|evening|anxiety|worries|week
after|following|with ..2 heavy|big|rich meal|dinner|lunch|supper
landfill
everything|all|is|are ..2 natural|biodegradable $
made|mixed|blended with @material
ceramic ring|hob|top
bake|roast|grill|fry|braise your|a|an|the ..4 in|on|with it|them|this
dogs|cats|baby|babies|children|toddlers can|may ..1 eat|drink|chew|use
sleep|sleeping|slept ..2 like ..1 stone
hold|holds|holding|keep|keeps|keeping ..1 heat|warmth ..1 longer|better
good|kind|kinder|gentle|great|wonders|things ..1 for|to|on ..1 the|your ..1 heart|skin|liver|waistline|waist|figure|hips|nerves|complexion|hair|bones|blood|memory|digestion|body|gut
helps|help you ..1 wind down
winds|winding down you
for|helps|while|when|time|you|of|by|and|to winds|winding down before|after|at|in|of|$
calm|calms|settle|settles|soothe|soothes|relax|relaxes you ..2 before|down|at|after|when|for
worries|troubles|stress|cares|tension away|off
take|takes|taking|wash|washes|lift|lifts your|the|all ..1 worries|troubles|stress|cares|tension
perk|perks|pick|picks|wake|wakes you up ..2 without
jitters|sugar rush|crash|slump
you will|to feel|feeling ..1 better|brighter|lighter|fitter|well for it
added|without ..1 sugar|sugars|sweetener*|preservative*|flavouring*|colouring*
! without the|your|its|any sugar -added|at
with|has|contains no ..1 sugar|sugars|sweetener*|flavouring*|colouring*
naturally sweet|sweeter|free|low|caffeine|good|rich|grown|occurring|decaf*
managed|sustainable|certified|replanted forest*|forestry|wood|woodland*
no|not ..1 trees|tree|animals|animal|fish|bee|bees ..2 harmed|hurt|felled|cut|used|tested
our electric van|kiln|fleet|vehicle*
the|by|on|in|an|with electric van|kiln|cargo|vehicle*|fleet
van|kiln|lorry|kilns is|are ..1 electric|hybrid|solar|green
-your|their|its|his|her own|nearby|local ..1 coppice|wood|woods|woodland|spring|well|quarry|pit|beehives
reuse|reuses|reclaim*|recycle|recycles ..1 every|all|each|our ..1 scrap|drop|bit|clay|water|box*
nothing ..2 goes|go|thrown|gone to|is|in|away ..1 waste|away|bin
! nothing ..2 goes to waste in|at ..2 kitchen
clay|tea|leaf|glaze ..1 comes|come|came|is|are|dug|grown|picked|hails ..2 from|out|on|in|of ..3 hill|hills|hillside|valley|island|islands|slopes|mountain|mountains|province|highlands|himalaya*|foothills|quarry|riverbed|moor|moors|village
it|they ..1 comes|come|came|dug|grown|picked|hails ..2 from|out|on|in|of ..3 hill|hills|hillside|valley|island|islands|slopes|mountain|mountains|province|highlands|himalaya*|foothills|quarry|riverbed|moor|moors|village
it|they is|are from ..3 hill|hills|hillside|valley|island|islands|slopes|mountain|mountains|highlands|himalaya*|foothills|quarry|moor|moors|village
cobalt|copper|iron|gold|silver|lead from ..1 a|an|the|our ..1 old|local|mine|beck|hill*
same ..1 clay|recipe|glaze|wheel|kiln|hands|stones|beds as|for|since|used|that -the|picture|every|your|mine
roman|viking|victorian|tudor|medieval|saxon|ming|georgian|edwardian pots|pottery|kiln|kilns|recipe|method*|pattern|patterns|mill|building
our|the ..1 recipe|glaze|blend|pattern|design|shape ..1 was|is|has ..1 discovered|handed|inherited|unchanged|dates ..1 in|changed|down|from|since
our|the ..1 recipe|glaze|blend|pattern|design|shape ..1 was|is|has ..1 not|never ..1 changed|down
our|the ..1 recipe|glaze|blend|pattern|design|shape ..1 was ..1 found ..1 in
! recipe|glaze was found wanting
clay|glaze|tea|leaf|everything|wood is|are ..1 local|regional|british|english|foraged|wild
same|clay ..4 that|which|as built|made|used ..4 minster|cathedral|abbey|house|bricks|romans|wall|walls|town
farmer*|grower*|picker*|villagers|workers|family ..4 who ..1 grow|grows|pick|picks|make|makes|dig ..5 own|owns|paid|earn*|share*|garden|know|are
share|percentage|slice|portion|penny of ..3 pot|pots|sale|sales|order|orders|every|each|profit*|price ..2 goes|go|is|helps|feeds
part|some of ..3 pot|pots|sale|sales|order|orders|every|each|profit*|price ..2 goes|go|helps|feeds|given
feeds|feed|educates|supports a|an|the|local ..1 hungry|village|school|schools
feeds|educates|supports|helps|clothes a|an|local|one ..1 child|children|families|school|schools|hungry|village
feeds a ..1 family -of
rots|rot|composts|decomposes ..2 away|to|down|in|harmlessly
dissolves ..2 away|harmlessly
dissolves in ..2 soil|ground|compost|earth
kiln|kilns|we|fire burns|burn|use|uses|using ..1 only|just|nothing|waste|green|renewable|scrap|clean ..2 waste|wood|electricity|energy|power|gas|sunlight|offcuts
there is|with|real|of|has gold|silver|copper|platinum ..1 in|on|along|round|around ..1 the|its|rim|edge|handle|glaze|foot
! if|whether|where ..2 handle|handles|lid|lids|knob|rim is|are ..1 leather|oak|bamboo|brass|walnut|rattan|cane|copper|cork|wood|wooden
headache*|cough|ache|hangover|cramp*|pain|stiffness|tiredness ..2 is|are|will ..1 be? ..1 gone|away|better|cured|over|history
a|your|the|that cold ..1 is|will ..1 be? ..1 gone|cured|over|history|better
stay*|stays|remains cool|cold to the touch
cleaner|kinder|better|gentler|safer for ..1 rivers|river|sea|seas|streams|air|soil|beck
we|workshop ..1 make|makes|generate* ..2 own ..1 electricity|power|energy|heat
clay|ash|stone ..2 raised|drawn|taken|hauled|scraped|washed|lifted from|out|up
made|run|staffed|owned by ..1 women|monks|nuns|veterans|prisoners|refugees|volunteers|locals
leaf|tea ..1 comes|come ..1 off|from ..2 bush|bushes|trees|plants|slope*
known|said|shown|proven|reputed to ease|soothe|help|relieve|settle|calm|cure ..2 cold|colds|cough*|throat*|stomach*|nerves|headache*|sleep|digestion|tummy
glue|glued|lacquer|varnish|resin|epoxy ..6 food safe
glue|glued|lacquer|varnish|resin|epoxy ..4 safe|fine|good|strong for|enough|as
you will ..1 drop|nod|doze|drift off -the|it|your|at
so fresh|good|strong|light|thin|pure|soft ..1 you can|could|will ..3 smell|taste|read|see|almost
! if|when|once|whether ..6 so thin|light|soft ..1 you can|could ..3 smell|taste|read|see|almost
keep|keeps|keeping|helps ..4 craft|tradition|trade|village|skill|craftsmanship alive
help|helps|helping ..1 you ..1 relax|unwind|sleep|focus|rest|recharge|destress|concentrate|digest|recover
hot|warm|cool|fresh|cold longer
hot|warm|cool|fresh|cold for longer
wage|wages|paid|pay|price|prices ..5 live on
nothing|not|never ..2 sprayed
take|takes|taking the edge|edges off|from ..3 mind|nerves|day|worry|worries|mood|evening|stress|head|thoughts|week
quieten*|quiets|calm*|sooth*|settle*|steady|steadies|stills|smooth*|unknot*|untangle*|unclench*|loosen*|ease*|unwind* ..3 mind|minds|head|heads|nerves|shoulders|worries|mood|moods|thoughts|tempers
smooth* ..2 edges|creases|wrinkles of|from|out ..4 day|week|morning|evening|mood
worry|worries|tension|stress|cares|troubles ..1 loosen|loosens|melt*|fade*|slip*|drift*|leave|leaves|lift|lifts|ebb*|dissolve*|drain*|unwind*
frayed|jangled|jangling nerves
mind|minds|nerves to settle|calm|quieten|rest|slow|unwind
head to settle|calm|quieten|slow|unwind
lift|lifts|lifting ..1 a|your|the ..1 low|bad|flat|tired mood|spirits
does|do|doing away with ..2 limescale|stain*|tannin|bitterness|drips|smells|germs|dirt|worry
single|any|no|added chemical
help|helps|helping ..3 nod|drop|drift|doze off
take|takes|taking|chase|chases|drive|drives|wash|washes ..3 tiredness|headache*|aches|ache|fatigue|weariness|fog|worry|worries away|off
made|thrown|sewn|carved|woven|turned|stitched|knitted by hand ..6 village|valley|town|farm|island|county|country
grown|felled|cut|quarried|picked|sourced|dug ..2 down the|our|next|nearby|by lane|road|door|neighbours
"""

TABLES = {"claim": CLAIM}
