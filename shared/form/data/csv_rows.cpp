#include "shared/form/data/csv_rows.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "shared/form/data/cell_cleaning.h"
#include "shared/form/data/tuning.h"

namespace plumb::form {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

std::size_t readAt(int file, char* to, std::size_t size, std::uint64_t from) {
    std::size_t got = 0;
    while (got < size) {
        const ssize_t n = ::pread(file, to + got, size - got, static_cast<off_t>(from + got));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) throw std::system_error(errno, std::generic_category(), "reading a CSV file");
        if (n == 0) break;
        got += static_cast<std::size_t>(n);
    }
    return got;
}

// Follows quotation marks through a file, byte by byte: is this line end the end of a row?
class RowEnds {
  public:
    explicit RowEnds(char separator) : m_separator(separator) {}

    // True when `c` ends a row.
    bool take(char c) {
        if (m_quoted) {
            if (c == '"') m_quoted = false;  // a doubled mark opens it again at once
            return false;
        }
        if (c == '"') {
            m_quoted = m_fresh || m_closed;
            m_closed = m_quoted;
            m_fresh = false;
            return false;
        }
        m_fresh = c == m_separator || c == '\n' || c == '\r';
        m_closed = false;
        return c == '\n' || c == '\r';
    }
    [[nodiscard]] bool quoted() const { return m_quoted; }

  private:
    char m_separator;
    bool m_quoted = false;
    bool m_fresh = true;    // at the beginning of a cell: a mark here opens quoted text
    bool m_closed = false;  // just behind quoted text
};

// The cell that begins at `at` of a row without its line end; `at` moves to the next one, npos after the last. Quoted
// text is put together in `kept`.
std::string_view takeCell(std::string_view row, char separator, std::size_t& at, std::string& kept) {
    const bool quoted = at < row.size() && row[at] == '"';
    if (quoted) {
        kept.clear();
        for (bool more = true; more;) {
            const std::size_t mark = std::min(row.find('"', ++at), row.size());
            kept += row.substr(at, mark - at);
            at = std::min(mark + 1, row.size());
            more = at < row.size() && row[at] == '"';  // doubled: one of the text
            if (more) kept += '"';
        }
    }
    const std::size_t begin = at;
    const std::size_t end = std::min(row.find(separator, begin), row.size());
    at = end == row.size() ? std::string_view::npos : end + 1;
    const auto rest = row.substr(begin, end - begin);
    return quoted ? std::string_view(kept += rest) : rest;
}

void split(std::string_view row, char separator, std::vector<std::string>& cells) {
    std::size_t count = 0;
    std::string kept;
    for (std::size_t at = 0; at != std::string_view::npos; ++count) {
        if (count == cells.size()) cells.emplace_back();
        cells[count] = takeCell(row, separator, at, kept);
    }
    cells.resize(count);
}

std::string_view cellOf(std::string_view row, char separator, std::size_t column, std::string& kept) {
    std::size_t at = 0;
    for (; column > 0 && at != std::string_view::npos; --column) takeCell(row, separator, at, kept);
    return at == std::string_view::npos ? std::string_view() : takeCell(row, separator, at, kept);
}

std::string_view withoutLineEnd(std::string_view row) {
    while (!row.empty() && (row.back() == '\n' || row.back() == '\r')) row.remove_suffix(1);
    return row;
}

std::uint64_t hashed(std::string_view text) {
    return std::uint64_t{std::hash<std::string_view>()(text)} << 32;
}

