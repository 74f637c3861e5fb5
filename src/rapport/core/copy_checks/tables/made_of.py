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
}

CLAIM = """
happens|done|all|everything|every|step ..4 in @region
british|english|yorkshire through
pack*|box|boxes|card|wrap*|paper <6> compost*
! recycle|reuse|recycled? the|it|your -box
stomach|joints|tummy|kidneys
sharpen* ..2 mind|senses|focus
lift|lifts ..2 mood|spirits
rich in
electricity|energy ..5 wind|sun|solar|renewable*|green
vegan*|vegetarian*
gold|silver ..1 rimmed|rim|edge|leaf|lustre
single|solid block|piece|sheet of
block|slab of @material
! paper|card|kitchen|your recycling
digestion|metabolism|cholesterol|circulation|bloating|inflammation|hydration|hangover*|nausea|cramps|colds|flu
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
sustainab*|eco|ecolog*|biodegrad*|compostable|recycl*|renewable*|upcycl*|regenerative
carbon|climate|planet|emission*|footprint|greenhouse|offset*|solar
net zero
environment*
green|greener choice|choices|option*|credentials|company|business|energy|way|way|brand|future|living|packaging
earth|planet|ocean|bee|bird friendly|kind
kind|kinder|good|gentle|better ..1 for|to|on the ..1 planet|earth|environment|ocean*
zero|no|low|without ..1 waste|plastic|plastics|emissions|carbon|chemical*|additive*|preservative*|pesticide*|lead|cadmium|toxin*|bpa|nasties|caffeine|gluten|calorie*
fair trade|traded|wage*|wages
fairtrade
ethical*|cruelty|humane*
responsibly|consciously ..1 sourced|made|grown|produced|packed|managed|harvested|fired
lead|bpa|gluten|sugar|dairy|caffeine|chemical|plastic|pesticide|additive|toxin|allergen|nut|fat|calorie|cruelty|paraben|gm|gmo|wheat|carbon|lactose|preservative|cadmium|phthalate free
free from|of -rush|hurry|pressure|fuss|jargon|the|charge|cracks|air|bubbles|a|any|dust|noise|opinion*|view*|worr*|care*|drama|advice|ambition*|strings|obligation*
non toxic|stick|gmo|slip
nontoxic|hypoallergenic|antibacterial|antimicrobial|hygienic|sterile
contain*|contains no|zero|only
british|english|scottish|welsh|irish|yorkshire|japanese|italian|french|danish|scandinavian|german|locally|local|cornish|staffordshire made|crafted|built|grown|sourced|thrown|designed|produced|clay|owned|heritage|pottery|craftsman*|craftsmanship|tradition
made|thrown|fired|grown|sourced|produced|crafted|designed|born|blended|picked|imported|shipped|harvested in|from ..2 @region|locally|here
from|of the ..2 hills|slopes|mountains|gardens|fields|foothills|highlands|estates of|in
family run|owned|business|firm|recipe|tradition|secret
independent*|familyowned
since|established|founded|est ..1 @number
generations|centuries|decades|years of ..1 experience|tradition|skill|craft*|making|expertise|knowledge|family|potters|potting|practice
century|centuries old|of
ancient|ancestral|secret ..1 recipe*|technique*|wisdom|art|tradition*|method*|formula
champion*|medal|medals|medallist*
experts|specialists|masters
it has been shown|proven|found
expert*|master|skilled|experienced|trained|qualified|professional potter*|craftsm*|artisan*|maker*|blender*|taster*|team|hands|ly|made|crafted|chosen|blended
expertly|masterfully|exquisitely|meticulously|painstakingly|flawlessly|perfectly made|thrown|crafted|glazed|fired|blended|shaped|chosen|selected|finished|formed|balanced|designed|packed|sourced
exquisitely|flawlessly|ethically
hand painted|carved|stitched|woven|dyed|blown|forged|poured|rolled|sewn|knitted|glazed|dipped|decorated|blended|harvested|cut|turned|polished|plucked|selected|sorted|mixed|dug
painted|carved|stitched|woven|dyed|blown|forged|rolled|sewn|decorated|plucked|harvested|picked|dug ..1 by hand
handpainted|handcarved|handpicked|handblended|handglazed|handwoven|handpoured|handsewn
small batch*
limited|numbered|signed edition*
made|cast|carved|crafted|spun|blown of|from ..2 @material
pure|solid|real|genuine|sterling|fine|bone|plated|rolled|true @material
our|this|it|fine|the|your|is|are ..2 porcelain|earthenware|terracotta -and|is|cup|clay|or
fine|actually|really|pure porcelain
bone|fine china
@material mug*|bowl*|plate*|teapot*|cup*|pot|pots|ware|trim|plated|inlay
carat|karat|plated
luxur*|artisan*|curated|exclusive*|bespoke|designer|couture|opulent|boutique
investment -in|of
collector*|collectable*|collectible*
unique*
# Health
healthy ..1 choice|option|start|habit|lifestyle|weight|body|drink|alternative|diet|living|heart|skin|way
healthier|healthful|healing|heals|heal|health|wellness|wellbeing|superfood*|antioxidant*|detox*|immune|immunity|vitamin*|probiotic*|cleanse*|cleansing|metabol*|slimming
@remedy ..3 @boon
@boon ..1 boost*|support|relief|aid|remedy|cure|booster*|enhancing|boosting|benefit*
benefit* ..2 @boon|health|body
cure*|cures|curing|remedy|remedies|medicin*|therapeutic*|antiinflammator*|antiaging|antiseptic
anti inflammatory|ageing|aging|stress|bacterial|oxidant*|viral
calorie*|low|high|rich|full ..1 calorie*|sugar|fat|antioxidant*|vitamin*|caffeine|fibre|protein|mineral*|nutrient*
energi*|reenergi*|rejuvenat*|revitali*|restorative|nutritious
stress free|relief|busting|buster|relieving
good|great for you|health|heart|gut|digestion|skin|sleep|body|mind|mood|planet
doctor*|physician*|nutritionist*|dietitian*|dermatologist*|dentist*|gp|pharmacist*|therapist*
sleep better|deeper|sounder|soundly|through|tight|longer
better|deeper|sounder|restful|perfect|good night|sleep|nights
live longer
look|feel|looking ..1 younger|slimmer|healthier|amazing|years
caffeine
decaf*
your skin|stomach|gut|liver|heart|metabolism|digestion|immunity
keep* ..3 young|younger|healthy|fit|slim
hot|warm ..3 to|until|till the ..1 last|bottom|end
! as all handmade things
! in|into|with the ..1 recycling
! pink|best of health
"""

TABLES = {"claim": CLAIM}
