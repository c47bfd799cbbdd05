#include "mobile/rectify/needs_model.h"

#include <algorithm>

#include "mobile/ui/settings.h"

namespace plumb::mobile {

namespace {
constexpr std::size_t kShown = 4;  // the rest is a line of its own, which leads to the list
}

NeedsModel::NeedsModel(StoreThread& store, QObject* parent) : QObject(parent), m_store(store) {
    connect(&store, &StoreThread::storeChanged, this, &NeedsModel::refreshIfWatched);
    connect(&Settings::instance(), &Settings::languageChanged, this, &NeedsModel::show);
}

void NeedsModel::watch(bool enterprise) {
    m_watched = enterprise;
    m_wasRead = false;
    m_needs = {};
    m_told.clear();
    show();
    refreshIfWatched();
}

void NeedsModel::refreshIfWatched() {
    if (!m_watched) return;
    m_store.ask(
        this, [](LocalStore& store) { return readNeeds(store); },
        [this](Result<Needs> needs) {
            // Where it cannot be read, the page that is open says why.
            if (!needs || !m_watched) return;
            m_needs = std::move(*needs);
            m_wasRead = true;
            show();
        });
}

void NeedsModel::setTold(const QString& record) {
    if (record == m_told) return;
    m_told = record;
    show();
}

void NeedsModel::show() {
    const Day today = dayOf(m_store.clock()());
    std::vector<CardRow> rows;
    for (const auto& returned : m_needs.returned)
        if (returned.record != m_told) rows.push_back(cardOf(returned, Settings::instance().language()));
    auto first = m_needs.first;
    std::ranges::stable_sort(first, {}, [](const Need& need) { return urgencyOf(need.kind); });
    std::size_t left = m_needs.more;
    for (const auto& need : first) {
        // What has time is one line with the rest.
        if (need.kind == Need::Kind::open || rows.size() >= kShown)
            ++left;
        else
            rows.push_back(cardOf(need, true, today));
    }
    if (left > 0) {
        CardRow row;
        row.id = QStringLiteral("findings");
        row.kind = QStringLiteral("findings");
        row.title = rows.empty() ? tr("%n 个问题要整改，都还有时间", nullptr, static_cast<int>(left))
                                 : tr("还有 %n 个问题要整改", nullptr, static_cast<int>(left));
        row.rightText = tr("看全部");
        rows.push_back(std::move(row));
    }
    m_rows.set(std::move(rows));
    emit changed();
}

}  // namespace plumb::mobile