// By the hash, which is the upper half; what has one hash keeps its order. Three passes over eleven bits each.
void sortByHash(std::vector<std::uint64_t>& all) {
    constexpr std::size_t kBits = 11;
    std::vector<std::uint64_t> sorted(all.size());
    for (unsigned shift = 32; shift < 64; shift += kBits) {
        const auto digit = [&](std::uint64_t one) { return (one >> shift) & ((1u << kBits) - 1); };
        std::array<std::uint32_t, (1u << kBits) + 1> begins{};
        for (const auto one : all) ++begins[digit(one) + 1];
        for (std::size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
        for (const auto one : all) sorted[begins[digit(one)]++] = one;
        all.swap(sorted);
    }
}

Error badCsv(const std::string& path, const std::string& why) {
    return {ErrorKind::malformed, "bad_csv", path.substr(path.rfind('/') + 1) + ": " + why};
}

struct Header {
    std::vector<std::string> names;
    char separator = ',';
    std::size_t end = 0;  // where the first row begins
};

// Of `line`, what sets its cells apart: what stands there most often outside of quotation marks.
char separatorOf(std::string_view line) {
    std::array<std::size_t, 256> counts{};
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') quoted = !quoted;
        if (!quoted) ++counts[static_cast<unsigned char>(c)];
    }
    char best = ',';
    for (const char c : {';', '\t'}) {
        if (counts[static_cast<unsigned char>(c)] > counts[static_cast<unsigned char>(best)]) best = c;
    }
    return best;
}

// "sep=;": a line for Excel, and no header. Where it ends; 0 where there is none.
std::size_t takeSeparatorLine(std::string_view text, char& separator) {
    std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    const std::size_t length = line.size();
    if (line.size() == 7 && line.front() == '"' && line.back() == '"') line = line.substr(1, 5);
    if (line.size() != 5 || (!line.starts_with("sep=") && !line.starts_with("SEP="))) return 0;
    separator = line[4];
    const std::size_t end = text.find('\n', length);
    return end == std::string_view::npos ? text.size() : end + 1;
}

Result<Header> readHeader(int file, const std::string& path) {
    Header header;
    std::string text;
    std::size_t begin = 0, at = 0;
    for (const std::size_t size : {kHeaderBlock, kMaxCsvRowBytes}) {
        text.assign(size, '\0');
        text.resize(readAt(file, text.data(), text.size(), 0));
        // Of a file that is not UTF-8 (only its header is asked for) what its beginning says in UTF-8.
        const auto encoding = encodingOf(text, text.size() < size);
        if (!encoding) return fail(badCsv(path, encoding.error().detail));
        const bool all = text.size() < size;
        if (*encoding != CsvEncoding::utf8) {
            auto converted = toUtf8(text, *encoding);
            if (!converted) return fail(badCsv(path, converted.error().detail));
            text = std::move(*converted);
        }
        begin = text.starts_with(kMark) ? kMark.size() : 0;
        char said = '\0';
        begin += takeSeparatorLine(std::string_view(text).substr(begin), said);
        // Blank lines above the header say nothing.
        while (begin < text.size() && (text[begin] == '\n' || text[begin] == '\r')) ++begin;
        const std::string_view first = std::string_view(text).substr(begin, text.find('\n', begin) - begin);
        header.separator = said != '\0' ? said : separatorOf(first);
        RowEnds ends(header.separator);
        at = begin;
        while (at < text.size() && !ends.take(text[at])) ++at;
        if (at < text.size() || all) {
            if (ends.quoted()) at = kMaxCsvRowBytes;
            break;
        }
    }
    if (at >= kMaxCsvRowBytes) return fail(badCsv(path, "the header does not end; is a quotation mark missing?"));
    split(std::string_view(text).substr(begin, at - begin), header.separator, header.names);
    if (header.names.size() == 1 && header.names.front().find("\xEF\xBC\x8C") != std::string::npos)
        return fail(badCsv(path, "full-width commas (U+FF0C) stand between its columns: write ',' instead"));
    for (std::size_t i = 0; i < header.names.size(); ++i) {
        std::string& name = header.names[i];
        name = cleanCell(name, CellUse::choice).text;
        if (name.empty()) name = "column_" + std::to_string(i + 1);
    }
    if (begin == at) return fail(badCsv(path, "it has no header"));
    header.end = at;
    return header;
}

