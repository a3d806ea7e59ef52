"""Makes the shipped fonts and their manifest anew: `python scripts/subset_fonts.py STATES.csv`.

Run by hand, rarely, on Debian with fonts-noto-core and fonts-noto-cjk, with fonttools installed; the same versions
give the same bytes. STATES.csv is any text file with the names of States: its characters are kept.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "src/accede/reporting/fonts"
CORE = Path("/usr/share/fonts/truetype/noto")
CJK = Path("/usr/share/fonts/opentype/noto")
SIMPLIFIED_CHINESE = 2  # the face's place in the collections

# Latin, Greek and Cyrillic with their marks; punctuation, currency, letter-like signs, number forms; ligatures.
TEXT = [
    *range(0x20, 0x530),
    *range(0x1E00, 0x1F00),
    *range(0x2000, 0x2190),
    *range(0x2C60, 0x2C80),
    *range(0xFB00, 0xFB07),
]
ARABIC = [
    *range(0x20, 0x100),
    *range(0x600, 0x780),
    *range(0x8A0, 0x900),
    *range(0x2000, 0x2070),
    *range(0xFB50, 0xFF00),
]
MATHS = [*range(0x2190, 0x2300)]  # arrows and operators: the mark of attendance is U+221A
SHAPES = [*range(0x25A0, 0x2600), *range(0x2610, 0x2614), *range(0x2700, 0x2720)]


def gb2312(last_row: int) -> list[int]:
    """GB 2312-80 up to a row: 0xD7 ends level 1 (the 3,755 most usual), 0xF7 level 2 (all 6,763)."""
    pairs = (bytes((high, low)) for high in range(0xA1, last_row + 1) for low in range(0xA1, 0xFF))
    return sorted({ord(character) for pair in pairs for character in pair.decode("gb2312", "ignore")})


def fonts(names: str) -> list[tuple[str, Path, int, list[int]]]:
    """File name, where it comes from, the face in it, the characters to keep."""
    always = {*range(0x20, 0x7F), *range(0x3000, 0x3020), *range(0xFF01, 0xFF5F), *(ord(name) for name in names)}
    chinese, usual_chinese = sorted(always.union(gb2312(0xF7))), sorted(always.union(gb2312(0xD7)))
    text = [
        (f"{name}.ttf", CORE / f"{name}.ttf", -1, TEXT)
        for name in (
            "NotoSerif-Regular",
            "NotoSerif-Bold",
            "NotoSerif-Italic",
            "NotoSans-Regular",
            "NotoSans-Bold",
            "NotoSans-Italic",
        )
    ]
    return [
        *text,
        ("NotoNaskhArabic-Regular.ttf", CORE / "NotoNaskhArabic-Regular.ttf", -1, ARABIC),
        ("NotoNaskhArabic-Bold.ttf", CORE / "NotoNaskhArabic-Bold.ttf", -1, ARABIC),
        ("NotoSansMath-Regular.ttf", CORE / "NotoSansMath-Regular.ttf", -1, MATHS),
        ("NotoSansSymbols2-Regular.ttf", CORE / "NotoSansSymbols2-Regular.ttf", -1, SHAPES),
        ("NotoSerifCJKsc-Regular.otf", CJK / "NotoSerifCJK-Regular.ttc", SIMPLIFIED_CHINESE, chinese),
        ("NotoSansCJKsc-Bold.otf", CJK / "NotoSansCJK-Bold.ttc", SIMPLIFIED_CHINESE, usual_chinese),
    ]


def package_version(path: Path) -> str:
    """The Debian package that holds the file, and its version."""
    package = printed("dpkg", "-S", str(path)).split(":")[0]
    return f"{package} {printed('dpkg-query', '-W', '-f', '${Version}', package)}"


def printed(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def ranges(characters: list[int]) -> str:
    """Code points in hexadecimal, runs as "a-b"."""
    found: list[list[int]] = []
    for character in sorted(characters):
        if found and found[-1][1] == character - 1:
            found[-1][1] = character
        else:
            found.append([character, character])
    return " ".join(f"{first:x}" if first == last else f"{first:x}-{last:x}" for first, last in found)


def main(names: str) -> None:
    # Hints are for small screens and features for vertical setting are not ours.
    options = subset.Options(
        hinting=False,
        name_IDs=["*"],
        notdef_outline=True,
        recalc_timestamp=False,
        drop_tables=["FFTM", "DSIG", "vhea", "vmtx", "VORG"],
    )
    entries, covered = [], set()
    for name, origin, face, characters in fonts(names):
        options.font_number = face
        options.layout_features = ["kern", "ccmp", "locl"] if name.endswith(".otf") else ["*"]
        font = subset.load_font(str(origin), options)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=characters)
        subsetter.subset(font)
        target = FONTS / name
        subset.save_font(font, str(target), options)
        made = TTFont(target)
        covered |= made.getBestCmap().keys()
        names_of = made["name"]
        entries.append(
            "\n".join(
                (
                    "[[font]]",
                    f'file = "{name}"',
                    f'family = "{names_of.getDebugName(16) or names_of.getDebugName(1)}"',
                    f'style = "{names_of.getDebugName(17) or names_of.getDebugName(2)}"',
                    f'version = "{names_of.getDebugName(5).split(";")[0].removeprefix("Version ")}"',
                    f'copyright = "{names_of.getDebugName(0)}"',
                    'licence = "OFL-1.1"',
                    f'origin = "{origin.name}, Debian {package_version(origin)}, subset"',
                    f'sha256 = "{hashlib.sha256(target.read_bytes()).hexdigest()}"',
                )
            )
        )
    (FONTS / "manifest.toml").write_text(
        "# The shipped fonts, made by scripts/subset_fonts.py; `covered` lists the code points that one of them has.\n"
        f'covered = """\n{wrapped(ranges(sorted(covered)))}"""\n\n' + "\n\n".join(entries) + "\n",
        encoding="utf-8",
    )


def wrapped(text: str) -> str:
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) > 115:
            lines.append(line)
            line = ""
        line += f"{word} "
    return "\n".join(part.rstrip() for part in (*lines, line)) + "\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]).read_text(encoding="utf-8"))
