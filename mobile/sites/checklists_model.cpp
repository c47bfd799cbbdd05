#include "mobile/sites/checklists_model.h"

#include "mobile/sites/reading.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

ChecklistsModel::ChecklistsModel(StoreThread& store, QObject* parent) : QObject(parent), m_store(store) {
    connect(&Settings::instance(), &Settings::languageChanged, this, &ChecklistsModel::show);
}

void ChecklistsModel::refresh() {
    m_store.ask(
        this, [](LocalStore& store) { return readChecklists(store); },
        [this](Result<std::vector<store::PublishedChecklist>> lists) {
            m_problem = lists ? QString() : sentenceFor(lists.error());
            m_lists = lists ? std::move(*lists) : std::vector<store::PublishedChecklist>{};
            show();
        });
}

void ChecklistsModel::show() {
    const bool english = Settings::instance().language() == QLatin1String("en");
    std::vector<ChecklistRow> rows;
    for (const auto& list : m_lists)
        rows.push_back(
            {qs(list.id + "@" + list.version), qs(english ? list.titleEn : list.titleZh), qs(list.version), list.here});
    m_rows.set(std::move(rows));
    emit changed();
}

}  // namespace plumb::mobile
