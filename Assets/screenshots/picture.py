#!/usr/bin/env python3
"""Draws what `tmux capture-pane -p -e -N` printed as a picture of a terminal window, in SVG.

    picture.py --title TITLE FRAME >picture.svg
    picture.py --title TITLE --caption TEXT FRAME --caption TEXT FRAME … >film.svg

A frame is a file: its first line holds the columns, the rows and the cursor's column and row, what was captured
follows. One frame makes a picture; several make a film that goes on by itself, with what happens in words beneath.
Rows that several frames share are drawn once. Nothing but Python's own library is needed.
"""

import argparse
import re
import sys
import unicodedata
from html import escape

CELL_WIDTH, CELL_HEIGHT, FONT_SIZE, BASELINE = 8.43, 18, 14, 13.5
MARGIN, TITLE_BAR, CAPTION_BAR = 14, 34, 36
SECONDS_A_FRAME = 2.6
BACKGROUND, FOREGROUND, CHROME, EDGE = "#1c1c1c", "#d0d0d0", "#2e2e2e", "#5f5f5f"
FONTS = "ui-monospace,'SF Mono',Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace"

# Lines are drawn as lines, so that they meet from row to row in any font: where each goes to from its cell's middle.
LINES = {"─": "ew", "│": "ns", "┌": "es", "┐": "ws", "└": "en", "┘": "wn", "├": "ens", "┤": "wns"}

PLAIN = (None, None, False, False, False)  # letters' colour, background, bold, underlined, reversed


def palette(number):
    """The colour that terminals show for one of their 256 numbers."""
    basic = "1c1c1c cd3131 0dbc79 e5e510 2472c8 bc3fbc 11a8cd d0d0d0 666666 f14c4c 23d18b f5f543 3b8eea d670d6 29b8db ffffff"
    if number < 16:
        return "#" + basic.split()[number]
    if number >= 232:
        return "#" + f"{(number - 232) * 10 + 8:02x}" * 3
    steps = (0, 95, 135, 175, 215, 255)
    number -= 16
    return "#" + "".join(f"{steps[number // power % 6]:02x}" for power in (36, 6, 1))


def restyled(style, codes):
    """The style after a sequence that sets it."""
    color, background, bold, underlined, is_reversed = style
    codes = [int(code or 0) for code in codes.split(";")]
    while codes:
        code = codes.pop(0)
        if code in (38, 48):
            if codes.pop(0) == 5:
                value = palette(codes.pop(0))
            else:
                value = "#" + "".join(f"{codes.pop(0):02x}" for _ in range(3))
            color, background = (value, background) if code == 38 else (color, value)
        elif code == 0:
            color, background, bold, underlined, is_reversed = PLAIN
        elif code in (1, 22):
            bold = code == 1
        elif code in (4, 24):
            underlined = code == 4
        elif code in (7, 27):
            is_reversed = code == 7
        elif 30 <= code <= 37 or 90 <= code <= 97:
            color = palette(code - 30 if code < 90 else code - 82)
        elif 40 <= code <= 47:
            background = palette(code - 40)
        elif code == 39:
            color = None
        elif code == 49:
            background = None
    return color, background, bold, underlined, is_reversed


