#include "mobile/store/published.h"

#include "mobile/store/give_back.h"
#include "shared/store/tuning.h"

namespace plumb::mobile {

namespace {
// A question with its item and its node of the form takes some 12 kB in memory, and a document is read in some 20 us
// for each: kept is what a day's work goes back and forth between, some eight checklists of the usual length.
constexpr std::size_t kQuestionsKept = 1000;
}  // namespace

store::DerivedTables& Published::followed() {
    m_derived.follow(m_store, store::kFollowedAtOnce);
    return m_derived;
}

store::DerivedTables::Sites Published::sites(std::string_view query, std::size_t offset, std::size_t limit) {
    return followed().sites(query, offset, limit);
}

std::optional<store::Site> Published::site(const std::string& id) {
    return followed().site(id);
}

Result<std::vector<store::PublishedChecklist>> Published::checklists() {
    return followed().checklists(m_store.vault());
}

Result<Published::Count> Published::count() {
    const auto counts = followed().counts();
    return Count{static_cast<int>(counts.sites), static_cast<int>(counts.checklists)};
}

Result<std::shared_ptr<const checklist::Checklist>> Published::document(const Sha256& sha256) {
    if (const auto known = m_handed.find(sha256); known != m_handed.end()) {
        if (auto document = known->second.lock()) {
            keep(sha256, document);
            return document;
        }
    }
    auto loaded = store::loadDocument(m_store, sha256);
    if (!loaded) return loaded;
    keep(sha256, *loaded);
    m_handed[sha256] = *loaded;
    giveBackMemory();
    return loaded;
}

// The one that is used now stays, however long it is.
void Published::keep(const Sha256& sha256, const Document& document) {
    std::erase_if(m_kept, [&](const auto& one) { return one.first == sha256; });
    m_kept.emplace_front(sha256, document);
    std::size_t questions = 0;
    for (auto one = m_kept.begin(); one != m_kept.end();) {
        questions += one->second->questions.size();
        one = questions > kQuestionsKept && one != m_kept.begin() ? m_kept.erase(one) : std::next(one);
    }
    std::erase_if(m_handed, [](const auto& one) { return one.second.expired(); });
}

std::string Published::siteName(const std::string& id) {
    const auto known = followed().site(id);
    return known ? known->name : id;
}

}  // namespace plumb::mobile
