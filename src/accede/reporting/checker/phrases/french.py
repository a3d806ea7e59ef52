"""French."""

from accede.reporting.checker.kinds.acts import Act
from accede.reporting.checker.kinds.standing import Stands
from accede.reporting.checker.phrases.cities import CITIES
from accede.reporting.checker.phrases.phrases import Phrases, Told
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
    r"\b(?:compt\w+|réuni\w+|rassembl\w+|(?:y )?(?:a|avait|avaient|aura)|totalis\w+|atteint|atteignait|soit|"
    r"forte? de|est de|"
    r"était de|s['’]élève à|liait|lie)(?: (?!⟦)[\w'’-]+){0,3} "
)
END = (
    r"(?=(?: (?:à|au) (?:la |le |l['’])?<T>)?(?: ?[.;:,)]|$| et ⟦N| contre| ⟦D| aujourd| actuellement|"
    r" à ce jour| au total))"
)
NOW = r"(?:aujourd['’]hui |désormais |actuellement |déjà |devenus )?"
OF = r"(?:de |du |des |d['’]|par |à l['’]égard de |pour )?(?:la |le |les |l['’])?"

WHO = r"<L>(?:,? qui|, [^,;.⟦]{0,60},)? "
YET = r"(?: toujours| encore| à ce jour| actuellement| non plus)*"
OF_IT = r"(?=(?: (?:à|au|de|du|ni adhéré à))? ?(?:la |le |l['’]|cette )?⟦T| ?[.;:,)]|$| et | ni | ou | mais )"
TOLD = Told(
    standings=(
        (
            Stands.NOT_PARTY,
            (
                rf"{WHO}(?:n['’](?:est|était|étaient)|ne (?:sont|fai(?:t|sait|saient)|"
                rf"font)){YET} pas{YET}(?: un| des)? "
                rf"(?:partie|[ÉEée]tats? part(?:ie|ies)|parties){OF_IT}",
                rf"{WHO}(?:reste|demeure|se tien|se trouve|est|sont|restai|demeurai)(?:nt|t)?{YET} "
                r"(?:en dehors|hors|à l['’]écart|en marge) (?:de |du |d['’])(?:la |l['’])?<T>",
            ),
        ),
        (
            Stands.NOT_JOINED,
            (
                rf"{WHO}n['’](?:y |en )?(?:a|ont|avait|avaient){YET} (?:pas|jamais|point){YET} "
                rf"(?:signé ni )?(?:ratifié|adhéré|rejoint|accédé){OF_IT}",
            ),
        ),
        (
            Stands.SIGNATORY_ONLY,
            (rf"{WHO}(?:a|ont) signé (?:la |le )?<T>,? mais ne l['’](?:a|ont){YET} pas{YET} ratifiée?",),
        ),
        (
            Stands.PARTY,
            (
                rf"{WHO}(?:est|sont)(?: désormais| aujourd['’]hui| déjà| également| aussi| actuellement|"
                rf" bien)* (?:un |des )?"
                r"(?:[ÉEée]tats? )?part(?:ie|ies) (?:à |au )(?:la |l['’])?<T>",
                rf"{WHO}(?:fait|font) partie (?:de|des [ÉEée]tats parties à) (?:la |l['’])?<T>",
            ),
        ),
    ),
    ballots=(
        (
            Ballot.ABSTAINED,
            (
                rf"{WHO}(?:s['’](?:est|était|étaient)|se (?:sont|serait)) (?:de nouveau |également |"
                rf"aussi )?abstenue?s?(?! (?:de|d['’]))",
            ),
        ),
        (
            Ballot.AGAINST,
            (rf"{WHO}(?:a|ont|avait|avaient) (?:de nouveau |également |aussi )?voté (?:contre|non)\b",),
        ),
        (
            Ballot.IN_FAVOUR,
            (
                rf"{WHO}(?:a|ont|avait|avaient) (?:de nouveau |également |aussi )?voté (?:pour(?! que)|"
                rf"en faveur|oui|favorablement)\b",
                rf"{WHO}(?:a|ont) (?:appuyé|soutenu|approuvé) (?:la |cette )?⟦U\d+⟧",
            ),
        ),
    ),
    share=(
        r"<P> (?:de tous |de l['’]ensemble )?(?:des |les )?(?:[ÉEée]tats|pays|"
        r"nations)(?: membres de l['’](?:ONU|Organisation des Nations "
        r"Unies)| du monde| de la planète| du globe| de la terre)?(?! (?!sont|ont|ne|n['’]|y|se))"
    ),
    inside=r"\b(?:adhéré|accédé|ratifié|rejoint|liés? par|parties? (?:à|au|de) (?:la |l['’])?⟦T)",
    outside=(
        r"\b(?:non parties|pas (?:encore |toujours )?(?:parties|partie|adhéré|ratifié|rejoint)|"
        r"(?:en dehors|à l['’]écart|hors) (?:de |du )?(?:la |l['’])?⟦T)"
    ),
    place=r"<O> (?:[ÉEée]tat|pays)(?: partie| à (?:adhérer|ratifier|rejoindre|y adhérer|la ratifier)|,| \(|\.|$)",
    became=r"\bdev(?:en|ien)\w+[^.;:,⟦]{0,20}|\b(?:est|était|fut|soit) (?:ainsi |donc |désormais )?(?:le |la )",
    held=(
        r"\b(?:tenue?|réunie?s?|organisée?|accueilli\w*|eu lieu|déroulée?|ouverte?|célébrée?|convoquée?|"
        r"se (?:tient|tiendra))\b"
    ),
    link=(
        r"[dl]['’]|de|du|des|le|la|les|à|au|en|qui|s['’]|est|été|était|a|ont|avait|se|sera|ville|annexe|sa|son|"
        r"part(?:ie|ies)"
    ),
    at=r"\bà ",
    cities=CITIES["fr"],
    attended=(
        rf"{WHO}(?:a|ont|avait|avaient) (?:également |aussi )?(?:participé|assisté|"
        rf"pris part)(?:,? (?:en qualité |en tant |à titre )"
        r"(?:d['’]observat\w+|que? \w+),?)? (?:à|aux?) (?:la |l['’])?<M>",
    ),
    other_text=r"nucléaire|sous-munitions|chimique|biologique|commerce des armes|armes légères|espace|cyber|climat",
)

