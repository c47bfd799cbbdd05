#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "shared/form/xlsx/archive.h"
#include "shared/form/xlsx/cell_text.h"
#include "shared/form/xlsx/number_format.h"
#include "shared/form/xlsx/tuning.h"
#include "shared/form/xlsx/workbook.h"
#include "shared/form/xlsx/xml_parts.h"

namespace plumb::form {
namespace {

unsigned numberIn(std::string_view text) {
    unsigned value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// "_x000A_" stands for a character that XML of a cell cannot carry.
std::string unescaped(std::string text) {
    for (std::size_t at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
        if (at + 7 > text.size() || text[at + 6] != '_') continue;
        unsigned code = 0;
        const char* digits = text.data() + at + 2;
        if (std::from_chars(digits, digits + 4, code, 16).ptr != digits + 4 || code >= 0x80) continue;
        text.replace(at, 7, 1, static_cast<char>(code));
    }
    return text;
}

// Of <si> or <is>: all runs, without the reading aids of East Asian text.
std::string runs(const pugi::xml_node& item) {
    std::string text;
    for (const auto& child : item.children()) {
        const std::string_view name = withoutPrefix(child.name());
        if (name == "t") text += child.text().get();
        if (name == "r") text += childNamed(child, "t").text().get();
    }
    return unescaped(std::move(text));
}

// White space of any kind: nobody sees that the cell is there.
bool isBlank(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ' || text[i] == '\t' || text[i] == '\n' || text[i] == '\r') continue;
        const bool noBreak = text.substr(i, 2) == "\xC2\xA0";
        if (!noBreak && text.substr(i, 3) != "\xE3\x80\x80") return false;
        i += noBreak ? 1 : 2;
    }
    return true;
}

class Reader {
  public:
    Reader(Archive archive, const WorkbookLimits& limits) : m_archive(std::move(archive)), m_limits(limits) {}

    Result<Workbook> run() {
        if (auto done = frame(); !done) return fail(std::move(done.error()));
        if (auto done = styles(); !done) return fail(std::move(done.error()));
        if (auto done = sharedStrings(); !done) return fail(std::move(done.error()));
        Workbook book;
        for (const Entry& entry : m_sheets) {
            auto sheet = read(entry);
            if (!sheet) return fail(std::move(sheet.error()));
            book.sheets.push_back(std::move(*sheet));
        }
        return book;
    }

  private:
    struct Entry {
        std::string name, part;
        bool hidden = false;
    };
    struct Relation {
        std::string type, part;
    };

    // Targets are paths from the folder of the part that names them, or from the top.
    static std::string partAt(const std::string& folder, std::string_view target) {
        if (target.starts_with('/')) return std::string(target.substr(1));
        std::string path = folder;
        while (target.starts_with("../")) {
            target.remove_prefix(3);
            path.erase(path.size() < 2 ? 0 : path.rfind('/', path.size() - 2) + 1);
        }
        return path + std::string(target);
    }

    Result<std::map<std::string, Relation>> relations(const std::string& part, const std::string& folder) {
        std::map<std::string, Relation> all;
        auto xml = m_archive.part(part);
        if (!xml) return fail(std::move(xml.error()));
        pugi::xml_document document;
        if (auto loaded = loadPart(*xml, part, document); !loaded) return fail(std::move(loaded.error()));
        for (const auto& one : document.document_element().children()) {
            if (attributeNamed(one, "TargetMode") == "External") continue;
            const std::string_view type = attributeNamed(one, "Type");
            all[std::string(attributeNamed(one, "Id"))] = {std::string(type.substr(type.rfind('/') + 1)),
                                                           partAt(folder, attributeNamed(one, "Target"))};
        }
        return all;
    }

    Result<void> frame() {
        std::string main = "xl/workbook.xml";
        if (const auto top = relations("_rels/.rels", "")) {
            for (const auto& [id, one] : *top) {
                if (one.type == "officeDocument") main = one.part;
            }
        } else if (top.error().code == "xlsx_too_large") {
            return fail(top.error());
        }
        auto xml = m_archive.part(main);
        if (!xml) return fail(std::move(xml.error()));
        pugi::xml_document document;
        if (auto loaded = loadPart(*xml, main, document); !loaded) return loaded;
        const std::size_t slash = main.rfind('/');
        const std::string folder = slash == std::string::npos ? "" : main.substr(0, slash + 1);
        auto named = relations(folder + "_rels/" + main.substr(folder.size()) + ".rels", folder);
        if (!named) return fail(std::move(named.error()));
        for (const auto& [id, one] : *named) {
            if (one.type == "sharedStrings") m_stringsPart = one.part;
            if (one.type == "styles") m_stylesPart = one.part;
        }
        const auto book = document.document_element();
        const std::string_view since = attributeNamed(childNamed(book, "workbookPr"), "date1904");
        m_from1904 = since == "1" || since == "true";
        for (const auto& sheet : childNamed(book, "sheets").children()) {
            std::string id;
            for (const auto& attribute : sheet.attributes()) {
                const std::string_view name = attribute.name();
                if (name.ends_with(":id")) id = attribute.value();
            }
            const auto target = named->find(id);
            if (target == named->end() || target->second.type != "worksheet") continue;
            const std::string_view state = attributeNamed(sheet, "state");
            m_sheets.push_back({std::string(attributeNamed(sheet, "name")), target->second.part,
                                state == "hidden" || state == "veryHidden"});
        }
        if (m_sheets.empty())
            return fail(ErrorKind::malformed, "bad_xlsx", "this is no readable .xlsx: it has no sheets");
        return {};
    }

