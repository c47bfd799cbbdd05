#include "mobile/check/conduct.h"

#include <QFile>
#include <algorithm>

#include "shared/base/json.h"
#include "shared/domain/credit_code.h"

namespace plumb::mobile {

namespace {

constexpr auto kLongest = std::chrono::hours(24);
constexpr auto kShortest = std::chrono::minutes(5);

std::vector<ConductWord> readWords() {
    QFile file(QStringLiteral(":/conduct/words.json"));
    std::vector<ConductWord> out;
    if (!file.open(QIODevice::ReadOnly)) return out;
    const auto document = parseJson(file.readAll().toStdString());
    if (!document || !document->is_object()) return out;
    const auto words = arrayAt(document->get_object(), "words");
    if (!words) return out;
    for (const auto& one : **words) {
        if (!one.is_object()) continue;
        ConductWord word;
        word.word = textOr(one.get_object(), "word");
        if (const auto say = objectAt(one.get_object(), "say")) {
            for (const auto& [language, text] : **say) {
                if (text.is_string()) word.say.add(std::string(language), std::string(text.get_string()));
            }
        }
        if (!word.word.empty()) out.push_back(std::move(word));
    }
    // The longer one first: of "弄虚作假" only the whole is said.
    std::ranges::stable_sort(out, std::ranges::greater{}, [](const ConductWord& one) { return one.word.size(); });
    return out;
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

void addWords(std::vector<ConductAdvice>& out, const store::SignedFinding& finding) {
    auto text = lower(finding.text);
    for (const auto& word : conductWords()) {
        const auto at = text.find(word.word);
        if (at == std::string::npos) continue;
        out.push_back({ConductAdvice::Kind::word, finding.item, &word});
        text.replace(at, word.word.size(), "\n");
    }
}

bool isBlank(const std::string& text) {
    return std::ranges::all_of(text, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
}

}  // namespace

const std::vector<ConductWord>& conductWords() {
    static const auto words = readWords();
    return words;
}

std::vector<ConductAdvice> conductOf(const std::vector<store::SignedFinding>& findings, const store::Site& site,
                                     const Instant& started, const Instant& now) {
    using enum ConductAdvice::Kind;
    std::vector<ConductAdvice> out;
    for (const auto& finding : findings) {
        if (isBlank(finding.text)) out.push_back({blank, finding.item});
        addWords(out, finding);
    }
    if (site.code.empty())
        out.push_back({codeNone, {}});
    else if (!domain::parseCreditCode(site.code))
        out.push_back({codeBad, {}});
    if (started.utc > now.utc)
        out.push_back({ahead, {}});
    else if (now.utc - started.utc > kLongest)
        out.push_back({longAgo, {}});
    else if (now.utc - started.utc < kShortest)
        out.push_back({hasty, {}});
    return out;
}

}  // namespace plumb::mobile
