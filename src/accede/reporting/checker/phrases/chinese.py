"""Chinese."""

from accede.reporting.checker.kinds.acts import Act
from accede.reporting.checker.phrases.phrases import Phrases
from accede.reporting.checker.timeline import Measure
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.treaty_actions import TreatyActionKind

STATES = r"(?:个)?(?:国家?|会员国)"
TREATY = r"《?<T>》?"
STILL = r"(?:仍然|仍|尚|还|依然|依旧)?"
WHEN = r"(?:已)?(?:于|在)?<D>，?,?(?:正式)?"

HAS = r"(?:有|共有|拥有|达|达到|为|增至|增加到)"

END = r"(?=[。；，,;.）)]|$)"

PHRASES = Phrases(
    counts=(
        (
            Measure.OUTSIDE,
            (
                r"<N>(?:个)?非缔约国",
                rf"<N>{STATES}{STILL}(?:不是|并非|未成为){TREATY}(?:的)?(?:缔约国|缔约方)",
                rf"<N>{STATES}{STILL}(?:未|没有|未曾)(?:加入|批准|成为)",
                rf"<N>{STATES}{STILL}(?:处于|在|游离于?){TREATY}?(?:之外|以外)",
                r"<N>(?:个国家)?尚未加入",
            ),
        ),
        (Measure.WITHDRAWN, (rf"<N>{STATES}(?:已经|已)?退出",)),
        (Measure.IN_FORCE, (rf"对<N>{STATES}(?:生效|有效)",)),
        (
            Measure.JOINED,
            (
                rf"{HAS}<N>(?:个)?缔约(?:国|方){END}",
                rf"<N>(?:个)?缔约(?:国|方){END}",
                rf"<N>{STATES}(?:已经|已)?(?:加入|批准|成为)",
                rf"<N>{STATES}(?:均)?(?:是|为){TREATY}(?:的)?缔约(?:国|方)",
                r"缔约(?:国|方)(?:的)?(?:数量|总数|数目)?(?:已经|已|目前)?(?:达到|达|为|是|增至|有|共有)<N>(?:个)?",
            ),
        ),
        (Measure.SIGNED, (r"<N>(?:个)?签署(?:国|方)", rf"<N>{STATES}(?:已经|已)?签署")),
    ),
    actions=(
        (Act.SIGN, None, (rf"<L>{WHEN}签署", r"<D>，?<L>(?:正式)?签署")),
        (Act.CONSENT, TreatyActionKind.RATIFICATION, (rf"<L>{WHEN}批准", r"<D>，?<L>(?:正式)?批准")),
        (Act.CONSENT, None, (rf"<L>{WHEN}(?:加入|成为)", r"<D>，?<L>(?:正式)?(?:加入|成为)(?:了)?")),
        (Act.FORCE, None, (r"<D>(?:起)?，?对<L>生效", rf"{TREATY}(?:于|在)?<D>(?:起)?对<L>生效")),
        (Act.LEAVE, None, (rf"<L>{WHEN}退出",)),
    ),
    votes=(
        (Ballot.IN_FAVOUR, (r"<N>票(?:赞成|支持)", r"赞成(?:票)?<N>")),
        (Ballot.AGAINST, (r"<NONE>票反对", r"反对(?:票)?<NONE>", r"(?P<none>无(?:人|国)?反对)")),
        (Ballot.ABSTAINED, (r"<NONE>票弃权", r"弃权(?:票)?<NONE>", rf"<N>{STATES}弃权")),
    ),
    none=r"0|零|无",
    doubtful=r"如果|假如|若|希望|期望|应当|应该|可能|将(?:会|有|达)|呼吁|敦促|预计|并非事实|不属实|据称|据说|据报道|目标|直到",
    narrowed=r"参加|出席|与会|报告|非洲|亚洲|欧洲|美洲|受影响|销毁|库存|其中",
    past=r"当时|曾有|曾经",
)
