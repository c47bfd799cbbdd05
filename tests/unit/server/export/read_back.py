"""Reads exported files with programs that are not ours (Python's csv and json, openpyxl) and compares every cell.

Usage: read_back.py EXPECTED.json FILE. EXPECTED: {"sheets": [{"title", "columns": [...], "rows": [[["text", "x"], ...]]}],
"keys": [...]}. A cell is [kind, text]; kinds: empty, text, number, moment. Prints each difference; exit 1 where there is one.
"""
import csv
import decimal
import json
import re
import sys

wrong = []


def differ(where, got, wanted):
    if len(wrong) < 20:
        print(f"{where}: {got!r} instead of {wanted!r}")
    wrong.append(where)


def same_rows(where, got, wanted, same):
    if len(got) != len(wanted):
        differ(where, f"{len(got)} rows", f"{len(wanted)} rows")
    for y, (row, cells) in enumerate(zip(got, wanted)):
        if len(row) != len(cells):
            differ(f"{where} row {y}", f"{len(row)} cells", f"{len(cells)} cells")
        for x, (value, cell) in enumerate(zip(row, cells)):
            if not same(value, cell):
                differ(f"{where} row {y} cell {x}", value, cell)


STARTS = tuple("=+-@\t\r\n＝＋－＠")


def runs(text):
    """Whether a spreadsheet would take the cell for a formula."""
    return text.startswith(STARTS) and is_formula(text)


def is_formula(text):
    behind = text.lstrip("'")
    plain = re.fullmatch(r"[+-]?\d+(\.\d+)?", text) and len(re.sub(r"\D", "", text)) <= 15
    return behind.startswith(STARTS) and not plain


def csv_same(value, cell):
    kind, text = cell
    if kind == "text":
        if runs(value):
            return False
        if value.startswith("'") and is_formula(value[1:]):
            value = value[1:]
    return value == text


def check_csv(file, wanted):
    with open(file, encoding="utf-8", newline="") as stream:
        if stream.read(1) != "\ufeff":
            differ(file, "no byte order mark", "one")
        rows = list(csv.reader(stream, strict=True))
    sheet = wanted["sheets"][0]
    if rows[0] != sheet["columns"]:
        differ("titles", rows[0], sheet["columns"])
    same_rows(sheet["title"], rows[1:], sheet["rows"], csv_same)


def unescaped(text):
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found.group(1), 16)), text)


def cut(text, most, mark):
    units = lambda s: len(s.encode("utf-16-le")) // 2
    if units(text) <= most:
        return text
    out, left = "", most - units(mark)
    for c in text:
        left -= units(c)
        if left < 0:
            break
        out += c
    return out + mark


def check_xlsx(file, wanted):
    import openpyxl

    book = openpyxl.load_workbook(file, read_only=False)
    names = [sheet["title"] for sheet in wanted["sheets"]]
    if book.sheetnames[: len(names)] != names or len(book.sheetnames) != len(names) + 1:
        differ("sheets", book.sheetnames, names)

    def same(value, cell):
        kind, text = cell
        if value.data_type == "f":
            return False
        if kind == "empty":
            return value.value is None
        if kind == "number":
            return value.data_type == "n" and decimal.Decimal(repr(value.value)) == decimal.Decimal(text)
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
        return unescaped(value.value or "") == cut(text, wanted["characters"], wanted["mark"])

    for sheet in wanted["sheets"]:
        rows = list(book[sheet["title"]].iter_rows())
        titles = [cell.value for cell in rows[0]]
        if titles != sheet["columns"]:
            differ("titles", titles, sheet["columns"])
        same_rows(sheet["title"], rows[1:], sheet["rows"], same)
    about = {row[0].value: row[1].value for row in book[book.sheetnames[-1]].iter_rows()}
    for name, value in wanted["about"].items():
        if about.get(name) != value:
            differ(f"about {name}", about.get(name), value)


def check_geojson(file, wanted):
    with open(file, encoding="utf-8") as stream:
        value = json.load(stream, parse_float=decimal.Decimal)
    sheet, keys = wanted["sheets"][0], wanted["keys"]
    got = [[feature["properties"].get(key) for key in keys] for feature in value["features"]]

    def same(found, cell):
        kind, text = cell
        if kind == "empty":
            return found is None
        if kind == "number":
            return not isinstance(found, str) and decimal.Decimal(found) == decimal.Decimal(text)
        return found == text

    same_rows(sheet["title"], got, sheet["rows"], same)
    places = [feature["geometry"] and [float(n) for n in feature["geometry"]["coordinates"]] for feature in value["features"]]
    if places != wanted["places"]:
        differ("places", places, wanted["places"])


with open(sys.argv[1], encoding="utf-8") as stream:
    expected = json.load(stream)
ending = sys.argv[2].rsplit(".", 1)[1]
{"csv": check_csv, "xlsx": check_xlsx, "geojson": check_geojson}[ending](sys.argv[2], expected)
sys.exit(1 if wrong else 0)
