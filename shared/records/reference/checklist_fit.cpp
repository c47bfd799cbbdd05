#include "shared/records/reference/checklist_fit.h"

#include <algorithm>

#include "shared/records/inspection/body.h"

namespace plumb::records {
namespace {

using Texts = std::vector<std::string>;

bool names(const Texts& texts, std::string_view one) {
    return std::find(texts.begin(), texts.end(), one) != texts.end();
}

Fit fitOf(const Texts& wanted, const std::string& has) {
    if (wanted.empty() || has.empty()) return Fit::any;
    return names(wanted, has) ? Fit::stated : Fit::other;
}

std::string joined(const Texts& texts) {
    std::string out;
    for (const auto& text : texts) out += (out.empty() ? "" : ", ") + text;
    return out;
}

tl::unexpected<Error> refused(const char* code, const ChecklistPublication& publication, const std::string& why) {
    return fail(ErrorKind::refused, code,
                "checklist \"" + publication.id + "\" version " + publication.version + " " + why);
}

}  // namespace

bool isForKind(const ChecklistPublication& publication, std::string_view kind) {
    const auto& kinds = publication.kinds;
    if (kinds.empty()) return true;
    if (!kind.empty()) return names(kinds, kind);
    return std::any_of(kinds.begin(), kinds.end(), [](const auto& one) { return one != kSelfKind; });
}

Fit fitOf(const ChecklistPublication& publication, const CheckAsked& asked) {
    const Fit programme = fitOf(publication.programmes, asked.programme),
              sector = fitOf(publication.sectors, asked.sector);
    if (programme == Fit::other || sector == Fit::other || !isForKind(publication, asked.kind)) return Fit::other;
    return std::max(programme, sector);
}

Result<void> mayGoBy(const ChecklistPublication& publication, const CheckAsked& asked) {
    if (!publication.withdrawn.empty())
        return refused("checklist_withdrawn", publication,
                       "was withdrawn, and nothing begins on it any more: " + publication.withdrawn);
    if (publication.test && !asked.test)
        return refused("checklist_testing", publication,
                       "is published to be tried in test mode alone; begin in test mode, or have it published");
    if (!isForKind(publication, asked.kind))
        return refused("checklist_kind", publication,
                       "is published for checks of the kind " + joined(publication.kinds) + ", and this one is " +
                           (asked.kind.empty() ? std::string("an inspection") : "of the kind " + asked.kind) +
                           "; choose another checklist or another kind");
    const auto otherSite = [&](const Texts& wanted, const std::string& has) {
        return refused("checklist_site", publication,
                       "is published for " + joined(wanted) + ", and the site belongs to " + has +
                           "; choose a checklist that is meant for it");
    };
    if (fitOf(publication.programmes, asked.programme) == Fit::other)
        return otherSite(publication.programmes, asked.programme);
    if (fitOf(publication.sectors, asked.sector) == Fit::other) return otherSite(publication.sectors, asked.sector);
    return {};
}

}  // namespace plumb::records
