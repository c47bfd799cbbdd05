#include "mobile/record/records_model.h"

#include <algorithm>

#include "mobile/record/record_card.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

namespace {
constexpr std::size_t kFirstPage = 30;  // what a screen shows, and some more
constexpr std::size_t kPage = 50;       // one more comes in within a frame
}  // namespace

RecordsModel::RecordsModel(StoreThread& store, RecordFinder& finder, QObject* parent)
    : QObject(parent), m_store(store), m_finder(finder) {
    connect(&store, &StoreThread::storeChanged, this, [this] {
        if (m_watched) refresh();
    });
    connect(&finder, &RecordFinder::grown, this, [this] {
        if (m_watched && (!m_filter.isEmpty() || !m_lookedThrough)) refresh();
    });
    connect(&Settings::instance(), &Settings::languageChanged, this, qOverload<>(&RecordsModel::show));
}

void RecordsModel::watch(bool watched) {
    m_watched = watched;
    emit changed();
    if (watched) refresh();
}

void RecordsModel::forget() {
    ++m_asked;
    m_reading = m_again = m_more = m_wasRead = false;
    m_found = 0;
    m_facts.clear();
    m_filter.clear();
    m_tests = false;
    emit filterChanged();
    show();
}

void RecordsModel::setFilter(const QString& filter) {
    if (filter == m_filter) return;
    m_filter = filter;
    askAnew();
}

void RecordsModel::setTests(bool tests) {
    if (tests == m_tests) return;
    m_tests = tests;
    m_filter.clear();
    askAnew();
}

// What was found for other words is not what is asked for now.
void RecordsModel::askAnew() {
    emit filterChanged();
    ++m_asked;
    m_reading = m_again = false;
    read(0, kFirstPage);
}

void RecordsModel::refresh() {
    if (m_reading) {
        m_again = true;
        return;
    }
    read(0, std::max(kFirstPage, m_facts.size()));
}

void RecordsModel::readOn() {
    if (m_more && !m_reading) read(m_facts.size(), kPage);
}

void RecordsModel::read(std::size_t offset, std::size_t limit) {
    m_reading = true;
    const auto current = [this, asked = m_asked] { return asked == m_asked; };
    if (m_filter.trimmed().isEmpty()) {
        m_store.ask(
            this,
            [offset, limit, tests = m_tests](LocalStore& store) {
                using Whose = store::DerivedTables::Whose;
                return readRecords(store, tests ? Whose::tests : Whose::all, offset, limit);
            },
            [this, offset, limit, current](Result<RecordPage> page) {
                if (!current()) return;
                m_lookedThrough = !page || page->complete;
                const bool more = page && page->records.size() == limit;
                take(offset, more, std::move(page).map([](RecordPage&& read) { return std::move(read.records); }));
            });
        return;
    }
    m_finder.find(this, m_filter, offset, limit, [this, offset, limit, current](const RecordFinder::Answer& answer) {
        if (!current()) return;
        m_found = answer.total;
        m_lookedThrough = answer.complete;
        m_store.ask(
            this, [ids = answer.ids](LocalStore& store) { return readRecordsOf(store, ids); },
            [this, offset, current,
             more = offset + limit < static_cast<std::size_t>(answer.total)](Result<std::vector<RecordInfo>> facts) {
                if (current()) take(offset, more, std::move(facts));
            });
    });
}

void RecordsModel::take(std::size_t offset, bool more, Result<std::vector<RecordInfo>> facts) {
    m_reading = false;
    if (facts) {
        m_problem.clear();
        m_more = more;
        m_wasRead = true;
        m_facts.resize(std::min(offset, m_facts.size()));
        m_facts.insert(m_facts.end(), std::make_move_iterator(facts->begin()), std::make_move_iterator(facts->end()));
        show(offset);
    } else if (facts.error().code != "locked") {
        m_problem = facts.error();
        emit changed();
    }
    if (std::exchange(m_again, false)) refresh();
}

void RecordsModel::show() {
    show(0);
}

// Cards before `from` stand already: a page that comes in behind them makes its own only, however long the list is.
void RecordsModel::show(std::size_t from) {
    const qint64 now = msOf(m_store.clock()().utc);
    std::vector<CardRow> rows;
    if (from <= m_rows.rows().size())
        rows.assign(m_rows.rows().begin(), m_rows.rows().begin() + static_cast<std::ptrdiff_t>(from));
    for (std::size_t i = rows.size(); i < m_facts.size(); ++i)
        rows.push_back(cardOf(m_facts[i], Settings::instance().language(), now));
    m_rows.set(std::move(rows));
    emit changed();
}

}  // namespace plumb::mobile
