#include "shared/domain/standard_search.h"

#include <algorithm>
#include <set>
#include <utility>

#include "shared/base/characters.h"
#include "shared/base/pinyin_initials.h"

namespace plumb::domain {
namespace {

// A damaged byte stands for itself: what is typed is no record.
char32_t nextCharacter(std::string_view text, std::size_t& at) {
    const auto [code, size] = characterAt(text, at);
    const auto byte = static_cast<unsigned char>(text[at]);
    at += size;
    return code == 0 ? byte : code;
}

bool isBlank(char32_t c) {
    return c <= U' ' || c == 0x00A0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B) || c == 0xFEFF;
}

char32_t folded(char32_t c) {
    c = halfWidth(c);
    if (c >= U'A' && c <= U'Z') return c + 32;
    if (c == 0x2212 || (c >= 0x2010 && c <= 0x2015)) return U'-';
    if (c == 0x2215 || c == 0x2044) return U'/';
    return c;
}

std::u32string onlyAlphanumeric(const std::u32string& text) {
    std::u32string out;
    for (const auto c : text) {
        if (c > 0x7F || (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z')) out += c;
    }
    return out;
}

bool hasDigit(const std::u32string& text) {
    return std::any_of(text.begin(), text.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

// Small Latin letters and digits alone, as initials are typed; "" where it is something else.
std::string asInitials(const std::u32string& text) {
    std::string out;
    for (const auto c : text) {
        if (!((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9'))) return {};
        out += static_cast<char>(c);
    }
    return out;
}

std::set<std::u32string> gramsOf(const std::u32string& text, std::size_t length) {
    std::set<std::u32string> out;
    for (std::size_t at = 0; at + length <= text.size(); ++at) out.insert(text.substr(at, length));
    return out;
}

std::vector<std::string> wordsOf(std::string_view query) {
    std::vector<std::string> out;
    std::string word;
    for (std::size_t at = 0; at < query.size();) {
        const auto begin = at;
        if (isBlank(nextCharacter(query, at))) {
            if (!word.empty()) out.push_back(std::exchange(word, {}));
        } else {
            word += query.substr(begin, at - begin);
        }
    }
    if (!word.empty()) out.push_back(std::move(word));
    return out;
}

// The more an entry's number is what was typed, the earlier it stands.
int closeness(const std::u32string& number, const std::u32string& typed) {
    if (number == typed) return 0;
    if (number.starts_with(typed)) {
        const auto rest = number.size() - typed.size();
        const auto next = number[typed.size()];
        return rest == 4 || !(next >= U'0' && next <= U'9') ? 1 : 2;
    }
    return 3;
}

}  // namespace

std::u32string foldForSearch(std::string_view text) {
    std::u32string out;
    out.reserve(text.size() / 2);
    for (std::size_t at = 0; at < text.size();) {
        const auto c = nextCharacter(text, at);
        if (!isBlank(c)) out += folded(c);
    }
    return out;
}

StandardSearch::StandardSearch(const std::vector<SearchedStandard>& standards) {
    m_folded.reserve(standards.size());
    for (const auto& standard : standards) {
        Folded one;
        one.number = onlyAlphanumeric(foldForSearch(standard.name));
        one.plainTitles = standard.titles;
        for (const auto& title : standard.titles) one.titles.push_back(foldForSearch(title));
        for (const auto& text : standard.texts) one.texts.push_back(foldForSearch(text));
        m_folded.push_back(std::move(one));
    }
}

bool StandardSearch::matchWord(const Folded& folded, const std::string& word, FoundStandard& found) {
    const auto key = foldForSearch(word);
    const auto number = onlyAlphanumeric(key);
    const auto better = [&](FoundBy by) {
        if (found.by == FoundBy::all || by < found.by) found.by = by;
        return true;
    };
    if (hasDigit(number) && folded.number.find(number) != std::u32string::npos) return better(FoundBy::number);
    for (const auto& title : folded.titles) {
        if (title.find(key) != std::u32string::npos) return better(FoundBy::title);
    }
    if (const auto letters = asInitials(key); !letters.empty()) {
        // "nyt" alone is how a number begins.
        if (folded.number.starts_with(key)) return better(FoundBy::number);
        for (const auto& title : folded.plainTitles) {
            if (letters.size() >= 2 && holdsInitials(title, letters)) return better(FoundBy::initials);
        }
    }
    for (std::size_t i = 0; i < folded.texts.size(); ++i) {
        if (folded.texts[i].find(key) == std::u32string::npos) continue;
        if (!found.inText) {
            found.inText = true;
            found.text = i;
        }
        return better(FoundBy::text);
    }
    return false;
}

std::vector<FoundStandard> StandardSearch::find(std::string_view query) const {
    std::vector<FoundStandard> out;
    const auto words = wordsOf(query);
    if (words.empty()) {
        for (std::size_t i = 0; i < m_folded.size(); ++i) out.push_back({i, FoundBy::all, 0, false});
        return out;
    }
    // A number may be typed with blanks in it: the whole is tried as one first.
    const auto whole = onlyAlphanumeric(foldForSearch(query));
    std::vector<std::pair<int, FoundStandard>> numbers;
    if (hasDigit(whole)) {
        for (std::size_t i = 0; i < m_folded.size(); ++i) {
            if (m_folded[i].number.find(whole) == std::u32string::npos) continue;
            numbers.emplace_back(closeness(m_folded[i].number, whole), FoundStandard{i, FoundBy::number, 0, false});
        }
    }
    std::stable_sort(numbers.begin(), numbers.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& number : numbers) out.push_back(number.second);
    std::vector<FoundStandard> others;
    for (std::size_t i = 0; i < m_folded.size(); ++i) {
        FoundStandard found{i, FoundBy::all, 0, false};
        const bool known =
            std::any_of(out.begin(), out.end(), [i](const FoundStandard& one) { return one.standard == i; });
        if (!known && std::all_of(words.begin(), words.end(),
                                  [&](const std::string& word) { return matchWord(m_folded[i], word, found); }))
            others.push_back(found);
    }
    std::stable_sort(others.begin(), others.end(), [](const auto& a, const auto& b) { return a.by < b.by; });
    out.insert(out.end(), others.begin(), others.end());
    return out.empty() ? findNear(query) : out;
}

std::vector<FoundStandard> StandardSearch::findNear(std::string_view query) const {
    const auto key = foldForSearch(query);
    // Two characters out of five survive one wrong one in the middle; three do in longer ones.
    const std::size_t length = key.size() >= 7 ? 3 : 2;
    const auto grams = gramsOf(key, length);
    if (key.size() < 4) return {};
    const auto shareOf = [&](const std::u32string& text) {
        const auto held = std::count_if(grams.begin(), grams.end(), [&](const std::u32string& gram) {
            return text.find(gram) != std::u32string::npos;
        });
        return 100 * static_cast<int>(held) / static_cast<int>(grams.size());
    };
    constexpr int kEnough = 50;
    std::vector<std::pair<int, FoundStandard>> near;
    for (std::size_t i = 0; i < m_folded.size(); ++i) {
        FoundStandard found{i, FoundBy::near, 0, false};
        int best = 0;
        for (const auto& title : m_folded[i].titles) best = std::max(best, shareOf(title));
        for (std::size_t t = 0; t < m_folded[i].texts.size(); ++t) {
            const int share = shareOf(m_folded[i].texts[t]);
            if (share <= best) continue;
            best = share;
            found.inText = true;
            found.text = t;
        }
        if (best >= kEnough) near.emplace_back(best, found);
    }
    std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<FoundStandard> out;
    for (const auto& one : near) out.push_back(one.second);
    return out;
}

}  // namespace plumb::domain
