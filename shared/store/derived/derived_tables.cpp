// Opening, following and keeping the derived tables. Lists and searches have sources of their own.
#include "shared/store/derived/derived_tables.h"

#include "shared/store/derived/row_scan.h"
#include "shared/store/derived/schema.h"
#include "shared/store/derived/snapshot.h"

namespace plumb::store {

DerivedTables::DerivedTables(std::unique_ptr<Database> tables, TabletStore::Position position)
    : m_tables(std::move(tables)), m_position(position) {
    allowScans(*m_tables);
}

std::shared_ptr<DerivedTables> DerivedTables::open(TabletStore& store) {
    if (auto opened = openSnapshot(store))
        return std::shared_ptr<DerivedTables>(new DerivedTables(std::move(opened->tables), opened->position));
    auto tables = Database::inMemory();
    tables->sql().exec(kSchema);
    tables->sql().exec("PRAGMA user_version=" + std::to_string(kForm));
    return std::shared_ptr<DerivedTables>(new DerivedTables(std::move(tables), {}));
}

bool DerivedTables::follow(const TabletStore& store, std::size_t most) {
    const std::lock_guard guard(m_mutex);
    auto position = m_position;
    std::size_t taken = 0;
    bool complete = false;
    store.atOnce([&] {
        const auto newest = store.newestPosition();
        complete = newest == position;
        if (complete) return;
        SQLite::Transaction transaction(m_tables->sql());
        Folder folder(*m_tables, store);
        const auto changes = store.changesAfter(position.change, most);
        for (const auto& [number, line] : changes) {
            // What is not folded yet is read as it is now.
            if (line.row.number <= position.line) folder.retake(line);
            position.change = number;
        }
        taken = changes.size();
        for (const auto& line : store.linesAfter(position.line, most - taken)) {
            folder.take(line);
            position.line = line.row.number;
            ++taken;
        }
        const auto put = m_tables->kept("UPDATE position SET line = ?, change = ?");
        put->bind(1, position.line);
        put->bind(2, position.change);
        put->exec();
        transaction.commit();
        complete = newest == position;
    });
    m_position = position;
    m_sinceImage += taken;
    m_complete = complete;
    return complete;
}

bool DerivedTables::complete() const {
    const std::lock_guard guard(m_mutex);
    return m_complete;
}

Result<void> DerivedTables::keepImage(TabletStore& store, std::size_t least) {
    Bytes image;
    TabletStore::Position position;
    {
        const std::lock_guard guard(m_mutex);
        if (m_sinceImage < least || m_sinceImage == 0) return {};
        image = m_tables->image();
        position = m_position;
        m_sinceImage = 0;
    }
    auto kept = keepSnapshot(store, image, position);
    wipe(image);
    return kept;
}

std::size_t DerivedTables::size() const {
    const std::lock_guard guard(m_mutex);
    return static_cast<std::size_t>(m_tables->sql().execAndGet("PRAGMA page_count").getInt64() *
                                    m_tables->sql().execAndGet("PRAGMA page_size").getInt64());
}

}  // namespace plumb::store