def width(character):
    """How many cells a character takes."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cells_of(line, style):
    """The cells of a row, each with its column, its text and its style, and the style that the next row starts with."""
    cells, column = [], 0
    for part in re.split(r"(\x1b\[[0-9;]*m|\x1b\([B0]|[\x0e\x0f])", line):
        if part.startswith("\x1b["):
            style = restyled(style, part[2:-1])
        elif part and part[0] not in "\x1b\x0e\x0f":
            for character in part:
                if width(character) == 0 and cells:
                    cells[-1] = (cells[-1][0], cells[-1][1] + character, style)
                    continue
                cells.append((column, character, style))
                column += width(character)
    return cells, style


class Drawing:
    """The parts of one picture: its styles, and its rows, each of which is drawn once."""

    def __init__(self):
        self.classes = {}
        self.rows = {}

    def name_of(self, color, bold, underlined):
        """The class of a style of letters."""
        rule = f"fill:{color}" + (";font-weight:bold" if bold else "") + (
            ";text-decoration:underline" if underlined else "")
        return self.classes.setdefault(rule, f"s{len(self.classes)}")

    def row(self, cells):
        """The name under which a row is drawn; None where it shows nothing."""
        drawn = "".join(self.backgrounds(cells)) + "".join(self.lines(cells)) + "".join(self.letters(cells))
        return self.rows.setdefault(drawn, f"r{len(self.rows)}") if drawn else None

    @staticmethod
    def looks(style):
        """The colours of letters and background as they are seen."""
        color, background, _, _, is_reversed = style
        color, background = color or FOREGROUND, background or BACKGROUND
        return (background, color) if is_reversed else (color, background)

    def backgrounds(self, cells):
        for run in runs(cells, lambda cell: self.looks(cell[2])[1]):
            color = self.looks(run[0][2])[1]
            if color != BACKGROUND:
                x, end = run[0][0], run[-1][0] + width(run[-1][1][0])
                yield f'<path fill="{color}" d="M{x * CELL_WIDTH:g} 0h{(end - x) * CELL_WIDTH:g}v{CELL_HEIGHT}H{x * CELL_WIDTH:g}z"/>'

    def lines(self, cells):
        for run in runs(cells, lambda cell: (cell[1] in LINES, self.looks(cell[2])[0])):
            if run[0][1] not in LINES:
                continue
            path = ""
            for column, text, _ in run:
                x, y = (column + 0.5) * CELL_WIDTH, CELL_HEIGHT / 2
                for end in LINES[text]:
                    way = {"e": f"h{CELL_WIDTH / 2:g}", "w": f"h-{CELL_WIDTH / 2:g}", "n": f"v-{y:g}", "s": f"v{y:g}"}
                    path += f"M{x:g} {y:g}{way[end]}"
            yield f'<path stroke="{self.looks(run[0][2])[0]}" d="{path}"/>'

    def letters(self, cells):
        """Runs of letters, each held to its columns: another font's own widths must not move what follows."""
        for run in runs(cells, self.letter_style):
            for word in words(run):
                column, end = word[0][0], word[-1][0] + width(word[-1][1][0])
                text = "".join(cell[1] for cell in word)
                color, _ = self.looks(word[0][2])
                name = self.name_of(color, word[0][2][2], word[0][2][3])
                length = (end - column) * CELL_WIDTH
                yield (f'<text class="{name}" x="{column * CELL_WIDTH:g}" y="{BASELINE}" textLength="{length:g}"'
                       f' lengthAdjust="spacingAndGlyphs">{escape(text, quote=False)}</text>')

    def letter_style(self, cell):
        _, text, style = cell
        return text not in LINES, self.looks(style)[0], style[2], style[3], width(text[0])


def runs(cells, key):
    """Neighbours that are alike."""
    run = []
    for cell in cells:
        if run and key(run[-1]) != key(cell):
            yield run
            run = []
        run.append(cell)
    if run:
        yield run


def words(run):
    """The parts of a run between two or more spaces, without spaces around them; lines are no words."""
    part, spaces = [], []
    for cell in run:
        if cell[1] in LINES:
            return
        if cell[1] == " " and not cell[2][3]:
            spaces.append(cell)
            continue
        if part and len(spaces) > 1:
            yield part
            part = []
        part += (spaces if part else []) + [cell]
        spaces = []
    if part:
        yield part


def frame_of(path, drawing):
    """The names of a frame's rows, its size, and the cursor's place and letter."""
    with open(path, encoding="utf-8") as file:
        columns, rows, x, y = (int(number) for number in file.readline().split())
        captured = file.read().split("\n")[:rows]
    style, names, under_cursor = PLAIN, [], " "
    for number, line in enumerate(captured):
        cells, style = cells_of(line, style)
        names.append(drawing.row(cells))
        if number == y:
            under_cursor = next((text for column, text, _ in cells if column == x), " ")
    return names, (columns, rows), (x, y, under_cursor)


def drawn_frame(frame):
    names, _, (x, y, letter) = frame
    parts = [f'<use href="#{name}" y="{row * CELL_HEIGHT}"/>' for row, name in enumerate(names) if name]
    left, top = x * CELL_WIDTH, y * CELL_HEIGHT
    parts.append(f'<path fill="#e8c547" d="M{left:g} {top + 1}h{CELL_WIDTH}v{CELL_HEIGHT - 2}H{left:g}z"/>')
    if letter.strip():
        parts.append(f'<text x="{left:g}" y="{top + BASELINE:g}" fill="{BACKGROUND}">{escape(letter)}</text>')
    return "".join(parts)


