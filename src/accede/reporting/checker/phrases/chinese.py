"""Chinese."""

from accede.reporting.checker.kinds.acts import Act
from accede.reporting.checker.kinds.standing import Stands
from accede.reporting.checker.phrases.cities import CITIES
from accede.reporting.checker.phrases.phrases import Phrases, Told
from accede.reporting.checker.timeline import Measure
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.treaty_actions import TreatyActionKind

STATES = r"(?:个)?(?:国家?|会员国)"
TREATY = r"《?<T>》?"
STILL = r"(?:仍然|仍|尚|还|依然|依旧)?"
WHEN = r"(?:已)?(?:于|在)?<D>，?,?(?:正式)?"

HAS = r"(?:有|共有|拥有|达|达到|为|增至|增加到)"

END = r"(?=[。；，,;.）)]|$)"

WHO = r"<L>(?:(?:目前|至今|现在|迄今|一直|都|均|也|，)*)"
YET = r"(?:仍然|仍|尚|还|依然|依旧|一直|迟迟|至今)*"
ON = r"(?:代表团?|在|对|就|于|关于|进行|表决|投票|时|中|均|都|也|则|的|大会|决议草案|决议|草案|该|《|》|⟦[UDT]\d+⟧)*"
TOLD = Told(
    standings=(
        (
            Stands.NOT_PARTY,
            (
                rf"{WHO}{YET}(?:不是|并非|并不是|未成为|没有成为|不属于|不为){TREATY}?(?:的)?(?:一个)?缔约(?:国|方)",
                rf"{WHO}{YET}(?:游离于?|处于|置身于?|留在|在){TREATY}(?:之外|以外)",
            ),
        ),
        (
            Stands.NOT_JOINED,
            (
                rf"{WHO}{YET}(?:未|没有|未曾|并未|从未|未能)(?:签署或|签署、)?(?:加入|批准)(?:或(?:批准|加入))?(?=该|本|《|⟦T|[。，；,;]|$)",
            ),
        ),
        (Stands.SIGNATORY_ONLY, (rf"{WHO}(?:已)?签署(?:了)?{TREATY}，?(?:但|却){YET}(?:未|没有)(?:予以|加以)?批准",)),
        (Stands.PARTY, (rf"{WHO}(?:已经|已|均|都|也|同)*(?:是|为){TREATY}(?:的)?(?:一个)?缔约(?:国|方)(?!会)",)),
    ),
    ballots=(
        (
            Ballot.ABSTAINED,
            (
                rf"<L>{ON}投(?:了|下)?弃权票(?!的)",
                rf"<L>{ON}弃权(?=[。，；,;）)]|$)",
            ),
        ),
        (
            Ballot.AGAINST,
            (rf"<L>{ON}(?:投(?:了|下)?反对票|投票反对)(?!的)",),
        ),
        (
            Ballot.IN_FAVOUR,
            (rf"<L>{ON}(?:投(?:了|下)?(?:赞成|支持|赞同)票|投票(?:赞成|支持))(?!的)",),
        ),
    ),
    share=r"(?:全世界|世界(?:上)?|全球)[^。；，,⟦]{0,6}<P>(?:以上|左右)?(?:的)?(?:国家|会员国|各国)",
    inside=r"加入|批准|缔约国|缔约方",
    outside=r"(?:未|没有|尚未|不是)(?:加入|批准|成为|《?⟦T\d+⟧》?的?缔约)|⟦T\d+⟧》?(?:之外|以外)",
    place=r"<O>(?:个)?(?:缔约(?:国|方)(?!会|大会)|(?:加入|批准)\S{0,12}的?国家)",
    became=r"(?:成为|是|为|作为)[^。；，,]{0,12}",
    held=r"举行|召开|举办|开幕|闭幕",
    link=r"于|在|的|了|从|至|期间|公约",
    at=r"在|于",
    cities=CITIES["zh"],
    attended=(
        r"<L>(?:以观察员(?:国)?(?:的)?身份|作为观察员|派(?:代表|团)|代表团?|也|均|都|曾|于|在|⟦D\d+⟧)*(?:出席|参加|列席)(?:了)?(?:《?⟦T\d+⟧》?)?<M>",
    ),
    other_text=r"核武|核裁|集束|化学|生物|武器贸易|小武器|外空|太空|网络|气候",
)

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
        (
            Act.CONSENT,
            TreatyActionKind.RATIFICATION,
            (rf"<L>{WHEN}(?:向[^。；，⟦]{{0,10}})?交存(?:了)?(?:其)?(?:对)?(?:《?<T>》?)?(?:的)?批准书",),
        ),
        (
            Act.CONSENT,
            TreatyActionKind.ACCESSION,
            (rf"<L>{WHEN}(?:向[^。；，⟦]{{0,10}})?交存(?:了)?(?:其)?(?:对)?(?:《?<T>》?)?(?:的)?加入书",),
        ),
        (Act.CONSENT, None, (rf"<L>{WHEN}(?:加入|成为)", r"<D>，?<L>(?:正式)?(?:加入|成为)(?:了)?")),
        (Act.FORCE, None, (r"<D>(?:起)?，?对<L>生效", rf"{TREATY}(?:于|在)?<D>(?:起)?对<L>生效")),
        (Act.LEAVE, None, (rf"<L>{WHEN}退出",)),
    ),
    votes=(
        (
            Ballot.IN_FAVOUR,
            (
                r"<N>票(?:赞成|支持)",
                r"赞成(?:票)?<N>",
                r"<N>票对",
                rf"<N>{STATES}(?:投(?:了|下)?(?:赞成|支持)票|投票(?:赞成|支持)|赞成)",
            ),
        ),
        (
            Ballot.AGAINST,
            (
                r"<NONE>票反对",
                r"票对<NONE>票?",
                rf"<N>{STATES}(?:投(?:了|下)?反对票|投票反对|反对)",
                r"反对(?:票)?<NONE>",
                r"(?P<none>无(?:人|国)?反对)",
            ),
        ),
        (Ballot.ABSTAINED, (r"<NONE>票弃权", r"弃权(?:票)?<NONE>", rf"<N>{STATES}(?:投(?:了|下)?)?弃权")),
    ),
    none=r"0|零|无",
    doubtful=r"如果|假如|若|希望|期望|应当|应该|可能|将(?:会|有|达)|呼吁|敦促|预计|并非事实|不属实|据称|据说|据报道|目标|直到",
    narrowed=r"参加|出席|与会|报告|非洲|亚洲|欧洲|美洲|地区|区域|大陆|东盟|联盟|集团|拉丁|加勒比|阿拉伯|中东|太平洋|北约|欧盟|并非所有|不是所有|受影响|销毁|库存|其中",
    past=r"当时|曾有|曾经",
    told=TOLD,
)
