#include <zip.h>

#include <algorithm>
#include <array>
#include <deque>
#include <memory>
#include <new>
#include <utility>

#include "shared/form/xlsx/tuning.h"
#include "shared/form/xlsx/workbook.h"

namespace plumb::form {
namespace {

constexpr const char* kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* kPackage = "http://schemas.openxmlformats.org/package/2006/relationships";

// 2020-01-01 00:00 in the ZIP format's own words: the time of every part, so that equal sheets give equal bytes.
constexpr zip_uint16_t kDosTime = 0, kDosDate = (40 << 9) | (1 << 5) | 1;

std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const auto byte = static_cast<unsigned char>(c);
        if (c == '&') {
            out += "&amp;";
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '"') {
            out += "&quot;";
        } else if ((byte < 0x20 && c != '\n' && c != '\t') || text.substr(i).starts_with("_x")) {
            // What XML cannot carry, and what would be read as such an escape.
            constexpr std::string_view kHex = "0123456789ABCDEF";
            out += "_x00";
            out += kHex[byte >> 4];
            out += kHex[byte & 15];
            out += '_';
        } else {
            out += c;
        }
    }
    return out;
}

// How wide a text is in columns of a digit each: a Chinese character takes two.
std::size_t width(std::string_view text) {
    std::size_t widest = 0;
    std::size_t now = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n') now = 0;
        if ((byte & 0xC0) != 0x80) now += byte >= 0xE0 ? 2 : 1;
        widest = std::max(widest, now);
    }
    return widest;
}

std::string sheetXml(const Sheet& sheet) {
    std::vector<std::size_t> widths;
    for (const auto& row : sheet.rows) {
        if (row.size() > widths.size()) widths.resize(row.size(), kNarrow);
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::clamp(width(row[i]) + 2, widths[i], kWide);
    }
    std::string xml = std::string(kHead) + "<worksheet xmlns=\"" + kMain +
                      "\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
                      "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>";
    if (!widths.empty()) {
        xml += "<cols>";
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const std::string at = std::to_string(i + 1);
            xml += "<col min=\"" + at + "\" max=\"" + at + "\" width=\"" + std::to_string(widths[i]) +
                   "\" style=\"1\" customWidth=\"1\"/>";
        }
        xml += "</cols>";
    }
    xml += "<sheetData>";
    for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
        const std::string number = std::to_string(r + 1);
        xml += "<row r=\"" + number + "\">";
        for (std::size_t c = 0; c < sheet.rows[r].size(); ++c) {
            if (sheet.rows[r][c].empty()) continue;
            xml += "<c r=\"" + columnName(c) + number + "\" s=\"" + (r == 0 ? "2" : "1") +
                   "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(sheet.rows[r][c]) + "</t></is></c>";
        }
        xml += "</row>";
    }
    return xml + "</sheetData></worksheet>";
}

// Style 1: text that wraps; 2: the bold header. Format 49 is "text": what people type there stays what they typed.
std::string stylesXml() {
    return std::string(kHead) + "<styleSheet xmlns=\"" + kMain +
           "\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
           "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
           "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
           "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
           "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
           "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
           "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
           "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" "
           "applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"
           "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" "
           "applyFont=\"1\"/></cellXfs>"
           "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";
}

std::string contentTypes(std::size_t sheets) {
    const std::string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    std::string xml = std::string(kHead) +
                      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                      "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
                      "relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                      "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" +
                      type + "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" + type +
                      "styles+xml\"/>";
    for (std::size_t i = 1; i <= sheets; ++i)
        xml += "<Override PartName=\"/xl/worksheets/sheet" + std::to_string(i) + ".xml\" ContentType=\"" + type +
               "worksheet+xml\"/>";
    return xml + "</Types>";
}

std::string relation(const std::string& id, const std::string& type, const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + kOffice + "/" + type + "\" Target=\"" + target + "\"/>";
}

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};

// Memory is all that can run out here.
void check(bool good) {
    if (!good) throw std::bad_alloc();
}

}  // namespace

std::string writeWorkbook(const Workbook& workbook) {
    std::string sheets, relations;
    std::deque<std::pair<std::string, std::string>> parts;  // a deque: libzip keeps pointers into it
    for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
        const Sheet& sheet = workbook.sheets[i];
        const std::string number = std::to_string(i + 1);
        sheets += "<sheet name=\"" + escaped(sheet.name) + "\" sheetId=\"" + number + "\"" +
                  (sheet.hidden ? " state=\"hidden\"" : "") + " r:id=\"rId" + number + "\"/>";
        relations += relation("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
        parts.emplace_back("xl/worksheets/sheet" + number + ".xml", sheetXml(sheet));
    }
    const std::string relationsHead = std::string(kHead) + "<Relationships xmlns=\"" + kPackage + "\">";
    parts.emplace_front("xl/styles.xml", stylesXml());
    parts.emplace_front("xl/_rels/workbook.xml.rels",
                        relationsHead + relations + relation("rIdStyles", "styles", "styles.xml") + "</Relationships>");
    parts.emplace_front("xl/workbook.xml", std::string(kHead) + "<workbook xmlns=\"" + kMain + "\" xmlns:r=\"" +
                                               kOffice + "\"><sheets>" + sheets + "</sheets></workbook>");
    parts.emplace_front("_rels/.rels",
                        relationsHead + relation("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>");
    parts.emplace_front("[Content_Types].xml", contentTypes(workbook.sheets.size()));

    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    check(target != nullptr);
    zip_source_keep(target);
    const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> kept(target, &zip_source_free);
    std::unique_ptr<zip_t, Discard> archive(zip_open_from_source(target, ZIP_TRUNCATE, &error));
    check(archive != nullptr);
    for (const auto& [name, text] : parts) {
        zip_source_t* source = zip_source_buffer(archive.get(), text.data(), text.size(), 0);
        check(source != nullptr);
        const zip_int64_t index = zip_file_add(archive.get(), name.c_str(), source, ZIP_FL_ENC_UTF_8);
        check(index >= 0);
        zip_file_set_dostime(archive.get(), static_cast<zip_uint64_t>(index), kDosTime, kDosDate, 0);
    }
    check(zip_close(archive.get()) == 0);
    std::ignore = archive.release();

    std::string bytes;
    zip_stat_t about;
    check(zip_source_stat(target, &about) == 0 && zip_source_open(target) == 0);
    bytes.resize(about.size);
    check(zip_source_read(target, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
    zip_source_close(target);
    return bytes;
}

}  // namespace plumb::form