PHRASES = Phrases(
    counts=(
        (
            Measure.OUTSIDE,
            (
                rf"<N> (?:{STATES} )?(?:(?:qui )?(?:sont|étaient) |sont encore )?non[- ]parties",
                rf"<N> {STATES} (?:qui )?(?:ne sont|n['’](?:en (?:sont|étaient)|étaient|"
                rf"avaient pas été)) {NOT}parties",
                rf"<N> {STATES} (?:qui )?(?:sont |étaient )?(?:rest(?:ent|aient|és)|demeur(?:ent|aient)|"
                rf"se trouv(?:ent|aient)|sont|"
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
                rf"<N> {STATES} (?:qui )?{HAVE}(?:adhéré|ratifié|rejoint|accédé)",
                rf"<N> {STATES} (?:qui )?(?:sont|étaient) (?:{NOW})?liés par (?:la |le )?<T>",
                rf"<T> (?:a été|avait été|est|était) ratifiée? par <N> {STATES}",
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
                r"<L> l['’](?:a|avait) signée?[^.;⟦]{0,20}? ?<D>",
                rf"<D>,? (?:la |le |les |l['’])?<L>{DID}signé",
                rf"(?:signature |signée? )(?:de <T> )?{OF}<L>[^.;⟦]{{0,30}}? ?(?:<T>,? )?<D>",
                r"<L> ?: signature[^.;⟦]{0,30}?(?:<T> )?[^.;⟦]{0,10}?<D>",
            ),
        ),
        (
            Act.CONSENT,
            TreatyActionKind.RATIFICATION,
            (
                rf"<L>{DID}ratifié{THEN}",
                r"<L> l['’](?:a|avait) ratifiée?[^.;⟦]{0,20}? ?<D>",
                rf"<L>{ON}(?:puis|et|avant de) (?:l['’]a(?:vait)? ratifiée?|la ratifier)[^.;⟦]{{0,20}} ?<D>",
                rf"<D>,? (?:la |le |les |l['’])?<L>{DID}ratifié",
                rf"ratification (?:de <T> )?{OF}<L>[^.;⟦]{{0,30}}? ?(?:<T>,? )?<D>",
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
                rf"adhésion (?:à <T> )?{OF}<L>[^.;⟦]{{0,30}}? ?(?:<T>,? )?[^.;⟦]{{0,10}}?<D>",
                rf"<L>{DID}déposé (?:son|leurs?) instruments? d['’]adhésion{THEN}",
            ),
        ),
        (
            Act.CONSENT,
            None,
            (
                rf"<L>{DID}(?:adhéré|accédé) à{THEN}",
                r"<L> (?:y a|y avait|l['’]a|y ont) (?:adhéré|accédé|rejointe?)[^.;⟦]{0,20}? ?<D>",
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
                rf"<D>,? (?:la |le )?<T> est entrée? en vigueur {OF}<L>",
                r"(?:pour|à l['’]égard d(?:e|u|es)) ?(?:la |le |les |l['’])?<L>,? (?:la |le )?<T> (?:est|"
                r"était) (?:entrée? )?en vigueur(?: depuis)? <D>",
                r"<T> (?:est|était) (?:entrée? )?en vigueur <D> (?:pour|à l['’]égard d(?:e|u|es)) ?(?:la |le |"
                r"les |l['’])?<L>",
            ),
        ),
        (
            Act.LEAVE,
            None,
            (
                r"<L> s['’](?:est|était) (?:officiellement |formellement )?retirée?s? (?:de )?(?:la |"
                r"l['’])?<T>[^.;⟦]{0,20} <D>",
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
                r"(?:voix |votes? )?(?:pour|en faveur|favorables) ?[:,]? <N>",
            ),
        ),
        (
            Ballot.AGAINST,
            (r"<NONE> ?(?:voix|vote|État)? ?contre(?! (?:⟦|zéro|aucun))", r"contre <NONE>", r"contre ?[:,] <N>"),
        ),
        (
            Ballot.ABSTAINED,
            (
                rf"<NONE> (?:abstentions?|{STATES} se (?:sont|étant) abstenus|se sont abstenus)",
                r"abstentions? ?[:,]? <N>",
            ),
        ),
    ),
    none=r"zéro|aucune?|sans",
    doubtful=(
        r"\b(?:si|s['’]ils?|serai(?:t|ent)|pourrai(?:t|ent)|devrai(?:t|ent)|doi(?:t|vent)|souhait\w+|"
        r"esp[ée]r\w+|espèr\w+|"
        r"envisag\w+|sera|seront|aura|auront|afin|objectif|invit\w+|appel\w+|exhort\w+|encourag\w+|"
        r"n['’]est pas (?:vrai|la|le|exact)|ce ne sont pas|faux que|"
        r"inexact que|(?:selon|d['’]après) (?!<T>)|prétend\w*|jusqu['’]à ce que|lorsque|quand|avant que|"
        r"imagin\w+|suppos\w+)\b"
    ),
    narrowed=(
        r"\b(?:particip\w+|présents|assist\w+|rapports?|représent\w+|Afrique|africains|Europe|européens|Asie|"
        r"Pacifique|"
        r"Amériques?|régions?|régiona\w+|continents?|Caraïbes|latine?|"
        r"latino\w*|Commonwealth|Union|OTAN|groupe|francophon\w+|pas tous|"
        r"arabes?|insulaires|touchés|affectés|détrui\w+|stocks?|parmi|dont)\b"
    ),
    past=r"\b(?:comptait|avait|avaient|étaient|était|restaient|alors)\b",
    told=TOLD,
)
