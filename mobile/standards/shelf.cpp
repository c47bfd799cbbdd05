#include "mobile/standards/shelf.h"

#include <algorithm>
#include <map>
#include <set>

#include "mobile/people/unlocking.h"
#include "mobile/ui/text.h"
#include "shared/domain/complaint_rights.h"

namespace plumb::mobile {

namespace {

checklist::LocalText titleOf(const domain::CatalogueEntry& entry) {
    checklist::LocalText out;
    if (!entry.titleZh.empty()) out.add("zh", entry.titleZh);
    if (!entry.titleEn.empty()) out.add("en", entry.titleEn);
    return out;
}

class Maker {
  public:
    explicit Maker(Day day) : m_day(day) {
        for (const auto& entry : domain::builtinStandards().entries()) add({entry.name, titleOf(entry), &entry, {}});
    }

    ShelvedStandard& at(const std::string& ref, const checklist::LocalText& title) {
        const auto citation = domain::builtinStandards().judge(ref, m_day);
        // In one spelling, so that two ways to write a number are one standard.
        const auto number = domain::parseStandardNumber(ref);
        const std::string name = citation.entry ? citation.entry->name : number ? number->text() : ref;
        const auto known = m_places.find(name);
        if (known != m_places.end()) return m_shelf->standards[known->second];
        return add({name, title, nullptr, {}});
    }
    void cite(const checklist::Checklist& list) {
        ++m_shelf->checklists;
        for (const auto& item : list.items) {
            for (const auto& ref : item.standards) {
                at(ref.ref, ref.title)
                    .cited.push_back({ref.ref, ref.clause, list.id, list.version, item.id, item.no, list.title,
                                      item.text, ref.force == checklist::Force::mandatory});
            }
        }
    }
    std::shared_ptr<const Shelf> finish(std::vector<OwnFeedback> said) {
        m_shelf->own = std::move(said);
        const auto own = static_cast<std::ptrdiff_t>(domain::builtinStandards().entries().size());
        auto& all = m_shelf->standards;
        std::stable_sort(all.begin() + own, all.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
        std::vector<domain::SearchedStandard> searched;
        for (const auto& one : all) {
            domain::SearchedStandard entry{one.name, {}, {}};
            for (const auto& [language, text] : one.title.all()) entry.titles.push_back(text);
            if (one.entry)
                entry.titles.insert(entry.titles.end(), one.entry->aliases.begin(), one.entry->aliases.end());
            // A text a citation, so that a hit names the item.
            for (const auto& cited : one.cited) {
                std::string text = cited.clause;
                for (const auto& [language, words] : cited.text.all()) text += "\n" + words;
                entry.texts.push_back(std::move(text));
            }
            searched.push_back(std::move(entry));
        }
        m_shelf->search = std::make_unique<domain::StandardSearch>(searched);
        return m_shelf;
    }

  private:
    ShelvedStandard& add(ShelvedStandard standard) {
        m_places.emplace(standard.name, m_shelf->standards.size());
        return m_shelf->standards.emplace_back(std::move(standard));
    }

    Day m_day;
    std::shared_ptr<Shelf> m_shelf = std::make_shared<Shelf>();
    std::map<std::string, std::size_t> m_places;
};

void placeByRights(const std::vector<domain::Grant>& grants, store::NewRecord& record) {
    std::vector<std::string> regions;
    for (const auto& grant : grants) regions.insert(regions.end(), grant.regions.begin(), grant.regions.end());
    record.region = domain::regionOfAll(regions);
}

}  // namespace

const ShelvedStandard* Shelf::find(std::string_view name) const {
    const auto found =
        std::find_if(standards.begin(), standards.end(), [&](const auto& one) { return one.name == name; });
    return found == standards.end() ? nullptr : &*found;
}

const ShelvedStandard* Shelf::cited(std::string_view ref, Day day) const {
    if (const auto citation = domain::builtinStandards().judge(ref, day); citation.entry)
        return find(citation.entry->name);
    const auto number = domain::parseStandardNumber(ref);
    return find(number ? number->text() : std::string(ref));
}

Result<std::shared_ptr<const Shelf>> readShelf(LocalStore& store, Day day) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    Maker maker(day);
    store::RecordFilter filter;
    filter.type = "standard.published";
    for (const auto& row : (*tablet)->records(filter)) {
        const auto payload = (*tablet)->payload(row.hash);
        if (!payload) return fail(payload.error());
        checklist::LocalText title;
        if (const auto* texts = payload->body.if_contains("title"); texts && texts->is_object()) {
            for (const char* language : {"zh", "en"}) {
                const auto text = textOr(texts->get_object(), language);
                if (!text.empty()) title.add(language, text);
            }
        }
        if (const auto id = textOr(payload->body, "id"); !id.empty()) (void)maker.at(id, title);
    }
    const auto lists = store.published().checklists();
    if (!lists) return fail(lists.error());
    std::set<std::string> seen;  // newest first
    for (const auto& list : *lists) {
        if (!list.here || list.test || !list.withdrawn.empty() || !seen.insert(list.id).second) continue;
        // One that is damaged hides no other.
        if (const auto document = store.published().document(list.sha256)) maker.cite(**document);
    }
    auto said = readOwnFeedback(store);
    if (!said) return fail(said.error());
    return maker.finish(std::move(*said));
}

Result<QString> signFeedback(LocalStore& store, const ClauseFeedback& feedback, const QString& pin) {
    const auto tablet = openedToSign(store, pin);
    if (!tablet) return fail(tablet.error());
    if (feedback.text.find_first_not_of(" \t\r\n") == std::string::npos)
        return fail(ErrorKind::malformed, "words_missing", "write what is to be said about the clause");
    store::NewRecord record;
    record.type = "standard.feedback";
    record.body = {{"text", feedback.text}, {"standard", feedback.standard}};
    if (!feedback.clause.empty()) record.body["clause"] = feedback.clause;
    if (!feedback.item.empty())
        record.body["met"] = {
            {"checklist", feedback.checklist}, {"version", feedback.version}, {"item", feedback.item}};
    if (!feedback.site.empty()) {
        if (const auto site = store.published().site(feedback.site)) {
            record.site = site->id;
            record.region = site->region;
        }
    }
    if (record.site.empty()) {
        const auto profile = (*tablet)->profile();
        if (!profile) return fail(profile.error());
        placeByRights(profile->grants, record);
    }
    const auto line = (*tablet)->append(record);
    if (!line) return fail(line.error());
    const auto row = (*tablet)->recordByHash(line->hash());
    return row ? qs(row->id) : QString();
}

}  // namespace plumb::mobile
