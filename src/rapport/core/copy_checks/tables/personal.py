"""Personal data: accounts, cards, addresses, birthdays, what somebody does for a living; and by
what, where and at what somebody was seen."""

from __future__ import annotations

CLASSES = {
    "job": (
        "sister nurse matron teacher headteacher doctor surgeon midwife solicitor lawyer barrister "
        "accountant plumber builder driver carpenter chef cook waiter waitress barista clerk porter "
        "librarian lecturer professor engineer programmer manager director farmer officer paramedic "
        "carer cleaner secretary scientist journalist"
    ),
}

PERSONAL = """
your house|home|flat|place ..1 on|at|in ..2 road|street|lane|avenue|drive|terrace|crescent
nhs|ssn
photo|picture|copy|scan of your ..1 id|passport|licence|card|bill|statement
card|number you ..1 used|gave|entered|saved|typed
street and|or ..1 house? number
send|give|tell|mail|let ..2 us|me ..3 password|passcode|pin|street|postcode|birthday
passcode*|passwort|username*|login
your|account|reset|forgotten|old|new|with|enter|type|set|admin|master|root|user|login password*
! {offer.code} ..4 password
! your password can|may|stays|is|never ..1 be? changed|safe|yours|private|ask|asked
! change|reset|forgotten|forgot|set|choose your|a ..1 password ..6 account|page|button
pin number|code
type|enter|key|send|tell|confirm ..2 your ..1 pin -badge|board|cushion
enter|type|confirm|your ..1 pin -on|it|to|badge|board|cushion
log in here|with
credit|debit|bank|sort|security|verification card|details|number*|code|account|transfer|statement
card|account|cvv|cvc details|number*|code
! check|typed the card details
cvv|cvc
iban|paypal|venmo|zelle|bitcoin|crypto*
bic|swift code|number
charge ..2 card
we|i ..4 delet*|clos*|deactivat*|suspend* your account
card ending|number*|details
national insurance|security|health
social security
copy|scan|photo|upload|send|number|show|bring|picture ..3 passport*
passport* number*|copy|scan|details|photo|office
your ..1 passport* -cover|holder|wallet|sleeve|pocket|fits|fit|slips|stays|has
! your passport to {offer.*}
copy|scan|photo|upload|send|number|show|bring ..3 driving|driver licence|license
your driving|driver licence|license
date of birth
your|place of birth
happy birthday
many happy returns
your ..1 birthday|anniversary
you|your|who|those|anyone|children|people|reader ..3 born in|on|under
^ born in|on|under
confirm|verify|update|validate|provide|send|supply|submit|give ..2 your ..2 account|details|identity|payment|card|billing|information|password|bank|data
! can|could|may ..6 update|change|check|confirm your ..1 details|address
! checkout|order ..4 confirm|check|choose your ..1 details|address
! checkout|order ..4 confirm|check|choose your address|delivery and payment -details|information|data|number
confirm|verify|update|validate|provide|supply|submit ..2 your ..2 phone -model|case|size|make|name|colour|fits|screen
maiden name
your ..2 address is -up|correct|complete
! check|sure|whether|if ..1 your ..1 address is right|still|current
your|registered|her|his|their phone|mobile|telephone|customer|account number*|id|ref
lives|live|living|reside*|registered at ..3 @number|lane|street|road|avenue|house
mr|mrs|dr|prof
dear sir|madam|customer|subscriber|shopper|user|member -of|to
hello|hi|hey customer|valued|subscriber|shopper|user|member
gmail|hotmail|yahoo|icloud|googlemail|protonmail|aol
your|the|give|enter|type ..1 full name -of|is
customer|their name is|on
medical record*
payment failed|declined|information
not ..1 take|process ..1 your payment
logged in|on as
your card|payment ..1 was|has|is|been ..1 declined|refused|rejected|failed|expired|stored|saved|charged
! if|whether|perhaps|maybe your card|payment ..1 was|is|has ..1 declined|refused|rejected|failed|expired
! your name is on|in|safe
! update|change|check|confirm your ..1 details|information in|from|under your account
! mr and mrs mug|mugs|cushion|cushions|towels|set|cards|print|prints
! happy birthday card|cards|banner|banners|candle|candles|tune|song|bunting
! never|no|not|without|nor ..5 card details|number
! leave out|off ..2 card details
! your card details stay|are|never ..1 with|never|not|kept
! gift|library|membership|loyalty card number|numbers|details
send|sent|post|deliver|parcel|ship ..4 to ..1 the|your usual|same|old place|address|house|flat
flat|house|cottage|rooms above|over|behind|opposite ..1 the|a bakery|shop|pub|church|station|school|butcher*|chip|launderette|bookshop|cafe
is ..2 this|that still your ..1 number|address|card|e|email|phone|name
details|card|address|number|name|birthday|postcode|information|history|size|you ..4 on file
^ on file
you|your|send|bring|post ..4 house|flat|cottage ..2 on|by|at|near|next ..1 the ..1 corner|school|church|green|station|hill|pub|bridge
as a|an ..2 @job at|in|on|with|for ..4 you|your
as a|an ..2 @job you
you|your ..2 paid with|by|using ..4 card
paid with|by your ..2 card
your ..1 visa|mastercard|amex|maestro
you ..1 live|lived ..1 above|over|behind|opposite|across
have|kept|keep|saved|stored|hold your ..1 card -number|details|payment|at|in|until
your card ..2 saved|stored|charged|works
! your card is|will not be? charged
your card is|was ..1 kept|remembered|filed
card|account|number|address you ..1 paid|registered|signed|gave|put ..1 with|from|us|down|by
card|cards|password|address|number|details|street|postcode you ..1 stored|saved|entered|typed|registered|chose|have|keep|left|gave ..1 with|at|in|us|on|when|so
address|street|postcode|house|town|phone|birthday|age from your ..1 account|profile|registration|record|records
address|street|postcode|house|town|phone|birthday|age in|on your ..1 account|profile|records you|says|tells|shows|gives|suggests
according to ..4 your|our ..1 account|profile|records|registration|address|details
account|address|postcode|profile|records|street|registration ..6 you ..1 live|lived
we|i ..2 have|keep|kept|hold|know|saved|stored your ..2 address|card|postcode|street|phone|password|birthday
! we|i ..1 keep|hold your ..2 address|card|postcode|phone|password ..2 safe|secret|private|secure|to
send|tell|give|share|reply|email|mail|text|message ..2 us|me|back|with ..3 password|passwords|passphrase|pin
code|key|password|pin|postcode you ..1 gave|told|sent|left ..1 us|me|with
gate|alarm code
"""

WHERE_AND_BY_WHAT = """
seen|viewed|looked|opened|visited|browsed|read|chosen|picked|ordered ..3 from|on|at|in your ..1 work|office|home|kitchen ..1 computer|laptop|phone|desk|pc|machine
seen|viewed|looked|opened|visited|browsed|chosen|picked|ordered ..9 during|in|over|on|at your ..1 lunch|commute|break|shift -box|boxes|bag|tin
you ..2 live|living|moved|based|located in|near|at|by|around|close -harmony|a|the|our|hope
as ..2 living|based|located in|near|at|by|around|close -harmony|a|the|our|hope
system|systems|software|computer|computers|algorithm*|we track*|log|logs|logged|record|records|measure*|calculat* ..4 between ..1 your orders|visits|purchases|clicks
system|systems|software|computer|computers|algorithm* track*|log|logs|logged|record|records|notice*|spot*|flag* ..4 your
your|you ..2 holiday|wedding|garden? pictures|photos|posts|photographs|selfies|profile ..2 online|public|web|internet
we|i ..1 came across|found|saw|liked|zoomed ..2 your ..2 pictures|photos|posts|photographs|selfies|profile
"""

TABLES = {"personal data": PERSONAL, "watching": WHERE_AND_BY_WHAT}
