"""French."""

from accede.reporting.checker.kinds.acts import Act
from accede.reporting.checker.phrases.phrases import Phrases
from accede.reporting.checker.timeline import Measure
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.treaty_actions import TreatyActionKind

STATES = r"(?:[ÉEé]tats|pays|nations)"
NOT = r"(?:toujours |encore )?pas (?:encore |toujours )?"
HAVE = r"(?:(?:y |l['’])?(?:ont|avaient)|ayant) (?:déjà |désormais |aussi |ainsi )?"
DID = r"(?:,[^,⟦]{0,40},)? ?(?:l['’])?(?:a|avait|ont|avaient) (?:également |aussi |déjà |formellement )?"
THEN = r"(?: <T>)?(?: d['’]Ottawa)?,?[^.;⟦]{0,40}? ?(?:<T>[^.;⟦]{0,20} )?<D>"
ON = r"(?:(?!⟦L)[^.;]){1,60}?"
HAS = (
    r"\b(?:compt\w+|réuni\w+|rassembl\w+|(?:y )?(?:a|avait|avaient|aura)|totalis\w+|atteint|atteignait|soit|forte? de|est de|"
    r"était de|s['’]élève à|liait|lie)(?: (?!⟦)[\w'’-]+){0,3} "
)
END = r"(?=(?: (?:à|au) <T>)?(?: ?[.;:,)]|$| et ⟦N| contre| ⟦D| aujourd| actuellement| à ce jour| au total))"
NOW = r"(?:aujourd['’]hui |désormais |actuellement |déjà |devenus )?"
OF = r"(?:de |du |des |d['’]|par |à l['’]égard de |pour )?(?:la |le |les |l['’])?"

