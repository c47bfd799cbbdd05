// A workbook (Office Open XML) by libxlsxwriter in its constant-memory mode: a sheet a table, and a last one that says
// what holds for all. Texts are cells of type text, which no program reads as a formula, whatever they begin with, and
// the cell says so ("quote prefix" is not needed where nobody types it again); numbers are numbers.
//
// A workbook cannot be read before its last byte is written: it grows in a file of the given folder that has no name
// (nor have the library's own), so that nothing remains of it, whatever ends this program. What Excel cannot hold:
// - a sheet has 1,048,576 rows: the table goes on in a next sheet, with the titles of the columns again;
// - a cell has 32,767 characters: the text is cut there, ends with a mark, and the last sheet tells how many were;
// - a sheet has 16,384 columns: whoever makes the table refuses it before (kMostColumns).
// Line ends inside cells are LF, as Excel writes them.
#pragma once

#include <filesystem>

#include "sync-server/export/nameless_file.h"
#include "sync-server/export/writer.h"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace plumb::server {

struct XlsxLimits {
    std::uint32_t rows = 1'048'576;  // of a sheet, with the titles
    std::size_t characters = 32'767;
};

class XlsxWriter final : public ExportWriter {
  public:
    static constexpr std::size_t kMostColumns = 16'384;

    struct Words {
        std::string about, cut, cutMark;  // the last sheet's name; "cells cut"; what a cut text ends with
    };
    // Throws StoreFull, or for broken machinery, as every member does.
    XlsxWriter(const std::filesystem::path& folder, std::vector<ExportFact> about, Words words, XlsxLimits limits = {});
    ~XlsxWriter() override;

    void begin(const ExportTable& table) override;
    void row(const ExportRow& row) override;
    void end() override;
    [[nodiscard]] std::uint64_t ready() const override { return m_size - m_at; }
    void take(std::string& piece) override;

  private:
    void addSheet();
    void writeText(std::uint32_t row, std::size_t column, std::string_view text, lxw_format* format = nullptr);
    void writeAbout();
    std::string sheetName(std::string_view wanted);
    void checkDisk(lxw_worksheet* sheet) const;

    std::vector<ExportFact> m_about;
    Words m_words;
    XlsxLimits m_limits;
    NamelessFile m_file;
    lxw_workbook* m_book = nullptr;
    lxw_worksheet* m_sheet = nullptr;
    lxw_format* m_heading = nullptr;
    std::string m_title;
    std::vector<std::string> m_headings, m_names;
    std::uint32_t m_row = 0;
    std::uint64_t m_cut = 0, m_size = 0, m_at = 0;
    std::string m_text;  // of the cell at hand
};

}  // namespace plumb::server
