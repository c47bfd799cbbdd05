#include "sync-server/export/xlsx_writer.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>

#include "sync-server/export/tuning.h"
#include "sync-server/export/xlsx_text.h"

namespace plumb::server {
namespace {

constexpr double kWidth = 18;
constexpr double kAboutWidth = 42;

[[noreturn]] void failWith(lxw_error error) {
    const std::string said = std::string("the workbook cannot be written: ") + lxw_strerror(error);
    // The library tells no errno; a disk without space is what remains when its files could be opened.
    if (error == LXW_ERROR_ZIP_FILE_OPERATION || error == LXW_ERROR_ZIP_FILE_ADD || error == LXW_ERROR_ZIP_CLOSE)
        throw StoreFull(said);
    throw std::runtime_error(said);
}

void check(lxw_error error) {
    if (error != LXW_NO_ERROR) failWith(error);
}

}  // namespace

XlsxWriter::XlsxWriter(const std::filesystem::path& folder, std::vector<ExportFact> about, Words words,
                       XlsxLimits limits)
    : m_about(std::move(about)), m_words(std::move(words)), m_limits(limits), m_file(folder) {
    // The library opens by name.
    const auto name = m_file.name();
    std::string temporary = folder.string();
    lxw_workbook_options options{};
    options.constant_memory = 1;
    options.tmpdir = temporary.data();
    options.use_zip64 = 1;
    m_book = workbook_new_opt(name.c_str(), &options);
    if (!m_book) throw std::runtime_error("no workbook can be made");
    m_heading = workbook_add_format(m_book);
    format_set_bold(m_heading);
    format_set_text_wrap(m_heading);
    format_set_align(m_heading, LXW_ALIGN_VERTICAL_TOP);
    format_set_bottom(m_heading, LXW_BORDER_THIN);
}

XlsxWriter::~XlsxWriter() {
    if (m_book) lxw_workbook_free(m_book);
}

void XlsxWriter::begin(const ExportTable& table) {
    m_title = table.title();
    m_headings.clear();
    for (const auto& column : table.columns()) m_headings.push_back(column.title);
    addSheet();
}

void XlsxWriter::addSheet() {
    if (m_sheet) checkDisk(m_sheet);
    m_sheet = workbook_add_worksheet(m_book, sheetName(m_title).c_str());
    if (!m_sheet) throw std::runtime_error("no sheet can be added to the workbook");
    const auto last = static_cast<lxw_col_t>(std::max<std::size_t>(m_headings.size(), 1) - 1);
    worksheet_set_column(m_sheet, 0, last, kWidth, nullptr);
    worksheet_freeze_panes(m_sheet, 1, 0);
    for (std::size_t i = 0; i < m_headings.size(); ++i) writeText(0, i, m_headings[i], m_heading);
    m_row = 1;
}

void XlsxWriter::row(const ExportRow& row) {
    if (m_row == m_limits.rows) addSheet();
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row.kind(i) == CellKind::empty) continue;
        if (row.kind(i) == CellKind::number) {
            m_text = row.view(i);
            check(worksheet_write_number(m_sheet, m_row, static_cast<lxw_col_t>(i),
                                         std::strtod(m_text.c_str(), nullptr), nullptr));
        } else {
            writeText(m_row, i, row.view(i));
        }
    }
    ++m_row;
    if (m_row % kDiskCheckRows == 0) checkDisk(m_sheet);
}

void XlsxWriter::writeText(std::uint32_t row, std::size_t column, std::string_view text, lxw_format* format) {
    if (toCellText(text, m_limits.characters, m_words.cutMark, m_text)) ++m_cut;
    check(worksheet_write_string(m_sheet, row, static_cast<lxw_col_t>(column), m_text.c_str(), format));
}

void XlsxWriter::writeAbout() {
    if (m_cut > 0) m_about.push_back({"cut", m_words.cut, std::to_string(m_cut)});
    m_sheet = workbook_add_worksheet(m_book, sheetName(m_words.about).c_str());
    if (!m_sheet) throw std::runtime_error("no sheet can be added to the workbook");
    worksheet_set_column(m_sheet, 0, 0, kWidth, nullptr);
    worksheet_set_column(m_sheet, 1, 1, kAboutWidth, nullptr);
    std::uint32_t at = 0;
    for (const auto& fact : m_about) {
        writeText(at, 0, fact.title, m_heading);
        writeText(at++, 1, fact.value);
    }
}

void XlsxWriter::end() {
    if (m_sheet) checkDisk(m_sheet);
    writeAbout();
    const auto error = workbook_close(m_book);  // frees it, good or not
    m_book = nullptr;
    check(error);
    m_size = m_file.size();
}

void XlsxWriter::take(std::string& piece) {
    if (m_at < m_size) m_at += m_file.read(m_at, kExportPiece, piece);
}

// Two tables may have one title, and Excel tells sheets apart without regard to case; a number makes them different.
std::string XlsxWriter::sheetName(std::string_view wanted) {
    auto name = toSheetName(wanted);
    const auto known = [&](const std::string& one) {
        return std::any_of(m_names.begin(), m_names.end(),
                           [&](const std::string& other) { return lxw_strcasecmp(one.c_str(), other.c_str()) == 0; });
    };
    for (int number = 2; known(name); ++number) name = toSheetName(wanted, " (" + std::to_string(number) + ")");
    m_names.push_back(name);
    return name;
}

// The library does not look whether its rows found room.
void XlsxWriter::checkDisk(lxw_worksheet* sheet) const {
    if (std::fflush(sheet->file) != 0 || std::ferror(sheet->file) != 0)
        throw StoreFull("there is no space for the workbook");
}

}  // namespace plumb::server
