"""What sounds like guilt and is none: innocent phrases beside the patterns of `guilt` and `owed`."""

from __future__ import annotations

CLASSES: dict[str, str] = {}

INNOCENT = """
! forget it on|in|by
! nothing ..1 not even ..1 answer|reply|order
! it|they|basket ..1 will|would not sulk
! you owe us|me? nothing
! neither|never has|have let me|us down
! has|have never let me|us down
! it|mug|cup|pot|teapot looks|look|looked|feels sad
! glaze|kiln|clay|weather|wheel|lid|van|parcel|post|courier|technology|internet|language|words|camera|printer|train|bus|oven|dog|cat ..6 let|lets us|me down
! if|when|should ..4 lets|let us|me down
! can|could|may|might|free to forget ..3 about|it|us|them|basket
! on and forget all about
! right|free|welcome to ignore us|me
! no|not|without|never|nothing|neither ..3 guilt*
! guilty pleasure*
! on an|a|the? easy|clear|good|quiet conscience
! can|may|could|free|welcome|always ..1 come back to us|me
! if you ..2 like|want|care|wish to come back to us|me
! if|whenever|when|should you ..2 come back to us|me
! leave|leaves|left me|us alone
! not miss
! patiently waiting for glaze|kiln
! forget ..1 about it
! think of us as|when|if
! waited for you to
! the least we
! miss your train|bus
! heart and soul
! break* your heart
! break* my heart to
! @we ..2 not sulk
! please do not
! please ..1 order|help|do|come yourself
! please come ..1 in|round|by
! not worry|care about
! no conscience
! @belongings ..4 like|sounds a @hurt
! and|or|just|please|simply|cheerfully|can|may ignore me|us|this
! forget ..1 about ..1 their|his|her|the coffee|tea|kettle|cup|pot|oven|toast
! @we|people|who ..1 forget
! we ..1 need ..1 your size|address|answer|reply
! need your ..1 help with|to
! quiet without you ..3 we
! you ..2 not hurt my|our|anybody|anyone feelings
! @belongings ..3 not ..1 easily @hurt
! whether ..1 @belongings ..4 @hurt
! not feed ..1 potters|potter|staff
! us where ..1 hurts|hurt
! can|may|could|free|welcome|simply|just|to leave ..3 unread|unopened|unanswered
! not ..1 take ..3 personally
! nobody ..1 takes|take|took ..2 personally
! if|when|should it|they|yours ..1 is|are|be|gets hurt
! @we ..1 will|would|shall not ..2 @hurt
! without a word of|about
! @we ..1 will|would|shall not ..1 take
! it|tin|they ..3 or sulking
! either ..2 or|and ..2 sulking
! we have neglected you
! with you in mind ..1 in
! it|them back with no|without ..1 sulking|sulk|fuss
! if|how|where|when|whether it ..2 disappoint*|disappointed
! never|not hurt|hurts anybody|anyone|nobody|us|a|the
! it|cup|cups|bowl ..1 never|not hurt|hurts
! it ..1 hurts nobody ..1 to
! it ..1 not hurt to
! does|did not hurt to
! never|not let|lets me|us|him|her|them forget ..1 it|that|about
! leaf|tea|teas|clay|kiln|kettle|glaze|fire|dough|spout|wheel|van sulk*
! only|seems|be ..1 fair to say|warn|mention|tell|add|ask|admit|the
! been|were|was ..2 looking forward to telling|showing|writing|saying|talking|hearing|this
! guilty of|as|pleasure
! i|nell|asha|cat|dog ..3 guilty about
! would be rude not to $
! people like you and me|i|us
! it|@belongings ..4 far cry
! unkind|cruel|shame to send|post|ship ..1 crockery|stoneware|pot|pots|mug|mugs|cup|cups|bowl|bowls|tin|parcel|box ..1 out|empty|alone
! unkind|cruel|shame to send|post|ship ..1 crockery|stoneware|pot|pots|mug|mugs|cup|cups|bowl|bowls|tin|parcel|box out|off with nothing
! mug|pot|bowl|teapot|cup|kiln|kettle|workshop|we|i|nell|asha ..1 cried|wept|sobbed|cries|weeps|sobs ..8 joy|laughter|laughing|onion|onions|mirth -when|that|because|as|to
! @we ..2 been|was|were waiting for the|a|my|our ..1 kettle|kiln|tea|van|post|rain|glaze|bus|toast|oven|bread|milk|wheel|clay|paint
! it went|fell quiet|silent and|then ..1 roared|hummed|clicked|purred|hissed|cooled|rained|snowed|boiled|ticked
"""

TABLES = {"guilt": INNOCENT}