def film_rules(count):
    """Style rules that show one frame after the other; who wants no motion sees the last one."""
    if count == 1:
        return ""
    rules = ["g.f{visibility:hidden}", f"#f{count - 1}{{visibility:visible}}",
             "@media (prefers-reduced-motion:no-preference){"]
    length = SECONDS_A_FRAME * (count + 1)  # The last one stays for two.
    for number in range(count):
        start, end = 100 * number / (count + 1), 100 * (number + 1) / (count + 1)
        end = 100 if number == count - 1 else end
        before = "" if number == 0 else f"0%{{visibility:hidden}}"
        after = "" if end == 100 else f"{end:.3f}%,100%{{visibility:hidden}}"
        last = "" if end != 100 else "100%{visibility:visible}"
        rules.append(f"@keyframes k{number}{{{before}{start:.3f}%{{visibility:visible}}{after}{last}}}")
        rules.append(f"#f{number}{{animation:k{number} {length:g}s step-end infinite}}")
    return "".join(rules) + "}"


def picture(title, paths, captions):
    drawing = Drawing()
    frames = [frame_of(path, drawing) for path in paths]
    columns, rows = frames[0][1]
    caption_bar = CAPTION_BAR if any(captions) else 0
    wide = columns * CELL_WIDTH + 2 * MARGIN
    high = TITLE_BAR + rows * CELL_HEIGHT + 2 * MARGIN + caption_bar
    groups = []
    for number, frame in enumerate(frames):
        caption = ""
        if caption_bar:
            y = high - TITLE_BAR - MARGIN - 13
            bar = wide * (number + 1) / len(frames)
            caption = (f'<path fill="#3a3a3a" d="M{-MARGIN} {y - 23:g}h{wide:g}v1H{-MARGIN}z"/>'
                       f'<path fill="#e8c547" d="M{-MARGIN} {y - 23:g}h{bar:g}v2H{-MARGIN}z"/>'
                       f'<text class="w" x="0" y="{y:g}">{escape(captions[number])}</text>')
        groups.append(f'<g class="f" id="f{number}">{drawn_frame(frame)}{caption}</g>')
    rules = "".join(f".{name}{{{rule}}}" for rule, name in drawing.classes.items())
    defs = "".join(f'<g id="{name}">{row}</g>' for row, name in drawing.rows.items())
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" width="{wide:g}" height="{high:g}" role="img">
<title>{escape(title)}</title>
<style>text{{font:{FONT_SIZE}px {FONTS};white-space:pre}}.w{{font:15px system-ui,sans-serif;fill:#e4e4e4}}{rules}{film_rules(len(frames))}</style>
<defs>{defs}</defs>
<rect x=".5" y=".5" width="{wide - 1:g}" height="{high - 1:g}" rx="9" fill="{BACKGROUND}" stroke="{EDGE}"/>
<path fill="{CHROME}" d="M1 {TITLE_BAR}V10a9 9 0 0 1 9-9H{wide - 10:g}a9 9 0 0 1 9 9V{TITLE_BAR}z"/>
<g fill="{EDGE}"><circle cx="20" cy="17" r="5.5"/><circle cx="38" cy="17" r="5.5"/><circle cx="56" cy="17" r="5.5"/></g>
<text class="w" x="{wide / 2:g}" y="22" text-anchor="middle">{escape(title)}</text>
<g transform="translate({MARGIN} {TITLE_BAR + MARGIN})">{"".join(groups)}</g>
</svg>
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--title", required=True, help="what the window's bar says")
    parser.add_argument("--caption", action="append", default=[], help="what a film says under its next frame")
    parser.add_argument("frames", nargs="+", metavar="FRAME")
    options = parser.parse_args()
    captions = options.caption or [""] * len(options.frames)
    if len(captions) != len(options.frames):
        parser.error("a film has a caption for each of its frames")
    sys.stdout.write(picture(options.title, options.frames, captions))


if __name__ == "__main__":
    main()
