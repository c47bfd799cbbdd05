#include "shared/store/draft_size.h"

#include <algorithm>
#include <numeric>

#include "shared/record/line.h"
#include "shared/store/tuning.h"

namespace plumb::store {
namespace {

constexpr std::size_t kHash = 65;

std::size_t textBytes(const std::map<std::string, std::string>& texts) {
    return std::accumulate(texts.begin(), texts.end(), std::size_t{0}, [](std::size_t sum, const auto& text) {
        return sum + text.first.size() + text.second.size() + 8;
    });
}

std::size_t roughly(const checklist::Answers& answers) {
    return textBytes(answers.values) + textBytes(answers.na) + textBytes(answers.notes) + textBytes(answers.facts);
}

}  // namespace

std::size_t recordBytes(const checklist::Session& session, const InspectionDraft& draft) {
    const auto& list = session.checklist();
    const auto answers = session.answersToSign();
    std::size_t bytes = kFrameBytes + draft.photos.size() * kFileBytes;
    for (const auto& photo : draft.photos) bytes += photo.item.size();
    for (const auto& [name, value] : answers.values) {
        const auto key = checklist::parseKey(list, name);
        if (!key || !list.questions[key->question].isFiles()) continue;
        bytes += (value.size() / kHash + 1) * (kFileBytes + list.items[list.questions[key->question].item].id.size());
    }
    std::size_t rough = roughly(answers) + list.items.size() * kScoredBytes;
    for (const auto& [item, finding] : draft.findings) rough += 128 + finding.text.size() + finding.where.size();
    for (const auto& left : draft.left) rough += 256 + roughly(left.aside);
    if (bytes + rough < kSurelyFits) return bytes + rough;

    bytes += toText(answers.toJson()).size() + toText(checklist::toJson(session.score())).size();
    for (const auto& offered : session.findings()) {
        const auto edited = draft.findings.find(offered.item);
        const auto finding = edited != draft.findings.end()
                                 ? edited->second
                                 : SignedFinding{offered.item, "critical", offered.text.in("zh"), {}, offered.due};
        bytes += toText(records::toJson(finding)).size() + 1;
    }
    for (const auto& left : draft.left) bytes += toText(records::toJson(left)).size() + 1;
    return bytes;
}

std::size_t bytesTooMany(const checklist::Session& session, const InspectionDraft& draft) {
    constexpr std::size_t most = record::kMaxLineBytes - kSigningBytes;
    const auto bytes = recordBytes(session, draft);
    return bytes > most ? bytes - most : 0;
}

}  // namespace plumb::store
