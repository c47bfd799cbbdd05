#include "mobile/sites/checklists_model.h"

#include "mobile/sites/reading.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

ChecklistsModel::ChecklistsModel(StoreThread& store, QObject* parent) : QObject(parent), m_store(store) {
    connect(&Settings::instance(), &Settings::languageChanged, this, &ChecklistsModel::show);
}

void ChecklistsModel::setSite(const QString& site) {
    if (site == m_site) return;
    m_site = site;
    emit changed();
    refresh();
}

void ChecklistsModel::setTest(bool test) {
    if (test == m_test) return;
    m_test = test;
    emit changed();
    refresh();
}

void ChecklistsModel::refresh() {
    m_store.ask(
        this, [site = ss(m_site), test = m_test](LocalStore& store) { return readChecklists(store, site, test); },
        [this, asked = ++m_asked](Result<std::vector<OfferedChecklist>> lists) {
            if (asked != m_asked) return;
            m_problem = lists ? Sentence() : Sentence(lists.error());
            m_lists = lists ? std::move(*lists) : std::vector<OfferedChecklist>{};
            show();
        });
}

void ChecklistsModel::forget() {
    ++m_asked;
    m_site.clear();
    m_test = false;
    m_problem.clear();
    m_lists.clear();
    show();
}

QString ChecklistsModel::only() const {
    if (m_rows.rows().size() != 1 || !m_others.rows().empty() || !m_rows.rows().front().here) return {};
    return m_rows.rows().front().id;
}

void ChecklistsModel::show() {
    const bool english = Settings::instance().language() == QLatin1String("en");
    std::vector<ChecklistRow> rows, others;
    for (const auto& [list, fit] : m_lists) {
        QStringList meant;
        for (const auto& names : {list.programmes, list.sectors}) {
            for (const auto& name : names) meant.append(qs(name));
        }
        ChecklistRow row{qs(list.id + "@" + list.version),
                         qs(english ? list.titleEn : list.titleZh),
                         qs(list.version),
                         meant.join(english ? QStringLiteral(", ") : QStringLiteral("、")),
                         list.here,
                         list.test};
        (fit == store::Fit::other ? others : rows).push_back(std::move(row));
    }
    // Nobody is left without a checklist.
    if (rows.empty()) rows.swap(others);
    m_rows.set(std::move(rows));
    m_others.set(std::move(others));
    emit changed();
}

}  // namespace plumb::mobile