struct File {
    int id = -1;
    ~File() {
        if (id >= 0) ::close(id);
    }
};

}  // namespace

CsvRows::~CsvRows() {
    if (m_file >= 0) ::close(m_file);
}

Result<std::vector<std::string>> CsvRows::header(const std::string& path) {
    const File file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.id < 0) return fail(ErrorKind::notFound, "no_file", "there is no file " + path);
    auto read = readHeader(file.id, path);
    if (!read) return fail(std::move(read.error()));
    return std::move(read->names);
}

Result<std::unique_ptr<CsvRows>> CsvRows::open(const std::string& path, Names& names) {
    std::unique_ptr<CsvRows> rows(new CsvRows());
    rows->m_file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat about {};
    if (rows->m_file < 0 || ::fstat(rows->m_file, &about) != 0 || !S_ISREG(about.st_mode))
        return fail(ErrorKind::notFound, "no_file", "there is no file " + path);
    if (static_cast<std::uint64_t>(about.st_size) > kMaxCsvBytes)
        return fail(ErrorKind::tooLarge, "csv_too_large", path + " is larger than 1 GiB");
    auto utf8 = utf8FileOf(rows->m_file);
    if (!utf8) return fail(utf8.error().kind, utf8.error().code, badCsv(path, utf8.error().detail).detail);
    if (utf8->id != rows->m_file) {
        ::close(std::exchange(rows->m_file, utf8->id));
        if (::fstat(rows->m_file, &about) != 0)
            throw std::system_error(errno, std::generic_category(), "reading a CSV file");
    }
    rows->m_encoding = utf8->encoding;
    rows->m_end = static_cast<std::uint32_t>(about.st_size);

    auto header = readHeader(rows->m_file, path);
    if (!header) return fail(std::move(header.error()));
    rows->m_separator = header->separator;
    rows->m_rowName = names.intern("item");
    for (const std::string& name : header->names) rows->m_columns.push_back(names.intern(name));
    rows->m_indexes.resize(rows->m_columns.size());
    rows->m_begins.push_back(static_cast<std::uint32_t>(header->end));
    if (auto scanned = rows->scan(); !scanned) return fail(badCsv(path, scanned.error().detail));
    return rows;
}

Result<void> CsvRows::scan() {
    std::string block(kScanBlock, '\0');
    std::uint64_t at = m_begins.back();
    m_begins.clear();
    RowEnds ends(m_separator);
    std::uint64_t begin = at;
    bool blank = true;  // rows of nothing are none
    while (const std::size_t got = readAt(m_file, block.data(), block.size(), at)) {
        const std::string_view bytes(block.data(), got);
        const auto next = [&](char c, std::size_t from) { return std::min(bytes.find(c, from), got); };
        std::size_t feed = next('\n', 0), mark = next('"', 0), turn = next('\r', 0);
        for (std::size_t i = 0; i < got; ++i) {
            if (feed < i) feed = next('\n', i);
            if (mark < i) mark = next('"', i);
            if (turn < i) turn = next('\r', i);
            // Of what stands before the next byte that can matter, only the last says what that means.
            const std::size_t stop = ends.quoted() ? mark : std::min({feed, mark, turn});
            if (stop > i) {
                ends.take(bytes[stop - 1]);
                // Cells of nothing are nothing, too.
                for (std::size_t b = i; blank && b < stop; ++b)
                    blank = bytes[b] == m_separator || bytes[b] == ' ' || bytes[b] == '\t';
                i = stop;
                if (i == got) break;
            }
            const char c = bytes[i];
            if (!ends.take(c)) {
                blank = false;
                continue;
            }
            if (!blank) m_begins.push_back(static_cast<std::uint32_t>(begin));
            if (at + i - begin > kMaxCsvRowBytes) break;
            begin = at + i + 1;
            blank = true;
        }
        at += got;
        if (at - begin > kMaxCsvRowBytes)
            return fail(ErrorKind::malformed, "bad_csv",
                        "row " + std::to_string(m_begins.size() + 2) +
                            " is longer than 1 MiB; is a quotation mark missing in it?");
    }
    if (ends.quoted())
        return fail(ErrorKind::malformed, "bad_csv",
                    "row " + std::to_string(m_begins.size() + 2) + " has a quotation mark that is never closed");
    if (!blank) m_begins.push_back(static_cast<std::uint32_t>(begin));
    m_begins.shrink_to_fit();
    return {};
}

