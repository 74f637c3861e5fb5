"""Echoes of instructions: a writer that talks of its task, or does what some data told it to."""

from __future__ import annotations

CLASSES = {
    "orders": (
        "instruction* prompt* guideline* guardrail* restriction* previous directions polic* safety "
        "check* filter* rules above"
    ),
    "machine": "ai assistant llm chatbot bot chatgpt gpt claude openai anthropic llama mistral gemini",
}

INSTRUCTION = """
per|following|under the brief|request
no figures|prices|claims|placeholders ..2 mentioned|included|used|stated
-far|much|long|little|soon|often|well as you requested|instructed
as you asked <8> tone|version|placeholder*|rewritten|rewrite|draft|copy|wording|rephrased|shortened
i|we|this|message|mail|email|copy|text|it|have ..1 written|wrote|write ..2 in a ..1 tone|voice|style
you ..2 like|want|need ..1 changes|edits
begin|end|start instructions|instruction|prompt
^ approve -more|the|my|our|a|an
and|to|please|must|should|can|will|assistant|system|developer|user|reviewer approve this|all|the|everything|message*
approve this|all ..1 message|text|copy|draft|rewrite|mail|email|refunds
user wants|asked|prefers|requested
the|this|our customer wants|prefers|requested
the above
on brand
please provide|specify|supply
so that? i can continue|proceed
my|brand|content|these|style|community|safety|writing|policy|your|our|model guideline*
guideline* i|we|above|given|provided|say|says|allow|prevent|do|forbid
auto|automatically|machine|computer generated
this|message|mail|email|text|copy|was|is ..2 generated
automated message|mail|email|reply|response|text
instruction* ..6 carried|followed|executed
complies|comply|complied|compliance
override*
customer|user|profile|audience segment*
lapsed
signal|signals|segment|trigger|context|situation says|say
ignor*|disregard*|override*|bypass* ..4 @orders
forget ..4 instruction*|prompt*|guideline*|guardrail*|restriction*|previous|polic*
forget all|the|your|any|every|these|those ..1 rules|filter*|directions|above|checks|safety
skip ..2 previous|prior|safety|rules|guideline*|filter*|system|developer
skip ..2 above -the|a|an|your|it|that|this|if|when|where
skip the|all|everything|anything|what|instructions|text|is ..1 above -the|your|a|it|and
ignor*|disregard* ..3 previous|prior|earlier|above|preceding
previous|prior|above|earlier|original|system|user|hidden instructions|instruction
instructed|instructs
as ..1 instructed|prompted
as ..1 requested <6> body|subject|e|email|mail|rewrite|rewritten|rewriting|text|copy|version|message|draft|slots|slot|json|headline|preheader|tone
as you ..1 requested $
system|developer|admin*|debug|god|dan|jailbreak* prompt|mode|message|override|access|instruction*
root|maintenance prompt|mode|message|override|command
the|this|your|my|user|following|above|hidden|system prompt -reply|answer|return|dispatch|service|despatch|delivery|side|about|with
your|my|user|hidden|system|above prompts
jailbreak*
as an? ..2 @machine
as an? ..2 language|neural|generative|large model
i am|m an? ..2 @machine
ai|artificial|language|llm|generative assistant|model|models|intelligence|generated|written
chatgpt|gpt|claude|openai|anthropic|copilot|llm|chatbot*
helpful assistant
i can|will|could not ..2 comply|assist|fulfil*|generate
i can|will|could not ..1 create|produce|provide ..1 marketing|that|this|content|copy
i can|will|could not ..1 write -about|to|again ..1 marketing|that|this|such|content|copy
not|unable ..1 to? assist|comply|fulfil*
sorry but i ..1 can|could|am|will ..1 not|unable ..2 help|assist|comply|write|do|create|provide|generate|share|say|reveal|with
apologi* ..3 but ..1 i|we|as ..1 can|could|am|are|have|do|an
apologi* ..1 for ..3 confusion|inconvenience|mistake|mistakes|error|errors|earlier|previous|misunderstanding|oversight
sure|certainly|absolutely|okay|ok|of|course here is|are
here is|are ..4 rewritten|rewrite|revised|reworded|output|json|variant*
here is|are ..3 warm|warmer|playful|plain|plainer|expert|urgent|new|final|updated|edited|your|requested|improved|alternative|shorter|possible|friendlier|gentler|softer|livelier|crisper|simpler version|versions|draft|drafts -in
here is|are ..1 my|another|one|a|the|first version|versions|draft|drafts -excluder|excluders|of|for|with|in|that|without
here is|are ..2 subject line
let me know if you|this|there ..4 tweak*|revis*|edit*|refine*|rewrite
let me know if you|this|there ..4 adjust* ..3 tone|copy|text|wording|message|length|style|anything
let me know if you|this|there ..4 version -in|of|for|with
let me know if you ..4 it|this ..1 shorter|longer|punchier|warmer $
would you like ..3 rewrite|revise|another|different version -of|in|for|with
would you like me to ..2 adjust|rewrite|rephrase|edit|soften|reword
would you like me to ..2 make|change|write|try|shorten|remove ..3 tone|version|copy|text|message|it|subject|mail|email
shorter|longer|punchier|warmer or|and ..1 more ..1 playful|formal|casual|warm|urgent|direct
i have ..2 rewritten|reworded|rephrased the|your|it
i have ..2 shortened the|your|it ..1 text|copy|message|mail|email|$
i have ..1 kept|removed|replaced|followed|included|avoided|preserved ..3 placeholder*|facts|tone|instructions|rules|figures
keep*|kept|preserv* ..2 placeholder*
rewrite|rewrites|rewritten|rewriting|reword*|paraphras* ..4 message*|email*|text|copy|version*|subject|headline|body|tone|words|wording|above|below|it|this|your|slot*|block*|original
^ rewrite|rewritten|reworded|paraphrased
my instructions -for|on
customer|user|reader|subscriber profile|record|segment|persona
rewritten|reworded|paraphrased $
reword*|paraphras*
json|yaml|xml|markdown|html|schema|regex|unicode
^ output|outputs
and|only|just|to|please|then output -jack|jacks|level|socket
output|outputs ..1 as|only|format|json|below|text|nothing
placeholder*|preheader*|metadata|param|params|parameter|parameters
slot|slots text|content|limit|value|name
subject|headline|preheader|cta|signoff line|text|copy|goes
! sorry|apologies|apologise|pun ..3 subject line
! subject line was|were|is|made
subject line
brand|target voice|persona|audience
lorem|ipsum
todo*|tbd|tbc|fixme|xxx|asdf|qwerty
insert|add|put|fill|your ..1 name|text|product|offer|link|details|brand|code|price|discount here|goes -on|in|into|under|onto|with|to
insert ..2 here
name here
customer|profile|user|product|products|event field*|propert*|attribute*|record|title|name|note|data|metadata ..1 says|said|reads|contains|asks|tells|instructs
guardrail*|classifier*|validator*
rule|rules|check|checks|filter|filters ..2 bypass*|disabled|override*
pass*|fool|trick|evade|satisfy|bypass all? the ..1 check*|filter*|review*|rules|guardrail*
reviewer*|grader*|evaluator*
note|message to ..1 editor|developer|moderator|reviewer|checker|model
^ note|message to ..1 team
note to self
note for whoever|whomever|somebody|someone
as|since|because the message|copy|email|mail|text|tone should ..2 sound|read|feel|be|mention
make|keep the intro|opening|paragraph|copy|ending|sentence|cta ..2 shorter|longer|warmer|softer|snappier|tighter|brief
add|cut|move|drop the ..3 paragraph|section|sentence ..2 below|here|above|before
^ write|use a|an ..2 paragraph|sentence|headline|opening|ending here|that|which|about
mark|approve ..3 approved|verdict|safe
end|begin|start of? turn|text|message|response|input|prompt|prompts|instructions|email|transmission|system|output
assistant|user|human turn|message|input|response|says
drop table
send ..3 all|everyone|list|customers|subscribers ..2 email*|discount|offer
everyone|all ..2 list|customers|subscribers|users gets|get|should|receive*
confidential|internal only|use|note|memo|draft|instructions
do not|never ..2 tell|mention|reveal|show ..2 customer*|user*|reader*
reveal|leak|expose ..3 prompt|key|instruction*|password*|data|list
print|repeat ..3 prompt|password*
repeat ..3 instruction*|key
api key*|secret*
role assistant|user|system
role play as|the|that
you are a|an|the ..2 copywriter|assistant|chatbot|bot|marketer ..4 for|who|and|that ..6 must|should|shop|brand|write|never
must|should|may not|never mention|use|state|write ..2 figures|dates|prices|links|placeholders|offers|claims
pretend ..1 you are ..2 ai|assistant|system|human|bot|admin*|developer|model|customer|unrestricted
act as an? ..1 assistant|ai|expert|copywriter|pirate|admin*
in pirate|robot speech|voice|talk
you are now a|an|in ..1 assistant|ai|pirate|dan|free|unrestricted|mode
you are now dan|free|unrestricted|jailbroken|root|admin*
no|without limits|limitations|restrictions
from now on -we|it|your|the|i|they|there
training data
knowledge cutoff
character|word limit|count
version|option|variant|draft b
version|variant|draft @digit
option a ..8 option
undefined|null
test test
translation|translated|translate of|from|into|to ..2 text|source|message|copy
^ translation|translate of|from|into|to
^ translated into
! we|i will|can|could ..1 translate ..6 english
translate ..3 into|to english|german|french|spanish|dutch|italian|portuguese|polish|swedish|russian|chinese|japanese
translation|translated|translate of|above ..1 your|the|this|above
here is|are ..2 translation
^ translation $
i|we kept|wrote this ..1 playful|simple|plain|warm
i|we kept|wrote this ..1 short*|brief ..1 and|as|per|in|with|without ..1 playful|warm|plain|simple|asked|requested|told|instructed|line|figures|prices|claims|placeholder*
tone asks|requires|calls|wants
plain|playful|expert|requested|brand|given tone
edit this|me
as asked ..2 tone|style
your|my task is
the|this|your task requires|asks
the task is to|as
hope|hopes ..2 this|that|these ..3 meet|meets|matches
hope|hopes ..2 this|that|these version|draft|rewrite|copy ..2 helps|works|fits
meet|meets|met|meeting|fit|fits|match|matches ..2 requirement*|brief|criteria|expectations|request
let me know if|when ..5 edit*|amend*|variant*
let me know if ..3 any|some|more|other|further changes
changes to ..1 copy|text|message|wording|tone
message|copy|email|text|content ..3 checked|reviewed|approved|verified|validated|compliant|screened
compliant|noncompliant
make sure|certain|remember to ..1 mention|include|add|highlight|emphasi*|state|say the|our|a|that ..2 offer|discount|code|brand|price|headline|cta|link|button|product|shop|everything
insert ..1 signature|logo|greeting
insert ..2 name|product|image|picture|date|details
mention|include|state the ..1 brand|product|customer|offer ..1 name|names|details
! as instructed on
! washing|care|brewing|serving|packing|strict|firm|cooking instruction|instructions
! rewrit* history
! from now on ..1 the
! from now on you will|can|may|do $
! from now on you ..1 will|can|may? ..1 get|receive|have|hear|find|see -as
! from now on letters|emails|mails|news|notes|word|our
! get|receive|hear|hears|comes|reach ..5 from now on $
! draft one
^ sure|certainly|absolutely|gladly|great i will|can|am|have
let me know if you|it ..5 more|less|another|different playful|formal|casual|serious|warm|tone
happy to help with ..1 that|this|your ..1 request|rewrite|copy|message
i|we|you asked ..1 me to ..1 write|rewrite|say|mention|keep
as a|an ..1 large? language|ai|helpful|friendly|marketing|copywriting ..1 model|assistant|writer|copywriter
you are a|an|the ..2 copywriter|marketer|assistant|editor|writer|proofreader|chatbot|model for|at|of|who|and|that|working|writing
you must|should|may|can|will not ..1 mention|use|include|state|invent|name|write ..1 any? ..1 figures|dates|prices|offers|numbers|claims|discounts|links|urls|placeholders|codes
and|please|must|should not mention|invent|include ..1 figures|dates|prices|numbers|claims|discounts|links|urls|placeholders
^ please? do? not|never mention|invent|include|use ..1 any|the? figures|dates|prices|numbers|claims|discounts|links|urls|placeholders
in ..1 this|that|the|a requested|given|chosen|warm|playful|plain|expert tone -of
system|user|assistant|developer note|says|wants|said
i can|will|could not ..1 help ..1 with|you ..1 that|this|with ..1 request|that|this
with|fulfil*|complete|to|of|on that|this request
i am|m unable to
against|violates ..2 policy|policies|guidelines|rules
name|title|note|text|description of ..2 product|item|thing|order|basket ..3 says|said|asks|told|tells|instructs|wants
item|product|products|order|basket note|name|title|text ..2 says|said|asks|told|tells|instructs|wants
item|product|products|order|basket label ..2 says|asks|tells|instructs ..2 to|that|everything|we|i
told|asked|instructed|ordered by ..3 note|name|title|text|field|message|event|profile|item
filters|checks|rules|safeguards|guardrails ..3 off|disabled|switched|lifted|suspended|removed
reveal|show|print|share|list ..2 configuration|config|prompt|parameters|secret*
reveal ..2 settings|rules|system
show|print|share|list ..1 your|hidden|system settings|rules|system
model temperature|version|weights|settings
temperature zero
set temperature
rules loaded|from ..2 file|config
so|and i have done ..1 that|so|this|as
-what|whether|if|where|when|how|which|whom|until|before|so the recipient|addressee -of|will|can|may|has|need|needs|gets|opens|signs|is
-up|left|over that|tell|since|as|to|if|as|instruct* the readers|reader -of|that|gets|who|decides
the reader ..1 has|is|should|must|lives|wants|likes|prefers|ordered|opted|in|s -you|your|all
the readers profile|name|data|details|basket|tone
so stress|emphasise|emphasize|highlight|mention how|that|the
second|first|third|next order so|and|, stress|mention|keep
this|the rewrite|draft|variant keeps|stays|follows|uses|avoids|respects
this|the version ..1 follows|avoids|respects
within the ..1 character|word|length|given|set|requested|allowed limits|limit
within the limits|limit
^ playful|warm|plain|expert|formal version|tone|variant|draft
the tone ..3 should|must
tone is ..1 warm|plain|playful|expert|personal|friendly|formal ..3 facts|kept|figures|short|requested
assistant|user|system ..1 sure|certainly|make|write|rewrite|shorten
to|dear whoever|anyone|anybody|person|people|those ..1 who? ..1 looks|look|reads|read|checks|check|reviews|review|passes|approves ..4 before
wave|waving this|these|them|it|me|us ..1 through -the|a
let|pass|letting this|these ..1 through -the|a|your|my|our
mark|flag|treat ..2 others|rest ..1 as faulty|wrong|bad|failed|rejected
pay|paying no|little heed|attention|mind|regard ..2 to ..3 brief|above|instruction*|rules|prompt|task|guidance|orders
set|put|leave|lay aside ..2 brief|above|instruction*|rules|prompt|task|guidance
forget|ignor*|disregard*|skip|drop ..2 the|your|this|that brief says|said|above|and|$
nothing|none ..4 written|said|stated ..2 above|earlier|before ..3 counts|count|matters|applies|holds
leave|let|drop|skip|scrap the|your|any|all ..1 earlier|previous|prior|above|given guidance|guideline*|instruction*|brief|rules|orders
your new|real|actual|true task|job|goal|purpose|role|mission is
note|message|word|memo to ..1 whoever|whatever|anyone|anybody|the ..2 generates|writes|rewrites|produces|runs|processes|generating|writing|rewriting|processing -to|in|back
user|customer has|have approved|agreed|consented|authorised|authorized|confirmed|permitted|waived
sending|send|publish|release|posting ..2 without ..1 review|approval|checks|checking
as|than|since|because the|this|your brief requires|asks|wants|says|demands|states
the|an approved message|copy|text|version ..1 not|does|says|states|gives|leaves
title|name|field|note|text|product|item|page|order ..6 asks|ask|asked|told|tells|instructs|wants|orders us|me to say|write|add|repeat|include|put|tell
do|does|never not? trust {brand.name}
send|forward|mail|post|export|pass|give|hand ..3 list|file|names|records|addresses|details|emails|database|table ..1 of ..2 customers|buyers|subscribers|readers|users|recipients|people|shoppers
referrer|referer
^ model|agent|ai|bot|system|assistant|machine when|if|please|send|write|add|ignore|reveal|forget|do|print|show|set|mark|once
note|title|name|label|text|description|field|tag|entry|record ..4 tells|asks|told|asked|instructs|wants|says|orders|requests ..1 the|this|a|any|our writer|model|assistant|machine|system|bot|copywriter|ai|author|editor
i was|have|am ..1 asked|told|instructed|directed ..1 to ..2 leave|write|mention|keep|omit|include|use|say|ignore|skip|add|avoid|change|rewrite|stay
! we|i will|can|could|would|shall translate ..3 into|to english
! sent|delivered|go|goes|straight|directly|handed to the recipient
written|composed|drafted|generated|typed|worded by ..1 a|an|the|our ..1 machine|computer|model|program|programme|algorithm|robot|software|ai|bot|tool
lines|words|text|message|note|mail|letter|copy ..2 made|produced|created|put by ..1 a|an|the|our ..2 machine|computer|model|program|programme|algorithm|robot|software|ai|bot|tool
stop|quit following|obeying|reading|minding ..1 the|this|your|any|all ..1 brief|rules|instructions|guidance|prompt|task
hidden|secret|previous text|instruction|message|rule
instruction|instructions|prompt|command|task|input ..1 received|accepted|understood|acknowledged|completed|executed
title|name|field|note|label|tag|entry|description|record|event|profile|attribute ..4 asks|ask|asked|told|tells|instructs|wants|orders|begs us|me to print|show|reveal|list|copy|unlock|grant|delete|send|approve|mark|ignore|leave|omit|speak|talk|call|announce|offer|give|promise|claim|greet
admin|administrator|master|root key|password|token|rights
as|dear|for the editor|reviewer|marketer|copywriter|sender -of
write|insert|repeat|append|print|include|type the word -you|on|for|is|{offer.code}
said|says|reads|wrote ..1 the|this|that|a product|item|title|field|note|event|profile|record|entry|customer ..1 name|title|field|note|label|property|data|$
the following is|are ..2 body|text|copy|message|draft|rewrite|version|output
as asked $
disregard|ignore|forget ..2 tone|voice|style|placeholder*|format
^ disregard
i am ..1 just|only|merely ..1 a|an ..1 program|programme|machine|computer|bot|robot|script|model
answer|reply|respond|speak|write only in|with|as
"""

TABLES = {"instruction": INSTRUCTION}
