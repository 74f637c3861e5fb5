"""Names of people and places, where a message has no business naming any.

A first name is known from a list of common ones; after a greeting any capitalised word is taken for
one. Names that are words as well (Rose, Will, Earl) count only where a person is plainly spoken to.
A place is any capitalised word after `in`, `to` or `near` that the brand itself never uses and that
is no size, colour, material or language. After a first name of the brand's own people, a
capitalised word that is not theirs makes it somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from rapport.core.copy_checks import findings as f
from rapport.core.copy_checks.findings import finding
from rapport.core.copy_checks.letters import folded, word_set
from rapport.core.copy_checks.reading import PLACEHOLDER
from rapport.core.creative.message import Finding

_NAMES = word_set(
    "aaliyah aaron abdul abigail adam adele adrian agnes ahmed aidan aisha alan alastair albert "
    "alejandro alex alexander alexandra alfie ali alice alicia alison amanda amelia amina amir "
    "amy ana andrea andrew angela anil anita anna annabel anne annie anthony antonio anya archie "
    "arjun arthur asif audrey ava ayesha barbara beatrice becky ben benjamin bernadette beth "
    "bethany betty bob bobby brenda brian bridget caitlin callum camilla cara carl carla carlos "
    "carmen carol caroline catherine cathy cecilia chantal charlie chen chloe chris christina "
    "christine christopher claire clara clive colin connor craig cynthia daniel daniela danielle "
    "dave david deborah debbie deepa denise dennis derek diana diane diego dmitri dominic donald "
    "donna doris dorothy duncan edith edward eileen eleanor elena elizabeth ella ellen ellie "
    "emily emma eric erin ethan eva evelyn fatima felicity felix fernando fiona fran frances "
    "francesca francis fraser freddie freya gareth gary gemma geoff george georgia georgina "
    "gerald gillian giulia giovanni gloria gordon graham greg gregory gwen hamza hannah hans "
    "harriet harry hassan helen helena henry hilary howard hugh hugo ian ibrahim imran ines "
    "ingrid irene isaac isabel isabella isla ivan jackie jacob jacqueline jake james jamie jan "
    "jane janet janice jason javier jay jean jeff jennifer jenny jeremy jess jesse jessica jim jo "
    "joan joanna joanne joe joel johan john johnny jonathan jorge jose joseph josh joshua joyce "
    "juan judith judy julia julian julie karen karl kate katherine kathleen kathy katie kayleigh "
    "keith kelly ken kenneth kevin khalid kieran kim kumar kylie lara laura lauren lawrence leah "
    "leanne lee leila leo leon lesley leslie lewis liam linda lisa liz lorraine louis louisa "
    "louise luca lucas lucia lucy luigi luke lydia lynn lynne maeve maggie mahmoud malcolm mandy "
    "marco marcus margaret maria marie mario marion marta martha martin mary mateusz matthew "
    "maureen maya megan mehmet mei melanie melissa mia michael michelle miguel mike mohamed "
    "mohammed molly monica morag muhammad muriel nadia naomi natalie natasha neil niamh nicholas "
    "nicola nicole nigel nina noah noel nora olga oliver olivia omar oscar owen pamela patricia "
    "patrick paul paula pauline pedro peter phil philip philippa phoebe phyllis pierre piotr "
    "prakash priya rachel rahul rajesh ravi rebecca rhys richard rita robert roberto roger ronald "
    "rosa rosie ross roy ruth ryan sabrina sadia sally sam samantha samir samuel sandra sanjay "
    "sara sarah saskia scott sean sebastian sergei shannon sharon sheila shirley siobhan simon "
    "sophia sophie stacey stella stephanie stephen steve steven stuart sunita susan suzanne sven "
    "sylvia tamsin tania tanya tara tasha tatiana ted teresa terry thea theo theresa thomas tim "
    "timothy tina tobias toby tom tommy tracey tracy trevor ursula valerie vanessa vera veronica "
    "vijay vikram vivian vladimir walter wendy wei william xavier yasmin yusuf yvonne zachary "
    "anjali arun asha deepak divya kavita lakshmi meera neha nell nellie nikhil pooja rohan sunil "
    "zainab zara zoe mikhail katarzyna agnieszka nikolai yuki hiroshi kenji sakura haruto "
    "tomasz pawel krzysztof andrzej marek lukasz jakub wojciech zofia malgorzata ewa "
    "aleksandra magdalena oksana svetlana tatyana sergey alexei aleksei yuri vladislav "
    "anastasia ekaterina ludmila lars bjorn anders henrik mikkel soren freja sigrid annika "
    "ulrike jurgen klaus dieter wolfgang stefan matthias heike birgit anke lukas niklas "
    "felipe joao thiago beatriz rodrigo guillermo enrique esteban ignacio joaquin alonso "
    "consuelo ximena lorenzo alessandro matteo giuseppe vincenzo salvatore chiara federica "
    "elisabetta paolo stefano jacques etienne philippe thierry laurent olivier mathieu amelie "
    "celine sylvie veronique mariam aminata fatou kwame kofi abena akua chidi ngozi chinedu "
    "adaeze oluwaseun babatunde folake tunde thandiwe sipho zanele wanjiru kamau achieng "
    "hiroko takeshi kenta satoshi naoko haruka minjun jiwoo seoyeon xiaoming meiling "
    "siddharth aditya karthik lakshman venkatesh sangeeta shreya ananya leyla zeynep emre "
    "murat ayse hakan omid shirin nasrin hussain bilal tariq rashid salma layla noura yusra "
    "saoirse aoife oisin cillian eoghan padraig ffion cerys gethin rhiannon bronwyn eilidh "
    "hamish ailsa mhairi mackenzie hailey kaylee caleb donovan terrence latoya keisha darnell "
    "tyrone jermaine matilda evie elsie millie penelope charlotte theodore arlo finley finn "
    "rory ezra mila nancy maisie lottie tilly mabel hattie ottilie edie orla imogen jemima "
    "tabitha beatrix cordelia rosalind winifred agatha millicent gwendolyn lorna fergus alec "
    "alistair barnaby bartholomew cedric cormac crispin cyril declan desmond dexter digby "
    "dougal dylan edmund elliot elliott ernest eugene ewan gavin gideon gilbert giles glenn "
    "godfrey gustav harold harvey hector herbert horace humphrey jared jerome jonah jude kai "
    "keira kirsten kirsty kurt kyle leonard leopold lillian lilian logan lola luther magnus "
    "marcel marjorie marlene maude maurice mavis maxine melvin mildred milo miranda myra "
    "natalia nelson norman norma octavia oswald otis otto percy petra phineas pippa polly "
    "portia quentin ralph randall raymond reggie reginald ricardo rosalie rufus rupert russell "
    "saul selina seth shane sheldon sidney silas simone sinead stewart sybil tessa thelma "
    "travis tristan vernon vincent wallace wilfred winston yolanda yvette zoey zelda "
    "arabella theodora elijah noelle josephine genevieve henrietta marianne mathilda rowena "
    "bronwen dilys finlay lachlan greta helga astrid guillaume margaux elodie sofia giorgio "
    "francesco pablo rafael mateo valentina camila luciana kiran manish suresh ramesh radha "
    "hussein noor farah hadiya natalya irina yulia bogdan tadeusz dorota agata kasia wanda edgar "
    "edwin frederick archibald clarence clifford cornelius ebenezer emmanuel eustace ferdinand "
    "francine gertrude gladys hester hortense jocelyn kimberly margot nicolette odette ophelia "
    "paige priscilla ramona roisin tallulah tamara thaddeus vivienne wilhelmina xander zachariah "
    "ciara eoin"
)
_MARY_JANES = re.compile(r"Mary[ -]Janes?\b")
"""Shoes."""
_TITLES = word_set("mr mrs ms miss dr prof mx")
_GREETINGS = word_set(
    "dear hi hello hey morning afternoon evening thanks you back sorry congratulations cheers"
)
_GREETING = re.compile(
    r"\b(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|thanks|thank you|morning|sorry|"
    r"welcome back|congratulations|cheers)[\s,-]+$",
    re.IGNORECASE,
)
# These three begin with a letter and only then look before it, which makes them quick.
_GREETED = re.compile(r"[DdHh](?<!\w.)(?i:(?<=d)ear|(?<=h)(?:i|ello|ey)),?\s+([^\W\d_]+)")
_PLACING = word_set("in near from to around across throughout outside leaving")
_CAPITAL_NOUNS = frozenset({"de", "lb"})
"""Languages that begin every noun with a capital."""
_COMPANY = re.compile(r"([A-Z](?<!\w.)[\w’&]+)[\s-]+(?:Ltd|Limited|Inc|plc|PLC|LLC|GmbH|Corp)\b")
_STREET = re.compile(
    r"([A-Z](?<!\w.)[\w’'-]+) (?:Road|Street|Lane|Avenue|Close|Drive|Terrace|Crescent|Square|Court|"
    r"St|Row|Mews|Grove|ROAD|STREET|LANE|AVENUE|DRIVE|TERRACE|CRESCENT|SQUARE|COURT|MEWS|GROVE)\b"
)
_INITIAL = re.compile(r"(?:of|for|to|by|with|from|dear|Dear|and) [A-Z]\. ?([A-Z][a-zà-ÿ]{2,})")
"""A name behind its first letter, after a word that leads to one."""
_WORD = re.compile(r"[A-ZÀ-Þ][^\W\d_]*(?:['’][^\W\d_]+)*")
_BEFORE = re.compile(r"([^\W\d_]+)([\s,.\-]*)$")
_NO_NAMES = word_set(
    "i we you there again all everyone everybody friend friends our the a an this that these "
    "those it is and or from for if what when how why your my no yes thanks thank hello dear hi "
    "so now here well ok okay still meanwhile otherwise inside today first next then also perhaps "
    "maybe please sometimes usually honestly truly frankly naturally yours warmly kindly quietly "
    "slowly gently once after before until while because since although though however instead "
    "either neither both right english earl lady god heaven chinese japanese indian in on at by "
    "with to as of but tea coffee kettle whatever whichever whoever somewhere everywhere finally "
    "january february march april may june july august september october november december "
    "checkout basket cart shop store order orders workshop home kitchen table post world "
    "lastly secondly besides therefore anyway indeed luckily happily sadly"
)

_NO_PLACES = word_set(
    "a b c d e f g h i j k l m n o p q r s t u v w x y z xs xl xxs xxl xxxl cd dvd pdf lp hd led "
    "diy french german spanish italian dutch welsh latin greek swedish danish braille small "
    "medium large black white grey gray blue green red yellow pink purple orange brown beige "
    "cream ivory charcoal navy teal sage olive mustard rust ochre moss slate stone sand oat "
    "natural tortoiseshell smoke amber clear silver gold brass copper bronze oak walnut pine ash "
    "beech birch cherry mahogany cotton linen wool merino cashmere denim leather suede silk "
    "velvet tweed fleece canvas jersey hardback paperback stock midnight forest dark light pale "
    "bright"
)
"""What stands after the same words and is a size, a colour, a material or a language."""

_NO_STREETS = word_set(
    "hard flash disk test tennis up front back first silk pocket same worst long"
)
"""A hard drive, a tennis court, a silk square, a long road."""

_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")


def proper_words(texts: Iterable[str]) -> frozenset[str]:
    """The capitalised words that a brand uses of itself, folded: its own names and places."""
    return frozenset(folded(word) for text in texts for word in _WORD.findall(text))


def names(slots: Mapping[str, str], own: frozenset[str], language: str = "en") -> Iterator[Finding]:
    """The first person or place named in each slot, save those in `own`. A word is no place for
    standing with a capital behind 'in' where every noun has one."""
    placing = frozenset[str]() if language in _CAPITAL_NOUNS else _PLACING
    for slot, text in slots.items():
        found = _named(text, own, placing)
        if found:
            yield finding(f.NAME, slot, found)


def _named(text: str, own: frozenset[str], placing: frozenset[str]) -> str:
    for match in _WORD.finditer(text):
        word = folded(match[0]).removesuffix("'s")
        if _MARY_JANES.match(text, match.start()):
            continue
        if word in own or word in _NO_NAMES:
            other = _surname(text, match.end(), own) if word in _NAMES else ""
            if other and not _in_title_case(text):
                return f"{match[0]} {other}"
            continue
        lead = text[max(0, match.start() - 24) : match.start()]
        found = _BEFORE.search(lead)
        before = folded(found[1]) if found else ""
        if (
            word in _NAMES
            or before in _TITLES
            or (before in _GREETINGS and _GREETING.search(lead) and not _in_title_case(text))
            or (
                before in placing
                and word not in _NO_PLACES
                and found is not None
                and found[2] in (" ", "-")
                and not _in_title_case(text)
            )
        ):
            return match[0] if word in _NAMES else f"{before} {match[0]}"
    if (
        " " in text
        and (street := _STREET.search(text))
        and (folded(street[1]) not in own | _NO_NAMES | _NO_STREETS)
    ):
        return street[0]
    if (company := _COMPANY.search(text)) and folded(company[1]) not in own:
        return company[0]
    if (
        ". " in text
        and (initial := _INITIAL.search(text))
        and (folded(initial[1]) not in own | _NO_NAMES)
    ):
        return initial[0]
    for greeted in _GREETED.finditer(text):
        if (name := folded(greeted[1])) in _NAMES and name not in own:
            return greeted[0]
    return ""


def _surname(text: str, at: int, own: frozenset[str]) -> str:
    """The capitalised word right after a first name, if it is nobody's of the brand."""
    found = _WORD.match(text, at + 1) if text[at : at + 1] == " " else None
    if found is None or (len(found[0]) < 3):  # initials, kisses, a PS
        return ""
    word = folded(found[0]).removesuffix("'s")
    return "" if word in own | _NO_NAMES | _DAYS else found[0]


def _in_title_case(text: str) -> bool:
    """Whether most words begin with a capital, the first one aside, as in some headings."""
    bare = PLACEHOLDER.sub("", text)
    words = [word for word in re.findall(r"[^\W\d_]+", bare)[1:] if len(word) > 3]
    capitals = sum(word[0].isupper() for word in words)
    return bare.isupper() or (len(words) > 2 and capitals > 0.6 * len(words))
