"""Words that join others and say nothing alone, most of them English.

Only a filter for size: which terms tell entries apart is for the analysis to weigh, and that
works in every language.
"""

import re

from graph.parse.prose.words import FOREIGN

STOP_WORDS = frozenset(
    """
    about above across actually after again against all almost alone along already also although
    always among and another any anybody anyone anything anyway are aren't around away back became
    because become been before behind being below besides between beyond both but came can can't
    cannot come could couldn't did didn't does doesn't doing don't done down during each either else
    enough etc even ever every everybody everyone everything few for from further gave get gets
    getting give goes going gone gonna got gotta had hadn't has hasn't have haven't having he'd
    he'll he's hence her here here's hers herself him himself his how how's however i'd i'll i'm
    i've indeed instead into isn't it'd it'll it's its itself just keep kind know let let's like
    made make makes making many may maybe might mine more most mostly much must myself need neither
    never next nobody none nor not nothing now off often okay once one ones only onto other others
    otherwise our ours ourselves out over own per perhaps put quite rather really said same say see
    seem seems several shall she she'd she'll she's should shouldn't since some somebody somehow
    someone something sometimes somewhere soon still such sure take tell than that that'll that's
    the their theirs them themselves then there there's therefore these they they'd they'll they're
    they've thing things think this those though through thus till together too took toward towards
    two under unless until upon use used using usually very via want was wasn't way ways we'd we'll
    we're we've well went were weren't what what's whatever when when's whenever where where's
    whereas wherever whether which whichever while who who'd who'll who's whoever whole whom whose
    why why's will with within without won't would wouldn't yes yet you you'd you'll you're you've
    your yours yourself yourselves
    """.split()  # noqa: SIM905 - a table of two hundred quoted words would be unreadable
)

_CONTENT = re.compile(r"[^\W\d_]{3,30}(?:-[^\W\d_]{2,30})?")
_EMPTY = STOP_WORDS | frozenset(
    """
    able actually ago almost already amazing amount another anymore ask asked asking bad became
    become best better big bigger biggest bit bring brought buy call called came change com
    completely couple day days deep different difficult easy end ended enjoy entire especially
    exactly fall feel feeling feels fell felt few find finally finish finished first found four
    friend friends full gave generally getting give giving good gotten great guess happen happened
    happy hard help here high home hour hours http https huge human important inside kept kind
    kinds know large last late later learn learned least leave left less life little live lived
    long look looked looking lot lots love low main man matter mean means met middle minute minutes
    moment moments month months morning need needed new nice night none number old others part
    parts past pay people person place places point pretty put read reading reason remember
    right second see seen sense several short side simple since single small soon sort sound start
    started starting stay still stop stuff super surprisingly take takes taking talk talked talking
    tell telling ten thank thanks think thinking third thought thoughts three time times today
    tomorrow took top total tried true try trying turn turned two type understand use want wanted
    wants watch watched watching way week weekend weeks went whole woke word words work worked
    working works world worth write writing wrong wrote www year years yesterday young
    """.split()  # noqa: SIM905 - a table of so many quoted words would be unreadable
)
"""Words that say too little to be a part of a term of two words."""
_ENGLISH_TOO = frozenset(
    """
    agora aux contra door dove encore era hat hay hem las los non pendant plus pour sans sin solo
    son sous soy sur todo ton war
    """.split()  # noqa: SIM905 - as above
)
"""Words that join others in another language, and in English say something: `soy sauce`."""
_FOREIGN = FOREIGN - _ENGLISH_TOO | frozenset(
    """
    ander andere anderen anders bent bereits bevor bist dabei dafür damals danach darauf darin das
    davon dazu den der des dessen eben eens einige einigen erg etwa euren eurer ganz geweest hadden
    hatten hattest heel hin hätte hätten ieder iets ihres jene jenem jenen jener jenes kan konnte
    konnten kunnen könnte könnten manche mancher meines moeten musste mussten möchte müssen nachdem
    niets obwohl selbst sogar solche solcher sollen sollte sollten sondern sonst sowie unserem
    unseren unserer unseres wegen weil wenig weniger wohl wollen wollte wollten wäre wären würde
    würden zelf zwar

    afin ainsi alors après assez aurait autre autres avaient avais avait avez avons ayant celle
    celles celui certains dessous devant dès déjà enfin ensuite fut jamais lorsque malgré mêmes
    parmi plusieurs puisque selon sera seront tandis tant telle tous été êtes

    casi cuál cuándo cómo del dónde estaba estaban estamos estar fuera fuimos haber habían hemos
    hubo mucha muchas mucho muchos nuestras nuestros otras otros quienes sería será sido tenemos
    tener tenía tienen vuestra

    alguém aquela aquelas aquilo deste desta embora enquanto estava estavam fomos havia lhes meus
    minhas muitas muitos nessa nesse nesta neste ninguém nossas nossos pelas pelos porém pouco tinha
    tinham temos vocês

    abbiamo agli alla allo altra altre altri altro avere aveva avevano coi cui dagli dai dal dalla
    dallo della dello fino fosse hanno miei molta molte molti nello nella nostre nostri poca sarà
    siamo stata stati sui suoi tuoi tutta tutte verso vostra vostro
    """.split()  # noqa: SIM905 - as above
)
"""Words that join others in German, Dutch, French, Spanish, Portuguese and Italian."""
JOINING = STOP_WORDS | _FOREIGN - {"meer", "todos", "tot"}
"""Words that say nothing of what a text is about, in any of these languages; but for those that do
in one of them: `das Meer`."""
JOINING_SIGNS = "的了是我你他她它们們这這那就也很都吗嗎呢吧啊么麼着著与與及"
"""Their like in Chinese, of one character ..."""
JOINING_PAIRS = frozenset(
    """
    一个 一些 一样 不是 不能 什么 以及 但是 可以 可能 因为 如果 如何 已经 怎么 所以 时候 没有 然后
    现在 还是 这个 自己 需要 使用 比如 进行 通过 自分 場合
    """.split()  # noqa: SIM905 - as above
)
"""... and of two, and the commonest of Japanese."""


def is_content_word(word: str) -> bool:
    """Whether a word can be a part of a term of two words: `tide` in `tide pool`.

    In capitals a word is an abbreviation: `mit` joins others, `MIT` does not.
    """
    if not _CONTENT.fullmatch(word):
        return False
    lower = word.lower()
    return lower not in _EMPTY and (lower not in _FOREIGN or word.isupper())
