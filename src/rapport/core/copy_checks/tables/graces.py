"""Flattery put quietly: the reader's hands, eye, home, kin and choice, held above others'."""

from __future__ import annotations

CLASSES = {
    "gifts": (
        "hands hand eye eyes ears ear nose mind minds palate garden home kitchen heart voice taste "
        "memory fingers smile patience judgement talent cook reader rider gardener knitter baker "
        "painter runner hiker traveller parent host hostess somebody someone anyone anybody person "
        "woman man customer friend listener musician player"
    ),
    "winning": (
        "wonderful lovely great beautiful stunning handsome marvellous dashing radiant gorgeous "
        "splendid fabulous amazing fantastic magnificent elegant irresistible"
    ),
}

GRACES = """
@gifts as -soon|long|much|far|often ..2 as you|yours -can|like|need|want|left|do|did
takes|needs|took|wants|asks a|an ..1 fine|keen|bold|brave|careful|curious|open|good|clever|sharp|generous|rare ..1 mind|nose|ear|hand|heart|soul|cook|reader|rider|gardener|palate|parent to|like
-if|whether|when|unless you are|were somebody|someone|one ..1 who ..1 understands|knows|appreciates|recognises|sees|notices|values
! if|whether|when|unless|that|because|as you would|will look ..1 @winning
you would|will|must|are|shall look|looking ..2 @winning
honoured|flattered|privileged|thrilled to ..2 stand|sit|live|hang|be|come|belong|serve|lie|rest|carry|hold ..3 your|you|yours
you ..1 always did|have ..1 know|known|had|understood
your ..1 garden|home|house|kitchen|table|wardrobe|shelves|children|dog|hair|skin|handwriting|lawn|cooking must|surely|already ..2 be|look|looks|is|looking|smell ..4 envy|magazine|delight|pleasure|sight|picture|@winning
could|can not ..1 wish|ask|hope for ..2 kinder|better|nicer|wiser|gentler ..2 parent|owner|mother|father|customer|host|master|friend|reader|cook|home|companion
such|so ..3 is|are ..1 rare these|nowadays|today
! if|when|whether|unless|suppose|say|perhaps|maybe you are ..2 sort|kind|type of
you are ..1 the|just|exactly ..1 sort|kind|type of
with|for a|an|such ..1 face|figure|eye|voice|mind|smile|memory|hand|neck|waist like yours|that
with|for a|an|such ..1 face|figure|eye|voice|mind|smile|memory|hand|neck|waist as yours
nobody|few|none ..6 quite|just|half like|as you|well
you have ..2 better|sharper|finer|keener ..3 than ..2 most|many|us|we|anyone|anybody|people
found|finds|met|meets its|their|his|her match in you
those|your|such lovely|beautiful|pretty|gorgeous|bright ..1 eyes|hands|hair|legs|feet|smile|shoulders|cheeks|curls|lips|features
turn|turns|turned every|all|their|many head|heads
turn|turns heads -up|down|over|of
gifted|talented|skilled|clever|green hands|fingers like|as|such|you|of
you had|have the ..1 best|cleverest|finest|loveliest ..1 idea|taste|eye|thought|judgement
you must|surely have ..2 @winning|fine|strong|steady|clever
handful|few of ..1 people|us|readers|customers|souls ..2 would|could|can|see|know|notice
see|sees|saw what you see|saw|do
camera|mirror ..1 loves|adores you
+ whoever|anyone|anybody|those|everyone|people ..8 your ..7 envied|lucky|fortunate|blessed
your ..1 dog|cat|baby|child|horse has more ..1 style|manners|taste|sense|elegance than
hands of an|a|someone|somebody ..1 artist|expert|master|maker|craftsman|true|real|proper|who
^ you make|made it|this|that look ..1 easy|effortless|simple $
+ look easy|effortless as you always|usually
your ..4 is|are something ..1 to behold|special|rare|wonderful
your ..1 sense|eye|feel|ear|nose|flair|knack|talent of|for -humour|direction|smell
made|waiting|meant|longing|looking for somebody|someone|people|eyes|hands|shoulders ..1 with|of your -allerg*|size|order|name|diet|basket|account
anything|everything|all looks|sits|goes|hangs ..1 good|well|great|right|lovely on|with you
you are|were ..1 too good|clever|fine|talented|lovely|smart|special for
only|just a ..2 true|real|proper|genuine ..3 picks|chooses|knows|sees|would|could|buys|understands|finds|notices
your|yours ..4 better|finer|nicer than ours|mine|us
in awe|admiration of|at|for
a|an|such ..1 smile|face|figure|voice|mind|eye|memory|heart|garden|home like|as yours
you must be the ..1 most|best|kindest|cleverest|luckiest
its|their|his|her clever|wise|kind|wonderful|thoughtful|brilliant owner|master|mistress|gardener|parent|parents|cook|reader
most thoughtful|generous|stylish|gifted|talented|elegant|tasteful ..4 in|of your|the ..1 family|street|office|class
with such a|an ..1 @gifts|flair|sense|style
your ..1 choice|choices|basket|order|questions shows|show|proves|prove|reveals|reveal ..2 intelligence|taste|style|class|judgement|sense|flair|heart|character|wit
your ..1 charm|beauty|wit|smile|voice would|could|will|must|has
you make|brighten every|any room|place|day|garden|table
with your ..1 looks|figure|face|talent|charm|brains
never|seldom|rarely|hardly ..1 met|meet ..4 with ..3 taste|style|eye
heads will|would|must turn -to|towards|toward|easily|when|by|in
with a|an|such ..1 bearing|posture|presence|looks|complexion|legs|shoulders|cheekbones like yours|that
you ..1 look|looked|looks ..1 @winning|good ..3 in|with ..2 anything|everything|whatever|all
only|just|few people|those|customers|readers|someone|somebody with|of ..2 style|taste|class|discernment|judgement|eye|flair|breeding|character|imagination|wit ..1 find|finds|come|choose|buy|notice|know|see|get|read|pick|make
everyone|everybody|people|they will|would ..1 admire|envy|adore you|your
most|more|very ..1 wonderful|delightful|charming|lovely|lovable|beautiful|special|brilliant|amazing|precious|treasured ..1 customer|reader|buyer|guest|person|friend|member|subscriber
nobody|none|no ..1 one? else ..4 such ..2 taste|flair|style|eye|sense|grace|elegance
your ..1 beautiful|gorgeous|pretty|handsome|lovely|stunning|radiant face|eyes|smile|hair|hands|legs|figure|feet|skin|looks
true|real|rare|born|absolute|proper genius|artist|master|maestro|virtuoso|legend|star|talent|connoisseur ..6 like you
you are ..1 a|an|the true|real|rare|born|absolute|proper ..1 genius|artist|master|maestro|virtuoso|legend|star|talent|connoisseur|original|natural
"""

TABLES = {"flattery": GRACES}
