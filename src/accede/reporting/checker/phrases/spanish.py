"""Spanish."""

from accede.reporting.checker.kinds.acts import Act
from accede.reporting.checker.phrases.phrases import Phrases
from accede.reporting.checker.timeline import Measure
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.treaty_actions import TreatyActionKind

STATES = r"(?:Estados|países|naciones)"
STILL = r"(?:aún |todavía |aun )?"
HAVE = r"(?:ya )?(?:(?:la )?(?:han|habían) |se (?:han|habían) )"
THEN = r"(?: a| de)?(?: <T>)?(?: de Ottawa)?,?[^.;⟦]{0,40}? ?(?:<T>[^.;⟦]{0,20} )?<D>"

HAS = (
    r"\b(?:cuenta con|contaba con|tiene|tenía|hay|había|reúne|reunía|suma|sumaba|son|eran|alcanza\w*|llega\w* a|asciende\w* a)"
    r"(?: (?!⟦)\w+){0,3} "
)
END = r"(?=(?: (?:en|de) <T>)?(?: ?[.;:,)]|$| y ⟦N| frente| ⟦D| actualmente| en total| hoy))"

PHRASES = Phrases(
    counts=(
        (
            Measure.OUTSIDE,
            (
                rf"<N> {STATES} (?:que )?{STILL}no (?:son |eran |siguen siendo )?{STILL}partes?",
                rf"<N> {STATES} (?:que )?{STILL}(?:siguen|seguían|permanec(?:en|ían)|qued(?:an|aban)|continú?(?:an|aban)|"
                r"están|estaban)(?: estando| aún| todavía)? (?:fuera|al margen)",
                rf"<N> {STATES} (?:que )?{STILL}no (?:se )?(?:la )?(?:han|habían) (?:adherido|ratificado|sumado|unido)",
                r"número de (?:Estados|países) (?:que )?no (?:son |eran )?partes?[^.;⟦\d]{0,60}? <N>",
            ),
        ),
        (Measure.WITHDRAWN, (rf"<N> {STATES} se (?:han|habían) retirado", rf"<N> {STATES} se retiraron")),
        (Measure.IN_FORCE, (rf"en vigor (?:para|en|respecto de) <N> {STATES}",)),
        (
            Measure.JOINED,
            (
                rf"<N> {STATES} (?:ya )?(?:son|eran) (?:actualmente |hoy |ya )?[Pp]artes?",
                rf"{HAS}<N> {STATES} [Pp]artes{END}",
                rf"<N> {STATES} [Pp]artes{END}",
                rf"<N> {STATES} {HAVE}(?:adherido|ratificado|sumado|unido)",
                rf"<N> {STATES} (?:ratificaron|se adhirieron)",
                rf"(?:<T>|que) (?:cuenta|contaba)(?: \w+)? con <N>(?: {STATES}| partes|$|[.,])",
                rf"<T> (?:tiene|tenía|reúne|reunía) <N> (?:{STATES}|partes)",
                r"número de (?:Estados )?[Pp]artes(?: en <T>)?[^.;⟦\d]{0,60}? <N>",
            ),
        ),
        (
            Measure.SIGNED,
            (
                rf"<N> {STATES} {HAVE}firmado",
                rf"<N> {STATES} (?:la )?firmaron",
                rf"<N> (?:{STATES} )?signatarios",
                rf"(?:firmad[ao]|suscrit[ao]) por <N> {STATES}",
            ),
        ),
    ),
    actions=(
        (
            Act.SIGN,
            None,
            (
                rf"<L>,?(?: que)? (?:firmó|había firmado|suscribió|firmaron|ha firmado){THEN}",
                r"<D>,? (?:la |el |los |las )?<L> (?:firmó|firmaron|suscribió)",
                r"firma (?:de <T> )?(?:de|del|por) (?:la |el |los )?<L>[^.;⟦]{0,30}? ?(?:<T> )?<D>",
                r"<L>: firma[^.;⟦]{0,30}?(?:<T>)?[^.;⟦]{0,10}?<D>",
            ),
        ),
        (
            Act.CONSENT,
            TreatyActionKind.RATIFICATION,
            (
                rf"<L>,?(?: que)? (?:ratificó|había ratificado|ratificaron|ha ratificado){THEN}",
                r"<D>,? (?:la |el |los |las )?<L> (?:ratificó|ratificaron)",
                r"<L>(?:(?!⟦L)[^.;]){1,60}? y (?:la|lo) ratificó[^.;⟦]{0,20} ?<D>",
                r"ratificación (?:de <T> )?(?:de|del|por) (?:la |el |los )?<L>[^.;⟦]{0,30}? ?(?:<T> )?<D>",
                r"<L>: ratificación[^.;⟦]{0,30}?(?:<T>)?[^.;⟦]{0,10}?<D>",
                rf"<L> (?:depositó|depositaron) (?:su|sus) instrumentos? de ratificación{THEN}",
            ),
        ),
        (
            Act.CONSENT,
            TreatyActionKind.ACCESSION,
            (
                rf"<L> (?:depositó|depositaron) (?:su|sus) instrumentos? de adhesión{THEN}",
                r"<L>: (?:fecha de )?adhesión[^.;⟦]{0,30}?(?:<T>)?[^.;⟦]{0,10}?<D>",
                r"adhesión (?:a <T> )?(?:de|del) (?:la |el |los )?<L>[^.;⟦]{0,30}? ?(?:<T> )?[^.;⟦]{0,10}?<D>",
            ),
        ),
        (
            Act.CONSENT,
            None,
            (
                rf"<L>,?(?: que)? se (?:adhirió|adhirieron|unió|unieron|sumó|sumaron|ha adherido|había adherido){THEN}",
                rf"<L> (?:pasó|pasaron) a ser (?:un )?(?:Estados? )?partes? (?:en|de){THEN}",
                r"<D>,? (?:la |el |los |las )?<L> se (?:adhirió|adhirieron|unió|sumó)",
            ),
        ),
        (
            Act.FORCE,
            None,
            (
                r"entr(?:ó|ará) en vigor (?:para|respecto de|en) (?:la |el |los )?<L>(?: desde)? <D>",
                r"en vigor (?:para|respecto de|en) (?:la |el |los )?<L> desde <D>",
                r"<D>,? <T> entró en vigor (?:para|respecto de|en) (?:la |el |los )?<L>",
            ),
        ),
        (
            Act.LEAVE,
            None,
            (
                r"<L> se (?:retiró|ha retirado) (?:de|del) ?<T>[^.;⟦]{0,20} <D>",
                r"retirada de (?:la |el )?<L>[^.;]{0,40}efecto[^.;⟦]{0,10} <D>",
            ),
        ),
    ),
    votes=(
        (Ballot.IN_FAVOUR, (rf"<N> (?:votos?|{STATES})?(?: votaron)? ?a favor", r"por <N> votos")),
        (Ballot.AGAINST, (r"<NONE> ?(?:votos?|Estados?)? ?en contra", r"votos contra <NONE>", r"contra <NONE>")),
        (Ballot.ABSTAINED, (r"<NONE> (?:abstenciones|abstención|se abstuvieron)", r"abstenciones ?: <NONE>")),
    ),
    none=r"ninguno|ningún|cero|sin",
    doubtful=(
        r"\b(?:si|sería[n]?|podría[n]?|debería[n]?|debe[n]?|esper(?:a|an|amos|aba|aban|o)|dese(?:a|an|amos|o)|será[n]?|tendrá[n]?|"
        r"habrá[n]?|objetivo|invit\w+|exhort\w+|alent\w+|pid(?:e|en|ió)|no es cierto|falso que|incorrecto que|según (?!<T>)|"
        r"supuest\w+|hasta que|cuando|antes de que|imagin\w+)\b"
    ),
    narrowed=(
        r"\b(?:particip\w+|presentes|asist\w+|informes?|represent\w+|África|africanos|Europa|europeos|Asia|Pacífico|Américas?|"
        r"afectados|destru\w+|existencias|entre (?:ellos|los cuales))\b"
    ),
    past=r"\b(?:contaba|tenía|había|habían|eran|seguían|entonces)\b",
)
