"""Claims: what would have to be shown, and may be said only where claims.yaml says it."""

from __future__ import annotations

CLASSES: dict[str, str] = {}

CLAIM = """
run|runs|powered|fired on|by|with ..1 sunshine|solar|wind|renewable*
our|all|every ..1 tests|testing|trials
private|permanent|public collection*
protected ..1 by law|patent
registered design*
guild|association|institute|federation|ministry
council ..3 approv*|recommend*|award*|certif*|endors*|back*|member*|chose|named
design|craft|crafts|arts|art|tea|trade|by|from|with council
approval|blessing|backing|seal of ..3 council|board|society|doctors|dentists|vets|college
supports|support|helps|funds|backs ..2 local|schools|school|community|communities|farmers|growers|projects|causes|charities
charity|charities|donat*|fundrais* -shop|shops
proceeds ..1 go|of|from
the|all|its|some|our proceeds ..1 to
we|i|us|order|orders|it|purchase|mug|each|every|which|will|that|by|sale ..4 plant|planted|plants|planting ..2 tree|trees
plant|planted|plants|planting ..2 tree|trees ..2 for|with|when ..1 each|every|your|you
plants|planted a|one ..1 tree
trees|tree ..1 planted -in|by|near|against|at
for every|each ..3 sold|bought
award*|awarded|prizewinning
prize winn*|winner
award|prize|medal|show|competition|contest|national|yorkshire|county|taste|past|this|last|year|years|gold|regional|design ..2 winner|winners
winner|winners of|at|in
a|sure|real winner -takes|and
! when|until|once|if a winner
winning @ware|glaze|design|blend|recipe|pottery|potter
certif*|accredit*|patent*|trademark*|kitemark*
proven|proof -of|by|the|that|against
! no proof of? ..1 needed|wanted|asked|required
! proof of|in the pudding|purchase|delivery|postage|address|identity
is|are|been|was|were|clinically|well|test|tests|trials|science|scientists|studies|doctors|years|history ..2 proved -right|wrong|overnight|beside
prove that|it
clinical*|dermatolog*|paediatric*|pediatric*
scientist*|medical*
in|by|from|our|independent|university|swiss|their ..1 lab|labs|laboratory|laboratories -of|coat*
lab|laboratory -coat*|partner*|puppy|rat|is|are tested|tests|test|grade|results|made|proven|show*
lab|labs|laboratory|laboratories ..2 tested|tests|found|finds|confirm*|prove*|say|says|checked|measured
scientif* prove*|proof|show*|tested|tests|stud*|research*|formul*|evidence|blend*|design*|backed|validated|confirm*|superior
scientifically
tested
tests show|prove|confirm|say
lab|taste|blind|stress|drop|crash|quality|consumer|independent test*
! taste|blind|drop|stress test|tests for|on|with|at your|you|friends|home
! -we|they|i|people try|host|hold|make|do a|your ..1 taste|blind|drop test|tests -by|in|of
pass|passed|passes ..3 test|tests
! what|whatever|anything|everything|those|if|whether ..2 pass|passes the|that|this|your ..1 test
! if|when|once|whether {cart.*}|{viewed.*}|{order.*}|your|it|they|everything|that ..2 pass|passes that|the|this|your test|tests
studies|research|researchers|evidence|statistics|trials ..2 show*|prove*|suggest*|confirm*|find*|found|reveal*|say*|says|that|from|by
study|science|data|survey* ..2 show*|prove*|suggest*|confirm*|finds|found|reveal*|says|said
study|science|data|survey* say|that|prove*
study|data|survey* from|by ..2 universit*|institute*|scientist*|doctor*|researchers|college*|expert*|hospital*|@region
surveyed ..4 customer*|people|readers|owners|buyers|users|cooks|families|who|said
were|was|we|i|those|of|when surveyed -the
clinically
our|latest|recent|new|independent|university|academic|scientific ..1 research
latest|recent|independent|university|academic|scientific|customer ..1 survey
research by|from|at|of|proves
survey proves
survey of|by|from ..3 customer*|people|readers|owners|cooks|families|drinkers|buyers|universit*
approved|endorsed|recommended|sanctioned|verified|vetted by
fda|iso|fsc|soil|gots|oeko|reach|prop|ce association|approved|compliant|certified|marked|mark|tex|standard*|registered
authentic|accredited
licensed -to|premises|character*|toy*
genuine -question|questions|smile|interest|mistake|surprise|worry|help|person|people|pleasure|reason|answer|ly|love|laugh*|thanks|delight|puzzle|curiosity|need|thank|error|doubt|liking
royal|palace
official|officially ..5 best|favourite|finest|supplier|cosiest|greatest|partner
royal warrant
by appointment
michelin
guinness|world record*
dig|digs|dug|quarr*|mined ..3 clay -soil|soils|ground|bed*
our|own own? clay|fields|garden|land|estate|tea ..1 garden|gardens|from|field|pit
kill|kills|killing|destroy*|eliminat* ..3 germ*|bacteria|bugs|virus*|mould|odour*|smells
-useful|helpful bloat|bloated|germ|germs|bacteria|virus*
burn|burns|burning|melt*|shed|sheds ..1 fat|weight|pounds|calories
reduce*|cut|cuts|save|saves|saving ..2 waste|emissions|carbon|energy|plastic|landfill
given|donated|give|gives to ..2 bank|hospice|charity|school|shelter|club|refuge|hospital
goes|go to ..2 bank|hospice|charity|shelter|refuge|hospital
! goes|go to the|a glass|bottle bank
pound|pounds|penny|pence|share|part|profit*|money|percent|some|each|every|rest ..8 goes|go to ..2 school|schools|club
for|with|from ..1 each|every|any ..8 give|gives|send|sends|plant|plants|feed|feeds|pay|pays ..6 bank|hospice|school|schools|shelter|refuge|hospital|hungry|homeless|needy|tree|trees|meal|meals|cause|causes|village
meal|meals|blanket|blankets|bowl|bowls|pound|penny|share ..2 to ..2 food|soup bank|banks|kitchen|kitchens
naturally calming|soothing|relaxing|energising|uplifting
i|we ..5 being the best|finest|leading -of
"""

TABLES = {"claim": CLAIM}
