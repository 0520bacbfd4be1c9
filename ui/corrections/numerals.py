"""Words for numbers in English, German, French, Italian, Spanish and Dutch.

Articles are none of them, though 'ein', 'un' and 'een' also mean one: every text has them.
"""

import re

_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
    "ninety hundred hundreds thousand thousands million dozen dozens"
)
_GERMAN = (
    "null eins zwei zwo drei vier funf fuenf sechs sieben acht neun zehn elf zwolf zwoelf sechzehn "
    "siebzehn zwanzig dreissig vierzig funfzig fuenfzig sechzig siebzig achtzig neunzig hundert "
    "tausend dutzend"
)
_DUTCH = (
    "nul twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien twintig dertig "
    "veertig vijftig zestig zeventig tachtig negentig honderd duizend dozijn"
)
_FRENCH = (
    "zero deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "vingt vingts trente quarante cinquante soixante septante huitante octante nonante cent cents "
    "mille douzaine"
)
_ITALIAN = (
    "zero due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici "
    "quindici sedici diciassette diciotto diciannove venti trenta quaranta cinquanta sessanta "
    "settanta ottanta novanta cento mille mila dozzina"
)
_ITALIAN_STEMS = "vent trent quarant cinquant sessant settant ottant novant"
_SPANISH = (
    "cero dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciseis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta "
    "ochenta noventa cien ciento cientos mil docena"
)


def _any(words: str) -> str:
    return f"(?:{'|'.join(sorted(words.split(), key=len, reverse=True))})"


_WORD = re.compile(
    "|".join(
        (
            f"{_any(_ENGLISH)}(?:and)?{_any(_ENGLISH)}?(?:th)?",
            f"(?:ein(?:und)?)?{_any(_GERMAN)}(?:(?:ein)?(?:und)?{_any(_GERMAN)})*(?:s?te[nrs]?)?",
            f"(?:eenen)?{_any(_DUTCH)}(?:(?:een)?(?:en)?{_any(_DUTCH)})*(?:ste|de)?",
            f"{_any(_FRENCH)}(?:iemes?)?",
            f"(?:{_any(_ITALIAN)}|{_any(_ITALIAN_STEMS)}(?:uno?|otto))+",
            f"(?:veinti(?:uno?a?|{_any(_SPANISH)})|{_any(_SPANISH)}(?:cient[oa]s)?|quinient[oa]s)",
        )
    )
)
# Words that are numbers in one of these languages and something else in another one.
_OTHERWISE = re.compile(
    r"\b(?:due (?:to|by|for|dates?|course|diligence)|(?:is|are|was|were|be|been|not) due"
    r"|once (?:more|again|they|the|we|it|he|she|per|every|this)|at once"
    r"|(?:per|pour) cent|por ciento|per cento|no one|one (?:of|another|or more)"
    r"|es sei|sei (?:es|denn|das|dass|der|die|nicht)|(?:ausser|in) acht"
    r"|ten (?:minste|hoogste|onrechte|aanzien|opzichte|gevolge|tijde|slotte|behoeve))\b"
)


def word_in(plain: str) -> str:
    """The first word for a number in a text without case and accents; '' where it has none.

    >>> word_in("there were seventeen"), word_in("einundzwanzig"), word_in("due to rain")
    ('seventeen', 'einundzwanzig', '')
    """
    words = re.findall(r"[^\W\d_]+", _OTHERWISE.sub(" ", plain))
    return next((each for each in words if _WORD.fullmatch(each)), "")
