"""Arabic."""

from accede.reporting.checker.kinds.acts import Act
from accede.reporting.checker.phrases.phrases import Phrases
from accede.reporting.checker.timeline import Measure
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.treaty_actions import TreatyActionKind

STATES = r"(?:دولة|دول|بلدا?ً?)"
THEN = r"(?: إلى| على| من)?(?: <T>)?،?[^.؛⟦]{0,20} ?<D>"

HAS = r"(?:كانت|كان|هناك|تضم|بلغ\w*|أصبحت|توجد|يوجد|ضمت)(?: (?!⟦)\w+){0,3} "

END = r"(?=(?: في <T>)?(?: ?[.؛،:)]|$| ⟦D))"

PHRASES = Phrases(
    counts=(
        (
            Measure.OUTSIDE,
            (
                rf"<N> {STATES} غير (?:طرف|أطراف)",
                rf"<N> {STATES} (?:ليست|لم تكن) (?:أ?طرفا?ً?|طرف|أطرافا?ً?)",
                rf"<N> {STATES} (?:لا تزال|ما زالت|ظلت|تظل|لم تزل|بقيت) خارج",
                rf"<N> {STATES} (?:لم تنضم|لم تصدق|خارج)",
                rf"(?:لا تزال|ما زالت|ظلت|بقيت) <N> {STATES} خارج",
            ),
        ),
        (Measure.WITHDRAWN, (rf"انسحبت(?: من <T>)? <N> {STATES}", rf"<N> {STATES} انسحبت")),
        (
            Measure.JOINED,
            (
                rf"{HAS}<N> {STATES} (?:طرفا?ً?|أطراف){END}",
                rf"<N> {STATES} (?:طرفا?ً?|أطراف){END}",
                rf"<N> (?:{STATES} )?من الدول الأطراف",
                r"عدد الدول الأطراف(?: في <T>)?[^.؛⟦]{0,20}<N>",
                rf"(?:انضمت|صدقت|صادقت)(?: إلى| على)?(?: <T>)? <N> {STATES}",
                rf"<N> {STATES} (?:انضمت|صدقت|صادقت)",
            ),
        ),
        (Measure.SIGNED, (rf"(?:وقعت|وقّعت)(?: على)?(?: <T>)? <N> {STATES}", rf"<N> {STATES} (?:وقعت|وقّعت|موقعة)")),
    ),
    actions=(
        (Act.SIGN, None, (rf"(?:وقعت|وقّعت|وقع) <L>{THEN}", r"<D>،? (?:وقعت|وقّعت|وقع) <L>")),
        (
            Act.CONSENT,
            TreatyActionKind.RATIFICATION,
            (rf"(?:صدقت|صادقت|صدّقت|صدق) <L>{THEN}", r"<D>،? (?:صدقت|صادقت|صدّقت|صدق) <L>"),
        ),
        (
            Act.CONSENT,
            None,
            (rf"(?:انضمت|انضم) <L>{THEN}", r"<D>،? (?:انضمت|انضم) <L>", rf"أصبحت <L> (?:دولة )?طرفا?ً?(?: في)?{THEN}"),
        ),
        (Act.FORCE, None, (r"(?:دخلت|تدخل) (?:<T> )?حيز النفاذ (?:بالنسبة )?(?:إلى |ل ?)<L> <D>",)),
        (Act.LEAVE, None, (r"انسحبت <L>(?: من)? <T>[^.؛⟦]{0,20}<D>",)),
    ),
    votes=(
        (Ballot.IN_FAVOUR, (r"<N> صوتا?ً? (?:مؤيدا?ً?|لصالح)", r"أغلبية <N> صوتا?ً?")),
        (Ballot.AGAINST, (r"مقابل <NONE>", r"<NONE> (?:صوتا?ً? )?(?:معارضا?ً?|ضد)")),
        (Ballot.ABSTAINED, (r"امتناع <NONE>", r"<N> (?:امتناعا?ً?|ممتنعا?ً?|عضوا?ً? عن التصويت)")),
    ),
    none=r"لا شيء|لا أحد|صفر|صوت واحد (?!)",
    doubtful=r"\b(?:إذا|لو|قد|سوف|ينبغي|يمكن|نأمل|يأمل|ندعو|يدعو|تدعو|حث|يحث|زعم\w*|غير صحيح|ليس صحيحا?ً?|هدف)\b",
    narrowed=r"شارك|حضر|تقرير|تقارير|أفريقيا|آسيا|أوروبا|المتضررة|تدمير|مخزون|من بينها",
    past=r"كان|كانت|آنذاك",
)
