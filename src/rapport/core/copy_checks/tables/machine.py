"""Echoes of instructions: a writer that talks of its task, or does what some data told it to."""

from __future__ import annotations

CLASSES: dict[str, str] = {}

INSTRUCTION = """
ignore|disregard|forget|override|bypass|skip ..4 instruction*|rules|prompt*|guideline*|guardrail*|restriction*|above|previous|directions|polic*|limit*|safety|check*|filter*
ignor*|disregard* ..3 previous|prior|earlier|above|preceding
previous|prior|above|earlier|following|new|original|these|those|system|your|the|per|user|hidden|as|my|further instructions|instruction
instructed|instructs
as ..1 requested|instructed|asked|prompted|per
system|developer|admin*|root|debug|god|dan|maintenance|jailbreak* prompt|mode|message|override|access|instruction*
prompt|prompts|prompted|prompting
jailbreak*
as an? ..1 ai|assistant|llm|model|chatbot|bot|language
i am|m an? ..1 ai|assistant|llm|model|chatbot|bot|language
ai|artificial|language|llm|large|generative assistant|model|intelligence|generated|written|language|models
chatgpt|gpt|claude|openai|anthropic|llama|mistral|gemini|copilot|bard|llm
i cannot|can not|will not ..2 comply|assist|fulfil*|generate|write|provide|create|help ..2 with
cannot assist|comply|fulfil*
sorry but i
i apologi*|apologise ..3 but|for
sure|certainly|absolutely|okay|ok|of here is|are
here is|are ..4 rewritten|rewrite|revised|version|versions|subject|draft|email|e|copy|message|output|json|variant*|alternative*|option*|text|slots|slot
here is|are ..1 your|the ..2 email|copy|subject|text|draft
course here
hope this ..1 helps
let me know if you|this|there ..4 change*|adjust*|tweak*|revis*|different|version|edit*|refine*
would you like ..3 rewrite|revise|adjust|another version|shorter|longer|variation*|version
note that ..2 i
i have ..2 rewritten|kept|changed|removed|adjusted|made sure|followed|included|added|avoided|replaced|shortened|written
rewrite|rewritten|rewriting|reword*|paraphras*
output|outputs|json|yaml|xml|markdown|html|liquid|schema|regex|unicode|api|payload|token|tokens
slot|slots|placeholder*|preheader*|subject line|metadata|variable|variables|param*|callout
subject|headline|preheader|body|cta|signoff is|text|line|copy|goes|here
tone|angle|framework|brand voice|voice|reading -of
lorem ipsum
todo*|tbd|tbc|fixme|xxx|asdf|qwerty
insert|add|your|fill|put ..3 name|text|product|offer|here|link|details|brand|code|price|discount -of|in|on|day|is|hand* ..0 here|placeholder|goes
insert|placeholder
name here
customer|profile|user|product|event field|fields|property|properties|attribute*|record|title says|name says|data|context
guardrail*|classifier*|validator*|content filter*|moderation
rule|rules|check|checks|filter|filters ..2 bypass*|disabled|off|override*|passed
pass|passed|passes|passing|fool|trick|evade|satisfy|bypass the ..1 check*|filter*|review*|rules|guardrail*
reviewer*|grader*|evaluator*
mark|approve|set ..2 approved|verdict|pass|safe
assistant|user|system|human|end|begin|start of|turn|text|message|response|input|data|quote
sql|script|drop table
select from
send ..3 all|everyone|list|customers|subscribers ..2 email*|discount|offer
everyone|all ..2 list|customers|subscribers|users gets|get|should
per cent discount
confidential|internal only|use|note|memo|draft|instructions
do not|never ..2 tell|mention|reveal|show ..2 customer*|user*|reader*|anyone
reveal|print|repeat|leak|expose ..3 prompt|key|secret*|instruction*|password*|data|list
api key*|secret*
role play|assistant|user|system
pretend ..1 you|to
act as
you are now
from now on -we|it|your|the
training data
knowledge cutoff
step by step
character limit|count|characters
word|character count|limit
word count
version|option|variant|draft|take @digit|a|b|one|two
undefined|null|nan|none none|none
test test
edit this|me
end of email|message|prompt|instructions|transmission

! without further instruction*
! washing|care|brewing|serving|packing|strict|firm|cooking instruction|instructions
! instructions ..1 to|for|on
! tone of|and|in|on|to
! reading -level
! new|the following instructions
! use|our|your voice
! voice
! reading
! a voice
! angle
! i have made tea|a|the|this|my
! i have added milk
! script
! user
! parcel ..2 instructions
! letter|letters ..3 instructions
! body of|and|in
! sure there is
! of course here
! a model of
! take one|two
! none too
! slot in|into|together
! slots in|into
! draft|draughts
! drafty
! role of
! as asked
! api
"""

TABLES = {"instruction": INSTRUCTION}
