"""Spanish."""

from accede.reporting.checker.kinds.acts import Act
from accede.reporting.checker.kinds.standing import Stands
from accede.reporting.checker.phrases.cities import CITIES
from accede.reporting.checker.phrases.phrases import Phrases, Told
from accede.reporting.checker.timeline import Measure
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.treaty_actions import TreatyActionKind

STATES = r"(?:Estados|países|naciones)"
STILL = r"(?:aún |todavía |aun )?"
HAVE = r"(?:ya )?(?:(?:la )?(?:han|habían) |se (?:han|habían) )"
THEN = r"(?: a| de)?(?: <T>)?(?: de Ottawa)?,?[^.;⟦]{0,40}? ?(?:<T>[^.;⟦]{0,20} )?<D>"

HAS = (
    r"\b(?:cuenta con|contaba con|tiene|tenía|hay|había|reúne|reunía|suma|sumaba|son|eran|alcanza\w*|llega\w* a|"
    r"asciende\w* a)"
    r"(?: (?!⟦)\w+){0,3} "
)
END = r"(?=(?: (?:en|de) (?:la |el )?<T>)?(?: ?[.;:,)]|$| y ⟦N| frente| ⟦D| actualmente| en total| hoy))"

WHO = r"<L>(?:,? que|, [^,;.⟦]{0,60},)? "
YET = r"(?: aún| todavía| actualmente| hoy| tampoco)*"
OF_IT = r"(?=(?: (?:a|al|en|de|del))? ?(?:la |el |esta )?⟦T| ?[.;:,)]|$| y | ni | o | pero )"
TOLD = Told(
    standings=(
        (
            Stands.NOT_PARTY,
            (
                rf"<L>(?:,? que|, [^,;.⟦]{{0,60}},)?{YET} no (?:es|son|era|eran|forman?|formaban?){YET}(?: un)? "
                rf"(?:Estados? )?partes?{OF_IT}",
                rf"{WHO}(?:sigue|permanece|continúa|queda|se mantiene|está)n?{YET} (?:fuera|al margen) (?:de|"
                rf"del) ?(?:la )?<T>",
                rf"{WHO}(?:sigue|continúa)n? sin ser (?:Estados? )?partes?{OF_IT}",
            ),
        ),
        (
            Stands.NOT_JOINED,
            (
                rf"<L>(?:,? que|, [^,;.⟦]{{0,60}},)?{YET} (?:no|nunca|tampoco){YET} (?:se )?(?:la |lo )?(?:ha|"
                rf"han|había|habían) "
                rf"(?:adherido|ratificado|sumado|unido|incorporado){OF_IT}",
                rf"{WHO}(?:sigue|continúa)n? sin (?:adherirse|ratificar|unirse|sumarse|incorporarse){OF_IT}",
            ),
        ),
        (
            Stands.SIGNATORY_ONLY,
            (
                rf"{WHO}(?:ha |han )?(?:firmó|firmaron|firmado) (?:la |el )?<T>,? pero{YET} no{YET} (?:la|"
                rf"lo) (?:ha|han) ratificado",
            ),
        ),
        (
            Stands.PARTY,
            (
                rf"{WHO}(?:ya |también |hoy )*(?:es|son)(?: ya| también| actualmente|"
                rf" hoy)* (?:un )?(?:Estados? )?partes? "
                r"(?:en|de) (?:la |el )?<T>",
                rf"{WHO}forman? parte de (?:la |el )?<T>",
            ),
        ),
    ),
    ballots=(
        (
            Ballot.ABSTAINED,
            (rf"{WHO}(?:también |nuevamente )?se (?:abstuvo|abstuvieron|ha abstenido|han abstenido)(?! de\b)",),
        ),
        (
            Ballot.AGAINST,
            (
                rf"{WHO}(?:también )?(?:votó|votaron|ha votado|han votado|emitió un voto|"
                rf"emitieron votos) (?:en contra|contra|no\b)",
            ),
        ),
        (
            Ballot.IN_FAVOUR,
            (
                rf"{WHO}(?:también )?(?:votó|votaron|ha votado|han votado|emitió un voto|emitieron votos) "
                r"(?:a favor|favorablemente|afirmativamente)",
                rf"{WHO}(?:apoyó|apoyaron|respaldó|respaldaron) la ⟦U\d+⟧",
            ),
        ),
    ),
    share=(
        r"<P> (?:de todos )?(?:de )?los (?:Estados|países)(?: Miembros(?: de las Naciones Unidas)?| del mundo|"
        r" del planeta)?"
        r"(?! (?!son|han|ha|no|ya|se|es|forma|está|del|sigue|permanece))"
    ),
    inside=(
        r"\b(?:adherido|ratificado|unido a|sumado a|incorporado a|partes? (?:en|de) (?:la |el )?⟦T|vinculad\w+ por)"
    ),
    outside=(
        r"\bno (?:es|son|forman?) (?:aún |todavía )?partes?\b|\bno (?:se )?(?:la )?(?:ha|han) (?:aún |todavía )?"
        r"(?:adherido|ratificado|sumado|unido)|\b(?:fuera|al margen) de (?:la )?⟦T"
    ),
    place=(
        r"<O> (?:Estado|país)(?: parte| en (?:adherirse|ratificar|unirse|sumarse)| que (?:se adhiere|ratifica)|"
        r",| \(|\.|$)"
    ),
    became=r"\b(?:convir\w+|(?:pasó|pasando|llegó) a ser|es|fue|era|siendo)(?: así| por tanto)?(?: en)? (?:el |la )?",
    held=r"\b(?:celebr\w+|reuni(?:ó|da|do)|tuvo lugar|organizad[ao]|acogi\w+|inaugur\w+|desarroll\w+)\b",
    link=r"de|del|la|el|los|las|en|a|que|se|ha|fue|sido|tuvo|lugar|ciudad|su|y|al",
    at=r"\ben ",
    cities=CITIES["es"],
    attended=(
        rf"{WHO}(?:también )?(?:participó|participaron|asistió|asistieron|ha participado|han participado)(?:,? "
        r"(?:como|en calidad de) observador\w*,?)? (?:en|a) (?:la )?<M>",
    ),
    other_text=r"nuclear|racimo|químic|biológic|comercio de armas|armas pequeñas|espacio|ciber|clima",
)