PHRASES = Phrases(
    counts=(
        (
            Measure.OUTSIDE,
            (
                rf"<N> (?:{STATES} )?(?:(?:qui )?(?:sont|étaient) |sont encore )?non[- ]parties",
                rf"<N> {STATES} (?:qui )?(?:ne sont|n['’](?:étaient|avaient pas été)) {NOT}parties",
                rf"<N> {STATES} (?:qui )?(?:sont |étaient )?(?:rest(?:ent|aient|és)|demeur(?:ent|aient)|se trouv(?:ent|aient)|sont|"
                r"étaient)(?: encore| toujours)? (?:en dehors|hors|à l['’]écart|extérieurs)",
                rf"<N> {STATES} (?:qui )?n['’](?:y )?(?:ont|avaient) {NOT}(?:adhéré|ratifié|rejoint|accédé)",
                r"nombre (?:d['’]|de |des )?(?:États|pays) non[- ]parties?[^.;⟦\d]{0,60}? <N>",
            ),
        ),
        (Measure.WITHDRAWN, (rf"<N> {STATES} (?:se sont|s['’]étaient) (?:déjà |désormais )?retirés",)),
        (
            Measure.IN_FORCE,
            (
                rf"en vigueur (?:pour|à l['’]égard de|dans) <N> {STATES}",
                rf"<T> (?:lie|liait) (?:désormais )?<N> {STATES}",
            ),
        ),
        (
            Measure.JOINED,
            (
                rf"<N> {STATES} (?:y |en )?(?:sont|étaient) {NOW}[Pp]arties",
                rf"{HAS}<N> {STATES} [Pp]arties{END}",
                rf"<N> {STATES} [Pp]arties{END}",
                rf"<N> {STATES} {HAVE}(?:adhéré|ratifié|rejoint|accédé)",
                rf"(?:<T>|elle) (?:compt|réuni|rassembl)\w+[^.;⟦\d]{{0,30}}? ?<N>(?: {STATES}| parties|$|[.,])",
                r"nombre (?:d['’]|de |des )?(?:États )?[Pp]arties(?: à <T>)?[^.;⟦\d]{0,60}? <N>",
                r"<N> (?:ratifications (?:et|ou) adhésions|adhésions (?:et|ou) ratifications)",
            ),
        ),
        (
            Measure.SIGNED,
            (
                rf"<N> {STATES} {HAVE}signé",
                rf"<N> (?:{STATES} )?signataires",
                rf"signée? (?:à ce jour |alors )?par <N> {STATES}",
            ),
        ),
    ),
    actions=(
        (
            Act.SIGN,
            None,
            (
                rf"<L>{DID}signé{THEN}",
                rf"<D>,? (?:la |le |les |l['’])?<L>{DID}signé",
                rf"(?:signature |signée? )(?:de <T> )?{OF}<L>[^.;⟦]{{0,30}}? ?(?:<T> )?<D>",
                r"<L> ?: signature[^.;⟦]{0,30}?(?:<T> )?[^.;⟦]{0,10}?<D>",
            ),
        ),
        (
            Act.CONSENT,
            TreatyActionKind.RATIFICATION,
            (
                rf"<L>{DID}ratifié{THEN}",
                rf"<L>{ON}(?:puis|et|avant de) (?:l['’]a(?:vait)? ratifiée?|la ratifier)[^.;⟦]{{0,20}} ?<D>",
                rf"<D>,? (?:la |le |les |l['’])?<L>{DID}ratifié",
                rf"ratification (?:de <T> )?{OF}<L>[^.;⟦]{{0,30}}? ?(?:<T> )?<D>",
                r"<L> ?: ratification[^.;⟦]{0,30}?(?:<T> )?[^.;⟦]{0,10}?<D>",
                rf"<L>{DID}déposé (?:son|leurs?) instruments? de ratification{THEN}",
            ),
        ),
        (
            Act.CONSENT,
            TreatyActionKind.ACCESSION,
            (
                r"<L> ?: adhésion[^.;⟦]{0,30}?(?:<T> )?[^.;⟦]{0,10}?<D>",
                r"adhésion[^.;⟦]{0,30}(?:<T> )?\(<L>\) ?: ?(?:le )?<D>",
                rf"adhésion (?:à <T> )?{OF}<L>[^.;⟦]{{0,30}}? ?(?:<T> )?[^.;⟦]{{0,10}}?<D>",
                rf"<L>{DID}déposé (?:son|leurs?) instruments? d['’]adhésion{THEN}",
            ),
        ),
        (
            Act.CONSENT,
            None,
            (
                rf"<L>{DID}(?:adhéré|accédé) à{THEN}",
                rf"<L>{DID}rejoint{THEN}",
                rf"<L> (?:est|était|sont) devenue?s? (?:un |le [^.;]{{0,12}}?)?(?:[ÉE]tats? )?parties?{THEN}",
                rf"<D>,? (?:la |le |les |l['’])?<L>{DID}(?:adhéré|accédé|rejoint)",
            ),
        ),
        (
            Act.FORCE,
            None,
            (
                rf"entrée? en vigueur {OF}(?:la |le |les |l['’])?<L>(?: depuis)? <D>",
                rf"en vigueur {OF}(?:la |le |les |l['’])?<L> depuis <D>",
                rf"<D>,? <T> est entrée? en vigueur {OF}<L>",
            ),
        ),
        (
            Act.LEAVE,
            None,
            (
                r"<L> s['’](?:est|était) retirée?s? (?:de )?<T>[^.;⟦]{0,20} <D>",
                r"retrait (?:de |du |des |d['’])(?:la |l['’])?<L>[^.;]{0,40}effet[^.;⟦]{0,10} <D>",
            ),
        ),
    ),
    votes=(
        (
            Ballot.IN_FAVOUR,
            (
                rf"<N> (?:voix|votes?|{STATES})?(?: ont voté)? ?(?:pour|en faveur|favorables)",
                r"par <N> voix",
            ),
        ),
        (Ballot.AGAINST, (r"<NONE> ?(?:voix|vote|État)? ?contre(?! (?:⟦|zéro|aucun))", r"contre <NONE>")),
        (
            Ballot.ABSTAINED,
            (
                rf"<NONE> (?:abstentions?|{STATES} se (?:sont|étant) abstenus|se sont abstenus)",
                r"abstentions? ?: <NONE>",
            ),
        ),
    ),
    none=r"zéro|aucune?|sans",
    doubtful=(
        r"\b(?:si|s['’]ils?|serai(?:t|ent)|pourrai(?:t|ent)|devrai(?:t|ent)|doi(?:t|vent)|souhait\w+|esp[ée]r\w+|espèr\w+|"
        r"envisag\w+|sera|seront|aura|auront|afin|objectif|invit\w+|appel\w+|exhort\w+|encourag\w+|n['’]est pas vrai|faux que|"
        r"inexact que|(?:selon|d['’]après) (?!<T>)|prétend\w*|jusqu['’]à ce que|lorsque|quand|avant que|imagin\w+|suppos\w+)\b"
    ),
    narrowed=(
        r"\b(?:particip\w+|présents|assist\w+|rapports?|représent\w+|Afrique|africains|Europe|européens|Asie|Pacifique|"
        r"Amériques?|touchés|affectés|détrui\w+|stocks?|parmi|dont)\b"
    ),
    past=r"\b(?:comptait|avait|avaient|étaient|était|restaient|alors)\b",
)