    Result<void> styles() {
        if (m_stylesPart.empty() || !m_archive.has(m_stylesPart)) return {};
        auto xml = m_archive.part(m_stylesPart);
        if (!xml) return fail(std::move(xml.error()));
        pugi::xml_document document;
        if (auto loaded = loadPart(*xml, m_stylesPart, document); !loaded) return loaded;
        std::map<unsigned, Style> codes;
        for (const auto& one : childNamed(document.document_element(), "numFmts").children()) {
            const std::string_view code = attributeNamed(one, "formatCode");
            codes[numberIn(attributeNamed(one, "numFmtId"))] = {styleOfCode(code), std::string(code)};
        }
        for (const auto& one : childNamed(document.document_element(), "cellXfs").children()) {
            const unsigned id = numberIn(attributeNamed(one, "numFmtId"));
            const auto code = codes.find(id);
            m_styles.push_back(code == codes.end() ? Style{styleOfBuiltIn(id), std::string(codeOfBuiltIn(id))}
                                                   : code->second);
        }
        return {};
    }

    Result<void> sharedStrings() {
        if (m_stringsPart.empty() || !m_archive.has(m_stringsPart)) return {};
        auto xml = m_archive.part(m_stringsPart);
        if (!xml) return fail(std::move(xml.error()));
        if (auto safe = checkPart(*xml, m_stringsPart); !safe) return safe;
        auto done = forEachElement(*xml, "si", m_stringsPart, [&](const pugi::xml_node& item) {
            m_strings.push_back(runs(item));
            return m_strings.size() <= kMaxTexts;
        });
        if (done && m_strings.size() > kMaxTexts) return tooLarge();
        return done;
    }

    [[nodiscard]] static tl::unexpected<Error> tooLarge() {
        return fail(ErrorKind::tooLarge, "xlsx_too_large", "the workbook has more cells or text than a form may have");
    }

    // `flaw`: what the text does not say.
    std::string text(const pugi::xml_node& cell, std::optional<CellFlaw>& flaw) {
        const std::string_view type = attributeNamed(cell, "t");
        if (type == "inlineStr") return runs(childNamed(cell, "is"));
        const char* value = childNamed(cell, "v").text().get();
        if (*value == '\0') {
            const pugi::xml_node formula = childNamed(cell, "f");
            // Programs that do not calculate leave the result out; a result that is a blank text is one.
            if (formula && type != "str") flaw = CellFlaw{CellFlaw::Kind::noValue, 0, 0, formula.text().get()};
            return {};
        }
        if (type == "s") {
            const unsigned at = numberIn(value);
            return at < m_strings.size() ? m_strings[at] : std::string();
        }
        if (type == "b") return *value == '1' || *value == 't' ? "TRUE" : "FALSE";
        if (type == "e") {
            flaw = CellFlaw{CellFlaw::Kind::error, 0, 0, unescaped(value)};
            return {};
        }
        if (type == "str" || type == "d") return unescaped(value);
        const unsigned at = numberIn(attributeNamed(cell, "s"));
        static const Style kGeneral;
        const Style& style = at < m_styles.size() ? m_styles[at] : kGeneral;
        std::string shown = cellText(value, style.kind, m_from1904, style.code);
        if (style.kind == NumberStyle::general && style.code != "General") {
            std::string number = cellText(value, NumberStyle::general, m_from1904);
            if (number != shown) flaw = CellFlaw{CellFlaw::Kind::number, 0, 0, std::move(number)};
        }
        return shown;
    }

