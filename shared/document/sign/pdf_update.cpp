#include "shared/document/sign/pdf_update.h"

#include <algorithm>
#include <charconv>

namespace plumb::document {
namespace {

struct LastReference {
    std::size_t at = 0;
    bool isStream = false;
};

Result<LastReference> lastReference(std::string_view pdf) {
    constexpr std::string_view kWord = "startxref";
    const auto bad = [] { return fail(ErrorKind::malformed, "pdf_unreadable", "the file does not end as a PDF does"); };
    const auto word = pdf.rfind(kWord);
    if (word == std::string_view::npos) return bad();
    const auto digits = pdf.find_first_of("0123456789", word + kWord.size());
    if (digits == std::string_view::npos) return bad();
    LastReference out;
    const auto read = std::from_chars(pdf.data() + digits, pdf.data() + pdf.size(), out.at);
    if (read.ec != std::errc() || out.at >= pdf.size()) return bad();
    out.isStream = !pdf.substr(out.at).starts_with("xref");
    return out;
}

struct Placed {
    int number;
    std::size_t at;
};

std::string padded(std::size_t number, std::size_t digits) {
    const auto text = std::to_string(number);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
}

// Runs of numbers, each with the text of its head.
template <class Head, class Row>
void eachRun(const std::vector<Placed>& placed, Head head, Row row) {
    for (std::size_t first = 0; first < placed.size();) {
        auto end = first + 1;
        while (end < placed.size() && placed[end].number == placed[end - 1].number + 1) ++end;
        head(placed[first].number, end - first);
        for (; first < end; ++first) row(placed[first]);
    }
}

std::string table(const std::vector<Placed>& placed) {
    constexpr std::size_t kOffsetDigits = 10;
    std::string out = "xref\n";
    eachRun(
        placed,
        [&](int first, std::size_t count) { out += std::to_string(first) + " " + std::to_string(count) + "\n"; },
        [&](const Placed& one) { out += padded(one.at, kOffsetDigits) + " 00000 n \n"; });
    return out;
}

// Rows of one byte (in use), four (where) and one (generation 0).
std::string rows(const std::vector<Placed>& placed) {
    std::string out;
    for (const auto& one : placed) {
        out += '\1';
        for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(one.at >> shift & 0xff);
        out += '\0';
    }
    return out;
}

std::string indexOf(const std::vector<Placed>& placed) {
    std::string out;
    eachRun(
        placed, [&](int first, std::size_t count) { out += std::to_string(first) + " " + std::to_string(count) + " "; },
        [](const Placed&) {});
    return out;
}

}  // namespace

Result<std::string> appendUpdate(const std::string& pdf, std::vector<NumberedObject> objects,
                                 const std::string& trailer) {
    const auto last = lastReference(pdf);
    if (!last) return fail(last.error());
    std::sort(objects.begin(), objects.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    std::string out = pdf;
    if (!out.ends_with('\n')) out += '\n';
    std::vector<Placed> placed;
    for (const auto& object : objects) {
        placed.push_back({object.number, out.size()});
        out += std::to_string(object.number) + " 0 obj\n" + object.text + "\nendobj\n";
    }
    const auto start = out.size();
    const auto previous = " /Prev " + std::to_string(last->at) + trailer;
    if (last->isStream) {
        const int own = placed.back().number + 1;
        placed.push_back({own, start});
        const auto data = rows(placed);
        out += std::to_string(own) + " 0 obj\n<< /Type /XRef /W [ 1 4 1 ] /Index [ " + indexOf(placed) + "] /Size " +
               std::to_string(own + 1) + " /Length " + std::to_string(data.size()) + previous + " >>\nstream\n" + data +
               "\nendstream\nendobj\n";
    } else {
        out += table(placed) + "trailer\n<< /Size " + std::to_string(placed.back().number + 1) + previous + " >>\n";
    }
    return out + "startxref\n" + std::to_string(start) + "\n%%EOF\n";
}

std::optional<std::size_t> lastEnd(std::string_view pdf) {
    constexpr std::string_view kEnd = "%%EOF";
    const auto at = pdf.rfind(kEnd);
    if (at == std::string_view::npos) return {};
    auto end = at + kEnd.size();
    if (pdf.substr(end).starts_with('\r')) ++end;
    if (pdf.substr(end).starts_with('\n')) ++end;
    return end;
}

}  // namespace plumb::document