PHRASES = Phrases(
    counts=(
        (
            Measure.OUTSIDE,
            (
                rf"<N> {STATES} (?:que )?{STILL}no (?:son |eran |siguen siendo )?{STILL}partes?",
                rf"<N> {STATES} (?:que )?{STILL}(?:siguen|seguían|permanec(?:en|ían)|qued(?:an|aban)|"
                rf"continú?(?:an|aban)|"
                r"están|estaban)(?: estando| aún| todavía)? (?:fuera|al margen)",
                rf"<N> {STATES} (?:que )?(?:siguen|continúan|permanecen) sin (?:adherirse|ratificar|unirse|"
                rf"sumarse|ser partes?)",
                rf"<N> {STATES} (?:que )?{STILL}no (?:se )?(?:la )?(?:han|habían) (?:adherido|ratificado|sumado|"
                rf"unido)",
                r"número de (?:Estados|países) (?:que )?no (?:son |eran )?partes?[^.;⟦\d]{0,60}? <N>",
            ),
        ),
        (Measure.WITHDRAWN, (rf"<N> {STATES} se (?:han|habían) retirado", rf"<N> {STATES} se retiraron")),
        (Measure.IN_FORCE, (rf"en vigor (?:para|en|respecto de) <N> {STATES}",)),
        (
            Measure.JOINED,
            (
                rf"<N> {STATES} (?:ya )?(?:son|eran) (?:actualmente |hoy |ya )?[Pp]artes?",
                rf"{HAS}<N> (?:los |las )?{STATES} [Pp]artes{END}",
                rf"<N> {STATES} (?:están|estaban) (?:actualmente |hoy )?(?:vinculad|obligad)[oa]s por <T>",
                rf"<T> (?:ha sido|fue|había sido) ratificad[oa] por <N> {STATES}",
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
                r"<L>(?: la| lo)? (?:firmó|suscribió)[^.;⟦]{0,20}? ?<D>",
                rf"<L>,?(?: que)? (?:firmó|había firmado|suscribió|firmaron|ha firmado){THEN}",
                r"<D>,? (?:la |el |los |las )?<L> (?:firmó|firmaron|suscribió)",
                r"firma (?:de <T> )?(?:de|del|por) (?:la |el |los )?<L>[^.;⟦]{0,30}? ?(?:<T>,? )?<D>",
                r"<L>: firma[^.;⟦]{0,30}?(?:<T>)?[^.;⟦]{0,10}?<D>",
            ),
        ),
        (
            Act.CONSENT,
            TreatyActionKind.RATIFICATION,
            (
                r"<L>(?: la| lo)? ratificó[^.;⟦]{0,20}? ?<D>",
                rf"<L>,?(?: que)? (?:ratificó|había ratificado|ratificaron|ha ratificado){THEN}",
                r"<D>,? (?:la |el |los |las )?<L> (?:ratificó|ratificaron)",
                r"<L>(?:(?!⟦L)[^.;]){1,60}? y (?:la|lo) ratificó[^.;⟦]{0,20} ?<D>",
                r"ratificación (?:de <T> )?(?:de|del|por) (?:la |el |los )?<L>[^.;⟦]{0,30}? ?(?:<T>,? )?<D>",
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
                r"adhesión (?:a <T> )?(?:de|del) (?:la |el |los )?<L>[^.;⟦]{0,30}? ?(?:<T>,? )?[^.;⟦]{0,10}?<D>",
            ),
        ),
        (
            Act.CONSENT,
            None,
            (
                rf"<L>,?(?: que)? se (?:adhirió|adhirieron|unió|unieron|sumó|sumaron|ha adherido|"
                rf"había adherido){THEN}",
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
                r"(?:para|respecto de) (?:la |el |los )?<L>,? (?:la |el )?<T> (?:entró|está) en vigor(?: desde)? <D>",
                r"<T> entró en vigor <D> (?:para|respecto de|en) (?:la |el |los )?<L>",
                r"<D>,? <T> entró en vigor (?:para|respecto de|en) (?:la |el |los )?<L>",
            ),
        ),
        (
            Act.LEAVE,
            None,
            (
                r"<L> se (?:retiró|ha retirado|retiraron) (?:de|del) ?(?:la )?<T>[^.;⟦]{0,20} <D>",
                r"retirada de (?:la |el )?<L>[^.;]{0,40}efecto[^.;⟦]{0,10} <D>",
            ),
        ),
    ),
    votes=(
        (
            Ballot.IN_FAVOUR,
            (
                rf"<N> (?:votos?|{STATES})?(?: votaron| han votado)? ?a favor",
                r"por <N> votos",
                r"(?:votos )?a favor ?[:,]? <N>",
                rf"votaron a favor(?: de (?:la |el )?(?:⟦[UT]\d+⟧|resolución|texto))? ?<N> {STATES}",
            ),
        ),
        (
            Ballot.AGAINST,
            (
                r"<NONE> ?(?:votos?|Estados?)?(?: votaron)? ?en contra",
                r"votaron en contra <N>",
                r"votos contra <NONE>",
                r"(?:votos )?en contra ?[:,]? <N>",
                r"contra <NONE>",
            ),
        ),
        (
            Ballot.ABSTAINED,
            (
                rf"<NONE> (?:{STATES} )?(?:abstenciones|abstención|se abstuvieron|se abstuvo)",
                r"se abstuvieron <N>",
                r"abstenciones ?[:,]? <N>",
            ),
        ),
    ),
    none=r"ninguno|ningún|cero|sin",
    doubtful=(
        r"\b(?:si|sería[n]?|podría[n]?|debería[n]?|debe[n]?|esper(?:a|an|amos|aba|aban|o)|dese(?:a|an|amos|o)|"
        r"será[n]?|tendrá[n]?|"
        r"habrá[n]?|objetivo|invit\w+|exhort\w+|alent\w+|pid(?:e|en|ió)|no es (?:cierto|la|el|verdad)|falso que|"
        r"incorrecto que|según (?!<T>)|"
        r"supuest\w+|hasta que|cuando|antes de que|imagin\w+)\b"
    ),
    narrowed=(
        r"\b(?:particip\w+|presentes|asist\w+|informes?|represent\w+|África|africanos|Europa|europeos|Asia|"
        r"Pacífico|Américas?|"
        r"regi[óo]n\w*|continente|Caribe|caribeñ\w+|latin\w+|iberoameric\w+|"
        r"Unión|OTAN|grupo|no todos|árabes|insulares|afectados|destru\w+|existencias|entre (?:ellos|los cuales))\b"
    ),
    past=r"\b(?:contaba|tenía|había|habían|eran|seguían|entonces)\b",
    told=TOLD,
)