void CsvRows::load(std::size_t row) const {
    if (row == m_row) return;
    const std::uint32_t begin = m_begins.at(row);
    const std::uint32_t end = row + 1 < m_begins.size() ? m_begins[row + 1] : m_end;
    if (begin < m_blockBegin || end > m_blockBegin + m_block.size()) {
        m_row = SIZE_MAX;
        m_block.resize(std::max<std::size_t>(kRowBlock, end - begin));
        m_block.resize(readAt(m_file, m_block.data(), m_block.size(), begin));
        m_blockBegin = begin;
    }
    split(withoutLineEnd(std::string_view(m_block).substr(begin - m_blockBegin, end - begin)), m_separator, m_cells);
    m_row = row;
}

std::string CsvRows::cell(std::size_t row, std::size_t column) const {
    if (column >= m_columns.size()) throw std::out_of_range("no such column of a CSV file");
    const std::lock_guard lock(m_mutex);
    load(row);
    return column < m_cells.size() ? m_cells[column] : std::string();
}

const std::vector<std::uint64_t>& CsvRows::index(std::size_t column) const {
    std::vector<std::uint64_t>& made = m_indexes.at(column);
    if (!made.empty() || m_begins.empty()) return made;
    made.reserve(m_begins.size());
    // One pass in large blocks: the next row is nearly always in the block of the one before.
    std::string block, kept;
    std::uint32_t blockBegin = 0;
    for (std::size_t row = 0; row < m_begins.size(); ++row) {
        const std::uint32_t begin = m_begins[row];
        const std::uint32_t end = row + 1 < m_begins.size() ? m_begins[row + 1] : m_end;
        if (row == 0 || end > blockBegin + block.size()) {
            block.resize(std::max<std::size_t>(kScanBlock, end - begin));
            block.resize(readAt(m_file, block.data(), block.size(), begin));
            blockBegin = begin;
        }
        const auto line = withoutLineEnd(std::string_view(block).substr(begin - blockBegin, end - begin));
        made.push_back(hashed(cellOf(line, m_separator, column, kept)) | row);
    }
    sortByHash(made);
    return made;
}

std::vector<std::uint32_t> CsvRows::rowsWhere(std::size_t column, std::string_view value) const {
    const std::lock_guard lock(m_mutex);
    std::vector<std::uint32_t> rows;
    const auto& sorted = index(column);
    const std::uint64_t hash = hashed(value);
    for (auto at = std::ranges::lower_bound(sorted, hash); at != sorted.end() && (*at >> 32) == (hash >> 32); ++at) {
        const auto row = static_cast<std::uint32_t>(*at);
        load(row);
        const std::string_view cell = column < m_cells.size() ? std::string_view(m_cells[column]) : std::string_view();
        if (cell == value) rows.push_back(row);
    }
    return rows;
}

Result<std::unique_ptr<Tree>> openCsvTree(const std::string& path, std::shared_ptr<Names> names,
                                          CsvEncoding* encoding) {
    auto rows = CsvRows::open(path, *names);
    if (!rows) return fail(std::move(rows.error()));
    if (encoding) *encoding = (*rows)->encoding();
    auto tree = std::make_unique<Tree>(std::move(names));
    tree->add(kNone, "");
    tree->add(Tree::root(), "root");
    tree->setRows(std::move(*rows));
    return tree;
}

}  // namespace plumb::form
