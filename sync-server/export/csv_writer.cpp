#include "sync-server/export/csv_writer.h"

#include "sync-server/export/defuse.h"

namespace plumb::server {

void CsvWriter::begin(const ExportTable& table) {
    m_out += "\xEF\xBB\xBF";
    bool first = true;
    for (const auto& column : table.columns()) {
        if (!first) m_out += ',';
        first = false;
        cell(column.title);
    }
    m_out += "\r\n";
}

void CsvWriter::row(const ExportRow& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0) m_out += ',';
        // Numbers and moments are made here and hold nothing that has to be quoted.
        if (row.kind(i) == CellKind::text)
            cell(row.view(i));
        else
            m_out += row.view(i);
    }
    m_out += "\r\n";
}

void CsvWriter::take(std::string& piece) {
    if (piece.empty())
        piece.swap(m_out);
    else
        piece += m_out;
    m_out.clear();
}

void CsvWriter::cell(std::string_view text) {
    const bool formula = looksLikeFormula(text);
    if (text.find_first_of(",\"\r\n") == std::string_view::npos && !text.starts_with(' ') && !text.ends_with(' ')) {
        if (formula) m_out += '\'';
        m_out += text;
        return;
    }
    m_out += formula ? "\"'" : "\"";
    for (std::size_t at = 0;;) {
        const auto quote = text.find('"', at);
        m_out += text.substr(at, quote - at);
        if (quote == std::string_view::npos) break;
        m_out += "\"\"";
        at = quote + 1;
    }
    m_out += '"';
}

}  // namespace plumb::server
