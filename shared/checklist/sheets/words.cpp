#include "shared/checklist/sheets/words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace plumb::checklist {
namespace {

// Signs, longest first, and what they stand for.
constexpr std::array<std::pair<std::string_view, std::string_view>, 20> kSigns{
    {{">=", ">="}, {"<=", "<="}, {"=>", ">="}, {"=<", "<="}, {"≥", ">="}, {"≤", "<="}, {"＞", ">"},
     {"＜", "<"},  {"＝", "="},  {"（", "("},  {"）", ")"},  {"，", ","}, {"、", ","}, {"；", ";"},
     {">", ">"},   {"<", "<"},   {"=", "="},   {"(", "("},   {")", ")"},  {",", ","}}};
constexpr std::array<std::string_view, 3> kMoreSigns{"[", "]", ";"};

std::pair<std::string_view, std::size_t> signAt(std::string_view rest) {
    for (const auto& [written, meant] : kSigns) {
        if (rest.starts_with(written)) return {meant, written.size()};
    }
    for (const auto sign : kMoreSigns) {
        if (rest.starts_with(sign)) return {sign, 1};
    }
    return {{}, 0};
}

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

std::vector<Word> wordsOf(std::string_view text) {
    std::vector<Word> words;
    while (!text.empty()) {
        if (isSpace(text[0])) {
            text.remove_prefix(1);
            continue;
        }
        if (const auto [sign, length] = signAt(text); length > 0) {
            words.push_back({std::string(sign), true, false});
            text.remove_prefix(length);
            continue;
        }
        if (text[0] == '"' && text.find('"', 1) != std::string_view::npos) {
            const auto close = text.find('"', 1);
            words.push_back({std::string(text.substr(1, close - 1)), false, true});
            text.remove_prefix(close + 1);
            continue;
        }
        std::size_t end = 0;
        while (end < text.size() && !isSpace(text[end]) && signAt(text.substr(end)).second == 0) ++end;
        words.push_back({std::string(text.substr(0, end)), false, false});
        text.remove_prefix(end);
    }
    words.push_back({"", true, false});
    return words;
}

std::string WordReader::shown() const {
    constexpr std::size_t kMost = 80;
    return atEnd() ? "the end" : "\"" + peek().text.substr(0, kMost) + "\"";
}

const Word& WordReader::take() {
    const Word& word = m_words[m_at];
    m_at = std::min(m_at + 1, m_words.size() - 1);
    return word;
}

bool WordReader::takeSign(std::string_view sign) {
    if (atEnd() || !peek().sign || peek().text != sign) return false;
    take();
    return true;
}

bool WordReader::takeKeyword(std::string_view keyword) {
    if (peek().sign || peek().quoted || peek().text != keyword) return false;
    take();
    return true;
}

}  // namespace plumb::checklist