    // False when there is more than the limits allow.
    bool row(const pugi::xml_node& element, Sheet& sheet) {
        const std::string_view number = attributeNamed(element, "r");
        const std::size_t at = number.empty() ? m_nextRow : std::size_t{numberIn(number)} - 1;
        m_nextRow = at + 1;
        m_atRow = at;
        m_atColumn = 0;
        if (at >= kMaxRows) return false;
        std::vector<std::string> cells;
        std::size_t next = 0;
        for (const auto& cell : element.children()) {
            std::size_t column = next;
            std::size_t ignored = 0;
            parseCellName(attributeNamed(cell, "r"), ignored, column);
            next = column + 1;
            std::optional<CellFlaw> flaw;
            std::string words = text(cell, flaw);
            if (isBlank(words)) words.clear();
            if (flaw) {
                flaw->row = at;
                flaw->column = column;
                m_bytes += flaw->text.size() + sizeof(CellFlaw);
                sheet.flaws.push_back(std::move(*flaw));
                if (++m_cells > m_limits.cells) return false;
            }
            if (words.empty()) continue;
            m_atColumn = column;
            if (column >= kMaxColumns) return false;
            m_bytes += words.size();
            if (column >= cells.size()) cells.resize(column + 1);
            cells[column] = std::move(words);
        }
        if (cells.empty()) return m_bytes <= m_limits.unpacked;
        m_cells += cells.size() + 1;
        if (at >= sheet.rows.size()) {
            m_far = at - sheet.rows.size() > m_limits.cells / 2;
            m_cells += at - sheet.rows.size();
            if (m_cells <= m_limits.cells) sheet.rows.resize(at + 1);
        }
        if (m_cells > m_limits.cells || m_bytes > m_limits.unpacked) return false;
        sheet.rows[at] = std::move(cells);
        return true;
    }

    // "D2:D3"
    static void mergedCells(const pugi::xml_node& element, Sheet& sheet) {
        const std::string_view range = attributeNamed(element, "ref");
        const auto colon = range.find(':');
        MergedCells one;
        if (colon == std::string_view::npos || !parseCellName(range.substr(0, colon), one.top, one.left) ||
            !parseCellName(range.substr(colon + 1), one.bottom, one.right))
            return;
        if (one.bottom > one.top && one.right >= one.left && one.bottom < kMaxRows) sheet.merged.push_back(one);
    }

    Result<Sheet> read(const Entry& entry) {
        Sheet sheet;
        sheet.name = entry.name;
        sheet.hidden = entry.hidden;
        auto xml = m_archive.part(entry.part);
        if (!xml) return fail(std::move(xml.error()));
        if (auto safe = checkPart(*xml, entry.part); !safe) return fail(std::move(safe.error()));
        bool tooMuch = false;
        m_nextRow = 0;
        auto done = forEachElement(*xml, "row", entry.part, [&](const pugi::xml_node& element) {
            tooMuch = !row(element, sheet);
            return !tooMuch;
        });
        if (!done) return fail(std::move(done.error()));
        if (tooMuch && m_far)
            return fail(ErrorKind::tooLarge, "xlsx_too_large",
                        "the cell " + columnName(m_atColumn) + std::to_string(m_atRow + 1) + " of the sheet '" +
                            entry.name + "' stands so far below all others that the sheet is too large; clear it");
        if (tooMuch) return tooLarge();
        done = forEachElement(*xml, "mergeCell", entry.part, [&](const pugi::xml_node& element) {
            mergedCells(element, sheet);
            return sheet.merged.size() < kMaxMerged;
        });
        if (!done) return fail(std::move(done.error()));
        return sheet;
    }

    Archive m_archive;
    WorkbookLimits m_limits;
    std::vector<Entry> m_sheets;
    std::string m_stringsPart, m_stylesPart;
    std::vector<std::string> m_strings;
    struct Style {
        NumberStyle kind = NumberStyle::general;
        std::string code = "General";
    };
    std::vector<Style> m_styles;
    bool m_from1904 = false;
    std::size_t m_nextRow = 0, m_cells = 0, m_bytes = 0;
    std::size_t m_atRow = 0, m_atColumn = 0;  // of the last cell that was looked at
    bool m_far = false;                       // it stands far below all before it
};

std::string lowered(std::string_view name) {
    std::string small;
    for (const char c : name) small += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    small.erase(0, std::min(small.find_first_not_of(" \t"), small.size()));
    small.erase(small.find_last_not_of(" \t") + 1);
    return small;
}

}  // namespace

const Sheet* Workbook::sheet(std::string_view name) const {
    const auto found =
        std::ranges::find_if(sheets, [&](const Sheet& one) { return lowered(one.name) == lowered(name); });
    return found == sheets.end() ? nullptr : &*found;
}

bool parseCellName(std::string_view name, std::size_t& row, std::size_t& column) {
    std::size_t letters = 0;
    std::size_t value = 0;
    while (letters < name.size() && letters < 4 && name[letters] >= 'A' && name[letters] <= 'Z')
        value = value * 26 + static_cast<std::size_t>(name[letters++] - 'A' + 1);
    std::size_t number = 0;
    const char* end = name.data() + name.size();
    const auto read = std::from_chars(name.data() + letters, end, number);
    if (letters == 0 || read.ec != std::errc() || read.ptr != end || number == 0) return false;
    column = value - 1;
    row = number - 1;
    return true;
}

std::string columnName(std::size_t column) {
    std::string name;
    for (++column; column > 0; column = (column - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
    return name;
}

Result<Workbook> readWorkbook(std::string_view bytes, const WorkbookLimits& limits) {
    auto archive = Archive::open(bytes, limits);
    if (!archive) return fail(std::move(archive.error()));
    return Reader(std::move(*archive), limits).run();
}

}  // namespace plumb::form
