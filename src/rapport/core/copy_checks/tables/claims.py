"""Claims: what would have to be shown, and may be said only where claims.yaml says it."""

from __future__ import annotations

CLASSES: dict[str, str] = {}

CLAIM = """
run|runs|powered|fired on|by|with ..1 sunshine|solar|wind|renewable*
our|all|every ..1 tests|testing|trials
private|permanent|public collection*
protected ..1 by law|patent
registered design*
guild|association|institute|council|federation|ministry
supports|support|helps|funds|backs ..2 local|schools|school|community|communities|farmers|growers|projects|causes|charities
charity|charities|donat*|fundrais* -shop|shops
proceeds ..1 go|of|from|to
plant|planted|plants ..2 tree|trees
for every|each ..3 sold|bought
award*|awarded|prizewinning
prize winn*|winner
award|prize|medal|show|competition|contest|national|yorkshire|county|taste|past|this|last|year|years|gold|regional|design ..2 winner|winners
winner|winners of|at|in
a|sure|real winner
winning @ware|glaze|design|blend|recipe|pottery|potter
certif*|accredit*|patent*|trademark*|kitemark*
proven|proof -of|by|the|that|against
is|are|been|was|were|clinically|well|test|tests|trials|science|scientists|studies|doctors|years|history ..2 proved -right|wrong|overnight|beside
prove that|it
clinical*|scientist*|medical*|laborator*|lab|dermatolog*|paediatric*|pediatric*
scientif* prove*|proof|show*|tested|tests|stud*|research*|formul*|fact*|evidence|blend*|design*|backed|validated|confirm*|superior
scientifically
tested
tests show|prove|confirm|say
lab|taste|blind|stress|drop|crash|quality|consumer|independent test*
pass|passed|passes ..3 test|tests
study|studies|research|researchers|science|evidence|data|statistics|survey*|trials ..2 show*|prove*|suggest*|confirm*|find*|found|reveal*|say*|says|that|from|by
surveyed|clinically
our|latest|recent|new|independent|university|academic|scientific ..1 research|survey
research|survey by|from|at|of|proves
approved|endorsed|recommended|sanctioned|verified|vetted by
fda|iso|fsc|soil|gots|oeko|reach|prop|ce association|approved|compliant|certified|marked|mark|tex|standard*|registered
authentic|licensed|accredited
genuine -question|questions|smile|interest|mistake|surprise|worry|help|person|people|pleasure|reason|answer|ly
royal|palace
official|officially ..5 best|favourite|finest|supplier|cosiest|greatest|partner
royal warrant
by appointment
michelin
guinness|world record*
dig|digs|dug|quarr*|mine|mined ..3 clay
our|own own? clay|fields|garden|land|estate|tea ..1 garden|gardens|from|field|pit
kill|kills|killing|destroy*|eliminat* ..3 germ*|bacteria|bugs|virus*|mould|odour*|smells
bloat|bloated|germ|germs|bacteria|virus*
burn|burns|burning|melt*|shed|sheds ..1 fat|weight|pounds|calories
reduce*|cut|cuts|save|saves|saving ..2 waste|emissions|carbon|energy|plastic|landfill
goes|go|given|donated|give|gives to ..2 bank|hospice|charity|school|shelter|club|refuge|hospital
for|with|from ..1 each|every|any ..8 give|gives|send|sends|plant|plants|feed|feeds|pay|pays ..6 bank|hospice|school|schools|shelter|refuge|hospital|hungry|homeless|needy|tree|trees|meal|meals|cause|causes|village
meal|meals|blanket|blankets|bowl|bowls|pound|penny|share ..2 to ..2 food|soup bank|banks|kitchen|kitchens
naturally calming|soothing|relaxing|energising|uplifting
i|we ..5 being the best|finest|leading -of
"""

TABLES = {"claim": CLAIM}
