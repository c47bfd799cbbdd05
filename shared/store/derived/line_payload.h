// A stored line and its payload, which is unsealed and parsed once, when the first asks for it: several tables are made
// of one line.
#pragma once

#include <optional>

#include "shared/store/tablet_store.h"

namespace plumb::store {

class LinePayload {
  public:
    // Both outlive this.
    LinePayload(const TabletStore& store, const TabletStore::StoredLine& line) : m_store(store), m_line(line) {}

    [[nodiscard]] const RecordRow& row() const { return m_line.row; }
    // Null: it cannot be read.
    const record::Payload* get() {
        if (!m_tried) {
            if (auto read = m_store.payload(m_line)) m_payload = std::move(*read);
        }
        m_tried = true;
        return m_payload ? &*m_payload : nullptr;
    }

  private:
    const TabletStore& m_store;
    const TabletStore::StoredLine& m_line;
    std::optional<record::Payload> m_payload;
    bool m_tried = false;
};

}  // namespace plumb::store
